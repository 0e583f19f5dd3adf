from test_import_history import fill
from world import World, check


def test_where_and_why(world: World) -> None:
    fill(world)
    check(
        world.ask("refusals"), "import_id file line is_row reason column_name cell_value",
        (2, "2.file", 4, True, "unreadable date", "DTSTART", "2026-99-99"),
        (2, "2.file", 5, True, "unreadable date", "DTSTART", "soon"),
    )
