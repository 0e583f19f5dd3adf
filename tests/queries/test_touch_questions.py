"""Capacity, cooling ties, and with whom regular contact would be worth most."""

from datetime import date

import pytest
from world import World, check, contact_id

MONTH = 30.44 / 60


def fill(world: World) -> None:
    """Dana: an hour a month until July; Ben: 30 minutes on two days this month; home is software."""
    world.assume("home_industry", "SFT")
    world.assume("target_mix", "even")
    for name, industry in (("Dana", "HLT"), ("Ben", "SFT")):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        world.label("company", f"{name.lower()} zyx", industry)
    for month in range(1, 8):
        world.meeting(f"2026-{month:02}-10 09:00", 60, "<in/dana>", kind="sheet", me=None)
    for day in (10, 12):
        world.meeting(f"2026-11-{day} 09:00", 30, "<in/ben>", kind="sheet", me=None)


def test_capacity_is_typical_minutes_over_cadence_against_the_hours_kept(world: World) -> None:
    fill(world)
    world.decide("cadence", scope="contact", scope_key="url:in/dana", days="30")
    world.decide("cadence", scope="contact", scope_key="url:in/ben", days="10")
    check(
        world.ask("touch_capacity"), "people need_hours_per_month kept_hours_per_month planned_hours_per_month",
        (2, (60 / 30 + 30 / 10) * MONTH, 60 / 84 * MONTH, 90 / 7 * MONTH),
    )


def test_time_with_colleagues_is_left_out_on_both_sides(world: World) -> None:
    fill(world)
    world.position("Own Works", started_on=date(2020, 1, 1))
    world.person("Eve Fox", company="Own Works", url="eve")
    world.decide("cadence", scope="contact", scope_key="url:in/eve", days="14")
    row = world.ask("touch_capacity")[0]
    assert (row["people"], row["need_hours_per_month"]) == (0, 0)


def test_without_cadences_nothing_is_needed(world: World) -> None:
    fill(world)
    row = world.ask("touch_capacity")[0]
    assert (row["people"], row["need_hours_per_month"]) == (0, 0)


def faded(day: date) -> float:
    return sum(60 * 0.5 ** ((day - date(2026, month, 10)).days / 180) for month in range(1, 8) if date(2026, month, 10) <= day)


def test_a_warm_tie_that_nobody_tends_is_cooling(world: World) -> None:
    fill(world)
    today, before = date(2026, 11, 20), date(2026, 8, 22)
    now, then = faded(today), faded(before)
    check(
        world.ask("losing_touch"),
        "contact_id identity_key full_name company industry_label strength strength_before last_interaction_on typical_minutes",
        (contact_id("url:in/dana"), "url:in/dana", "Dana Fox", "Dana zyx", "Health care", 100 * now / (now + 60),
         100 * then / (then + 60), date(2026, 7, 10), 60),
    )


@pytest.mark.parametrize("days", ["30", "0"])
def test_who_has_a_cadence_or_was_let_go_is_not_lost_unnoticed(world: World, days: str) -> None:
    fill(world)
    world.decide("cadence", scope="contact", scope_key="url:in/dana", days=days)
    assert world.ask("losing_touch") == []


def test_the_score_is_strength_and_ten_gaps(world: World) -> None:
    """Health care has 7/8 of the year's minutes, far over 1/24: no gap; so Ben scores by his strength alone, and Dana."""
    fill(world)
    rows = {row["full_name"]: (row["score"], row["typical_minutes"]) for row in world.ask("cadence_candidates")}
    now = faded(date(2026, 11, 20))
    assert rows["Dana Fox"] == (pytest.approx(now / (now + 60)), 60)
    assert rows["Ben Fox"][1] == 30
    world.decide("own_target", industry="HLT", share="1")
    world.assume("target_mix", "mine")
    rows = {row["full_name"]: row["score"] for row in world.ask("cadence_candidates")}
    share = 420 / 480
    assert rows["Dana Fox"] == pytest.approx(now / (now + 60) + 10 * (1 - share))


def test_whoever_has_a_cadence_is_weighed_even_if_never_met(world: World) -> None:
    """Else their hours would stay on top of the suggested ones. The limit is for those without a cadence alone."""
    fill(world)
    world.person("Eve Fox", company="eve zyx", url="eve")
    assert "Eve Fox" not in {row["full_name"] for row in world.ask("cadence_candidates")}
    world.decide("cadence", scope="contact", scope_key="url:in/eve", days="14")
    found = [(row["full_name"], row["cadence_days"]) for row in world.ask("cadence_candidates", people=1)]
    assert found == [("Ben Fox", None), ("Eve Fox", 14)]
