"""Checking a backup before it replaces anything: its facts and decisions are read into a fresh workspace.

Nothing else of the file is taken over: views, macros and the derived model of a foreign file could say anything.
The model is derived anew by this program, and every question must have an answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from dashboard.errors import UserError, WorkspaceBusy, WorkspaceDamaged
from dashboard.questions import ask, names
from dashboard.warehouse.copying import literal
from dashboard.warehouse.lease import Workspace, connect, is_held
from dashboard.warehouse.migrate import check_applied, migrate

KEPT = ("records", "decisions")
MOST_DECISIONS = 10_000_000
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Backup:
    """A backup that was checked, and what is in it. ``file`` is the workspace made of it, in the scratch folder."""

    file: Path
    contacts: int
    imports: int
    decisions: int
    last_on: date


def check_backup(file: Path, name: str, scratch: Path, progress: Progress = lambda _: None) -> Backup:
    """Everything that could be wrong with a backup is found here: UserError says what. The file is only read.

    ``name`` is what the user calls the file, ``scratch`` an existing empty folder that outlives the restore.
    """
    if not file.is_file():
        raise UserError(f"There is no file {name}.", "Check the name.")
    space = Workspace(scratch)
    progress("Reading the backup")
    try:
        _copy_facts(file, name, space.file)
        progress("Working out who is who")
        with space.reading() as con:
            progress("Asking every question")
            _ask_everything(con, name)
            return _described(con, space.file)
    except WorkspaceBusy:
        raise
    except (duckdb.Error, UnicodeDecodeError, WorkspaceDamaged) as error:
        raise UserError(f"{name} is damaged: it cannot be read to its end.", "Nothing was changed.") from error


def _copy_facts(file: Path, name: str, target: Path) -> None:
    with connect(target) as con:
        _attach(con, file, name)
        applied = _applied(con, name)
        migrate(con, target, is_new=True, only=applied)
        _compare(con, name)
        for table in _tables(con, "current_database()"):
            con.execute(f"insert into {table} by name select * from backup_file.{table}")
        _raise_sequence(con, name)
        con.execute("detach backup_file")


def _attach(con: duckdb.DuckDBPyConnection, file: Path, name: str) -> None:
    try:
        con.execute(f"attach {literal(file)} as backup_file (read_only)")
    except (duckdb.Error, UnicodeDecodeError) as error:
        if is_held(error):
            raise WorkspaceBusy(f"{name} is in use.", "Close what holds it open and try again.") from error
        raise UserError(
            f"{name} is not a backup of Networking Horizons, or is damaged.", "Nothing was changed."
        ) from error


def _applied(con: duckdb.DuckDBPyConnection, name: str) -> dict[int, str]:
    """The schema files the backup was made with, all of them known to this program."""
    if "main.schema_migration" not in _tables(con, "'backup_file'", ("main",)):
        raise UserError(f"{name} is a database, but not of Networking Horizons.", "Nothing was changed.")
    rows = con.execute("select version, checksum from backup_file.main.schema_migration order by version").fetchall()
    try:
        check_applied(dict(rows))
    except WorkspaceDamaged as error:
        said = error.message.replace("The workspace", name).replace("this workspace", name)
        raise UserError(said, f"{error.hint} Nothing was changed.") from error
    return dict(rows)


def _compare(con: duckdb.DuckDBPyConnection, name: str) -> None:
    """Every table of facts and decisions is there, with exactly its columns."""
    listed = (
        "select schema_name || '.' || table_name, column_name, data_type from duckdb_columns() "
        "where database_name = {} and schema_name in ('records', 'decisions')"
    )
    ours = con.execute(listed.format("current_database()")).fetchall()
    tables = set(_tables(con, "'backup_file'"))
    theirs = [row for row in con.execute(listed.format("'backup_file'")).fetchall() if row[0] in tables]
    if odd := sorted({row[0] for row in set(ours) ^ set(theirs)}):
        raise UserError(f"{name} is damaged: {odd[0]} is not as it should be.", "Nothing was changed.")


def _tables(con: duckdb.DuckDBPyConnection, database: str, schemas: tuple[str, ...] = KEPT) -> list[str]:
    rows = con.execute(
        f"select schema_name || '.' || table_name from duckdb_tables() where database_name = {database} "
        f"and list_contains({list(schemas)}, schema_name) order by all"
    ).fetchall()
    return [row[0] for row in rows]


def _raise_sequence(con: duckdb.DuckDBPyConnection, name: str) -> None:
    """The next decision is newer than every restored one. DuckDB can only draw numbers, not set a sequence."""
    tables = _tables(con, "current_database()", ("decisions",))
    last = max(con.execute(f"select coalesce(max(decision_no), 0) from {table}").fetchall()[0][0] for table in tables)
    if last > MOST_DECISIONS:
        raise UserError(f"{name} is damaged: its decisions are misnumbered.", "Nothing was changed.")
    con.execute(f"select max(nextval('decisions.decision_no')) from range({int(last)})").fetchall()


def _ask_everything(con: duckdb.DuckDBPyConnection, name: str) -> None:
    for question in names():
        try:
            ask(con, question)
        except duckdb.Error as error:
            raise UserError(f"{name} is damaged: it cannot answer {question}.", "Nothing was changed.") from error


def _described(con: duckdb.DuckDBPyConnection, file: Path) -> Backup:
    state = ask(con, "workspace_state").to_dict("records")[0]
    tables = _tables(con, "current_database()", ("decisions",))
    decisions = sum(con.execute(f"select count(*) from {table}").fetchall()[0][0] for table in tables)
    return Backup(file, int(state["contacts"]), int(state["imports"]), decisions, state["last_on"].date())
