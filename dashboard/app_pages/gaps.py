"""Which industries are below my target, by how many hours a month, and who could open them?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import concentration, own_mix
from dashboard.headlines import gaps as told
from dashboard.widgets import already_known, gaps, importing
from dashboard.widgets.ways import ways

params = widgets.page_head("Evaluate · Gaps", windowed=True)
if not widgets.needs_contacts():
    frame = widgets.ask("industry_gaps", **params)
    summary = widgets.row(widgets.ask("network_summary", **params))
    window = concentration.window(widgets.row(widgets.ask("network_change", **params)), summary["as_of"])
    widgets.answer(*told.headline(frame, summary))
    if not summary["known_share"]:
        ways(params)
    importing.home_industry()
    if summary["weighting"] != params["weighting"]:
        st.info(concentration.PEOPLE_COUNTED)
    gaps.target_mix(frame)
    if steps := own_mix.steps(widgets.ask("gap_steps", **params)):
        st.markdown(steps)
    below = told.below(frame)
    if below.empty and summary["known_share"]:
        widgets.empty_state("no_gaps", *told.NO_GAPS, "See your contacts", "contacts")
    elif len(below):
        choice = widgets.chosen()
        chosen = frame[frame["industry"] == choice.industry] if choice else below
        gap = widgets.row(chosen if len(chosen) else below)
        left, right = st.columns(2, gap="small")
        with left:
            gaps.dumbbells(frame, window, params, gap["industry"] if choice else "")
        with right:
            gaps.openers(gap, params)
    already_known.already_known(params)
    gaps.progress(params)
    gaps.everything(frame, params)
    st.caption(told.source(widgets.rows(widgets.ask("assumptions"))))
