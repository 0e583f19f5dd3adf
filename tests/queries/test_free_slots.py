from datetime import date, datetime
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import World, check

COLUMNS = "starts_at ends_at minutes is_busy is_planned_day"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


def test_whole_answer(world: World) -> None:
    """From Friday the 20th: the weekend is left out, Tuesday has two overlapping events and one from before 8."""
    world.decide("time_plan", name="days", setting="TU")
    world.meeting("2026-11-24 07:30", 60)
    world.meeting("2026-11-24 10:00", 60)
    world.meeting("2026-11-24 10:30", 60)
    check(
        world.ask("free_slots"), COLUMNS,
        (at(20, 8), at(20, 18), 600.0, False, False),
        (at(23, 8), at(23, 18), 600.0, False, False),
        (at(24, 8), at(24, 8, 30), 30.0, True, True),
        (at(24, 8, 30), at(24, 10), 90.0, False, True),
        (at(24, 10), at(24, 11, 30), 90.0, True, True),
        (at(24, 11, 30), at(24, 18), 390.0, False, True),
        (at(25, 8), at(25, 18), 600.0, False, False),
        (at(26, 8), at(26, 18), 600.0, False, False),
        (at(27, 8), at(27, 18), 600.0, False, False),
    )


def test_a_weekend_of_the_plan_and_early_hours_are_shown(world: World) -> None:
    world.decide("time_plan", name="days", setting="SA")
    world.decide("time_plan", name="earliest", setting="06:30")
    first = world.ask("free_slots")[1]
    assert (first["starts_at"], first["is_planned_day"]) == (at(21, 6, 30), True)


EVENTS = st.lists(st.tuples(st.integers(0, 7 * 96), st.integers(1, 600)), max_size=12)


@given(EVENTS)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_free_and_busy_fill_each_day_without_a_gap_or_an_overlap(world: World, events: list[tuple[int, int]]) -> None:
    world.clear()
    for quarter, minutes in events:
        start = datetime.combine(date(2026, 11, 21), at(1, 0).time())
        world.meeting(str(start.fromtimestamp(start.timestamp() + 900 * quarter)), minutes)
    days: dict[date, list[dict[str, object]]] = {}
    for row in world.ask("free_slots"):
        days.setdefault(row["starts_at"].date(), []).append(row)
    assert len(days) == 6
    for rows in days.values():
        assert sum(row["minutes"] for row in rows) == 600
        for one, other in pairwise(rows):
            assert one["ends_at"] == other["starts_at"]
            assert one["is_busy"] != other["is_busy"]
