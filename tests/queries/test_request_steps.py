from datetime import date

from world import World, check


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """A step skipped has no day; what is no step (a reminder) is not listed; a confirmed meeting has its own day."""
    met = world.request("url:in/a", "HLT", day(1), drafted=day(2), sent=day(3), reminded=day(9))
    world.decide("introduction", request_key=met, identity_key="url:in/kim", first_on=day(12), verdict="met")
    no = world.request("url:in/b", "HLT", day(1), sent=day(1), no_answer=day(20))
    check(
        sorted(world.ask("request_steps"), key=lambda row: row["request_key"] != met),
        "request_key state place happened_on",
        (met, "suggested", 1, day(1)), (met, "drafted", 2, day(2)), (met, "sent", 3, day(3)), (met, "met", 6, day(12)),
        (no, "suggested", 1, day(1)), (no, "sent", 3, day(1)), (no, "no answer", 8, day(20)),
    )
