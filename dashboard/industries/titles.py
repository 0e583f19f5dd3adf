"""What a position says: the person's function, and a prior over industries where nothing is known of the employer.

Patterns as in company names (whole words, ``x*`` and ``*x``), in English, Spanish, Portuguese, French, German,
Italian and Dutch. data/title_functions.tsv gives each a function and an occupation (SOC 2018), whose people's
industries are in data/occupation_industry.csv; data/title_rules.tsv names the industry a title is anchored in. The
self-employed are in the industry of what they do (data/self_employed.tsv): nobody else employs them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.industries.names import plain, words
from dashboard.industries.tables import csv_rows, tsv_rows
from dashboard.industries.taxonomy import CODES, reference_shares

# Said of somebody only where the title says nothing more telling: "director of sales" is sales.
_GENERAL = frozenset({"leadership", "admin", "student", "consulting"})
_LONGEST = 160
_MIN_AFFIX, _MAX_AFFIX = 4, 18
_SMOOTHING = 0.15  # how much of everybody's industries is mixed into an occupation's
_SELF_EMPLOYED = 0.75

Prior = Mapping[str, float]  # industry -> share, all 24, sum 1


@dataclass(frozen=True, slots=True)
class _Pattern:
    text: str
    function: str = ""
    occupation: str = ""
    industry: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    pattern: _Pattern


@dataclass(frozen=True, slots=True)
class _Index:
    phrases: dict[str, list[tuple[tuple[str, ...], _Pattern]]]
    starts: dict[str, _Pattern]
    ends: dict[str, _Pattern]


@dataclass(frozen=True, slots=True)
class Title:
    """A position read: function or None, prior over industries or None, and the words that say so."""

    function: str | None
    prior: Prior | None
    matched: str


NOTHING = Title(None, None, "")


def _indexed(patterns: list[_Pattern]) -> _Index:
    index = _Index({}, {}, {})
    for pattern in patterns:
        text = plain(pattern.text).lower()
        if text.endswith("*"):
            index.starts.setdefault(text[:-1], pattern)
        elif text.startswith("*"):
            index.ends.setdefault(text[1:], pattern)
        elif found := tuple(word.lower() for word in words(text)):
            index.phrases.setdefault(found[0], []).append((found, pattern))
    for options in index.phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return index


@cache
def _functions() -> _Index:
    return _indexed(
        [_Pattern(text, function, occupation) for function, occupation, text in tsv_rows("title_functions.tsv")]
    )


@cache
def _anchors() -> _Index:
    return _indexed(
        [
            _Pattern(text, industry=industry, confidence=float(confidence))
            for industry, confidence, text in tsv_rows("title_rules.tsv")
        ]
    )


def _hits(found: list[str], index: _Index) -> list[_Hit]:
    """Patterns in the words, left to right, the longest at each word, none overlapping."""
    out: list[_Hit] = []
    at = 0
    while at < len(found):
        hit = _at(found, at, index)
        if hit:
            out.append(hit)
        at = hit.end if hit else at + 1
    return out


def _at(found: list[str], at: int, index: _Index) -> _Hit | None:
    for phrase, pattern in index.phrases.get(found[at], ()):
        end = at + len(phrase)
        if tuple(found[at:end]) == phrase:
            return _Hit(at, end, pattern)
    word = found[at]
    for size in range(min(len(word), _MAX_AFFIX), _MIN_AFFIX - 1, -1):
        affix = index.starts.get(word[:size]) or index.ends.get(word[-size:])
        if affix:
            return _Hit(at, at + 1, affix)
    return None


def _before_to(found: list[str]) -> list[str]:
    """ "Assistant to the CFO" assists: what follows "to" is somebody else's title."""
    return found[: found.index("to")] if "to" in found[1:] else found


def _telling(hits: list[_Hit]) -> _Hit | None:
    """The most telling hit: of a special function, with an occupation, of more words, the earlier."""
    return max(
        hits,
        key=lambda hit: (
            hit.pattern.function not in _GENERAL,
            bool(hit.pattern.occupation),
            hit.end - hit.start,
            -hit.start,
        ),
        default=None,
    )


@lru_cache(maxsize=100_000)
def read(position: str, is_self_employed: bool = False) -> Title:
    """What a position says; NOTHING if no word of it is known."""
    found = [word.lower() for word in words(position[:_LONGEST])]
    function = _telling(_hits(_before_to(found), _functions()))
    anchor = max(_hits(found, _anchors()), key=lambda hit: (hit.pattern.confidence, hit.end - hit.start), default=None)
    told = function or anchor
    if told is None:
        return NOTHING
    occupation = function.pattern.occupation if function else ""
    prior = _own(occupation, anchor) if is_self_employed else _prior(occupation, anchor)
    matched = " ".join(found[told.start : told.end])
    return Title(function.pattern.function if function else None, prior, matched)


def _prior(occupation: str, anchor: _Hit | None) -> Prior | None:
    shares = _of_occupation(occupation)
    if anchor is None:
        return shares
    return _towards(anchor.pattern.industry, anchor.pattern.confidence, shares or reference_shares("professional"))


def _own(occupation: str, anchor: _Hit | None) -> Prior | None:
    industry = _self_employed().get(occupation)
    shares = _prior(occupation, anchor)
    if industry is None:
        return shares
    return _towards(industry, _SELF_EMPLOYED, shares or reference_shares("professional"))


def _towards(industry: str, confidence: float, shares: Prior) -> Prior:
    return {code: (1 - confidence) * share + (confidence if code == industry else 0) for code, share in shares.items()}


@cache
def _self_employed() -> dict[str, str]:
    return {row[0]: row[1] for row in tsv_rows("self_employed.tsv")}


@cache
def _occupations() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in csv_rows("occupation_industry.csv"):
        found.setdefault(row["soc_2018"], {})[row["industry"]] = float(row["share"])
    return found


@cache
def _of_occupation(occupation: str) -> Prior | None:
    """Industries of an occupation's people; the source leaves out shares below 3 %: everybody's mix fills them."""
    listed = _occupations().get(occupation)
    if not listed:
        return None
    everybody = reference_shares("professional")
    rest = max(1 - sum(listed.values()), 0.0)
    full = {code: listed.get(code, 0.0) + rest * everybody[code] for code in CODES}
    total = sum(full.values())
    return {code: (1 - _SMOOTHING) * full[code] / total + _SMOOTHING / len(CODES) for code in CODES}
