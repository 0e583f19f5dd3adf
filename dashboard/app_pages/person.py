"""Who is this, how close are we, and what is known from which file?"""

import streamlit as st

from dashboard import widgets
from dashboard.widgets import acquainted, correcting, favours, in_touch, joining, origins
from dashboard.widgets import person as parts

widgets.page_head("Data · Contacts")
if not widgets.needs_contacts():
    found = widgets.ask("contact_profile", who=st.query_params.get("who"))
    if found.empty:
        widgets.answer("This page is about nobody")
        widgets.empty_state(
            "nobody",
            "No contact has this address",
            "Perhaps the import that named them was taken back. Everybody you know is on the list of contacts.",
            "See all contacts",
            "contacts",
        )
    else:
        person = widgets.row(found)
        parts.head(person)
        parts.ways_on(person)
        parts.numbers(person)
        left, right = st.columns([3, 2], gap="small")
        with left:
            parts.strength(person)
            parts.months(person)
            parts.timeline(person)
            acquainted.paths(person)
            acquainted.acquaintances(person)
            origins.of_person(person)
            favours.of_person(person)
        with right:
            in_touch.of_person(person)
            correcting.draw(person)
            joining.draw(person)
        parts.facts(person)
