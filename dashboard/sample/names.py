"""Given and family names of sixteen cultures, for people who do not exist.

Letters are kept to those that lose their accent cleanly (é, ö, ş), plus a few that do not (ł, ø) as a trap.
"""

import unicodedata
from collections.abc import Iterator
from random import Random

from dashboard.sample.tables import read_table

_CULTURES = read_table("names.tsv")  # one culture a line
GIVEN = tuple(tuple(given.split()) for given, _ in _CULTURES)
FAMILY = tuple(tuple(family.split()) for _, family in _CULTURES)

_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae"})


def people_names(rng: Random) -> Iterator[tuple[str, str]]:
    """Endless (given, family) pairs: no pair comes twice in the first 10,000."""
    seen: set[tuple[str, str]] = set()
    while True:
        culture = rng.randrange(len(GIVEN))
        other = rng.randrange(len(GIVEN)) if rng.random() < 0.15 else culture
        pair = (rng.choice(GIVEN[culture]), rng.choice(FAMILY[other]))
        if pair in seen and len(seen) < 10_000:
            continue
        seen.add(pair)
        yield pair


def ascii_word(text: str) -> str:
    """ "O'Rourke" -> "orourke": letters and digits only, lower case, no accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in decomposed.lower() if c.isascii() and c.isalnum())
