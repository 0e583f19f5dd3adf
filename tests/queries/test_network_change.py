from datetime import date
from math import sqrt

import pytest
from world import World, check

COLUMNS = (
    "window_first_on before_last_on is_comparable people home_share home_share_before home_share_change change_error "
    "verdict effective_industries effective_change outside_hours_per_month outside_hours_change outside_people"
)
MONTH = 30.44 / 30 / 60


def fill(world: World) -> None:
    """Two windows of 30 days, 100 known minutes in each: home 60 then 30, two others 20 and 20, then 50 and 20."""
    world.assume("home_industry", "SFT")
    for hour, (name, industry, before, now) in enumerate((
        ("anna", "SFT", 60, 30), ("ben", "FIN", 20, 50), ("ute", "FIN", 20, 20), ("dan", None, 40, 10),
    )):
        world.label("domain", f"{name}.example", industry)
        world.meeting(f"2026-09-22 {hour:02}:00", before, f"{name}@{name}.example")
        world.meeting(f"2026-10-22 {hour:02}:00", now, f"{name}@{name}.example")


def test_whole_answer(world: World) -> None:
    """Differences without one employer: anna 0 - 0, ben 30/50 - 60/80, ute 30/80 - 60/80; their mean is -.175."""
    fill(world)
    error = sqrt(2 * (0.175**2 + 0.025**2 + 0.2**2) / 3)
    check(
        world.ask("network_change", window_days=30), COLUMNS,
        (date(2026, 10, 22), date(2026, 10, 21), True, 3, 0.3, 0.6, -0.3, error, "no clear change", 1 / 0.58,
         1 / 0.58 - 1 / 0.52, 70 * MONTH, 30 * MONTH, 2),
    )


def many(world: World, before: int, now: int) -> None:
    """Twelve employers at home with those minutes, twelve outside with the others: 16.6 of them count."""
    world.assume("home_industry", "SFT")
    for n in range(24):
        world.label("domain", f"e{n}.example", "SFT" if n < 12 else "FIN")
        first, second = (before, now) if n < 12 else (now, before)
        world.meeting(f"2026-09-22 {n:02}:00", first, f"p@e{n}.example")
        world.meeting(f"2026-10-22 {n:02}:00", second, f"p@e{n}.example")


@pytest.mark.parametrize(("before", "now", "verdict"), [(10, 2, "clearly down"), (2, 10, "clearly up"),
                                                        (10, 10, "no clear change")])
def test_only_the_interval_says_clearly(world: World, before: int, now: int, verdict: str) -> None:
    many(world, before, now)
    row = world.ask("network_change", window_days=30)[0]
    assert row["verdict"] == verdict
    assert row["home_share_change"] == pytest.approx((now - before) / (now + before))


def test_few_employers_never_change_clearly(world: World) -> None:
    """Three employers shift alike, so the error is small: still too few."""
    world.assume("home_industry", "SFT")
    for hour, (name, industry) in enumerate(
        (("anna", "SFT"), ("bea", "SFT"), ("ben", "FIN"), ("bob", "FIN"))
    ):
        world.label("domain", f"{name}.example", industry)
        is_home = industry == "SFT"
        world.meeting(f"2026-09-22 {hour:02}:00", 50 if is_home else 10, f"{name}@{name}.example")
        world.meeting(f"2026-10-22 {hour:02}:00", 10 if is_home else 50, f"{name}@{name}.example")
    row = world.ask("network_change", window_days=30)[0]
    assert abs(row["home_share_change"]) > 1.96 * row["change_error"]
    assert row["verdict"] == "no clear change"


def test_corrected_like_the_summary_from_ten_employers_up(world: World) -> None:
    many(world, 10, 2)
    change = world.ask("network_change", window_days=30)[0]
    now = world.ask("network_summary", window_days=30)[0]
    before = world.ask("network_summary", window_days=30, as_of=date(2026, 10, 21))[0]
    assert change["effective_industries"] == pytest.approx(now["effective_industries_corrected"])
    assert change["effective_change"] == pytest.approx(
        now["effective_industries_corrected"] - before["effective_industries_corrected"]
    )
    assert change["home_share_before"] == pytest.approx(before["home_share"])


def test_a_record_that_does_not_reach_back_compares_nothing(world: World) -> None:
    """33 days: the window before would hold 9 tenths of nothing. Hours count the 59 days that there are."""
    fill(world)
    row = world.ask("network_change", window_days=90)[0]
    assert (row["is_comparable"], row["verdict"], row["home_share_change"], row["outside_hours_change"]) == (
        False, None, None, None,
    )
    assert row["window_first_on"] == date(2026, 9, 22)
    assert row["outside_hours_per_month"] == pytest.approx(110 / 60 / (60 / 30.44))


def test_people_counted_have_no_hours_and_no_change(world: World) -> None:
    fill(world)
    row = world.ask("network_change", window_days=30, weighting="people")[0]
    assert (row["home_share"], row["outside_people"]) == (pytest.approx(1 / 3), 2)
    assert (row["is_comparable"], row["outside_hours_per_month"], row["verdict"]) == (False, None, None)


def test_without_a_home_industry_there_is_no_share(world: World) -> None:
    fill(world)
    world.assume("home_industry", None)
    row = world.ask("network_change", window_days=30)[0]
    assert (row["home_share"], row["verdict"]) == (None, None)
    assert row["effective_change"] == pytest.approx(1 / 0.58 - 1 / 0.52)
