"""The people one could meet: named targets of the second degree, each with who could introduce whom."""

from typing import Any

import streamlit as st

from dashboard.headlines import suggestions
from dashboard.headlines import targets as told
from dashboard.headlines.contacts import SURENESS, SURENESS_HELP
from dashboard.questions import Frame, Parameter
from dashboard.widgets import drafting
from dashboard.widgets.figure import download, explain
from dashboard.widgets.sending import MEETING
from dashboard.widgets.shell import ask, go_to
from dashboard.widgets.words import escape, row

MOST = 200
# What is on screen, in its order, and what it is called there and in the files.
COLUMNS = {
    "full_name": "Whom you could meet",
    "introducer": "Ask",
    "industry_label": "Industry",
    "company": "Company",
    "position": "Position",
    "certainty": "Certainty",
    "strength": "Tie strength, 0 to 100",
    "also_through": "Also through",
    "evidence": "Why",
    "sureness": "Industry, how sure",
    "last_asked_on": "Last asked",
}


def people(params: dict[str, Parameter], industry: str | None = None) -> None:
    """The list, its files, and the drawer of who was chosen. ``industry``: the label of one industry alone."""
    everybody = ask("second_degree", **params, people=MOST)
    missing = everybody[everybody["is_gap"]]
    if industry:
        missing = missing[missing["industry_label"] == industry]
    if missing.empty:
        if everybody.empty:
            _nobody()
        return
    with st.container(border=True, key="targets", gap="small"):
        found = _one_industry(missing, params, industry)
        shown = found.assign(sureness=found["sureness"].map(SURENESS))[list(COLUMNS)].rename(columns=COLUMNS)
        _table(shown, found)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            explain("second_degree", {**params, "people": MOST}, "targets")
            with st.container(horizontal=True, width="content"):
                download(shown, "people-to-meet", ("csv", "xlsx", "json"), "targets_export")
    _drawer(found)


def _one_industry(missing: Frame, params: dict[str, Parameter], industry: str | None) -> Frame:
    """Heading and filter; the people it leaves: of one industry all, not only the best of it."""
    options = sorted(missing["industry_label"].unique())
    if st.session_state.get("meet_industry") not in options:
        st.session_state.pop("meet_industry", None)
    chosen = industry or st.session_state.get("meet_industry")
    found = missing
    if chosen:
        code = missing.loc[missing["industry_label"] == chosen, "industry"].iloc[0]
        found = ask("second_degree", **params, people=MOST, industry=code)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(gap=None, width="content"):
            st.header(escape(told.in_industry(found) if chosen else told.finding(found)), anchor=False)
            st.caption(f"{escape(told.best(found))}. {told.UNIT}")
        if not industry:
            st.selectbox(
                "Industry of whom to meet",
                options,
                index=None,
                placeholder="All you lack",
                key="meet_industry",
                label_visibility="collapsed",
                width=200,
            )
    return found


def _table(shown: Frame, found: Frame) -> None:
    table: Any = st.dataframe(
        shown,
        hide_index=True,
        key="targets_table",
        on_select="rerun",
        selection_mode="single-row",
        height=min(360, 38 + 35 * len(shown)),
        alt="People you could meet, each with who could introduce you; choose a row to write the ask",
        placeholder="",
        column_config={
            COLUMNS["sureness"]: st.column_config.TextColumn(help=SURENESS_HELP),
            COLUMNS["certainty"]: st.column_config.TextColumn(help=told.CERTAINTY),
            COLUMNS["strength"]: st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f"),
            COLUMNS["last_asked_on"]: st.column_config.DateColumn(format="D MMM YYYY"),
        },
    )
    chosen = row(found.iloc[[table["selection"]["rows"][0]]]) if table["selection"]["rows"] else None
    if chosen and chosen["is_resting"]:
        asked = suggestions.asked(chosen["last_asked_on"])
        st.caption(escape(f"{chosen['introducer']} has been asked already: {asked}. Nobody is asked twice in 90 days."))
        chosen = None
    pick = chosen["person_id"] if chosen else None
    if pick and st.session_state.get("chosen_target") != pick:  # once: the choice stays when the drawer is shut
        st.session_state[MEETING] = pick
        st.session_state.pop("writing", None)
    st.session_state["chosen_target"] = pick


def _drawer(found: Frame) -> None:
    """The draft to the introducer about the person chosen."""
    match = found[found["person_id"] == st.session_state.get(MEETING)]
    if match.empty or {"writing", "putting_off"} & set(st.session_state):  # one dialog at a time
        st.session_state.pop(MEETING, None)
        return
    person = row(match)
    drafting.open_drawer(
        person
        | {
            "target_industry": person["industry"],
            "target_label": person["industry_label"],
            "target_name": person["full_name"],
            "target_company": person["company"],
        }
    )


def _nobody() -> None:
    with st.container(border=True, key="no_targets", gap="small"):
        st.header(told.NOBODY, anchor=False)
        st.markdown(told.HOW)
        if st.button("Import a list somebody shared", key="share_list", icon=":material/upload_file:"):
            go_to("imports")
