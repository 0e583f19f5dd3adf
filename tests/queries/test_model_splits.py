"""Merging two contacts and splitting one: the user's word holds against every file, old and new."""

from datetime import datetime

from world import World, contact_id

LATER = datetime(2026, 11, 21, 12)
MUCH_LATER = datetime(2026, 11, 22, 12)


def people(world: World) -> list[set[str]]:
    """The identity keys of each person but the user, as sets."""
    found: dict[str, set[str]] = {}
    for person, key in world.rows(
        "select contact_id, identity_key from model.identity "
        "where contact_id not in (select contact_id from model.self)"
    ):
        found.setdefault(person, set()).add(key)
    return sorted(found.values(), key=sorted)


def split(world: World, who: str, *namings: str) -> list[dict[str, object]]:
    """What the person page does; returns what it wrote down."""
    decisions = world.ask("contact_split", who=contact_id(who), namings="\n".join(namings))
    for decision in decisions:
        world.decide("person_link", **decision)
    return decisions


def merge(world: World, one: str, other: str) -> list[dict[str, object]]:
    decisions = world.ask("contact_merge", who=contact_id(one), other=contact_id(other))
    for decision in decisions:
        world.decide("person_link", **decision)
    return decisions


def three_namings(world: World) -> None:
    """One name at one employer, in three files: joined in every direction."""
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens", email="dana@home.example")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")


def test_a_naming_that_is_split_off_leaves_the_others_together(world: World) -> None:
    three_namings(world)
    assert len(people(world)) == 1
    split(world, "url:in/dana", "mail:dana@home.example")
    assert people(world) == [
        {"mail:dana.fox@siemens.com", "url:in/dana"}, {"mail:dana@home.example"},
    ]


def test_several_namings_that_are_split_off_stay_one_person(world: World) -> None:
    three_namings(world)
    split(world, "url:in/dana", "mail:dana@home.example", "mail:dana.fox@siemens.com")
    assert people(world) == [
        {"mail:dana.fox@siemens.com", "mail:dana@home.example"}, {"url:in/dana"},
    ]


def test_a_split_is_taken_back(world: World) -> None:
    three_namings(world)
    before = people(world)
    for decision in split(world, "url:in/dana", "mail:dana@home.example"):
        world.decide("person_link", **decision | {"verdict": None})
    assert people(world) == before


def test_a_split_person_does_not_join_again_with_a_newer_copy(world: World) -> None:
    three_namings(world)
    split(world, "url:in/dana", "mail:dana@home.example")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Siemens AG", url="dana", position="CTO")
    world.file("contact_sheet", imported_at=LATER)
    world.person("Dana Fox", company="Siemens AG", email="dana@home.example")
    assert len(people(world)) == 2


def test_a_split_person_does_not_join_again_by_way_of_a_new_mention(world: World) -> None:
    """A later file names her by a third key, with the address of the one and name and employer of the other."""
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens", email="dana@home.example")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")
    assert len(people(world)) == 1
    split(world, "mail:dana@home.example", "mail:dana.fox@siemens.com")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Siemens AG", url="dana", email="dana.fox@siemens.com")
    assert people(world) == [{"mail:dana.fox@siemens.com", "url:in/dana"}, {"mail:dana@home.example"}]


def test_a_bridge_that_is_as_close_to_both_keeps_to_the_first(world: World) -> None:
    world.person("Dana Fox", url="dana", email="dana@home.example")
    world.person("Dana Fox", url="dana-2", email="dana@work.example")
    world.decide("person_link", identity_key="url:in/dana", other_key="url:in/dana-2", verdict="different")
    assert len(people(world)) == 2
    world.decide("person_link", identity_key="mail:x@x.example", other_key="url:in/dana", verdict="same")
    world.decide("person_link", identity_key="mail:x@x.example", other_key="url:in/dana-2", verdict="same")
    world.file("contact_sheet", imported_at=LATER)
    world.person("Dana Fox", email="x@x.example")
    assert people(world) == [{"mail:x@x.example", "url:in/dana"}, {"url:in/dana-2"}]


def test_a_split_outlives_the_import_it_was_made_on(world: World) -> None:
    three_namings(world)
    split(world, "url:in/dana", "mail:dana@home.example")
    world.undo(2)
    assert len(people(world)) == 1
    world.file("contact_sheet", imported_at=MUCH_LATER)
    world.person("Dana Fox", company="Siemens", email="dana@home.example")
    assert len(people(world)) == 2


def test_a_merge_joins_and_carries_what_was_decided(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Dana Bär", url="dana-2")
    world.mark("url:in/dana-2", "never_suggest")
    world.decide("contact_note", identity_key="url:in/dana-2", note="Met in Rome")
    merge(world, "url:in/dana", "url:in/dana-2")
    found = world.ask("contact_profile", who=contact_id("url:in/dana-2"))[0]
    assert found["contact_id"] == contact_id("url:in/dana"), "the swallowed id leads to the person"
    assert found["is_never_suggested"]
    assert found["note"] == "Met in Rome"
    assert len(world.ask("contacts")) == 1


def test_a_merge_after_a_split_joins_again(world: World) -> None:
    three_namings(world)
    before = people(world)
    split(world, "url:in/dana", "mail:dana@home.example")
    merge(world, "url:in/dana", "mail:dana@home.example")
    assert people(world) == before
    assert {row["verdict"] for row in world.ask("contact_links", who=contact_id("url:in/dana"))} == {"same"}


def test_a_split_parts_what_the_user_had_linked_in_either_order(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@home.example>")
    world.decide(
        "person_link", identity_key="mail:dana@home.example", other_key="url:in/dana", verdict="same"
    )
    assert len(people(world)) == 1
    decisions = split(world, "url:in/dana", "mail:dana@home.example")
    assert [decision["verdict"] for decision in decisions] == ["different", "different"]
    assert len(people(world)) == 2


def test_nobody_merges_with_oneself(world: World) -> None:
    world.person("Dana Fox", url="dana")
    who = contact_id("url:in/dana")
    assert world.ask("contact_merge", who=who, other=who) == []
    assert world.ask("contact_merge", who=who, other="nobody") == []
