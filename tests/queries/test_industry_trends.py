from datetime import date

from world import World, check

COLUMNS = "period_on industry label share minutes"


def fill(world: World) -> None:
    for name, industry in (("anna", "SFT"), ("ben", "FIN"), ("zyx", None)):
        world.label("domain", f"{name}.example", industry)
    for day, minutes, name in (
        ("2026-07-21", 60, "anna"), ("2026-09-10", 30, "anna"), ("2026-10-10", 30, "anna"), ("2026-10-12", 10, "ben"),
        ("2026-10-20", 20, "zyx"),
    ):
        world.meeting(f"{day} 10:00", minutes, f"{name}@{name}.example")


def test_shares_of_the_known_time_month_by_month(world: World) -> None:
    fill(world)
    rows = world.ask("industry_trends", trail_days=30, points=3)
    assert len(rows) == 24 * 3
    check(
        [row for row in rows if row["industry"] in ("SFT", "FIN")], COLUMNS,
        (date(2026, 9, 20), "SFT", "Software", 1.0, 30),
        (date(2026, 9, 20), "FIN", "Finance", 0.0, 0),
        (date(2026, 10, 20), "SFT", "Software", 0.75, 30),
        (date(2026, 10, 20), "FIN", "Finance", 0.25, 10),
        (date(2026, 11, 20), "SFT", "Software", None, 0),
        (date(2026, 11, 20), "FIN", "Finance", None, 0),
    )


def test_the_home_industry_is_the_trend_of_the_home_share(world: World) -> None:
    fill(world)
    world.assume("home_industry", "SFT")
    world.meeting("2026-10-11 10:00", 90, "pia@ben.example")
    world.mark("mail:pia@ben.example", "private")
    shares = [row["share"] for row in world.ask("industry_trends", trail_days=30) if row["industry"] == "SFT"]
    assert shares == [row["home_share"] for row in world.ask("concentration_trend", trail_days=30)]
    assert len(shares) == 4
