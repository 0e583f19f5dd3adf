import pytest
from world import World, check

COLUMNS = (
    "weighting lost_share lost_hours people_hit warm_people warm_people_left home_share left_home_share "
    "effective_industries left_effective is_corrected industries left_industries unreached"
)


def fill(world: World) -> None:
    """Dana at home has 60 of 100 minutes and is warm, Ben in finance 30 and is warm too, Dan's industry is not known."""
    world.assume("home_industry", "SFT")
    for name, employer, industry in (("Dana", "Zyx soft", "SFT"), ("Ben", "Zyx bank", "FIN"), ("Dan", "Qqq", None)):
        world.person(f"{name} Fox", company=employer, url=name.lower())
        world.label("company", employer.lower(), industry)
    for hour, minutes, name in ((1, 60, "dana"), (3, 30, "ben"), (5, 10, "dan")):
        world.meeting(f"2026-11-20 0{hour}:00", minutes, f"<in/{name}>", kind="sheet", me=None)


def test_half_of_home_goes(world: World) -> None:
    """Shares 2/3 and 1/3 make 1.8 industries; a half each makes two."""
    fill(world)
    check(
        world.ask("loss_summary", industry="SFT", lost=0.5), COLUMNS,
        ("minutes", 0.3, 0.5, 1, 2, 1, 2 / 3, 0.5, 1.8, 2.0, False, 2, 2, None),
    )


def test_all_of_an_industry_goes_and_nobody_is_left_there(world: World) -> None:
    fill(world)
    check(
        world.ask("loss_summary", industry="FIN"), COLUMNS,
        ("minutes", 0.3, 0.5, 1, 2, 1, 2 / 3, 1.0, 1.8, 1.0, False, 2, 1, "Finance"),
    )


def test_nothing_is_hit(world: World) -> None:
    fill(world)
    row = world.ask("loss_summary", lost=1.0)[0]
    assert (row["lost_share"], row["people_hit"], row["left_effective"]) == (0, 0, pytest.approx(1.8))


def test_enough_employers_count_in_pairs(world: World) -> None:
    """Twelve employers of equal time, six a side: HHI_u = (72 - 12)/(144 - 12); without one side's half the weights differ."""
    world.assume("home_industry", "SFT")
    for number in range(12):
        world.person(f"P{number} Fox", company=f"Zyx {number}", url=f"p{number}")
        world.label("company", f"zyx {number}", "SFT" if number < 6 else "FIN")
        world.meeting(f"2026-11-{number + 1:02} 08:00", 30, f"<in/p{number}>", kind="sheet", me=None)
    row = world.ask("loss_summary", industry="SFT", lost=0.5)[0]
    assert row["is_corrected"]
    assert row["effective_industries"] == pytest.approx((144 - 12) / (72 - 12))
    # Six units of 1/2 and six of 1: W = 9, R = 7.5, Q = 9 + 36.
    assert row["left_effective"] == pytest.approx((81 - 7.5) / (45 - 7.5))
    # With a whole side gone six are left: too few, so both are as logged.
    gone = world.ask("loss_summary", industry="SFT", lost=1.0)[0]
    assert (gone["is_corrected"], gone["effective_industries"], gone["left_effective"]) == (False, 2, 1)
