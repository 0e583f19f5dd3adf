"""Importing files: all of them or none, in one transaction; a preview is the same import, rolled back."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import duckdb

from dashboard.errors import FileRefused, UserError
from dashboard.questions import Frame, ask
from dashboard.records import Context
from dashboard.warehouse.decide import write_decisions
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.load import Part, load_part
from dashboard.warehouse.rebuild import rebuild
from dashboard.warehouse.source import Opened, Piece, SourceFile, open_source, scratch_folder
from dashboard.warehouse.stage import stage_parsed, stage_sheet

log = logging.getLogger(__name__)
RECORD_TABLES = (
    "import",
    "part",
    "entry",
    "person",
    "own_position",
    "interaction",
    "participant",
    "mention",
    "refusal",
)
Progress = Callable[[str], None]


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


@dataclass(frozen=True)
class ImportReport:
    """One run of an import: a report per file, files of no use here, and what the preview proposes."""

    files: list[FileReport]
    not_used: list[str]
    own_candidates: Frame | None = None
    links: Frame | None = None
    refusals: Frame | None = None
    summary: Frame | None = None


def import_files(
    workspace: Workspace,
    sources: Sequence[SourceFile],
    own_keys: Sequence[str] | None = None,
    other_keys: Sequence[str] = (),
    progress: Progress = lambda _: None,
    keep: bool = True,
    time_zone: str | None = None,
) -> ImportReport:
    """Import all the files or, on any error, none. FileRefused says which file and why.

    ``time_zone`` is taken where the workspace has none yet. ``own_keys`` are identity keys the user confirmed as
    their own (None: take the likely ones), ``other_keys`` those they said are somebody else. ``keep=False``
    rehearses and rolls back.
    """
    imported_at = datetime.now(UTC).replace(tzinfo=None)
    with workspace.writing(keep) as con, scratch_folder() as scratch:
        context = Context(_time_zone(con, time_zone), imported_at, scratch)
        reports: list[FileReport] = []
        not_used: list[str] = []
        started = time.monotonic()
        for source, opened, sha256 in _opened(sources, context, progress):
            not_used += opened.not_used
            reports += _import_one(con, source, sha256, opened, context)
        progress("Working out who is who")
        rebuild(con, after={"model.own_candidate": lambda: _take_own(con, own_keys, other_keys)})
        report = _describe(con, reports, not_used, keep)
        log.info("import of %d files took %.1f s", len(sources), time.monotonic() - started)
    return report


def preview_files(
    workspace: Workspace, sources: Sequence[SourceFile], progress: Progress = lambda _: None
) -> tuple[ImportReport, list[tuple[SourceFile, UserError]]]:
    """What an import would do, file by file; files that would be refused are left out and listed with the reason."""
    good: list[SourceFile] = []
    refused: list[tuple[SourceFile, UserError]] = []
    with scratch_folder() as scratch:
        context = Context("UTC", datetime.now(UTC).replace(tzinfo=None), scratch)
        for source in sources:
            try:
                open_source(source, context)
                good.append(source)
            except UserError as error:
                refused.append((source, error))
    while good:
        try:
            return import_files(workspace, good, progress=progress, keep=False), refused
        except FileRefused as error:
            culprit = next((s for s in good if s.name in error.message), good[-1])
            refused.append((culprit, error))
            good.remove(culprit)
    return ImportReport([], []), refused


def undo_import(workspace: Workspace, import_id: int) -> None:
    """Take one import back: its records go, everything else stays. UserError if there is no such import."""
    with workspace.writing() as con:
        if not con.execute("select 1 from records.import where import_id = $id", {"id": import_id}).fetchone():
            raise UserError(f"There is no import {import_id}.", "`horizons ask import_history` lists them.")
        for table in RECORD_TABLES:
            con.execute(f"delete from records.{table} where import_id = $id", {"id": import_id})
        rebuild(con)


def _opened(
    sources: Sequence[SourceFile], context: Context, progress: Progress
) -> Iterator[tuple[SourceFile, Opened, str]]:
    """Each file opened and hashed, the next one already while this one is worked on."""
    with ThreadPoolExecutor(1) as ahead:
        waiting = [ahead.submit(_open_and_hash, source, context) for source in sources[:1]]
        for number, source in enumerate(sources, start=1):
            progress(f"Reading {source.name}")
            opened, sha256 = waiting.pop().result()
            waiting += [ahead.submit(_open_and_hash, following, context) for following in sources[number : number + 1]]
            yield source, opened, sha256


def _open_and_hash(source: SourceFile, context: Context) -> tuple[Opened, str]:
    return open_source(source, context), source.sha256


def _import_one(
    con: duckdb.DuckDBPyConnection, source: SourceFile, sha256: str, opened: Opened, context: Context
) -> list[FileReport]:
    if known := con.execute(
        "select import_id, imported_at from records.import where sha256 = $sha256", {"sha256": sha256}
    ).fetchone():
        return _already_imported(con, *known)
    import_id = con.execute("select coalesce(max(import_id), 0) + 1 from records.import").fetchall()[0][0]
    reports = [
        _import_piece(
            con, Part(import_id, number, piece.name, piece.module, piece.series, _is_snapshot(piece)), piece, context
        )
        for number, piece in enumerate(opened.pieces, start=1)
    ]
    con.execute(
        "insert into records.import values ($import_id, $name, $sha256, $imported_at)",
        {"import_id": import_id, "name": source.name, "sha256": sha256, "imported_at": context.imported_at},
    )
    return reports


def _import_piece(con: duckdb.DuckDBPyConnection, part: Part, piece: Piece, context: Context) -> FileReport:
    columns: dict[str, str] = {}
    if piece.sheet is not None:
        stage_sheet(con, piece.sheet, piece.module, context.time_zone)
        columns = {column: name for name, column in piece.module.fields(piece.sheet).items() if column}
    elif piece.parsed is not None:
        stage_parsed(con, piece.parsed)
        part = replace(part, first_on=piece.parsed.first_on, last_on=piece.parsed.last_on)
    balance = load_part(con, part, piece.sheet)
    return FileReport(
        part.file_name,
        part.module.KIND,
        part.import_id,
        balance.rows_read,
        balance.new,
        balance.updated,
        balance.unchanged,
        balance.refused,
        columns=columns,
        notes=piece.sheet.notes if piece.sheet else (),
    )


def _is_snapshot(piece: Piece) -> bool:
    if piece.parsed is not None:
        return piece.parsed.is_snapshot
    return bool(getattr(piece.module, "IS_SNAPSHOT", piece.module.KIND == "contact_sheet"))


def _already_imported(con: duckdb.DuckDBPyConnection, import_id: int, imported_at: datetime) -> list[FileReport]:
    """Byte for byte a live import: nothing is stored, every row is unchanged but those refused then."""
    rows = con.execute(
        "select file_name, kind, rows_read, rows_refused from records.part where import_id = $id order by part_no",
        {"id": import_id},
    ).fetchall()
    note = f"Already imported on {imported_at.day} {imported_at:%B %Y}: nothing to do."
    return [
        FileReport(name, kind, import_id, read, 0, 0, read - refused, refused, notes=(note,))
        for name, kind, read, refused in rows
    ]


def _take_own(con: duckdb.DuckDBPyConnection, own_keys: Sequence[str] | None, other_keys: Sequence[str]) -> None:
    """Write down who the user is; without their word, the identities that are likely theirs and not decided yet."""
    if own_keys is None:
        own_keys = [
            row[0]
            for row in con.execute(
                "select identity_key from model.own_candidate where identity_key not in "
                "(select identity_key from decisions.own_identity) order by identity_key"
            ).fetchall()
        ]
    decisions: list[dict[str, str | bool | None]] = [{"identity_key": key, "is_own": True} for key in own_keys]
    decisions += [{"identity_key": key, "is_own": False} for key in other_keys]
    write_decisions(con, "own_identity", decisions)


def _time_zone(con: duckdb.DuckDBPyConnection, proposed: str | None) -> str:
    """The workspace's zone; the first import writes down the one proposed."""
    held = con.execute(
        "select setting from decisions.assumption where name = 'time_zone' order by decision_no desc limit 1"
    ).fetchone()
    if held and held[0]:
        return str(held[0])
    known = con.execute("select 1 from pg_timezone_names() where name = $zone", {"zone": proposed}).fetchone()
    if not proposed or not known:
        return "UTC"  # TZ=CET-1CEST is no name of a zone: with it every later import would fail
    write_decisions(con, "assumption", [{"name": "time_zone", "setting": proposed}])
    return proposed


def _describe(
    con: duckdb.DuckDBPyConnection, reports: list[FileReport], not_used: list[str], keep: bool
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
                not_counted_by_reason=by_reason.get(False, {}),
                refused_by_reason=by_reason.get(True, {}),
            )
        )
    if keep:
        return ImportReport(described, not_used)
    return ImportReport(
        described,
        not_used,
        own_candidates=ask(con, "own_identity_candidates"),
        links=ask(con, "suggested_links"),
        refusals=ask(con, "refusals"),
        summary=ask(con, "network_summary"),
    )
