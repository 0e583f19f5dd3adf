from datetime import date

from world import World, check

COLUMNS = (
    "period_on home_share home_share_low home_share_high hhi effective_industries minutes "
    "outside_hours_per_month home_target_share"
)
EVEN = 1 / 24


def fill(world: World) -> None:
    world.assume("home_industry", "SFT")
    world.assume("target_mix", "even")
    for name, industry in (("anna", "SFT"), ("ben", "FIN"), ("zyx", None)):
        world.label("domain", f"{name}.example", industry)
    for day, minutes, name in (
        ("2026-07-21", 60, "anna"), ("2026-09-10", 30, "anna"), ("2026-10-10", 30, "anna"), ("2026-10-12", 10, "ben"),
        ("2026-10-20", 20, "zyx"),
    ):
        world.meeting(f"{day} 10:00", minutes, f"{name}@{name}.example")


def test_months_back_from_the_day_each_over_its_trail(world: World) -> None:
    """The first is 20 August: 30 days before that the record begins. No time at all is a point without shares."""
    fill(world)
    check(
        world.ask("concentration_trend", trail_days=30, points=24), COLUMNS,
        (date(2026, 8, 20), None, None, None, None, None, 0, 0.0, EVEN),
        (date(2026, 9, 20), 1, 1, 1, 1, 1, 30, 0.0, EVEN),
        (date(2026, 10, 20), 30 / 40, 30 / 60, 50 / 60, 9 / 16 + 1 / 16, 1.6, 60, 10 / 60 * 30.44 / 30, EVEN),
        (date(2026, 11, 20), None, None, None, None, None, 0, 0.0, EVEN),
    )


def test_points_limits_how_far_back(world: World) -> None:
    fill(world)
    assert [row["period_on"] for row in world.ask("concentration_trend", trail_days=30, points=2)] == [
        date(2026, 10, 20), date(2026, 11, 20),
    ]


def test_without_a_home_industry_there_is_no_home_share(world: World) -> None:
    fill(world)
    world.assume("home_industry", None)
    row = world.ask("concentration_trend", trail_days=30, points=2)[0]
    assert (row["home_share"], row["home_share_low"], row["home_share_high"], row["hhi"]) == (None, None, None, 10 / 16)


def test_the_last_period_is_the_headline(world: World) -> None:
    """The same window gives the same numbers as network_summary, private people left out of both."""
    fill(world)
    world.meeting("2026-10-11 10:00", 90, "pia@ben.example")
    world.mark("mail:pia@ben.example", "private")
    trend = world.ask("concentration_trend", as_of=date(2026, 10, 20), trail_days=40, points=1)[0]
    summary = world.ask("network_summary", as_of=date(2026, 10, 20), window_days=40)[0]
    for column in ("home_share", "home_share_low", "home_share_high", "hhi", "effective_industries", "minutes"):
        assert trend[column] == summary[column], column
