"""Company names as people type them -> words, and the key two spellings of one company share."""

import re
import unicodedata
from functools import cache, lru_cache

from dashboard.industries.tables import word_list

# What NFKD does not take apart.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
    }
)
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.\s?)+[^\W\d_]\b\.?")  # U.S., J. P., G.m.b.H.
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
# "S.p.A." is a company form, "spa" a bath: only the spelling tells. Likewise A/S and e.V.
_SPELLINGS = re.compile(r"\b[Ss]\.\s?[Pp]\.\s?[Aa]\b\.?|\bSpA\b|(?<=\s)SPA$|\b[Aa]/[Ss]\b|\be\.\s?V\b\.?")

LEADING = frozenset({"the", "pt", "ooo", "ао", "ооо", "пао"})
CONNECTORS = frozenset(
    {
        "of",
        "for",
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
        "la",
        "le",
        "el",
        "and",
        "fur",
        "fuer",
        "pour",
        "para",
        "por",
        "per",
        "van",
        "von",
        "voor",
        "der",
        "den",
        "in",
        "at",
        "to",
        "y",
        "et",
        "und",
        "e",
        "the",
        "by",
    }
)
_FORMS_LISTED = [tuple(form.split()) for form in word_list("legal_forms.txt")]
_LEGAL = frozenset(_FORMS_LISTED)
_LAST_OF_FORM = frozenset(form[-1] for form in _FORMS_LISTED)
_LONGEST_FORM = max(len(form) for form in _FORMS_LISTED)
_COMMON_WORDS = frozenset(word_list("common_words.txt"))


def plain(text: str) -> str:
    """Accents stripped, letters such as ø and ß spelled out, apostrophes dropped; case kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.replace("'", "")


def words(text: str) -> list[str]:
    """The words of a text without accents, in their case; dotted acronyms are one word (U.S. -> US)."""
    if "." in text or "/" in text or "SPA" in text or "SpA" in text:  # few names: two passes saved
        text = _ACRONYM.sub(_join, _SPELLINGS.sub(" ", text))
    return _WORD.findall(plain(text))


def _join(match: re.Match[str]) -> str:
    return "".join(c for c in match.group() if c.isalnum()) + " "


@lru_cache(maxsize=200_000)
def company_key(name: str) -> str:
    """What two spellings of one company share: "The Müller Group GmbH & Co. KG (India)" -> "muller".

    Lower case, no accents, no brackets, no legal form, no leading "the", no trailing country or world region;
    "" for a name without letters or digits. It depends on the name alone, never on the tables' entries,
    so decisions may be stored under it.
    """
    bare = _BRACKETS.sub(" ", name) if "(" in name or "[" in name or "{" in name else name
    found = [word.lower() for word in words(bare.replace("&", " and ").replace("+", " and "))]
    if not found:  # the whole name stands in brackets
        found = [word.lower() for word in words(name)]
    return " ".join(_without_tail(_without_head(found)))


def _without_head(found: list[str]) -> list[str]:
    return found[1:] if len(found) > 1 and found[0] in LEADING else found


def _without_tail(found: list[str]) -> list[str]:
    """Legal forms and places off the end, in any order, as long as a name remains."""
    while True:
        cut = legal_tail(found) or place_tail(found, countries())
        if not cut:
            return found
        found = found[:-cut]


def legal_tail(found: list[str]) -> int:
    """How many words at the end are a legal form (and the "and" before it), a name remaining."""
    if not found or found[-1] not in _LAST_OF_FORM:
        return 0
    for size in range(min(_LONGEST_FORM, len(found) - 1), 0, -1):
        if tuple(found[-size:]) in _LEGAL and not _is_no_name(found[:-size]):
            return size + 1 if found[-size - 1] == "and" and len(found) > size + 1 else size
    return 0


def place_tail(found: list[str], places: frozenset[str]) -> int:
    """How many words at the end are a place that may go; 0 where it is part of the name ("Bank of India")."""
    for size in (3, 2, 1):
        rest = found[:-size]
        if not rest or " ".join(found[-size:]) not in places:
            continue
        return 0 if rest[-1] in CONNECTORS or _is_no_name(rest) else size
    return 0


def _is_no_name(rest: list[str]) -> bool:
    return len(rest) == 1 and (len(rest[0]) == 1 or rest[0] in _COMMON_WORDS)


@cache
def countries() -> frozenset[str]:
    """Countries and world regions, as keys ("middle east", "deutschland")."""
    return frozenset(entry[1:] for entry in word_list("places.txt") if entry[0] == "=")


@cache
def cities() -> frozenset[str]:
    """Cities, states and provinces, and every country: what may follow an employer's name."""
    return countries() | {entry for entry in word_list("places.txt") if entry[0] != "="}
