"""A column of a frame as plain Python values, whatever pandas made of it.

None · str · bool · int · float · date · datetime · list · dict. Each format writes those, and only those, so
what NaN, NaT, NA, numpy scalars and categories are called is settled once, here.
"""

import json
import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd


def columns(frame: pd.DataFrame) -> list[tuple[str, list[Any]]]:
    """(header, values) of each column, by position: two columns of one name are both kept."""
    return [(str(name), _values(frame.iloc[:, at])) for at, name in enumerate(frame.columns)]


def _values(series: "pd.Series[Any]") -> list[Any]:
    values = [plain(value) for value in series.astype(object)]
    if isinstance(series.dtype, pd.DatetimeTZDtype) or series.dtype.kind == "M":
        return _days(values) if _is_days(str(series.name), values) else values
    return values


def _is_days(name: str, values: list[Any]) -> bool:
    """A DATE arrives as midnights. By our naming `_on` is a day and `_at` is a moment, even at midnight."""
    if name.endswith("_at"):
        return False
    return name.endswith("_on") or all(value.time() == time() for value in values if value is not None)


def _days(values: list[Any]) -> list[Any]:
    return [None if value is None else value.date() for value in values]


def plain(value: Any) -> Any:
    """One value without pandas or numpy in it. What is not known (None, NaN, NaT, NA, infinity) is None."""
    if isinstance(value, np.ndarray | list | tuple | set):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if value is None or pd.isna(value):
        return None
    if isinstance(value, np.generic):
        return plain(value.item())
    return _python(value)


def _python(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime(warn=False)
    if isinstance(value, float | Decimal):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(pd.Timedelta(value))
    return value if isinstance(value, str | bool | int | date | datetime) else str(value)


def flat(value: Any) -> Any:
    """The value for a sheet, where a cell cannot hold a list: "a; b"; a record inside a cell becomes JSON."""
    if isinstance(value, list):
        return "; ".join(str(flat(item)) for item in value if item is not None)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value
