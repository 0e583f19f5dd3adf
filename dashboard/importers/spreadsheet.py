"""Workbooks (XLSX, XLSM, ODS, XLS): looked over before they are parsed, then read in a process of their own.

What is refused here: what is no workbook, protected with a password, damaged, a zip bomb, or so wide a range
that no memory would hold it.
"""

import csv
import json
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any
from xml.parsers import expat

from dashboard.errors import FileRefused
from dashboard.importers import file_kinds, workbook_cells

SUFFIXES = frozenset((".xlsx", ".xlsm", ".ods", ".xls"))
MOST_CELLS = 5_000_000
MOST_BYTES = 400_000_000
MOST_SECONDS = 300

_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AGAIN = "Open it in a spreadsheet program, save it as .xlsx and import that file."


@dataclass(frozen=True)
class Worksheet:
    """One sheet of a workbook."""

    name: str
    path: Path

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row number as shown, cells) of every row that is not blank."""
        with self.path.open(encoding="utf-8", newline="") as file:
            for number, *cells in csv.reader(file):
                yield int(number), cells


def worksheets(path: Path, name: str, scratch: Path) -> Iterator[Worksheet]:
    """The sheets, in the workbook's order. FileRefused if it cannot be read, or if no sheet of it can."""
    _inspect(path, name)
    folder = Path(tempfile.mkdtemp(dir=scratch))
    result = _read_apart(path, folder)
    problem = result.get("problem")
    if problem == "password":
        raise _protected(name)
    if problem == "memory":
        raise _too_large(name, "needs more memory than a table of people should")
    sheets = result.get("sheets", [])
    if problem or (sheets and all(error for _, error in sheets)):
        raise _damaged(name)
    for index, (title, _) in enumerate(sheets):
        yield Worksheet(title, folder / f"{index}.csv")


def _read_apart(path: Path, folder: Path) -> dict[str, Any]:
    # -P: the folder of the script has modules that must not shadow the standard library's.
    command = [sys.executable, "-P", str(Path(workbook_cells.__file__)), str(path.resolve()), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=MOST_SECONDS, check=False)  # noqa: S603
        result: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        # No answer: the reader was aborted on a workbook made to break it.
        return {"problem": "damaged"}
    return result


def _inspect(path: Path, name: str) -> None:
    with path.open("rb") as file:
        magic = file.read(8)
    suffix = PurePath(name).suffix.casefold()
    if magic == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise _protected(name)
        if suffix != ".xls":
            raise FileRefused(f"{name} is an old .xls workbook under another name.", "Rename it to end in .xls.")
    elif magic.startswith(b"PK"):
        _inspect_zip(path, name)
        if suffix == ".xls":
            raise FileRefused(f"{name} is a newer workbook under an old name.", "Rename it to end in .xlsx or .ods.")
    else:
        kind = file_kinds.what_is(path) or "a text file; if it is a table, rename it to end in .csv"
        raise FileRefused(f"{name} is not a spreadsheet: it is {kind}.", _SAVE_AGAIN)


def _inspect_zip(path: Path, name: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            total = sum(member.file_size for member in members)
            packed = max(1, sum(member.compress_size for member in members))
            if total > MOST_BYTES or (total > 50_000_000 and total / packed > 200):
                raise _too_large(name, f"unpacks to {total / 1e6:,.0f} MB")
            if any(member.flag_bits & 1 for member in members):
                raise _protected(name)
            for member in members:
                _inspect_member(archive, member, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        expat.ExpatError,
    ) as error:
        raise _damaged(name) from error


def _inspect_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """Read it through once: it must have the size it declares, the stored sum, and cells within reason."""
    # A workbook may keep its sheets under any name.
    area = _UsedArea() if member.filename.endswith(".xml") else None
    is_manifest = member.filename == "META-INF/manifest.xml"
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            if is_manifest and b"encryption-data" in chunk:
                raise _protected(name)
            if area:
                area.feed(chunk)
                if area.rows * area.columns > MOST_CELLS:
                    extent = f"{area.rows:,} rows × {area.columns:,} columns"
                    raise _too_large(name, f"claims a sheet of {extent}")


class _UsedArea:
    """Rows and columns up to the last cell with something in it, from the XML of a sheet, piece by piece."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = 0
        self._row_times = self._column_times = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EndElementHandler = self._end

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def _refuse_doctype(self, *_: object) -> None:
        # No spreadsheet program writes one; it is how entities that expand for ever get in.
        raise zipfile.BadZipFile("document type")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind in ("c", "row"):
            self._place(kind, attributes.get("r", ""))
        elif kind in ("v", "is", "f", "p"):
            self._use()
        elif kind == "table":
            self._row = self._column = 0
        elif kind == "table-row":
            self._row_times = int(attributes.get("table:number-rows-repeated", "1"))
            self._row, self._column = self._row + self._row_times, 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column_times = int(attributes.get("table:number-columns-repeated", "1"))
            self._column += self._column_times
            if any(key.startswith("office:") for key in attributes):
                self._use()

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] == "sheetData":
            self._row = self._column = 0

    def _place(self, kind: str, reference: str) -> None:
        """Where a row or a cell of XLSX stands; without a reference it follows the one before."""
        letters = reference.rstrip("0123456789")
        digits = reference[len(letters) :]
        if kind == "row":
            self._row, self._column = int(digits) if digits else self._row + 1, 0
            return
        self._column += 1
        if letters:
            self._column = 0
            for letter in letters.upper():
                self._column = self._column * 26 + ord(letter) - 64
        if digits:
            self._row = int(digits)

    def _use(self) -> None:
        self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _protected(name: str) -> FileRefused:
    return FileRefused(f"{name} is protected with a password.", "Save a copy without the password and import that.")


def _damaged(name: str) -> FileRefused:
    return FileRefused(f"{name} is damaged: it cannot be read as a spreadsheet.", _SAVE_AGAIN)


def _too_large(name: str, why: str) -> FileRefused:
    return FileRefused(f"{name} {why}.", "Copy the table alone into a new workbook and import that.")
