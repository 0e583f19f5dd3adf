"""An address that two people write from is nobody's key, and to find that out costs no more than the list is long."""

import json
from itertools import permutations
from typing import Any

import pytest
from world import World

from dashboard.warehouse.rebuild import model_tables

NAMES = ("Dana", "Dana Fox", "Fox Dana", "Dana M Fox", "Dana M Fox Ray", "Dana Ray", "Ben Fox", "Fox Fox Dana")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_shared_is_what_two_names_have_that_do_not_contain_each_other(world: World, order: tuple[int, ...]) -> None:
    """Every three of the names at an address of their own, against each compared with each."""
    expected = {}
    for number, three in enumerate(permutations(NAMES, 3)):
        address = f"a{number}@qq.example"
        for place in order:
            world.person(three[place], email=address)
        words = [set(name.lower().split()) for name in three]
        expected[address] = any(not (a <= b or b <= a) for a in words for b in words)
    found = world.rows("select distinct email, is_shared_email from model.mention where email like '%@qq.example'")
    assert dict(found) == expected
    assert len(found) == len(expected)
    assert set(expected.values()) == {True, False}


def test_one_address_of_many_names_is_not_compared_each_with_each(world: World) -> None:
    many = 1_000
    for number in range(many):
        world.person(f"Ann{number} Fox{number}", email="info@qq.example")
    world.build()
    select = next(each.select for each in model_tables() if each.name == "model.mention")
    with world.workspace.reading() as con:
        plan = json.loads(con.execute(f"explain (analyze, format json) {select}").fetchall()[0][1])
    assert max(_rows(plan)) < 20 * many


def _rows(step: dict[str, Any]) -> list[int]:
    """How many rows each step of a plan made."""
    made = step.get("operator_cardinality", 0)
    return [made, *(rows for part in step.get("children", []) for rows in _rows(part))]
