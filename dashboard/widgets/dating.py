"""The days of a request, to be set right: it happened on Tuesday, not on the day it was written down."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.headlines import requests as told
from dashboard.headlines.suggestions import about
from dashboard.intros import requests as life
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import escape, rows


def open_days(request: dict[str, Any]) -> None:
    """The drawer with the days of one request."""
    st.dialog(
        escape(f"Days of the ask to {told.introducer(request)}"),
        position="right",
        width=440,
        on_dismiss=lambda: st.session_state.pop("dating", None),
    )(_drawer)(request)


def _drawer(request: dict[str, Any]) -> None:
    with errors_told("days"):
        st.markdown(f"About **{escape(about(request))}**")
        steps = ask("request_steps")
        found = [step for step in rows(steps[steps["request_key"] == request["request_key"]]) if step["place"] > 1]
        if not found:
            st.markdown("Nothing has happened yet that has a day. Move the card, then set the day right here.")
            return
        days = {step["state"]: _day(request, step) for step in found}
        if told.is_disordered(list(days.values())):
            st.caption(":material/info: A later step has an earlier day. It is kept as you say it.")
        if st.button("Keep these days", key="keep_days", type="primary", icon=":material/check:"):
            held = {step["state"]: step["happened_on"].date() for step in found}
            lines = life.redated(request["request_key"], held, days)
            st.session_state.pop("dating", None)
            if lines:
                decide("intro_request_event", lines, f"The days of the ask to {told.introducer(request)} are set.")
            st.rerun()


def _day(request: dict[str, Any], step: dict[str, Any]) -> date:
    held = step["happened_on"].date()
    said = st.date_input(
        told.STATES[step["state"]],
        held,
        max_value=max(held, date.today()),
        format="DD.MM.YYYY",
        key=f"day_{request['request_key']}_{step['state'].replace(' ', '_')}",
    )
    return said if isinstance(said, date) else held
