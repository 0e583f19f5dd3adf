from datetime import datetime

from world import NOW, World, check

OCTOBER = datetime(2026, 10, 20, 12)
COLUMNS = "import_id imported_at file_no file reason hint"


def test_the_files_left_out_of_each_import(world: World) -> None:
    world.file("linkedin_connections", imported_at=OCTOBER)
    world.person("Dana Fox", url="dana")
    world.leave_out("holiday.csv")
    for kind in ("linkedin_connections", "contact_sheet"):  # both imports of a run have the same lines
        world.file(kind, imported_at=NOW)
        world.person("Dana Fox", url="dana")
        world.leave_out("scan.csv")
        world.leave_out("a.csv")
    expected = (
        (3, NOW, 1, "scan.csv", "scan.csv is no table.", "Export it again."),
        (3, NOW, 2, "a.csv", "a.csv is no table.", "Export it again."),
        (1, OCTOBER, 1, "holiday.csv", "holiday.csv is no table.", "Export it again."),
    )
    check(world.ask("refused_files"), COLUMNS, *expected)
    world.undo(3)
    check(world.ask("refused_files"), COLUMNS, *((2, *row[1:]) for row in expected[:2]), expected[2])
    world.undo(2)
    check(world.ask("refused_files"), COLUMNS, expected[2])
