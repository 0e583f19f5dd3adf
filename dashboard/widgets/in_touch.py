"""Keep in touch, on a person's page: how often, when due, a touch to note down, and putting off."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.headlines import keep_in_touch as told
from dashboard.headlines.words import has
from dashboard.widgets.cadences import often
from dashboard.widgets.correcting import held
from dashboard.widgets.figure import explain
from dashboard.widgets.keep_in_touch import SNOOZES, put_off
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.touching import log_form
from dashboard.widgets.words import row

Person = Mapping[str, Any]
UNSAID = -1  # a field cannot hold None as a choice: that means it is empty


def of_person(person: Person) -> None:
    """The card; nothing for who is private, archived or no contact."""
    params = {"who": person["contact_id"]}
    found = ask("contact_touch", **params)
    if found.empty:
        return
    touch = row(found)
    with st.container(border=True, key="in_touch", gap="small"):
        with st.container(gap=None):
            st.header("Keep in touch", anchor=False)
            st.caption(told.when_due(touch))
        _often(touch)
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            log_form(touch, "person")
            if has(touch["put_off_to"]):
                st.button("No longer put off", key="put_on", type="tertiary", on_click=_put_on, args=(touch,))
            elif has(touch["due_on"]):
                st.menu_button(
                    "Put off", list(SNOOZES), key="put_off", type="tertiary", on_click=_put_off, args=(touch,)
                )
        explain("contact_touch", params, "in_touch")


def _often(touch: Person) -> None:
    own = int(touch["own_days"]) if has(touch["own_days"]) else UNSAID
    choices = [*sorted({*told.EVERY, *([own] if own > 0 else [])}), 0, UNSAID]
    held(touch, "often", own)
    st.selectbox(
        "How often",
        choices,
        key="often",
        format_func=lambda days: told.AS_OTHERS if days == UNSAID else told.choice(days),
        help="As for others: what you said of their industry, or of warm and cool ties, on Keep in touch.",
        on_change=_say,
        args=(touch,),
    )


def _say(touch: Person) -> None:
    with errors_told("in_touch"):
        days = st.session_state["often"]
        often(touch, None if days == UNSAID else days)


def _put_off(touch: Person) -> None:
    with errors_told("in_touch"):
        put_off(touch, st.session_state["put_off"])


def _put_on(touch: Person) -> None:
    with errors_told("in_touch"):
        decide(
            "touch_snooze",
            [{"identity_key": touch["identity_key"], "until_on": None}],
            f"{touch['full_name']} is no longer put off.",
        )
