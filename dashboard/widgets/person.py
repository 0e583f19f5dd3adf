"""The parts of a person's page: who it is, how close, what happened, what is known and from where."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.errors import UserError
from dashboard.headlines import person as told
from dashboard.headlines.words import has, percent
from dashboard.intros import mailto
from dashboard.widgets import drafting
from dashboard.widgets.figure import explain, figure
from dashboard.widgets.sending import RECONNECTING
from dashboard.widgets.shell import ask, go_to
from dashboard.widgets.words import escape, frame, row, rows

Person = Mapping[str, Any]
NEWEST = 200


def head(person: Person) -> None:
    """Name, job, industry with how sure, and what is special."""
    with st.container(gap="xsmall"):
        st.title(escape(person["full_name"]), anchor=False)
        if words := told.job(person):
            st.markdown(escape(words))
        with st.container(horizontal=True, gap="small", key="marks"):
            word, icon, meaning = told.SURE[person["sureness"]]
            st.badge(escape(person["industry_label"]), color="gray", icon=":material/apartment:")
            st.badge(word, color="gray", icon=f":material/{icon}:", help=meaning)
            for special, icon in told.marks(person):
                st.badge(special, color="gray", icon=f":material/{icon}:")
        st.markdown(f":gray[{escape(told.evidence(person))}]")


def ways_on(person: Person) -> None:
    """Back to everybody, or to a mail of one's own."""
    with st.container(horizontal=True, gap="small", key="ways_on"):
        if st.button("All contacts", key="all_contacts", icon=":material/group:"):
            go_to("contacts")
        with suppress(UserError):  # what no mail program takes for an address has no link
            if person["email"]:
                st.link_button("Write a mail", mailto(person["email"], "", ""), icon=":material/mail:")
        if told.is_faded(person):
            st.button(
                "Write after a long time",
                key="reconnect",
                icon=":material/edit:",
                on_click=_begin,
                args=(person["contact_id"],),
                help="A few lines that ask for nothing but a sign of life.",
            )
    if st.session_state.get(RECONNECTING) == person["contact_id"]:
        drafting.open_drawer(_addressee(person), "reconnect")


def _begin(contact_id: str) -> None:
    st.session_state[RECONNECTING] = contact_id


def _addressee(person: Person) -> dict[str, Any]:
    """The person as the drawer names whom it writes to."""
    return {
        "introducer": person["full_name"],
        "introducer_id": person["contact_id"],
        "introducer_key": person["identity_key"],
        "introducer_email": person["email"],
        "introducer_company": person["company"],
        "introducer_position": person["position"],
        "last_interaction_on": person["last_interaction_on"],
    }


def numbers(person: Person) -> None:
    """Strength, hours, and what part of all time they are; no hours where the files tell of none at all."""
    is_timed = bool(row(ask("workspace_state"))["has_interactions"])
    with st.grid(3, min_column_width=160, gap="small"):
        st.metric(
            "Tie strength",
            f"{person['strength']:.0f}" if has(person["strength"]) else "Not yet",
            border=True,
            help="0 to 100: how warm the relation is now. Time, how recent, and whether both write. Nothing about the person.",
        )
        st.metric(
            "Hours, 1 year",
            f"{person['hours']:.1f}" if is_timed else "Not known",
            border=True,
            help="Of the last 365 days on record.",
        )
        st.metric(
            "Share of time",
            percent(person["share"] or 0, 1) if is_timed else "Not known",
            border=True,
            help="Of all your time in the same 365 days.",
        )


def strength(person: Person) -> None:
    """What makes the strength."""
    params = {"who": person["contact_id"]}
    found = ask("contact_strength", **params)
    with st.container(border=True, key="strength", gap="small"):
        if found.empty:
            st.header("No interaction on record", anchor=False)
            st.markdown("A calendar, messages or a sheet of meetings would show how close you are.")
            return
        parts = row(found)
        st.header(f"A tie strength of {parts['strength']:.0f}, and why", anchor=False)
        st.markdown(told.strength(parts))
        if said := told.dormant(parts):
            st.markdown(f":material/history: {said}")
        explain("contact_strength", params, "strength_parts")


def months(person: Person) -> None:
    """Time together month by month."""
    params = {"who": person["contact_id"], "months": 24}
    found = ask("contact_months", **params)
    if len(found):
        figure(
            told.months(found),
            "Hours together by month, colleagues' time included",
            charts.contact_months(found),
            "months",
            "contact_months",
            params,
            legend=":blue[■] spoken · the fainter part: written",
        )


def timeline(person: Person) -> None:
    """Every interaction, newest first."""
    params = {"who": person["contact_id"], "first": NEWEST}
    found = ask("contact_timeline", **params)
    if found.empty:
        return
    finding, unit = told.timeline(found)
    with st.container(border=True, key="timeline", gap="small"):
        with st.container(gap=None):
            st.header(finding, anchor=False)
            st.caption(unit)
        st.dataframe(
            found.assign(place=[told.place(*said) for said in zip(found["file"], found["line"], strict=True)]),
            key="timeline_table",
            hide_index=True,
            height=min(320, 37 * (len(found) + 1)),
            alt="Interactions with day, kind, minutes and file",
            placeholder="",
            column_order=("occurred_on", "what", "minutes", "counts_not", "place", "others"),
            column_config={
                "occurred_on": st.column_config.DateColumn("Day", format="D MMM YYYY"),
                "what": "What",
                "minutes": st.column_config.NumberColumn("Minutes", format="%.0f", help="This person's part of it."),
                "counts_not": st.column_config.TextColumn("Counts nothing", help="Why; empty if it counts."),
                "others": st.column_config.NumberColumn("People", help="How many shared it with you."),
                "place": "Who says so",
            },
        )
        explain("contact_timeline", params, "timeline")


def facts(person: Person) -> None:
    """What is known, each with the row that says so."""
    params = {"who": person["contact_id"]}
    found = rows(ask("contact_facts", **params))
    with st.container(border=True, key="facts", gap="small"):
        st.header("What is known, and who says so", anchor=False)
        st.dataframe(
            frame(
                [
                    {
                        "What": told.FACTS[fact["fact"]],
                        "Value": told.fact_value(fact),
                        "Who says so": told.source(fact),
                        "Since": fact["stated_on"],
                        "Taken": "yes" if fact["is_used"] else "no",
                    }
                    for fact in found
                ]
            ),
            key="facts_table",
            hide_index=True,
            alt="Facts with value, source and day",
            placeholder="",
            column_config={
                "Value": st.column_config.TextColumn(width=260),
                "Taken": st.column_config.TextColumn(
                    help="Your word goes before a file's, a newer file before an older."
                ),
                "Since": st.column_config.DateColumn(format="D MMM YYYY", help="Day of the import, or of your word."),
            },
        )
        explain("contact_facts", params, "facts")
