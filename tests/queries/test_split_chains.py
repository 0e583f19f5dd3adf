"""Splitting what came of a split, and taking each of the splits back by itself."""

from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest import TempPathFactory
from test_model_splits import merge, people, split
from world import World, contact_id

KEYS = [f"mail:dana@{letter}.example" for letter in "abcd"]
A, B, C, D = KEYS


def four_namings(world: World) -> None:
    """One name at one employer, in four lists: nothing but that joins them."""
    for key in KEYS:
        world.file("contact_sheet", series=key)
        world.person("Dana Fox", company="Siemens", email=key.removeprefix("mail:"))


def take_back(world: World, who: str, other: str) -> None:
    """What the person page does with all that was said about this person and that other one."""
    owner = dict(world.rows("select identity_key, contact_id from model.identity"))
    said = [row for row in world.ask("contact_links", who=owner[who]) if row["other_id"] == owner[other]]
    assert said, "the page of the one offers it"
    for row in said:
        world.decide("person_link", identity_key=row["identity_key"], other_key=row["other_key"], verdict=row["before"])


def chain(world: World) -> list[list[set[str]]]:
    """One naming after the other is split off from those that were split off before; the states on the way."""
    four_namings(world)
    states = [people(world)]
    for place in (1, 2, 3):
        split(world, KEYS[place - 1], *KEYS[place:])
        states.append(people(world))
    return states


def test_a_chain_of_splits(world: World) -> None:
    assert chain(world) == [[{A, B, C, D}], [{A}, {B, C, D}], [{A}, {B}, {C, D}], [{A}, {B}, {C}, {D}]]


def test_the_last_split_first_each_is_as_if_it_had_not_been(world: World) -> None:
    states = chain(world)
    for place in (2, 1, 0):
        take_back(world, KEYS[place], KEYS[place + 1])
        assert people(world) == states[place]


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))), ids=str)
def test_in_any_order_all_taken_back_is_one_person_again(world: World, order: tuple[int, ...]) -> None:
    states = chain(world)
    for place in order:
        take_back(world, A, KEYS[place])
        assert any({A, KEYS[place]} <= person for person in people(world))
    assert people(world) == states[0]


@pytest.mark.parametrize("goes", [B, C])
def test_whichever_of_two_that_were_split_off_goes(world: World, goes: str) -> None:
    """The link that the first split wrote between them has an order: either may be the one that goes."""
    four_namings(world)
    split(world, A, B, C)
    before = people(world)
    split(world, B, goes) if goes == C else split(world, B, B)
    assert people(world) == [{A, D}, {B}, {C}]
    take_back(world, C, B)
    assert people(world) == before == [{A, D}, {B, C}]


def test_a_split_of_what_the_user_had_merged_goes_back_to_the_merge(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Dana Bär", url="dana-2")
    merge(world, "url:in/dana", "url:in/dana-2")
    split(world, "url:in/dana", "url:in/dana-2")
    take_back(world, "url:in/dana", "url:in/dana-2")
    assert people(world) == [{"url:in/dana", "url:in/dana-2"}]
    take_back(world, "url:in/dana", "url:in/dana-2")
    assert people(world) == [{"url:in/dana"}, {"url:in/dana-2"}], "the merge taken back as well"


def test_two_who_were_never_one_are_not_made_one(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Dana Bär", url="dana-2")
    world.decide("person_link", identity_key="url:in/dana", other_key="url:in/dana-2", verdict="different")
    assert [row["before"] for row in world.ask("contact_links", who=contact_id("url:in/dana"))] == [None]


def test_what_was_taken_back_before_a_split_stays_so(world: World) -> None:
    """Said to be one, taken back, then said to be two: without that word the files decide, not the first one."""
    world.person("Dana Fox", url="dana")
    world.person("Dana Bär", url="dana-2")
    for verdict in ("same", None, "different"):
        world.decide("person_link", identity_key="url:in/dana", other_key="url:in/dana-2", verdict=verdict)
    take_back(world, "url:in/dana", "url:in/dana-2")
    assert people(world) == [{"url:in/dana"}, {"url:in/dana-2"}]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_any_splits_hold_and_taken_back_in_any_order_leave_nothing(tmp_path_factory: TempPathFactory, chance: Random) -> None:
    world = World(tmp_path_factory.mktemp("world"))
    with world.workspace.reading():
        world.file("contact_sheet")
        for number in range(5):
            company, url = chance.choice(("Siemens", "Bosch")), chance.choice((None, f"dana-{number}"))
            world.person("Dana Fox", company=company, url=url, email=f"dana@{number}.example")
        before = people(world)
        for _ in range(3):
            whole = sorted(max(people(world), key=len))
            if len(whole) > 1:
                split(world, whole[0], *chance.sample(whole[1:], chance.randint(1, len(whole) - 1)))
            assert all(row["other_id"] != who for who, row in parted(world))
        while said := parted(world):
            who, chosen = chance.choice(said)
            for row in (row for one, row in said if one == who and row["other_id"] == chosen["other_id"]):
                pair = {name: row[name] for name in ("identity_key", "other_key")}
                world.decide("person_link", **pair, verdict=row["before"])
        assert people(world) == before


def parted(world: World) -> list[tuple[str, dict[str, Any]]]:
    """What the user said are two, by the person on whose page it stands."""
    ids = sorted({who for (who,) in world.rows("select contact_id from model.identity")})
    said = [(who, row) for who in ids for row in world.ask("contact_links", who=who)]
    return [(who, row) for who, row in said if row["verdict"] == "different"]
