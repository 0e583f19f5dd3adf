"""One's own mix, and how far one came, in words."""

from typing import Any

from dashboard.headlines.gaps import MIXES
from dashboard.headlines.words import Row, counted, day, has, listed, percent

SAVED = "Your own mix is what you aim for."
ENOUGH, MOST = 0.5, 4


def total(points: float) -> str:
    """Whether the shares make a whole, and what is missing."""
    missing = round(100 - points, 1)
    if missing == 0:
        return "**100%**: a whole"
    return f"**{points:.1f}%**: {abs(missing):.1f} points {'left to give' if missing > 0 else 'too many'}"


def steps(frame: Any) -> str:
    """The fewest steps that close half of what is missing, four at most; from the rows of ``gap_steps``."""
    if frame.empty or not frame["gap_points"].notna().all():
        return ""
    above = frame["closes_with"].shift(fill_value=0)
    taken = frame[(above < ENOUGH) & (frame["place"] <= MOST)]
    time, doors = taken[taken["step"] == "time"], taken[taken["step"] == "introduction"]
    parts = []
    if len(time):
        hours = time["hours_per_month"].sum() if time["hours_per_month"].notna().all() else None
        much = f"{hours:.1f} hours a month" if hours is not None else "More people"
        parts.append(f"**{much}** {'with' if hours is not None else 'in'} {listed(list(time['label']))}")
    if len(doors):
        number = len(doors)
        parts.append(f"**{counted(number, 'introduction')}** into {listed(list(doors['label']))}")
    closed = percent(taken["closes_with"].iloc[-1])
    said = " and ".join(parts)
    return f"{said[:1].upper()}{said[1:]} would close {closed} of what is missing."


def fit(frame: Any) -> str:
    """First against last point of ``fit_trend``."""
    known = frame[frame["fit_to_target"].notna()]
    first, last = known.iloc[0], known.iloc[-1]
    points = round(100 * (last["fit_to_target"] - first["fit_to_target"]))
    now = percent(last["fit_to_target"])
    if not points:
        return f"{now} of your time fits your target, as in {first['period_on']:%B %Y}"
    much = counted(abs(points), "point")
    return f"{now} of your time fits your target, {much} {'more' if points > 0 else 'less'} than in {first['period_on']:%B %Y}"


def aims(frame: Any) -> str:
    """Which mixes were aimed for, and since when."""
    set_on = frame[frame["is_new_aim"]]
    first = MIXES[frame["mix"].iloc[0]]
    said = [f"{MIXES[each['mix']]} from {day(each['period_on'])}" for each in _rows(set_on)]
    return f"90 days up to each month, held against the mix of that day: {', then '.join([first, *said])}"


def _rows(frame: Any) -> list[Row]:
    return [dict(row) for _, row in frame.iterrows() if has(row["mix"])]
