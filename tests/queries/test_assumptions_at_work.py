from world import World, check

NAMES = [
    "audience_over", "event_cap_minutes", "minutes_call", "minutes_mail_received", "minutes_mail_sent",
    "minutes_meeting", "minutes_message_received", "minutes_message_sent", "sharing", "tentative_weight",
]


def used(world: World, **params: int) -> dict[str, int]:
    rows = world.ask("assumptions_at_work", **params)
    assert [row["name"] for row in rows] == NAMES
    return {row["name"]: row["interactions"] for row in rows if row["interactions"]}


def test_whole_answer(world: World) -> None:
    """A call for two, messages both ways and a mail; what is older than the window asks for nothing."""
    for name in ("ann", "ben"):
        world.person(f"{name.title()} Fox", url=name)
    world.meeting("2026-11-20 08:00", None, "<in/ann>", "<in/ben>", kind="sheet", channel="call", me=None)
    world.message("2026-11-19 08:00", "<in/ann>", sent=True)
    world.message("2026-11-19 09:00", "<in/ann>", sent=True)
    world.message("2026-11-18 08:00", "<in/ben>", sent=False)
    world.message("2020-11-18 08:00", "<in/ben>", sent=True, channel="mail")
    check(
        world.ask("assumptions_at_work"), "name interactions",
        ("audience_over", 0), ("event_cap_minutes", 1), ("minutes_call", 1), ("minutes_mail_received", 0),
        ("minutes_mail_sent", 0), ("minutes_meeting", 0), ("minutes_message_received", 1), ("minutes_message_sent", 2),
        ("sharing", 1), ("tentative_weight", 1),
    )
    assert used(world, window_days=3650)["minutes_mail_sent"] == 1


def test_a_crowd_and_a_long_event(world: World) -> None:
    for number in range(7):
        world.person(f"Zed Fox {number}", url=f"zed{number}")
    world.meeting("2026-11-20 08:00", 30, *(f"<in/zed{number}>" for number in range(7)), kind="sheet", me=None)
    world.message("2026-11-19 08:00", "<in/zed1>", sent=True, minutes=130)
    assert used(world) == {
        "audience_over": 1, "event_cap_minutes": 2, "minutes_meeting": 1, "minutes_message_sent": 1, "sharing": 1,
        "tentative_weight": 1,
    }
