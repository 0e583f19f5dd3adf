"""Any CSV: nothing lost, nothing made up, every row with the number a spreadsheet program shows."""

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dashboard.errors import FileRefused
from dashboard.importers import decoding, tabular
from dashboard.importers.tabular import Sheet

HEADER = "First Name,Last Name,Company"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def sheet_of(folder: Path, content: bytes | str, name: str = "people.csv") -> Sheet:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (sheet,) = tabular.read_sheets(path, name, folder)
    return sheet


def taken(sheet: Sheet) -> list[tuple[int | None, tuple[str, ...]]]:
    """(row number, cells) as the loader reads them with the sheet's settings; no number if there is none."""
    text = sheet.path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sheet.delimiter, quotechar=sheet.quote))
    if sheet.has_line:
        return [(int(line), tuple(cells)) for line, *cells in rows[sheet.skip :]]
    return [(None, tuple(cells)) for cells in rows[sheet.skip :] if cells]


def refusal(folder: Path, content: bytes | str, name: str = "people.csv") -> str:
    with pytest.raises(FileRefused) as caught:
        sheet_of(folder, content, name)
    assert caught.value.hint
    return str(caught.value)


def test_plain_file(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"{HEADER}\nDana,Fox,Siemens\nBen,Okafor,\n")
    assert sheet.header == ("First Name", "Last Name", "Company")
    assert (sheet.header_row, sheet.notes, sheet.damaged) == (1, (), ())
    assert taken(sheet) == [(2, ("Dana", "Fox", "Siemens")), (3, ("Ben", "Okafor", ""))]
    assert sheet.sample == (("Dana", "Fox", "Siemens"), ("Ben", "Okafor", ""))


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ('Notes:\n"When exporting, you may\nnotice that"\n\n', 4),
        ('Notes :\n"En exportant vos données"\n"\n', 4),
        ("Notes:,,\nno quotes here,,\n,,\n", 4),
        ("sep=,\n", 2),
        ("\n\nContacts of 2026\n", 4),
        ("", 1),
    ],
)
def test_header_below_notes(tmp_path: Path, before: str, row: int) -> None:
    sheet = sheet_of(tmp_path, f"{before}{HEADER}\nDana,Fox,Siemens\n")
    assert sheet.header_row == row
    assert taken(sheet) == [(row + 1, ("Dana", "Fox", "Siemens"))]
    assert bool(sheet.notes) == (row > 1)


def test_row_numbers_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows = 'Dana,Fox,"two\nlines"\n\n,,\n   \nBen,Okafor,X\n'
    sheet = sheet_of(tmp_path, f"{HEADER}\n{rows}")
    assert taken(sheet) == [
        (2, ("Dana", "Fox", "two\nlines")),
        (4, ("", "", "")),
        (6, ("Ben", "Okafor", "X")),
    ]


def test_short_and_long_rows(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"{HEADER}\nDana\nBen,Okafor,X, ,\nEva,Mohr,X,,Y\n")
    assert taken(sheet) == [(2, ("Dana", "", "")), (3, ("Ben", "Okafor", "X"))]
    ((line, why),) = sheet.damaged
    assert (line, why.reason, why.value) == (4, "more cells than columns", "Eva,Mohr,X,,Y")


def test_stray_quote_costs_one_row_only(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f'{HEADER}\nDana,"Fox,X\nBen,Okafor,"Y, Inc"\nEva,Mohr,Z\n')
    assert taken(sheet) == [(3, ("Ben", "Okafor", "Y, Inc")), (4, ("Eva", "Mohr", "Z"))]
    assert [(line, why.reason, why.value) for line, why in sheet.damaged] == [
        (2, "stray quote", 'Dana,"Fox,X')
    ]


def test_quote_inside_a_cell_is_text(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f'{HEADER}\nDana "D",Fox,19" racks\n"Ben" B,Okafor,X\n')
    assert taken(sheet) == [(2, ('Dana "D"', "Fox", '19" racks')), (3, ("Ben B", "Okafor", "X"))]


def test_names_of_columns_are_unique(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, 'Name,name,,E-mail,"Name\n(2)",\nDana,x,y,d@x.io,z,w\n')
    assert sheet.header == ("Name", "name (2)", "column 3", "E-mail", "Name (2) (2)", "column 6")


def test_empty_columns_at_the_end_are_dropped(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, "Name,E-mail,,,\nDana,d@x.io,,,\nBen,b@x.io,,,\n")
    assert sheet.header == ("Name", "E-mail")
    assert taken(sheet)[1] == (3, ("Ben", "b@x.io"))


def test_protection_of_our_own_export_comes_off(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"{HEADER}\n'=1+1,'@home,'Tis\n'+x,'-y,''\n")
    assert taken(sheet) == [(2, ("=1+1", "@home", "'Tis")), (3, ("+x", "-y", "''"))]


def test_totals_row_at_the_end_only(tmp_path: Path) -> None:
    rows = (
        'Ann,Total,10\nTotal,,12\nDana,TotalEnergies,5\nTotal,Dana,7\nTotal:,," 1,234.5 "\nprinted by X,,\n'
    )
    sheet = sheet_of(tmp_path, f"Name,Company,Minutes\n{rows}")
    assert [line for line, _ in taken(sheet)] == [2, 3, 4, 5, 7]
    assert [(line, why.reason) for line, why in sheet.damaged] == [(6, "totals row")]


def test_repeated_header_is_no_person(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"{HEADER}\nDana,Fox,X\n{HEADER}\nBen,Okafor,Y\n")
    assert [line for line, _ in taken(sheet)] == [2, 4]
    assert [(line, why.reason) for line, why in sheet.damaged] == [(3, "header row repeated")]


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "read as UTF-16"),
        ("utf-16-le", "read as UTF-16"),
        ("utf-16-be", "read as UTF-16"),
        ("utf-32", "read as UTF-32"),
        ("cp1252", "read as Windows-1252"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, note: str | None) -> None:
    sheet = sheet_of(
        tmp_path, f"{HEADER}\nZoë,Müller-Lüdenscheidt,Čapek\n".replace("Č", "Ç").encode(encoding)
    )
    assert taken(sheet) == [(2, ("Zoë", "Müller-Lüdenscheidt", "Çapek"))]
    assert sheet.notes == (() if note is None else (note,))


def test_lines_of_two_encodings(tmp_path: Path) -> None:
    lines = [HEADER.encode(), "Zoë,Fox,€".encode(), "Zoë,Fox,€".encode("cp1252"), b"\x81\x8d,\x9d,x"]
    sheet = sheet_of(tmp_path, b"\r\n".join(lines))
    assert [cells for _, cells in taken(sheet)] == [("Zoë", "Fox", "€")] * 2 + [("\x81\x8d", "\x9d", "x")]
    assert sheet.notes == ("2 lines read as Windows-1252",)


@pytest.mark.parametrize(
    ("encoding", "cells"),
    [
        ("cp1251", ("Иван", "Петров", "Газпром нефть")),
        ("cp932", ("太郎", "山田", "株式会社日立製作所")),
        ("gb18030", ("明", "李", "华为技术有限公司")),
    ],
)
def test_other_scripts_are_guessed(tmp_path: Path, encoding: str, cells: tuple[str, str, str]) -> None:
    sheet = sheet_of(tmp_path, (f"{HEADER}\n" + f"{','.join(cells)}\n" * 5).encode(encoding))
    assert taken(sheet)[0] == (2, cells)
    assert "guess" in sheet.notes[0]


def test_zero_bytes_are_dropped(tmp_path: Path) -> None:
    rows = f"{HEADER}\n" + "Dana,Fox,Siemens\n" * 20 + "Be\0n,Okafor,X\n"
    assert taken(sheet_of(tmp_path, rows))[-1] == (22, ("Ben", "Okafor", "X"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(tmp_path: Path, delimiter: str, end: str) -> None:
    rows = [["Name", "E-mail", "Notes"], ["Dana, Fox; | B\tC", "d@x.io", "a\nb"], ["Ben", "", ""]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    sheet = sheet_of(tmp_path, text.getvalue())
    assert taken(sheet) == [(2, tuple(rows[1])), (3, tuple(rows[2]))]


def test_space_after_each_delimiter(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, '"First Name", "Last Name", "Company"\n"Dana", "Fox", "Acme, Inc"\n')
    assert sheet.header == ("First Name", "Last Name", "Company")
    assert taken(sheet) == [(2, ("Dana", "Fox", "Acme, Inc"))]


def test_control_characters_are_no_part_of_a_name(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"{HEADER}\nDa\x01na\x7f,\x0bFox\x07,Form\x0cfeed\n")
    assert sheet.sample == (("Dana", "Fox", "Formfeed"),)


def test_single_column(tmp_path: Path) -> None:
    assert taken(sheet_of(tmp_path, "Name\nFox, Dana\nBen\n")) == [(2, ("Fox, Dana",)), (3, ("Ben",))]
    assert taken(sheet_of(tmp_path, "Primary Email\nd@x.io\n")) == [(2, ("d@x.io",))]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n \n\r\n", "is empty"),
        (HEADER, "has a header but no rows"),
        (f"{HEADER}\n\n\n", "has a header but no rows"),
        (b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04" + b"\0" * 26 + b"Connections.csv", "a zip archive"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel"),
        (b"<!DOCTYPE html><html><body>Sign in", "a web page"),
        (b"BEGIN:VCARD\nFN:Dana", "a vCard file"),
        (bytes(4096), "nothing but zero bytes"),
        (bytes(range(256)) * 4 + bytes(500), "binary data"),
        ("foo,bar,baz\n1,2,3\n", "has no header row that is recognised"),
        ("Dana,d@x.io,12\nBen,b@x.io,13\n", "starts with data and has no header row"),
        ("First Name:Last Name:Company\nDana:Fox:X\n", "separates its columns by a colon"),
        ("First Name Last Name Company\nDana Fox X\n", "has one column"),
        (f'{HEADER}\nDana,Fox,X\n\nBen,"Okafor,Y\nEva,Mohr,Z\n', "a quoted cell that starts in row 4"),
        ("Name,E-mail," + ",".join(f"c{i}" for i in range(2000)) + "\nDana,d@x.io\n", "2,002 columns"),
    ],
)
def test_refusals(tmp_path: Path, content: bytes | str, words: str) -> None:
    assert words in refusal(tmp_path, content)


def test_refusal_names_what_was_looked_for(tmp_path: Path) -> None:
    message = refusal(tmp_path, "foo,bar\n1,2\n")
    assert "First Name" in message
    assert '2 columns: "foo,bar"' in message


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is not there"):
        tabular.read_sheets(tmp_path / "gone.csv", "gone.csv", tmp_path)
    with pytest.raises(FileRefused, match="is a folder"):
        tabular.read_sheets(tmp_path, "folder.csv", tmp_path)


Table = tuple[list[str], list[list[str]]]  # names of columns, rows
CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=("Cs",)), max_size=12
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(2, 6))
    names = ["First Name", "Last Name", "Company", "E-mail", "Notes", "Phone"][:width]
    rows = draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8))
    return names, rows


def _written(table: Table, delimiter: str, quoting: int, end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([table[0], *table[1]])
    return text.getvalue()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    table=tables(),
    delimiter=st.sampled_from(",;\t|"),
    written=st.tuples(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), st.sampled_from(["\n", "\r\n"])),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_any_table_comes_back(
    tmp_path: Path, table: Table, delimiter: str, written: tuple[int, str], encoding: str
) -> None:
    names, rows = table
    expected = [(line, tuple(map(_without_control, row))) for line, row in enumerate(rows, start=2)]
    assume(not any(cell[:1] == "'" or decoding.once(cell) != cell for row in rows for cell in row))
    sheet = sheet_of(tmp_path, _written(table, delimiter, *written).encode(encoding))
    assert sheet.header == tuple(names)
    assert taken(sheet) == expected
    assert sheet.damaged == ()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    table=tables(),
    end=st.sampled_from(["\n", "\r\n"]),
    notes=st.sampled_from(["", "Notes:\n", 'Notes:\n"a, b"\n\n']),
)
def test_fast_and_careful_agree(tmp_path: Path, table: Table, end: str, notes: str) -> None:
    text = notes.replace("\n", end) + _written(table, ",", csv.QUOTE_MINIMAL, end)
    careful = sheet_of(tmp_path, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tabular, "FAST_FROM", 0)
        fast = sheet_of(tmp_path, text)
    assert (fast.header, fast.header_row, fast.sample) == (careful.header, careful.header_row, careful.sample)
    if not fast.has_line:
        assert fast.path == tmp_path / "people.csv"
        assert [cells for _, cells in taken(fast)] == [cells for _, cells in taken(careful)]


@pytest.mark.parametrize(
    ("content", "is_fast"),
    [
        (f"{HEADER}\nDana,Fox,X\n", True),
        (f"\ufeff{HEADER}\r\nDana,Fox,X\r\n", True),
        (f'Notes:\n"a, b"\n\n{HEADER}\nDana,Fox,X\n', True),
        (f'Notes:\n"a\nb"\n\n{HEADER}\nDana,Fox,X\n', False),
        (f'Notes:\n"\n{HEADER}\nDana,Fox,X\n', False),
        (HEADER.replace(",", ";") + "\nDana;Fox;X\n", False),
        (f"{HEADER}\nDana,Fox,X\r\nBen,Okafor,Y\n", False),
        (f"{HEADER}\nDana,'=Fox,X\n", False),
        (f"{HEADER}\nDa\x01na,Fox,X\n", False),
        (f"{HEADER}\nDa\0na,Fox,Siemens AG Muenchen\n" + "Ben,Okafor,Y\n" * 9, False),
        (f'{HEADER}\nDana,19" Fox,X\n', False),
        (f"{HEADER},\nDana,Fox,X,\n", False),
        (f"{HEADER}\nDana,Fox\n", False),
        (f"{HEADER}\nDana,Fox,X,\n", False),
        (f"{HEADER}\nDana,Fox,X,Y\nBen,B,B\n", False),
        (f"{HEADER}\nZoë,Fox,X\n".encode("cp1252"), False),
    ],
)
def test_only_plain_files_go_the_fast_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | str, is_fast: bool
) -> None:
    careful = sheet_of(tmp_path, content)
    monkeypatch.setattr(tabular, "FAST_FROM", 0)
    sheet = sheet_of(tmp_path, content)
    assert sheet.has_line is not is_fast
    assert [cells for _, cells in taken(sheet)] == [cells for _, cells in taken(careful)]


def test_cut_file_is_refused_on_the_fast_way_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "FAST_FROM", 0)
    assert "starts in row 3" in refusal(tmp_path, f'{HEADER}\nDana,Fox,X\nBen,"Oka')


def test_duckdb_reads_both_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    text = f'Notes:\n"a, b"\n\n{HEADER}\nDana,"a ""b"", c","x\ny"\n\n,,\nBen,Okafor,\n'
    expected = [("Dana", 'a "b", c', "x\ny"), (None, None, None), ("Ben", "Okafor", None)]

    def read(sheet: Sheet) -> list[tuple[str | None, ...]]:
        names = (*(("line",) if sheet.has_line else ()), *sheet.header)
        options = {"columns": dict.fromkeys(names, "VARCHAR"), "skiprows": sheet.skip, "header": False}
        relation = duckdb.read_csv(
            str(sheet.path),
            sep=sheet.delimiter,
            quotechar=sheet.quote,
            escapechar='"',
            strict_mode=True,
            **options,
        )
        rows: list[tuple[str | None, ...]] = relation.fetchall()
        return rows

    careful = sheet_of(tmp_path, text)
    assert read(careful) == [(str(line), *row) for line, row in zip((5, 7, 8), expected, strict=True)]
    monkeypatch.setattr(tabular, "FAST_FROM", 0)
    fast = sheet_of(tmp_path, text)
    assert not fast.has_line
    assert read(fast) == expected


def test_careful_way_is_quick_enough(tmp_path: Path) -> None:
    line = "Dana,Fox,https://www.linkedin.com/in/dana-fox-1234567,d@x.io,Siemens AG,Head of X,05 Mar 2024\n"
    text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + line * 50_000
    start = time.process_time()
    sheet = sheet_of(tmp_path, text)
    assert time.process_time() - start < 10
    assert sheet.header_row == 1
    assert sheet.path.read_bytes().count(b"\n") == 50_000


def every_file(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (SHARED / folder).rglob("*") if path.is_file())


@pytest.mark.skipif(not SHARED.exists(), reason="no shared sample files")
def test_every_sample_file_is_read_or_refused(tmp_path: Path) -> None:
    files = every_file("malformed/csv", "malformed/xlsx", "contacts", "crm")
    assert len(files) > 200
    read = 0
    for path in files:
        try:
            read += bool(tabular.read_sheets(path, path.name, tmp_path))
        except FileRefused as error:
            assert path.name in error.message
            assert error.hint
    assert read > 80


def _without_control(cell: str) -> str:
    return "".join(letter for letter in cell if letter in "\n\t" or not (letter < " " or letter == "\x7f"))


def _records(path: Path) -> int:
    """Rows below the header by another way of counting: LinkedIn's headers have no quotes."""
    text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    lines = text.split("\n")
    first = next(
        i for i, line in enumerate(lines) if line.count(",") + line.count(";") >= 2 and _is_known(line)
    )
    rows = csv.reader(
        io.StringIO("\n".join(lines[first + 1 :])), delimiter=";" if ";" in lines[first] else ","
    )
    return sum(1 for row in rows if row)


def _is_known(line: str) -> bool:
    words = line.replace(" ", "").casefold()
    return any(
        word in words for word in ("connectedon", "conversationid", "sentat", "prénom,nom", "position,url")
    )


@pytest.mark.skipif(not SHARED.exists(), reason="no shared sample files")
def test_linkedin_samples_keep_every_row(tmp_path: Path) -> None:
    files = [
        path
        for path in every_file("linkedin")
        if path.suffix == ".csv"
        and path.stat().st_size > 200
        and _is_known(path.read_text(errors="replace")[:2000])
    ]
    assert len(files) > 20
    for path in files:
        (sheet,) = tabular.read_sheets(path, path.name, tmp_path)
        assert len(taken(sheet)) + len(sheet.damaged) == _records(path), path
        assert sheet.damaged == (), path
