"""Today is Friday, 20 November 2026; Berlin is one hour ahead of UTC until 29 March 2027."""

from datetime import date, datetime

import pytest
from world import World, check

COLUMNS = "slot slot_no weekday starts_at ends_at minutes is_free_next weeks_free weeks_ahead moved_from times_moved"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.fixture
def promise(world: World):
    """Write terms of the plan down; Berlin unless said."""

    def run(**terms: str) -> None:
        for name, setting in ({"time_zone": "Europe/Berlin"} | terms).items():
            world.decide("time_plan", name=name, setting=setting)

    return run


def test_whole_answer(world: World, promise) -> None:
    """Tuesday at 9 is taken for ever, Thursday at 9 only in the second week; the last slot takes what is left."""
    for week in range(8):
        start = datetime(2026, 11, 24, 8) if week == 0 else None
        day = date(2026, 11, 24).toordinal() + 7 * week
        world.meeting((start or datetime.combine(date.fromordinal(day), at(1, 8).time())).isoformat(" "), 30)
    world.meeting("2026-12-03 08:00", 45)
    promise(days="TU,TH", minutes_per_week="105", slot_minutes="60", earliest="09:00", latest="12:00")
    check(
        world.ask("week_plan"), COLUMNS,
        ("TU 600 60", 1, "TU", at(24, 10), at(24, 11), 60, True, 8, 8, None, None),
        ("TH 600 45", 2, "TH", at(26, 10), at(26, 10, 45), 45, True, 8, 8, None, None),
    )


def test_free_next_week_comes_before_free_most_weeks(world: World, promise) -> None:
    world.meeting("2026-11-24 08:00", 60)                       # 9 to 10 in Berlin, this once
    promise(days="TU", minutes_per_week="60", slot_minutes="60", latest="11:00")
    (slot,) = world.ask("week_plan")
    assert (slot["starts_at"], slot["weeks_free"]) == (at(24, 10), 8)


def test_what_is_declined_cancelled_all_day_or_over_is_not_busy(world: World, promise) -> None:
    promise(days="TU", minutes_per_week="60", slot_minutes="60", latest="11:00")
    world.meeting("2026-11-24 08:00", 60, "Dana Fox <dana@x.example>", me="declined")
    world.meeting("2026-11-24 08:00", 60, is_cancelled=True)
    world.meeting("2026-11-24 00:00", 1440, is_all_day=True)
    world.meeting("2026-11-24 07:00", 60)                       # ends when the slot begins
    (slot,) = world.ask("week_plan")
    assert (slot["starts_at"], slot["is_free_next"]) == (at(24, 9), True)


def test_more_slots_than_days_fill_the_days_evenly(world: World, promise) -> None:
    promise(days="MO,FR", minutes_per_week="180", slot_minutes="45", latest="11:00")
    assert [row["slot"] for row in world.ask("week_plan")] == ["MO 540 45", "MO 600 45", "FR 540 45", "FR 600 45"]


def test_hours_too_short_for_a_slot_give_none(world: World, promise) -> None:
    promise(days="MO", slot_minutes="60", earliest="09:00", latest="09:30")
    assert world.ask("week_plan") == []


def test_what_was_saved_holds_until_the_terms_change(world: World, promise) -> None:
    promise(days="TU", minutes_per_week="60", slot_minutes="60")
    terms = world.ask("time_plan")[0]["terms"]
    world.decide("time_plan", name="saved", setting=f"TU 660 60;{terms}")
    world.meeting("2026-11-24 10:00", 60)                       # 11 to 12 in Berlin: the saved slot is taken
    (slot,) = world.ask("week_plan")
    assert (slot["slot"], slot["is_free_next"], slot["weeks_free"]) == ("TU 660 60", False, 7)
    assert world.ask("time_plan")[0]["is_saved"]
    promise(minutes_per_week="120")
    assert not world.ask("time_plan")[0]["is_saved"]
    assert [row["slot"] for row in world.ask("week_plan")] == ["TU 540 60", "TU 600 60"]
    promise(minutes_per_week="60")
    assert world.ask("time_plan")[0]["is_saved"], "back to the terms it was saved under"


def test_nine_is_nine_on_both_sides_of_the_clock_change(world: World, promise) -> None:
    """A weekly meeting at 9 in Berlin: 8 in UTC before, 7 after 28 March."""
    promise(days="MO", minutes_per_week="60", slot_minutes="60", latest="11:00")
    for day in ("2027-03-15 08:00", "2027-03-22 08:00", "2027-03-29 07:00", "2027-04-05 07:00"):
        world.meeting(day, 60)
    (slot,) = world.ask("week_plan", today=date(2027, 3, 12), weeks_ahead=4)
    assert (slot["slot"], slot["weeks_free"]) == ("MO 600 60", 4)
