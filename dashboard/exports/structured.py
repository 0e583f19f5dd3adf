"""JSON: a list of records, one per line of the frame; ISO dates, UTF-8, what is not known is null."""

import json
from datetime import date
from typing import Any

import pandas as pd

from dashboard.exports.cells import columns


def build(frame: pd.DataFrame) -> bytes:
    """The frame as JSON records, one record a line."""
    table = columns(frame)
    headers = [header for header, _ in table]
    lines = [
        json.dumps(dict(zip(headers, row, strict=True)), ensure_ascii=False, allow_nan=False, default=_iso)
        for row in zip(*[values for _, values in table], strict=True)
    ]
    return ("[" + ",\n ".join(lines) + "]\n").encode("utf-8", errors="replace")


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)  # a datetime is a date
