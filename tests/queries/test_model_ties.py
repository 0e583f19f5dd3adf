"""Tie strength and the target mix: methods, sections 4 and 6, with the numbers worked out there."""

from datetime import date, timedelta

import pytest
from world import TODAY, World

ANNA = "Anna Ax <anna@ax.example>"


def tie(world: World, as_of: date = TODAY) -> tuple[float, float, bool]:
    """(strength, two-wayness, dormant once-strong) of the one person there is."""
    return world.rows(f"select strength, two_wayness, is_dormant_once_strong from model.tie(date '{as_of}')")[0]


def days_ago(days: int) -> str:
    return f"{TODAY - timedelta(days=days)} 08:00"


def test_an_hour_together_today_is_50(world: World) -> None:
    world.meeting(days_ago(0), 60, ANNA)
    assert tie(world)[0] == pytest.approx(50)


def test_an_hour_a_year_ago_is_20(world: World) -> None:
    """60 minutes faded by 0.5^(365/180) = 14.71; 100 x 14.71 / 74.71 = 19.7."""
    world.meeting(days_ago(365), 60, ANNA)
    assert tie(world)[0] == pytest.approx(19.69, abs=0.01)


def test_half_an_hour_every_week_is_95(world: World) -> None:
    """30 / (1 - 0.5^(7/180)) = 1128 if it goes on for ever; ten years are."""
    for week in range(520):
        world.meeting(days_ago(7 * week), 30, ANNA)
    assert tie(world)[0] == pytest.approx(94.95, abs=0.05)


def test_half_life_and_half_strength_are_assumptions(world: World) -> None:
    world.meeting(days_ago(90), 120, ANNA)
    world.assume("half_life_days", "90")
    assert tie(world)[0] == pytest.approx(50)
    world.assume("strength_half_minutes", "180")
    assert tie(world)[0] == pytest.approx(25)


@pytest.mark.parametrize(("sent", "received", "two_wayness"), [(2, 2, 1), (4, 3, 0.75), (4, 1, 0.5), (3, 0, 0.5)])
def test_writing_counts_by_its_two_wayness(world: World, sent: int, received: int, two_wayness: float) -> None:
    for i in range(sent):
        world.message(f"{TODAY} 0{i}:00", "Anna Ax <in/anna>", sent=True)
    for i in range(received):
        world.message(f"{TODAY} 0{i}:30", "Anna Ax <in/anna>", sent=False)
    faded = (3 * sent + received) * two_wayness
    strength, found, _ = tie(world)
    assert found == two_wayness
    assert strength == pytest.approx(100 * faded / (faded + 60))


def test_meetings_have_no_direction(world: World) -> None:
    world.meeting(days_ago(0), 60, ANNA)
    world.message(f"{TODAY} 05:00", ANNA, sent=True)
    assert tie(world)[0] == pytest.approx(100 * 61.5 / 121.5)


def test_what_comes_after_the_day_does_not_count_yet(world: World) -> None:
    world.meeting(days_ago(10), 60, ANNA)
    world.meeting(days_ago(0), 60, ANNA)
    assert tie(world, TODAY - timedelta(days=10))[0] == pytest.approx(50)


@pytest.mark.parametrize(("minutes", "days", "is_dormant"), [(300, 365, True), (299, 365, False), (300, 364, False)])
def test_dormant_once_strong(world: World, minutes: int, days: int, is_dormant: bool) -> None:
    world.meeting(days_ago(days + 1), minutes - 100, ANNA)
    world.meeting(days_ago(days), 100, ANNA)
    assert tie(world)[2] is is_dormant


@pytest.mark.parametrize("mix", ["blend", "even", "labour market"])
@pytest.mark.parametrize("population", ["professional", "all"])
@pytest.mark.parametrize("home", ["SFT", None])
def test_target_mixes_sum_to_one(world: World, mix: str, population: str, home: str | None) -> None:
    world.assume("target_mix", mix)
    world.assume("reference_population", population)
    world.assume("home_industry", home)
    assert world.rows("select count(*), sum(target_share), sum(reference_share) from model.target_mix") == [
        (24, pytest.approx(1), pytest.approx(1)),
    ]


def test_the_blend_is_a_quarter_home_half_even_a_quarter_labour_market(world: World) -> None:
    world.assume("home_industry", "SFT")
    rows = world.rows("select industry, target_share, reference_share from model.target_mix")
    for industry, target, reference in rows:
        assert target == pytest.approx(0.25 * (industry == "SFT") + 0.5 / 24 + 0.25 * reference)


def test_even_is_one_in_24(world: World) -> None:
    world.assume("target_mix", "even")
    assert {row[0] for row in world.rows("select target_share from model.target_mix")} == {1 / 24}


def test_the_even_part_is_spread_over_home_and_what_matters(world: World) -> None:
    """Two industries of no interest, one of them home: 1/23 each, none for the other; twice the interest changes nothing."""
    world.assume("target_mix", "even")
    world.assume("home_industry", "SFT")
    for industry, interest in (("SFT", "0"), ("LAW", "0"), ("HLT", "2")):
        world.decide("industry_interest", industry=industry, interest=interest)
    shares = dict(world.rows("select industry, target_share from model.target_mix"))
    assert shares["LAW"] == 0
    assert {share for industry, share in shares.items() if industry != "LAW"} == {1 / 23}
    world.assume("target_mix", "blend")
    assert sum(share for _, share in world.rows("select industry, target_share from model.target_mix")) == pytest.approx(1)


def test_of_no_interest_at_all_is_all_the_same(world: World) -> None:
    world.assume("target_mix", "even")
    world.build()
    for (industry,) in world.rows("select industry from model.industry"):
        world.decide("industry_interest", industry=industry, interest="0")
    assert {row[0] for row in world.rows("select target_share from model.target_mix")} == {1 / 24}
