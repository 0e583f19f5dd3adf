from datetime import date, timedelta

import pytest
from alarm_world import fill, old
from world import TODAY, World, check

COLUMNS = (
    "is_ringing is_rising is_inward silence home_label home_share highest_before threshold last_new_on days_without_new "
    "interactions record_days"
)


def test_whole_answer_while_it_is_quiet(world: World) -> None:
    """Anna's four other meetings weigh 0.0004 minutes a part, Ute 0.001."""
    old(world)
    fill(world, (63, 50, 60, 55, 58))
    highest = 60.0004 / 100.0004
    check(world.ask("complacency_alarm"), COLUMNS, (
        False, False, False, None, "Software", 63.0004 / 100.0014, highest, highest + 0.05, date(2026, 11, 10), 10, 7, 461,
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("shares", "new_days_ago", "ringing", "rising", "inward"),
    [
        ((66, 50, 60, 55, 58), 10, True, True, False),      # more than 5 points above the highest before
        ((64, 50, 60, 55, 58), 10, False, False, False),
        ((50, 50, 60, 55, 58), 42, True, False, True),      # six weeks without anybody new outside
        ((50, 50, 60, 55, 58), 41, False, False, False),
        ((90, 50, 60, 55, 58), 60, True, True, True),
    ],
)  # fmt: skip
def test_its_two_reasons(
    world: World, shares: tuple[int, ...], new_days_ago: int, ringing: bool, rising: bool, inward: bool
) -> None:
    old(world)
    fill(world, shares, new_days_ago)
    row = world.ask("complacency_alarm")[0]
    assert (row["is_ringing"], row["is_rising"], row["is_inward"]) == (ringing, rising, inward)
    assert row["days_without_new"] == new_days_ago


def test_silent_without_home_record_or_meetings(world: World) -> None:
    fill(world, (90, 50, 60, 55, 58), 60)
    row = world.ask("complacency_alarm")[0]
    assert (row["is_ringing"], row["silence"], row["record_days"]) == (False, "young", 411)
    old(world)
    assert world.ask("complacency_alarm")[0]["is_ringing"]
    assert world.ask("complacency_alarm", as_of=TODAY + timedelta(days=48))[0]["silence"] == "quiet"
    world.assume("home_industry", None)
    row = world.ask("complacency_alarm")[0]
    assert (row["is_ringing"], row["silence"], row["threshold"]) == (False, "home", None)


def test_somebody_of_unknown_industry_may_be_outside(world: World) -> None:
    old(world)
    fill(world, (50, 50, 60, 55, 58), 60)
    assert world.ask("complacency_alarm")[0]["is_inward"]
    world.meeting(f"{TODAY - timedelta(days=3)} 08:00", 5, "Dan Fox <dan@zyx.example>")
    assert not world.ask("complacency_alarm")[0]["is_inward"]
    world.mark("mail:dan@zyx.example", "private")
    assert world.ask("complacency_alarm")[0]["is_inward"], "private people are no networking"
