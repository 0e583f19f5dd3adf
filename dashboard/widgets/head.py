"""The small line above a page, with the window and the weighting that its questions are asked with."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.questions import Parameter
from dashboard.widgets.shell import ask
from dashboard.widgets.words import row

CUSTOM = "Custom"
WINDOWS = {"90 days": 90, "1 year": 365, "2 years": 730, "All": 36_500}
WEIGHTINGS = {"Minutes": "minutes", "People": "people", "Warm ties": "warm"}
MINUTES_HELP = "Minutes count time together; People count everyone once; Warm ties count who is close now."


def page_head(kicker: str, windowed: bool = False) -> dict[str, Parameter]:
    """The kicker, and where the page uses them window and weighting, both kept in the address and from page to page.

    Returns what questions take of it: window_days, weighting, and as_of where two days of the reader's own are the window.
    """
    params: dict[str, Parameter] = {"window_days": WINDOWS["1 year"], "weighting": "minutes"}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        st.caption(kicker, width="content")
        state = row(ask("workspace_state")) if windowed else {}
        if state.get("has_interactions"):  # else people are counted, and the same in every window
            with st.container(horizontal=True, width="content", gap="small"):
                chosen = _switch("Counted by", [*WEIGHTINGS], "Minutes", "by", MINUTES_HELP)
                window = _switch("Window", [*WINDOWS, CUSTOM], "1 year", "window")
                params["weighting"] = WEIGHTINGS[chosen or "Minutes"]
                if window == CUSTOM:
                    params |= _own_days(state["first_on"].date(), state["last_on"].date())
                else:
                    params["window_days"] = WINDOWS.get(window or "", WINDOWS["1 year"])
    return params


def ending(params: dict[str, Parameter]) -> dict[str, Parameter]:
    """Of the window only its end: what questions take that look back by a stretch of their own."""
    return {name: params[name] for name in ("as_of",) if name in params}


def _switch(label: str, options: list[str], default: str, key: str, meaning: str | None = None) -> str | None:
    chosen: str | None = st.segmented_control(
        label,
        options,
        default=default,
        required=True,
        key=key,
        help=meaning,
        label_visibility="collapsed",
        bind="query-params",
        persist_state="session",
    )
    return chosen


def _own_days(first_on: date, last_on: date) -> dict[str, Parameter]:
    """Two days in a popover; until they are chosen, the last year of the record."""
    year_before = date.fromordinal(max(last_on.toordinal() - 364, first_on.toordinal()))
    with st.popover("Choose the days", icon=":material/date_range:", key="own_days"):
        first = _day("From", "first", year_before, first_on, last_on)
        last = _day("To", "last", last_on, first_on, last_on)
    first, last = min(first, last), max(first, last)
    return {"window_days": (last - first).days + 1, "as_of": last}


def _day(label: str, key: str, default: date, first_on: date, last_on: date) -> date:
    if not st.session_state.get(key) and key not in st.query_params:
        st.session_state[key] = default  # not as its default: the address would leave it out
    given: Any = st.date_input(
        label,
        None,
        min_value=first_on,
        max_value=last_on,
        key=key,
        format="DD/MM/YYYY",
        bind="query-params",
        persist_state="session",
    )
    return given or default
