"""A frame, as a file people can open elsewhere: one function per format, one table that lists them.

    export(frame, "csv") -> bytes

Every format says the same: headers as given, dates as dates, NULL as nothing (never "nan"), text as text.
The index of the frame is not written. A spreadsheet never finds a formula in what came out of here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pandas as pd

from dashboard.errors import UserError
from dashboard.exports import delimited, structured, workbook


@dataclass(frozen=True, slots=True)
class Export:
    """A format: extension without its dot, mime type, and how a frame becomes bytes."""

    extension: str
    mime: str
    build: Callable[[pd.DataFrame], bytes]


def _parquet(frame: pd.DataFrame) -> bytes:
    buffer = BytesIO()
    frame.to_parquet(buffer, engine="pyarrow", index=False)
    return buffer.getvalue()


EXPORTS: dict[str, Export] = {
    "csv": Export("csv", "text/csv; charset=utf-8", delimited.build),
    "xlsx": Export("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.build),
    "json": Export("json", "application/json", structured.build),
    "parquet": Export("parquet", "application/vnd.apache.parquet", _parquet),
}


def export(frame: pd.DataFrame, format: str) -> bytes:
    """The frame in that format ("csv", "xlsx", "json", "parquet"). UserError for any other."""
    if format not in EXPORTS:
        raise UserError(f'There is no export format "{format}".', f"Choose one of: {', '.join(EXPORTS)}.")
    return EXPORTS[format].build(frame)
