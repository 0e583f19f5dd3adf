"""Whether 3/4/2026 is a day in April or in March: the whole column tells, else the user says.

Half the meetings would move if it were guessed wrongly, so where nothing tells, the user is asked.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING

from dashboard.importers import column_mapping

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

COLUMN = "day/month"  # the column key under which the order is said: no column has it, keys hold letters and digits
DAY_FIRST, MONTH_FIRST = "day first", "month first"
_WRITTEN = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")


@dataclass(frozen=True)
class DayOrder:
    """A table of which only the user can say it. ``said`` is their word, "" before they gave it."""

    table: str
    key: str
    example: str  # a date of the table
    days: tuple[date, date]  # what it is: read with the day first, with the month first
    said: str


def order_of(
    sheet: "Sheet", module: ModuleType, taken: Mapping[str, str | None], said: str
) -> tuple[bool | None, DayOrder | None]:
    """Whether the day comes first, None where nothing tells; and the question, where only the user can."""
    columns = [taken.get(field) for field in getattr(module, "DAYS", ())]
    places = [sheet.header.index(column) for column in columns if column]
    is_day_first, example = _read(_cells(sheet, places)) if places else (None, None)
    if example is None:
        return is_day_first, None
    key = column_mapping.header_key(sheet.header)
    order = DayOrder(sheet.name, key, example[0].strip(), _both(example), said)
    return {DAY_FIRST: True, MONTH_FIRST: False}.get(said), order


def _both(found: re.Match[str]) -> tuple[date, date]:
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    year += (2000 if year < 69 else 1900) if year < 100 else 0
    return date(year, other, one), date(year, one, other)


def _read(cells: Iterator[str]) -> tuple[bool | None, re.Match[str] | None]:
    """The order, from a part above 12, else from dots; else a date of which two days could be made."""
    example, is_dotted = None, False
    for cell in cells:
        found = _WRITTEN.match(cell)
        if not found:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12:
            return True, None
        if second > 12:
            return False, None
        is_dotted |= found[2] == "."
        if not example and first != second and min(first, second) and found[4] != "0000":
            example = found
    return (None, example) if example and not is_dotted else (True, None)


def _cells(sheet: "Sheet", places: Sequence[int]) -> Iterator[str]:
    """The cells of these columns: first of the sample, which nearly always tells, then of all rows."""
    return (row[place] for row in chain(sheet.sample, _all_rows(sheet)) for place in places if place < len(row))


def _all_rows(sheet: "Sheet") -> Iterator[Sequence[str]]:
    with sheet.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for _ in range(sheet.skip):
            next(file, None)
        # Our own copy has the row's number before the cells.
        start = 1 if sheet.has_line else 0
        rows = csv.reader(file, delimiter=sheet.delimiter, quotechar=sheet.quote)
        while True:
            try:
                yield next(rows)[start:]
            except csv.Error:  # a cell of over 128 kB: no date
                continue
            except StopIteration:
                return
