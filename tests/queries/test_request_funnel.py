from datetime import date

from world import World, check

COLUMNS = "step place requests waiting ended step_share median_days"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Four asks: one kept, one introduced without a dated yes, one declined, one still waiting for its answer."""
    world.request("url:in/a", "HLT", day(1), drafted=day(1), sent=day(2), agreed=day(6), introduced=day(8),
                  met=day(10), kept=day(16))
    world.request("url:in/b", "HLT", day(1), sent=day(1), introduced=day(9))
    world.request("url:in/c", "HLT", day(1), drafted=day(5), sent=day(5), declined=day(7))
    world.request("url:in/d", "HLT", day(1), drafted=day(8), sent=day(12))
    world.request("url:in/old", "HLT", date(2025, 11, 20), sent=date(2025, 11, 20))
    check(
        world.ask("request_funnel"), COLUMNS,
        ("suggested", 1, 4, 0, 0, None, None),
        ("drafted", 2, 4, 0, 0, 1.0, 4.0),
        ("sent", 3, 4, 1, 1, 1.0, 1.0),
        ("agreed", 4, 2, 0, 0, 2 / 3, 4.0),        # of three that were answered
        ("introduced", 5, 2, 1, 0, 1.0, 2.0),
        ("met", 6, 1, 0, 0, 1.0, 2.0),
        ("kept", 7, 1, 0, 0, 1.0, 6.0),
    )


def test_a_year_is_the_default_and_can_be_another(world: World) -> None:
    world.request("url:in/old", "HLT", date(2025, 11, 20), sent=date(2025, 11, 20))
    assert world.ask("request_funnel") == []
    assert [row["requests"] for row in world.ask("request_funnel", within_days=366)] == [1, 1, 1, 0, 0, 0, 0]
