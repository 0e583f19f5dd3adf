"""From staging to records: keys, hashes, balance. One part (one file) at a time, inside the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

import duckdb

from dashboard.errors import FileRefused
from dashboard.importers.shared_list import SHAREABLE
from dashboard.importers.tabular import Sheet
from dashboard.settings import queries_folder
from dashboard.warehouse.staged import forget_staged

ACQUAINTANCE = "line, full_name, profile_url, email, name_key, company_key, company, position, connected_on, who"
# A newer copy of one's own list has nearly everybody of the older one; two people's lists have next to nobody in common.
FEW = 0.2
LEAST_ROWS = 5  # of shorter lists nothing can be said


@dataclass(frozen=True)
class Part:
    """One file, or one member of a zip, about to be loaded."""

    import_id: int
    part_no: int
    file_name: str
    module: ModuleType
    series: str
    is_snapshot: bool
    first_on: date | None = None
    last_on: date | None = None
    is_shared: bool = False  # a list of people whom a contact knows, not the user


@dataclass(frozen=True)
class Balance:
    """rows_read = new + updated + unchanged + refused. ``is_doubtful``: it may be no newer copy of what it replaces."""

    rows_read: int
    new: int
    updated: int
    unchanged: int
    refused: int
    is_doubtful: bool = False


def load_part(con: duckdb.DuckDBPyConnection, part: Part, sheet: Sheet | None) -> Balance:
    """Move ``staged_row`` (and ``staged_interaction``) into records; FileRefused if not one row can be taken."""
    columns = {row[0] for row in con.execute("describe staged_row").fetchall()}
    if "is_self" in columns:
        _stage_people(con)
    if sheet and sheet.damaged:
        con.executemany(
            "insert into damaged_row values (?, ?, ?, ?)",
            [[line, refusal.reason, refusal.column, refusal.value] for line, refusal in sheet.damaged],
        )
    if part.is_snapshot and "happens_on" in columns:
        first, last = con.execute(
            "select min(happens_on), max(happens_on) from staged_row where refusal is null"
        ).fetchall()[0]
        part = replace(part, first_on=first, last_on=last)
    _compare(con, part)
    balance = _balance(con)
    if part.is_snapshot and part.module.KIND in SHAREABLE:
        balance = replace(balance, is_doubtful=_is_doubtful(con))
    if balance.rows_read == balance.refused:
        raise _nothing_taken(con, part, balance)
    con.execute(
        "insert into records.part select $import_id, $part_no, $file_name, $kind, $series, $is_snapshot, $first_on, "
        "$last_on, $rows_read, $rows_new, $rows_updated, $rows_unchanged, $rows_refused",
        {
            "import_id": part.import_id,
            "part_no": part.part_no,
            "file_name": part.file_name,
            "kind": part.module.KIND,
            "series": part.series,
            "is_snapshot": part.is_snapshot,
            "first_on": part.first_on,
            "last_on": part.last_on,
            "rows_read": balance.rows_read,
            "rows_new": balance.new,
            "rows_updated": balance.updated,
            "rows_unchanged": balance.unchanged,
            "rows_refused": balance.refused,
        },
    )
    ids = f"{part.import_id} as import_id, {part.part_no} as part_no"
    con.execute(
        f"insert into records.entry by name select {ids}, line, row_key, content_hash from staged_row where refusal is null"
    )
    _load_refusals(con, ids, columns)
    if part.is_shared:
        con.execute(f"insert into records.acquaintance by name select {ids}, {ACQUAINTANCE} from staged_person")
    elif "is_self" in columns:
        con.execute(f"insert into records.person by name select {ids}, * exclude (row_key) from staged_person")
        _load_details(con, ids, columns)
    elif "school" in columns:
        con.execute(
            f"insert into records.own_school by name select {ids}, line, school, keys.company(school) as school_key, "
            "degree, started_on, finished_on from staged_row where refusal is null"
        )
    elif "started_on" in columns:
        con.execute(
            f"insert into records.own_position by name select {ids}, line, company, "
            "keys.company(company) as company_key, title, started_on, finished_on from staged_row where refusal is null"
        )
    else:
        _load_interactions(con, part, ids, columns)
    forget_staged(con)
    return balance


def _stage_people(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"create or replace temp table staged_person as {_select('person')}")
    con.execute(
        "create or replace temp table staged_row as select staged_row.*, staged_person.row_key "
        "from staged_row left join staged_person using (line)"
    )


def _compare(con: duckdb.DuckDBPyConnection, part: Part) -> None:
    con.execute(
        "create or replace temp table latest_part as select import_id, part_no from records.part "
        "where kind = $kind and series = $series and import_id < $import_id "
        "qualify import_id = max(import_id) over ()",
        {"kind": part.module.KIND, "series": part.series, "import_id": part.import_id},
    )


def _is_doubtful(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the staged list would end an older one although next to nobody of that is in it."""
    here, before, common = con.execute(_select("likeness")).fetchall()[0]
    return bool(min(here, before) >= LEAST_ROWS and common < FEW * min(here, before))


def _balance(con: duckdb.DuckDBPyConnection) -> Balance:
    new, updated, unchanged = con.execute(
        "select count(*) filter (outcome = 'new'), count(*) filter (outcome = 'updated'), "
        f"count(*) filter (outcome = 'unchanged') from ({_select('row')})"
    ).fetchall()[0]
    refused = con.execute(
        "select (select count(*) from staged_row where refusal is not null) + (select count(*) from damaged_row)"
    ).fetchall()[0][0]
    return Balance(new + updated + unchanged + refused, new, updated, unchanged, refused)


def _load_refusals(con: duckdb.DuckDBPyConnection, ids: str, columns: set[str]) -> None:
    con.execute(f"insert into records.refusal by name select {ids}, * from ({_select('refusal')})")
    if "note" in columns:
        con.execute(f"insert into records.refusal by name select {ids}, * from ({_select('note')})")


def _load_details(con: duckdb.DuckDBPyConnection, ids: str, columns: set[str]) -> None:
    """What an address book says beyond a person's row: further addresses, and who introduced them."""
    for table, column in (("other_address", "other_emails"), ("referral", "referred_by")):
        if column in columns:
            con.execute(f"insert into records.{table} by name select {ids}, * from ({_select(table)})")


def _load_interactions(con: duckdb.DuckDBPyConnection, part: Part, ids: str, columns: set[str]) -> None:
    """Interactions, the people named in them once each, and who took part in what."""
    has_circles = hasattr(part.module, "CIRCLE")
    is_parsed = not has_circles and "people" not in columns
    last = con.execute(
        "select coalesce(max(occurrence_no), 0) from records.interaction where import_id = $id", {"id": part.import_id}
    ).fetchall()[0][0]
    occurrence = _occurrence(con, last, is_parsed)
    con.execute(f"insert into records.interaction by name select {ids}, {occurrence}")
    people = "select line, line as seat, people from staged_circle"
    if not has_circles:
        people = f"select line, occurrence_no as seat, people from (select people, {occurrence})"
    con.execute(
        "create or replace temp table staged_participant as select * replace (role::main.role_name as role, "
        "status::main.status_name as status, kind::main.kind_name as kind) "
        f"from (select line, seat, unnest(people, recursive := true) from ({people}))"
    )
    con.execute(f"create or replace temp table staged_mention as {_select('mention')}")
    con.execute(f"insert into records.mention by name select {ids}, * from ({_select('mention_once')})")
    con.execute(
        f"insert into records.participant by name select {part.import_id} as import_id, "
        f"{f'(staged_seat.line + {last})::integer' if has_circles else 'p.seat'} as occurrence_no, m.who, p.role, p.status, p.kind "
        "from staged_participant as p inner join staged_mention as m on p.name is not distinct from m.name "
        "and p.email is not distinct from m.written_email and p.profile_url is not distinct from m.written_url"
        + (" inner join staged_seat on p.seat = staged_seat.circle" if has_circles else "")
    )


def _occurrence(con: duckdb.DuckDBPyConnection, last: int, is_parsed: bool) -> str:
    """The columns of an interaction, numbered on from ``last``: by line, or in their order where a line has several."""
    if not is_parsed:
        number, source = f"line + {last}", "row_key as interaction_key, {} from staged_row where refusal is null"
    else:
        first = con.execute("select coalesce(min(rowid), 0) from staged_interaction").fetchall()[0][0]
        number, source = f"rowid - {first - last - 1}", "interaction_key, {} from staged_interaction"
    return f"line, ({number})::integer as occurrence_no, " + source.format(
        "starts_at, minutes, channel, is_all_day, is_cancelled" + (", is_own_plan" if is_parsed else "")
    )


def _nothing_taken(con: duckdb.DuckDBPyConnection, part: Part, balance: Balance) -> FileRefused:
    worst = con.execute(
        "select reason, count(*) as n, min(line), arg_min(coalesce(field_column.column_name, said.column_name), line), "
        "arg_min(cell_value, line) from ("
        "select refusal as reason, line, refusal_column as column_name, refusal_value as cell_value from staged_row "
        "where refusal is not null union all select reason, line, column_name, cell_value from damaged_row) as said "
        "left join field_column on said.column_name = field_column.field "
        "group by reason order by n desc, reason limit 1"
    ).fetchone()
    if worst is None:
        return FileRefused(f"{part.file_name} has no rows that could be read.", "Export it again and compare.")
    reason, count, line, column, value = worst
    where = f", column {column}" if column else ""
    what = f': "{value[:80]}"' if value else ""
    if balance.rows_read == 1:
        return FileRefused(
            f"The only row of {part.file_name} could not be read: {reason} (row {line}{where}{what}).",
            f"{_how_to_mend(reason, column)} Nothing was written.",
        )
    return FileRefused(
        f"None of the {balance.rows_read:,} rows of {part.file_name} could be read. Most often: {reason} "
        f"({count:,} {'row' if count == 1 else 'rows'}, first in row {line}{where}{what}).",
        f"{_how_to_mend(reason, column)} Nothing was written.",
    )


def _how_to_mend(reason: str, column: str | None) -> str:
    if reason == "day and month cannot be told apart":
        return "Say on the Import page which day it is, or with --dates day-first or --dates month-first."
    if column is None:
        return "There is nothing in it to take. Export the file again, and look into it before."
    return "Mend that column, or export the file again."


def _select(name: str) -> str:
    return (queries_folder() / "load" / f"{name}.sql").read_text(encoding="utf-8")
