"""Who is waiting to hear from me, do my cadences fit my hours, and whom am I losing?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import keep_in_touch as told
from dashboard.widgets import cadences, touching
from dashboard.widgets import keep_in_touch as parts

widgets.page_head("Make time · Keep in touch")
if not widgets.needs_contacts():
    due = widgets.ask("contacts_due", within_days=parts.AHEAD)
    capacity = widgets.row(widgets.ask("touch_capacity"))
    widgets.answer(*told.headline(due, capacity))
    touching.line()
    left, right = st.columns([2, 3], gap="small")
    with left:
        cadences.capacity(capacity)
    with right:
        if due.empty:
            widgets.empty_state(
                "nobody_due",
                "Nobody is due in the next nine weeks",
                "Take what is suggested, or say how often on a person's page.",
                "See your contacts",
                "contacts",
            )
        else:
            parts.line_of_days(due)
    cadences.groups()
    if len(due):
        parts.due_now(due)
    parts.cooling()
    touching.entries()
