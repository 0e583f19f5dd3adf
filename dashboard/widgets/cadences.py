"""How often to be in touch: capacity against what is asked, cadences that would fit, for one person or for many."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import keep_in_touch as told
from dashboard.industries import BY_CODE, CODES
from dashboard.intros import cadences
from dashboard.questions import Frame
from dashboard.widgets.figure import explain
from dashboard.widgets.shell import ask, decide, go_to
from dashboard.widgets.words import rows

Row = Mapping[str, Any]
CANDIDATES = 500


def capacity(row: Row) -> None:
    """What the cadences need against what is kept, and cadences that would fit."""
    room = told.room(row)
    with st.container(border=True, height="stretch", key="capacity", gap="small"):
        with st.container(gap=None):
            st.header(told.capacity(row), anchor=False)
            st.caption("Hours a month · typical minutes of a day together, over how often")
        bars = Frame(
            [
                {"label": "Your cadences need", "hours": row["need_hours_per_month"], "role": "gap"},
                {"label": "You keep", "hours": room, "role": "home"},
            ]
        )
        st.altair_chart(
            charts.touch_capacity(bars),
            key="capacity_chart",
            width="stretch",
            alt=f"Your cadences need {row['need_hours_per_month']:.1f} hours a month, you keep {room:.1f}",
        )
        st.space("stretch")
        _suggest(room)
        explain("touch_capacity", {}, "capacity")


def _suggest(room: float) -> None:
    opened = st.popover(
        f"Suggest cadences that fit {room:.1f} hours", icon=":material/magic_button:", key="suggest", on_change="rerun"
    )
    if not opened.open:
        return
    found = rows(ask("cadence_candidates", people=CANDIDATES))
    days = cadences.suggest(found, room)
    taken = [row for row in found if row["contact_id"] in days]
    hours = sum(cadences.hours(row, days[row["contact_id"]]) for row in taken)
    with opened:
        if not taken:
            st.markdown(told.nothing_fits(len(found), room))
            if found and st.button("Keep more time", key="keep_more"):
                go_to("plan")
            return
        st.markdown(told.suggested(len(taken), hours, room))
        st.dataframe(
            Frame(
                [
                    {"name": row["full_name"], "every": days[row["contact_id"]], "industry": row["industry_label"]}
                    for row in taken
                ]
            ),
            hide_index=True,
            height=280,
            key="suggested",
            placeholder="",
            alt="Suggested cadences",
            column_config={
                "name": "Contact",
                "every": st.column_config.NumberColumn("Every", format="%d days"),
                "industry": "Industry",
            },
        )
        lines = [
            {"scope": "contact", "scope_key": row["identity_key"], "days": str(days[row["contact_id"]])}
            for row in taken
        ]
        st.button(
            "Use these",
            key="use_suggested",
            on_click=decide,
            args=("cadence", lines, f"{told.suggested(len(taken), hours, room)} These are your cadences now."),
        )


def groups() -> None:
    """How often for whole groups: warm ties, cool ties, an industry. What is said of a person holds before it."""
    with st.popover("How often, for many at once", icon=":material/groups:", key="groups", type="tertiary"):
        st.caption("What you say of a person holds before their industry, and that before warm or cool ties.")
        group = st.selectbox(
            "Whom",
            [*told.GROUPS, *CODES],
            format_func=lambda key: told.GROUPS.get(key) or BY_CODE[key].short_label,
            key="group",
        )
        often = st.selectbox(
            "How often",
            [*told.EVERY, None],
            format_func=lambda days: told.choice(days) if days else told.NO_CADENCE,
            index=3,
            key="group_days",
        )
        scope = "strength" if group in told.GROUPS else "industry"
        label = told.GROUPS.get(group) or BY_CODE[group].short_label
        said = f"{label}: {told.every(often) if often else told.NO_CADENCE.lower()}."
        st.button(
            "Say so",
            key="group_save",
            on_click=decide,
            args=("cadence", [{"scope": scope, "scope_key": group, "days": str(often) if often else None}], said),
        )


def often(person: Row, days: int | None) -> None:
    """Say how often; 0 lets go, None takes back what was said."""
    said = {None: "no cadence of their own", 0: "let go"}.get(days) or told.every(days or 0)
    decide(
        "cadence",
        [{"scope": "contact", "scope_key": person["identity_key"], "days": None if days is None else str(days)}],
        f"{person['full_name']}: {said}.",
    )
