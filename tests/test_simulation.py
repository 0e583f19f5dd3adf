"""The arrays of benchmarks/simulation.py are the SQL of network_summary."""

import numpy as np
import pytest
from world import World

from benchmarks.simulation import Array, draw, estimate, mixes


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("drawn"))


@pytest.mark.parametrize(
    ("mix", "employers", "people", "is_lognormal"),
    [("concentrated", 20, 1, False), ("market-like", 40, 1, True), ("concentrated", 30, 3, True)],
)
def test_estimate_is_what_the_summary_says(
    world: World, mix: str, employers: int, people: int, is_lognormal: bool
) -> None:
    industry, minutes = draw(mixes()[mix], employers, people, is_lognormal, 1, np.random.default_rng(5))
    for number, (code, length) in enumerate(zip(industry[0], minutes[0], strict=True)):
        world.label("domain", f"e{number}.example", f"I{code:03}")
        day = f"2026-{number // 28 + 8:02}-{number % 28 + 1:02} 10:00"
        # A thirtieth, lest an event be longer than one counts: a scale changes nothing.
        world.meeting(day, length / 30, f"p@e{number}.example", kind="sheet")
    found, said = estimate(industry, minutes), world.ask("network_summary")[0]
    assert said["n_eff"] == pytest.approx(found.n_eff[0], rel=1e-9)
    assert (said["range_rule"] == "shown") == found.is_shown[0]
    if found.is_shown[0]:
        shown = (said["effective_industries_corrected"], said["low"], said["high"])
        assert shown == pytest.approx((1 / found.hhi[0], found.low[0], found.high[0]), rel=1e-9)


def test_a_draw_in_rows_is_each_row_alone() -> None:
    industry, minutes = draw(mixes()["market-like"], 30, 3, True, 5, np.random.default_rng(2))
    together = estimate(industry, minutes)
    alone: list[Array] = [estimate(industry[n : n + 1], minutes[n : n + 1]).low for n in range(5)]
    assert together.low == pytest.approx(np.concatenate(alone), rel=1e-12)
