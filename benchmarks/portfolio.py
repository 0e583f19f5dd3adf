"""How good are a week's asks, and how long does choosing them take?

    python -m benchmarks.portfolio [--workspace FOLDER]

Small made-up cases, seeded: the greedy choice against the best of all choices, by what it adds to F. On the sample: five
asks against "the five warmest, each about what they can open best". On a large workspace: the time of choosing anew.
"""

import argparse
import itertools
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import big_export
from benchmarks.pages import small_workspace
from dashboard import questions, warehouse
from dashboard.intros.portfolio import Limits, portfolio

SEED = 20261125
CASES = 400
INDUSTRIES = "ABCDE"
BAR_BEST = 0.95
BAR_NUMBER_ALONE = 1 - 1 / math.e
BAR_WARMEST = 1.5
BAR_SECONDS = 0.2
WIDE: dict[str, questions.Parameter] = {"per_industry": 20, "per_introducer": 24}
FREE = Limits(3, 1e9, 1, 10**6, is_surest_first=False)
HELD = Limits(3, 30, 10, 1, is_surest_first=False)
SUREST = Limits(3, 30, 10, 1)


def cases() -> Iterator[pd.DataFrame]:
    """Candidates of up to six people and five industries: few enough to try every three of them."""
    random = np.random.default_rng(SEED)
    for _ in range(CASES):
        pairs = [(person, industry) for person in "uvwxyz" for industry in INDUSTRIES]
        chosen = random.choice(len(pairs), 14, replace=False)
        gap = dict(zip(INDUSTRIES, random.uniform(0.002, 0.08, len(INDUSTRIES)), strict=True))
        yes = dict(zip("uvwxyz", random.uniform(0.15, 0.9, 6), strict=True))
        knows = random.choice([0.9, 0.6, 0.5, 0.2, 0.05], 14)
        yield pd.DataFrame(
            {
                "introducer_id": pairs[at][0],
                "target_industry": pairs[at][1],
                "target_name": None,
                "certainty": "likely" if chance > 0.5 else "guess",
                "yes_chance": yes[pairs[at][0]],
                "knows_chance": chance,
                "gap_points": gap[pairs[at][1]],
                "interest": 1,
                "open_chance": 0.0,
                "choice": None,
            }
            for at, chance in zip(chosen, knows, strict=True)
        )


def best_value(frame: pd.DataFrame, limits: Limits) -> float:
    """The most any choice within the limits adds to F."""
    rows = list(
        zip(
            frame["introducer_id"],
            frame["target_industry"],
            frame["yes_chance"] * frame["knows_chance"],
            frame["gap_points"],
            strict=True,
        )
    )
    best = 0.0
    for some in itertools.combinations(rows, limits.number):
        people, industries = [row[0] for row in some], [row[1] for row in some]
        is_held = len(set(people)) == len(people) and max(map(industries.count, industries)) <= limits.per_industry
        if is_held:
            best = max(best, sum(_added(some, industry) for industry in set(industries)))
    return best


def _added(some: tuple[tuple[str, str, float, float], ...], industry: str) -> float:
    own = [row for row in some if row[1] == industry]
    return float(own[0][3] * (1 - math.prod(1 - row[2] for row in own)))


def against_the_best() -> bool:
    """Print the ratio of greedy to best under three sets of limits; whether a bar is missed."""
    ratios: dict[str, list[float]] = {"a person once": [], "and an industry once": [], "and no guess before a likely": []}
    for frame in cases():
        for name, limits in zip(ratios, (FREE, HELD, SUREST), strict=True):
            ratios[name].append(portfolio(frame, limits)["added_gain"].sum() / best_value(frame, limits))
    # A person once is itself more than a limit on the number: where everybody has one industry it says nothing.
    alone = [
        portfolio(frame.drop_duplicates("introducer_id"), FREE)["added_gain"].sum()
        / best_value(frame.drop_duplicates("introducer_id"), FREE)
        for frame in cases()
    ]
    for name, found in {"the number alone": alone, **ratios}.items():
        print(f"greedy of the best, {name:30} mean {statistics.mean(found):.4f}   worst {min(found):.4f}", flush=True)
    return min(alone) < BAR_NUMBER_ALONE or statistics.mean(ratios["and an industry once"]) < BAR_BEST


def warmest(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    """The warmest people, each asked about the industry where the ask is worth most, as if alone."""
    worth = frame["gap_points"] * frame["yes_chance"] * frame["knows_chance"]
    best = frame.assign(worth=worth).sort_values(["strength", "worth"], ascending=False)
    return best.drop_duplicates("introducer_id").head(number)


def reached(frame: pd.DataFrame) -> float:
    """Industries of those below target that the asks are expected to open."""
    shut = (1 - frame["yes_chance"] * frame["knows_chance"]).groupby(frame["target_industry"]).prod()
    return float((1 - shut).sum())


def against_the_warmest(space: warehouse.Workspace, weeks: int = 8) -> bool:
    """Print what five asks a week reach, and after eight weeks, who was asked resting 90 days; whether the bar is missed."""
    with space.reading() as con:
        frame = questions.ask(con, "intro_targets", {"per_industry": 999, "per_introducer": 24})
    ours, theirs = portfolio(frame, Limits(5)), warmest(frame, 5)
    for name, found in (("ours", ours), ("the warmest five", theirs)):
        industries = found["target_industry"].nunique()
        print(f"one week, {name:17} {industries} industries, expected {reached(found):.2f}", flush=True)
    resting: set[str] = set()
    all_ours = []
    for _ in range(weeks):
        week = portfolio(frame[~frame["introducer_id"].isin(resting)], Limits(5))
        resting |= set(week["introducer_id"])
        all_ours.append(week)
    eight = pd.concat(all_ours)
    print(
        f"{weeks} weeks, ours: {eight['introducer_id'].nunique()} people, {eight['target_industry'].nunique()} industries, "
        f"expected {reached(eight):.2f}; the warmest five again: {theirs['introducer_id'].nunique()} people",
        flush=True,
    )
    ratio = reached(ours) / reached(theirs)
    print(f"expected industries of one week: {ratio:.2f} times the warmest five", flush=True)
    return ratio < BAR_WARMEST


def speed(space: warehouse.Workspace) -> bool:
    """Print how long asking for the candidates and choosing take; whether the bar is missed."""
    with space.reading() as con:
        asked = []
        for _ in range(5):
            begun = time.perf_counter()
            frame = questions.ask(con, "intro_targets", WIDE)
            asked.append(time.perf_counter() - begun)
    solved = []
    for turn in range(20):
        frame.loc[turn, "choice"] = "swapped"
        begun = time.perf_counter()
        portfolio(frame, Limits(10))
        solved.append(time.perf_counter() - begun)
    print(
        f"{len(frame)} pairs: asked in {statistics.median(asked) * 1000:.0f} ms, ten chosen in "
        f"{statistics.median(solved) * 1000:.1f} ms (slowest {max(solved) * 1000:.1f} ms)",
        flush=True,
    )
    return max(solved) > BAR_SECONDS


def main() -> int:
    """Print all three; 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--workspace", type=Path, help="folder of the large workspace")
    chosen = parser.parse_args()
    is_missed = against_the_best()
    with tempfile.TemporaryDirectory() as folder:
        is_missed |= against_the_warmest(small_workspace(Path(folder)))
    large = warehouse.Workspace(chosen.workspace.resolve()) if chosen.workspace else big_export.workspace()
    return int(is_missed | speed(large))


if __name__ == "__main__":
    sys.exit(main())
