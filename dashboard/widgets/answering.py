"""What an import shows of open asks: proposed, confirmed with one click, or said to be none of it."""

from typing import Any

import streamlit as st

from dashboard.headlines import requests as told
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import escape, rows

MOST_SHOWN = 6


def answers() -> None:
    """The asks that the files seem to answer, each with its evidence and its verbs; nothing where there are none."""
    found = rows(ask("introduction_proposals"))
    if not found:
        return
    with st.container(border=True, key="answers", gap="small"):
        with st.container(gap=None):
            st.header(told.answers_head(len(found)), anchor=False)
            st.caption("Your files say so. A card moves only when you say so too, and your answer is remembered.")
        for proposal in found[:MOST_SHOWN]:
            _proposal(proposal)
        if len(found) > MOST_SHOWN:
            st.caption(f"{len(found) - MOST_SHOWN} more wait behind these.")


def _proposal(proposal: dict[str, Any]) -> None:
    key = f"{proposal['request_key']}_{proposal['person_id']}"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(gap=None, width=520):
            st.markdown(f"**{escape(told.proposal(proposal))}**")
            evidence = proposal["evidence"]
            st.caption(escape(f"{evidence[0].upper()}{evidence[1:]}"))
        with st.container(horizontal=True, width="content", gap="xsmall"):
            st.button(told.yes(proposal), key=f"yes_{key}", on_click=_say, args=(proposal, proposal["verdict"]))
            st.button("No", key=f"no_{key}", type="tertiary", on_click=_say, args=(proposal, "no"))


def _say(proposal: dict[str, Any], verdict: str) -> None:
    line = {
        "request_key": proposal["request_key"],
        "identity_key": proposal["person_key"],
        "first_on": proposal["first_on"].date(),
        "verdict": verdict,
    }
    decide("introduction", [line], told.answered(proposal, verdict))
