from datetime import date

from world import World, check

COLUMNS = (
    "contacts imports first_on last_on has_interactions home_industry home_source time_zone known_calendar_share"
)


def test_whole_answer(world: World) -> None:
    """45 of 60 minutes in the calendar, without the message, are of a known industry."""
    world.person("Dana Fox", company="Soft", url="dana")
    world.person("Emil Eck", url="emil")
    world.meeting("2026-10-02 10:00", 45, "<in/dana>")
    world.meeting("2026-11-02 10:00", 15, "Ute Ur <ute@zyx.example>")
    world.message("2026-11-03 10:00", "Ute Ur <ute@zyx.example>", sent=True)
    world.label("company", "soft", "SFT")
    world.assume("home_industry", "LAW")
    world.assume("time_zone", "Europe/Berlin")
    check(world.ask("workspace_state"), COLUMNS,
          (3, 3, date(2026, 10, 2), date(2026, 11, 3), True, "LAW", "you said so", "Europe/Berlin", 0.75))


def test_people_alone(world: World) -> None:
    """The last day is that of the import: the trend and the shares of people need one."""
    world.person("Dana Fox", url="dana")
    check(world.ask("workspace_state"), COLUMNS,
          (1, 1, date(2000, 1, 1), date(2026, 11, 20), False, None, None, "UTC", None))
