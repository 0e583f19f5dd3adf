"""People one already knows who would widen the network: no introduction is needed, so they come before cold asks."""

import streamlit as st

from dashboard.headlines import already_known as told
from dashboard.questions import Parameter
from dashboard.widgets.figure import explain, open_person
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, rows

LISTED = 6


def already_known(params: dict[str, Parameter]) -> None:
    """Who moved into a gap, and once strong ties that sleep there; nothing where there are none."""
    frame = ask("free_diversification", **params)
    if frame.empty:
        return
    with st.container(border=True, key="already_known", gap="small"):
        st.header(told.heading(len(frame)), anchor=False)
        st.caption(told.caption(len(frame), LISTED))
        with st.grid(3, min_column_width=230, gap="small"):
            for place, person in enumerate(rows(frame.head(LISTED))):
                with st.container(gap=None, key=f"known_{place}"):
                    if st.button(escape(person["full_name"]), key=f"known_open_{place}", type="tertiary"):
                        open_person(person["contact_id"])
                    st.badge(person["label"], color="orange")
                    st.caption(escape(told.reason(person)))
        explain("free_diversification", params, "already_known")
