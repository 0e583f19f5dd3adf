"""Does the range of the effective industries hold the truth, and is the corrected HHI right on average?

    python -m benchmarks.simulation [--draws 2000] [--seed 1]

Employers are drawn from a known mix of industries, each with 1 or 3 people who have equal minutes or lognormal ones
(sigma 1): everything of one employer falls in its industry, as in life. Judged are the draws whose range is shown, by
the rule of network_summary. Bars: the truth is inside for at least 90 %, and the mean HHI is within 5 % of the truth.
The bias of 1/HHI is printed, not barred. ``estimate`` is network_summary's SQL as arrays, a draw a row;
tests/test_simulation.py holds the two against each other to 1e-9.
"""

import argparse
import itertools
import sys
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.industries.taxonomy import reference_shares

Array = NDArray[np.float64]
CONCENTRATED = (0.55, 0.12, 0.09, 0.06, 0.05, 0.04, 0.03, 0.02, 0.02, 0.01, 0.01)
EMPLOYERS = (20, 30, 40, 60, 80, 120)
LEAST_INSIDE, MOST_OFF = 0.90, 0.05
LEAST_SHOWN = 200  # draws with a range, below which nothing is judged


class Estimates(NamedTuple):
    """Arrays over the draws: the corrected HHI, the ends of the range in industries, and whether it is shown."""

    hhi: Array
    low: Array
    high: Array
    is_shown: NDArray[np.bool_]
    n_eff: Array


def mixes() -> dict[str, Array]:
    """The true shares of the industries."""
    market = np.array(list(reference_shares("professional").values()))
    return {"concentrated": np.array(CONCENTRATED), "market-like": market / market.sum()}


def draw(
    mix: Array, employers: int, people: int, is_lognormal: bool, draws: int, chance: np.random.Generator
) -> tuple[NDArray[np.int64], Array]:
    """Industry and minutes of each employer, a draw a row."""
    industry = chance.choice(len(mix), size=(draws, employers), p=mix)
    minutes = np.ones((draws, employers, people))
    if is_lognormal:
        minutes = chance.lognormal(0, 1, minutes.shape)
    return industry, 60 * minutes.sum(axis=2)


def estimate(industry: NDArray[np.int64], b: Array) -> Estimates:
    """What network_summary says of each draw."""
    by_industry = np.stack([(b * (industry == code)).sum(axis=1) for code in range(int(industry.max()) + 1)], axis=1)
    a = np.take_along_axis(by_industry, industry, axis=1)
    w, r, q = (total[:, None] for total in (b.sum(axis=1), (b**2).sum(axis=1), (by_industry**2).sum(axis=1)))
    hhi, n_eff = (q - r) / (w**2 - r), w**2 / r
    edge = 1 / (2 * n_eff**2)
    left_out = np.clip((q - r - 2 * b * (a - b)) / ((w - b) ** 2 - (r - b**2)), edge, 1 - edge)
    y = np.log(left_out / (1 - left_out))
    error = np.sqrt((b.shape[1] - 1) * y.var(axis=1, keepdims=True))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        odds = (1 - hhi) / hhi
        low, high = 1 + odds * np.exp(-1.96 * error), 1 + odds * np.exp(1.96 * error)
    is_shown = (n_eff >= 10) & (hhi > 1e-9) & (hhi < 1 - 1e-9)
    return Estimates(hhi[:, 0], low[:, 0], high[:, 0], is_shown[:, 0], n_eff[:, 0])


def main() -> int:
    """Print a line a cell; 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = np.random.default_rng(chosen.seed)
    is_missed = False
    print(
        f"{'mix':13}{'minutes':11}{'people':>7}{'employers':>10}{'shown':>8}{'inside':>8}{'HHI off':>9}{'1/HHI off':>11}"
    )
    for (name, mix), is_lognormal, people, employers in itertools.product(
        mixes().items(), (False, True), (1, 3), EMPLOYERS
    ):
        found = estimate(*draw(mix, employers, people, is_lognormal, chosen.draws, chance))
        truth, shown = float((mix**2).sum()), found.is_shown
        cell = f"{name:13}{'lognormal' if is_lognormal else 'equal':11}{people:>7}{employers:>10}{shown.mean():>8.1%}"
        if shown.sum() < LEAST_SHOWN:
            print(f"{cell}   too few with a range to judge")
            continue
        inside = float(((found.low <= 1 / truth) & (found.high >= 1 / truth))[shown].mean())
        off = float(found.hhi[shown].mean() / truth - 1)
        bias = float((1 / found.hhi[shown]).mean() * truth - 1)
        over = "  over" if inside < LEAST_INSIDE or abs(off) > MOST_OFF else ""
        is_missed |= bool(over)
        print(f"{cell}{inside:>8.1%}{off:>+9.1%}{bias:>+11.1%}{over}", flush=True)
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
