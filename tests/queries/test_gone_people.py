from datetime import datetime

from world import NOW, World, check, contact_id

OCTOBER, DECEMBER = datetime(2026, 10, 20, 12), datetime(2026, 12, 20, 12)
COLUMNS = (
    "import_id shown_by imported_at contact_id full_name company position industry_label last_file last_line "
    "is_still_listed"
)


def two_exports(world: World) -> None:
    """Ben and Cara are not in the second, in whose run a calendar was taken in after it."""
    world.file("linkedin_connections", imported_at=OCTOBER)
    world.person("Dana Fox", company="Kestrel", url="dana")
    world.person("Cara Co", company="Zyx", url="cara", position="Driver")
    world.person("Ben Bo", company="Kestrel", url="ben")
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Kestrel", url="dana")
    world.file("calendar", imported_at=NOW)
    world.meeting("2026-11-02 10:00", 60, "<in/dana>")
    world.label("company", "kestrel", "SFT")


def test_each_by_name_with_the_row_that_had_them_last(world: World) -> None:
    two_exports(world)
    check(
        world.ask("gone_people"),
        COLUMNS,
        (3, 2, NOW, contact_id("url:in/ben"), "Ben Bo", "Kestrel", None, "Software", "1.file", 4, False),
        (3, 2, NOW, contact_id("url:in/cara"), "Cara Co", "Zyx", "Driver", "Transport", "1.file", 3, False),
    )
    assert [row["gone_people"] for row in world.ask("import_effect")] == [2, 0]


def test_who_came_back_or_is_on_another_list_says_so(world: World) -> None:
    two_exports(world)
    world.file("contact_sheet", imported_at=NOW)
    world.person("Cara Co", company="Zyx")
    world.file("linkedin_connections", imported_at=DECEMBER)
    world.person("Dana Fox", company="Kestrel", url="dana")
    world.person("Ben Bo", company="Kestrel", url="ben")
    gone = [(row["full_name"], row["is_still_listed"]) for row in world.ask("gone_people")]
    assert gone == [("Ben Bo", True), ("Cara Co", True)]


def test_with_the_newer_export_undone_nobody_is_gone(world: World) -> None:
    two_exports(world)
    world.undo(2)
    assert world.ask("gone_people") == []
