"""XLSX: one sheet, cells typed, a bold header that stays in view, a filter, columns as wide as their text.

Text is written as text, so that nothing is ever computed, whatever it starts with: no ' is needed here.
"""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
from xlsxwriter import Workbook

from dashboard.errors import UserError
from dashboard.exports.cells import columns, flat

MAX_ROWS = 1_048_575  # of one sheet, without the header
MAX_TEXT = 32_767  # characters of one cell
_EXACT = 10**15  # above it, spreadsheets round whole numbers
_EPOCH = date(1900, 3, 1)  # before it, spreadsheets disagree about what day a number is
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not allowed in XML 1.0
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def build(frame: pd.DataFrame) -> bytes:
    """The frame as a workbook. UserError if it has more rows than a sheet can hold."""
    if len(frame) > MAX_ROWS:
        rows = f"A sheet holds {MAX_ROWS:,} rows; this table has {len(frame):,}."
        raise UserError(rows, "Export it as CSV.")
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        sheet = book.add_worksheet("Export")
        bold = book.add_format({"bold": True, "bottom": 1, "align": "left"})
        for at, (header, values) in enumerate(columns(frame)):
            cells = [_cell(value) for value in values]
            _write(sheet, book, at, header, cells)
            sheet.write_string(0, at, _text(header), bold)
            sheet.set_column(at, at, _width(header, cells))
        sheet.freeze_panes(1, 0)
        if len(frame.columns):
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    return buffer.getvalue()


def _write(sheet: Any, book: Any, at: int, header: str, cells: list[Any]) -> None:
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
    number = book.add_format({"num_format": _number_format(header, cells)})
    for row, cell in enumerate(cells, start=1):
        if isinstance(cell, str):
            sheet.write_string(row, at, cell)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, at, cell)
        elif isinstance(cell, date):
            sheet.write_datetime(row, at, cell, moment if isinstance(cell, datetime) else day)
        elif cell is not None:
            sheet.write_number(row, at, cell, number)


def _number_format(header: str, cells: list[Any]) -> str:
    words = header.lower().replace(" ", "_").split("_")
    if {"share", "chance"} & set(words):
        return "0.0%"
    if "year" in words:
        return "0"
    return "#,##0.0##" if any(isinstance(cell, float) for cell in cells) else "#,##0"


def _cell(value: Any) -> Any:
    """What the sheet can hold: days before its calendar and numbers beyond its precision become text."""
    value = flat(value)
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
        return value if value.date() >= _EPOCH else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value if value >= _EPOCH else value.isoformat()
    if isinstance(value, int) and abs(value) > _EXACT:
        return str(value)
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def _width(header: str, cells: list[Any]) -> int:
    """In characters; the header needs 3 more for the filter's arrow. A sample is enough, and fast."""
    widest = max((_columns(cell) for cell in cells[:500]), default=0)
    return min(max(widest + 2, len(header) + 3, 8), 60)


def _columns(cell: Any) -> int:
    if isinstance(cell, datetime):
        return 16
    text = f"{cell:,.3f}" if isinstance(cell, float) else str(cell if cell is not None else "")
    line = max(text[:200].splitlines(), key=len, default="")
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
