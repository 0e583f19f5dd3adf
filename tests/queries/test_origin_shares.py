from datetime import date

from world import World, check

COLUMNS = (
    "contacts introduced by_myself unknown known known_needed self_share self_line introductions introducers broker "
    "broker_introductions broker_share"
)


def origins(world: World, count: int, by_dana: int) -> None:
    """Dana and so many people; the first came through her, the others by the user's own doing."""
    world.person("Dana Fox", url="dana")
    for n in range(count):
        world.person(f"Person{'abcdefghijkl'[n]} Fox", url=f"p{n}")
        origin = "url:in/dana" if n < by_dana else "myself"
        world.decide("contact_origin", identity_key=f"url:in/p{n}", origin=origin)


def test_whole_answer(world: World) -> None:
    """Of eleven, ten are known: three through Dana, seven by oneself. An ask that came to nobody known counts for Hal."""
    origins(world, 10, by_dana=3)
    world.request("url:in/hal", "HLT", date(2026, 11, 1), sent=date(2026, 11, 1), introduced=date(2026, 11, 4))
    check(
        world.ask("origin_shares"), COLUMNS,
        (11, 3, 7, 1, 10, 10, 0.7, 0.65, 4, 2, "Dana Fox", 3, None),
    )


def test_few_are_too_few_to_say(world: World) -> None:
    origins(world, 9, by_dana=3)
    world.decide("contact_origin", identity_key="url:in/p8", origin="unknown")
    (row,) = world.ask("origin_shares")
    assert (row["known"], row["unknown"], row["self_share"]) == (8, 2, None)


def test_from_ten_introductions_on_the_part_of_one_person_is_told(world: World) -> None:
    origins(world, 10, by_dana=9)
    world.decide("contact_origin", identity_key="url:in/p9", origin="url:in/p0")
    (row,) = world.ask("origin_shares")
    assert (row["introductions"], row["introducers"], row["broker_share"]) == (10, 2, 0.9)


def test_the_users_word_goes_before_the_board(world: World) -> None:
    """Kim was asked for by name and met; the user says they met by themselves."""
    world.person("Kim Roe", url="kim")
    world.request("url:in/dana", "HLT", date(2026, 11, 1), name="Kim Roe", sent=date(2026, 11, 1), met=date(2026, 11, 4))
    assert world.ask("origin_shares")[0]["introduced"] == 1
    world.decide("contact_origin", identity_key="url:in/kim", origin="myself")
    (row,) = world.ask("origin_shares")
    assert (row["introduced"], row["by_myself"], row["introductions"]) == (0, 1, 0)
