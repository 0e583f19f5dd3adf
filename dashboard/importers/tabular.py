"""Any CSV or workbook to ``Sheet``s: decoded, header found, every row accounted for, ready for read_csv.

Two ways. *Careful*: the text is decoded, parsed row by row and written as a copy that cannot be misread.
*Fast*, for what is large and plain: no copy, DuckDB reads the file itself, in parallel.
"""

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import IO

from dashboard.errors import FileRefused
from dashboard.importers import clean_rows, csv_rows, decoding, file_kinds, header_row, spreadsheet
from dashboard.importers.header_row import Header
from dashboard.records import Refusal

FAST_FROM = 24 * 1024 * 1024
SAMPLE_ROWS = 200
MOST_COLUMNS = 2_000

_CHUNK = 1 << 20
# Our own export puts an apostrophe before what looks like a formula; ``clean_rows`` takes it off.
# The pattern begins with the apostrophe, and looks back from there: that is ten times faster than the other way.
_PROTECTED = re.compile(rb"""'[=+\-@\t\r](?:(?<=[,;\t\n\r"]..)|(?<=\A..))""", re.DOTALL)


@dataclass(frozen=True)
class Sheet:
    """One table, as DuckDB will read it.

    ``path`` is a CSV to be read with ``delimiter``, ``quote`` (doubled inside a cell) and ``skip``. With
    ``has_line`` it is our own copy: UTF-8, comma, LF, no header, and the source row number as a first column.
    """

    name: str  # file name, plus " › sheet name" where a workbook has several
    path: Path
    header: tuple[str, ...]  # as in the file, made unique; blank ones are "column 3"
    header_row: int  # 1-based, as a spreadsheet program numbers rows
    delimiter: str
    quote: str
    skip: int  # lines of ``path`` before the first data row
    has_line: bool
    sample: tuple[tuple[str, ...], ...]  # the first 200 rows, as wide as the header
    damaged: tuple[tuple[int, Refusal], ...]  # rows that could not be taken (row number, why)
    notes: tuple[str, ...]  # what was done to the file, in words


@dataclass(frozen=True)
class _Table:
    """Rows below a found header, before they are copied. A row is its cells, or its text if unreadable."""

    name: str
    header: Sequence[str]
    header_row: int
    rows: Iterable[tuple[int, list[str] | str]]
    notes: tuple[str, ...]


def read_sheets(path: Path, name: str, scratch: Path, any_header: bool = False) -> list[Sheet]:
    """The tables in a file: one for a CSV, each sheet with a recognisable header for a workbook.

    ``any_header``: where no row has names of columns that we know, the first row that could be a header is one.
    Raises FileRefused with what is wrong and where: no table, no header, no rows, cut off, damaged.
    """
    file_kinds.check_is_file(path, name)
    if PurePath(name).suffix.casefold() in spreadsheet.SUFFIXES:
        return _workbook(path, name, scratch, any_header)
    file_kinds.check_is_text(path, name)
    return [_csv(path, name, scratch, any_header)]


def _csv(path: Path, name: str, scratch: Path, any_header: bool) -> Sheet:
    encoding = decoding.encoding_of(path)
    head = list(islice(decoding.lines(path, encoding), header_row.LOOK_AT + 10))
    if not any(line.strip() for line in head):
        raise FileRefused(f"{name} is empty: it has blank lines only.", "Export it again and import the new file.")
    header = header_row.find_in_lines(name, head, any_header)
    if path.stat().st_size > FAST_FROM and encoding.is_utf8:
        sheet = _fast(path, name, header, encoding)
        if sheet:
            return sheet
    return _careful(path, name, scratch, header, encoding)


def _careful(path: Path, name: str, scratch: Path, header: Header, encoding: decoding.Encoding) -> Sheet:
    lines = decoding.lines(path, encoding)
    number = _rows_before(list(islice(lines, header.first)), header.delimiter) + 1
    for _ in range(header.first, header.after):
        next(lines)
    parsed = csv_rows.rows(lines, header.delimiter, header.is_spaced)
    notes = (encoding.note,) if encoding.note else ()
    rows = enumerate(_to_the_end(parsed, name, number), start=number + 1)
    return _copied(_Table(name, header.cells, number, rows, (*notes, *_skipped(number))), scratch)


def _fast(path: Path, name: str, header: Header, encoding: decoding.Encoding) -> Sheet | None:
    """The file as it is, or None where it is not plain enough for that."""
    before = list(islice(decoding.lines(path, encoding), header.first))
    number = _rows_before(before, header.delimiter) + 1
    # DuckDB skips rows, not lines: where the two differ, the careful way is taken.
    is_even = number == header.after and all(line.count('"') % 2 == 0 for line in before)
    if (
        header.delimiter != ","
        or header.is_spaced
        or not is_even
        or not header.cells[-1].strip()
        or not _is_plain(path)
    ):
        return None
    names = _unique(name, header.cells)
    rows = csv_rows.rows(islice(decoding.lines(path, encoding), header.after, None), ",")
    try:
        sample = [row for row in islice(rows, SAMPLE_ROWS) if not clean_rows.is_blank(row, len(names))]
    except csv_rows.OpenQuoteError:
        return None
    # DuckDB refuses rows of another width, which the careful way pads or cuts.
    if not sample or any(isinstance(row, str) or len(row) != len(names) for row in sample):
        return None
    cells = tuple(clean_rows.clean(row, len(names)) for row in sample if not isinstance(row, str))
    return Sheet(name, path, names, number, ",", '"', header.after, False, cells, (), _skipped(number))


def _is_plain(path: Path) -> bool:
    """Whether DuckDB reads the text as we would: no control characters, one kind of line end, quotes that pair up."""
    quotes, last, is_crlf = 0, b"", False
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            is_crlf = is_crlf or (not last and b"\r" in chunk)
            # The last bytes of the chunk before, for what lies across two chunks.
            split = b"\r" if last[-1:] == b"\r" else b""
            has_control = len(chunk.translate(None, clean_rows.CONTROL)) < len(chunk)
            if has_control or not _is_one_end(split + chunk, is_crlf) or _PROTECTED.search(last + chunk):
                return False
            quotes += chunk.count(b'"')
            last = chunk[-2:]
    return quotes % 2 == 0 and last[-1:] != b"\r"


def _is_one_end(text: bytes, is_crlf: bool) -> bool:
    """Whether all lines end with CRLF, or none: then the search for a CR finds nothing and costs nothing."""
    if not is_crlf:
        return b"\r" not in text
    pairs = text.count(b"\r\n")
    return text.count(b"\r", 0, -1) == pairs == text.count(b"\n")


def _workbook(path: Path, name: str, scratch: Path, any_header: bool) -> list[Sheet]:
    sheets, found = [], []
    unfilled: FileRefused | None = None
    worksheets = list(spreadsheet.worksheets(path, name, scratch))
    for worksheet in worksheets:
        head = [cells for _, cells in islice(worksheet.rows(), header_row.LOOK_AT)]
        index = header_row.find_in_rows(head, any_header)
        if index is None:
            found.append(f'"{worksheet.name}" ' + ("has other rows" if head else "is empty"))
            continue
        title = f"{name} › {worksheet.name}" if len(worksheets) > 1 else name
        rows = worksheet.rows()
        number, header = next(islice(rows, index, None))
        body: Iterator[tuple[int, list[str] | str]] = ((line, cells) for line, cells in rows)
        try:
            sheets.append(_copied(_Table(title, header, number, body, _skipped(number)), scratch))
        except FileRefused as error:
            found.append(f'"{worksheet.name}": {error.message}')
            # The first sheet is the one meant: a form that nobody filled in.
            unfilled = error if worksheet is worksheets[0] else unfilled
    if unfilled and (any_header or not sheets):
        raise unfilled
    if not sheets:
        listed = "; ".join(found[:5])
        raise FileRefused(
            f"{name} has no sheet with a table: {header_row.looked_for()}. Found: {listed or 'no sheets'}.",
            "Put a row with the names of the columns above the data.",
        )
    return sheets


def _copied(table: _Table, scratch: Path) -> Sheet:
    """Write the clean copy; FileRefused if there is no row below the header or there are too many columns."""
    rows = iter(table.rows)
    first = list(islice(rows, SAMPLE_ROWS))
    header = _without_empty_end(table.header, [cells for _, cells in first if not isinstance(cells, str)])
    names = _unique(table.name, header)
    sample: list[tuple[str, ...]] = []
    damaged: list[tuple[int, Refusal]] = []
    with _new_file(scratch) as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in clean_rows.judged(chain(first, rows), header):
            if isinstance(row, Refusal):
                damaged.append((number, row))
                continue
            cells = clean_rows.clean(row, len(header))
            writer.writerow((number, *cells))
            if len(sample) < SAMPLE_ROWS:
                sample.append(cells)
        if not sample and not damaged:
            raise FileRefused(f"{table.name} has a header but no rows.", "Fill in rows or export it again.")
    return Sheet(
        name=table.name,
        path=Path(file.name),
        header=names,
        header_row=table.header_row,
        delimiter=",",
        quote='"',
        skip=0,
        has_line=True,
        sample=tuple(sample),
        damaged=tuple(damaged),
        notes=table.notes,
    )


@contextmanager
def _new_file(scratch: Path) -> Iterator[IO[str]]:
    """A file to write that is gone again if writing it fails."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=scratch, suffix=".csv", delete=False
    ) as file:
        try:
            yield file
        except BaseException:
            file.close()
            Path(file.name).unlink()
            raise


def _to_the_end(rows: Iterator[list[str] | str], name: str, number: int) -> Iterator[list[str] | str]:
    """The rows; FileRefused where the last one never ends. ``number`` is the row before the first."""
    try:
        for row in rows:
            number += 1
            yield row
    except csv_rows.OpenQuoteError:
        raise FileRefused(
            f"{name} is damaged or was cut off: the file ends in the middle of a quoted cell that starts in "
            f"row {number + 1}.",
            "Export it again; if you edited it, close the quotation mark in that row.",
        ) from None


def _rows_before(lines: list[str], delimiter: str) -> int:
    """How many rows a spreadsheet program makes of the lines above the header."""
    return sum(1 for _ in csv.reader(lines, delimiter=delimiter))


def _skipped(number: int) -> tuple[str, ...]:
    if number == 1:
        return ()
    return ("row 1 before the header skipped" if number == 2 else f"rows 1 to {number - 1} before the header skipped",)


def _without_empty_end(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """The header without nameless columns at its end that hold nothing."""
    width = len(header)
    while (
        width > 1 and not header[width - 1].strip() and not any(c.strip() for r in rows for c in r[width - 1 : width])
    ):
        width -= 1
    return header[:width]


def _unique(name: str, header: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each once whatever its case: DuckDB knows no difference between "Name" and "name"."""
    if len(header) > MOST_COLUMNS:
        raise FileRefused(
            f"{name} has {len(header):,} columns; at most {MOST_COLUMNS:,} are read.",
            "Delete the columns you do not need.",
        )
    taken: set[str] = set()
    names = []
    for index, cell in enumerate(header, start=1):
        base = " ".join(cell.replace("\ufeff", "").replace("\u200b", "").split()) or f"column {index}"
        unique, copy = base, 2
        while unique.casefold() in taken:
            unique, copy = f"{base} ({copy})", copy + 1
        taken.add(unique.casefold())
        names.append(unique)
    return tuple(names)
