"""Workbooks: every kind of cell as text, and every way to be refused without harm."""

import datetime
import io
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from dashboard.errors import FileRefused
from dashboard.importers import spreadsheet, tabular, workbook_cells
from dashboard.importers.tabular import Sheet

SHARED = Path(__file__).parents[3] / "shared" / "data"


def read(folder: Path, content: bytes, name: str = "people.xlsx") -> list[Sheet]:
    path = folder / "upload"
    path.write_bytes(content)
    return tabular.read_sheets(path, name, folder)


def refusal(folder: Path, content: bytes, name: str = "people.xlsx") -> str:
    before = set(folder.iterdir()) | {folder / "upload"}
    with pytest.raises(FileRefused) as caught:
        read(folder, content, name)
    assert caught.value.hint
    assert all(path.is_dir() for path in set(folder.iterdir()) - before)
    return str(caught.value)


def book(sheets: dict[str, list[list[object]]]) -> bytes:
    data = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(data)
    return data.getvalue()


def with_part(content: bytes, part: str, text: bytes) -> bytes:
    """The workbook with one of its parts replaced or added."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return data.getvalue()


SMALL = book({"People": [["Name", "E-mail"], ["Dana Fox", "d@x.io"]]})
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'


def test_cells_as_text(tmp_path: Path) -> None:
    day, moment = datetime.date(2026, 3, 5), datetime.datetime(2026, 3, 5, 10, 0, 0)
    cells = ["Zoë", day, moment, 30.0, 2.5, True, 7066950392, None, "x\ny", datetime.time(9, 30), "'=1"]
    header = ["Name", "Date", *[f"c{i}" for i in range(9)]]
    (sheet,) = read(tmp_path, book({"S": [header, cells]}))
    assert sheet.sample == (
        (
            "Zoë",
            "2026-03-05",
            "2026-03-05 10:00:00",
            "30",
            "2.5",
            "TRUE",
            "7066950392",
            "",
            "x\ny",
            "09:30:00",
            "=1",
        ),
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e20, "1e+20"),
        (0.1 + 0.2, "0.3"),
        (-3.0, "-3"),
        (False, "FALSE"),
        (datetime.datetime(2026, 3, 5, 9, 59, 59, 999_999), "2026-03-05 10:00:00"),
        (datetime.datetime(2026, 3, 5), "2026-03-05"),
        (datetime.timedelta(minutes=90), "1:30:00"),
        ("", ""),
    ],
)
def test_text_of(value: object, text: str) -> None:
    assert workbook_cells.text_of(value) == text


def test_row_numbers_and_blank_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [],
        ["Team"],
        [],
        ["Name", "E-mail"],
        ["Dana", "d@x.io"],
        [],
        ["Ben", None, " "],
    ]
    (sheet,) = read(tmp_path, book({"S": rows}))
    assert (sheet.header_row, sheet.header) == (4, ("Name", "E-mail"))
    assert sheet.path.read_text(encoding="utf-8") == "5,Dana,d@x.io\n7,Ben,\n"


def test_every_sheet_with_a_table(tmp_path: Path) -> None:
    people = [["Name", "E-mail"], ["Dana", "d@x.io"]]
    content = book(
        {"Read me": [["Hello"]], "Kunden": people, "Empty": [], "Old": people, "Head": [people[0]]}
    )
    sheets = read(tmp_path, content)
    assert [sheet.name for sheet in sheets] == ["people.xlsx › Kunden", "people.xlsx › Old"]


def test_no_sheet_with_a_table(tmp_path: Path) -> None:
    message = refusal(
        tmp_path, book({"Plan": [["Hello", "there"]], "Nothing": [], "Head": [["Name", "E-mail"]]})
    )
    assert "First Name" in message
    assert '"Plan" has other rows; "Nothing" is empty; "Head": ' in message
    assert "has a header but no rows" in message


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"Name,E-mail\nDana,d@x.io\n", "people.xlsx", "it is a text file"),
        (b"%PDF-1.7", "people.xlsx", "it is a PDF document"),
        (b"<html><body>", "people.xls", "a web page"),
        (SMALL, "people.xls", "a newer workbook under an old name"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "people.xlsx", "an old .xls workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "people.xls", "is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "people.xlsx",
            "is protected with a password",
        ),
        (SMALL[: len(SMALL) // 2], "people.xlsx", "is damaged"),
        (SMALL[:900] + bytes(50) + SMALL[950:], "people.xlsx", "is damaged"),
        (with_part(SMALL, "xl/workbook.xml", b"<workbook><sheets>"), "people.xlsx", "is damaged"),
        (b"PK\x05\x06" + bytes(18), "people.xlsx", "is damaged"),
        (
            with_part(SMALL, "META-INF/manifest.xml", b"<m:encryption-data/>"),
            "people.ods",
            "is protected with a password",
        ),
    ],
)
def test_refusals(tmp_path: Path, content: bytes, name: str, words: str) -> None:
    assert words in refusal(tmp_path, content, name)


@pytest.mark.parametrize(
    "cells",
    [
        b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
        b'<c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData>",
        b"<sheetData><row>" + b"<c><v>1</v></c>" * 300 + b"</row>" + b"<row><c><v>1</v></c></row>" * 20_000
        + b"</sheetData>",
        b'<sheetData><row r="999999"><c><v>1</v></c><c r="J999999"><f>A1</f></c></row></sheetData>',
    ],
)  # fmt: skip
def test_sheets_too_wide_for_any_memory(tmp_path: Path, cells: bytes) -> None:
    start = sum(os.times()[:4])
    message = refusal(tmp_path, with_part(SMALL, "xl/worksheets/sheet1.xml", SHEET % cells))
    assert "claims a sheet of" in message
    assert sum(os.times()[:4]) - start < 6  # of processor time, the reader's process included: a busy machine is no fault


def test_formatted_but_empty_cells_do_no_harm(tmp_path: Path) -> None:
    rows = (
        b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        b"<t>Name</t></is></c>"
        b'<c r="B1" t="inlineStr"><is><t>Age</t></is></c></row><row r="2"><c r="B2"><v>4</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    (sheet,) = read(tmp_path, with_part(SMALL, "xl/worksheets/sheet1.xml", SHEET % rows))
    assert sheet.sample == (("", "4"),)


def test_repeated_cells_of_an_open_document(tmp_path: Path) -> None:
    text = (
        b'<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
        b'<table:table table:name="a">'
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        b'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>'
        b"</table:table></office:document-content>"
    )
    assert "1,048,576 rows × 16,384 columns" in refusal(
        tmp_path, with_part(SMALL, "content.xml", text), "a.ods"
    )


def test_zip_bombs(tmp_path: Path) -> None:
    bomb = with_part(SMALL, "xl/media/a.bin", bytes(60_000_000))
    assert "unpacks to 60 MB" in refusal(tmp_path, bomb)
    # One that understates its size: the sum that was stored does not fit any more.
    member = zipfile.ZipFile(io.BytesIO(bomb)).getinfo("xl/media/a.bin")
    lying = bomb.replace(member.file_size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert "is damaged" in refusal(tmp_path, lying)


def test_entities_are_refused(tmp_path: Path) -> None:
    text = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>' + SHEET % b"<sheetData/>"
    assert "is damaged" in refusal(tmp_path, with_part(SMALL, "xl/worksheets/sheet1.xml", text))


def test_reader_that_dies_or_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "dies.py"
    monkeypatch.setattr(workbook_cells, "__file__", str(script))
    script.write_text("import os; os.abort()")
    assert "is damaged" in refusal(tmp_path, SMALL)
    script.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(spreadsheet, "MOST_SECONDS", 0.3)
    assert "is damaged" in refusal(tmp_path, SMALL)
    script.write_text('print(\'{"problem": "memory"}\')')
    monkeypatch.setattr(spreadsheet, "MOST_SECONDS", 60)
    assert "needs more memory" in refusal(tmp_path, SMALL)


def test_names_in_the_folder_of_the_script_shadow_nothing(tmp_path: Path) -> None:
    """The script runs with its folder off the path: a "json.py" beside it is not the standard library's."""
    copy = tmp_path / "workbook_cells.py"
    copy.write_text(Path(workbook_cells.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    (tmp_path / "book.xlsx").write_bytes(SMALL)
    command = [sys.executable, "-P", str(copy), str(tmp_path / "book.xlsx"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, timeout=240, check=True)
    assert done.stdout == b'{"sheets": [["People", ""]]}'


def test_a_large_workbook_is_quick_enough(tmp_path: Path) -> None:
    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"constant_memory": True})
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["Name", "E-mail", "Company", "Position", "Industry"])
    for row in range(1, 20_001):
        sheet.write_row(row, 0, [f"Person {row}", f"p{row}@x.io", "Acme", "Head of X", "Energy"])
    workbook.close()
    start = sum(os.times()[:4])
    (read_sheet,) = read(tmp_path, data.getvalue())
    assert sum(os.times()[:4]) - start < 15
    assert read_sheet.path.read_bytes().count(b"\n") == 20_000


@pytest.mark.skipif(not SHARED.exists(), reason="no shared sample files")
def test_hostile_samples_within_little_memory(tmp_path: Path) -> None:
    """All of them in one process of 2 GB: each gives sheets or is refused, and the process lives."""
    code = (
        "import resource, sys, pathlib\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
        "from dashboard.errors import FileRefused\n"
        "from dashboard.importers import tabular\n"
        "count = 0\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.*')):\n"
        "    try:\n"
        "        tabular.read_sheets(path, path.name, pathlib.Path(sys.argv[2]))\n"
        "    except FileRefused:\n"
        "        pass\n"
        "    count += 1\n"
        "print(count)\n"
    )
    command = [sys.executable, "-c", code, str(SHARED / "malformed" / "xlsx"), str(tmp_path)]
    root = str(Path(tabular.__file__).parents[2])
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=root, check=False)
    assert done.stderr == ""
    assert int(done.stdout) > 70
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_000_000
