"""Merging two contacts, and splitting off a naming that is somebody else."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.headlines import person as told
from dashboard.widgets import twins
from dashboard.widgets.figure import open_person
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import escape, rows

Person = Mapping[str, Any]
MOST_SHOWN = 12


def draw(person: Person) -> None:
    """The namings that make the person, what the user said of them, and whom to merge with."""
    with st.container(border=True, key="joining", gap="small"):
        namings = rows(ask("contact_identities", who=person["contact_id"]))
        st.header("One person, or two?", anchor=False)
        twins.mention(person["contact_id"])
        if len(namings) == 1:
            st.caption("Your files name this person in one way only.")
        else:
            _namings(namings)
            _split(person, namings)
        _merge(person)
        _links(person)


def _namings(namings: list[dict[str, Any]]) -> None:
    st.caption(f"Your files name this person in {len(namings)} ways. What joins them:")
    for naming in namings[:MOST_SHOWN]:
        with st.container(gap=None):
            st.markdown(escape(told.naming(naming)))
            st.caption(escape(told.joined(naming)))


def _split(person: Person, namings: list[dict[str, Any]]) -> None:
    named = {naming["identity_key"]: told.naming(naming) for naming in namings}
    if not set(st.session_state.get("split_namings", [])) <= set(named):
        st.session_state["split_namings"] = []
    chosen = st.multiselect(
        "Somebody else",
        list(named),
        format_func=lambda key: named.get(key, ""),
        key="split_namings",
        placeholder="Which of these is another person?",
        max_selections=len(named) - 1,
        select_all=False,
    )
    if chosen:
        st.button(
            "Split off",
            key="split",
            icon=":material/call_split:",
            on_click=_part,
            args=(person, chosen, ", ".join(named[key] for key in chosen)),
            help="They become a contact of their own, and stay one after the next import.",
        )


def _part(person: Person, chosen: list[str], said: str) -> None:
    with errors_told("split"):
        decisions = rows(ask("contact_split", who=person["contact_id"], namings="\n".join(chosen)))
        decide("person_link", decisions, f"{said} is somebody else.")


def _merge(person: Person) -> None:
    words = st.text_input(
        "The same as",
        key="merge_search",
        type="search",
        live=True,
        icon=":material/merge:",
        placeholder="Name of the other contact",
    )
    if not (words or "").strip():
        return
    found = [other for other in rows(ask("people_found", search=words)) if other["contact_id"] != person["contact_id"]]
    for place, other in enumerate(found):
        st.button(
            f"Merge with **{escape(other['full_name'])}**"
            + (f" · {escape(other['company'])}" if other["company"] else ""),
            key=f"merge_{place}",
            type="tertiary",
            icon=":material/merge:",
            on_click=_join,
            args=(person, other),
        )
    if not found:
        st.caption(f"Nobody else matches {escape(words or '')}.")


def _join(person: Person, other: Mapping[str, Any]) -> None:
    with errors_told("merge"):
        decisions = rows(ask("contact_merge", who=person["contact_id"], other=other["contact_id"]))
        decide("person_link", decisions, f"{person['full_name']} and {other['full_name']} are one person.")
        st.session_state["merge_search"] = ""


def _links(person: Person) -> None:
    """What was decided before: one line for each other person, however many namings it took."""
    told_of: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for verdict in rows(ask("contact_links", who=person["contact_id"])):
        told_of.setdefault((verdict["other_id"], verdict["verdict"]), []).append(verdict)
    said = list(enumerate(told_of.values()))
    for place, verdicts in said[:MOST_SHOWN]:
        _link(person, place, verdicts)
    if rest := said[MOST_SHOWN:]:
        with st.expander(f"{len(rest):,} more that you said", key="more_links"):
            for place, verdicts in rest:
                _link(person, place, verdicts)


def _link(person: Person, place: int, verdicts: list[dict[str, Any]]) -> None:
    with st.container(gap=None, key=f"link_{place}"):
        st.caption(escape(told.link(verdicts[0])))
        with st.container(horizontal=True, gap="small"):
            st.button("Take back", key=f"unlink_{place}", type="tertiary", on_click=_unlink, args=(verdicts,))
            other = verdicts[0]["other_id"]
            if other != person["contact_id"] and st.button("See the other", key=f"see_{place}", type="tertiary"):
                open_person(other)


def _unlink(verdicts: list[dict[str, Any]]) -> None:
    with errors_told("unlink"):
        taken_back = [
            {name: verdict[name] for name in ("identity_key", "other_key")} | {"verdict": verdict["before"]}
            for verdict in verdicts
        ]
        decide("person_link", taken_back, told.unlinked(verdicts))
