"""Everything in one zip: contacts, interactions, every answer, every fact and decision as CSV, and what each says.

Tables of any size go from DuckDB to the disk, answers through the CSV of ``delimited``; both guard their cells alike.
"""

import shutil
import zipfile
from codecs import BOM_UTF8
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from dashboard.errors import UserError
from dashboard.exports import delimited, readme
from dashboard.exports.readme import Told
from dashboard.questions import Question, ask, load, names, parse
from dashboard.settings import queries_folder

ALL_DAYS = 36_500
FAST = 1  # of nine: fingerprints fill most of it, and nothing makes them much smaller
KEPT = ("records", "decisions")


def write_everything(con: duckdb.DuckDBPyConnection, target: Path) -> list[str]:
    """Write the zip and return the names of its files. UserError if it cannot be written; then none is there."""
    part = target.with_name(f"{target.name}.part")
    try:
        with TemporaryDirectory(prefix="horizons-") as scratch:
            part.touch(0o600)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST) as archive:
                told = [*_people(con, archive, Path(scratch)), *_answers(con, archive)]
                told += _tables(con, archive, Path(scratch))
                archive.writestr("README.txt", readme.text(told))
            part.replace(target)
    except OSError as error:
        raise UserError(f"{target} cannot be written: {error.strerror}.", "Choose another folder.") from error
    finally:
        part.unlink(missing_ok=True)
    return ["README.txt", *(file.name for file in told)]


def _people(con: duckdb.DuckDBPyConnection, archive: zipfile.ZipFile, scratch: Path) -> list[Told]:
    contacts = load("contacts")
    archive.writestr("contacts.csv", delimited.build(ask(con, contacts.name, {"window_days": ALL_DAYS})))
    sql = (queries_folder() / "everything" / "interactions.sql").read_text(encoding="utf-8")
    _copy(con, sql, archive, "interactions.csv", scratch)
    return [_told("contacts.csv", contacts), _told("interactions.csv", parse("interactions", sql))]


def _answers(con: duckdb.DuckDBPyConnection, archive: zipfile.ZipFile) -> list[Told]:
    """Every question that is not about one person, with the parameters it takes by default."""
    told = []
    for name in names():
        question = load(name)
        if name != "contacts" and question.is_general:
            file = f"answers/{name}.csv"
            archive.writestr(file, delimited.build(ask(con, name)))
            told.append(_told(file, question))
    return told


def _tables(con: duckdb.DuckDBPyConnection, archive: zipfile.ZipFile, scratch: Path) -> list[Told]:
    tables = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = current_database() "
        f"and list_contains({list(KEPT)}, schema_name) order by all"
    ).fetchall()
    told = []
    for schema, table in tables:
        file = f"{schema}/{table}.csv"
        _copy(con, f"from {schema}.{table}", archive, file, scratch)
        columns = con.execute(f"describe {schema}.{table}").fetchall()
        told.append(readme.of_table(file, schema, table, [row[0] for row in columns]))
    return told


def _copy(con: duckdb.DuckDBPyConnection, select: str, archive: zipfile.ZipFile, name: str, scratch: Path) -> None:
    con.execute((queries_folder() / "everything" / "cell.sql").read_text(encoding="utf-8"))
    columns = con.execute(f"describe {select}").fetchall()
    cells = ", ".join(f'{_cell(column, kind)} as "{column}"' for column, kind, *_ in columns)
    held = scratch / "table.csv"
    written = str(held).replace("'", "''")
    con.execute(f"copy (select {cells} from ({select})) to '{written}' (format csv, header)")
    whole = scratch / "whole.csv"
    with held.open("rb") as table, whole.open("wb") as marked:
        marked.write(BOM_UTF8)  # else a spreadsheet takes it for an older encoding
        shutil.copyfileobj(table, marked)
    archive.write(whole, name)


def _cell(column: str, kind: str) -> str:
    """Text guarded; a fingerprint of 128 bits in hex: as a decimal number DuckDB takes a thousand times as long."""
    if kind.startswith(("VARCHAR", "ENUM")):
        return f'cell("{column}"::varchar)'
    return f'hex("{column}")' if kind == "UHUGEINT" else f'"{column}"'


def _told(file: str, question: Question) -> Told:
    given = ", ".join(field.name for field in question.params)
    columns = [
        (field.name, field.meaning + (f" ({field.unit})" if field.unit != "-" else "")) for field in question.columns
    ]
    says = f"{question.question} {question.grain[:1].upper()}{question.grain[1:]}."
    return Told(file, says, columns, f"Asked with the defaults of {given}." if given else "")
