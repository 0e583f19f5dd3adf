"""Does the answer change? Every assumption tried at half and at double of what it is: at once where that is quick."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import warehouse
from dashboard.headlines import workspace as told
from dashboard.widgets.shell import ask, workspace
from dashboard.widgets.words import row, rows

AT_ONCE = 50_000  # interactions of a year that are tried in less than about three seconds


def trials() -> list[dict[str, Any]]:
    """What was worked out (``warehouse.assumption_effects``), while it is still true of this workspace; else nothing."""
    folder, version, found = st.session_state.get("effects", (None, None, None))
    if folder != str(workspace().folder):
        return []
    with workspace().reading() as con:
        return rows(found) if warehouse.data_version(con) == version else []


def try_at_once() -> list[dict[str, Any]]:
    """Worked out without being asked, if that is quick; else what ``trials`` says."""
    if not trials() and _interactions() <= AT_ONCE:
        _work_out(None)
    return trials()


def try_all(label: str, **button: Any) -> None:
    """The button that works it out, with a bar of how far it is; nothing of it is kept but the answer."""
    if st.button(label, key="try_effects", icon=":material/science:", help=told.how_long(_interactions()), **button):
        _work_out(st.progress(0.0, text="Trying one after the other"))
        st.rerun()


def _interactions() -> int:
    return int(row(ask("network_summary"))["interactions"])


def _work_out(bar: DeltaGenerator | None) -> None:
    with workspace().reading() as con:
        version = warehouse.data_version(con)
    found = warehouse.assumption_effects(workspace(), lambda done: _show(bar, done))
    st.session_state["effects"] = (str(workspace().folder), version, found)


def _show(bar: DeltaGenerator | None, done: float) -> None:
    if bar:
        bar.progress(done, text="Trying one after the other")
