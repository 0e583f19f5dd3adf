"""How often to be in touch with whom, so that it fits the hours that are kept.

Everybody begins at once a year; then the contact whose score is highest for the minutes it costs comes one step oftener,
until the hours are used. [design: our own rule; the score is strength / 100 + 10 x gap of their industry]
"""

import heapq
from collections.abc import Mapping, Sequence
from typing import Any

STEPS = (365, 180, 90, 60, 30, 14)  # days
DAYS_PER_MONTH = 30.44
Row = Mapping[str, Any]


def suggest(candidates: Sequence[Row], hours_per_month: float) -> dict[str, int]:
    """Contact id -> days, for the rows of ``cadence_candidates``; their hours never exceed ``hours_per_month``.

    Where not even once a year fits for all, those with the best score for their minutes have it.
    """
    left = hours_per_month
    place: dict[str, int] = {}
    queue: list[tuple[float, str, int, Row]] = []
    for row in candidates:
        heapq.heappush(queue, (-_worth(row, 0), str(row["contact_id"]), 0, row))
    waiting: list[tuple[float, str, int, Row]] = []
    # First once a year for as many as fit, then oftener for the best.
    while queue:
        _, who, step, row = heapq.heappop(queue)
        cost = hours(row, STEPS[0])
        if cost <= left:
            left -= cost
            place[who] = 0
            heapq.heappush(waiting, (-_worth(row, 1), who, 1, row))
    while waiting:
        _, who, step, row = heapq.heappop(waiting)
        cost = hours(row, STEPS[step]) - hours(row, STEPS[step - 1])
        if cost > left:
            continue  # this one costs too much; a shorter talk may still fit
        left -= cost
        place[who] = step
        if step + 1 < len(STEPS):
            heapq.heappush(waiting, (-_worth(row, step + 1), who, step + 1, row))
    return {who: STEPS[step] for who, step in place.items()}


def hours(row: Row, days: int) -> float:
    """What a cadence takes, hours a month."""
    return float(row["typical_minutes"]) / days * DAYS_PER_MONTH / 60


def _worth(row: Row, step: int) -> float:
    """Score per extra minute of the step."""
    before = hours(row, STEPS[step - 1]) if step else 0.0
    return float(row["score"]) / max(hours(row, STEPS[step]) - before, 1e-9)
