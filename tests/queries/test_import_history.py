from datetime import datetime

from world import NOW, World, check

LATER = datetime(2026, 11, 21, 12)


def fill(world: World) -> None:
    """Two connections, one of them nameless; a calendar with a meeting, an all-day event and a refused one."""
    world.person("Dana Fox", url="dana")
    world.person(None, company="Nameless Ltd")
    world.file("calendar", imported_at=LATER)
    world.meeting("2026-11-02 10:00", 60, "Ben Bo <ben@bo.example>")
    world.meeting("2026-11-03 00:00", 1440, "Ben Bo <ben@bo.example>", is_all_day=True)
    world.refuse("unreadable date", "DTSTART", "2026-99-99")
    world.refuse("unreadable date", "DTSTART", "soon")


def test_history(world: World) -> None:
    fill(world)
    check(
        world.ask("import_history"),
        "import_id file kind imported_at fingerprint rows_read rows_new rows_updated rows_unchanged rows_refused "
        "not_counted people interactions shared_by copy_order reaches_to newer_reaches_to",
        (2, "2.file", "calendar", LATER, "sha 2", 4, 2, 0, 0, 2, 1, 1, 2, None, None, None, None),
        (1, "1.file", "linkedin_connections", NOW, "sha 1", 2, 2, 0, 0, 0, 1, 1, 0, None, None, None, None),
    )


def test_people_of_a_file_that_a_newer_one_replaced(world: World) -> None:
    world.person("Dana Fox", company="Siemens", url="dana")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Bosch", url="dana")
    assert [(row["people"], row["rows_updated"]) for row in world.ask("import_history")] == [(1, 1), (1, 0)]
