"""Bringing a parsed file's records (calendar, vCard, mail) into DuckDB's staging tables, in batches as Arrow."""

from collections.abc import Iterable
from itertools import islice

import duckdb
import pyarrow as pa

from dashboard.records import Parsed, Row
from dashboard.warehouse.staged import name_columns

BATCH = 10_000
_PERSON = pa.struct([(name, pa.string()) for name in ("role", "name", "email", "profile_url", "status", "kind")])
_ROWS = pa.schema(
    [
        ("line", pa.int32()),
        ("row_text", pa.string()),
        ("content", pa.string()),
        ("refusal", pa.string()),
        ("refusal_column", pa.string()),
        ("refusal_value", pa.string()),
    ]
)
_PERSON_TEXTS = ("full_name", "profile_url", "email", "phone", "company", "position")
_NOTES = ("note", "note_column", "note_value")
_PEOPLE = pa.schema(
    [
        *_ROWS,
        *((name, pa.string()) for name in (*_PERSON_TEXTS, *_NOTES)),
        ("other_emails", pa.list_(pa.string())),
    ]
)
_OCCURRENCES = pa.schema(
    [
        ("line", pa.int32()),
        ("interaction_text", pa.string()),
        ("starts_at", pa.timestamp("us")),
        ("minutes", pa.float64()),
        ("channel", pa.string()),
        ("is_all_day", pa.bool_()),
        ("is_cancelled", pa.bool_()),
        ("is_own_plan", pa.bool_()),
        ("people", pa.list_(_PERSON)),
    ]
)


def stage_parsed(con: duckdb.DuckDBPyConnection, parsed: Parsed) -> None:
    """``staged_row`` and ``staged_interaction`` from the records of a parsed file, in batches as Arrow."""
    name_columns(con, {})
    con.execute(
        "create or replace temp table damaged_row "
        "(line integer, reason varchar, column_name varchar, cell_value varchar)"
    )
    if parsed.lists_people:
        _stage_people(con, parsed.rows)
        return
    con.execute(
        "create or replace temp table staged_row (line integer, row_key uhugeint, content_hash ubigint, "
        "refusal varchar, refusal_column varchar, refusal_value varchar)"
    )
    con.execute(
        "create or replace temp table staged_interaction (line integer, interaction_key uhugeint, starts_at timestamp, "
        "minutes double, channel varchar, is_all_day boolean, is_cancelled boolean, is_own_plan boolean, "
        "people struct(role varchar, name varchar, email varchar, profile_url varchar, status varchar, kind varchar)[])"
    )
    rows = iter(parsed.rows)
    while batch := list(islice(rows, BATCH)):
        _insert(
            con,
            "staged_row",
            pa.Table.from_pylist([_row(row) for row in batch], schema=_ROWS),
            "line, md5_number(row_text), keys.hash(content), refusal, refusal_column, refusal_value",
        )
        _insert(
            con,
            "staged_interaction",
            pa.Table.from_pylist(list(_occurrences(batch)), schema=_OCCURRENCES),
            "line, md5_number(interaction_text), starts_at, minutes, channel, is_all_day, is_cancelled, is_own_plan, "
            "people",
        )


def _stage_people(con: duckdb.DuckDBPyConnection, rows: Iterable[Row]) -> None:
    """``staged_row`` of an address book, with the columns that a table of people has; the key of a person comes later."""
    texts = ", ".join(f"{name} varchar" for name in (*_PERSON_TEXTS, *_NOTES))
    con.execute(
        "create or replace temp table staged_row (line integer, content_hash ubigint, refusal varchar, "
        f"refusal_column varchar, refusal_value varchar, {texts}, other_emails varchar[], "
        "is_self boolean default false, industry_text varchar, connected_on date)"
    )
    waiting = iter(rows)
    columns = (*_PERSON_TEXTS, *_NOTES, "other_emails")
    while batch := list(islice(waiting, BATCH)):
        con.register("batch", pa.Table.from_pylist([_row(row) | _person(row) for row in batch], schema=_PEOPLE))
        con.execute(
            "insert into staged_row by name select line, keys.hash(content) as content_hash, refusal, refusal_column, "
            f"refusal_value, {', '.join(columns)} from batch"
        )
        con.unregister("batch")


def _person(row: Row) -> dict[str, object]:
    said: dict[str, object] = {}
    if row.person:
        said = {name: getattr(row.person, name) for name in (*_PERSON_TEXTS, "other_emails")}
    if row.note:
        said |= {"note": row.note.reason, "note_column": row.note.column, "note_value": row.note.value}
    return said


def _insert(con: duckdb.DuckDBPyConnection, table: str, batch: pa.Table, columns: str = "*") -> None:
    con.register("batch", batch)
    con.execute(f"insert into {table} select {columns} from batch")
    con.unregister("batch")


def _row(row: Row) -> dict[str, object]:
    refusal = row.refusal
    return {
        "line": row.line,
        "row_text": row.key,
        "content": row.content,
        "refusal": refusal.reason if refusal else None,
        "refusal_column": refusal.column if refusal else None,
        "refusal_value": refusal.value if refusal else None,
    }


def _occurrences(rows: Iterable[Row]) -> Iterable[dict[str, object]]:
    for row in rows:
        for item in row.interactions:
            yield {
                "line": row.line,
                "interaction_text": item.key,
                "starts_at": item.starts_at,
                "minutes": item.minutes,
                "channel": item.channel,
                "is_all_day": item.is_all_day,
                "is_cancelled": item.is_cancelled,
                "is_own_plan": item.is_own_plan,
                "people": [
                    {
                        "role": p.role,
                        "name": p.name,
                        "email": p.email,
                        "profile_url": p.profile_url,
                        "status": p.status,
                        "kind": p.kind,
                    }
                    for p in item.participants
                ],
            }
