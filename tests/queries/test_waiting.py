from datetime import date

from world import World, check

COLUMNS = "asks_left asks_waiting drafts_unsent follow_ups_due answers_seen"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Today is 20 November: one of three asks went out this week; a reminder and thanks are due; a draft lies there;
    an ask for Dana seems answered.
    An ask waits only once an industry is known, and only while there is somebody left to ask."""
    world.person("Dana Fox", url="dana")
    world.request("url:in/a", "HLT", day(14), sent=day(14))
    world.request("url:in/b", "HLT", day(10), sent=day(10))
    world.request("url:in/c", "HLT", day(1), sent=day(1), met=day(13))
    world.request("url:in/d", "HLT", day(20), drafted=day(20))
    world.request("url:in/e", "HLT", day(11), name="Dana Fox", sent=day(11))
    world.meeting("2026-11-15 10:00", 30, "Dana Fox <in/dana>")
    check(world.ask("waiting"), COLUMNS, (2, 0, 1, 2, 1))
    world.label("person", "url:in/dana", "HLT")
    check(world.ask("waiting"), COLUMNS, (2, 1, 1, 2, 1))
    world.person("Mo Fox", url="mo")
    world.meeting("2026-11-15 12:00", 60, "Mo Fox <in/mo>")
    check(world.ask("waiting"), COLUMNS, (2, 2, 1, 2, 1))


def test_nothing_waits_in_an_empty_workspace(world: World) -> None:
    check(world.ask("waiting"), COLUMNS, (0, 0, 0, 0, 0))


def test_more_asks_a_week_leave_more(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.assume("asks_per_week", "5")
    world.request("url:in/a", "HLT", day(14), sent=day(14))
    assert world.ask("waiting")[0]["asks_left"] == 4


def test_no_ask_waits_where_nobody_could_open_anything(world: World) -> None:
    """Three in the home industry, none of them met: there is no sign that one of them knows anybody elsewhere."""
    world.assume("home_industry", "SFT")
    for name in ("Ann", "Ben", "Cid"):
        world.person(f"{name} Fox", url=name.lower(), industry="Software")
    assert world.ask("waiting")[0]["asks_waiting"] == 0
    world.person("Dan Fox", url="dan", industry="Hospitals")
    world.person("Eve Fox", url="eve", industry="Retail")
    assert world.ask("waiting")[0]["asks_waiting"] == 0, "a fifth of all people is more than is aimed for in either"
