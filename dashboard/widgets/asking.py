"""The cards of the Suggestions page: whom to ask, about what, why, and what to do with it."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import suggestions as told
from dashboard.headlines.words import CERTAINTY_MEANING, day, warmth
from dashboard.intros import requests as life
from dashboard.questions import Parameter
from dashboard.widgets.choosing import drawn
from dashboard.widgets.figure import figure, open_person
from dashboard.widgets.sending import MEETING, close
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import escape

LATER, UNTIL = "Not now: back in 30 days", "Put off until a day …"
NOT_FOR, NEVER, PERSON = "Not for this industry", "Never suggest again", "Open their page"
RELEASE = "Need not stay this week: the best asks stand here."
DOORS: dict[str, Parameter] = {"per_industry": 8, "per_introducer": 9}
Target = dict[str, Any]


def card(target: Target, place: int, minutes_an_ask: float) -> None:
    """One ask."""
    is_pinned = target["choice"] == "pinned"
    with st.container(border=True, height="stretch", gap="small", key=f"ask_{place}"):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            st.badge(target["target_label"], color="orange", icon=":material/add_circle:")
            st.badge(
                target["certainty"],
                color="gray" if target["certainty"] == "guess" else "orange",
                help=CERTAINTY_MEANING[target["certainty"]],
            )
            if is_pinned:
                st.badge("kept", color="blue", icon=":material/keep:")
        with st.container(gap=None):
            st.header(escape(f"Ask {target['introducer']}"), anchor=False)
            st.markdown(f"about **{escape(told.about(target))}**")
        st.markdown(f":gray[{escape(told.evidence(target))}]")
        with st.container(gap=None):
            known = (
                warmth(target["strength"], target["last_interaction_on"]),
                told.asked(target["last_asked_on"]),
                told.favours(target),
            )
            st.caption(" · ".join(part for part in known if part), help=told.parts_of_strength(target) or None)
            st.caption(
                f":material/trending_up: {told.adds(target, minutes_an_ask)}", help=escape(told.why_it_adds(target))
            )
        st.space("stretch")
        _verbs(target, place, is_pinned)


def _verbs(target: Target, place: int, is_pinned: bool) -> None:
    is_next = place == 0 and not {"writing", "putting_off", MEETING} & set(st.session_state)  # a drawer has a button of its own
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.button(
            "Write it",
            key=f"write_{place}",
            type="primary" if is_next else "secondary",
            on_click=begin,
            args=(target["introducer_id"], target["target_industry"]),
        )
        st.button(
            "Swap",
            key=f"swap_{place}",
            type="tertiary",
            help="The next best ask in its place, for this week.",
            on_click=_swap,
            args=(target,),
        )
        st.button(
            "Let go" if is_pinned else "Keep",
            key=f"pin_{place}",
            type="tertiary",
            help=RELEASE if is_pinned else "Stays this week, whatever else changes.",
            on_click=_pin,
            args=(target, is_pinned),
        )
        chosen = st.menu_button(
            "More",
            [LATER, UNTIL, NOT_FOR, NEVER, PERSON],
            key=f"more_{place}",
            type="tertiary",
            on_click=_more,
            args=(target, place),
        )
        if chosen == PERSON:
            open_person(target["introducer_id"])


def doors(params: dict[str, Parameter]) -> None:
    """Who could open what, the likely doors before the guesses; a mark opens the drawer."""
    asks = ask("intro_targets", **params, **DOORS)
    picked = figure(
        told.doors(asks),
        "The introducers with most doors, and the industries with most · choose a mark to write the ask",
        drawn(charts.intro_targets, asks),
        "doors",
        "intro_targets",
        params | DOORS,
        legend=":orange[●] known · small: likely · :gray[○] a guess",
        is_picked=True,
    )
    mark = picked[0] if picked else {}
    chosen("doors", mark.get("introducer_id"), mark.get("target_industry"))


def begin(introducer_id: str, industry: str) -> None:
    """Open the drawer for that ask, in this run or the next."""
    st.session_state["writing"] = (introducer_id, industry)


def chosen(place: str, introducer_id: str | None, industry: str | None) -> None:
    """Open the drawer for what was chosen in a table or a chart: once, since the choice stays when the drawer is shut."""
    pair = (introducer_id, industry) if introducer_id and industry else None
    if pair and st.session_state.get(f"chosen_{place}") != pair:
        begin(*pair)
    st.session_state[f"chosen_{place}"] = pair


def put_off_until(target: Target) -> None:
    """Ask for the day on which the pair comes back."""
    st.dialog(
        escape(f"Put off {target['introducer']}"),
        on_dismiss=lambda: st.session_state.pop("putting_off", None),
    )(_until)(target)


def _until(target: Target) -> None:
    today = date.today()
    until = st.date_input(
        f"Not asked about {target['target_label']} until",
        today + timedelta(days=life.REST_DAYS),
        min_value=today + timedelta(days=1),
        key="until_on",
        format="DD/MM/YYYY",
    )
    if st.button("Put off", type="primary", key="put_off_go") and isinstance(until, date):
        st.session_state.pop("putting_off", None)
        lines = [life.snoozed(target, until, 0)]
        decide("intro_snooze", lines, f"{_pair(target)} comes back on {day(until)}.")
        st.rerun()


def _pair(target: Target) -> str:
    return f"{target['introducer']} about {target['target_label']}"


def _swap(target: Target) -> None:
    choose(target, "swapped", f"{_pair(target)} is swapped for the next best, this week.")


def keep(target: Target) -> None:
    """The same in the drawer: an ask found in the list, the matrix or elsewhere may be one of this week's."""
    is_pinned = target["choice"] == "pinned"
    if st.button(
        "Let go" if is_pinned else "Keep for this week",
        key="keep_ask",
        type="tertiary",
        icon=":material/keep_off:" if is_pinned else ":material/keep:",
        help=RELEASE if is_pinned else "Stays among this week's asks, and the others are chosen anew around it.",
    ):
        _pin(target, is_pinned)
        st.rerun()  # the page, too: its cards change


def more(target: Target) -> None:
    """And what else a card offers, for those on no card: put off, or left out for good. The drawer has no more to say then."""
    if st.menu_button(
        "More", [LATER, UNTIL, NOT_FOR, NEVER], key="more_drawer", type="tertiary", on_click=_more, args=(target, "drawer")
    ):
        close()


def _pin(target: Target, is_pinned: bool) -> None:
    said = "need not stay this week any more" if is_pinned else "stays this week"
    choose(target, None if is_pinned else "pinned", f"{_pair(target)} {said}.")


def choose(target: Target, choice: str | None, said: str) -> None:
    """Pin or swap an ask for this week, or take that back."""
    decide("intro_choice", [life.chosen(target, choice, date.today())], said)


def _more(target: Target, place: int | str) -> None:
    chosen = st.session_state[f"more_{place}"]
    if chosen == LATER:
        said = f"{_pair(target)} comes back in {life.REST_DAYS} days."
        decide("intro_snooze", [life.snoozed(target, date.today())], said)
    elif chosen == UNTIL:
        st.session_state["putting_off"] = (target["introducer_id"], target["target_industry"])
    elif chosen == NOT_FOR:
        decide("intro_snooze", [life.left_out(target)], f"{_pair(target)} will not be suggested again.")
    elif chosen == NEVER:
        decide(
            "contact_setting",
            [{"identity_key": target["introducer_key"], "setting": "never_suggest", "is_on": True}],
            f"{target['introducer']} will not be suggested again.",
        )
