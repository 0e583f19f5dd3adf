"""Words in a company name -> industry. Whole words, head noun aware; an index by word, no scan over patterns.

Patterns (data/name_rules.tsv): "credit union" are words in a row; "pharm*" and "*klinik" are the start or the
end of one word; in CAPITALS a word counts only when the name writes it so ("IT", not "Make it happen").
A rule of confidence below STRONG is a generic word ("solutions"): it speaks only where no other does.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.industries.names import plain, words
from dashboard.industries.tables import tsv_rows

STRONG = 0.6
_PARTNERSHIP = 0.5
_DILUTED = 0.88  # "Insurance Solutions" may as well be software
_HEADED_BY = frozenset(
    {
        "of",
        "de",
        "del",
        "della",
        "dello",
        "di",
        "du",
        "des",
        "do",
        "da",
        "dos",
        "das",
        "for",
        "fur",
        "fuer",
        "pour",
        "para",
        "per",
        "van",
        "von",
        "voor",
        "in",
    }
)
# They head a name even after "University of Texas": the medical centre is no university.
_INSTITUTIONS = frozenset(
    {
        "hospital",
        "hospitals",
        "childrens hospital",
        "medical center",
        "medical centre",
        "cancer center",
        "clinic",
        "health system",
        "health care",
        "healthcare",
        "credit union",
        "federal credit union",
        "foundation",
        "press",
        "university press",
        "museum",
        "hospital system",
        "medical group",
        "health sciences center",
    }
)
_NEXT_TO_EMPLOYER = _INSTITUTIONS | {
    "university",
    "college",
    "school",
    "school of medicine",
    "business school",
    "law school",
    "insurance",
    "assurances",
    "seguros",
    "assicurazioni",
    "versicherung",
    "real estate",
    "immobilier",
}
_OVER_UNIVERSITY = frozenset({"health", "medicine"})
_OFFICES = frozenset({"department of", "dept of", "office of", "bureau of", "board of", "law"})
_UNIVERSITIES = frozenset(
    {
        "university",
        "universitat",
        "universitaet",
        "universite",
        "universidad",
        "universidade",
        "universita",
        "universiteit",
        "institute of technology",
        "polytechnic",
    }
)
_MAX_AFFIX, _MIN_STEM = 18, 3


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: what it says, how sure alone, and its text."""

    industry: str
    confidence: float
    text: str
    in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule found in a name, from word ``start`` to before word ``end``."""

    start: int
    end: int
    rule: Rule

    @property
    def is_strong(self) -> bool:
        """Whether the word says something by itself."""
        return self.rule.confidence >= STRONG


@dataclass(frozen=True, slots=True)
class _Index:
    phrases: dict[str, list[tuple[tuple[str, ...], Rule]]]  # by first word, longest first
    starts: dict[str, Rule]
    ends: dict[str, Rule]


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    for industry, confidence, pattern in tsv_rows("name_rules.tsv"):
        text = plain(pattern)
        rule = Rule(industry, float(confidence), pattern.strip("*"), text.isupper())
        if text.endswith("*"):
            index.starts[text[:-1]] = rule
        elif text.startswith("*"):
            index.ends[text[1:]] = rule
        else:
            found = tuple(word.lower() for word in words(text))
            index.phrases.setdefault(found[0], []).append((found, rule))
    for options in index.phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return index


def hits(found: list[str]) -> list[Hit]:
    """Rules in the words of a name, left to right, the longest at each word, none overlapping."""
    lower = [word.lower() for word in found]
    out: list[Hit] = []
    at = 0
    while at < len(lower):
        hit = _phrase(lower, found, at)
        if hit is None and (rule := _affix(lower[at])):
            hit = Hit(at, at + 1, rule)
        if hit:
            out.append(hit)
        at = hit.end if hit else at + 1
    return out


def _phrase(lower: list[str], found: list[str], at: int) -> Hit | None:
    for phrase, rule in _index().phrases.get(lower[at], ()):
        end = at + len(phrase)
        fits = len(phrase) == 1 or tuple(lower[at:end]) == phrase
        if fits and (not rule.in_capitals or all(word.isupper() for word in found[at:end])):
            return Hit(at, end, rule)
    return None


@lru_cache(maxsize=100_000)
def _affix(word: str) -> Rule | None:
    """The longest start or end of the word that is a rule; before an end stands a stem or nothing."""
    index = _index()
    stem = _MIN_STEM if word.isascii() else 2  # two signs are a name in Chinese
    for size in range(min(len(word), _MAX_AFFIX), 1, -1):
        rule = index.starts.get(word[:size])
        if rule is None and (size == len(word) or len(word) - size >= stem):
            rule = index.ends.get(word[-size:])
        if rule:
            return rule
    return None


def head(found: list[str], of_name: list[Hit]) -> Hit | None:
    """The hit that names what the company is: the last strong one, or the last before "of", "de", "für".

    An institution at the very end wins over that ("University of Texas Medical Center"). Without a strong hit
    the surest weak one, the later of two equals.
    """
    strong = _without_offices([hit for hit in of_name if hit.is_strong])
    if not strong:
        return max(of_name, key=lambda hit: (hit.rule.confidence, hit.start), default=None)
    links = (i for i, word in enumerate(found) if i > strong[0].start and word.lower() in _HEADED_BY)
    link = next(links, len(found))
    before = [hit for hit in strong if hit.start < link]
    if not before:
        return strong[-1]
    last = strong[-1]
    return last if _is_institution(last, before[-1], link, len(found)) else before[-1]


def _without_offices(strong: list[Hit]) -> list[Hit]:
    """Without "Department of ..." and the like where a university follows: it is the university's."""
    if any(hit.rule.text in _OFFICES for hit in strong):
        sure = [hit for hit in strong if hit.rule.industry == "EDU" and hit.rule.text in _UNIVERSITIES]
        return sure or strong
    return strong


def _is_institution(last: Hit, named: Hit, link: int, length: int) -> bool:
    if last.end != length or last.start <= link + 1:
        return False
    at_university = named.rule.industry == "EDU" and last.rule.text in _OVER_UNIVERSITY
    return at_university or last.rule.text in _INSTITUTIONS


def read(name: str) -> tuple[str, float, str] | None:
    """(industry, confidence, matched words) for a company name, or None where no rule applies."""
    found = words(name)
    of_name = hits(found)
    chosen = head(found, of_name)
    if chosen is None:
        return ("LAW", _PARTNERSHIP, found[-1].lower()) if _is_partnership(found) else None
    matched = " ".join(found[chosen.start : chosen.end]).lower()
    return chosen.rule.industry, _confidence(found, chosen, of_name), matched


def _is_partnership(found: list[str]) -> bool:
    """Surnames and LLP ("Nixon Peabody LLP"): mostly lawyers, sometimes accountants."""
    return len(found) > 2 and found[-1].lower() in {"llp", "pllc"}


def _confidence(found: list[str], chosen: Hit, of_name: list[Hit]) -> float:
    """The rule's own, a little more where another hit agrees, less where a generic word follows."""
    confidence = chosen.rule.confidence
    others = [hit for hit in of_name if hit is not chosen]
    if any(hit.rule.industry == chosen.rule.industry for hit in others):
        confidence = min(confidence + 0.05, 0.97)
    if any(_dilutes(found, chosen, hit) for hit in others):
        confidence *= _DILUTED
    return round(confidence, 3)


def _dilutes(found: list[str], chosen: Hit, later: Hit) -> bool:
    """Whether a generic word blurs the head: "Insurance Solutions", but not "University of Technology"."""
    between = {word.lower() for word in found[chosen.end : later.start]}
    return (
        later.start > chosen.start
        and not later.is_strong
        and not between & _HEADED_BY
        and later.rule.industry != chosen.rule.industry
    )


def institution(rest: tuple[str, ...]) -> Hit | None:
    """What the words after an employer's name say, if they name an institution of another kind.

    "Stanford University | Hospital": the hospital; "US Army | Corps of Engineers": nothing.
    """
    if not rest:
        return None
    of_rest = [hit for hit in hits(list(rest)) if hit.is_strong]
    if of_rest and of_rest[-1].end == len(rest) and of_rest[-1].rule.text in _NEXT_TO_EMPLOYER:
        return of_rest[-1]
    return None
