"""The staging tables of one part of an import: what the fields are called in the file, and letting go of them."""

from collections.abc import Mapping

import duckdb

APART = "staging_"  # begins the name of a staging database that stands apart from the transaction
Taken = Mapping[str, str | None]  # field -> column of the file


def name_columns(con: duckdb.DuckDBPyConnection, taken: Taken) -> None:
    """What each field is called in this file, so that a refusal names the column the user sees."""
    con.execute("create or replace temp table field_column (field varchar, column_name varchar)")
    known = [[field, column] for field, column in taken.items() if column]
    if known:
        con.executemany("insert into field_column values (?, ?)", known)


def forget_staged(con: duckdb.DuckDBPyConnection) -> None:
    """Let go of what was staged for the part before: it takes memory that the rest of the import needs."""
    for kind in ("table", "view"):
        names = con.execute(
            f"select {kind}_name from duckdb_{kind}s() where temporary and {kind}_name like 'staged@_%' escape '@'"
        ).fetchall()
        for (name,) in names:
            con.execute(f"drop {kind} {name}")
    with con.cursor() as apart:  # the transaction itself may not: it has read from there
        for (name,) in apart.execute(
            f"select database_name from duckdb_databases() where starts_with(database_name, '{APART}')"
        ).fetchall():
            apart.execute(f"detach {name}")
