"""First start: what it does, two doors, one sentence on privacy, the three steps."""

import streamlit as st

from dashboard import charts, widgets
from dashboard.headlines import welcome as told
from dashboard.widgets import doors

widgets.answer(told.HEADLINE, told.LEAD)
doors.draw()
with st.container(gap="xsmall"):
    st.altair_chart(charts.horizon(widgets.frame(told.EXAMPLE)), key="taste", width="stretch", alt=told.EXAMPLE_SAYS)
    st.caption(told.EXAMPLE_SAYS)
st.markdown(f":material/lock: {told.PRIVACY}")
with st.grid(3, min_column_width=240, gap="medium"):
    for number, (step, promise) in enumerate(told.STEPS, start=1):
        with st.container(gap="xsmall"):
            st.header(f"{number}. {step}", anchor=False)
            st.markdown(promise)
st.page_link("app_pages/workspace.py", label="Restore a backup instead", icon=":material/settings_backup_restore:")
