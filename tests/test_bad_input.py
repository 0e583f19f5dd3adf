"""Hostile and broken files: exit 1, a message that names the file and what is wrong, and not a byte written."""

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner
from workspaces import CONNECTIONS, connections, difference, file, model, rows, take, take_one, written

from dashboard import exports, questions
from dashboard.cli import app
from dashboard.errors import FileRefused
from dashboard.warehouse import SourceFile, Workspace, import_files, source

ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
MESSAGES = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE"
CALENDAR = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAMES = ['=HYPERLINK("http://x")', "<img src=x onerror=alert(1)>", "'; DROP TABLE x"]


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with one contact, which every test of this module must leave as it was."""
    folder = tmp_path_factory.mktemp("bad-input")
    space = Workspace(folder / "workspace")
    take(space, connections(folder, ADA))
    before = written(space) | model(space)
    yield space
    assert not difference(before, written(space) | model(space))


def archive(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


def workbook() -> bytes:
    held, book = io.BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    for row in (("Name", "E-mail", "Company"), *((f"Ada {n}", f"ada{n}@fox.com", "Siemens") for n in range(200))):
        book.active.append(row)
    book.save(held)
    return held.getvalue()


def protected(content: bytes) -> bytes:
    """The zip with every member marked as encrypted, in its local and its central header."""
    marked = bytearray(content)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(magic)
        while at >= 0:
            marked[at + offset] |= 1
            at = marked.find(magic, at + 4)
    return bytes(marked)


def bomb(inner: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made, made.open(inner, "w", force_zip64=True) as member:
        for _ in range(300):
            member.write(bytes(1 << 20))
    return held.getvalue()


EXPORT = archive(**{"Connections.csv": f"{CONNECTIONS}\n{ADA}\n".encode()})
WORKBOOK = workbook()
CASES: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "empty": ("Connections.csv", b"", "is empty"),
    "blank lines only": ("Connections.csv", b"\n\n \n", "is empty: it has blank lines only"),
    "header only": ("Connections.csv", CONNECTIONS.encode(), "has a header but no rows"),
    "a picture renamed": ("Connections.csv", b"\x89PNG\r\n\x1a\n" + os.urandom(500), "is a PNG picture"),
    "a program renamed": ("Connections.csv", b"\x7fELF" + bytes(500), "is a program"),
    "noise": ("Connections.csv", bytes(range(256)) * 50, "no header row"),
    "zero bytes": ("Connections.csv", bytes(4096), "nothing but zero bytes"),
    "a web page": ("Connections.csv", b"<!DOCTYPE html><html>Sign in</html>", "is a web page"),
    "a workbook renamed": ("contacts.csv", WORKBOOK, "Excel workbook; rename it"),
    "a damaged zip": ("export.zip", EXPORT[:60] + b"XXXX" + EXPORT[64:], "damaged"),
    "a zip cut short": ("export.zip", EXPORT[:-40], "damaged"),
    "a zip with nothing in it": ("export.zip", archive(), "is an empty archive"),
    "a zip of no use": (
        "export.zip",
        archive(**{"a.txt": b"x"}),
        r"nothing that can be imported.*found a\.txt",
    ),
    "a zip with a password": ("export.zip", protected(EXPORT), "protected with a password"),
    "a zip bomb": ("export.zip", lambda: bomb("Connections.csv"), "times its size"),
    "a zip in a zip": ("export.zip", archive(**{"inner.zip": EXPORT}), "another archive inside"),
    "a path out of the zip": ("export.zip", archive(**{"../../Connections.csv": b"x"}), "written elsewhere"),
    "a path from the root": ("export.zip", archive(**{"/etc/Connections.csv": b"x"}), "written elsewhere"),
    "a path with a drive": ("export.zip", archive(**{"C:\\Connections.csv": b"x"}), "written elsewhere"),
    "bad Connections in a zip": (
        "export.zip",
        archive(**{"Connections.csv": b"x,y\n1,2\n", "messages.csv": b"a"}),
        r"export\.zip/Connections\.csv",
    ),
    "a workbook with a password": (
        "contacts.xlsx",
        OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000),
        "protected with a password",
    ),
    "a workbook cut short": ("contacts.xlsx", WORKBOOK[:2000], "damaged"),
    "a workbook bomb": ("contacts.xlsx", lambda: bomb("[Content_Types].xml"), "unpacks to 315 MB"),
    "a text called a workbook": ("contacts.xlsx", b"Name,E-mail\nAda,a@b.co\n", "not a spreadsheet"),
    "colons between the columns": (
        "Connections.csv",
        f"{CONNECTIONS}\n{ADA}\n".replace(",", ":").encode(),
        "separates its columns by a colon",
    ),
    "200,000 columns": (
        "Connections.csv",
        (CONNECTIONS + ",x" * 200_000 + "\n" + ADA + ",1" * 200_000 + "\n").encode(),
        "200,007 columns",
    ),
    "all dates unreadable": (
        "messages.csv",
        f"{MESSAGES}\n1,Ada,,Bob,,never\n1,Bob,,Ada,,30.02.2026\n".encode(),
        r'None of the 2 rows.*unreadable date \(2 rows, first in row 2, column DATE: "never"\)',
    ),
    "nobody has a name or an address": (
        "Connections.csv",
        b"Company,Position,Connected On\nAcme,Boss,05 Mar 2024\n",
        "none with names",
    ),
    "an open quote": (
        "Connections.csv",
        f'{CONNECTIONS}\n{ADA}\n"Bob,Hill'.encode(),
        "ends in the middle of a quoted cell",
    ),
    "a calendar without events": (
        "work.ics",
        "\r\n".join([*CALENDAR, "END:VCALENDAR", ""]).encode(),
        "no events",
    ),
    "a calendar cut short": (
        "work.ics",
        "\r\n".join([*CALENDAR, "BEGIN:VEVENT", "UID:1", "DTSTART:20260101T100000Z"]).encode(),
        "stops in the middle of the event that begins in line 4",
    ),
    "something else": ("notes.csv", b"colour,shape\nred,round\n", "no header row that is recognised.*colour"),
}


@pytest.mark.parametrize("case", list(CASES))
def test_it_is_refused_by_name_with_what_is_wrong_and_what_to_do(space: Workspace, tmp_path: Path, case: str) -> None:
    name, content, says = CASES[case]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content())
    result = CliRunner().invoke(app, ["import", str(path), "--workspace", str(space.folder)])
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    message, *hint = result.stderr.strip().split("\n")
    assert name in message
    with pytest.raises(FileRefused, match=f"(?s){says}"):
        import_files(space, [SourceFile(path, name)])
    assert hint
    assert "Traceback" not in result.stderr


def test_what_is_no_file_at_all(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"no file .*missing\.csv"):
        take(space, tmp_path / "missing.csv")
    with pytest.raises(FileRefused, match="is a folder"):
        take(space, tmp_path)
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(FileRefused, match=r"pipe\.csv is not a file"):
        take(space, tmp_path / "pipe.csv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(space: Workspace, tmp_path: Path) -> None:
    path = connections(tmp_path, ADA)
    path.chmod(0)
    with pytest.raises(FileRefused, match=r"Connections\.csv cannot be opened: permission denied"):
        take(space, path)


def test_a_file_that_cannot_be_opened(space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = connections(tmp_path, ADA)
    opened = Path.open

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileRefused, match=r"Connections\.csv cannot be opened: permission denied"):
        take(space, path)


def test_no_file_of_an_archive_lands_outside_the_scratch_folder(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing is wrong with the names: our own names are used."""
    seen: list[Path] = []
    extract = source.archive.extract
    monkeypatch.setattr(source.archive, "extract", lambda *a: seen.append(extract(*a)) or seen[-1])
    (tmp_path / "export.zip").write_bytes(archive(**{"sub/Connections.csv": f"{CONNECTIONS}\n{ADA}\n".encode()}))
    take(space, tmp_path / "export.zip", keep=False)
    assert [path.name for path in seen] != ["Connections.csv"]
    assert not any(path.exists() for path in seen)


# Not refused: what can be mended is taken, and what cannot is refused row by row


def test_encodings_mixed_line_by_line_are_read(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(
        f"{CONNECTIONS}\nZoë,Müller,,,Siemens AG,,\n".encode() + "José,Núñez,,,Siemens AG,,\n".encode("cp1252")
    )
    fresh = Workspace(tmp_path / "w")
    report = take_one(fresh, path)
    assert "1 line read as Windows-1252" in report.notes
    assert rows(fresh, "select full_name from model.contact order by all") == [("José Núñez",), ("Zoë Müller",)]


def test_a_broken_recurrence_rule_costs_that_event(tmp_path: Path) -> None:
    def event(uid: str, *more: str) -> list[str]:
        return [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTART:20260105T100000Z",
            "DTEND:20260105T110000Z",
            "ATTENDEE;CN=Ada Fox:mailto:ada@fox.com",
            *more,
            "END:VEVENT",
        ]

    path = file(
        tmp_path,
        "work.ics",
        *CALENDAR,
        *event("good", "RRULE:FREQ=WEEKLY;COUNT=3"),
        *event("bad", "RRULE:FREQ=SOMETIMES;COUNT=3"),
        "END:VCALENDAR",
        end="\r\n",
    )
    fresh = Workspace(tmp_path / "w")
    report = take_one(fresh, path)
    assert (report.rows_read, report.new, report.refused) == (2, 1, 1)
    assert report.refused_by_reason == {"broken recurrence rule": 1}
    assert report.interactions == 3
    refused = rows(fresh, "select line, column_name, cell_value from model.refusal")
    assert refused[0][1:] == ("RRULE", "FREQ=SOMETIMES;COUNT=3")


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_hostile_names_are_just_names(tmp_path: Path, form: str) -> None:
    fresh = Workspace(tmp_path / "w")
    quoted = [name.replace('"', '""') for name in NAMES]
    lines = [
        f'"{name}",,https://www.linkedin.com/in/{n},,"{name}","{name}",05 Mar 2024' for n, name in enumerate(quoted)
    ]
    path = connections(tmp_path, *lines)
    report = take_one(fresh, path)
    assert (report.new, report.people, report.refused) == (3, 3, 0)
    question = "select full_name, company, position from model.contact order by profile_url"
    assert rows(fresh, question) == [(name, name, name) for name in NAMES]
    with fresh.reading() as con:
        frame = questions.ask(con, "contacts").sort_values("full_name")
    assert sorted(frame["full_name"]) == sorted(NAMES)
    content = exports.export(frame, form)
    if form == "csv":  # a spreadsheet program finds no formula, and we take our own mark off again
        assert b"\n=" not in content
        assert b",=" not in content
        assert b'"=' not in content
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        assert sheet is not None
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value in NAMES} == {"s"}
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    if form == "json":
        return
    back = tmp_path / f"contacts.{form}"
    back.write_bytes(content)
    again = Workspace(tmp_path / "again")
    take(again, back)
    assert rows(again, "select full_name from model.contact order by all") == [(name,) for name in sorted(NAMES)]
