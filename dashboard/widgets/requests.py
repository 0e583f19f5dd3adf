"""The parts of the Requests page beside the board: what is due, what has ended, through whom introductions came."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Literal

import streamlit as st

from dashboard.exports.reminders import Reminder, ics
from dashboard.headlines import requests as told
from dashboard.headlines.suggestions import about
from dashboard.questions import Frame
from dashboard.widgets import dating, drafting, favours
from dashboard.widgets.board import DAYS, REMOVE, REST, begin, menu, move
from dashboard.widgets.figure import in_percent
from dashboard.widgets.words import escape, row, rows

# What each follow-up offers, the likeliest first: word on the button and what it writes down.
VERBS = {
    "reminder": (("They said yes", "agreed"), (REST, "resting")),
    "rest": (("No answer", "no answer"), ("They said yes", "agreed")),
    "thanks": (("I thanked them", "thanked"),),
    "time": (("We met", "met"), (REST, "resting")),
    "report": (("I told them", "reported"),),
    "touch": (("We were in touch", "touch"), (REST, "resting")),
    "keep": (("We keep in touch", "kept"),),
}
# Which follow-ups are written: word on the button, its key, the kind of draft.
WRITTEN = {
    "reminder": ("Write a nudge", "nudge", "follow_up"),
    "thanks": ("Write thanks", "write_thanks", "thanks"),
    "report": ("Write how it went", "write_report", "report_back"),
}
DRAWERS = {"writing", "dating", "helping"}


def due(requests: Frame) -> None:
    """The follow-ups that are due, each with its verbs."""
    waiting = rows(requests[requests["is_due"]])
    if not waiting:
        return
    with st.container(border=True, key="due", gap="small"):
        for place, request in enumerate(waiting):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(
                    f"**{escape(told.introducer(request))}** about {escape(about(request))} "
                    f":orange-badge[:material/schedule: {told.due(request)}]",
                    width="content",
                )
                with st.container(horizontal=True, width="content", gap="xsmall"):
                    _verbs(request, is_first=place == 0)


def _verbs(request: dict[str, Any], is_first: bool) -> None:
    key, follow_up = request["request_key"], request["follow_up"]
    is_next = is_first and not DRAWERS & set(st.session_state)  # an open drawer has the primary button
    kind: Literal["primary", "secondary", "tertiary"] = "primary" if is_next else "secondary"
    if follow_up in WRITTEN and request["introducer"]:
        word, name, draft = WRITTEN[follow_up]
        st.button(word, key=f"{name}_{key}", icon=":material/edit:", type=kind, on_click=begin, args=(key, draft))
        kind = "tertiary"
    for word, state in VERBS[follow_up]:
        st.button(
            word, key=f"{state.replace(' ', '_')}_{key}", type=kind, on_click=move, args=(request, state)
        )
        kind = "tertiary"


def save_follow_ups(requests: Frame, touches: Frame) -> None:
    """The days of the follow-ups, and of all touches still to come, as a calendar file."""
    ahead = [r for r in rows(requests) if r["follow_up_on"] is not None and r["follow_up"] not in ("touch", "keep")]
    still = [touch for touch in rows(touches) if touch["done_on"] is None and not touch["is_passed"]]
    if not ahead and not still:
        return
    reminders = [
        Reminder(
            request["request_key"],
            max(request["follow_up_on"].date(), date.today()),
            told.reminder(request),
            len(request["states"].split(", ")),
        )
        for request in ahead
    ] + [
        Reminder(
            f"{touch['request_key']} touch {touch['touch_no']}",
            max(touch["planned_on"].date(), date.today()),
            told.touch_reminder(touch),
            0,
        )
        for touch in still
    ]
    st.download_button(
        "Save follow-ups as .ics",
        partial(ics, reminders, datetime.now(UTC).replace(tzinfo=None, microsecond=0)),
        "follow-ups.ics",
        "text/calendar",
        on_click="ignore",
        icon=":material/event:",
        key="save_follow_ups",
        help="All-day entries that ring in the morning. Saved again, they move.",
    )


def ended(requests: Frame) -> None:
    """What was kept, declined, without answer or left to rest, a lane each, with a way back onto the board."""
    found = rows(requests[~requests["is_open"]])
    if not found:
        return
    with st.expander(f"Ended asks: {len(found)}", key="ended", icon=":material/inventory_2:"), st.container(key="ends"):
        lanes = [lane for lane, states in ENDS.items() if any(request["state"] in states for request in found)]
        with st.grid(len(lanes), min_column_width=200, gap="small"):
            for lane in lanes:
                _ended_lane(lane, [request for request in found if request["state"] in ENDS[lane]])


def _ended_lane(lane: str, found: list[dict[str, Any]]) -> None:
    with st.container(key=f"lane_{lane.lower().replace(' ', '_')}", gap="xsmall"):
        st.markdown(f"**{lane}** :gray[{len(found)}]")
        for request in found:
            with st.container(border=True, gap="xsmall"):
                with st.container(gap=None):
                    st.markdown(f"**{escape(told.introducer(request))}**")
                    st.markdown(escape(about(request)))
                st.markdown(f":small[:gray[{told.since(request)}]]")
                menu(request, _ENDED)


ENDS = {"Kept": ("kept",), "Declined": ("declined",), "No answer": ("no answer",), "Resting": ("resting",)}
_ENDED = {f"Back to {told.STATES[step]}": step for step in ("sent", "agreed", "introduced", "met")} | {
    DAYS: DAYS,
    REMOVE: REMOVE,
}


def brokers(introductions: Frame) -> None:
    """Through whom the introductions came."""
    with st.container(border=True, height="stretch", key="brokers", gap="small"):
        with st.container(gap=None):
            st.header(escape(told.brokers(introductions)), anchor=False)
            st.caption("Introductions on record, by who made them")
        if introductions.empty:
            st.markdown(
                "When an ask comes to an introduction, move its card to *Introduced*; how you met others, say on their page. "
                "Then this shows who opens doors."
            )
            return
        columns = ["introducer", "introductions", "introduction_share", "last_introduced_on"]
        st.dataframe(
            in_percent(introductions[columns].fillna({"introducer": told.GONE}), "introduction_share"),
            hide_index=True,
            key="brokers_table",
            alt=told.brokers(introductions),
            column_config={
                "introducer": "Who",
                "introductions": "Introductions",
                "introduction_share": st.column_config.ProgressColumn(
                    "Share of introductions", min_value=0, max_value=100, format="%.0f%%"
                ),
                "last_introduced_on": st.column_config.DateColumn("Latest", format="D MMM YYYY"),
            },
        )
        if len(introductions) > 1:
            st.markdown("When one person opens most doors, thank them, and ask somebody else next.")


def drawers(requests: Frame) -> None:
    """The one drawer that is open, if any: a draft, the days of a request, or a favour."""
    if "helping" in st.session_state:
        favours.open_favour(*st.session_state["helping"])
        return
    for word in ("writing", "dating"):
        if word not in st.session_state:
            continue
        held = st.session_state[word]
        key, template = held if word == "writing" else (held, "")
        match = requests[requests["request_key"] == key]
        if match.empty:
            st.session_state.pop(word)
        elif word == "writing":
            drafting.open_drawer(row(match), template)
            return
        else:
            dating.open_days(row(match))
            return
