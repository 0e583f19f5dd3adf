"""A DuckDB database into one fresh file, while it is open."""

import secrets
from pathlib import Path

import duckdb


def copy_database(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Tables, views, macros and sequences as one committed state; ``target`` is whole or not there, and private.

    OSError or duckdb.Error if it cannot be written; a file that was there stays as it was.
    """
    alias = f"copy_{secrets.token_hex(4)}"  # an alias is known to the whole instance: two copies at once need two
    part = target.with_name(f"{target.name}.{alias}.part")
    source = con.execute("select current_database()").fetchall()[0][0]
    try:
        con.execute(f"attach {literal(part)} as {alias}")
        try:
            part.chmod(0o600)
            con.execute(f'copy from database "{source}" to {alias}')
        finally:
            con.execute(f"detach {alias}")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}.wal").unlink(missing_ok=True)


def literal(path: Path) -> str:
    """A path as an SQL literal: ATTACH takes no bound parameters."""
    return "'" + str(path).replace("'", "''") + "'"
