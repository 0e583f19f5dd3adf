"""Where nothing certain is known: the wording of the name and the title, pooled into one distribution.

A logarithmic opinion pool: log weight = WORDING * log p(industry | wording) + TITLE * log p(industry | title), scaled
to sum 1 (the model learned from a nearly even mix of industries, so its shares act as a likelihood). The factors are
chosen on the development halves of benchmarks/industry_sets: the model is a little too sure of names unlike those it
learned from, hence less than 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.industries import model, titles
from dashboard.industries.taxonomy import CODES, reference_shares

WORDING, TITLE, ALONE = 0.75, 0.7, 1.0
KEPT = 5  # guesses kept: re-weighting may lift the fourth to the third place
_FLOOR = 0.002
_UNIFORM = float(-np.log(len(CODES)))

Numbers = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the pool is asked: the name to read ("" for none), the position, and whether it is all there is."""

    wording: str
    position: str
    is_self_employed: bool = False


@dataclass(frozen=True, slots=True)
class Pooled:
    """Industries by weight, the heaviest first; the word and the title words that told; which of the two told more."""

    guesses: tuple[tuple[str, float], ...]
    word: str
    title: str
    is_from_title: bool


def pooled(asked: Sequence[Asked]) -> list[Pooled]:
    """The pool's answer to each, in order. Equal names and titles are read once."""
    wordings = list(dict.fromkeys(each.wording for each in asked if each.wording))
    of_wording = {wording: at for at, wording in enumerate(wordings)}
    scored, told = model.scores(wordings)
    by_name = np.vstack([_log(scored), np.zeros((1, len(CODES)), np.float32)])
    name_at = np.array([of_wording.get(each.wording, len(wordings)) for each in asked], np.int64)
    by_title = np.array([_ratio(each.position, each.is_self_employed, not each.wording) for each in asked], np.float32)
    weights = _shares(WORDING * by_name[name_at] + by_title.reshape(len(asked), len(CODES)))
    order = np.argsort(-weights, axis=1, kind="stable")[:, :KEPT]
    kept = np.take_along_axis(weights, order, axis=1)
    best = order[:, 0]
    rows = np.arange(len(asked))
    from_name, from_title = by_name[name_at, best], by_title[rows, best]
    out = []
    for at, each in enumerate(asked):
        title = titles.read(each.position, each.is_self_employed) if each.position else titles.NOTHING
        guesses = tuple(
            (CODES[code], round(float(weight), 4)) for code, weight in zip(order[at], kept[at], strict=True)
        )
        tells = title.prior is not None and (not each.wording or from_title[at] > 0)
        out.append(
            Pooled(
                guesses,
                told[name_at[at]] if each.wording else "",
                title.matched if tells else "",
                tells and (not each.wording or from_title[at] > from_name[at] - _UNIFORM),
            )
        )
    return out


def _log(scored: Numbers) -> npt.NDArray[np.float32]:
    """Scores -> log shares."""
    if not len(scored):
        return np.asarray(scored, np.float32)
    shifted = scored - scored.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float32)


def _shares(logs: Numbers) -> npt.NDArray[np.float32]:
    return np.asarray(np.exp(_log(logs)), np.float32)


@lru_cache(maxsize=100_000)
def _ratio(position: str, is_self_employed: bool, is_alone: bool) -> tuple[float, ...]:
    """What a title adds to each industry's log weight; without a name to read it is the whole distribution."""
    prior = titles.read(position, is_self_employed).prior if position else None
    if is_alone:
        found = prior or reference_shares("professional")
        return tuple(ALONE * float(np.log(max(found[code], _FLOOR))) for code in CODES)
    if prior is None:
        return (0.0,) * len(CODES)
    return tuple(TITLE * float(np.log(max(prior[code], _FLOOR) * len(CODES))) for code in CODES)
