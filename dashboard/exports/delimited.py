"""CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, ISO dates, NULL as nothing.

A text cell that a spreadsheet would take for a formula gets a leading ' and our importer takes it off again.
"""

import csv
import re
from datetime import datetime
from io import StringIO
from typing import Any

import pandas as pd

from dashboard.exports.cells import columns, flat

# Signs count after blanks and in full width too: spreadsheets trim the one and read the other as the sign.
# A ' before the sign gets one more, or taking one off would not give the text back.
_FORMULA = re.compile(r"'*(?: *[\t\r\n]|\s*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?")
# Only a gap between digits makes a phone harmless: +1-202-555-0143 is a subtraction, shown as -899.
_PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){7,15}[^0-9]*\Z)(?=.*[0-9)] +[0-9(])\+[0-9][0-9 ().\-/]*")


def build(frame: pd.DataFrame) -> bytes:
    """The frame as CSV."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    table = columns(frame)
    writer.writerow([header for header, _ in table])
    writer.writerows(zip(*[[_cell(value) for value in values] for _, values in table], strict=True))
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _cell(value: Any) -> Any:
    value = flat(value)
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    # A blank and not a T between day and time: with the T, spreadsheets see text.
    return value.isoformat(sep=" ") if isinstance(value, datetime) else value


def guarded(text: str) -> str:
    """The text, with a ' in front if a spreadsheet would compute it. Numbers and phone numbers stay."""
    if not _FORMULA.match(text) or _NUMBER.fullmatch(text) or _PHONE.fullmatch(text):
        return text
    return f"'{text}"


def unguarded(text: str) -> str:
    """The text before ``guarded``: unguarded(guarded(text)) == text for every text."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
