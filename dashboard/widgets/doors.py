"""The two doors of the first start, and the sample world behind one of them."""

from datetime import date

import streamlit as st

from dashboard import warehouse
from dashboard.intros.example import history
from dashboard.widgets.shell import ask, go_to, open_workspace, workspace
from dashboard.widgets.words import rows


def open_sample() -> None:
    """The sample world in a workspace of its own, made on first use."""
    open_workspace(is_sample=True)
    if ask("workspace_state")["contacts"][0]:
        return
    warehouse.fill_with_sample(workspace(), st.context.timezone)
    targets = rows(ask("intro_targets", per_industry=8).drop_duplicates("introducer_id"))
    for kind, lines in history(targets, date.today(), rows(ask("new_acquaintances", within_days=90))).items():
        warehouse.decide(workspace(), kind, lines)


def draw() -> None:
    """Both doors, of equal size."""
    with st.grid(2, min_column_width=320, gap="medium"):
        with st.container(border=True, height="stretch", gap="small"):
            st.header("Look around with sample data", anchor=False)
            st.markdown(
                "An engineering manager with 800 made-up contacts and three years of meetings. "
                "Kept apart from anything of yours."
            )
            st.space("stretch")
            if st.button("Open the sample", type="primary", width="stretch", key="door_sample"):
                with st.spinner("Making up 800 people and three years of meetings, about ten seconds"):
                    open_sample()
                go_to("overview")
        with st.container(border=True, height="stretch", gap="small"):
            st.header("Bring my own files", anchor=False)
            st.markdown(
                "A LinkedIn export, a calendar, a spreadsheet of contacts, as they came. No unzipping, no renaming."
            )
            st.space("stretch")
            if st.button("Choose files", width="stretch", key="door_own"):
                go_to("imports")
