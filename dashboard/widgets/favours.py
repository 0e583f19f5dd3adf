"""Favours to and fro: written down in two clicks, shown where the next ask is decided."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from dashboard.headlines import favours as told
from dashboard.widgets.figure import explain, open_person
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import escape, rows

Person = Mapping[str, Any]
GIVEN, RECEIVED = "I helped them", "They helped me"
MOST_SHOWN = 8


def owed() -> None:
    """To whom something is owed; nothing where nobody is."""
    frame = ask("favours_owed")
    if frame.empty:
        return
    with st.container(border=True, key="owed", gap="small"):
        with st.container(gap=None):
            st.header(escape(told.owed_head(frame)), anchor=False)
            st.caption("Introductions made for you and favours you wrote down, less what you did for them")
        for row in rows(frame.head(MOST_SHOWN)):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"**{escape(row['full_name'])}** :gray[{escape(told.owed(row))}]", width="content")
                with st.container(horizontal=True, width="content", gap="xsmall"):
                    key = row["contact_id"]
                    st.button(GIVEN, key=f"helped_{key}", icon=":material/volunteer_activism:", on_click=begin, args=(row,))
                    if st.button("Open their page", key=f"owed_{key}", type="tertiary"):
                        open_person(key)
        explain("favours_owed", {}, "owed")


def begin(person: Person) -> None:
    """Open the drawer that writes a favour down; ``person`` has full_name and identity_key."""
    st.session_state["helping"] = (person["full_name"], person["identity_key"])


def open_favour(full_name: str, identity_key: str) -> None:
    """The drawer that writes a favour down."""
    st.dialog(
        escape(f"A favour: {full_name}"),
        position="right",
        width=440,
        on_dismiss=lambda: st.session_state.pop("helping", None),
    )(_drawer)(full_name, identity_key)


def _drawer(full_name: str, identity_key: str) -> None:
    with errors_told("favour"):
        direction = st.segmented_control(
            "Who helped", [GIVEN, RECEIVED], default=GIVEN, required=True, key="favour_direction"
        )
        note = st.text_input("What it was", key="favour_note", max_chars=200, placeholder="Introduced them to …")
        today = date.today()
        day = st.date_input("When", today, max_value=today, format="DD.MM.YYYY", key="favour_day")
        if st.button("Write it down", key="keep_favour", type="primary", icon=":material/check:"):
            line = {
                "identity_key": identity_key,
                "direction": "received" if direction == RECEIVED else "given",
                "happened_on": day if isinstance(day, date) else today,
                "note": (note or "").strip() or None,
                "is_held": True,
            }
            st.session_state.pop("helping", None)
            decide("favour", [line], f"A favour between you and {full_name} is written down.")
            st.rerun()


def of_person(person: Person) -> None:
    """The favours between the user and this person."""
    found = ask("favours", who=person["contact_id"])
    with st.container(border=True, key="favours", gap="small"):
        with st.container(gap=None):
            st.header("Favours", anchor=False)
            st.caption(told.balance(found))
        for place, favour in enumerate(rows(found.head(MOST_SHOWN))):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                with st.container(gap=None, width="stretch"):
                    st.markdown(escape(told.favour(favour)))
                    st.caption(told.when(favour))
                if not favour["is_introduction"]:
                    st.button(
                        "Take back", key=f"unfavour_{place}", type="tertiary", on_click=_take_back, args=(person, favour)
                    )
        st.button("Write a favour down", key="favour", icon=":material/volunteer_activism:", on_click=begin, args=(person,))
    if "helping" in st.session_state:
        open_favour(*st.session_state["helping"])


def _take_back(person: Person, favour: Mapping[str, Any]) -> None:
    line = {
        "identity_key": favour["identity_key"],
        "direction": favour["direction"],
        "happened_on": favour["happened_on"].date(),
        "note": favour["note"],
        "is_held": None,
    }
    with errors_told("favour"):
        decide("favour", [line], f"A favour between you and {person['full_name']} is taken back.")
