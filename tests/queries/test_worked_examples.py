"""Published examples of concentration and diversity, put in as people or minutes and read off the headline."""

import json
import math
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from world import TODAY, World, contact_id

EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "worked_examples.json"

# Shares of a market: US Department of Justice (2,600); thedangerouseconomist.blogspot.com 2023-07 (3,000);
# industrialorganization.blogspot.com, mergers of the two smallest and largest of nine firms (1,580; 2,540);
# collegedunia.com (1,950); Doersam 2004 in cran/REAT man/herf.Rd (0.34 from sales).
HHI = [
    ((30, 30, 20, 20), 2600), ((40, 30, 20, 10), 3000), ((25, 20, 15, 10, 9, 8, 7, 6), 1580),
    ((45, 15, 10, 8, 7, 6, 5, 4), 2540), ((30, 20, 15, 15, 10, 10), 1950), ((20, 50, 20, 10), 3400),
]
# iNEXT, spider data (Hsieh, Ma & Chao), "girdled" and "logged".
GIRDLED = (46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, *(1,) * 12)
LOGGED = (88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, *(1,) * 14)


def by_minutes(world: World, shares: Sequence[float]) -> dict[str, Any]:
    """The headline of a world with one person per industry, met for that many minutes."""
    for i, share in enumerate(shares):
        if share:
            world.meeting(f"2026-{i // 28 + 8:02}-{i % 28 + 1:02} 10:00", share, f"Person {i} <p{i}@e{i}.example>")
            world.label("domain", f"e{i}.example", f"I{i:03}")
    return world.ask("network_summary")[0]


def by_people(world: World, counts: Sequence[int]) -> dict[str, Any]:
    """The headline of a world with that many people per industry, each at an employer of their own."""
    for industry, count in enumerate(counts):
        for i in range(count):
            world.person(f"Person {industry} {i}", url=f"p-{industry}-{i}", company=f"Employer {industry} {i}")
            world.label("company", f"employer {industry} {i}", f"I{industry:03}")
    return world.ask("network_summary", weighting="people")[0]


@pytest.mark.parametrize(("shares", "expected"), HHI)
def test_hhi(world: World, shares: tuple[float, ...], expected: float) -> None:
    found = by_minutes(world, shares)
    assert found["hhi"] == pytest.approx(expected / 10_000, abs=1e-12)
    assert found["effective_industries"] == pytest.approx(10_000 / expected)


def test_merging_two_shares_adds_twice_their_product(world: World) -> None:
    """2 x 5 % x 10 % = 100 points: rhayden.us/managerial-economics."""
    before = by_minutes(world, (5, 10, 40, 45))["hhi"]
    world.label("domain", "e0.example", "I001")
    assert world.ask("network_summary")[0]["hhi"] - before == pytest.approx(0.01)


def test_effective_number_of_doersam(world: World) -> None:
    """cran/REAT man/herf.Rd: 2.94."""
    assert by_minutes(world, (20, 50, 20, 10))["effective_industries"] == pytest.approx(2.94, abs=0.005)


def test_hill_number_of_order_two(world: World) -> None:
    """scikit-bio test_base.py::test_hill, counts 1 to 5."""
    assert by_people(world, (1, 2, 3, 4, 5))["effective_industries"] == pytest.approx(4.09090909, abs=1e-8)


def test_observed_hill_number_of_the_spiders(world: World) -> None:
    assert by_people(world, LOGGED)["effective_industries"] == pytest.approx(6.761, abs=0.0006)


@pytest.mark.parametrize(("counts", "blau"), [((24, 5), 0.285), ((21, 7), 0.375), ((14,), 0.0), ((1, 0, 2, 5, 2), 0.66)])
def test_blau(world: World, counts: tuple[int, ...], blau: float) -> None:
    """stocnet/netrics test-measure_heterogeneity.R: neighbourhoods of Lazega's lawyers by gender; scikit-bio test_simpson."""
    assert 1 - by_people(world, counts)["hhi"] == pytest.approx(blau, abs=0.0005)


def test_unbiased_simpson_of_ten(world: World) -> None:
    """scikit-bio test_base.py::test_inv_simpson(finite=True): 3.75 from exactly ten."""
    found = by_people(world, (1, 0, 2, 5, 2))
    assert found["n_eff"] == pytest.approx(10)
    assert found["effective_industries_corrected"] == pytest.approx(3.75, rel=1e-9)


def test_fewer_than_ten_employers_are_too_few(world: World) -> None:
    found = by_people(world, (1, 0, 2, 4, 2))
    assert [found[column] for column in ("effective_industries_corrected", "low", "high")] == [None, None, None]
    assert found["effective_industries"] == pytest.approx(81 / 25)


def test_unbiased_simpson_of_the_spiders(world: World) -> None:
    """iNEXT, order 2, asymptotic: 8.175."""
    assert by_people(world, GIRDLED)["effective_industries_corrected"] == pytest.approx(8.175, abs=0.0006)


def test_all_in_one_industry_has_no_interval(world: World) -> None:
    found = by_people(world, (12,))
    assert (found["hhi"], found["effective_industries_corrected"], found["low"]) == (1, None, None)


@pytest.mark.parametrize(("internal", "external", "expected"), [
    (9, 8, -0.05882353), (9, 0, -1), (10, 1, -0.81818182), (4, 4, 0),   # Sampson's monks: knapply/homophily README
    (62.36, 87.98, 0.1704),         # messages of 32 researchers: stocnet/netrics
])
def test_ei_index(world: World, internal: float, external: float, expected: float) -> None:
    world.assume("home_industry", "SFT")
    by_minutes(world, (internal, external))
    world.label("domain", "e0.example", "SFT")
    found = world.ask("network_summary")[0]
    assert found["ei_index"] == pytest.approx(expected, abs=5e-5)
    assert found["home_share"] == pytest.approx(internal / (internal + external))


def aim_at(world: World, aims: Sequence[tuple[str, float, float]]) -> None:
    """Another target mix and reference: (industry, target share, reference share)."""
    world.build()
    with world.workspace.writing() as con:
        con.execute("delete from model.target_mix")
        con.executemany("insert into model.target_mix (industry, target_share, reference_share) values (?, ?, ?)", aims)


@pytest.mark.parametrize(("own", "others", "group", "expected"), [(45, 15, 0.6, 0.375), (20, 20, 0.4, 0.167)])
def test_inbreeding_homophily(world: World, own: float, others: float, group: float, expected: float) -> None:
    """Coleman 1958, boys and girls naming each other, in stocnet/netseg test-coleman.R."""
    world.assume("home_industry", "SFT")
    by_minutes(world, (own, others))
    world.label("domain", "e0.example", "SFT")
    aim_at(world, [("SFT", 1, group)])
    found = world.ask("network_summary")[0]
    assert found["inbreeding_homophily"] == pytest.approx(expected, abs=0.0006)
    assert found["ei_expected"] == pytest.approx(1 - 2 * group)


def test_fit_is_half_the_krugman_index(world: World) -> None:
    """cran/REAT man/krugman.spec.Rd: Goettingen against Germany, 15 sections, 0.4508469."""
    own = (45, 466, 7874, 1334, 7051, 2481, 2251, 2032, 1739, 7915, 4875, 3936, 7488, 16896, 900)
    germany = (248052, 538768, 6797172, 1798954, 4380223, 1713157, 1062982, 1027486, 975126, 2397099, 2357313, 1762308,
               1249260, 4676036, 1181037)
    by_minutes(world, [jobs / 100 for jobs in own])
    aim_at(world, [(f"I{i:03}", jobs / sum(germany), 0) for i, jobs in enumerate(germany)])
    fit = world.ask("network_summary")[0]["fit_to_target"]
    assert 2 * (1 - fit) == pytest.approx(0.4508469, abs=1e-7)


def test_time_fades_as_an_exponentially_weighted_mean(world: World) -> None:
    """pandas DataFrame.ewm, "times": values 0, 1, 2, 4 on days 0, 2, 9, 16, half-life 4; here ten times as long."""
    world.assume("half_life_days", "40")
    for ago, value in ((160, 0), (140, 1), (70, 2), (0, 4)):
        day = TODAY - timedelta(days=ago)
        world.meeting(f"{day} 08:00", value, "Ann Fox <ann@a.example>")
        world.meeting(f"{day} 11:00", 1, "Bea Fox <bea@b.example>")
    faded = dict(world.rows(f"select contact_id, faded_minutes from model.tie(date '{TODAY}')"))
    mean = faded[contact_id("mail:ann@a.example")] / faded[contact_id("mail:bea@b.example")]
    assert mean == pytest.approx(3.233686, abs=1e-6)


def jackknife(units: Sequence[tuple[str, float]]) -> tuple[float, float, float]:
    """(effective, low, high), written down as the text says it: leave one employer out and compute all anew."""
    def hhi(kept: Sequence[tuple[str, float]]) -> float:
        weights = np.array([b for _, b in kept])
        same = sum(sum(b for g, b in kept if g == industry) ** 2 for industry in {g for g, _ in kept})
        squares = float((weights**2).sum())
        return (same - squares) / (float(weights.sum()) ** 2 - squares)

    def logit(p: float) -> float:
        return math.log(p / (1 - p))

    weights = np.array([b for _, b in units])
    n_eff = float(weights.sum() ** 2 / (weights**2).sum())
    edge = 1 / (2 * n_eff**2)
    whole = hhi(units)
    y = np.array([logit(min(1 - edge, max(edge, hhi([*units[:i], *units[i + 1:]])))) for i in range(len(units))])
    se = math.sqrt((len(y) - 1) / len(y) * float(((y - y.mean()) ** 2).sum()))

    def effective(at: float) -> float:
        return 1 + math.exp(-at)

    return 1 / whole, effective(logit(whole) + 1.96 * se), effective(logit(whole) - 1.96 * se)


def test_interval_is_the_delete_one_employer_jackknife(world: World) -> None:
    """40 employers of one to four people in six industries, and one person without an employer."""
    chance = np.random.default_rng(7)
    units: list[tuple[str, float]] = []
    day = 0
    for employer in range(40):
        industry, total = f"I{int(chance.integers(6)) ** 2 // 6}", 0.0
        world.label("company", f"employer {employer}", industry)
        for i in range(int(chance.integers(1, 5))):
            minutes, day = float(chance.integers(5, 90)), day + 1
            world.person(f"Person {employer} {i}", company=f"Employer {employer}", url=f"p-{employer}-{i}")
            world.meeting(f"2026-{day // 28 + 1:02}-{day % 28 + 1:02} 10:00", minutes, f"<in/p-{employer}-{i}>",
                          kind="sheet")
            total += minutes
        units.append((industry, total))
    world.meeting("2026-10-01 10:00", 77, "Solo <in/solo>", kind="sheet")
    world.label("person", "url:in/solo", "I0")
    units.append(("I0", 77.0))
    found = world.ask("network_summary")[0]
    assert found["n_eff"] > 10
    shown = (found["effective_industries_corrected"], found["low"], found["high"])
    assert shown == pytest.approx(jackknife(units), rel=1e-9)
    assert found["low"] < found["effective_industries_corrected"] < found["high"]


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the folder of published examples is not here")
def test_examples_of_the_collection(world: World) -> None:
    """The same examples as above, read from the collection they were taken from."""
    examples = {example["id"]: example for example in json.loads(EXAMPLES.read_text(encoding="utf-8"))}
    for name in ("hhi_doj", "hhi_40302010", "hhi_merge_small", "hhi_merge_large", "hhi_collegedunia"):
        world.clear()
        example = examples[name]
        found = by_minutes(world, example["inputs"]["shares_pct"])["hhi"]
        assert found * 10_000 == pytest.approx(example["expected"], abs=max(example["tolerance"], 1e-6)), name
    for name, column, expected in (
        ("hill_asy_girdled", "effective_industries_corrected", 2), ("hill_obs_logged", "effective_industries", 2),
        ("simpson_unbiased", "effective_industries_corrected", 1),
    ):
        world.clear()
        example = examples[name]
        found = by_people(world, example["inputs"]["counts"])[column]
        assert found == pytest.approx(example["expected"][expected], abs=example["tolerance"] + 1e-9), name
    world.clear()
    counts = examples["paracou18"]["inputs"]["counts"]
    found = by_people(world, counts)
    plug_in, unbiased = examples["paracou18"]["expected"][2:]
    assert 1 - found["hhi"] == pytest.approx(plug_in, abs=1e-6)
    # 54 species: shown is at most the number of industries there are.
    assert found["effective_industries_corrected"] == pytest.approx(min(1 / (1 - unbiased), 24), abs=1e-6)
