"""The board of requests: five lanes of cards, each moved by its menu, and what a move writes down."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.headlines import requests as told
from dashboard.headlines.suggestions import about
from dashboard.intros import requests as life
from dashboard.questions import Frame
from dashboard.widgets.figure import open_person
from dashboard.widgets.shell import decide
from dashboard.widgets.words import escape, rows

LANES = {
    "Drafted": ("suggested", "drafted"),
    "Sent": ("sent",),
    "Agreed": ("agreed",),
    "Introduced": ("introduced",),
    "Met": ("met",),
}
LANE_WIDTH = 152  # pixels: room for the longest word there is, "Manufacturing"
WRITE, REST, REMOVE, PERSON = "Write it", "Let it rest", "Remove", "Open their page"
DAYS, HELPED = "Set the days right", "I helped them"
ENDINGS = {"Declined": "declined", "No answer": "no answer", REST: "resting"}


def board(requests: Frame, touches: Frame) -> None:
    """Five lanes; what is kept or ended has left them. On a phone the lanes scroll sideways inside the board.

    ``touches``: the frame of ``planned_touches``, shown on the cards of those who were met.
    """
    found = rows(requests[requests["is_open"]])
    planned: dict[str, list[dict[str, Any]]] = {}
    for touch in rows(touches):
        planned.setdefault(touch["request_key"], []).append(touch)
    with st.container(key="board"):
        lanes = st.grid(len(LANES), min_column_width=LANE_WIDTH, gap="small", wrap=False)
        for lane, states in LANES.items():
            cards = [request for request in found if request["state"] in states]
            with lanes, st.container(key=f"lane_{lane.lower()}", gap="xsmall"):
                st.markdown(f"**{lane}** :gray[{len(cards)}]")
                for request in cards:
                    _card(request, planned.get(request["request_key"], []))


def _card(request: dict[str, Any], touches: list[dict[str, Any]]) -> None:
    key = request["request_key"]
    with st.container(border=True, gap="xsmall", key=f"card_{key}"):
        with st.container(gap=None):
            st.markdown(f"**{escape(told.introducer(request))}**")
            st.markdown(escape(about(request)))
        since = told.since(request)
        colour = "orange" if request["is_due"] else "gray"
        st.markdown(f":small[:{colour}[{told.FOLLOW_UPS[request['follow_up']] if request['is_due'] else since}]]")
        if touches:
            with st.container(gap=None, key=f"touches_{key}"):
                st.markdown(":small[:gray[In touch again:]]")
                for touch in touches:
                    st.markdown(f":small[{told.touch(touch)}]")
        menu(request, _moves(request))


def _moves(request: dict[str, Any]) -> dict[str, str]:
    """Word on the menu to the state it leads to: the next step first, then the endings, then back."""
    state = request["state"]
    following = life.STEPS[life.STEPS.index(state) + 1 :] if state in life.STEPS else ()
    before = [step for step in life.STEPS[: life.STEPS.index(state)] if step != "suggested"] if following else []
    found = {WRITE: WRITE} if state in ("suggested", "drafted") and request["introducer"] else {}
    found |= {told.STATES[step]: step for step in following}
    found |= ENDINGS if state in ("sent", "agreed", "introduced", "met") else {REST: "resting"}
    found |= {f"Back to {told.STATES[step]}": step for step in reversed(before)}
    found |= {DAYS: DAYS} if state != "suggested" else {}
    found |= {HELPED: HELPED, PERSON: PERSON} if request["introducer_id"] else {}
    return found | {REMOVE: REMOVE}


def menu(request: dict[str, Any], moves: dict[str, str]) -> None:
    """The ways on and back from where the request stands; ``moves``: word on the menu to the state it leads to."""
    key = request["request_key"]
    chosen = st.menu_button(
        "Move", list(moves), key=f"move_{key}", type="tertiary", on_click=_chosen, args=(request, moves)
    )
    if chosen == PERSON:
        open_person(request["introducer_id"])


def _chosen(request: dict[str, Any], moves: dict[str, str]) -> None:
    key = request["request_key"]
    to = moves[st.session_state[f"move_{key}"]]
    if to == WRITE:
        begin(key, "introduction")
    elif to == PERSON:
        return
    elif to == DAYS:
        st.session_state["dating"] = key
    elif to == HELPED:
        st.session_state["helping"] = (request["introducer"], request["introducer_key"])
    elif to == REMOVE:
        lines = life.removed(key, request["states"].split(", "))
        decide("intro_request_event", lines, f"The ask to {told.introducer(request)} is removed.")
    else:
        move(request, to)


def move(request: dict[str, Any], to: str) -> None:
    """The request stands in another state from today, or a follow-up that is no step of its own is done."""
    key, states, name = request["request_key"], request["states"].split(", "), told.introducer(request)
    if to in told.NOTED:
        what = f"touch {request['touch_no']:.0f}" if to == "touch" else to
        decide("intro_request_event", life.noted(key, what, date.today()), told.noted(request, to))
        return
    lines = life.moved(key, states, to, date.today())
    decide("intro_request_event", lines, f"The ask to {name} now stands as: {told.STATES[to].lower()}.")


def begin(request_key: str, template: str) -> None:
    """Open the drawer for that request."""
    st.session_state["writing"] = (request_key, template)
