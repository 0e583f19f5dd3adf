"""Earlier imports: what each brought and changed, and its undo."""

from typing import Any

import streamlit as st

from dashboard import warehouse
from dashboard.headlines import imports as told
from dashboard.importers import shared_list
from dashboard.questions import Frame
from dashboard.widgets.figure import download
from dashboard.widgets.importing.ledger import ledger, ledger_button
from dashboard.widgets.shell import ask, workspace
from dashboard.widgets.words import escape, row, rows

WORD = "undo"


def history(expanded: bool) -> None:
    """Every import that holds, newest first; files taken in together stand together."""
    runs, files = ask("import_effect"), ask("import_history")
    if runs.empty:
        return
    with st.expander("Earlier imports", icon=":material/history:", key="history", expanded=expanded):
        unread = rows(ask("refused_files"))
        for run in rows(runs):
            left_out = [file for file in unread if file["import_id"] == run["import_id"]]
            _run(run, files[files["imported_at"] == run["imported_at"]], left_out)
        refused = ask("refusals")
        if len(refused):
            st.caption(f"Every row and cell that was not taken: {len(refused):,}.")
            download(refused, "refused-rows", ("csv",), "refusals")
    ledger(files)


def _run(run: dict[str, object], files: Frame, left_out: list[dict[str, Any]]) -> None:
    name, when = told.made(str(run["first_file"]), int(str(run["files"])), run["imported_at"])  # type: ignore[arg-type]
    with st.container(gap="xxsmall", key=f"run_{run['import_id']}"):
        st.markdown(f"**{when}** · {escape(told.effect(run))}")
        for import_id, parts in files.groupby("import_id", sort=False):
            _import(int(str(import_id)), parts, name)
        for file in left_out:
            st.markdown(f":material/block: {escape(file['file'])} :small[:gray[{escape(told.unread(file))}]]")


def _import(import_id: int, parts: Frame, fallback: str) -> None:
    first = row(parts.head(1))
    file = str(first["file"] or fallback).split("/")[0]
    held = told.rows_of_file(
        int(parts["rows_read"].sum()),
        int(parts["people"].max()),
        int(parts["interactions"].sum()),
        is_shared=first["kind"] == shared_list.KIND,
        shared_by=str(first["shared_by"] or ""),
    )
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"{escape(file)} :small[:gray[{escape(held)}]]")
        ledger_button(import_id)
        if file.startswith(told.PASTED):
            _confirmed(import_id)
        else:
            st.button(
                "Undo",
                key=f"undo_{import_id}",
                type="tertiary",
                icon=":material/undo:",
                on_click=_undo,
                args=(import_id,),
            )


def _confirmed(import_id: int) -> None:
    """What was pasted is in no file that could be imported again: it goes on a typed word only."""
    with st.popover("Undo", type="tertiary", icon=":material/undo:", key=f"undo_open_{import_id}"):
        st.markdown(f"It was pasted, so there is no file to import it from again. Type **{WORD}** to take it back.")
        typed = st.text_input("Word", key=f"undo_word_{import_id}", label_visibility="collapsed", placeholder=WORD)
        st.button(
            "Take it back",
            key=f"undo_{import_id}",
            icon=":material/undo:",
            disabled=typed.strip().lower() != WORD,
            on_click=_undo,
            args=(import_id,),
        )


def _undo(import_id: int) -> None:
    warehouse.undo_import(workspace(), import_id)
    st.session_state.pop("imported", None)
    st.toast("The import is undone.")
