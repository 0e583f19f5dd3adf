from datetime import date

from world import World, check

COLUMNS = "industry label family is_home month_on last_on days minutes hours people"
SEPTEMBER, OCTOBER, NOVEMBER = (
    (date(2026, month, 1), date(2026, month, last), last) for month, last in ((9, 30), (10, 31), (11, 20))
)


def fill(world: World) -> None:
    world.assume("home_industry", "SFT")
    for name, industry in (("anna", "SFT"), ("ben", "FIN"), ("bob", "FIN"), ("dan", None)):
        world.label("domain", f"{name}.example", industry)
    for day, minutes, name in (
        ("2026-09-30", 60, "anna"), ("2026-10-01", 30, "ben"), ("2026-10-31", 60, "bob"), ("2026-11-20", 15, "anna"),
        ("2026-11-19", 90, "dan"),
    ):
        world.meeting(f"{day} 08:00", minutes, f"{name}@{name}.example")


def test_hours_by_month_and_industry(world: World) -> None:
    """The record begins in September, so there are three months; the present one is 20 days long so far."""
    fill(world)
    rows = world.ask("industry_months")
    assert len(rows) == 24 * 3
    check(
        [row for row in rows if row["industry"] in ("SFT", "FIN", "NPO")], COLUMNS,
        ("SFT", "Software", "Technology & media", True, *SEPTEMBER, 60, 1.0, 1),
        ("SFT", "Software", "Technology & media", True, *OCTOBER, 0, 0.0, 0),
        ("SFT", "Software", "Technology & media", True, *NOVEMBER, 15, 0.25, 1),
        ("FIN", "Finance", "Money & property", False, *SEPTEMBER, 0, 0.0, 0),
        ("FIN", "Finance", "Money & property", False, *OCTOBER, 90, 1.5, 2),
        ("FIN", "Finance", "Money & property", False, *NOVEMBER, 0, 0.0, 0),
        ("NPO", "Non-profit", "People & public", False, *SEPTEMBER, 0, 0.0, 0),
        ("NPO", "Non-profit", "People & public", False, *OCTOBER, 0, 0.0, 0),
        ("NPO", "Non-profit", "People & public", False, *NOVEMBER, 0, 0.0, 0),
    )


def test_months_limits_how_far_back_and_the_day_how_far_on(world: World) -> None:
    fill(world)
    rows = world.ask("industry_months", months=1, as_of=date(2026, 10, 30))
    assert {(row["month_on"], row["last_on"]) for row in rows} == {(date(2026, 10, 1), date(2026, 10, 30))}
    assert {row["industry"]: row["minutes"] for row in rows}["FIN"] == 30


def test_a_month_has_the_minutes_its_people_have(world: World) -> None:
    """Clicking a cell asks time_by_contact for that month: the same minutes."""
    fill(world)
    people = world.ask("time_by_contact", industry="FIN", as_of=date(2026, 10, 31), window_days=31)
    assert sum(row["minutes"] for row in people) == 90


def test_the_private_and_colleagues_are_left_out(world: World) -> None:
    fill(world)
    world.mark("mail:bob@bob.example", "private")
    october = {row["industry"]: row["minutes"] for row in world.ask("industry_months") if row["month_on"].month == 10}
    assert october["FIN"] == 30
