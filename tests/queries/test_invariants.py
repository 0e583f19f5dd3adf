"""What holds in every world: random worlds of a few people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import states
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import TODAY, World

from dashboard import questions
from dashboard.warehouse import Workspace

CODES = ("SFT", "FIN", "HLT", "LAW", "EDU", None)
POSITIONS = (None, "Recruiter", "Engineer")


@dataclass(frozen=True)
class Somebody:
    """One person of a random world, with meetings as (days ago, minutes)."""

    employer: int | None
    position: str | None
    meetings: tuple[tuple[int, int], ...]
    mark: str | None


people = st.builds(
    Somebody,
    employer=st.one_of(st.none(), st.integers(0, 5)),
    position=st.sampled_from(POSITIONS),
    meetings=st.lists(st.tuples(st.integers(0, 700), st.integers(5, 300)), max_size=3).map(tuple),
    mark=st.sampled_from((None, None, None, "private", "archived", "never_suggest")),
)


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("invariants"))
    with world.workspace.reading():
        yield world


def fill(world: World, somebodies: list[Somebody], home: str | None, mix: str, together: bool) -> None:
    world.clear()
    world.assume("home_industry", home)
    world.assume("target_mix", mix)
    world.position("Employer 0", "Engineer")
    for number, code in enumerate(CODES):
        world.label("company", f"employer {number}", code)
    for i, person in enumerate(somebodies):
        company = None if person.employer is None else f"Employer {person.employer}"
        world.person(f"Person{i}", company=company, url=f"p{i}", position=person.position)
        if person.mark:
            world.mark(f"url:in/p{i}", person.mark)
    for i, person in enumerate(somebodies):
        other = [f"<in/p{(i + 1) % len(somebodies)}>"] if together and len(somebodies) > 1 else []
        for ago, minutes in person.meetings:
            world.meeting(f"{TODAY - timedelta(days=ago + 1)} 08:00", minutes, f"<in/p{i}>", *other)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    somebodies=st.lists(people, min_size=1, max_size=8), home=st.sampled_from(("SFT", "LAW", "GOV", None)),
    mix=st.sampled_from(("blend", "even", "labour market")), together=st.booleans(),
)
def test_every_world(reused: World, somebodies: list[Somebody], home: str | None, mix: str, together: bool) -> None:
    fill(reused, somebodies, home, mix, together)
    for weighting in ("minutes", "people", "warm"):
        check_shares(reused, weighting)
        check_asks(reused, weighting)


def check_shares(world: World, weighting: str) -> None:
    summary = world.ask("network_summary", weighting=weighting)[0]
    rows = world.ask("industry_concentration", weighting=weighting)
    gaps = world.ask("industry_gaps", weighting=weighting)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert sum(row["target_share"] for row in gaps) == pytest.approx(1)
    assert len(gaps) == 24
    shares = {row["industry"]: row["share"] for row in rows if row["industry"]}
    for gap in gaps:
        assert gap["share"] == (pytest.approx(shares.get(gap["industry"], 0)) if summary["hhi"] is not None else None)
    if summary["hhi"] is None:
        assert all(share is None for share in shares.values())
        return
    assert sum(shares.values()) == pytest.approx(1)
    assert sum(row["gap_points"] for row in gaps) == pytest.approx(0, abs=1e-12)
    ordered = [share for row in rows if (share := row["share"]) is not None]
    assert ordered == sorted(ordered, reverse=True)
    assert summary["top_industry"] == rows[0]["industry"]
    assert summary["hhi"] == pytest.approx(sum(share**2 for share in ordered))
    check_bounds(summary)
    assert 0 <= summary["fit_to_target"] <= 1
    if summary["home_share"]:
        assert summary["home_share"] == pytest.approx(shares[summary["home_industry"]])
    if summary["home_share"] is not None:
        assert summary["home_share_low"] - 1e-12 <= summary["home_share"] <= summary["home_share_high"] + 1e-12


def check_bounds(summary: dict[str, Any]) -> None:
    """One industry at least, never more than the home share allows, and between what the unknown could make of it."""
    effective = summary["effective_industries"]
    assert 1 - 1e-9 <= summary["effective_industries_low"] <= effective + 1e-9
    assert effective - 1e-9 <= summary["effective_industries_high"] <= 24 + 1e-9
    if summary["home_share"]:
        assert effective <= 1 / summary["home_share"] ** 2 + 1e-9
        assert summary["inbreeding_homophily"] <= summary["home_share"] + 1e-12
    if summary["home_share_low"]:
        assert summary["effective_industries_high"] <= 1 / summary["home_share_low"] ** 2 + 1e-9
    if summary["low"] is not None:
        assert summary["low"] <= summary["effective_industries_corrected"] <= summary["high"]


@pytest.mark.parametrize("state", states.BUILDERS)
def test_every_state(tmp_path: Path, state: str) -> None:
    check_state(Workspace(states.build(state, tmp_path)))


def test_the_sample(finished_sample: Workspace) -> None:
    check_state(finished_sample)


def check_state(space: Workspace) -> None:
    with space.reading() as con:
        for weighting, window in product(("minutes", "people", "warm"), (90, 365, 36_500)):
            frame = questions.ask(con, "network_summary", {"weighting": weighting, "window_days": window})
            summary = frame.astype(object).where(frame.notna(), None).to_dict("records")[0]
            if summary["hhi"] is not None:
                check_bounds(summary)


def check_asks(world: World, weighting: str) -> None:
    asks = world.ask("intro_targets", weighting=weighting, per_industry=2, per_introducer=2)
    gaps = {row["industry"]: row for row in world.ask("industry_gaps", weighting=weighting)}
    assert [ask["rank"] for ask in asks] == list(range(1, len(asks) + 1))
    by_industry, by_person = defaultdict(list), defaultdict(list)
    for ask in asks:
        by_industry[ask["target_industry"]].append(ask)
        by_person[ask["introducer_id"]].append(ask)
        gap = gaps[ask["target_industry"]]
        assert ask["gap_points"] == pytest.approx(gap["gap_points"])
        assert gap["gap_points"] > 0
        assert not gap["is_home"]
        assert ask["evidence"]
        assert 0 < ask["gain"] <= ask["gap_points"]
    assert all(len(own) <= 2 for own in by_person.values())
    for own in by_industry.values():
        check_industry(own)


def check_industry(asks: list[dict[str, object]]) -> None:
    """Likely before guess; each gain is what the asks above it leave open; within a certainty it never rises."""
    assert len(asks) <= 2
    certainties = [ask["certainty"] for ask in asks]
    assert certainties == sorted(certainties, reverse=True)     # "likely" after "guess" in the alphabet
    still_open = 1.0
    for ask in asks:
        chance = ask["yes_chance"] * ask["knows_chance"]        # type: ignore[operator]
        assert ask["gain"] == pytest.approx(ask["gap_points"] * chance * still_open)    # type: ignore[operator]
        still_open *= 1 - chance
    for certainty in ("likely", "guess"):
        gains = [ask["gain"] for ask in asks if ask["certainty"] == certainty]
        assert gains == sorted(gains, reverse=True)             # type: ignore[type-var]
