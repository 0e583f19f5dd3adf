"""What was dropped in: a file becomes one or several parts ready to load. Reads files, never the workspace."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from zipfile import BadZipFile, ZipFile

from dashboard import importers
from dashboard.errors import FileRefused
from dashboard.importers import archive, file_kinds, spreadsheet, tabular
from dashboard.importers.tabular import Sheet
from dashboard.records import Context, Parsed

HEAD_BYTES = 4096
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # the second: a zip with nothing in it
MAIN_MEMBERS = ("connections", "messages")


@dataclass(frozen=True)
class SourceFile:
    """A file on disk and the name the user knows it by."""

    path: Path
    name: str

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True)
class Piece:
    """One readable file of a source: its importer and its rows, tabular or parsed."""

    name: str
    module: ModuleType
    series: str
    sheet: Sheet | None = None
    parsed: Parsed | None = None


@dataclass(frozen=True)
class Opened:
    """What a source holds: the pieces we read, and the names of those we do not use."""

    pieces: list[Piece]
    not_used: list[str]


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A private folder for decoded copies; gone afterwards."""
    with TemporaryDirectory(prefix="horizons-") as folder:
        yield Path(folder)


def open_source(source: SourceFile, context: Context) -> Opened:
    """Recognise the file (FileRefused with what was looked for if it cannot be)."""
    path = source.path
    if not path.exists():
        raise FileRefused(f"There is no file {path}.", "Check the name.")
    if path.is_dir():
        raise FileRefused(f"{source.name or path} is a folder.", "Name the files in it.")
    if not path.is_file():  # a device or a pipe may never end
        raise FileRefused(f"{source.name} is not a file.", "Save it as a file and import that.")
    file_kinds.check_is_file(path, source.name)
    if _head(path).startswith(ZIP_MAGIC) and not _is_workbook(path):
        return _open_archive(source, context)
    return Opened(_open_file(path, source.name, context), [])


def _open_archive(source: SourceFile, context: Context) -> Opened:
    pieces: list[Piece] = []
    not_used: list[str] = []
    members = list(archive.members(source.path, source.name))
    times = Counter(member.name for member in members)
    for member in members:
        # Two of one name are told apart by their folders.
        name = f"{source.name}/{member.name if times[member.name] == 1 else member.path_inside}"
        if not member.name.lower().endswith((".csv", ".ics", ".xlsx")):
            not_used.append(name)
            continue
        try:
            found = _open_file(archive.extract(source.path, member, context.scratch), name, context)
        except FileRefused:
            if Path(member.name).stem.lower() in MAIN_MEMBERS:
                raise  # an export without these is no export; never leave them out in silence
            found = []  # the rest: dozens of files of no use here, many of them empty
        pieces += found
        not_used += [] if found else [name]
    if not pieces:
        found_names = ", ".join(name.rsplit("/", 1)[-1] for name in not_used[:6]) or "nothing"
        raise FileRefused(
            f"{source.name} holds nothing that can be imported.",
            "Looked for Connections.csv, messages.csv, Positions.csv, Profile.csv, Email Addresses.csv, "
            f"Invitations.csv, a calendar or a spreadsheet of contacts; found {found_names}.",
        )
    return Opened(pieces, not_used)


def _open_file(path: Path, name: str, context: Context) -> list[Piece]:
    module = importers.claim_bytes(name, _head(path))
    if module is not None:
        parsed: Parsed = module.read(path, context)
        return [Piece(name, module, parsed.series, parsed=parsed)]
    pieces = []
    for sheet in tabular.read_sheets(path, name, context.scratch):
        claimed = importers.claim_table(name, sheet.header)
        if claimed is not None:
            pieces.append(Piece(sheet.name, claimed, claimed.SERIES or _series(name), sheet=sheet))
    if not pieces:
        raise _unrecognised(path, name, context)
    return pieces


def _unrecognised(path: Path, name: str, context: Context) -> FileRefused:
    header = tabular.read_sheets(path, name, context.scratch)[0].header
    titles = ", ".join(module.TITLE for module in importers.modules())
    return FileRefused(
        f"{name} was not recognised. Its columns are: {', '.join(header[:12])}.",
        f"Looked for: {titles}. A contact spreadsheet needs a column with names, "
        "an interaction spreadsheet a date and a person.",
    )


def _series(name: str) -> str:
    """The spreadsheet a file is a newer copy of: its name without digits, dates and "(1)"."""
    stem = Path(name.rsplit("/", 1)[-1]).stem.lower()
    return "sheet:" + re.sub(r"[\s\d_().-]+|copy|kopie", " ", stem).strip()


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(HEAD_BYTES)


def _is_workbook(path: Path) -> bool:
    """XLSX and ODS are zips too: told by what they hold, never by the name. Damaged: the archive reader will say so."""
    try:
        with ZipFile(path) as held:
            return not {"[Content_Types].xml", "mimetype"}.isdisjoint(held.namelist())
    except (BadZipFile, OSError):
        return path.suffix.lower() in spreadsheet.SUFFIXES
