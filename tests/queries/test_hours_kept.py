from datetime import date

from world import World, check

COLUMNS = "week_on kept_minutes outside_minutes planned_minutes promise_minutes is_kept"


def fill(world: World) -> None:
    """Home is software. In the week of 9 November law, in the next software and somebody private."""
    world.assume("home_industry", "SFT")
    world.person("Leo Fox", company="Legal One", url="leo")
    world.person("Sol Fox", company="Soft", url="sol")
    world.person("Pia Fox", company="Legal One", url="pia")
    world.label("company", "legal one", "LAW")
    world.label("company", "soft", "SFT")
    world.mark("url:in/pia", "private")
    world.meeting("2026-11-15 10:00", 100, "<in/leo>")      # a Sunday
    world.meeting("2026-11-16 10:00", 60, "<in/sol>")
    world.meeting("2026-11-17 10:00", 60, "<in/pia>")


def test_whole_answer(world: World) -> None:
    fill(world)
    check(
        world.ask("hours_kept", weeks=3), COLUMNS,
        (date(2026, 11, 2), 0.0, 0.0, None, 90, False),
        (date(2026, 11, 9), 100.0, 100.0, None, 90, True),
        (date(2026, 11, 16), 60.0, 0.0, None, 90, False),
    )


def test_a_promise_holds_from_its_week_on(world: World) -> None:
    """What is promised today is promised this week; a later change leaves it."""
    fill(world)
    world.build()
    with world.workspace.writing() as con:
        con.execute(
            "insert into decisions.time_plan (decided_at, name, setting) values "
            "('2026-11-11', 'minutes_per_week', '120'), ('2026-11-16', 'minutes_per_week', '60')"
        )
    found = {row["week_on"].day: (row["planned_minutes"], row["is_kept"]) for row in world.ask("hours_kept", weeks=3)}
    assert found == {2: (None, False), 9: (120, False), 16: (60, True)}


def test_colleagues_are_not_kept_time(world: World) -> None:
    world.position("Soft", "Engineer", date(2020, 1, 1))
    world.person("Sol Fox", company="Soft", url="sol")
    world.meeting("2026-11-16 10:00", 60, "<in/sol>")
    assert [row["kept_minutes"] for row in world.ask("hours_kept", weeks=1)] == [0.0]
