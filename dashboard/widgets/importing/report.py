"""What an import does, or did: the balance of rows, why some were refused, what changes in the headline."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import charts, importers
from dashboard.errors import UserError
from dashboard.headlines import imports as told
from dashboard.importers import shared_list
from dashboard.importers.column_mapping import Layout
from dashboard.importers.day_month import DayOrder
from dashboard.questions import Frame
from dashboard.warehouse import FileReport, ImportReport, SourceFile
from dashboard.widgets.figure import download, open_person
from dashboard.widgets.importing.gone import gone_names
from dashboard.widgets.importing.mapping import is_of
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, frame, row, rows

PARTS = ("new", "updated", "unchanged", "refused")


def refused_files(
    refused: Sequence[tuple[SourceFile, UserError]], layouts: Sequence[Layout], orders: Sequence[DayOrder] = ()
) -> None:
    """Each file that cannot be read: what is wrong, and what helps."""
    for source, error in refused:
        if any(is_of(order, source) and not order.said for order in orders):
            said = "Say below which day it is, and it can be read."
            st.warning(said, title=escape(error.message), icon=":material/help:")
        elif any(is_of(layout, source) for layout in layouts):
            said = "Say below what its columns mean, and it can be read."
            st.warning(said, title=escape(error.message), icon=":material/help:")
        else:
            st.error(escape(error.hint), title=escape(error.message), icon=":material/block:")


def balance(files: Sequence[FileReport], key: str) -> "st.delta_generator.DeltaGenerator":
    """Rows by file, and their sum as one bar; returns the row below them, for what comes next."""
    total = {part: sum(getattr(file, part) for file in files) for part in PARTS}
    read = sum(file.rows_read for file in files)
    with st.container(border=True, key=key, gap="small"):
        st.header(told.parts(total), anchor=False)
        st.altair_chart(
            charts.import_history(frame([{"part": part, "rows": count} for part, count in total.items() if count])),
            key=f"{key}_bar",
            width="stretch",
            alt=told.balance(read, **total),
        )
        st.markdown(f":small[{told.legend(read, **total)}]")
        _by_file(files, f"{key}_files")
        for note in dict.fromkeys(f"{file.file}: {note}" for file in files for note in (*file.notes, *_order(file))):
            st.caption(escape(note))
        return st.container(horizontal=True)


def _order(file: FileReport) -> list[str]:
    """Which of two copies it was taken for, where that is not plain."""
    said = told.copy_told(file.copy_order, file.reaches_to, file.newer_reaches_to)
    return [said] if said else []


def _by_file(files: Sequence[FileReport], key: str) -> None:
    lines = [
        {
            "File": file.file.rsplit("/", 1)[-1],
            "Recognised as": importers.by_kind(file.kind).TITLE,
            "Rows": file.rows_read,
            "Refused": file.refused,
            "People": file.people,
            "Interactions": file.interactions,
            "New": file.new,
            "Updated": file.updated,
            "Unchanged": file.unchanged,
        }
        for file in files
    ]
    counts = [name for name in lines[0] if name not in ("File", "Recognised as")]
    st.dataframe(
        frame(lines),
        hide_index=True,
        key=key,
        alt="Rows by file",
        placeholder="",
        column_config={name: st.column_config.NumberColumn(format="localized") for name in counts},
    )


def reasons(files: Sequence[FileReport], refusals: Frame | None, key: str) -> None:
    """Why rows were refused, or taken and count nothing; every refused row as a file."""
    kinds = ((told.OUTCOMES[True], "refused_by_reason"), (told.OUTCOMES[False], "not_counted_by_reason"))
    lines = [
        {"Why": reason.capitalize(), "Rows": count, "What happens": outcome, "File": file.file.rsplit("/", 1)[-1]}
        for outcome, found in kinds
        for file in files
        for reason, count in getattr(file, found).items()
    ]
    if not lines:
        return
    refused, uncounted = (sum(sum(getattr(file, found).values()) for file in files) for _, found in kinds)
    with st.container(border=True, key=key, gap="small"):
        st.header(told.refusals(refused, uncounted), anchor=False)
        st.dataframe(
            frame(lines),
            hide_index=True,
            key=f"{key}_table",
            alt="Rows by reason",
            placeholder="",
            column_config={"Rows": st.column_config.NumberColumn(format="localized", width="small")},
        )
        mine = _of(refusals, files)
        if mine is not None and len(mine):
            download(mine, "refused-rows", ("csv",), f"{key}_refused")


def _of(refusals: Frame | None, files: Sequence[FileReport]) -> Frame | None:
    return None if refusals is None else refusals[refusals["import_id"].isin([file.import_id for file in files])]


def change(report: ImportReport) -> "st.delta_generator.DeltaGenerator":
    """The headline before and after; returns the row below, for what comes next."""
    with st.container(border=True, key="change", gap="small"):
        if report.before is not None and report.summary is not None:
            finding, measures = told.change(row(report.before), row(report.summary))
            with st.container(gap=None):
                st.header(escape(finding), anchor=False)
                st.caption(measures)
        return st.container(horizontal=True)


def brought(report: ImportReport) -> None:
    """Whom the import brings, ends and moves: before it is stored as it would be, afterwards as it is."""
    if all(file.is_known or file.kind == shared_list.KIND for file in report.files):
        return
    is_stored = report.effect is None
    effect = row(ask("import_effect").head(1) if report.effect is None else report.effect)
    with st.grid(4, min_column_width=150):
        st.metric("New people", f"{effect['new_people']:,}", border=True)
        st.metric("No longer listed", f"{effect['gone_people']:,}", border=True)
        st.metric("Job changes", f"{effect['job_changes']:,}", border=True)
        st.metric("New interactions", f"{effect['new_interactions']:,}", border=True)
    if effect["gone_people"]:
        with st.expander(told.gone(effect["gone_people"]), icon=":material/person_off:", key="gone"):
            gone = ask("gone_people") if report.gone is None else report.gone
            gone_names(gone[gone["import_id"] == effect["import_id"]], "gone", is_stored)
    if effect["job_changes"]:
        changes = ask("job_changes") if report.moves is None else report.moves
        _moves(effect, changes[changes["import_id"] == effect["import_id"]], is_stored)


def _moves(effect: dict[str, int], changes: Frame, is_stored: bool) -> None:
    with st.expander(told.moves(effect["job_changes"], effect["into_gap"]), icon=":material/moving:", key="moves"):
        for change in rows(changes[changes["is_gap_now"]].head(3)):
            st.markdown(f":material/door_open: {escape(told.moved(change))}.")
        mode: Any = "rerun" if is_stored else "ignore"
        table: Any = st.dataframe(
            changes,
            key="moves_table",
            hide_index=True,
            on_select=mode,
            selection_mode="single-row",
            alt="Who changed jobs",
            placeholder="",
            column_order=("full_name", "to_company", "to_label", "from_company", "from_label", "is_gap_now"),
            column_config={
                "full_name": "Contact",
                "to_company": "Works now at",
                "to_label": "Industry now",
                "from_company": "Worked at",
                "from_label": "Industry before",
                "is_gap_now": st.column_config.CheckboxColumn("You lack it"),
            },
        )
        for place in table["selection"]["rows"] if is_stored else ():
            open_person(changes["contact_id"].iloc[place])


def not_used(report: ImportReport) -> None:
    """The files of an export that nothing here needs."""
    if report.not_used:
        names = ", ".join(name.rsplit("/", 1)[-1] for name in report.not_used)
        st.caption(f"Not used: {escape(names)}")
