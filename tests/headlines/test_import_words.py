"""The Import page in words: no number without its step, none where nothing is known."""

from datetime import datetime

import pytest

from dashboard.headlines import imports as told

EMPTY = {"weighting": "people", "contacts": 0, "known_share": None, "home_share": None, "home_label": None,
         "effective_industries_corrected": None}  # fmt: skip
BEFORE = EMPTY | {
    "weighting": "minutes", "contacts": 800, "known_share": 0.71, "home_share": 0.57, "home_label": "Software",
    "effective_industries_corrected": 2.7, "low": 2.2, "high": 3.4, "fit_to_target": 0.3, "colleague_minutes": 0,
    "home_share_low": 0.4, "home_share_high": 0.7,
}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "takes", "refused", "said"),
    [
        (5419, 5300, 0, "5,419 rows read, every one accounted for"),
        (1, 1, 0, "1 row read, every one accounted for"),
        (90, 0, 0, "Nothing new in there"),
        (0, 0, 1, "This file cannot be read yet"),
        (0, 0, 3, "None of the files can be read yet"),
    ],
)
def test_headline_of_a_preview(rows: int, takes: int, refused: int, said: str) -> None:
    assert told.previewed(rows, takes, refused)[0] == said


def test_the_headline_before_and_after() -> None:
    after = BEFORE | {"contacts": 912, "known_share": 0.73, "home_share": 0.55, "effective_industries_corrected": 2.8}
    assert told.change(BEFORE, after) == (
        "Home share 57% → 55%",
        "Contacts 800 → 912 · industry known of 71% → 73% of the time · works like 2.7 → 2.8 industries (likely 2.2 to 3.4)",
    )
    assert told.change(BEFORE, BEFORE | {"home_share": 0.572})[0] == "Home share stays at 57%"


def test_no_range_where_there_is_none() -> None:
    assert told.change(BEFORE, BEFORE | {"low": None})[1].endswith("works like 2.7 → 2.7 industries")


def test_what_is_not_known_is_left_out() -> None:
    finding, measures = told.change(EMPTY, EMPTY | {"contacts": 12})
    assert finding == "12 contacts, the home share is not known yet"
    assert measures == "Contacts 0 → 12"


def test_shares_of_time_and_of_people_are_not_compared() -> None:
    people = BEFORE | {"weighting": "people", "home_share": 0.2}
    _, measures = told.change(people, BEFORE)
    assert "20%" not in measures
    assert "networking time is counted now, no longer contacts" in measures
    assert "industry known of 71% of the time" in measures


def test_what_an_import_changed() -> None:
    row = {
        "home_share_before": 0.57, "home_share_after": 0.55, "weighting_before": "minutes", "weighting_after": "minutes",
        "new_people": 1, "gone_people": 15, "job_changes": 2, "new_interactions": 5488,
    }  # fmt: skip
    assert told.effect(row) == (
        "home share 57% → 55% · 1 new person · 15 no longer listed · 2 job changes · 5,488 new interactions"
    )
    nothing = dict.fromkeys(row, 0) | {"home_share_after": None}
    assert told.effect(nothing) == "nothing new"


def test_names_of_imports_and_people_who_look_alike() -> None:
    assert told.made("a.csv", 3, datetime(2026, 11, 20, 9)) == ("a.csv and 2 more", "20 Nov 2026")
    assert told.look_alikes(3, 0.0) == "3 people look like contacts of the same name"
    assert told.look_alikes(1, 0.5) == (
        "1 person, 50% of the time with people on no list, looks like a contact of the same name"
    )


def test_what_is_said_of_a_table() -> None:
    assert told.lists("a.csv", "interaction_sheet") == "a.csv lists meetings, calls and messages."
    assert told.lists("a.csv", "leave out") == "a.csv is left out."
    assert told.lists("a.csv", None) == "a.csv is read as we guess."
