"""Looking into a workspace and filling it: what the tests of the engine share."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.warehouse import FileReport, ImportReport, SourceFile, Workspace, import_files
from dashboard.warehouse.rebuild import model_tables

Rows = list[tuple[Any, ...]]
# What an import said on the day it was made stays in its ledger, whatever came before it and is gone since.
_LEDGER = {"rows_new", "rows_updated", "rows_unchanged"}
_NUMBERED = {"import_id", "run_id", "imported_at", "copy_no", "next_import_id", "newest_import_id", "came"}
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def take(space: Workspace, *paths: Path, **options: Any) -> ImportReport:
    """Import the files under their own names."""
    return import_files(space, [SourceFile(path, path.name) for path in paths], **options)


def take_one(space: Workspace, path: Path, **options: Any) -> FileReport:
    """Import a file that gives one report."""
    (report,) = take(space, path, **options).files
    return report


def rows(space: Workspace, sql: str) -> Rows:
    """The rows of a SELECT."""
    with space.reading() as con:
        return con.execute(sql).fetchall()


def model(space: Workspace) -> dict[str, Rows]:
    """The whole content of every derived table, sorted; doubles to nine digits, for threads add in any order."""
    with space.reading() as con:
        return {name: sorted(map(_rounded, con.execute(f"from {name}").fetchall()), key=repr) for name in derived()}


def _rounded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(float(f"{cell:.9g}") if isinstance(cell, float) else cell for cell in row)


def derived() -> list[str]:
    """The derived tables that hold rows, in the order they are built."""
    return [table.name for table in model_tables() if not table.signature]


def renumbered(space: Workspace) -> dict[str, Rows]:
    """Every table of the model, but with imports numbered as they follow each other, and without what their reports said:
    the same for two workspaces that hold the same files, whatever came and went meanwhile."""
    with space.reading() as con:
        imports = con.execute("select import_id, imported_at from records.import order by import_id").fetchall()
        places: dict[Any, int] = {value: place for place, pair in enumerate(imports) for value in pair}
        found = {}
        for name in derived():
            held = con.execute(f"from {name}")
            columns = [column[0] for column in held.description or []]
            told = (dict(zip(columns, row, strict=True)) for row in held.fetchall())
            found[name] = sorted((tuple(_numbered(row, places).values()) for row in told), key=repr)
    return found


def _numbered(row: Mapping[str, Any], places: Mapping[Any, int]) -> dict[str, Any]:
    """A row, or a struct in it, without the ledger's columns; doubles to nine digits, for threads add in any order."""
    found: dict[str, Any] = {}
    for name, cell in row.items():
        if name in _LEDGER or name.endswith(("_before", "_after")):
            continue
        if isinstance(cell, dict):
            found[name] = repr(_numbered(cell, places))
        elif name in _NUMBERED:
            found[name] = places.get(cell, cell)
        else:
            found[name] = float(f"{cell:.9g}") if isinstance(cell, float) else cell
    return found


def written(space: Workspace) -> dict[str, Rows]:
    """The whole content of every table that is not derived, sorted."""
    with space.reading():
        tables = rows(
            space,
            "select schema_name || '.' || table_name from duckdb_tables() where not temporary "
            "and schema_name != 'model' order by all",
        )
        return {name: sorted(rows(space, f"from {name}"), key=repr) for (name,) in tables}


def difference(one: dict[str, Rows], other: dict[str, Rows]) -> dict[str, tuple[Rows, Rows]]:
    """Table -> (rows only in the one, rows only in the other); empty if they are the same."""
    differing = [name for name in one | other if one.get(name) != other.get(name)]
    return {
        name: (
            [r for r in one.get(name, []) if r not in other.get(name, [])][:3],
            [r for r in other.get(name, []) if r not in one.get(name, [])][:3],
        )
        for name in differing
    }


def file(folder: Path, name: str, *lines: str, encoding: str = "utf-8", end: str = "\n") -> Path:
    """A text file of these lines."""
    path = folder / name
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


def connections(folder: Path, *lines: str, name: str = "Connections.csv") -> Path:
    """Connections.csv with LinkedIn's present columns."""
    return file(folder, name, CONNECTIONS, *lines)


def zipped(folder: Path, name: str, members: Sequence[tuple[str, str]]) -> Path:
    """A zip of (name inside, text)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, text in members:
            archive.writestr(inside, text)
    (folder / name).write_bytes(held.getvalue())
    return folder / name
