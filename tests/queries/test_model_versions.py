"""Newer files of a kind, what they end, and undo."""

from datetime import date, datetime

from world import World

LATER = datetime(2026, 11, 21, 12)
ANNA, BEN = "Anna Ax <anna@ax.example>", "Ben Bo <ben@bo.example>"


def history(world: World) -> list[tuple[int, int, int, int]]:
    """(import, new, updated, unchanged), oldest first."""
    rows = world.ask("import_history")
    return [(r["import_id"], r["rows_new"], r["rows_updated"], r["rows_unchanged"]) for r in reversed(rows)]


def held(world: World) -> list[tuple[str, float]]:
    """(start, minutes) of the interactions that hold."""
    return world.rows("select left(starts_at::varchar, 16), minutes from model.interaction order by starts_at")


def test_a_newer_export_updates_and_marks_who_vanished(world: World) -> None:
    world.person("Dana Fox", company="Siemens", url="dana")
    world.person("Ben Bo", company="Bosch", url="ben")
    world.person("Cara Co", company="Bahn", url="cara")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Deutsche Bank", url="dana")
    world.person("Ben Bo", company="Bosch", url="ben")
    world.person("Emil Eck", url="emil")
    assert history(world) == [(1, 3, 0, 0), (2, 1, 1, 1)]
    assert sorted((r["full_name"], r["company"], r["is_vanished"]) for r in world.ask("contacts")) == [
        ("Ben Bo", "Bosch", False), ("Cara Co", "Bahn", True), ("Dana Fox", "Deutsche Bank", False),
        ("Emil Eck", None, False),
    ]
    gone = [(r["full_name"], r["vanished_on"]) for r in world.ask("contacts") if r["is_vanished"]]
    assert gone == [("Cara Co", LATER.date())]
    assert world.rows("select last_seen_on, company from model.employment order by all") == [
        (date(2026, 11, 20), "Bahn"), (date(2026, 11, 20), "Siemens"),
        (date(2026, 11, 21), "Bosch"), (date(2026, 11, 21), "Deutsche Bank"),
    ]


def test_a_list_of_another_series_ends_nothing(world: World) -> None:
    world.file("contact_sheet", series="clients")
    world.person("Dana Fox", company="Siemens")
    world.file("contact_sheet", series="friends", imported_at=LATER)
    world.person("Ben Bo", company="Bosch")
    assert [row["is_vanished"] for row in world.ask("contacts")] == [False, False]


def test_a_title_never_comes_from_another_job(world: World) -> None:
    world.person("Dana Fox", company="Siemens", url="dana", position="Engineer")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Bosch", url="dana")
    assert [(row["company"], row["position"]) for row in world.ask("contacts")] == [("Bosch", None)]


def test_linkedin_knows_the_job_better_than_a_newer_spreadsheet(world: World) -> None:
    world.person("Dana Fox", company="Bosch", url="dana", email="dana@x.example", position="CTO")
    world.file("contact_sheet", imported_at=LATER)
    world.person("Dana Fox", company="Siemens", email="dana@x.example", position="Engineer", phone="+49 1")
    row = world.ask("contacts")[0]
    assert (row["company"], row["position"]) == ("Bosch", "CTO")


def test_a_newer_calendar_updates_and_ends_within_its_own_days(world: World) -> None:
    world.file("calendar", first_on=date(2026, 10, 1), last_on=date(2026, 11, 10))
    world.meeting("2026-10-01 10:00", 60, ANNA, key="before")
    world.meeting("2026-11-02 10:00", 60, ANNA, key="moved")
    world.meeting("2026-11-03 10:00", 60, ANNA, key="gone")
    world.meeting("2026-11-04 10:00", 60, ANNA, key="kept")
    world.file("calendar", imported_at=LATER, first_on=date(2026, 11, 1), last_on=date(2026, 11, 15))
    world.meeting("2026-11-05 10:00", 30, ANNA, key="moved")
    world.meeting("2026-11-04 10:00", 60, ANNA, key="kept")
    assert held(world) == [("2026-10-01 10:00", 60), ("2026-11-04 10:00", 60), ("2026-11-05 10:00", 30)]
    assert history(world) == [(1, 4, 0, 0), (2, 0, 1, 1)]


def test_the_days_of_a_snapshot_are_the_workspaces(world: World) -> None:
    """23:30 UTC on the 1st is the 2nd in Berlin, where the newer calendar begins."""
    world.assume("time_zone", "Europe/Berlin")
    world.file("calendar")
    world.meeting("2026-11-01 23:30", 10, ANNA, key="gone")
    world.meeting("2026-11-01 22:30", 10, ANNA, key="before its days")
    world.file("calendar", imported_at=LATER, first_on=date(2026, 11, 2), last_on=date(2026, 11, 15))
    world.meeting("2026-11-04 10:00", 60, ANNA, key="other")
    assert held(world) == [("2026-11-01 22:30", 10), ("2026-11-04 10:00", 60)]


def test_another_calendar_ends_nothing(world: World) -> None:
    world.file("calendar", series="work")
    world.meeting("2026-11-02 10:00", 60, ANNA, key="a")
    world.file("calendar", series="home", imported_at=LATER, first_on=date(2026, 11, 1), last_on=date(2026, 11, 30))
    world.meeting("2026-11-03 10:00", 60, BEN, key="b")
    assert len(held(world)) == 2


def test_one_interaction_in_two_files_counts_once(world: World) -> None:
    for series in ("work", "home"):
        world.file("calendar", series=series)
        world.meeting("2026-11-02 10:00", 60, ANNA, key="same uid")
    assert held(world) == [("2026-11-02 10:00", 60)]


def test_messages_of_an_older_export_stay(world: World) -> None:
    world.message("2026-11-02 10:00", "Dana Fox <in/dana>", sent=True)
    world.file("linkedin_messages", imported_at=LATER)
    world.message("2026-11-03 10:00", "Dana Fox <in/dana>", sent=True)
    assert len(held(world)) == 2


def test_undo_restores_every_table(world: World) -> None:
    world.person("Dana Fox", company="Siemens", url="dana", position="Engineer")
    world.person("Ben Bo", company="Bosch", url="ben", email="ben@bo.example")
    world.position("Own Works", "Engineer", date(2024, 1, 1))
    world.file("calendar", first_on=date(2026, 11, 1), last_on=date(2026, 11, 30))
    world.meeting("2026-11-02 10:00", 60, ANNA, BEN, key="a")
    world.meeting("2026-11-03 10:00", 60, "Dana Fox <dana.fox@siemens.com>", key="b")
    world.label("company", "siemens", "MFG")
    before = world.model()
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Deutsche Bank", url="dana", position="Banker")
    world.person("Anna Ax", company="Ax", url="anna", email="anna@ax.example")
    world.file("calendar", imported_at=LATER, first_on=date(2026, 11, 1), last_on=date(2026, 11, 30))
    world.meeting("2026-11-02 10:00", 90, ANNA, "Somebody New <new@new.example>", key="a")
    world.file("linkedin_positions", imported_at=LATER)
    world.position("Deutsche Bank", "Banker", date(2026, 1, 1))
    after = world.model()
    assert after["model.contact"] != before["model.contact"]
    for import_id in (4, 6, 5):
        world.undo(import_id)
    for table, rows in world.model().items():
        assert rows == before[table], table


def test_undoing_the_older_of_two_leaves_the_newer(world: World) -> None:
    world.person("Dana Fox", company="Siemens", url="dana")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Bosch", url="dana")
    world.undo(1)
    assert [(row["company"], row["is_vanished"]) for row in world.ask("contacts")] == [("Bosch", False)]
