"""The small model: how the wording of a company name sounds. Hashed n-grams times a matrix; numpy only.

Features of a name: runs of three to five letters within each word (a blank before and after it), whole words, the
last word once more, and pairs of neighbouring words, each hashed into one of 2**16 buckets; a row of length 1.
The weights (data/name_model.npz) are made by training/industry_model.py; the two share ``features``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dashboard.industries.names import CONNECTORS, words
from dashboard.industries.tables import DATA
from dashboard.industries.taxonomy import CODES

WEIGHTS = DATA / "name_model.npz"
BUCKETS = 2**16
_RUNS = (3, 4, 5)
_MULTIPLIER = np.uint32(0x01000193)
_WORD_WEIGHT = 1.5  # whole words count more than the runs of letters in them
_BATCH = 2_000
_SPACE = 32
_EMPTY = CONNECTORS | {"it", "is", "us", "we", "my", "your", "our", "group"}
_LONGEST = 120  # letters read of one name

Floats = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Features:
    """Feature i of the batch: which name, which bucket, its value, and the word it comes from (counted in the batch)."""

    row: npt.NDArray[np.int64]
    bucket: npt.NDArray[np.int64]
    value: Floats
    word: npt.NDArray[np.int64]


def spelled(name: str) -> list[str]:
    """The words the features are made of: lower case, without accents, articles and prepositions."""
    found = [word.lower() for word in words(name[:_LONGEST])]
    return [word for word in found if word not in _EMPTY] or found or ["?"]


def features(names: Sequence[Sequence[str]]) -> Features:
    """Features of names given as words; the values of each name have length 1."""
    each = [word for name in names for word in name]
    row_of_word = np.repeat(np.arange(len(names)), [len(name) for name in names])
    text = np.frombuffer((" " + " ".join(each) + " ").encode("utf-32-le"), dtype=np.uint32)
    parts = [*_runs(text), *_words(text, row_of_word)]
    word = np.concatenate([part[0] for part in parts])
    bucket = np.concatenate([part[1] for part in parts])
    value = np.concatenate([np.full(len(part[0]), part[2], np.float32) for part in parts])
    row = row_of_word[word]
    length = np.sqrt(np.bincount(row, weights=value * value, minlength=len(names)))
    return Features(row, bucket, (value / length[row]).astype(np.float32), word)


def _runs(text: Hashes) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], float]]:
    """Runs of letters that lie in one word with its two blanks."""
    space = text == _SPACE
    spaces = np.concatenate([[0], np.cumsum(space)])
    found = []
    for size in _RUNS:
        count = len(text) - size + 1
        if count <= 0:
            continue
        hashed = np.full(count, size, np.uint32)
        for at in range(size):
            hashed = (hashed ^ text[at : at + count]) * _MULTIPLIER
        inside = spaces[size - 1 : size - 1 + count] - spaces[1 : 1 + count] == 0
        start = np.flatnonzero(inside)
        # The word a run belongs to: blanks up to and with its first letter, less one.
        found.append((spaces[start + 1].astype(np.int64) - 1, _bucket(hashed[start]), 1.0))
    return found


def _words(
    text: Hashes, row_of_word: npt.NDArray[np.int64]
) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], float]]:
    """Whole words, the last of each name once more, and pairs of neighbours within a name."""
    space = np.flatnonzero(text == _SPACE)
    starts = space[:-1] + 1
    place = np.arange(len(text), dtype=np.uint32) - np.repeat(space, np.diff(np.append(space, len(text)))).astype(
        np.uint32
    )
    hashed = np.add.reduceat(_mixed(text * np.uint32(0x9E3779B1) + place), starts)
    number = np.arange(len(starts))
    is_last = np.append(row_of_word[1:] != row_of_word[:-1], True)
    pair = np.flatnonzero(~is_last)
    joined = (hashed[pair] * _MULTIPLIER) ^ hashed[pair + 1] if len(pair) else np.empty(0, np.uint32)
    return [
        (number, _bucket(hashed ^ np.uint32(0x5BD1E995)), _WORD_WEIGHT),
        (number[is_last], _bucket(hashed[is_last] ^ np.uint32(0x2545F491)), _WORD_WEIGHT),
        (pair, _bucket(joined), 1.0),
    ]


def _mixed(hashed: Hashes) -> Hashes:
    """Every bit of the number moves every bit (the end of MurmurHash3, Appleby 2011)."""
    hashed = (hashed ^ (hashed >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashed = (hashed ^ (hashed >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashed ^ (hashed >> np.uint32(16))


def _bucket(hashed: Hashes) -> npt.NDArray[np.int64]:
    return (_mixed(hashed) & np.uint32(BUCKETS - 1)).astype(np.int64)


@cache
def _weights() -> tuple[npt.NDArray[np.int8], Floats, Floats]:
    """(buckets, industries) as int8, the scale of each industry, and the offset of each."""
    with np.load(WEIGHTS) as file:
        return file["weights"], file["scale"], file["offset"]


def scores(names: Sequence[str]) -> tuple[Floats, list[str]]:
    """Log-odds-like scores, shape (names, 24) in the order of CODES, and for each name the word that told most."""
    if not names:
        return np.empty((0, len(CODES)), np.float32), []
    parts = [_batch(names[at : at + _BATCH]) for at in range(0, len(names), _BATCH)]
    return np.concatenate([part[0] for part in parts]), [word for part in parts for word in part[1]]


def _batch(names: Sequence[str]) -> tuple[Floats, list[str]]:
    weights, scale, offset = _weights()
    split = [spelled(name) for name in names]
    made = features(split)
    order = np.argsort(made.word, kind="stable")  # rows are runs of words: both are then in order
    parts = weights[made.bucket[order]] * made.value[order, None]
    of_word = np.add.reduceat(parts, np.searchsorted(made.word[order], np.arange(sum(map(len, split))))) * scale
    first = np.cumsum([0, *map(len, split)])
    total = np.add.reduceat(of_word, first[:-1]) + offset
    best = np.repeat(total.argmax(axis=1), np.diff(first))
    telling = of_word[np.arange(len(of_word)), best]
    told = [split[row][int(telling[first[row] : first[row + 1]].argmax())] for row in range(len(split))]
    return total.astype(np.float32), told
