"""The employer table: exact on the company key, else a prefix of two words or more that is itself an entry.

Never a one-word prefix: "Delta Dental" is no airline. No fuzzy matching.
"""

import re
from dataclasses import dataclass
from functools import cache

from dashboard.industries.names import CONNECTORS, cities, company_key, place_tail
from dashboard.industries.tables import tsv_rows

EXACT, LOOSE, PREFIX = 0.97, 0.92, 0.85
_MIN_COMPACT = 5
_MIN_PREFIX_LETTERS = 6
# Where a name goes on after an entry: "Google | Cloud", "Siemens, Munich", "Bosch - Home".
_SEPARATOR = re.compile(r"\s[-–—|/:•·]\s|[,|/;@]\s?|\s?[–—]\s?")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found: its industry, its name as the table writes it, how far to trust the way it was found.

    ``rest`` are the words after a prefix match ("Stanford University | Hospital"), else empty.
    """

    industry: str
    confidence: float
    employer: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    by_key: dict[str, tuple[str, str]]
    by_compact: dict[str, tuple[str, str]]
    heads: dict[str, int]  # first two words of a longer entry -> most words such an entry has


@cache
def _table() -> _Table:
    by_key: dict[str, tuple[str, str]] = {}
    by_compact: dict[str, tuple[str, str]] = {}
    heads: dict[str, int] = {}
    for name, industry in tsv_rows("employers.tsv"):
        key = company_key(name)
        by_key.setdefault(key, (industry, name))
        by_compact.setdefault(compact(key), (industry, name))
        parts = key.split()
        if len(parts) >= 2 and parts[-1] not in CONNECTORS and _is_telling(parts):
            head = " ".join(parts[:2])
            heads[head] = max(heads.get(head, 0), len(parts))
    return _Table(by_key, by_compact, heads)


def _is_telling(parts: list[str]) -> bool:
    """Whether an entry may be the start of a longer name: "L&T Finance" is not the builder L&T."""
    return sum(len(part) for part in parts if part not in CONNECTORS) >= _MIN_PREFIX_LETTERS


def compact(key: str) -> str:
    """A key without its spaces: "JP Morgan" and "jpmorgan.com" meet here."""
    return key.replace(" ", "")


def find(company: str) -> Match | None:
    """The entry for a company name as people type it; None if the table has none."""
    key = company_key(company)
    return _by_key(key) or _first_part(company) or _prefix(key)


def find_label(label: str) -> Match | None:
    """The entry for the label of a domain ("bankofamerica", "t-mobile") or a whole one ("booking.com")."""
    entry = _table().by_compact.get("".join(c for c in label.lower() if c.isalnum()))
    return Match(entry[0], LOOSE, entry[1]) if entry else None


def _by_key(key: str) -> Match | None:
    table = _table()
    if entry := table.by_key.get(key):
        return Match(entry[0], EXACT, entry[1])
    parts = key.split()
    if (cut := place_tail(parts, cities())) and (entry := table.by_key.get(" ".join(parts[:-cut]))):
        return Match(entry[0], LOOSE, entry[1])
    if len(parts) > 1 and parts[-1] == "spa" and (entry := table.by_key.get(" ".join(parts[:-1]))):
        return Match(entry[0], LOOSE, entry[1])  # "Ferrero Spa": the company form, not a bath
    joined = compact(key)
    if len(joined) >= _MIN_COMPACT and (entry := table.by_compact.get(joined)):
        return Match(entry[0], LOOSE, entry[1])
    return None


def _first_part(company: str) -> Match | None:
    parts = _SEPARATOR.split(company, maxsplit=1)
    if len(parts) < 2:
        return None
    key = company_key(parts[0])
    entry = _table().by_key.get(key) if len(key) > 1 else None
    if entry is None:
        return None
    rest = tuple(company_key(parts[1]).split())
    return Match(entry[0], LOOSE, entry[1], rest)


def _prefix(key: str) -> Match | None:
    table = _table()
    parts = key.split()
    longest = table.heads.get(" ".join(parts[:2]), 0) if len(parts) > 2 else 0
    for size in range(min(longest, len(parts) - 1), 1, -1):
        entry = table.by_key.get(" ".join(parts[:size]))
        if entry and _is_telling(parts[:size]) and not {parts[size - 1], parts[size]} & CONNECTORS:
            return Match(entry[0], PREFIX, entry[1], tuple(parts[size:]))
    return None
