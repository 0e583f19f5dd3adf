"""What the columns of a spreadsheet mean: our guess, corrected by what the user said of files with this header.

A layout is known by its header: the next file with the same names of columns is read the same way, whatever it is
called and in whatever order they stand.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from dashboard.errors import FileRefused
from dashboard.importers import columns

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

LEAVE_OUT = "leave out"
KINDS = ("contact_sheet", "interaction_sheet")  # the tables that people make, each with columns of its own
TABLE = ""  # the column key under which the kind of the whole table is said
SAMPLES = 3

# The person of a meeting and the name of a contact are one thing under two names.
_SAME = {"full_name": "person", "person": "full_name"}
_NAMING = {
    "contact_sheet": (
        (
            ("full_name", "first_name", "last_name", "email", "phone", "profile_url"),
            "a column with names",
            "e-mail addresses, phone numbers or profile addresses will do too",
        ),
    ),
    "interaction_sheet": (
        (("date",), "a column with dates", "each row is a meeting or a call on a day"),
        (
            ("person", "first_name", "last_name", "email"),
            "a column with names",
            "e-mail addresses will do too",
        ),
    ),
}

Said = Mapping[str, str]  # column key -> field or LEAVE_OUT; TABLE -> kind or LEAVE_OUT


@dataclass(frozen=True)
class Column:
    """A column as it is read: its name in the file, its key, the field it goes to, its first filled cells."""

    name: str
    key: str
    meaning: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """How one table is read: its kind (LEAVE_OUT as the user said; None: not known), its columns in the file's order."""

    table: str
    key: str
    kind: str | None
    columns: tuple[Column, ...]


def header_key(header: Sequence[str]) -> str:
    """The layout a header belongs to: a short hash, so that no header is kept that was a row of people after all."""
    names = sorted(column_key(name) for name in header)
    return hashlib.sha256("\0".join(names).encode()).hexdigest()[:16]


def column_key(name: str) -> str:
    """A column's name as names of columns are compared."""
    return columns.word(name) or name.casefold()


def fields(module: ModuleType, sheet: "Sheet", said: Said) -> dict[str, str | None]:
    """Field -> column: the importer's guess, and over it what the user said. FileRefused if nobody could be told."""
    taken = _corrected(sheet, said, module.fields(sheet))
    if said:
        _check(module.KIND, sheet, taken)
    return taken


def layout(sheet: "Sheet", kind: str | None, said: Said, guess: Mapping[str, str | None]) -> Layout:
    """How the table is read, column by column, from our guess (field -> column) and what the user said."""
    means = {column: field for field, column in _corrected(sheet, said, guess).items() if column}
    return Layout(
        sheet.name,
        header_key(sheet.header),
        kind,
        tuple(
            Column(name, column_key(name), means.get(name, LEAVE_OUT), _filled(sheet, index))
            for index, name in enumerate(sheet.header)
        ),
    )


def _corrected(sheet: "Sheet", said: Said, guess: Mapping[str, str | None]) -> dict[str, str | None]:
    meant = {name: said[column_key(name)] for name in sheet.header if column_key(name) in said}
    taken = {field: None if column in meant else column for field, column in guess.items()}
    for name, meaning in meant.items():
        field = meaning if meaning in taken else _SAME.get(meaning, meaning)
        if field in taken:
            taken[field] = name
    return taken


def _check(kind: str, sheet: "Sheet", taken: Mapping[str, str | None]) -> None:
    for any_of, what, besides in _NAMING.get(kind, ()):
        if not any(taken.get(field) for field in any_of):
            raise FileRefused(f"{sheet.name} needs {what}.", f"Say which column it is; {besides}.")


def _filled(sheet: "Sheet", index: int) -> tuple[str, ...]:
    cells = (row[index].strip() for row in sheet.sample if index < len(row))
    return tuple(cell for cell in cells if cell)[:SAMPLES]
