"""Whom do I know, where do they work, and how warm is it?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import contacts as told
from dashboard.widgets import contacts as parts

FIRST = 1000  # rows sent to the browser; the search reaches all

widgets.page_head("Data · Contacts")
if widgets.needs_contacts():
    parts.add_button()
else:
    widgets.answer(*told.headline(widgets.row(widgets.ask("contact_counts"))))
    filtered, chosen = parts.filters()
    params = {**filtered, "first": FIRST}
    people = widgets.ask("contacts", **params)
    if people.empty:
        with st.container(border=True, key="nobody", gap="small"):
            st.header(widgets.escape(told.nobody(**chosen)), anchor=False)
            st.markdown("Names are found by the beginnings of their words, with or without accents.")
            st.button("Show all", key="show_all", on_click=parts.show_all)
    else:
        with st.container(gap="xsmall"):
            st.caption(told.shown(len(people), int(people["matches"].iloc[0])))
            parts.table(people)
    with st.container(horizontal=True, gap="small", key="contact_actions"):
        parts.add_button()
        if len(people):
            widgets.download(people, "contacts", ("csv", "xlsx"), "export")
        widgets.explain("contacts", params, "contacts")
