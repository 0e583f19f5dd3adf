"""On whom one leans: industries that hang on one person, and what would go with a person or an employer."""

from typing import Any

import streamlit as st

from dashboard.headlines import what_if as told
from dashboard.questions import Frame, Parameter
from dashboard.widgets.figure import PERCENT, explain, in_percent, open_person
from dashboard.widgets.shell import ask
from dashboard.widgets.words import rows, telling

Params = dict[str, Parameter]
LISTED = 50


def held_by_one(params: Params, weighting: str) -> None:
    """The industries that hang on one person, and the next step for each; a chosen row opens the person."""
    frame = ask("held_by_one", **params)
    heading, caption = told.held(frame, weighting)
    with st.container(border=True, key="held", gap="small"):
        st.header(heading, anchor=False)
        st.caption(caption)
        if not frame.empty:
            _held(frame)
        explain("held_by_one", params, "held")


def _held(frame: Frame) -> None:
    shown = frame.assign(next_step=[told.next_step(each) for each in rows(frame)])
    table: Any = st.dataframe(
        telling(shown[["label", "full_name", "next_step", "hours", "strength", "last_interaction_on"]]),
        key="held_table",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        alt="Industries that one person holds, and what to do about it",
        placeholder="",
        column_config={
            "label": "Industry",
            "full_name": "Held by",
            "next_step": "Next",
            "hours": st.column_config.NumberColumn("Hours", help="In the window", format="%.1f"),
            "strength": st.column_config.ProgressColumn(
                "Tie strength", min_value=0, max_value=100, format="%.0f", width="small"
            ),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )
    for place in table["selection"]["rows"]:
        open_person(str(frame["contact_id"].iloc[place]))


def missed(params: Params) -> None:
    """Whom one would miss most: what nobody else reaches or opens."""
    with st.container(border=True, key="missed", gap="small"):
        st.header("Whom would you miss most?", anchor=False)
        going = st.segmented_control(
            "Taken away",
            ["person", "employer"],
            default="person",
            required=True,
            key="going",
            format_func={"person": "People", "employer": "Employers"}.__getitem__,
            label_visibility="collapsed",
            bind="query-params",
        )
        asked: Params = params | {"going": going, "people": LISTED}
        frame = ask("removals", **asked)
        st.caption("First those with whom an industry would go. A door: nobody else you know works or worked there.")
        people = [] if going == "person" else ["people"]
        table: Any = st.dataframe(
            in_percent(telling(frame[["going_label", "share", "unreached", "only_doors", *people, "hours"]]), "share"),
            key=f"missed_{going}",
            hide_index=True,
            height=320,
            on_select="rerun",
            selection_mode="single-row",
            alt="People or employers by what would go with them",
            placeholder="",
            column_config={
                "going_label": "Name",
                "share": st.column_config.NumberColumn("Share", format=PERCENT),
                "unreached": st.column_config.TextColumn(
                    "Nobody else in", help="Industries in which you have weight with nobody else in this window"
                ),
                "only_doors": st.column_config.TextColumn(
                    "Only door to", help="Industries in which nobody else you know works or worked"
                ),
                "people": "People",
                "hours": st.column_config.NumberColumn("Hours", help="In the window", format="%.1f"),
            },
        )
        explain("removals", asked, "missed")
    if going == "person":
        for place in table["selection"]["rows"]:
            open_person(str(frame["going_key"].iloc[place]))
