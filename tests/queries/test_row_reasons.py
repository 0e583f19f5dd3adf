from test_import_history import fill
from world import World, check


def test_refused_and_not_counted(world: World) -> None:
    fill(world)
    check(
        world.ask("row_reasons"), "import_id file is_refused reason occurrences",
        (2, "2.file", True, "unreadable date", 2),
        (2, "2.file", False, "all-day event", 1),
        (1, "1.file", False, "no name", 1),
    )
