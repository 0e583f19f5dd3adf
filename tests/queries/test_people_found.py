"""The search box: whom one means by a few letters."""

from datetime import date

import pytest
from world import World, check, contact_id


@pytest.fixture
def crowd(world: World) -> World:
    world.person("Dana Fox", company="Zyx", url="dana", position="Head of Ann Street")
    world.person("Fox Danielson", company="Zyx", url="fox")
    world.person("Annika Lund", company="Danfoss", url="annika")
    world.person("Ann", company="Qxz", url="ann")
    world.person("Øystein Ånes", company="Zyx", url="oystein", email="o@hav.example")
    world.person("山田太郎", company="Zyx", url="yamada")
    world.meeting("2026-11-19 08:00", 20, "<in/fox>")
    return world


def found(world: World, search: str | None, at_most: int = 6) -> list[str]:
    return [row["full_name"] for row in world.ask("people_found", search=search, at_most=at_most)]


def test_whole_answer(crowd: World) -> None:
    check(
        crowd.ask("people_found", search="fox"),
        "contact_id identity_key full_name company position is_contact last_interaction_on",
        (contact_id("url:in/fox"), "url:in/fox", "Fox Danielson", "Zyx", None, True, date(2026, 11, 19)),
        (contact_id("url:in/dana"), "url:in/dana", "Dana Fox", "Zyx", "Head of Ann Street", True, None),
    )


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("ann", ["Ann", "Annika Lund", "Dana Fox"]),
        ("dan", ["Dana Fox", "Fox Danielson", "Annika Lund"]),
        ("fo da", ["Fox Danielson", "Dana Fox"]),
        ("oystein", []),
        ("anes", ["Øystein Ånes"]),
        ("hav", ["Øystein Ånes"]),
        ("太郎", ["山田太郎"]),
        ("ystein", ["Øystein Ånes"]),
        ("nobody", []),
        ("%_", []),
        ("", []),
        (None, []),
    ],
)
def test_best_first(crowd: World, search: str | None, expected: list[str]) -> None:
    assert found(crowd, search) == expected


def test_no_more_than_asked_for(crowd: World) -> None:
    assert found(crowd, "zyx", at_most=2) == ["Fox Danielson", "Dana Fox"]


def test_people_who_were_only_seen_are_found_after_contacts(world: World) -> None:
    world.meeting("2026-11-19 08:00", 20, "Dana Aye <dana@zyx.example>", *(f"p{i}@zyx.example" for i in range(20)))
    world.person("Dana Bee", url="bee")
    assert [(row["full_name"], row["is_contact"]) for row in world.ask("people_found", search="dana")] == [
        ("Dana Bee", True), ("Dana Aye", False),
    ]


def test_an_address_that_stands_for_a_name_is_no_name(world: World) -> None:
    world.meeting("2026-11-19 08:00", 20, "fox@zyx.example")
    world.person("Dana Fox", url="dana")
    assert found(world, "fox") == ["Dana Fox", "fox@zyx.example"]
