"""Which asks are worth making this week: the few that together promise most, within the user's limits.

An ask is a pair of a person and an industry. F(A) = sum over industries g of G_g [1 - prod (1 - y k)], with G_g the width
of the gap times the user's interest, y the chance of a yes, k the chance that they know somebody there. Chosen greedily by
what each ask adds to F: within 1 - 1/e of the best where only the number is limited (Nemhauser, Wolsey & Fisher 1978);
with the other limits the distance is measured in ``benchmarks/portfolio.py``.

Pure: takes the frame of ``intro_targets``. F is a sum over industries, so the best ask of one industry stays its best
until it is taken or its person is: lazy greedy is a pointer into each industry's own order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pandas as pd

SURENESS = {"known": 0, "likely": 0, "guess": 1}


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user will do in a week. ``is_surest_first``: no guess while somebody likely can be asked about it."""

    asks: int = 3
    minutes: float = 60
    minutes_an_ask: float = 10
    per_industry: int = 2
    is_surest_first: bool = True

    @property
    def number(self) -> int:
        """How many asks fit both the number and the minutes."""
        return max(0, min(self.asks, int(self.minutes / self.minutes_an_ask + 1e-9)))


@dataclass(slots=True)
class _State:
    """The candidates as arrays, and what is taken so far."""

    person: list[str]
    industry: list[str]
    worth: list[float]  # G of the pair's industry
    chance: list[float]  # y k
    still_shut: dict[str, float]  # industry -> chance that nothing asked so far opens it
    taken: list[tuple[int, float, float]]  # place of a row, its gain in F, and in industries
    asked: set[str]
    number: dict[str, int]

    def gain(self, at: int) -> float:
        """What the pair would add to F now."""
        return self.worth[at] * self.chance[at] * self.still_shut[self.industry[at]]

    def take(self, at: int) -> None:
        """Ask it."""
        industry = self.industry[at]
        self.taken.append((at, self.gain(at), self.chance[at] * self.still_shut[industry]))
        self.still_shut[industry] *= 1 - self.chance[at]
        self.asked.add(self.person[at])
        self.number[industry] = self.number.get(industry, 0) + 1


def portfolio(candidates: pd.DataFrame, limits: Limits) -> pd.DataFrame:
    """The rows to ask, in the order they were chosen, with what each adds.

    ``candidates``: rows of ``intro_targets`` (introducer_id, target_industry, target_name, certainty, yes_chance,
    knows_chance, gap_points, interest, open_chance, choice). A pair with choice "swapped" is left out; one that is
    "pinned" stands first, even where the limits have been lowered since: they bind the rest. One ask a person always.
    Added columns: added_gain, points of F; added_industries, 0..1, the same with every industry worth 1.
    """
    free = candidates[candidates["choice"].fillna("") != "swapped"]
    order = _order(free, limits.is_surest_first)
    state = _begin(free)
    pinned = free["choice"].fillna("").eq("pinned").to_numpy()
    for at in order:
        if pinned[at] and state.person[at] not in state.asked:
            state.take(at)
    queues = {
        industry: list(places)
        for industry, places in groupby(sorted(order, key=lambda at: state.industry[at]), lambda at: state.industry[at])
    }
    while len(state.taken) < limits.number:
        heads = list(_heads(state, queues, limits.per_industry))
        if not heads:
            break
        rank = {at: place for place, at in enumerate(order)}
        state.take(min(heads, key=lambda at: (-state.gain(at), rank[at])))
    places = [at for at, _, _ in state.taken]
    return free.iloc[places].assign(
        added_gain=[gain for _, gain, _ in state.taken], added_industries=[reach for _, _, reach in state.taken]
    )


def _heads(state: _State, queues: dict[str, list[int]], per_industry: int) -> Iterator[int]:
    """The best pair of each industry that may still be asked about; who is asked already is passed over for good."""
    for industry, queue in queues.items():
        if state.number.get(industry, 0) >= per_industry:
            continue
        while queue and state.person[queue[0]] in state.asked:
            queue.pop(0)
        if queue and state.gain(queue[0]) > 0:
            yield queue[0]


def _order(frame: pd.DataFrame, is_surest_first: bool) -> list[int]:
    """Places of the rows in a total order that no order of rows changes: surest, likeliest, then by name of the pair."""
    chance = (frame["yes_chance"] * frame["knows_chance"]).to_numpy(float)
    sureness = frame["certainty"].map(SURENESS).to_numpy() if is_surest_first else np.zeros(len(frame))
    keys = [frame[name].fillna("").to_numpy(str) for name in ("target_name", "introducer_id", "target_industry")]
    return [int(at) for at in np.lexsort((*keys, -chance, sureness))]


def _begin(frame: pd.DataFrame) -> _State:
    shut = 1 - frame["open_chance"].to_numpy(float)
    industry = frame["target_industry"].tolist()
    return _State(
        person=frame["introducer_id"].tolist(),
        industry=industry,
        worth=(frame["gap_points"].clip(lower=0) * frame["interest"]).tolist(),
        chance=(frame["yes_chance"] * frame["knows_chance"]).tolist(),
        still_shut=dict(zip(industry, shut.tolist(), strict=True)),
        taken=[],
        asked=set(),
        number={},
    )
