from world import World, check

COLUMNS = "identity_key reason share is_own"


def test_who_is_in_most_messages_and_events(world: World) -> None:
    """The user's profile is in all six messages, their work address in four of five events that name anybody."""
    for i in range(6):
        world.message(f"2026-11-0{i + 1} 10:00", f"Dana{i % 3} Fox <in/dana{i % 3}>", sent=True)
    for i in range(5):
        world.meeting(f"2026-11-0{i + 1} 12:00", 60, f"p{i}@x.example", *(["me@work.example"] if i else []), me=None)
    world.meeting("2026-11-07 12:00", 60, me=None)
    check(
        world.ask("own_identity_candidates"), COLUMNS,
        ("url:in/me", "in 100% of your messages", 1, True),
        ("mail:me@work.example", "in 80% of your calendar events with other people", 0.8, False),
    )


def test_the_calendars_own_account(world: World) -> None:
    world.file("calendar", series="calendar:Me@Work.example")
    world.meeting("2026-11-02 12:00", 60, "dana@x.example", "me@work.example", me=None)
    check(
        world.ask("own_identity_candidates"), COLUMNS,
        ("mail:me@work.example", "the calendar's own account", 1, False),
    )


def test_four_messages_prove_nothing(world: World) -> None:
    for i in range(4):
        world.message(f"2026-11-0{i + 1} 10:00", "Dana Fox <in/dana>", sent=True)
    assert world.ask("own_identity_candidates") == []


def test_nobody_is_their_own_connection(world: World) -> None:
    """One long conversation has two people in every message."""
    world.person("Dana Fox", url="dana")
    for i in range(6):
        world.message(f"2026-11-0{i + 1} 10:00", "Dana Fox <in/dana>", sent=True)
    assert [row["identity_key"] for row in world.ask("own_identity_candidates")] == ["url:in/me"]


def test_the_users_word_holds(world: World) -> None:
    world.file("calendar", series="calendar:me@work.example")
    world.meeting("2026-11-02 12:00", 60, "dana@x.example", "me@work.example", me=None)
    assert [row["full_name"] for row in world.ask("contacts")] == ["dana@x.example", "me@work.example"]
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=True)
    assert [row["full_name"] for row in world.ask("contacts")] == ["dana@x.example"]
    assert [row["is_own"] for row in world.ask("own_identity_candidates")] == [True]
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=False)
    assert len(world.ask("contacts")) == 2
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=True)
    assert len(world.ask("contacts")) == 1
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=None)
    assert len(world.ask("contacts")) == 2
