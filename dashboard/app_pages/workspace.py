"""What is assumed, what would another assumption change, and how do I keep, move or delete everything?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import workspace as told
from dashboard.widgets import assuming, keeping

widgets.page_head("Data · Workspace")
if widgets.needs_contacts():
    keeping.outcome()
    keeping.keep_safe(has_contacts=False)
else:
    assumed = assuming.assumptions()
    widgets.answer(*told.headline(list(assumed.values())))
    keeping.outcome()
    assumptions, you, data = st.tabs(["Assumptions", "You", "Your data"], key="parts", bind="query-params")
    with assumptions:
        assuming.does_the_answer_change()
        assuming.time_counted(assumed)
        assuming.ties_counted(assumed)
        assuming.asks_chosen(assumed)
        assuming.aims(assumed)
    with you:
        assuming.about_you(assumed)
        keeping.identities()
    with data:
        keeping.keep_safe(has_contacts=True)
        keeping.unresolved()
        keeping.delete()
