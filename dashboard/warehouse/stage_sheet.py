"""Bringing a sheet's rows into DuckDB's staging tables: read as text, mapped by the importer's SELECT."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from uuid import uuid4

import duckdb

from dashboard.importers.tabular import Sheet
from dashboard.settings import queries_folder
from dashboard.warehouse.staged import APART, Taken, forget_staged, name_columns

LONGEST_LINE = 8 * 1024 * 1024


def stage_sheet(
    con: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    module: ModuleType,
    taken: Taken,
    time_zone: str,
    is_day_first: bool | None = None,
) -> None:
    """``staged_row``: the sheet's rows as the importer's SELECT reads them, plus refused damaged lines.

    Beside the fields the SELECT finds ``time_zone`` and ``is_day_first`` (NULL: nothing tells), the same in every row.

    Where the importer names a CIRCLE, ``people`` is not in it but in ``staged_circle``, and ``staged_seat`` says
    which line has which circle.
    """
    forget_staged(con)
    name_columns(con, taken)
    order = "null" if is_day_first is None else str(is_day_first).lower()
    said = f"{_literal(time_zone)} as time_zone, {order}::boolean as is_day_first"
    if not hasattr(module, "CIRCLE"):
        _stage_rows(con, "temp.main.", sheet, module, taken, said)
        return
    # What a transaction has not committed is read by one thread alone. The big files are staged in a database of their
    # own, committed step by step; the transaction sees it when it is done.
    name = f"{APART}{uuid4().hex}"
    with con.cursor() as apart:
        apart.execute(f"attach ':memory:' as {name}")
        _stage_rows(apart, f"{name}.main.", sheet, module, taken, said)
        _stage_circles(apart, f"{name}.main.", module, taken)
    for table in ("staged_row", "staged_circle", "staged_seat"):
        con.execute(f"create or replace temp view {table} as from {name}.main.{table}")
    con.execute(f"create or replace temp table damaged_row as from {name}.main.damaged_row")


def _create(place: str) -> str:
    return f"create or replace {'temp ' if place.startswith('temp.') else ''}table {place}"


def _stage_rows(
    con: duckdb.DuckDBPyConnection, place: str, sheet: Sheet, module: ModuleType, taken: Taken, said: str
) -> None:
    """``staged_cell``, ``staged`` over it, ``staged_row`` and ``damaged_row``, in the place given (database, schema, dot)."""
    _read_cells(con, place, sheet, taken)
    # Read in parallel and in order: the row number is the row id, which costs nothing (row_number() takes one thread).
    first = con.execute(f"select coalesce(min(rowid), 0) from {place}staged_cell").fetchall()[0][0]
    line = "line" if sheet.has_line else f"(rowid - {first - sheet.header_row - 1})::integer as line"
    con.execute(
        f"create or replace temp view staged as select {line}, {said}, {', '.join(taken)} "
        f"from {place}staged_cell"
    )
    left_out = "people" if hasattr(module, "CIRCLE") else ""
    con.execute(f"{_create(place)}staged_row as {_hashed(con, importer_select(module.SELECT), left_out)}")
    _refuse_rejected(con, place)


def _read_cells(con: duckdb.DuckDBPyConnection, place: str, sheet: Sheet, taken: Taken) -> None:
    """``staged_cell``: the cells the importer asks for, blank ones NULL; what cannot be split goes to ``csv_reject``."""
    columns = {name: f"c{i}" for i, name in enumerate(sheet.header)}
    projected = ["line::integer as line"] if sheet.has_line else []
    projected += [
        f"{_filled(columns[column])} as {field}" if column else f"null::varchar as {field}"
        for field, column in taken.items()
    ]
    names = [*(["line"] if sheet.has_line else []), *columns.values()]
    con.execute(
        f"{_create(place)}staged_cell as select {', '.join(projected)} "
        f"from read_csv({_literal(sheet.path)}, header = false, skip = {sheet.skip}, all_varchar = true, "
        f"delim = {_literal(sheet.delimiter)}, quote = {_literal(sheet.quote)}, escape = {_literal(sheet.quote)}, "
        f"auto_detect = false, strict_mode = true, max_line_size = {LONGEST_LINE}, buffer_size = {LONGEST_LINE}, "
        "store_rejects = true, rejects_table = 'csv_reject', rejects_scan = 'csv_scan', columns = {"
        + ", ".join(f"'{name}': 'VARCHAR'" for name in names)
        + "})"
    )


def _filled(cell: str) -> str:
    """``keys.filled`` of a cell, without its trim (which knows all of Unicode's blanks) where there is nothing to trim."""
    return (
        f"case when {cell} != '' and not starts_with({cell}, ' ') and not ends_with({cell}, ' ') "
        f"and strlen({cell}) = length({cell}) then {cell} else keys.filled({cell}) end"
    )


def _stage_circles(con: duckdb.DuckDBPyConnection, place: str, module: ModuleType, taken: Taken) -> None:
    """The people of each distinct circle, read once: a million messages go between a few thousand circles."""
    circle: Sequence[str] = module.CIRCLE
    named = ", ".join(circle)
    first = ", ".join(f"any_value({field}) as {field}" for field in circle)
    others = ", ".join(f"null::varchar as {field}" for field in taken if field not in circle)
    # A circle is known by 64 bits of its text, as a mention is: comparing the text itself costs a second.
    con.execute(
        f"create or replace table {place}staged_taken as select line, hash({named}) as circle from staged "
        f"where line not in (select line from {place}staged_row where refusal is not null)"
    )
    con.execute(
        f"create or replace table {place}staged_naming as select circle, min(line) as line, {first} from staged "
        f"inner join {place}staged_taken using (line) group by circle"
    )
    con.execute(f"drop table {place}staged_cell")
    con.execute(
        f"create or replace table {place}staged_circle as "
        f"with staged as (select line, null::varchar as time_zone, {named}, {others} from {place}staged_naming) "
        f"select line, people from (\n{importer_select(module.SELECT)}\n)"
    )
    con.execute(
        f"create or replace table {place}staged_seat as select taken.line, naming.line as circle "
        f"from {place}staged_taken as taken inner join {place}staged_naming as naming on taken.circle = naming.circle"
    )


def _refuse_rejected(con: duckdb.DuckDBPyConnection, place: str) -> None:
    """Lines DuckDB's reader could not split join the refused ones."""
    con.execute(
        f"{_create(place)}damaged_row as "
        "select distinct on (line) line::integer as line, 'damaged row' as reason, null::varchar as column_name, "
        "left(csv_line, 80) as cell_value from csv_reject order by line"
    )
    con.execute("drop table if exists csv_reject")
    con.execute("drop table if exists csv_scan")


def _hashed(con: duckdb.DuckDBPyConnection, select: str, left_out: str = "") -> str:
    """The importer's SELECT with its long key and content texts hashed on the way: a million of them fill the memory."""
    columns = {row[0] for row in con.execute(f"describe {select}").fetchall()}
    texts = columns & {"content", "row_text", left_out}
    key = "md5_number(row_text) as row_key, " if "row_text" in columns else ""
    said = ", ".join(
        f"case when refusal is not null then {name} end as {name}" for name in ("refusal_column", "refusal_value")
    )
    return (
        f"select * exclude ({', '.join(sorted(texts))}) replace ({said}), "
        f"{key}keys.hash(coalesce(content, '')) as content_hash from ({select})"
    )


def importer_select(name: str) -> str:
    """The text of an importer's SELECT."""
    return (queries_folder() / "importers" / f"{name}.sql").read_text(encoding="utf-8")


def _literal(value: str | Path) -> str:
    """A string as an SQL literal: table functions take no bound parameters in a view."""
    return "'" + str(value).replace("'", "''") + "'"
