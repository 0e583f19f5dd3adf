"""What an import did, or would do, file by file."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from dashboard.errors import UserError
from dashboard.importers.column_mapping import Layout
from dashboard.importers.day_month import DayOrder
from dashboard.questions import Frame, ask
from dashboard.warehouse.source_file import SourceFile


@dataclass(frozen=True)
class FileReport:
    """What became of one file (of one member of a zip). rows_read = new + updated + unchanged + refused."""

    file: str
    kind: str
    import_id: int | None
    rows_read: int
    new: int
    updated: int
    unchanged: int
    refused: int
    not_counted: int = 0
    people: int = 0
    interactions: int = 0
    not_counted_by_reason: dict[str, int] = field(default_factory=dict)
    refused_by_reason: dict[str, int] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    is_known: bool = False  # byte for byte a live import: nothing to do
    copy_order: str = ""  # "older" or "undecided", as ``import_history`` says
    reaches_to: date | None = None
    newer_reaches_to: date | None = None
    asks_whose: bool = False  # a list with next to nobody of the one it would replace, and nobody said whose it is


@dataclass(frozen=True)
class ImportReport:
    """One run of an import: a report per file, files of no use here, the headline before and after.

    A preview also has what it proposes, whom it would bring, end and move (rows of ``import_effect``, ``gone_people`` and
    ``job_changes``; none if nothing would be stored), and how the tables people made themselves are read.
    """

    files: list[FileReport]
    not_used: list[str]
    own_candidates: Frame | None = None
    links: Frame | None = None
    refusals: Frame | None = None
    effect: Frame | None = None
    gone: Frame | None = None
    moves: Frame | None = None
    summary: Frame | None = None
    before: Frame | None = None
    layouts: tuple[Layout, ...] = ()
    orders: tuple[DayOrder, ...] = ()  # tables of which only the user can say whether day or month comes first
    sources: tuple[tuple[SourceFile, int], ...] = ()  # each source with the number of its files, in the order of ``files``
    left_out: tuple[tuple[SourceFile, UserError], ...] = ()  # files that could not be read, with why


def describe(
    con: duckdb.DuckDBPyConnection, reports: Sequence[FileReport], not_used: list[str], keep: bool
) -> ImportReport:
    """Fill in what only the rebuilt model knows."""
    history = {(row["import_id"], row["file"]): row for row in ask(con, "import_history").to_dict("records")}
    reasons = ask(con, "row_reasons")
    described = []
    for report in reports:
        row = history[report.import_id, report.file]
        mine = reasons[(reasons["import_id"] == report.import_id) & (reasons["file"] == report.file)]
        by_reason = {
            is_refused: dict(zip(group["reason"], group["occurrences"].astype(int), strict=True))
            for is_refused, group in mine.groupby("is_refused")
        }
        described.append(
            replace(
                report,
                not_counted=int(row["not_counted"]),
                people=int(row["people"]),
                interactions=int(row["interactions"]),
                copy_order=row["copy_order"] or "",
                reaches_to=_day(row["reaches_to"]),
                newer_reaches_to=_day(row["newer_reaches_to"]),
                not_counted_by_reason=by_reason.get(False, {}),
                refused_by_reason=by_reason.get(True, {}),
            )
        )
    if keep:
        return ImportReport(described, not_used)
    is_stored = not all(report.is_known for report in reports)
    return ImportReport(
        described,
        not_used,
        own_candidates=ask(con, "own_identity_candidates"),
        links=ask(con, "suggested_links"),
        refusals=ask(con, "refusals"),
        effect=ask(con, "import_effect").head(1) if is_stored else None,
        gone=ask(con, "gone_people") if is_stored else None,
        moves=ask(con, "job_changes") if is_stored else None,
    )


def _day(cell: Any) -> date | None:
    return None if pd.isna(cell) else pd.Timestamp(cell).date()
