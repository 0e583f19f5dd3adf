"""Where the made-up people work: well-known employers, and firms that do not exist but tell their trade.

Mail domains end in ``.example`` (RFC 2606), so that no address can be anybody's. Their first label is what
the engine lets a domain call a company: its name in one word, its first word, or its initials.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from dashboard.sample.tables import read_table

_VAGUE_FIRST_WORDS = frozenset(
    ("bank", "university", "technical", "hospital", "city", "ministry", "hotel", "deutsche", "american",
     "european", "health", "grant", "london", "liberty", "food", "real")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Employer:
    """A company, its industry (taxonomy code) and its mail domain. ``is_known``: in the employer table."""

    name: str
    industry: str
    domain: str
    is_known: bool


@cache
def employers() -> tuple[Employer, ...]:
    """All employers, known ones first within an industry; every domain belongs to exactly one."""
    taken: set[str] = set()
    found: list[Employer] = []
    for industry, is_known, name in read_table("companies.tsv"):
        label = next(x for x in _labels(name, turn=len(found)) if x not in taken)
        taken.add(label)
        found.append(Employer(name, industry, f"{label}.example", is_known == "yes"))
    return tuple(found)


def made_up(name: str) -> Employer:
    """A made-up employer by name; KeyError if there is none."""
    return {e.name: e for e in employers() if not e.is_known}[name]


def _labels(name: str, turn: int) -> tuple[str, ...]:
    """What the domain of that company may start with, the preferred form first: forms take turns."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o"))
    words = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()
    if words[-1] in ("group", "company"):  # no part of the name's key
        words.pop()
    joined = "".join(words)
    initials = "".join(w[0] for w in words)
    first = words[0]
    if len(words) == 1 or len(first) < 4 or first in _VAGUE_FIRST_WORDS:
        return (joined,)
    if len(words) >= 3 and turn % 3 == 0:
        return (initials, joined)
    return (first, joined) if turn % 4 else (joined,)
