"""Bringing one file's rows into DuckDB's staging tables, as text or as parsed records."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from types import ModuleType

import duckdb
import pyarrow as pa

from dashboard.importers.tabular import Sheet
from dashboard.records import Parsed, Row
from dashboard.settings import queries_folder

BATCH = 10_000
_PERSON = pa.struct([(name, pa.string()) for name in ("role", "name", "email", "profile_url", "status", "kind")])
_ROWS = pa.schema([
    ("line", pa.int32()), ("row_text", pa.string()), ("content", pa.string()),
    ("refusal", pa.string()), ("refusal_column", pa.string()), ("refusal_value", pa.string()),
])
_OCCURRENCES = pa.schema([
    ("line", pa.int32()), ("interaction_text", pa.string()), ("starts_at", pa.timestamp("us")), ("minutes", pa.float64()),
    ("channel", pa.string()), ("is_all_day", pa.bool_()), ("is_cancelled", pa.bool_()), ("people", pa.list_(_PERSON)),
])


def stage_sheet(con: duckdb.DuckDBPyConnection, sheet: Sheet, module: ModuleType, time_zone: str) -> None:
    """``staged_row``: the sheet's rows as the importer's SELECT reads them, plus refused damaged lines."""
    names = ["line", *(f"c{i}" for i in range(len(sheet.header)))] if sheet.has_line else [
        f"c{i}" for i in range(len(sheet.header))
    ]
    line = "line::integer" if sheet.has_line else f"(row_number() over () + {sheet.header_row})::integer"
    columns = {name: f"c{i}" for i, name in enumerate(sheet.header)}
    taken = module.fields(sheet)
    projected = ", ".join(
        f"keys.filled({columns[column]}) as {field}" if column else f"null::varchar as {field}"
        for field, column in taken.items()
    )
    con.execute(
        f"create or replace temp view staged as select {line} as line, {_literal(time_zone)} as time_zone, {projected} "
        f"from read_csv({_literal(sheet.path)}, header = false, skip = {sheet.skip}, all_varchar = true, "
        f"delim = {_literal(sheet.delimiter)}, quote = {_literal(sheet.quote)}, escape = {_literal(sheet.quote)}, "
        "auto_detect = false, strict_mode = true, max_line_size = 33554432, "
        "store_rejects = true, rejects_table = 'csv_reject', rejects_scan = 'csv_scan', columns = {"
        + ", ".join(f"'{name}': 'VARCHAR'" for name in names)
        + "})"
    )
    select = importer_select(module.SELECT)
    con.execute(f"create or replace temp table staged_row as {_hashed(con, select)}")
    _name_columns(con, taken)
    _refuse_rejected(con)


def _refuse_rejected(con: duckdb.DuckDBPyConnection) -> None:
    """Lines DuckDB's reader could not split join the refused ones."""
    con.execute(
        "create or replace temp table damaged_row as "
        "select distinct on (line) line::integer as line, 'damaged row' as reason, null::varchar as column_name, "
        "left(csv_line, 80) as cell_value from csv_reject order by line"
    )
    con.execute("drop table if exists csv_reject")
    con.execute("drop table if exists csv_scan")


def _name_columns(con: duckdb.DuckDBPyConnection, taken: Mapping[str, str | None]) -> None:
    """What each field is called in this file, so that a refusal names the column the user sees."""
    con.execute("create or replace temp table field_column (field varchar, column_name varchar)")
    known = [[field, column] for field, column in taken.items() if column]
    if known:
        con.executemany("insert into field_column values (?, ?)", known)


def stage_parsed(con: duckdb.DuckDBPyConnection, parsed: Parsed) -> None:
    """``staged_row`` and ``staged_interaction`` from the records of a parsed file, in batches as Arrow."""
    _name_columns(con, {})
    con.execute("create or replace temp table damaged_row (line integer, reason varchar, column_name varchar, cell_value varchar)")
    con.execute(
        "create or replace temp table staged_row (line integer, row_key uhugeint, content_hash ubigint, "
        "refusal varchar, refusal_column varchar, refusal_value varchar)"
    )
    con.execute(
        "create or replace temp table staged_interaction (line integer, interaction_key uhugeint, starts_at timestamp, "
        "minutes double, channel varchar, is_all_day boolean, is_cancelled boolean, "
        "people struct(role varchar, name varchar, email varchar, profile_url varchar, status varchar, kind varchar)[])"
    )
    rows = iter(parsed.rows)
    while batch := list(islice(rows, BATCH)):
        _insert(
            con, "staged_row", pa.Table.from_pylist([_row(row) for row in batch], schema=_ROWS),
            "line, md5_number(row_text), keys.hash(content), refusal, refusal_column, refusal_value",
        )
        _insert(
            con, "staged_interaction", pa.Table.from_pylist(list(_occurrences(batch)), schema=_OCCURRENCES),
            "line, md5_number(interaction_text), starts_at, minutes, channel, is_all_day, is_cancelled, people",
        )


def _insert(con: duckdb.DuckDBPyConnection, table: str, batch: pa.Table, columns: str = "*") -> None:
    con.register("batch", batch)
    con.execute(f"insert into {table} select {columns} from batch")
    con.unregister("batch")


def _row(row: Row) -> dict[str, object]:
    refusal = row.refusal
    return {
        "line": row.line, "row_text": row.key, "content": row.content,
        "refusal": refusal.reason if refusal else None,
        "refusal_column": refusal.column if refusal else None,
        "refusal_value": refusal.value if refusal else None,
    }


def _occurrences(rows: Iterable[Row]) -> Iterable[dict[str, object]]:
    for row in rows:
        for item in row.interactions:
            yield {
                "line": row.line, "interaction_text": item.key, "starts_at": item.starts_at, "minutes": item.minutes,
                "channel": item.channel, "is_all_day": item.is_all_day, "is_cancelled": item.is_cancelled,
                "people": [
                    {"role": p.role, "name": p.name, "email": p.email, "profile_url": p.profile_url,
                     "status": p.status, "kind": p.kind}
                    for p in item.participants
                ],
            }


def _hashed(con: duckdb.DuckDBPyConnection, select: str) -> str:
    """The importer's SELECT with its long key and content texts hashed on the way: a million of them fill the memory."""
    columns = {row[0] for row in con.execute(f"describe {select}").fetchall()}
    key = "md5_number(row_text) as row_key, " if "row_text" in columns else ""
    kept = "* exclude (content" + (", row_text)" if key else ")")
    return f"select {kept}, {key}keys.hash(coalesce(content, '')) as content_hash from ({select})"


def importer_select(name: str) -> str:
    """The text of an importer's SELECT."""
    return (queries_folder() / "importers" / f"{name}.sql").read_text(encoding="utf-8")


def _literal(value: str | Path) -> str:
    """A string as an SQL literal: table functions take no bound parameters in a view."""
    return "'" + str(value).replace("'", "''") + "'"
