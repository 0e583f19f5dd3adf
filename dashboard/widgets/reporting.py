"""The report: what it holds, with names or initials, made when it is asked for."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard import warehouse
from dashboard.questions import Parameter
from dashboard.report import report
from dashboard.widgets.shell import workspace


def save_report(params: Mapping[str, Parameter]) -> None:
    """A popover that ends in the download of one HTML page."""
    with st.popover("Save a report", icon=":material/print:", key="report", type="tertiary"):
        st.markdown("One page to print, to keep, or to show to a coach: headline, charts, gaps, whom to ask.")
        initials = st.toggle(
            "Initials instead of names",
            key="initials",
            help="Employers and evidence, which tell who somebody is, are left out too.",
        )
        today = date.today()
        st.download_button(
            "Save as HTML",
            data=partial(_written, workspace().folder, dict(params), today, initials),
            file_name=f"networking-horizons-{today}.html",
            mime="text/html",
            on_click="ignore",
            key="save_report",
            icon=":material/download:",
        )


def _written(folder: Path, params: Mapping[str, Parameter], today: date, initials: bool) -> bytes:
    """The page. Runs outside the script: no Streamlit in here."""
    with warehouse.Workspace(folder).reading() as con:
        return report(con, params, today, initials)
