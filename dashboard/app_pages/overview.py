"""Where do I stand, and what is the one next thing to do in each step?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import concentration
from dashboard.headlines import overview as told
from dashboard.widgets import alarm, importing, overview, reporting
from dashboard.widgets.ways import ways

if not widgets.ask("workspace_state")["contacts"][0]:
    widgets.go_to("welcome")
else:
    params = widgets.page_head("Overview", windowed=True)
    summary = widgets.row(widgets.ask("network_summary", **params))
    change = widgets.row(widgets.ask("network_change", **params))
    frame = widgets.ask("industry_concentration", **params)
    window = concentration.window(change, summary["as_of"])
    widgets.answer(*concentration.headline(summary, change["people"]))
    if not summary["known_share"]:
        ways(params)
    if summary["weighting"] != params["weighting"]:
        st.info(told.PEOPLE_COUNTED)
    importing.home_industry()
    if change["people"]:
        if summary["effective_industries_corrected"] is None:
            overview.few(change)
        overview.horizon(frame, window)
        overview.numbers(summary, change, params)
        alarm.alarm(params)
    overview.next_steps(params)
    overview.last_import()
    with st.container(gap="xsmall"):
        st.caption(told.NOTES)
        with st.container(horizontal=True, gap="small"):
            widgets.explain("network_summary", params, "overview")
            reporting.save_report(params)
