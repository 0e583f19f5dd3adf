"""How the user came to know people: said on a person's page, drawn as lines of who came through whom."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import favours as told
from dashboard.headlines.words import has
from dashboard.widgets.figure import figure, open_person
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import escape, row, rows

Person = Mapping[str, Any]
MOST = 40  # rows of the drawn tree


def of_person(person: Person) -> None:
    """How the user met this person, as files or the user say, and whom they brought."""
    found = ask("contact_origin", who=person["contact_id"])
    origin = row(found) if len(found) and has(found["how"].iloc[0]) else None
    with st.container(border=True, key="how_met", gap="small"):
        with st.container(gap=None):
            st.header("How you met", anchor=False)
            source = f" · {told.SOURCES[origin['source']]}" if origin and origin["source"] else ""
            st.caption(escape(told.met(origin) + source))
        _choice(person, origin)
        if len(found) and has(found["brought"].iloc[0]):
            st.markdown(f"They brought you **{escape(found['brought'].iloc[0])}**.")


def _choice(person: Person, origin: dict[str, Any] | None) -> None:
    holds = (person["contact_id"], origin["how"] if origin else None)
    if st.session_state.get("how_holds") != holds:
        st.session_state["how"] = holds[1]
        st.session_state["how_holds"] = holds
        st.session_state.pop("introducer_search", None)
    st.segmented_control(
        "Who made you known to each other",
        list(told.HOW_MET),
        format_func=told.HOW_MET.__getitem__,
        key="how",
        label_visibility="collapsed",
        on_change=_chosen,
        args=(person, origin),
    )
    if st.session_state["how"] == "introduced":
        _introducer(person)


def _chosen(person: Person, origin: dict[str, Any] | None) -> None:
    how = st.session_state["how"]
    if how in ("myself", "unknown"):
        _write(person, how, f"{person['full_name']}: {told.HOW_MET[how].lower()}.")
    elif how is None and origin and origin["is_yours"]:
        _write(person, None, f"How you met {person['full_name']} is what your files say.")


def _introducer(person: Person) -> None:
    words = st.text_input(
        "By whom",
        key="introducer_search",
        type="search",
        live=True,
        icon=":material/person_search:",
        placeholder="Name of a contact",
    )
    if not (words or "").strip():
        return
    found = [other for other in rows(ask("people_found", search=words)) if other["contact_id"] != person["contact_id"]]
    for place, other in enumerate(found):
        company = f" · {escape(other['company'])}" if other["company"] else ""
        st.button(
            f"**{escape(other['full_name'])}**{company}",
            key=f"introducer_{place}",
            type="tertiary",
            icon=":material/handshake:",
            on_click=_write,
            args=(person, other["identity_key"], f"{other['full_name']} introduced {person['full_name']}."),
        )
    if not found:
        st.caption(f"Nobody else matches {escape(words or '')}.")


def _write(person: Person, origin: str | None, said: str) -> None:
    with errors_told("how_met"):
        decide("contact_origin", [{"identity_key": person["identity_key"], "origin": origin}], said)
        st.session_state["introducer_search"] = ""


def lineage() -> None:
    """Who came through whom, how many one met by oneself, and how much rests on one introducer."""
    shares = row(ask("origin_shares"))
    if not shares["known"] and not shares["introductions"]:
        return
    tree = ask("lineage", most=MOST)
    if tree.empty:
        with st.container(border=True, key="lineage", gap="small"):
            st.header(told.lineage(shares)[0], anchor=False)
            st.markdown(told.self_introduced(shares))
        return
    finding, unit = told.lineage(shares)
    picked = figure(
        finding,
        f"{unit} · choose a name to open the page",
        charts.lineage(tree.fillna({"person": told.GONE})),
        "lineage",
        "lineage",
        {"most": MOST},
        legend=told.self_introduced(shares),
        is_picked=True,
    )
    chosen = picked[0].get("person_id") if picked else None
    if chosen and st.session_state.get("chosen_lineage") != chosen:
        st.session_state["chosen_lineage"] = chosen
        open_person(chosen)
    st.session_state["chosen_lineage"] = chosen
