from datetime import date

from world import World, check, contact_id

COLUMNS = (
    "introducer introducer_id introducer_key introductions introduction_share asks last_introduced_on"
)


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Dana introduced two people in three asks, somebody who is gone introduced one, Hal nobody."""
    world.person("Dana Fox", url="dana")
    world.person("Hal Fox", url="hal")
    world.request("url:in/dana", "HLT", day(1), sent=day(1), introduced=day(3))
    world.request("url:in/dana", "LAW", day(4), sent=day(4), introduced=day(9), kept=day(20))
    world.request("url:in/dana", "FIN", day(10), sent=day(10), declined=day(12))
    world.request("url:in/gone", "FIN", day(2), sent=day(2), met=day(7))
    world.request("url:in/hal", "FIN", day(2), sent=day(2), agreed=day(7))
    check(
        world.ask("introductions_by_person"), COLUMNS,
        ("Dana Fox", contact_id("url:in/dana"), "url:in/dana", 2, 2 / 3, 3, day(9)),
        (None, None, "url:in/gone", 1, 1 / 3, 1, day(7)),
    )


def test_two_keys_of_one_person_are_one_introducer(world: World) -> None:
    world.person("Dana Fox", url="dana", email="dana@gmail.com")
    world.request("url:in/dana", "HLT", day(1), sent=day(1), introduced=day(3))
    world.request("mail:dana@gmail.com", "LAW", day(1), sent=day(1), introduced=day(3))
    world.file("contact_sheet")
    world.person("Dana Fox", email="dana@gmail.com")
    assert [row["introductions"] for row in world.ask("introductions_by_person")] == [2]


def test_only_the_last_year_counts(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.request("url:in/dana", "HLT", date(2025, 1, 1), sent=date(2025, 1, 1), introduced=date(2025, 11, 20))
    assert world.ask("introductions_by_person") == []
    assert len(world.ask("introductions_by_person", within_days=366)) == 1


def test_introductions_outside_the_board_count_too(world: World) -> None:
    """The user says so of Ida, who has been known since January; the day of Hal's is known to nobody and counts always."""
    world.person("Dana Fox", url="dana")
    world.person("Ida Fox", url="ida", connected_on=date(2026, 1, 5))
    world.person("Hal Fox", url="hal")
    for name in ("ida", "hal"):
        world.decide("contact_origin", identity_key=f"url:in/{name}", origin="url:in/dana")
    check(
        world.ask("introductions_by_person"), COLUMNS,
        ("Dana Fox", contact_id("url:in/dana"), "url:in/dana", 2, 1.0, 0, date(2026, 1, 5)),
    )
    assert [row["introductions"] for row in world.ask("introductions_by_person", within_days=30)] == [1]
