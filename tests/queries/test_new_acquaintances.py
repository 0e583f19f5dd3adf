from datetime import date

from world import World, check, contact_id


def test_whole_answer(world: World) -> None:
    """Dana was met first in October, Hal years ago; Ida is a friend, reception is nobody."""
    for name in ("dana", "hal", "ida"):
        world.person(f"{name.capitalize()} Fox", company="Zyx", url=name)
    world.label("person", "url:in/dana", "HLT")
    world.mark("url:in/ida", "private")
    world.meeting("2024-10-05 10:00", 30, "Hal Fox <in/hal>")
    for key in ("Dana Fox <in/dana>", "Hal Fox <in/hal>", "Ida Fox <in/ida>", "reception@zyx.example"):
        world.meeting("2026-10-05 10:00", 30, key)
    world.meeting("2026-11-05 10:00", 30, "Dana Fox <in/dana>")
    columns = "contact_id full_name identity_key company industry industry_label first_on"
    check(
        world.ask("new_acquaintances"), columns,
        (contact_id("url:in/dana"), "Dana Fox", "url:in/dana", "Zyx", "HLT", "Health care", date(2026, 10, 5)),
    )
    assert world.ask("new_acquaintances", within_days=30) == []
