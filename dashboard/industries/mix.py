"""Re-weighting uncertain guesses by the industries that are sure in the same workspace.

Somebody whose known contacts are mostly in health care has probably met one more of them. The model table
industry_guess does the same in SQL (queries/model/62_industry_guess.sql); a test holds the two together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.industries.classifier import LIKELY, Guess, answer
from dashboard.industries.taxonomy import CODES

ANSWERED = frozenset({"file", "employer", "domain", "name"})  # layers whose answers make the mix, and keep theirs
PSEUDO_PEOPLE = 50  # people of an even mix added: a handful of contacts says little
POWER = 0.5

Mix = Mapping[str, float]


def mix_of(guesses: Iterable[Guess]) -> dict[str, float]:
    """Share of each industry among the answered, the pseudo people of an even mix included; sums to 1."""
    counts = Counter(guess.industry for guess in guesses if guess.layer in ANSWERED)
    total = sum(counts.values()) + PSEUDO_PEOPLE
    return {code: (counts[code] + PSEUDO_PEOPLE / len(CODES)) / total for code in CODES}


def reweighted(guess: Guess, mix: Mix) -> Guess:
    """The guess with its weights times (share in the mix / even share) ** POWER; the answered stay as they are.

    The weight not listed among the guesses keeps the factor 1.
    """
    if guess.layer in ANSWERED or not guess.guesses:
        return guess
    lifted = {code: weight * (mix[code] * len(CODES)) ** POWER for code, weight in guess.guesses}
    total = sum(lifted.values()) + max(1 - sum(weight for _, weight in guess.guesses), 0.0)
    ranked = sorted(
        ((code, weight / total) for code, weight in lifted.items()), key=lambda each: (each[1], each[0]), reverse=True
    )
    return answer(replace(guess, guesses=tuple(ranked)), LIKELY)
