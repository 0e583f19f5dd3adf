"""Forms of given names: Bob is short for Robert, Sasha is Aleksandr.

English forms are those of the package ``nicknames``; other languages' stand in data/given_names.tsv, a line a name.
"""

from functools import cache, lru_cache

import nicknames

from dashboard.identity.tables import read_table, words


@cache
def _english() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Short form -> full forms, and every name there is."""
    full: dict[str, set[str]] = {}
    for triplet in nicknames.name_triplets():
        full.setdefault(triplet.name2, set()).add(triplet.name1)
    return {short: frozenset(forms) for short, forms in full.items()}, frozenset(full) | {
        form for forms in full.values() for form in forms
    }


@cache
def _others() -> dict[str, frozenset[int]]:
    """Name -> the lines it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(read_table("given_names.tsv")):
        for name in " ".join(line).split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def common_family_names() -> frozenset[str]:
    """Family names so common, somewhere, that a full name alone says little."""
    return words("common family name")


@lru_cache(maxsize=100_000)
def roots(name: str) -> frozenset[str]:
    """What the name may be short for, itself included: forms of one name share a root."""
    full, _ = _english()
    return frozenset({name}) | full.get(name, frozenset()) | {f"#{line}" for line in _others().get(name, ())}


def is_short_for(short: str, name: str) -> bool:
    """Whether the one is an English short form of the other."""
    return name in _english()[0].get(short, frozenset())


def is_given_name(word: str) -> bool:
    """Whether the word is a given name on one of the lists."""
    return word in _english()[1] or word in _others()
