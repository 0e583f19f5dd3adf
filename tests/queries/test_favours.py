from datetime import date

from world import World, check, contact_id

COLUMNS = "happened_on direction is_introduction note person target_label identity_key favour_key"
STANDING = "select contact_id, given, received, introductions, balance, last_given_on, last_received_on from model.favour"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Dana made an introduction on the board and one the user told of; the user found her a flat and thanked for a tip."""
    for name in ("dana", "ida", "hal"):
        world.person(f"{name.capitalize()} Fox", url=name, connected_on=date(2026, 1, 5))
    ask = world.request("url:in/dana", "HLT", day(1), sent=day(1), introduced=day(9))
    world.decide("contact_origin", identity_key="url:in/ida", origin="url:in/dana")
    for direction, on, note in (("given", day(3), "found her a flat"), ("received", day(5), None)):
        world.decide("favour", identity_key="url:in/dana", direction=direction, happened_on=on, note=note, is_held=True)
    world.decide("favour", identity_key="url:in/hal", direction="given", happened_on=day(3), note="x", is_held=True)
    found = world.ask("favours", who=contact_id("url:in/dana"))
    kept = [row.pop("favour_key") for row in found]
    check(
        found, COLUMNS.removesuffix(" favour_key"),
        (day(9), "received", True, None, None, "Health care", "url:in/dana"),
        (day(5), "received", False, None, None, None, "url:in/dana"),
        (day(3), "given", False, "found her a flat", None, None, "url:in/dana"),
        (date(2026, 1, 5), "received", True, None, "Ida Fox", None, "url:in/dana"),
    )
    assert (kept[0], kept[3]) == (ask, contact_id("url:in/ida"))
    assert sorted(world.rows(STANDING)) == sorted([
        (contact_id("url:in/dana"), 1, 3, 2, -2, day(3), day(9)), (contact_id("url:in/hal"), 1, 0, 0, 1, day(3), None),
    ])


def test_a_favour_taken_back_is_none(world: World) -> None:
    world.person("Dana Fox", url="dana")
    for is_held in (True, None):
        world.decide("favour", identity_key="url:in/dana", direction="given", happened_on=day(3), note=None, is_held=is_held)
    assert world.ask("favours", who=contact_id("url:in/dana")) == []
    assert world.rows(STANDING) == []
