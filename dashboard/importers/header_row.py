"""Where a table begins: the row whose cells are names of columns.

Files have notes above the header, sometimes with a quote that is never closed: physical lines are looked at
one by one before any quote is trusted.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.errors import FileRefused
from dashboard.importers import columns

LOOK_AT = 50
MOST_SCORED = 2_000
DELIMITERS = (",", ";", "\t", "|")

_LOOKED_FOR = "First Name, Last Name, Name, E-mail, Phone, Company, Position, Date, Minutes"
_DATA_LIKE = re.compile(r"\S+@\S+\.\w+|https?://|\+?\d[\d\s./:-]{3,}$|-?\d+([.,]\d+)?$")
_OTHER_DELIMITERS = {
    ":": "a colon",
    "^": "a caret",
    "~": "a tilde",
    "#": "a hash",
    "\x1f": "a control character",
}
# A header cell with line breaks in it makes the header longer than a line; more than this is not a header.
_MOST_LINES = 4


@dataclass(frozen=True)
class Header:
    """The header's cells as written, and the physical lines [first, after) it takes."""

    delimiter: str
    cells: tuple[str, ...]
    first: int
    after: int
    is_spaced: bool = False  # a space after each delimiter that belongs to no cell: "a", "b"


def find_in_lines(name: str, lines: Sequence[str], any_header: bool = False) -> Header:
    """The header among the first physical lines of a text file; FileRefused if there is none.

    ``any_header``: failing names that we know, the first row of a table will do, whatever its words.
    """
    best: Header | None = None
    best_score = 1
    for index, line in enumerate(lines[:LOOK_AT]):
        for delimiter in DELIMITERS:
            if delimiter not in line:
                continue
            cells, after = _cells_from(lines, index, delimiter)
            if score(cells) > best_score:
                best, best_score = Header(delimiter, tuple(cells), index, after), score(cells)
    if best and all(cell.startswith(" ") for cell in best.cells[1:]):
        return replace(best, cells=tuple(cell.strip(' "') for cell in best.cells), is_spaced=True)
    return best or _single_column(lines) or (any_header and _first_of_a_table(lines)) or _refuse(name, lines)


def find_in_rows(rows: Sequence[Sequence[str]], any_header: bool = False) -> int | None:
    """The index of the header among the first rows of a worksheet; ``any_header`` as above."""
    best, best_score = None, 1
    for index, row in enumerate(rows[:LOOK_AT]):
        if score(row) > best_score:
            best, best_score = index, score(row)
    if best is not None:
        return best
    filled = [(index, [c for c in row if c.strip()]) for index, row in enumerate(rows[:LOOK_AT])]
    is_one_column = len({i for row in rows for i, cell in enumerate(row) if cell.strip()}) == 1
    single = next((i for i, c in filled if is_one_column and c and columns.is_single_column_word(c[0])), None)
    if single is not None or not any_header:
        return single
    return next(
        (i for i, row in enumerate(rows[: LOOK_AT - 1]) if _could_name(row) and _is_below(row, rows[i + 1 : i + 2])),
        None,
    )


def score(cells: Sequence[str]) -> int:
    """How many different names of columns are among the cells."""
    # What is wider is refused later; to look at 200,000 cells took half a minute.
    return len({columns.word(cell) for cell in cells[:MOST_SCORED] if columns.is_header_word(cell)})


def _first_of_a_table(lines: Sequence[str]) -> Header | None:
    """The first line of words that the line below splits into as many cells."""
    for index, line in enumerate(lines[: min(LOOK_AT, len(lines) - 1)]):
        for delimiter in sorted((d for d in DELIMITERS if d in line), key=line.count, reverse=True):
            cells, after = _cells_from(lines, index, delimiter)
            if _could_name(cells) and len(_cells_from(lines, after, delimiter)[0]) == len(cells):
                return Header(delimiter, tuple(cells), index, after)
    return None


def _could_name(cells: Sequence[str]) -> bool:
    """Whether the cells could be names of columns: two words or more, all different, none of them a value."""
    filled = [cell.strip() for cell in cells[:MOST_SCORED] if cell.strip()]
    return (
        len(filled) >= 2
        and len({columns.word(cell) for cell in filled}) == len(filled)
        and all(len(cell) <= 60 and cell.isprintable() and not _DATA_LIKE.match(cell) for cell in filled)
    )


def _is_below(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row follows that has a value under one of the names."""
    return any(name.strip() and cell.strip() for row in rows for name, cell in zip(header, row, strict=False))


def is_known(header: Sequence[str]) -> bool:
    """Whether a row would be found as a header by its names."""
    return score(header) > 1 or (len(header) == 1 and columns.is_single_column_word(header[0]))


def looked_for() -> str:
    """The end of a sentence that says what a header would have been."""
    return f"no row among the first {LOOK_AT} names at least two known columns, such as {_LOOKED_FOR}"


def _cells_from(lines: Sequence[str], index: int, delimiter: str) -> tuple[list[str], int]:
    """The row that starts at a line: that line alone where its quotes are closed, else with the next few."""
    for after in range(index + 1, min(index + _MOST_LINES, len(lines)) + 1):
        try:
            cells = next(csv.reader(lines[index:after], delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        return cells, after
    return next(csv.reader([lines[index]], delimiter=delimiter), []), index + 1


def _single_column(lines: Sequence[str]) -> Header | None:
    for index, line in enumerate(lines[:LOOK_AT]):
        cell = line.strip().strip('"')
        if cell and not set(DELIMITERS) & set(cell) and columns.is_single_column_word(cell):
            # "Fox, Dana" without quotes is one cell: a delimiter that the lines do not have keeps it so.
            text = "".join(lines)
            delimiter = next((d for d in DELIMITERS if d not in text), ",")
            return Header(delimiter, (cell,), index, index + 1)
    return None


def _refuse(name: str, lines: Sequence[str]) -> Header:
    shown = next((line.strip() for line in lines if line.strip()), "")
    for delimiter, called in _OTHER_DELIMITERS.items():
        if any(score(line.strip().split(delimiter)) > 1 for line in lines[:LOOK_AT]):
            raise FileRefused(
                f"{name} separates its columns by {called}, which is not read.",
                "Save it with commas, semicolons or tabs between the columns.",
            )
    delimiter = max(DELIMITERS, key=shown.count)
    first = next(csv.reader([shown], delimiter=delimiter), [])
    has = "one column" if len(first) == 1 else f"{len(first)} columns"
    is_data = any(_DATA_LIKE.match(cell.strip()) for cell in first)
    what = "starts with data and has no header row" if is_data else "has no header row that is recognised"
    raise FileRefused(
        f'{name} {what}: {looked_for()}. Its first line has {has}: "{shown[:60]}".',
        "Put a row with the names of the columns above the data.",
    )
