from datetime import date

from world import World, check, contact_id

COLUMNS = "how is_yours introducer introducer_id source introduced_on brought"


def test_whole_answer(world: World) -> None:
    """By an ask, until the user says otherwise; Dana brought Kim, of her own coming nobody says anything."""
    world.person("Dana Fox", url="dana")
    world.person("Kim Roe", url="kim")
    world.person("Leo Lund", url="leo")
    on = date(2026, 11, 4)
    world.request("url:in/dana", "HLT", date(2026, 11, 1), name="Kim Roe", sent=date(2026, 11, 1), introduced=on)
    dana, kim, leo = (contact_id(f"url:in/{name}") for name in ("dana", "kim", "leo"))
    check(world.ask("contact_origin", who=kim), COLUMNS, ("introduced", False, "Dana Fox", dana, "an ask", on, None))
    check(world.ask("contact_origin", who=dana), COLUMNS, (None, False, None, None, None, None, "Kim Roe"))
    assert world.ask("contact_origin", who=leo) == []
    world.decide("contact_origin", identity_key="url:in/kim", origin="myself")
    check(world.ask("contact_origin", who=kim), COLUMNS, ("myself", True, None, None, None, None, None))
    world.decide("contact_origin", identity_key="url:in/kim", origin="url:in/gone")
    check(world.ask("contact_origin", who=kim), COLUMNS, ("introduced", True, None, None, "you said so", None, None))
