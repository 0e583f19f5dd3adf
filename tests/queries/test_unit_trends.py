from datetime import date

import pytest
from test_industry_trends import fill
from world import World, check

COLUMNS = "rank within label period_on share minutes"


def test_by_industry_it_is_what_industry_trends_says(world: World) -> None:
    fill(world)
    check(
        world.ask("unit_trends", unit="industry", trail_days=30, points=3), COLUMNS,
        (1, "SFT", "Software", date(2026, 9, 20), 1.0, 30),
        (1, "SFT", "Software", date(2026, 10, 20), 0.75, 30),
        (1, "SFT", "Software", date(2026, 11, 20), None, 0),
        (2, "FIN", "Finance", date(2026, 9, 20), 0.0, 0),
        (2, "FIN", "Finance", date(2026, 10, 20), 0.25, 10),
        (2, "FIN", "Finance", date(2026, 11, 20), None, 0),
    )


def test_the_largest_employers_with_what_is_not_among_them_in_the_whole(world: World) -> None:
    """By address, of 30 days up to 20 October: anna 30 minutes, zyx 20, ben 10; in all periods anna 60, zyx 20."""
    fill(world)
    found = world.ask("unit_trends", unit="employer", trail_days=30, points=3, most=2)
    assert [row["label"] for row in found] == ["anna.example"] * 3 + ["zyx.example"] * 3
    assert [row["share"] for row in found] == [1, pytest.approx(30 / 60), None, 0, pytest.approx(20 / 60), None]
    assert "anna" not in str(found[0]["within"]), "no company in an address"


def test_the_private_are_left_out_and_how_long_people_are_known_has_no_trend(world: World) -> None:
    fill(world)
    world.mark("mail:anna@anna.example", "private")
    assert {row["label"] for row in world.ask("unit_trends", unit="industry", trail_days=30, points=3)} == {"Finance"}
    assert world.ask("unit_trends", unit="known", trail_days=30, points=3) == []
