from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.intros.cadences import STEPS, hours, suggest

PERSON = st.fixed_dictionaries(
    {"score": st.floats(0, 2), "typical_minutes": st.floats(1, 240), "contact_id": st.uuids().map(str)}
)


def person(name: str, score: float, minutes: float) -> dict[str, Any]:
    return {"contact_id": name, "score": score, "typical_minutes": minutes}


@given(st.lists(PERSON, max_size=20, unique_by=lambda row: row["contact_id"]), st.floats(0, 40))
def test_the_hours_are_never_exceeded(people: list[dict[str, Any]], kept: float) -> None:
    by_id = {row["contact_id"]: row for row in people}
    suggested = suggest(people, kept)
    assert sum(hours(by_id[who], days) for who, days in suggested.items()) <= kept + 1e-9
    assert set(suggested.values()) <= set(STEPS)


@given(st.lists(PERSON, max_size=12, unique_by=lambda row: row["contact_id"]), st.floats(0, 40))
def test_the_order_of_the_rows_does_not_matter(people: list[dict[str, Any]], kept: float) -> None:
    assert suggest(people, kept) == suggest(people[::-1], kept)


def test_with_time_for_all_everybody_comes_as_often_as_it_goes() -> None:
    assert suggest([person("a", 1, 10), person("b", 0.1, 10)], 1000) == {"a": 14, "b": 14}


def test_the_better_score_comes_oftener() -> None:
    """Once a year for both takes .028 hours a month of 10 minutes; 30 days for one .169."""
    suggested = suggest([person("a", 1, 10), person("b", 0.1, 10)], 0.19)
    assert suggested["a"] == 30
    assert suggested["b"] == 365


def test_without_hours_nobody() -> None:
    assert suggest([person("a", 1, 10)], 0) == {}
