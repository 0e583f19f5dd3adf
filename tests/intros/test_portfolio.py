"""The asks of a week: greedy by what each adds, within limits, whatever the order of the rows."""

import itertools
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intros.portfolio import Limits, portfolio

NUMBER_ALONE = {"minutes": 1e9, "per_industry": 10**6, "is_surest_first": False}


def ask(person: str, industry: str, chance: float, gap: float = 0.1, **given: Any) -> dict[str, Any]:
    """A row of ``intro_targets`` as far as it matters here."""
    return {
        "introducer_id": person, "target_industry": industry, "target_name": None, "certainty": "likely",
        "yes_chance": chance, "knows_chance": 1.0, "gap_points": gap, "interest": 1, "open_chance": 0.0, "choice": None,
    } | given


def pairs(chosen: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(chosen["introducer_id"], chosen["target_industry"], strict=True))


def solved(rows: list[dict[str, Any]], **limits: Any) -> list[tuple[str, str]]:
    return pairs(portfolio(pd.DataFrame(rows), Limits(**limits)))


def value(rows: list[dict[str, Any]]) -> float:
    """F of a set of asks, written down as the method has it."""
    total = 0.0
    for industry in {row["target_industry"] for row in rows}:
        own = [row for row in rows if row["target_industry"] == industry]
        shut = math.prod(1 - row["yes_chance"] * row["knows_chance"] for row in own)
        total += own[0]["gap_points"] * own[0]["interest"] * (1 - own[0]["open_chance"]) * (1 - shut)
    return total


def slow_greedy(rows: list[dict[str, Any]], limits: Limits) -> list[dict[str, Any]]:
    """Every candidate tried at every step, by the definition."""
    usable = [row for row in rows if row["choice"] != "swapped"]
    key = lambda row: (  # noqa: E731
        row["certainty"] == "guess" and limits.is_surest_first, -row["yes_chance"] * row["knows_chance"],
        row["target_industry"], row["introducer_id"],
    )
    chosen: list[dict[str, Any]] = []
    for row in sorted(usable, key=key):
        if row["choice"] == "pinned" and row["introducer_id"] not in {one["introducer_id"] for one in chosen}:
            chosen.append(row)
    while len(chosen) < limits.number:
        allowed = [
            row for row in usable
            if row["introducer_id"] not in {one["introducer_id"] for one in chosen}
            and sum(one["target_industry"] == row["target_industry"] for one in chosen) < limits.per_industry
        ]
        if limits.is_surest_first:
            sure = {row["target_industry"] for row in allowed if row["certainty"] != "guess"}
            allowed = [row for row in allowed if row["certainty"] != "guess" or row["target_industry"] not in sure]
        gains = {id(row): value([*chosen, row]) - value(chosen) for row in allowed}
        allowed = [row for row in allowed if gains[id(row)] > 1e-15]
        if not allowed:
            break
        best = max(gains[id(row)] for row in allowed)
        chosen.append(min((row for row in allowed if gains[id(row)] > best - 1e-12), key=key))
    return chosen


@st.composite
def instances(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to eight people and four industries; the chances are thousandths, so that ties are ties."""
    gap = {industry: draw(st.integers(1, 90)) / 997 for industry in "ABCD"}
    interest = {industry: draw(st.sampled_from([0, 1, 1, 2])) for industry in "ABCD"}
    already = {industry: draw(st.sampled_from([0.0, 0.0, 0.3])) for industry in "ABCD"}
    some = draw(st.lists(st.tuples(st.sampled_from("pqrstuvw"), st.sampled_from("ABCD")), unique=True, max_size=16))
    return [
        ask(person, industry, draw(st.integers(15, 90)) / 100, gap[industry], interest=interest[industry],
            knows_chance=draw(st.sampled_from([0.9, 0.6, 0.5, 0.07])), open_chance=already[industry],
            certainty=draw(st.sampled_from(["known", "likely", "guess"])),
            choice=draw(st.sampled_from([None] * 8 + ["pinned", "swapped"])))
        for person, industry in some
    ]


LIMITS = st.builds(
    Limits, st.integers(0, 6), st.integers(0, 70), st.just(10), st.integers(1, 3), is_surest_first=st.booleans()
)
COLUMNS = list(ask("p", "A", 0.5))


def test_what_an_ask_adds_shrinks_with_the_asks_before_it() -> None:
    """.1 * .5 for the first, .06 * .6 for another industry; a second for the first industry only .1 * .4 * (1 - .5)."""
    rows = [ask("ann", "HLT", 0.5), ask("bob", "HLT", 0.4), ask("cem", "LAW", 0.6, 0.06)]
    chosen = portfolio(pd.DataFrame(rows), Limits())
    assert pairs(chosen) == [("ann", "HLT"), ("cem", "LAW"), ("bob", "HLT")]
    assert list(chosen["added_gain"]) == pytest.approx([0.05, 0.036, 0.02])
    assert list(chosen["added_industries"]) == pytest.approx([0.5, 0.6, 0.2])


def test_one_ask_a_person_and_only_so_many_an_industry() -> None:
    rows = [ask("ann", "HLT", 0.9), ask("ann", "LAW", 0.8), ask("bob", "LAW", 0.2), ask("cem", "HLT", 0.8)]
    assert solved(rows, per_industry=1) == [("ann", "HLT"), ("bob", "LAW")]


def test_minutes_limit_as_well() -> None:
    rows = [ask(person, person.upper(), 0.5) for person in "abcd"]
    assert len(solved(rows, asks=4, minutes=25, minutes_an_ask=10)) == 2
    assert len(solved(rows, asks=4, minutes=0.3, minutes_an_ask=0.1)) == 3, "three tenths are three, whatever floats say"


def test_interest_doubles_and_ends_an_industry() -> None:
    rows = [ask("ann", "HLT", 0.5), ask("bob", "LAW", 0.5, 0.06, interest=2), ask("cem", "FIN", 0.9, interest=0)]
    assert solved(rows) == [("bob", "LAW"), ("ann", "HLT")]


def test_an_open_ask_leaves_less_to_gain() -> None:
    rows = [ask("ann", "HLT", 0.5, open_chance=0.8), ask("bob", "LAW", 0.5, 0.06)]
    assert solved(rows, asks=1) == [("bob", "LAW")]


def test_no_guess_while_somebody_likely_can_be_asked() -> None:
    rows = [ask("ann", "HLT", 0.1), ask("bob", "HLT", 0.9, certainty="guess")]
    assert solved(rows, asks=1) == [("ann", "HLT")]
    assert solved(rows) == [("ann", "HLT"), ("bob", "HLT")]
    assert solved(rows, asks=1, is_surest_first=False) == [("bob", "HLT")]


def test_a_swap_brings_the_next_best_and_a_pin_stays() -> None:
    rows = [ask("ann", "HLT", 0.5), ask("bob", "LAW", 0.5, 0.06), ask("cem", "FIN", 0.5, 0.05), ask("dan", "EDU", 0.5, 0.01)]
    rows[0]["choice"], rows[3]["choice"] = "swapped", "pinned"
    assert solved(rows) == [("dan", "EDU"), ("bob", "LAW"), ("cem", "FIN")]
    assert solved(rows, asks=0) == [("dan", "EDU")], "lowered limits do not throw out a pin"


def test_nobody_to_ask() -> None:
    empty = portfolio(pd.DataFrame([], columns=COLUMNS), Limits())
    assert list(empty.columns) == [*COLUMNS, "added_gain", "added_industries"]
    assert empty.empty


@settings(max_examples=120, deadline=None)
@given(instances(), LIMITS)
def test_lazy_is_the_slow_greedy_and_keeps_every_rule(rows: list[dict[str, Any]], limits: Limits) -> None:
    chosen = portfolio(pd.DataFrame(rows, columns=COLUMNS), limits)
    slow = slow_greedy(rows, limits)
    assert pairs(chosen) == [(row["introducer_id"], row["target_industry"]) for row in slow]
    assert chosen["added_gain"].sum() == pytest.approx(value(slow))
    assert chosen["introducer_id"].is_unique
    pinned = {row["introducer_id"] for row in rows if row["choice"] == "pinned"}
    assert pinned <= set(chosen["introducer_id"])
    assert len(chosen) <= max(limits.number, len(pinned))
    free = chosen[chosen["choice"] != "pinned"]
    if len(free) == len(chosen):
        assert (chosen.groupby("target_industry").size() <= limits.per_industry).all()
        assert len(chosen) * limits.minutes_an_ask <= limits.minutes
    if not limits.is_surest_first:
        assert list(free["added_gain"]) == sorted(free["added_gain"], reverse=True)


@settings(max_examples=60, deadline=None)
@given(instances(), LIMITS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows: list[dict[str, Any]], limits: Limits, random: Any) -> None:
    shuffled = random.sample(rows, len(rows))
    assert pairs(portfolio(pd.DataFrame(rows, columns=COLUMNS), limits)) == pairs(
        portfolio(pd.DataFrame(shuffled, columns=COLUMNS), limits)
    )


@settings(max_examples=60, deadline=None)
@given(instances(), st.data())
def test_f_grows_and_grows_less(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    """Monotone and submodular: an ask adds something, and no more to a larger set."""
    if not rows:
        return
    extra = data.draw(st.sampled_from(rows))
    others = [row for row in rows if row is not extra]
    large = data.draw(st.lists(st.sampled_from(others), unique_by=id)) if others else []
    small = large[: len(large) // 2]
    adds_small, adds_large = (value([*some, extra]) - value(some) for some in (small, large))
    assert adds_small >= adds_large - 1e-12
    assert adds_large >= -1e-12


def test_with_the_number_alone_never_below_one_minus_one_over_e() -> None:
    """Against every choice of three on small made-up cases."""
    random = np.random.default_rng(20261125)
    for _ in range(40):
        gap = random.uniform(0.005, 0.08, 4)
        rows = [ask(f"p{at}", "ABCD"[at % 4], float(random.uniform(0.1, 0.9)), float(gap[at % 4])) for at in range(9)]
        best = max(value(list(some)) for some in itertools.combinations(rows, 3))
        found = portfolio(pd.DataFrame(rows), Limits(3, **NUMBER_ALONE))["added_gain"].sum()  # type: ignore[arg-type]
        assert found >= (1 - 1 / math.e) * best


def test_over_eight_weeks_the_asks_spread() -> None:
    """Never the same five friends: forty people, five of them far the warmest; who was asked rests for 90 days.

    An ask stays open for four weeks, and counts as half a door to its industry for so long.
    """
    random = np.random.default_rng(7)
    industries = [f"I{at}" for at in range(10)]
    people = {f"p{at:02}": 0.9 if at < 5 else float(random.uniform(0.2, 0.5)) for at in range(40)}
    asked: list[tuple[int, str, str]] = []
    for week in range(8):
        resting = {person for when, person, _ in asked if week - when < 90 / 7}
        open_now = [industry for when, _, industry in asked if week - when < 4]
        rows = [
            ask(person, industry, yes, 0.04, knows_chance=0.5, open_chance=1 - 0.5 ** open_now.count(industry))
            for person, yes in people.items() if person not in resting for industry in industries
        ]
        asked += [(week, *pair) for pair in solved(rows)]
    assert len({person for _, person, _ in asked}) == len(asked) == 24
    per_industry = [sum(industry == one for _, _, one in asked) for industry in industries]
    assert min(per_industry) >= 2, "no industry is forgotten"
    assert max(per_industry) <= 4, "none is asked about again and again"
