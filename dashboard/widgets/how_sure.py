"""How sure the numbers are: chance, the range and its rule, what is not known and the labels that would tell it."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.headlines import how_sure as told
from dashboard.questions import Parameter
from dashboard.widgets.figure import Framed, explain, framed
from dashboard.widgets.shell import ask
from dashboard.widgets.trying import try_all, try_at_once
from dashboard.widgets.words import escape, rows

Row = dict[str, Any]
Params = dict[str, Parameter]
LABELS = 3


def how_sure(summary: Row, params: Params) -> Callable[[], None]:
    """The card; what does not apply is left out. What is returned adds the assumptions, after the rest of the page."""
    place = framed("sure")
    with place.title:
        st.header(escape(told.finding(summary)), anchor=False)
    with place.body:
        for line in (told.by_chance(summary), told.the_range(summary), told.the_unknown(summary)):
            if line:
                st.markdown(line)
        if told.the_unknown(summary):
            _labels(params)
    with place.foot:
        button, known = st.empty(), st.container()
    with known:
        explain("network_summary", params, "sure")
    return lambda: _assumptions(summary, place, button)


def _assumptions(summary: Row, place: Framed, button: DeltaGenerator) -> None:
    if summary["weighting"] != "minutes":
        return
    tried = try_at_once()
    with place.body if tried else button:
        if tried:
            st.markdown(told.assumptions(tried))
        else:
            try_all("Try the assumptions", type="tertiary")


def _labels(params: Params) -> None:
    queue = rows(ask("review_queue", **params, most=LABELS))
    if queue:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(escape(told.labels(queue)), width="content")
            st.page_link("app_pages/review.py", label="Review", icon=":material/label:")
