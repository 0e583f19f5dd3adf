"""What is left if an industry, an employer or a person is gone, and whom could I ask for advice?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import concentration
from dashboard.headlines import what_if as told
from dashboard.widgets import importing, leaning, what_if
from dashboard.widgets.ways import ways

params = widgets.page_head("Evaluate · What if", windowed=True)
if not widgets.needs_contacts():
    state = widgets.row(widgets.ask("network_summary", **params))
    if not state["known_share"]:
        widgets.answer(*told.NOT_KNOWN)
        ways(params)
        importing.home_industry()
    else:
        head = st.container()
        importing.home_industry()
        if state["weighting"] != params["weighting"]:
            st.info(concentration.PEOPLE_COUNTED)
        kind, name, hit, lost = what_if.hit(params, state["home_industry"])
        given = {**params, **hit, "lost": lost}
        loss = what_if.summary(given)
        with head:
            widgets.answer(*told.headline(loss, kind, name, lost))
        window = concentration.window(widgets.row(widgets.ask("network_change", **params)), state["as_of"])
        left, right = st.columns(2, gap="small")
        with left:
            what_if.left(loss, name, given, window)
        with right:
            what_if.advice(params, state["home_industry"])
        leaning.held_by_one(params, state["weighting"])
        leaning.missed(params)
    st.page_link("app_pages/suggestions.py", label="Next: whom to ask this week", icon=":material/forum:")
