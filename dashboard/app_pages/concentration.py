"""In which industries, employers or functions does my time sit, how did that change, and on whom does it rest?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import concentration as told
from dashboard.widgets import concentration, how_sure, importing, trend, units
from dashboard.widgets.ways import ways

params = widgets.page_head("Evaluate · Concentration", windowed=True)
if not widgets.needs_contacts():
    frame = widgets.ask("industry_concentration", **params)
    summary = widgets.row(widgets.ask("network_summary", **params))
    change = widgets.row(widgets.ask("network_change", **params))
    window = told.window(change, summary["as_of"])
    head = st.container()
    unit = units.unit()
    known = frame[(frame["share"] > 0) & frame["industry"].notna()]
    if unit != "industry":
        units.told_by(unit, summary, params, window, head)
    else:
        with head:
            widgets.answer(*told.effective(summary, change["people"]))
            if not summary["known_share"]:
                ways(params)
            importing.home_industry()
            if summary["weighting"] != params["weighting"]:
                st.info(told.PEOPLE_COUNTED)
    if unit == "industry" and known.empty:
        concentration.nothing_known(params, window)
    elif unit == "industry":
        concentration.horizon(frame, window)
        concentration.behind("horizon", params, window)
        concentration.shares(known, summary, params)
        concentration.behind("shares", params, window)
        concentration.without_time(known, summary)
        add_assumptions = how_sure.how_sure(summary, params)
        trend.trend(summary, params)
        concentration.behind("trend", params, window)
        left, right = st.columns(2, gap="small")
        with left:
            concentration.moved(change, summary, params)
        with right:
            concentration.rests_on(summary, params)
        concentration.behind("moved", params, window)
        concentration.months(summary, params)
        concentration.behind("months", params, window)
        add_assumptions()
    st.page_link("app_pages/gaps.py", label="Next: which industries are missing", icon=":material/straighten:")
