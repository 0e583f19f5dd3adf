"""Who is in the contacts twice: found, answered, and the answer kept."""

from datetime import datetime
from typing import Any

import pytest
from world import World, check, contact_id

from dashboard.warehouse import find_duplicates
from dashboard.warehouse.duplicates import forget_duplicates

COLUMNS = (
    "one_id other_id one_key other_key "
    "one_name other_name one_company other_company one_position other_position one_email other_email "
    "one_phone other_phone one_profile other_profile one_minutes other_minutes score is_likely reasons pairs_in_all "
    "likely_in_all"
)
LATER = datetime(2026, 11, 21, 12)
BOB = {"identity_key": "url:in/robert", "other_key": "name:bob hale|zyxxo"}


def pairs(world: World, **params: Any) -> list[tuple[str, str]]:
    return [(row["one_name"], row["other_name"]) for row in world.compare().ask("suspected_duplicates", **params)]


def roberts(world: World) -> None:
    world.person("Robert Hale", company="Zyxxo", url="robert", position="Head of Sales")
    world.file("contact_sheet")
    world.person("Bob Hale", company="Zyxxo", phone="+49 30 1234567")


def test_whole_answer(world: World) -> None:
    """The likely pair first, though the other one has all the time."""
    roberts(world)
    world.person("Ottilie Quorn", email="ottilie@quorn.example")
    world.meeting("2026-11-02 10:00", 60, "Otilie Quorn <oq@gmail.com>", "Ann Other <ann@gmail.com>")
    check(
        world.compare().ask("suspected_duplicates"), COLUMNS,
        (contact_id("url:in/robert"), contact_id("name:bob hale|zyxxo"), *BOB.values(), "Robert Hale", "Bob Hale", "Zyxxo", "Zyxxo",
         "Head of Sales", None, None, None, None, "+49 30 1234567", "in/robert", None, 0.0, 0.0, pytest.approx(0.9, abs=0.05),
         True, "Bob is short for Robert, same family name, same employer", 2, 1),
        (contact_id("mail:ottilie@quorn.example"), contact_id("mail:oq@gmail.com"), "mail:ottilie@quorn.example",
         "mail:oq@gmail.com", "Ottilie Quorn", "Otilie Quorn", None,
         None, None, None, "ottilie@quorn.example", "oq@gmail.com", None, None, None, None, 0.0, 30.0,
         pytest.approx(0.69, abs=0.05), False, "same name, spelt otherwise, other e-mail", 2, 1),
    )


def test_about_one_person(world: World) -> None:
    roberts(world)
    world.person("Ottilie Quorn", email="ottilie@quorn.example")
    world.person("Otilie Quorn", email="oq@gmail.com")
    assert len(pairs(world)) == 2
    assert pairs(world, twin_of=contact_id("name:bob hale|zyxxo")) == [("Robert Hale", "Bob Hale")]
    assert pairs(world, twin_of=contact_id("nobody")) == []
    assert len(pairs(world, most=1)) == 1


def test_not_the_same_is_kept_through_later_imports_and_taken_back(world: World) -> None:
    roberts(world)
    assert pairs(world) == [("Robert Hale", "Bob Hale")]
    world.decide("person_link", **BOB, verdict="different")
    assert pairs(world) == []
    world.file("contact_sheet", imported_at=LATER)
    world.person("Bob Hale", company="Zyxxo", phone="+49 30 7654321", position="Sales")
    assert pairs(world) == []
    world.decide("person_link", **BOB, verdict=None)
    assert pairs(world) == [("Robert Hale", "Bob Hale")]


def test_a_merge_ends_every_pair_between_the_two(world: World) -> None:
    """Bob, Rob and Robert are three pairs; with Bob and Robert one person, one is left; then none."""
    roberts(world)
    world.person("Rob Hale", company="Zyxxo")
    assert len(pairs(world)) == 3
    for decision in world.ask("contact_merge", who=contact_id("url:in/robert"), other=contact_id("name:bob hale|zyxxo")):
        world.decide("person_link", **decision)
    assert [{*pair} for pair in pairs(world)] == [{"Robert Hale", "Rob Hale"}]
    for decision in world.ask("contact_merge", who=contact_id("url:in/robert"), other=contact_id("name:rob hale|zyxxo")):
        world.decide("person_link", **decision)
    assert pairs(world) == []
    assert len(world.ask("contacts")) == 1
    world.decide("person_link", **BOB, verdict=None)
    assert len(world.ask("contacts")) == 2, "a merge loses nobody: taken back, both are there"


def test_who_left_with_an_import_is_in_no_pair(world: World) -> None:
    roberts(world)
    assert len(pairs(world)) == 1
    world.undo(2)
    assert world.rows("select count(*) from cache.duplicate_pair") == [(0,)], "nor anywhere in the cache"
    assert pairs(world) == []


def test_the_user_is_nobody_twice(world: World) -> None:
    world.person("Me Myselfson", url="me")
    world.file("contact_sheet")
    world.person("Me Myselfson", company="Zyxxo")
    world.decide("own_identity", identity_key="name:me myselfson|zyxxo", is_own=True)
    assert pairs(world) == []


def test_comparing_bit_by_bit_is_as_good_as_comparing_all(world: World) -> None:
    found = []
    for is_bit_by_bit in (True, False):
        world.clear()
        roberts(world)
        if is_bit_by_bit:
            world.compare()
        world.file("contact_sheet", "two")
        world.person("R. Hale", email="robert.hale@zyxxo.example")
        world.person("Ann Other", company="Zyxxo")
        found.append(world.compare().rows("from model.duplicate_pair order by all"))
        with world.workspace.writing() as con:
            forget_duplicates(con)
    assert len(found[0]) == 3
    assert found[0] == found[1]


def test_nothing_new_nothing_compared(world: World) -> None:
    world.person("Robert Hale", company="Zyxxo")
    world.person("Bob Hale", company="Zyxxo")
    world.build()
    version = "select version from cache.data_version"
    assert find_duplicates(world.workspace) == 1
    (before,) = world.rows(version)
    assert find_duplicates(world.workspace) == 0
    assert world.rows(version) == [before], "looking is no change: kept answers stay good"
    world.file("contact_sheet")
    world.person("Ann Other", company="Zyxxo")
    world.build()
    assert find_duplicates(world.workspace) == 0
    assert len(world.ask("suspected_duplicates", twin_of=contact_id("name:bob hale|zyxxo"))) == 1


def test_a_suggested_link_is_asked_about_once(world: World) -> None:
    """Dana's calendar address is a suggested link: no duplicate beside it. Kept apart, it is neither."""
    world.person("Dana Quorn", url="dana", company="Zyxxo")
    world.meeting("2026-11-02 10:00", 60, "Dana Quorn <dq@gmail.com>")
    roberts(world)
    dana = {"identity_key": "url:in/dana", "other_key": "mail:dq@gmail.com"}
    assert ("Dana Quorn", "Dana Quorn") in pairs(world)
    assert [row["full_name"] for row in world.ask("suggested_links")] == ["Dana Quorn"]
    assert pairs(world, is_link_too=False) == [("Robert Hale", "Bob Hale")]
    assert world.ask("suspected_duplicates", is_link_too=False)[0]["pairs_in_all"] == 1
    world.decide("person_link", **dana, verdict="different")
    assert pairs(world) == [("Robert Hale", "Bob Hale")]
    world.decide("person_link", **dana, verdict="same")
    assert world.ask("suggested_links") == []
    assert pairs(world) == [("Robert Hale", "Bob Hale")]
