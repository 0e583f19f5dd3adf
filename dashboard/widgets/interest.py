"""How much each industry matters to the user: ticks for all, and for one industry not at all, as any, or twice."""

import streamlit as st

from dashboard.headlines import interest as told
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import rows


def ticks() -> None:
    """The industries that matter at all: the even part of the mix is spread over them, and asks are made about them."""
    listed = [line for line in rows(ask("industry_interests")) if not line["is_home"]]
    labels = {line["industry"]: line["label"] for line in listed}
    st.session_state["wanted_industries"] = [line["industry"] for line in listed if line["interest"]]
    st.pills(
        "Industries that matter to you",
        list(labels),
        selection_mode="multi",
        format_func=labels.__getitem__,
        key="wanted_industries",
        help=told.TICKS,
        on_change=_tick,
    )


def of_one(industry: str, label: str) -> None:
    """The switch of one industry."""
    held = next(line["interest"] for line in rows(ask("industry_interests")) if line["industry"] == industry)
    st.session_state["interest"] = held
    st.segmented_control(
        "How much it matters to you",
        list(told.INTERESTS),
        required=True,
        format_func=told.INTERESTS.__getitem__,
        key="interest",
        help=told.MEANING,
        on_change=_weigh,
        args=(industry, label),
    )


def _tick() -> None:
    """What was ticked or unticked; of a double interest a tick that stays takes nothing."""
    ticked = set(st.session_state["wanted_industries"])
    changed = [
        line
        for line in rows(ask("industry_interests"))
        if not line["is_home"] and bool(line["interest"]) != (line["industry"] in ticked)
    ]
    lines = [
        {"industry": line["industry"], "interest": None if line["industry"] in ticked else "0"} for line in changed
    ]
    if lines:
        decide("industry_interest", lines, told.ticked([line["label"] for line in changed], not changed[0]["interest"]))


def _weigh(industry: str, label: str) -> None:
    interest = int(st.session_state["interest"])
    line = {"industry": industry, "interest": None if interest == 1 else str(interest)}
    decide("industry_interest", [line], told.weighed(label, interest))
