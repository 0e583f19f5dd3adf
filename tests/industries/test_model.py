"""The small model: numpy at run time gives what was stored, and one batch what single names give."""

import numpy as np
import pytest

from dashboard.industries import CODES, model

# Weights of the committed file, to the tolerance that the training script states.
EXPECTED = [
    ("Novagenomix", "LSC", 0.3736),
    ("Bankery", "FIN", 0.8612),
    ("Kreativwerk", "MKT", 0.613),
    ("Orthovance", "HLT", 0.2861),
    ("Universidad de Nada", "EDU", 0.9733),
]
TOLERANCE = 0.02


def shares(names: list[str]) -> np.ndarray:
    scores, _ = model.scores(names)
    lifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return lifted / lifted.sum(axis=1, keepdims=True)


@pytest.mark.parametrize(("name", "industry", "share"), EXPECTED)
def test_stored_expectation(name: str, industry: str, share: float) -> None:
    found = shares([name])[0]
    assert CODES[found.argmax()] == industry
    assert found.max() == pytest.approx(share, abs=TOLERANCE)


def test_features_are_those_the_weights_were_trained_on() -> None:
    made = model.features([["nova", "bank"]])
    assert len(made.row) == 22
    assert sorted(made.bucket.tolist())[:4] == [1635, 3217, 5511, 13969]
    assert int(made.bucket.sum()) == 659_104
    assert float((made.value**2).sum()) == pytest.approx(1, abs=1e-6)


def test_a_batch_gives_what_single_names_give() -> None:
    names = [f"{stem} {tail}" for stem in ("Nova", "Bank of", "水戸", "a", "Ünïcode", "x" * 300)
             for tail in ("", "Pharma", "GmbH & Co. KG", "de la Rue")] * 90
    together, told = model.scores(names)
    for at in (0, 5, 11, len(names) - 1):
        alone, word = model.scores([names[at]])
        assert together[at] == pytest.approx(alone[0], abs=1e-4)
        assert told[at] == word[0]


def test_the_word_that_told_most_is_named() -> None:
    assert model.scores(["Zalindra Pharmaceuticals"])[1] == ["pharmaceuticals"]


def test_nothing_in_nothing_out() -> None:
    scores, words = model.scores([])
    assert scores.shape == (0, 24) and words == []


def test_the_file_is_small() -> None:
    assert model.WEIGHTS.stat().st_size < 5 * 2**20
