"""What the report draws: pieces of the horizon bar, a line, and the light theme's colours by role."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.headlines.words import Row, day, percent

ROLES = ("home", "gap", "other", "unknown", "good", "faint", "ink", "quiet", "paper", "tint")
WIDE, HIGH = 640.0, 120.0  # of a line, in its own units


class Piece(NamedTuple):
    """A piece of the horizon bar: its words, role, and width in percent of it all, the unknown included."""

    label: str
    role: str
    width: float


class Line(NamedTuple):
    """The home share over time: points for an SVG polyline, its ends in words, and the scale."""

    points: str
    first: str
    last: str
    low: str
    high: str


@cache
def theme() -> dict[str, str]:
    """Role -> colour of the light theme: paper is white."""
    config = Path(__file__).parents[1] / ".streamlit" / "config.toml"
    colours = tomllib.loads(config.read_text(encoding="utf-8"))["theme"]["light"]["chartCategoricalColors"]
    return dict(zip(ROLES, colours, strict=False))


def cut(shares: Sequence[Row]) -> list[Piece]:
    """Rows of ``industry_concentration`` as pieces, home first."""
    total = sum(row["weight"] for row in shares)
    if not total:
        return []
    ordered = sorted(shares, key=lambda row: (not row["is_home"], row["industry"] is None, -row["weight"]))
    return [Piece(row["label"], _role(row), 100 * row["weight"] / total) for row in ordered if row["weight"] > 0]


def _role(row: Row) -> str:
    if row["industry"] is None:
        return "unknown"
    if row["is_home"]:
        return "home"
    return "gap" if (row["target_share"] or 0) > (row["share"] or 0) else "other"


def line(trend: Sequence[Row]) -> Line | None:
    """Rows of ``concentration_trend`` as a line of the home share; None with fewer than three points."""
    known = [(row["period_on"], row["home_share"]) for row in trend if row["home_share"] is not None]
    if len(known) < 3:
        return None
    values = [share for _, share in known]
    low, high = min(values), max(values)
    spread = max(high - low, 0.02)
    step = WIDE / (len(known) - 1)
    points = " ".join(
        f"{place * step:.1f},{HIGH - (share - low) / spread * HIGH:.1f}" for place, share in enumerate(values)
    )
    return Line(points, _end(*known[0]), _end(*known[-1]), percent(low), percent(high))


def _end(on: date, share: float) -> str:
    return f"{percent(share)} up to {day(on)}"
