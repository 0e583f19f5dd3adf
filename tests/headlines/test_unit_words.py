"""The words of Concentration by employer, by function and by how long people are known."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.headlines import units

SUMMARY: dict[str, Any] = {"weighting": "minutes"}


def frame(*rows: tuple[str, str, float], units: int = 40, effective: float = 38.24, known: float = 0.88) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"within": within, "label": label, "share": share, "units": units, "effective_units": effective,
             "known_share": known}
            for within, label, share in rows
        ]
    )  # fmt: skip


def test_employers() -> None:
    shown = frame(("a", "Zyx", 0.3), ("b", "Qqq", 0.2))
    assert units.headline(shown, SUMMARY, "employer", "Zy\\*x") == (
        "Your time is as if spread evenly over 38 employers",
        "**30%** is at Zy\\*x, the largest of 40. The employer behind 12% of your networking time is not known.",
    )
    assert units.finding(shown, "employer") == "The first two hold 50%"


def test_functions_when_all_are_shown() -> None:
    shown = frame(("a", "Sales", 0.7), ("b", "Legal", 0.3), units=2, effective=1.72, known=1.0)
    title, lead = units.headline(shown, {"weighting": "warm"}, "function", "Sales")
    assert title == "Your warm ties are as if spread evenly over 1.7 functions"
    assert lead == "**70%** goes to Sales, the largest of 2."
    assert units.finding(shown, "function") == "Sales leads with 70%"


def test_how_long_known() -> None:
    shown = frame(("4", "Over 10 years", 0.6), ("1", "Under 1 year", 0.4), known=1.0)
    title, lead = units.headline(shown, SUMMARY, "known", "")
    assert (title, lead) == ("60% of your networking time is with people known for over 10 years", "")
    assert units.finding(shown, "known") == "People known under a year get 40%"
    assert units.finding(shown.head(1), "known") == "Nobody new got anything"


@pytest.mark.parametrize("unit", ["employer", "function", "known"])
def test_nothing_known(unit: str) -> None:
    title, _ = units.headline(frame(("a", "x", 0.0)), SUMMARY, unit, "")
    assert title.startswith("Nothing is known of the ")


def test_where_people_are() -> None:
    assert [units.where(*given) for given in (("Zyx", "employer"), ("Sales", "function"), ("Over 10 years", "known"))] == [
        "at Zyx", "in Sales", "for over 10 years",
    ]  # fmt: skip


def test_the_line_that_moved_most() -> None:
    days = [date(2026, 9, 20), date(2026, 10, 20), date(2026, 9, 20), date(2026, 10, 20)]
    shown = pd.DataFrame({"label": ["Zyx", "Zyx", "Qqq", "Qqq"], "period_on": days, "share": [0.3, 0.1, 0.4, 0.45]})
    assert units.trend(shown) == "Zyx went from 30% to 10%"
    assert units.trend(shown.tail(2).head(1)) == "Qqq stays at 40%"
