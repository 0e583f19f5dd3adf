"""The ledger of one import: which file exactly, how it was read, the sum of its rows, and why some do not count."""

from typing import Any

import streamlit as st

from dashboard import importers
from dashboard.headlines import imports as told
from dashboard.questions import Frame
from dashboard.widgets.figure import download
from dashboard.widgets.importing.gone import gone_names
from dashboard.widgets.shell import ask, errors_told
from dashboard.widgets.words import escape, frame, rows

OPEN = "ledger_of"


def ledger_button(import_id: int) -> None:
    """The way to an import's ledger."""
    st.button(
        "Details",
        key=f"details_{import_id}",
        type="tertiary",
        icon=":material/receipt_long:",
        on_click=st.session_state.__setitem__,
        args=(OPEN, import_id),
    )


def ledger(files: Frame) -> None:
    """The drawer beside the page, for the import that was asked about; ``files`` as ``import_history`` has them."""
    mine = files[files["import_id"] == st.session_state.get(OPEN)]
    if mine.empty:
        return
    st.dialog("What became of this import", position="right", width=560, on_dismiss=_close)(_drawer)(mine)


def _drawer(mine: Frame) -> None:
    with errors_told("ledger"):
        import_id = int(mine["import_id"].iloc[0])
        with st.container(gap="xxsmall"):
            st.markdown(f"**{escape(str(mine['file'].iloc[0]).split('/')[0])}**")
            st.caption(told.identified(mine["imported_at"].iloc[0], str(mine["fingerprint"].iloc[0])))
        for part in rows(mine):
            _part(part)
        _reasons(import_id)
        gone = ask("gone_people")
        gone = gone[gone["shown_by"] == import_id]
        if len(gone):
            st.markdown(f"**{told.gone(len(gone))}**")
            gone_names(gone, "ledger_gone")
        refused = ask("refusals")
        refused = refused[refused["import_id"] == import_id]
        if len(refused):
            st.caption(told.not_taken(len(refused)))
            download(refused, "refused-rows", ("csv",), "ledger_refused")


def _part(part: dict[str, Any]) -> None:
    """One file, or one member of a zip."""
    counts = {name: part[f"rows_{name}"] for name in ("new", "updated", "unchanged", "refused")}
    with st.container(gap="xxsmall"):
        st.markdown(f"{escape(part['file'].rsplit('/', 1)[-1])} :small[:gray[{importers.by_kind(part['kind']).TITLE}]]")
        st.caption(told.balance(part["rows_read"], **counts))
        if order := told.copy_told(part["copy_order"], part["reaches_to"], part["newer_reaches_to"]):
            st.caption(escape(order))


def _reasons(import_id: int) -> None:
    why = ask("row_reasons")
    why = why[why["import_id"] == import_id]
    if why.empty:
        st.markdown("Every row was taken, and every one counts.")
        return
    st.dataframe(
        frame([{"Why": r["reason"].capitalize(), "Rows": r["occurrences"], "What happens": told.OUTCOMES[r["is_refused"]],
                "File": r["file"].rsplit("/", 1)[-1]} for r in rows(why)]),
        hide_index=True,
        key="ledger_reasons",
        alt="Rows of this import by reason",
        placeholder="",
        column_config={"Rows": st.column_config.NumberColumn(format="localized", width="small")},
    )  # fmt: skip


def _close() -> None:
    st.session_state.pop(OPEN, None)
