"""Everybody one could ask: filters that stand in the address, the list, and the same list as files."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.headlines import suggestions as told
from dashboard.headlines.words import CERTAINTY_MEANING
from dashboard.intros import requests as life
from dashboard.intros import week_asks
from dashboard.questions import Frame, Parameter
from dashboard.widgets import asking
from dashboard.widgets.figure import download
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import escape, row, rows

# What is on screen, in its order, and what it is called there and in the files.
COLUMNS = {
    "introducer": "Ask",
    "target_label": "About",
    "certainty": "Certainty",
    "evidence": "Why",
    "target_name": "Whom, by name",
    "strength": "Tie strength, 0 to 100",
    "last_asked_on": "Last asked",
    "last_interaction_on": "Last interaction",
    "spoken_minutes": "Minutes spoken, faded",
    "written_minutes": "Minutes written, faded",
    "favours_given": "Favours you did",
    "favours_received": "Favours they did",
    "door_chance": "Chance of a door",
}
MOST_PUT_OFF = 40


def wanted_industry(options: list[str]) -> str | None:
    """The industry that the filter below the cards has chosen, or the address before that filter is drawn."""
    wanted: str | None = st.session_state.get("target_industry", st.query_params.get("target_industry"))
    if wanted in options:
        return wanted
    st.session_state.pop("target_industry", None)
    return None


def show_all() -> None:
    """No longer one industry alone."""
    st.session_state["target_industry"] = None


def everybody(asks: Frame, params: dict[str, Parameter], options: list[str]) -> None:
    """Filters, list and files; a row opens the drawer."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header("Everybody you could ask", anchor=False, width="content")
        files = st.container(horizontal=True, width="content", gap="small")
    _filters(options)
    if not st.session_state["rested"]:
        asks = ask("intro_targets", **params, **week_asks.WIDE, is_resting_too=True)
    found = _kept(asks)
    shown = found[list(COLUMNS)].rename(columns=COLUMNS)
    st.caption(told.found(len(found), len(asks)))
    with files:
        download(shown, "intro-targets", ("csv", "xlsx", "json"), "export")
    if found.empty:
        st.markdown("Nobody fits all of these. Let go of one of the filters.")
        return
    _table(shown, found)


def _filters(options: list[str]) -> None:
    with st.container(horizontal=True, gap="small", key="filters"):
        st.text_input(
            "Name", key="introducer", placeholder="Find a person", bind="query-params", width=190, icon=":material/search:"
        )
        st.selectbox(
            "Industry", options, index=None, placeholder="All industries", key="target_industry", bind="query-params",
            width=200,
        )
        st.pills(
            "Certainty", list(CERTAINTY_MEANING), selection_mode="multi", key="certainty", bind="query-params"
        )
    with st.container(horizontal=True, gap="medium", key="switches"):
        st.toggle("Warm only", key="warm_only", bind="query-params")
        st.toggle(
            "Not asked in 90 days",
            True,
            key="rested",
            bind="query-params",
            help="Who has an open ask, or was asked in the last 90 days, is not suggested. Switch it off to see them too.",
        )


def _kept(asks: Frame) -> Frame:
    """What the filters leave."""
    state = st.session_state
    kept = asks
    if state.get("target_industry"):
        kept = kept[kept["target_label"] == state["target_industry"]]
    if state.get("certainty"):
        kept = kept[kept["certainty"].isin(state["certainty"])]
    if state.get("warm_only"):
        warm_from = next(line["setting"] for line in rows(ask("assumptions")) if line["name"] == "warm_from")
        kept = kept[kept["strength"] >= float(warm_from)]
    if state.get("introducer"):
        kept = kept[kept["introducer"].str.casefold().str.contains(state["introducer"].strip().casefold(), regex=False)]
    return kept


def _table(shown: Frame, found: Frame) -> None:
    numbers = st.column_config.NumberColumn
    table: Any = st.dataframe(
        shown,
        hide_index=True,
        key="all_asks",
        on_select="rerun",
        selection_mode="single-row",
        height=min(430, 38 + 35 * len(shown)),
        alt="Every suggested ask, best first; choose a row to write it",
        placeholder="",
        column_config={
            COLUMNS["strength"]: st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f"),
            COLUMNS["last_asked_on"]: st.column_config.DateColumn(format="D MMM YYYY"),
            COLUMNS["last_interaction_on"]: st.column_config.DateColumn(format="D MMM YYYY"),
            COLUMNS["spoken_minutes"]: numbers(format="%.0f", help="Of the tie strength: meetings and calls"),
            COLUMNS["written_minutes"]: numbers(format="%.0f", help="Of the tie strength: mail and messages"),
            COLUMNS["door_chance"]: numbers(format="percent", help="That they agree, and that they know somebody: assumed"),
        },
    )
    chosen = found.iloc[table["selection"]["rows"][0]] if table["selection"]["rows"] else {}
    is_free = len(chosen) > 0 and not chosen["is_resting"]
    if len(chosen) and not is_free:
        st.caption(f"{escape(chosen['introducer'])} has been asked already: {told.asked(chosen['last_asked_on'])}.")
    asking.chosen(
        "table", chosen.get("introducer_id") if is_free else None, chosen.get("target_industry") if is_free else None
    )


def put_off() -> None:
    """What was put off or left out, each with its way back."""
    lines = rows(ask("put_off"))
    if not lines:
        return
    opened = st.expander(f"Put off or left out ({len(lines)})", key="put_off", on_change="rerun")
    if not opened.open:
        return
    with opened:
        for line in lines[:MOST_PUT_OFF]:
            place = f"{line['kind']}_{line['contact_id']}_{line['target_industry'] or 'all'}"
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(escape(told.put_off(line)), width="content")
                st.button("Bring back", key=f"back_{place}", type="tertiary", on_click=_bring_back, args=(line,))
        if len(lines) > MOST_PUT_OFF:
            st.caption(f"The newest {MOST_PUT_OFF} of {len(lines)}.")


def _bring_back(line: dict[str, Any]) -> None:
    said = f"{line['full_name']} may be suggested again."
    key, industry = line["identity_key"], line["target_industry"]
    if line["kind"] == "person":
        decide("contact_setting", [{"identity_key": key, "setting": "never_suggest", "is_on": False}], said)
    elif line["kind"] == "swapped":
        decide("intro_choice", [life.chosen({"introducer_key": key, "target_industry": industry}, None, date.today())], said)
    else:
        decide("intro_snooze", [{"identity_key": key, "target_industry": industry, "until_on": None}], said)


def pair_of(asks: Frame, state: str) -> dict[str, Any] | None:
    """The ask whose drawer or dialog is open; None, and shut, if it is not among them any more."""
    if state not in st.session_state:
        return None
    person, industry = st.session_state[state]
    match = asks[(asks["introducer_id"] == person) & (asks["target_industry"] == industry)]
    if match.empty:
        st.session_state.pop(state)
        return None
    return row(match)
