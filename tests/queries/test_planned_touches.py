from datetime import date

from world import World, check

COLUMNS = "request_key touch_no planned_on done_on is_passed days_ahead person introducer target_label"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Today is the 20th. Kim was met on the 4th; the first touch was left out, the second came early by a mail of the 15th."""
    world.person("Dana Fox", url="dana")
    key = world.request("url:in/dana", "HLT", day(1), name="Kim Roe", sent=day(1), met=day(4), touch_2=day(15))
    world.request("url:in/dana", "LAW", day(1), sent=day(1), met=day(4), kept=day(10))
    world.request("url:in/dana", "FIN", day(1), sent=day(1), introduced=day(4))
    told = ("Kim Roe", "Dana Fox", "Health care")
    check(
        world.ask("planned_touches"), COLUMNS,
        (key, 1, day(11), None, True, -9, *told),
        (key, 2, date(2026, 12, 4), day(15), False, 14, *told),
        (key, 3, date(2027, 2, 2), None, False, 74, *told),
    )
