"""The words of the Evaluate pages, where numbers are odd."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from dashboard.headlines import concentration, gaps, overview

SUMMARY: dict[str, Any] = {
    "weighting": "minutes", "known_share": 0.92, "home_label": "Software", "home_industry": "SFT", "home_share": 0.71,
    "home_share_low": 0.66, "home_share_high": 0.73, "home_share_with_colleagues": None, "hhi": 0.5,
    "effective_industries": 2.0, "effective_industries_corrected": 2.04, "low": 1.6, "high": 2.6,
    "fit_to_target": 0.35, "minutes": 6000.0, "colleague_minutes": 0.0, "effective_contacts": 63.4,
}  # fmt: skip


def test_headline_says_how_sure_in_the_same_breath() -> None:
    assert concentration.headline(SUMMARY) == (
        "71% of your networking time is inside Software",
        "Your time works like **2.0 industries** (likely 1.6 to 2.6), and 35% of it fits the mix you aim for. "
        "The industry of 8% of your networking time is not known, so the home share lies between 66% and 73%.",
    )
    assert concentration.effective(SUMMARY) == (
        "Your time works like 2.0 industries",
        "Likely 1.6 to 2.6. **71%** of your networking time is inside Software. "
        "The industry of 8% of your networking time is not known, so the home share lies between 66% and 73%.",
    )


def test_bounds_that_say_nothing_are_not_said() -> None:
    lead = concentration.headline(SUMMARY | {"home_share_low": 0.708, "home_share_high": 0.712})[1]
    assert lead.endswith("The industry of 8% of your networking time is not known.")
    warm = concentration.headline(SUMMARY | {"weighting": "warm"})[1]
    assert "35% of them fit the mix you aim for" in warm


@pytest.mark.parametrize(
    ("people", "words"),
    [(7, "Seven people are too few for a range"), (1, "One person is too few for a range"),
     (40, "It rests on too few employers for a range")],
)  # fmt: skip
def test_too_few_for_a_range(people: int, words: str) -> None:
    lead = concentration.effective(SUMMARY | {"effective_industries_corrected": None}, people)[1]
    assert lead.startswith(words)
    assert "Likely" not in lead


def test_one_industry_is_no_question_of_how_many_people() -> None:
    single = {"hhi": 1.0, "home_share": 1.0, "effective_industries": 1.0, "effective_industries_corrected": None}
    title, lead = concentration.effective(SUMMARY | single | {"known_share": 1.0}, 3)
    assert title == "Your time works like one industry"
    assert lead.startswith("All of it is in one industry.")


def steps(*parts: tuple[str, float]) -> pd.DataFrame:
    rows = [{"step": "industry", "industry": code, "label": code.title(), "part": part} for code, part in parts]
    return pd.DataFrame([{"step": "before", "industry": None, "label": "Before", "part": None}, *rows])


@pytest.mark.parametrize(
    ("parts", "change", "verdict", "words"),
    [
        ((("SFT", 0.05), ("FIN", 0.03), ("LAW", -0.01)), 0.07, "clearly up", "Software is clearly up; Fin gave up most"),
        ((("LAW", 0.03), ("FIN", -0.02), ("SFT", -0.05)), -0.04, "clearly down",
         "Software is clearly down; Fin gained most"),
        ((("FIN", 0.03), ("SFT", -0.05)), -0.02, "no clear change", "No clear change; Fin gave up most"),
        ((("SFT", -0.05),), -0.05, "clearly down", "Software is clearly down"),
    ],
)  # fmt: skip
def test_what_moved_it_names_another_industry(parts: Any, change: float, verdict: str, words: str) -> None:
    told = concentration.moved(steps(*parts), {"home_share_change": change, "verdict": verdict}, SUMMARY)
    assert told == words


@pytest.mark.parametrize(
    ("move", "words"),
    [
        ("new", "Dana Fox is new, and moved it most"),
        ("dropped", "Dana Fox was not met again, and moved it most"),
        ("less", "Dana Fox counts for less, and moved it most"),
    ],
)
def test_who_moved_it_most(move: str, words: str) -> None:
    people = pd.DataFrame(
        [{"step": "person", "industry": "SFT", "label": "Dana Fox", "part": 0.02, "move": move}]
    )
    change = {"home_share_change": 0.03, "verdict": "no clear change"}
    assert concentration.moved(people, change, SUMMARY) == f"No clear change; {words}"


def test_how_the_concentration_moved() -> None:
    widest = {"hhi_before": 0.42, "hhi": 0.33, "label": "Bo Lei-Chen", "part": -0.031}
    assert concentration.concentration_moved(widest) == (
        "The concentration, the sum of squared shares, went from 0.42 to 0.33; Bo Lei-Chen moved it most (−0.03)."
    )
    same = concentration.concentration_moved(widest | {"hhi": 0.418})
    assert same == "The concentration, the sum of squared shares, stayed at 0.42."


def test_a_whole_month_has_its_name() -> None:
    assert concentration.days_of(date(2026, 3, 31), 31) == "March 2026"
    assert concentration.days_of(date(2026, 11, 20), 20) == "November 2026"
    assert concentration.days_of(date(2026, 11, 20), 90) == "23 Aug 2026 to 20 Nov 2026"


def test_people_behind_a_mark() -> None:
    people = pd.DataFrame({"minutes": [60.0, 0.0], "of_people": [2, 2]})
    assert concentration.behind("in Finance", people) == "You know 2 people in Finance, and met one"
    assert concentration.behind("in Finance", people.head(1)) == "The one person you met in Finance"
    assert concentration.behind("in Finance", people.tail(1)) == "You know 2 people in Finance, and met none"
    assert concentration.behind("in Finance", people.head(0)) == "Nobody in Finance"
    assert concentration.behind("", people.head(1)) == "The one person you met"


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ({"people": 0, "state": "empty"}, "You know **nobody** there. The target asks for **4.9 hours a month** more."),
        ({"people": 2, "state": "dormant", "last_interaction_on": date(2026, 8, 3)},
         "You know **two people** there and met one of them last on 3 Aug 2026."),
        ({"people": 1, "state": "dormant"}, "You know **one person** there and never met them."),
        ({"people": 1, "state": "thin", "gap_hours_per_month": None, "gap_points": 0.031},
         "You know **one person** there. The target asks for **3.1 points** more."),
        ({"people": 9, "state": "met", "gap_points": -0.1},
         "You know **nine people** there. Your time there meets the target."),
    ],
)  # fmt: skip
def test_how_it_stands_with_an_industry(gap: dict[str, Any], words: str) -> None:
    whole = {"last_interaction_on": None, "gap_hours_per_month": 4.9, "gap_points": 0.1} | gap
    assert gaps.standing(whole).startswith(words)


def test_old_files_are_said_to_be_old() -> None:
    assert overview.ended(date(2026, 10, 1), date(2026, 11, 20)) == ""
    assert overview.ended(date(2024, 12, 16), date(2026, 11, 20)) == (
        "Your files end on 16 Dec 2024: what you did in the 704 days since is in none of these numbers."
    )


def test_without_a_home_industry_nothing_is_said_twice() -> None:
    title, lead = concentration.headline(SUMMARY | {"home_share": None})
    assert title == "Your time works like 2.0 industries"
    assert lead.startswith("Likely 1.6 to 2.6.")


def test_change_is_told_in_points_and_only_the_interval_says_clearly() -> None:
    up = overview.home_share(SUMMARY, {"home_share_change": 0.045, "verdict": "no clear change"})
    assert (up.value, up.change, up.said) == ("71%", "+4.5 points", "no clear change")
    down = overview.home_share(SUMMARY, {"home_share_change": -0.08, "verdict": "clearly down"})
    assert (down.change, down.said) == ("−8.0 points", "clearly down")
    none = overview.home_share(SUMMARY, {"home_share_change": None, "verdict": None})
    assert (none.change, none.said) == (None, None)


EFFECT: dict[str, Any] = {
    "imported_at": date(2026, 11, 20), "new_people": 1, "new_interactions": 1200, "job_changes": 0, "gone_people": 3,
    "into_gap": 1, "weighting_before": "minutes", "weighting_after": "minutes", "home_label_before": "Software",
    "home_label_after": "Software", "home_share_before": 0.7, "home_share_after": 0.68,
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Software went from 70% to 68%. 1 person moved into an industry you lack."),
        ({"home_share_before": 0.681, "into_gap": 0}, "Software still has 68%."),
        ({"weighting_before": "people", "into_gap": 0}, "Since then Software has 68%."),
        ({"home_share_after": None}, "1 person moved into an industry you lack."),
        ({"home_share_after": None, "into_gap": 0}, ""),
    ],
)
def test_what_the_last_import_changed(given: dict[str, Any], sentence: str) -> None:
    title, told = overview.last_import(EFFECT | given)
    assert title == ("The import of 20 Nov 2026 brought 1 new contact, 1,200 new interactions and 3 no longer listed")
    assert told == sentence


def test_who_moved_into_what_is_missing_is_named() -> None:
    move = {"full_name": "Dana Fox", "to_company": "Siemens", "to_label": "Manufacturing"}
    _, one = overview.last_import(EFFECT, [move])
    assert one.endswith(" Dana Fox moved to Siemens: now in Manufacturing, an industry you lack.")
    _, three = overview.last_import(EFFECT | {"into_gap": 3}, [move])
    assert three.endswith("an industry you lack. 2 more moved into such an industry.")
