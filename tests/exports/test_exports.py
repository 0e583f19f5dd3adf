"""What leaves must open clean elsewhere: the same values, no formula, no "nan"."""

import csv
import json
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dashboard.errors import UserError
from dashboard.exports import EXPORTS, cells, export, workbook
from dashboard.exports.delimited import guarded, unguarded

HOSTILE = [
    '=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3",
    "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "'=1+1", "''+1x", "'tis fine",
    'a "quoted", b',
    "two\r\nlines", "three\rlines", "李明", "محمد علي", "Zoë 🚀 O’Brien", "José Müller", "{{ 7*7 }}", "NULL",
    "nan", "<b>&amp;</b>", "_x0041_", "http://x.example", "mailto:a@b.example", "00123", "1e5", "x" * 300, "",
]
TEXT = st.text(max_size=60)
LOOKS_LIKE_FORMULA = st.builds("".join, st.lists(st.sampled_from(list("'=+-@\t\r\n 1a,\"5.()")), max_size=12))


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def read_sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


def read_text(data: bytes) -> list[Any]:
    """The second column under its header, by what our importer reads with (openpyxl unescapes it)."""
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    return [row[1] for row in rows[1:]]


def legal(text: str) -> str:
    """What of a text may stand in XML, with the line ends of a cell."""
    return workbook._ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def typed() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": pd.Series(["Dana Fox", None], dtype="str"),
            "met_on": pd.to_datetime(["2024-02-29", None]),
            "seen_at": pd.to_datetime(["2024-02-29 00:00:00", "2024-03-01 13:14:15"]),
            "asks": pd.Series([3, None], dtype="Int64"),
            "minutes": [12.5, float("nan")],
            "home_share": [0.58, float("inf")],
            "is_warm": pd.Series([True, None], dtype="boolean"),
            "state": pd.Series(["empty", None], dtype="category"),
            "tags": [["a", "b"], None],
            "born": [date(1980, 5, 17), None],
            "cost": [Decimal("1.50"), None],
        }
    )


def test_every_format_is_listed_with_its_own_extension() -> None:
    assert list(EXPORTS) == ["csv", "xlsx", "json", "parquet"]
    assert all(name == item.extension and "/" in item.mime for name, item in EXPORTS.items())


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="pdf") as refused:
        export(typed(), "pdf")
    assert "csv" in refused.value.hint


def test_csv_whole() -> None:
    header = "name,met_on,seen_at,asks,minutes,home_share,is_warm,state,tags,born,cost\r\n"
    first = "Dana Fox,2024-02-29,2024-02-29 00:00:00,3,12.5,0.58,true,empty,a; b,1980-05-17,1.5\r\n"
    assert export(typed(), "csv").decode("utf-8-sig") == header + first + ",,2024-03-01 13:14:15,,,,,,,,\r\n"


def test_json_whole() -> None:
    first, second = json.loads(export(typed(), "json"))
    assert first == {
        "name": "Dana Fox", "met_on": "2024-02-29", "seen_at": "2024-02-29T00:00:00", "asks": 3,
        "minutes": 12.5, "home_share": 0.58, "is_warm": True, "state": "empty", "tags": ["a", "b"],
        "born": "1980-05-17", "cost": 1.5,
    }
    assert {key for key, value in second.items() if value is not None} == {"seen_at"}


def test_json_is_utf8_not_escapes() -> None:
    assert "李明" in export(pd.DataFrame({"name": ["李明"]}), "json").decode()


def test_xlsx_cells_are_typed() -> None:
    sheet = read_sheet(export(typed(), "xlsx"))
    row = [cell.value for cell in sheet[2]]
    assert row[:6] == ["Dana Fox", datetime(2024, 2, 29), datetime(2024, 2, 29), 3, 12.5, 0.58]
    assert row[6:] == [True, "empty", "a; b", datetime(1980, 5, 17), 1.5]
    assert [sheet.cell(2, at).data_type for at in range(1, 12)] == list("sddnnnbssdn")
    assert [cell.value for cell in sheet[3]] == [None, None, datetime(2024, 3, 1, 13, 14, 15)] + [None] * 8
    assert [sheet.cell(2, at).number_format for at in (2, 3, 4, 5, 6)] == [
        "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "#,##0", "#,##0.0##", "0.0%",
    ]


def test_xlsx_header_is_bold_frozen_and_filtered() -> None:
    sheet = read_sheet(export(typed(), "xlsx"))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:K3"
    assert all(cell.font.bold for cell in sheet[1])
    assert not sheet["A2"].font.bold


def test_xlsx_columns_fit_their_text() -> None:
    frame = pd.DataFrame({"a": ["x"], "long": ["y" * 40], "huge": ["z" * 400], "wide": ["李" * 15]})
    widths = [dimension.width for dimension in read_sheet(export(frame, "xlsx")).column_dimensions.values()]
    assert [round(width) for width in widths] == [9, 43, 61, 33]


def test_xlsx_keeps_what_a_number_cannot_hold_as_text() -> None:
    frame = pd.DataFrame({"id": [12345678901234567, 7], "born": [date(1850, 1, 2), date(2020, 1, 2)]})
    sheet = read_sheet(export(frame, "xlsx"))
    assert [sheet["A2"].value, sheet["A3"].value] == ["12345678901234567", 7]
    assert [sheet["B2"].value, sheet["B3"].value] == ["1850-01-02", datetime(2020, 1, 2)]


def test_xlsx_cuts_a_text_no_cell_can_hold() -> None:
    value = read_sheet(export(pd.DataFrame({"a": ["x" * 40_000]}), "xlsx"))["A2"].value
    assert len(value) == 32_767 and value.endswith("x…")


def test_xlsx_refuses_more_rows_than_a_sheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 1)
    with pytest.raises(UserError, match="holds 1 rows; this table has 2"):
        export(typed(), "xlsx")


def test_moments_with_a_zone_survive() -> None:
    frame = pd.DataFrame({"at": pd.to_datetime(["2024-02-29 08:30"]).tz_localize("Europe/Berlin")})
    assert read_csv(export(frame, "csv"))[1] == ["2024-02-29 08:30:00+01:00"]
    assert read_sheet(export(frame, "xlsx"))["A2"].value == datetime(2024, 2, 29, 8, 30)


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize(
    "frame", [pd.DataFrame(), pd.DataFrame({"a": pd.Series([], dtype="str"), "b_on": pd.to_datetime([])})]
)
def test_an_empty_frame_works(name: str, frame: pd.DataFrame) -> None:
    data = export(frame, name)
    if name == "csv":
        assert data.decode("utf-8-sig") == ("a,b_on\r\n" if len(frame.columns) else "\r\n")
    elif name == "json":
        assert json.loads(data) == []
    elif name == "parquet":
        assert pq.read_table(BytesIO(data)).num_rows == 0
    else:
        headers = [cell.value for cell in read_sheet(data)[1]] if len(frame.columns) else []
        assert headers == list(frame.columns)


def test_two_columns_of_one_name_are_both_written() -> None:
    frame = pd.DataFrame([["x", "y"]], columns=["a", "a"])
    assert read_csv(export(frame, "csv")) == [["a", "a"], ["x", "y"]]


@pytest.mark.parametrize(
    "text",
    ["=1", "+x", "-x", "@x", "\tx", "\rx", "\nx", " =1", "＝1", "+1-202-555-0143", "-5+3", "+a@b.example"],
)
def test_guard_of_formulas(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["+49 30 1234", "+1 (202) 555-0143", "+44 20 7946 0958", "+493012345678", "-5", "-5.25",
     "+3,5", "-12%", "-1e5"],
)
def test_numbers_and_phones_stay(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["Dana", "a=b", "a-b", "", "'tis", "O'Brien", "(x)", "1-2"])
def test_ordinary_text_stays(text: str) -> None:
    assert guarded(text) == text


def test_headers_are_as_given() -> None:
    assert read_csv(export(pd.DataFrame({"Home share, %": [1]}), "csv"))[0] == ["Home share, %"]


def check_csv(texts: list[str]) -> None:
    rows = read_csv(export(pd.DataFrame({"n": range(len(texts)), "text": texts}), "csv"))
    assert [unguarded(text) for _, text in rows[1:]] == texts
    for _, text in rows[1:]:
        assert text.lstrip(" ")[:1] not in {"=", "@", "\t", "\r", "\n"}


def check_xlsx(texts: list[str]) -> None:
    data = export(pd.DataFrame({"n": range(len(texts)), "text": texts}), "xlsx")
    sheet = read_sheet(data)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert read_text(data) == [legal(text) for text in texts]


def test_hostile_names_survive_csv() -> None:
    check_csv(HOSTILE)


def test_hostile_names_survive_xlsx() -> None:
    check_xlsx(HOSTILE)


def test_hostile_names_survive_json_and_parquet() -> None:
    frame = pd.DataFrame({"text": HOSTILE})
    assert [row["text"] for row in json.loads(export(frame, "json"))] == HOSTILE
    assert pq.read_table(BytesIO(export(frame, "parquet")))["text"].to_pylist() == HOSTILE


def test_no_formula_in_any_header() -> None:
    sheet = read_sheet(export(pd.DataFrame({"=1+1": ["=2+2"]}), "xlsx"))
    assert [sheet["A1"].data_type, sheet["A2"].data_type] == ["s", "s"]
    assert [sheet["A1"].value, sheet["A2"].value] == ["=1+1", "=2+2"]


@example([" \n", "  \t=1", " '=1"])
@given(st.lists(TEXT | LOOKS_LIKE_FORMULA, max_size=8))
@settings(deadline=None)
def test_any_text_survives_csv(texts: list[str]) -> None:
    check_csv(texts)


@given(st.lists(TEXT | LOOKS_LIKE_FORMULA, max_size=6))
@settings(deadline=None, max_examples=40)
def test_any_text_survives_xlsx(texts: list[str]) -> None:
    check_xlsx(texts)


@given(st.lists(TEXT, max_size=6))
@settings(deadline=None, max_examples=40)
def test_any_text_survives_json_and_parquet(texts: list[str]) -> None:
    frame = pd.DataFrame({"text": pd.Series(texts, dtype="str")})
    assert [row["text"] for row in json.loads(export(frame, "json"))] == texts
    assert pq.read_table(BytesIO(export(frame, "parquet")))["text"].to_pylist() == texts


@given(TEXT | LOOKS_LIKE_FORMULA)
def test_taking_the_mark_off_gives_the_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_nested_values_fit_one_cell() -> None:
    assert cells.flat(cells.plain([1, None, "=x"])) == "1; =x"
    assert json.loads(cells.flat(cells.plain({"a": float("nan"), "b": [date(2024, 1, 2)]}))) == {
        "a": None, "b": ["2024-01-02"],
    }
    assert read_csv(export(pd.DataFrame({"tags": [["=x", "y"]]}), "csv"))[1] == ["'=x; y"]


def test_a_day_and_a_moment_are_told_apart_by_name_at_midnight() -> None:
    midnight = pd.to_datetime(["2024-02-29"])
    frame = pd.DataFrame({"seen_at": midnight, "met_on": midnight, "other": midnight})
    assert read_csv(export(frame, "csv"))[1] == ["2024-02-29 00:00:00", "2024-02-29", "2024-02-29"]
