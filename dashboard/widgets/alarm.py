"""The complacency alarm where it rings: its reasons, how often it rings by chance, and the next step."""

import streamlit as st

from dashboard.headlines import alarm as told
from dashboard.questions import Parameter
from dashboard.widgets.figure import explain
from dashboard.widgets.head import ending
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, row


def alarm(params: dict[str, Parameter]) -> None:
    """A card if it rings; nothing if it does not."""
    found = row(ask("complacency_alarm", **ending(params)))
    if not found["is_ringing"]:
        return
    with st.container(border=True, gap="small", key="alarm"):
        with st.container(gap="xxsmall"):
            st.caption(":orange[:material/notifications_active:] Alarm")
            st.header(told.TITLE, anchor=False)
        st.markdown(escape(" ".join(told.reasons(found))))
        st.caption(told.by_chance())
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.page_link("app_pages/suggestions.py", label="Whom to ask outside", icon=":material/forum:")
            explain("complacency_alarm", ending(params), "alarm")
