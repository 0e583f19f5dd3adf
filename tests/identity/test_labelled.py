"""Three hundred labelled pairs: who is suspected to be one person, and who is not."""

import pytest
from labelled import Pair, pairs, record

from dashboard.identity import LIKELY, POSSIBLE, blocks, suspicion

PAIRS = pairs()
HALVES = pytest.mark.parametrize("is_held_out", [False, True], ids=["development", "held out"])


def score(pair: Pair) -> float:
    return suspicion(record(pair.one), record(pair.other)).score


def of(expected: str, is_held_out: bool) -> list[Pair]:
    return [pair for pair in PAIRS if pair.expected == expected and pair.is_held_out == is_held_out]


def test_the_set_is_as_large_as_it_has_to_be() -> None:
    assert len(PAIRS) >= 300
    assert sum(pair.expected == "different" for pair in PAIRS) >= 100
    assert len({(*pair.one.values(), *pair.other.values()) for pair in PAIRS}) == len(PAIRS)
    assert len({pair.case for pair in PAIRS if pair.expected == "different"}) >= 15


@HALVES
def test_true_pairs_are_suggested(is_held_out: bool) -> None:
    same = of("same", is_held_out)
    missed = [(pair.case, pair.one, pair.other) for pair in same if score(pair) < POSSIBLE]
    assert len(missed) <= 0.04 * len(same), missed


@HALVES
def test_others_are_seldom_suggested_and_hardly_ever_called_likely(is_held_out: bool) -> None:
    """At most one in twenty is asked about at all; one in all is called likely: a couple with one employer and phone."""
    different = of("different", is_held_out)
    asked = [(pair.case, pair.one, pair.other) for pair in different if score(pair) >= POSSIBLE]
    assert len(asked) <= 0.05 * len(different), asked
    likely = [pair.case for pair in different if score(pair) >= LIKELY]
    assert likely in ([], ["couple"])


def test_where_nobody_can_tell_nothing_is_called_likely() -> None:
    assert [pair.case for pair in PAIRS if pair.expected == "unsure" and score(pair) >= LIKELY] == []


@HALVES
def test_pairs_that_score_are_compared(is_held_out: bool) -> None:
    for pair in of("same", is_held_out):
        if score(pair) >= POSSIBLE:
            one, other = blocks(record(pair.one)), blocks(record(pair.other))
            assert any(one[key] or other[key] for key in one.keys() & other.keys()), (pair.one, pair.other)
