"""Importing files: all of them or none, in one transaction."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import duckdb

from dashboard.errors import UserError
from dashboard.importers import shared_list
from dashboard.importers.column_mapping import Layout
from dashboard.importers.day_month import DayOrder
from dashboard.records import Context
from dashboard.warehouse.decide import said_of_columns, write_decisions
from dashboard.warehouse.duplicates import forget_duplicates
from dashboard.warehouse.effect import headline, record_effect
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.load import Part, load_part
from dashboard.warehouse.rebuild import rebuild
from dashboard.warehouse.report import FileReport, ImportReport, describe
from dashboard.warehouse.source import Opened, Piece, open_source, scratch_folder
from dashboard.warehouse.source_file import SourceFile
from dashboard.warehouse.stage_parsed import stage_parsed
from dashboard.warehouse.stage_sheet import stage_sheet
from dashboard.warehouse.whose import check_known, check_said, only_people, series_of

log = logging.getLogger(__name__)
RECORD_TABLES = (
    "import",
    "part",
    "entry",
    "person",
    "acquaintance",
    "other_address",
    "referral",
    "own_position",
    "own_school",
    "interaction",
    "participant",
    "mention",
    "refusal",
    "refused_file",
    "import_effect",
)
Progress = Callable[[str], None]


def import_files(
    workspace: Workspace,
    sources: Sequence[SourceFile],
    own_keys: Sequence[str] | None = None,
    other_keys: Sequence[str] = (),
    progress: Progress = lambda _: None,
    keep: bool = True,
    time_zone: str | None = None,
    left_out: Sequence[tuple[SourceFile, UserError]] = (),
    day_order: str = "",
) -> ImportReport:
    """Import all the files or, on any error, none. FileRefused says which file and why.

    ``time_zone`` is taken where the workspace has none yet. ``own_keys`` are identity keys the user confirmed as
    their own (None: take the likely ones), ``other_keys`` those they said are somebody else. ``left_out`` are files
    that a preview refused: the ledger keeps why. ``day_order``: how 3/4/2026 is read where no file tells, "day first"
    or "month first". ``keep=False`` rehearses and rolls back.
    """
    imported_at = datetime.now(UTC).replace(tzinfo=None)
    with workspace.writing(keep) as con, scratch_folder() as scratch:
        before = headline(con)
        context = Context(_time_zone(con, time_zone), imported_at, scratch, mappings=said_of_columns(con), day_order=day_order)
        reports: list[FileReport] = []
        not_used: list[str] = []
        layouts: list[Layout] = []
        orders: list[DayOrder] = []
        asked: list[tuple[SourceFile, int]] = []
        started = time.monotonic()
        for source, opened, sha256 in _opened(sources, context, progress):
            not_used += opened.not_used
            done = _import_one(con, source, sha256, opened, context)
            reports += done
            asked.append((source, len(done)))
            if not all(report.is_known for report in done):
                layouts += opened.layouts
                orders += opened.orders
        if keep:
            check_said(reports)
        progress("Working out who is who")
        rebuild(con, after={"model.own_candidate": lambda: _take_own(con, own_keys, other_keys)})
        summary = headline(con)
        stored = con.execute("select import_id from records.import where imported_at = $at", {"at": imported_at})
        if import_ids := [row[0] for row in stored.fetchall()]:
            record_effect(con, import_ids, before, summary)
            _record_left_out(con, import_ids, left_out)
            rebuild(con, frozenset({"records.import_effect", "records.refused_file"}))
        report = replace(describe(con, reports, not_used, keep), before=before, summary=summary, sources=tuple(asked))
        report = replace(report, left_out=tuple(left_out))
        report = replace(report, orders=tuple(orders), layouts=() if keep else tuple(layouts))
        log.info("import of %d files took %.1f s", len(sources), time.monotonic() - started)
    return report


def undo_import(workspace: Workspace, import_id: int) -> None:
    """Take one import back: its records go, everything else stays. UserError if there is no such import."""
    with workspace.writing() as con:
        if not con.execute("select 1 from records.import where import_id = $id", {"id": import_id}).fetchone():
            raise UserError(f"There is no import {import_id}.", "`horizons ask import_history` lists them.")
        for table in RECORD_TABLES:
            con.execute(f"delete from records.{table} where import_id = $id", {"id": import_id})
        forget_duplicates(con)
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
    opened = open_source(source, context)
    return only_people(source, opened) if source.is_shared else opened, source.sha256


def _import_one(
    con: duckdb.DuckDBPyConnection, source: SourceFile, sha256: str, opened: Opened, context: Context
) -> list[FileReport]:
    if known := con.execute(
        "select import_id, imported_at from records.import where sha256 = $sha256", {"sha256": sha256}
    ).fetchone():
        reports = _already_imported(con, *known)
        check_known(con, source, known[0], reports)
        return reports
    import_id = con.execute("select coalesce(max(import_id), 0) + 1 from records.import").fetchall()[0][0]
    reports = [
        _import_piece(con, _part(con, import_id, number, piece, source), piece, context)
        for number, piece in enumerate(opened.pieces, start=1)
    ]
    if source.owner or any(report.kind == "linkedin_profile" and not report.new for report in reports):
        # The user said it, or their own profile lies beside it.
        reports = [replace(report, asks_whose=False) for report in reports]
    con.execute(
        "insert into records.import values ($import_id, $name, $sha256, $imported_at)",
        {"import_id": import_id, "name": source.name, "sha256": sha256, "imported_at": context.imported_at},
    )
    return reports


def _part(con: duckdb.DuckDBPyConnection, import_id: int, number: int, piece: Piece, source: SourceFile) -> Part:
    if source.is_shared:
        series = series_of(con, source.owner, piece.module.KIND)
        return Part(import_id, number, piece.name, shared_list, series, is_snapshot=True, is_shared=True)
    return Part(import_id, number, piece.name, piece.module, piece.series, _is_snapshot(piece))


def _import_piece(con: duckdb.DuckDBPyConnection, part: Part, piece: Piece, context: Context) -> FileReport:
    columns: dict[str, str] = {}
    if piece.sheet is not None:
        stage_sheet(con, piece.sheet, piece.module, piece.taken, context.time_zone, piece.is_day_first)
        columns = {column: name for name, column in piece.taken.items() if column}
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
        asks_whose=balance.is_doubtful,
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
        FileReport(name, kind, import_id, read, 0, 0, read - refused, refused, notes=(note,), is_known=True)
        for name, kind, read, refused in rows
    ]


def _record_left_out(
    con: duckdb.DuckDBPyConnection, import_ids: Sequence[int], left_out: Sequence[tuple[SourceFile, UserError]]
) -> None:
    """Write down under each of the imports which files could not be read with them."""
    for import_id in import_ids:
        for number, (source, error) in enumerate(left_out, start=1):
            con.execute(
                "insert into records.refused_file values (?, ?, ?, ?, ?)",
                [import_id, number, source.name, error.message, error.hint],
            )


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
