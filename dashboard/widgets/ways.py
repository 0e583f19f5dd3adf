"""Where a window holds no known industry: what would show one, each a click."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.questions import Parameter
from dashboard.widgets.head import WINDOWS
from dashboard.widgets.shell import ask, decide, go_to
from dashboard.widgets.words import row

Params = dict[str, Parameter]


def ways(params: Params) -> None:
    """Counting people, taking all of the record, saying where a few work, counting colleagues: those that would help."""
    found: list[tuple[str, str, str, Callable[[], Any] | None]] = []
    if params["weighting"] != "people" and _is_known(params | {"weighting": "people"}):
        found.append(("Count people instead", "count_people", "group", lambda: _choose("by", "People")))
    if _is_known({"window_days": WINDOWS["All"], "weighting": params["weighting"]}):
        found.append(("Take all of the record", "take_all", "date_range", lambda: _choose("window", "All")))
    if len(ask("review_queue", most=1, **params)):
        found.append(("Say where they work", "label_them", "label", None))
    if (row(ask("network_summary", **params))["colleague_minutes"] or 0) > 0:
        found.append(("Count colleagues in", "count_colleagues", "badge", _count_colleagues))
    with st.container(horizontal=True, gap="small", key="ways"):
        for label, key, icon, choose in found:
            if st.button(label, key=key, icon=f":material/{icon}:", on_click=choose) and choose is None:
                go_to("review")


def _is_known(params: Params) -> bool:
    known = row(ask("network_summary", **params))["known_share"]
    return bool(known and known > 0)


def _choose(key: str, option: str) -> None:
    st.session_state[key] = option


def _count_colleagues() -> None:
    decide("assumption", [{"name": "counts_colleagues", "setting": "true"}], "Time with colleagues is counted in.")
