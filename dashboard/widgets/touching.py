"""Noting down time with somebody: a form beside a name, a line as one would say it, entries to change or delete."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from dashboard.headlines import keep_in_touch as told
from dashboard.intros.telling import MOST_MINUTES, entry
from dashboard.intros.telling import told as read
from dashboard.widgets.shell import ask, decide, go_to
from dashboard.widgets.words import escape, rows

Row = Mapping[str, Any]
LINE, NEW_ENTRIES = "told_line", 12


def log_form(person: Row, place: str, label: str = "Log a touch") -> None:
    """A popover: when, how long, by what, and a note. ``person``: identity_key, full_name, typical_minutes."""
    opened = st.popover(label, key=f"log_{place}", on_change="rerun", icon=":material/check:")
    if not opened.open:
        return
    with opened, st.form(f"log_form_{place}", border=False):
        st.date_input("When", date.today(), max_value=date.today(), key=f"log_on_{place}", format="DD/MM/YYYY")
        st.number_input(
            "Minutes", 1, MOST_MINUTES, max(1, round(person["typical_minutes"])), step=5, key=f"log_minutes_{place}"
        )
        st.selectbox("By", list(told.CHANNELS), format_func=told.CHANNELS.__getitem__, key=f"log_channel_{place}")
        st.text_input("A note, if you like", key=f"log_note_{place}", max_chars=200)
        st.form_submit_button("Note it down", key=f"log_save_{place}", on_click=_log, args=(person, place))


def _log(person: Row, place: str) -> None:
    given = {part: st.session_state[f"log_{part}_{place}"] for part in ("on", "minutes", "channel", "note")}
    tell(person, given["on"], given["minutes"], given["channel"], given["note"].strip() or None)


def tell(person: Row, on: date, minutes: float, channel: str, note: str | None) -> None:
    """Write an entry down."""
    decide(
        "own_entry",
        [entry(person["identity_key"], on, minutes, channel, note)],
        told.logged(person["full_name"], channel, minutes, on),
    )


def line() -> None:
    """A line as one would say it, shown as it was read before it is saved."""
    with st.container(border=True, key="quick_entry", gap="small"):
        st.header("Met somebody?", anchor=False)
        said = st.text_input(
            "Say it in a line",
            key=LINE,
            placeholder="coffee with Dana Fox yesterday 45 min",
            max_chars=200,
            help="With whom, when (today, yesterday, Monday, 3 Nov), how long, and by what: all but the name may be left out.",
        )
        if not (said or "").strip():
            return
        found = read(said or "", date.today())
        people = rows(ask("people_found", search=found.name)) if found.name else []
        if not people:
            _nobody(found.name)
            return
        person = people[0]
        if len(people) > 1:
            keys = {each["identity_key"]: each for each in people}
            person = keys[
                st.radio("Whom do you mean?", list(keys), format_func=lambda key: _who(keys[key]), key="told_whom")
            ]
        minutes = found.minutes or 30
        words = told.read(
            escape(_who(person)), found.channel, minutes, found.on, escape(found.note) if found.note else None
        )
        assumed = " 30 minutes are our guess: the line does not say." if found.minutes is None else ""
        st.markdown(f"{words}.{assumed}")
        st.button(
            "Save",
            key="told_save",
            icon=":material/check:",
            on_click=_save,
            args=(person, found.on, minutes, found.channel, found.note),
        )


def _save(person: Row, on: date, minutes: float, channel: str, note: str | None) -> None:
    tell(person, on, minutes, channel, note)
    st.session_state[LINE] = ""


def _nobody(name: str) -> None:
    st.markdown(f"Nobody on file is called {escape(name)}." if name else "With whom? Write a name.")
    if name and st.button("Add them by hand", key="told_add"):
        go_to("contacts")


def _who(person: Row) -> str:
    return f"{person['full_name']}, {person['company']}" if person["company"] else str(person["full_name"])


def entries() -> None:
    """The newest entries, each to be changed or deleted."""
    frame = ask("own_entries")
    if frame.empty:
        return
    with st.expander("What you noted down", key="own_entries", icon=":material/edit_note:"):
        for place, each in enumerate(rows(frame.head(NEW_ENTRIES))):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                words = told.read(
                    escape(each["full_name"]),
                    each["channel"],
                    each["minutes"],
                    each["happened_on"],
                    escape(each["note"] or "") or None,
                )
                also = " · :gray[a file tells of it too: that one counts]" if each["is_on_file"] else ""
                st.markdown(f"{words}{also}", width="stretch")
                _change(each, place)
                st.button("Delete", key=f"entry_delete_{place}", type="tertiary", on_click=_delete, args=(each,))


def _change(each: Row, place: int) -> None:
    opened = st.popover("Change", key=f"entry_change_{place}", type="tertiary", on_change="rerun")
    if not opened.open:
        return
    with opened, st.form(f"entry_form_{place}", border=False):
        st.date_input("When", each["happened_on"], max_value=date.today(), key=f"entry_on_{place}", format="DD/MM/YYYY")
        st.number_input(
            "Minutes", 1, MOST_MINUTES, max(1, round(each["minutes"])), step=5, key=f"entry_minutes_{place}"
        )
        channels = list(told.CHANNELS)
        st.selectbox(
            "By",
            channels,
            channels.index(each["channel"]),
            format_func=told.CHANNELS.__getitem__,
            key=f"entry_channel_{place}",
        )
        st.text_input("Note", each["note"] or "", key=f"entry_note_{place}", max_chars=200)
        st.form_submit_button("Change it", key=f"entry_save_{place}", on_click=_changed, args=(each, place))


def _changed(each: Row, place: int) -> None:
    given = {part: st.session_state[f"entry_{part}_{place}"] for part in ("on", "minutes", "channel", "note")}
    new = entry(each["identity_key"], given["on"], given["minutes"], given["channel"], given["note"].strip() or None)
    decide(
        "own_entry",
        [_taken_back(each), new],
        told.logged(each["full_name"], given["channel"], given["minutes"], given["on"]),
    )


def _delete(each: Row) -> None:
    decide("own_entry", [_taken_back(each)], f"The entry of {each['full_name']} is deleted.")


def _taken_back(each: Row) -> dict[str, Any]:
    return {
        "entry_key": each["entry_key"],
        "identity_key": each["identity_key"],
        "happened_on": each["happened_on"],
        "minutes": each["minutes_said"],
        "channel": each["channel"],
        "note": each["note"],
        "is_held": None,
    }
