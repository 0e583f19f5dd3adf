import pytest
from world import TODAY, World, check

COLUMNS = "place industry label step hours_per_month gap_points closes closes_with"


def fill(world: World) -> None:
    """100 minutes: 90 at home, 10 in insurance, whose target is met; one's own mix wants a half outside."""
    world.assume("home_industry", "SFT")
    world.assume("target_mix", "mine")
    for code, share in (("SFT", 0.5), ("HLT", 0.2), ("ENE", 0.2), ("INS", 0.1)):
        world.decide("own_target", industry=code, share=str(share))
    for name, industry in (("Dana", "SFT"), ("Ina", "INS"), ("Hal", "HLT")):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        world.label("company", f"{name.lower()} zyx", industry)
    world.meeting("2026-11-20 01:00", 90, "<in/dana>", kind="sheet", me=None)
    world.meeting("2026-11-20 05:00", 10, "<in/ina>", kind="sheet", me=None)


def test_time_where_one_knows_people_an_introduction_where_not(world: World) -> None:
    """.2 of 100 minutes is missing twice, over a record of one day."""
    fill(world)
    hours = 0.2 * 100 * 30.44 / 60
    check(
        world.ask("gap_steps", as_of=TODAY), COLUMNS,
        (1, "ENE", "Energy", "introduction", hours, 0.2, 0.5, 0.5),
        (2, "HLT", "Health care", "time", hours, 0.2, 0.5, 1.0),
    )


def test_by_people_there_are_no_hours(world: World) -> None:
    fill(world)
    rows = world.ask("gap_steps", weighting="people")
    assert {row["hours_per_month"] for row in rows} == {None}
    assert sum(row["closes"] for row in rows) == pytest.approx(1)


def test_nothing_known_has_no_steps(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@zyx.example>")
    assert world.ask("gap_steps") == []
