"""What was dropped in: a file becomes one or several parts ready to load. Reads files, never the workspace."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from zipfile import BadZipFile, ZipFile

from dashboard import importers
from dashboard.errors import FileRefused, UserError
from dashboard.importers import (
    archive,
    column_mapping,
    columns,
    day_month,
    file_kinds,
    header_row,
    mail,
    mail_folders,
    spreadsheet,
    tabular,
)
from dashboard.importers.column_mapping import Layout
from dashboard.importers.day_month import DayOrder
from dashboard.importers.mail_text import Headers
from dashboard.importers.shared_list import SHAREABLE
from dashboard.importers.tabular import Sheet
from dashboard.records import Context, Parsed
from dashboard.warehouse.source_file import SourceFile

HEAD_BYTES = 4096
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # the second: a zip with nothing in it
MAIN_MEMBERS = ("connections", "messages")
READ = (".csv", ".tsv", ".ics", ".vcf", *spreadsheet.SUFFIXES)


@dataclass(frozen=True)
class Piece:
    """One readable file of a source: its importer and its rows, tabular or parsed."""

    name: str
    module: ModuleType
    series: str
    sheet: Sheet | None = None
    taken: Mapping[str, str | None] = field(default_factory=dict)  # field -> column of the sheet
    parsed: Parsed | None = None
    is_day_first: bool | None = None  # how 3/4/2026 is read; None: nothing tells
    order: DayOrder | None = None  # the question, where only the user can tell

    @property
    def is_shareable(self) -> bool:
        """Whether it lists people somebody knows, and could be a contact's."""
        return self.module.KIND in SHAREABLE


@dataclass(frozen=True)
class Opened:
    """What a source holds: the pieces we read, the names of those we do not use, how people's own tables are read."""

    pieces: list[Piece]
    not_used: list[str]
    layouts: list[Layout] = field(default_factory=list)

    @property
    def orders(self) -> list[DayOrder]:
        """The tables of which only the user can say whether the day or the month comes first."""
        return [piece.order for piece in self.pieces if piece.order]


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
        return _open_folder(source, context)
    if not path.is_file():  # a device or a pipe may never end
        raise FileRefused(f"{source.name} is not a file.", "Save it as a file and import that.")
    file_kinds.check_is_file(path, source.name)
    if _head(path).startswith(ZIP_MAGIC) and not _is_workbook(path):
        return _open_archive(source, context)
    return _open_file(path, source.name, context, source.series)


def layouts_of(source: SourceFile, context: Context) -> list[Layout]:
    """How the tables of a file would be read, also of one that is refused: none where it holds no table."""
    try:
        return [
            found
            for sheet in tabular.read_sheets(source.path, source.name, context.scratch, any_header=True)
            if (found := _layout(source.name, sheet, context)) is not None
        ]
    except UserError:
        return []


def _open_archive(source: SourceFile, context: Context) -> Opened:
    pieces: list[Piece] = []
    not_used: list[str] = []
    members = list(archive.members(source.path, source.name))
    times = Counter(member.name for member in members)
    single = [member.path_inside for member in members if mail_folders.is_single(member.name)]
    if single:
        pieces.append(_mails(source, len(single), mail_folders.in_zip(source.path, single)))
    for member in members:
        # Two of one name are told apart by their folders.
        name = f"{source.name}/{member.name if times[member.name] == 1 else member.path_inside}"
        if mail_folders.is_single(member.name):
            continue
        if not member.name.lower().endswith(READ) and not mail_folders.is_mailbox(member.name):
            not_used.append(name)
            continue
        try:
            found = _open_file(archive.extract(source.path, member, context.scratch), name, context).pieces
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
            f"Invitations.csv, a calendar, an address book, mail or a spreadsheet of contacts; found {found_names}.",
        )
    return Opened(pieces, not_used)


def _open_folder(source: SourceFile, context: Context) -> Opened:
    """A folder of mails. Nothing else in it is taken: who names a folder does not mean all that lies there."""
    files = mail_folders.files_in(source.path)
    single = [path for path in files if mail_folders.is_single(path.name)]
    boxes = mail_folders.mailboxes_in(files)
    pieces = [_mails(source, len(single), mail_folders.in_files(single))] if single else []
    for path in boxes:
        pieces += _open_file(path, f"{source.name}/{path.relative_to(source.path)}", context).pieces
    if not pieces:
        raise FileRefused(f"{source.name or source.path} is a folder without mails.", "Name the files in it.")
    used = {*single, *boxes}
    return Opened(pieces, [f"{source.name}/{path.relative_to(source.path)}" for path in files if path not in used])


def _mails(source: SourceFile, count: int, found: Iterator[Headers]) -> Piece:
    parsed = mail.parsed(found)
    return Piece(f"{source.name}/{count:,} single mails", mail, parsed.series or _series(source.name), parsed=parsed)


def _open_file(path: Path, name: str, context: Context, series: str = "") -> Opened:
    module = importers.claim_bytes(name, _head(path))
    if module is not None:
        try:
            parsed: Parsed = module.read(path, context)
        except FileRefused as error:  # a file out of a zip lies under a name of ours
            raise FileRefused(error.message.replace(path.name, name.rsplit("/", 1)[-1]), error.hint) from None
        return Opened([Piece(name, module, parsed.series or series or _series(name), parsed=parsed)], [])
    opened = Opened([], [])
    for sheet in _tables(path, name, context):
        claimed, said = _claimed(name, sheet, context), _said(sheet, context)
        if claimed is None:
            opened.not_used.append(sheet.name)
        else:
            taken = column_mapping.fields(claimed, sheet, said)
            order = day_month.order_of(sheet, claimed, taken, _said_of_days(sheet, context))
            belongs = claimed.SERIES or series or _series(name)
            opened.pieces.append(Piece(sheet.name, claimed, belongs, sheet, taken, None, *order))
        found = _layout(name, sheet, context)
        opened.layouts.extend([found] if found else [])
    if not opened.pieces:
        raise _unrecognised(path, name, context)
    return opened


def _tables(path: Path, name: str, context: Context) -> list[Sheet]:
    """The file's tables; one whose header we do not know is read if the user explained that header before."""
    try:
        return tabular.read_sheets(path, name, context.scratch)
    except FileRefused as refusal:
        try:
            sheets = tabular.read_sheets(path, name, context.scratch, any_header=True)
        except FileRefused:
            raise refusal from None
        if not any(_said(sheet, context) for sheet in sheets):
            raise _unknown_columns(name, sheets[0]) from None
        return sheets


def _unknown_columns(name: str, sheet: Sheet) -> FileRefused:
    return FileRefused(
        f"{name} has no header row that is recognised. Its columns are called: {', '.join(sheet.header[:8])}.",
        "Say on the Import page what they mean, or put a row above the data with names such as Name, E-mail, Company, "
        "Date, Minutes.",
    )


def _said(sheet: Sheet, context: Context) -> Mapping[str, str]:
    """What the user said of the columns of tables with this header."""
    said = context.mappings.get(column_mapping.header_key(sheet.header), {})
    return {column: meaning for column, meaning in said.items() if column != day_month.COLUMN}


def _said_of_days(sheet: Sheet, context: Context) -> str:
    said = context.mappings.get(column_mapping.header_key(sheet.header), {})
    return context.day_order or said.get(day_month.COLUMN, "")


def _claimed(name: str, sheet: Sheet, context: Context) -> ModuleType | None:
    """The importer of a table: the one the user named, else the one that recognises it."""
    kind = _said(sheet, context).get(column_mapping.TABLE)
    if kind is None:
        return importers.claim_table(name, sheet.header)
    return importers.by_kind(kind) if kind in column_mapping.KINDS else None


def _layout(name: str, sheet: Sheet, context: Context) -> Layout | None:
    """How a table of the user's own making is read; None for LinkedIn's, whose columns are certain."""
    said = _said(sheet, context)
    try:
        module = _claimed(name, sheet, context)
    except FileRefused:
        module = None
    if module is not None and module.KIND not in column_mapping.KINDS:
        return None
    if not said and not header_row.is_known(sheet.header):
        module = None  # one known word among strange ones: what the table lists is the user's to say
    if module is None and not said and columns.is_linkedin(sheet.header):
        return None  # LinkedIn's lists of skills, comments, receipts: there is nobody in them
    if module is None:
        found = columns.recognise(sheet.header, sheet.sample)
        guess = {field: found.get(field) for field in columns.FIELDS}
        return column_mapping.layout(sheet, said.get(column_mapping.TABLE), said, guess)
    return column_mapping.layout(sheet, module.KIND, said, module.fields(sheet))


def _unrecognised(path: Path, name: str, context: Context) -> FileRefused:
    sheets = _tables(path, name, context)
    if any(_said(sheet, context).get(column_mapping.TABLE) == column_mapping.LEAVE_OUT for sheet in sheets):
        return FileRefused(f"{name} is left out, as you said of its columns.", "Say what it lists to take it in.")
    if columns.is_linkedin(sheets[0].header):
        return FileRefused(
            f"{name} was not recognised as anything of use here: it is a part of a LinkedIn export that names nobody.",
            "Drop the whole export as it came, or Connections.csv and messages.csv.",
        )
    titles = ", ".join(module.TITLE for module in importers.modules())
    return FileRefused(
        f"{name} was not recognised. Its columns are: {', '.join(sheets[0].header[:12])}.",
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
