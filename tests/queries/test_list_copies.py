"""Which of two copies of a list is the newer: by the newest "Connected On", whatever the order they came in."""

from datetime import date, datetime

import pytest
from world import NOW, World

OCTOBER = datetime(2026, 10, 20, 12)
MAY, JUNE, JULY = date(2026, 5, 5), date(2026, 6, 6), date(2026, 7, 7)


def older(world: World, at: datetime) -> None:
    """Dana at Kestrel, and Ben, who was removed since."""
    world.file("linkedin_connections", imported_at=at)
    world.person("Dana Fox", company="Kestrel", url="dana", connected_on=MAY)
    world.person("Ben Bo", company="Kestrel", url="ben", connected_on=JUNE)


def newer(world: World, at: datetime) -> None:
    """Dana moved, and three people are new."""
    world.file("linkedin_connections", imported_at=at)
    world.person("Dana Fox", company="Charité", url="dana", connected_on=MAY)
    for name in ("Cleo", "Ida", "Leo"):
        world.person(f"{name} Day", company="Zyx", url=name.lower(), connected_on=JULY)


def told(world: World) -> tuple[list[object], ...]:
    """Who is gone, who moved where, and where Dana works."""
    contacts = world.ask("contacts")
    gone = [row["full_name"] for row in contacts if row["is_vanished"]]
    assert [row["full_name"] for row in world.ask("gone_people")] == gone
    assert sum(row["gone_people"] for row in world.ask("import_effect")) == len(gone)
    moves = [(row["full_name"], row["from_company"], row["to_company"]) for row in world.ask("job_changes")]
    return gone, moves, [row["company"] for row in contacts if row["full_name"] == "Dana Fox"]


RIGHT = (["Ben Bo"], [("Dana Fox", "Kestrel", "Charité")], ["Charité"])


@pytest.mark.parametrize("times", [(NOW, NOW), (OCTOBER, NOW)], ids=["dropped together", "one after the other"])
@pytest.mark.parametrize("copies", [(older, newer), (newer, older)], ids=["older first", "newer first"])
def test_an_older_export_ends_nobody_of_a_newer_one(world: World, times: tuple[datetime, ...], copies: tuple) -> None:
    for copy, at in zip(copies, times, strict=True):
        copy(world, at)
    assert told(world) == RIGHT
    newest = max(row["import_id"] for row in world.ask("import_effect"))
    assert {row["import_id"] for row in world.ask("job_changes")} == {newest}, "shown by the import that made it known"


def orders(world: World) -> list[tuple[object, ...]]:
    """What the history says of each import, oldest first."""
    columns = ("copy_order", "reaches_to", "newer_reaches_to")
    return [tuple(row[name] for name in columns) for row in reversed(world.ask("import_history"))]


def test_the_history_says_which_copy_was_taken_for_the_older(world: World) -> None:
    newer(world, OCTOBER)
    older(world, NOW)
    assert orders(world) == [(None, JULY, None), ("older", JUNE, JULY)]
    newer(world, datetime(2026, 12, 1))
    assert orders(world) == [(None, JULY, None), (None, JUNE, None), (None, JULY, None)], "a later one settles it"


@pytest.mark.parametrize("copies", [(older, newer), (newer, older)], ids=["older first", "newer first"])
def test_of_two_dropped_together_too(world: World, copies: tuple) -> None:
    for copy in copies:
        copy(world, NOW)
    assert sorted(orders(world), key=str) == [("older", JUNE, JULY), (None, JULY, None)]


@pytest.mark.parametrize("first", ["older", "newer"])
def test_with_one_of_them_undone_the_other_speaks_alone(world: World, first: str) -> None:
    for copy in (older, newer) if first == "older" else (newer, older):
        copy(world, NOW)
    world.undo(1)
    assert told(world) == ([], [], ["Charité" if first == "older" else "Kestrel"])


def test_of_two_that_do_not_tell_nobody_is_gone_and_nobody_moved(world: World) -> None:
    for company, other in (("Kestrel", "Ben Bo"), ("Charité", "Cleo Day")):
        world.file("contact_sheet", imported_at=NOW)
        world.person("Dana Fox", company=company, email="dana@x.example")
        world.person(other, email=f"{other[:3]}@x.example")
    assert told(world)[:2] == ([], [])
    assert orders(world) == [("undecided", None, None)] * 2
    world.file("contact_sheet", imported_at=datetime(2026, 12, 1))
    world.person("Dana Fox", company="Charité", email="dana@x.example")
    assert sorted(told(world)[0]) == ["Ben Bo", "Cleo Day"], "a later copy ends both"


def test_two_that_came_together_and_do_not_tell_complete_each_other(world: World) -> None:
    world.file("contact_sheet", imported_at=OCTOBER)
    for name in ("Ben Bo", "Cleo Day"):
        world.person(name, email=f"{name[:3]}@x.example")
    for name in ("Ben Bo", "Cleo Day"):
        world.file("contact_sheet", imported_at=NOW)
        world.person(name, email=f"{name[:3]}@x.example")
    assert told(world)[0] == []


def test_who_removed_the_newest_connection_has_the_newer_export(world: World) -> None:
    """One person less at the end of the list: removed, not "not yet there", for the import came later."""
    world.file("linkedin_connections", imported_at=OCTOBER)
    world.person("Dana Fox", company="Kestrel", url="dana", connected_on=MAY)
    world.person("Ben Bo", url="ben", connected_on=JUNE)
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Charité", url="dana", connected_on=MAY)
    assert told(world) == RIGHT


def test_a_day_to_come_is_no_date_of_an_export(world: World) -> None:
    world.file("linkedin_connections", imported_at=OCTOBER)
    for name in ("Ben", "Leo", "Ida"):
        world.person(f"{name} Bo", url=name.lower(), connected_on=date(2042, 5, 5))
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Charité", url="dana", connected_on=MAY)
    assert sorted(told(world)[0]) == ["Ben Bo", "Ida Bo", "Leo Bo"]


def test_a_copy_without_dates_is_of_the_day_of_its_import(world: World) -> None:
    newer(world, OCTOBER)
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Siemens", url="dana")
    assert told(world)[2] == ["Siemens"]
    assert len(told(world)[0]) == 3


@pytest.mark.parametrize("turn", [1, -1])
def test_of_a_contacts_list_the_newer_copy_holds(world: World, turn: int) -> None:
    world.person("Dana Fox", url="dana")
    for friends in (("ben", JUNE), ("cleo", JULY))[::turn]:
        world.shared_list("url:in/dana")
        world._files[-1].series = "shared:dana:linkedin_connections"
        world.decide("shared_list", series="shared:dana:linkedin_connections", identity_key="url:in/dana")
        world.person(f"{friends[0].title()} Bo", url=friends[0], connected_on=friends[1])
    assert [row["full_name"] for row in world.ask("second_degree")] == ["Cleo Bo"]
