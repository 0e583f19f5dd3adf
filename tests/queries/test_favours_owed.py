from datetime import date

from world import World, check, contact_id

COLUMNS = "contact_id full_name identity_key given received introductions balance last_received_on"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Dana introduced twice and had one favour back; Hal gave a tip; with Ida it is even; Leo is a friend, not networking."""
    for name in ("dana", "hal", "ida", "leo"):
        world.person(f"{name.capitalize()} Fox", url=name)
    for industry, on in (("HLT", day(4)), ("LAW", day(9))):
        world.request("url:in/dana", industry, day(1), sent=day(1), introduced=on)
    for who, direction in (("dana", "given"), ("hal", "received"), ("ida", "given"), ("ida", "received"), ("leo", "received")):
        world.decide("favour", identity_key=f"url:in/{who}", direction=direction, happened_on=day(5), note=None, is_held=True)
    world.decide("favour", identity_key="url:in/dana", direction="received", happened_on=day(2), note="a tip", is_held=True)
    world.mark("url:in/leo", "private")
    check(
        world.ask("favours_owed"), COLUMNS,
        (contact_id("url:in/dana"), "Dana Fox", "url:in/dana", 1, 3, 2, -2, day(9)),
        (contact_id("url:in/hal"), "Hal Fox", "url:in/hal", 0, 1, 0, -1, day(5)),
    )
