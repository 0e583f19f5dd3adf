"""An industry as a file writes it -> our code.

Understood: our own codes and labels, LinkedIn's names (both generations), GICS, NAICS and ISIC titles and
codes, and the free words of other systems in English, German, French, Spanish, Portuguese and Italian, slips
of one letter included. What is not understood is None: the classifier's other layers then speak.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dashboard.industries import name_rules
from dashboard.industries.names import words
from dashboard.industries.tables import tsv_rows
from dashboard.industries.taxonomy import BY_CODE, INDUSTRIES

_PARTS = re.compile(r"\s*[/|;,:(){}\[\]]\s*|\s+[-–—]\s+")
_JOINED = re.compile(r"\s(?:&|and|und|et|y|e)\s", re.IGNORECASE)
_NUMBER = re.compile(r"(?:NAICS|GICS)?[\s:]*(\d{2,8})(?:-\d\d)?", re.IGNORECASE)
_ISIC = re.compile(r"(?:(?:ISIC|NACE)[\s:]*)?([A-U])(?:[.\s]?(\d\d)(?:\.?(\d{1,2}))?)?(?:\.\d{1,2})?")
_NACE = re.compile(r"(?:ISIC|NACE|SIC|CNAE|ATECO|WZ|NAF)?[\s:]*(\d\d)\.(\d{1,2})(?:\.?\d{0,2}[A-Z]?)?", re.IGNORECASE)
# ISIC and NACE share their divisions; a code without its letter: the last division of each section.
_SECTIONS = (
    (3, "A"),
    (9, "B"),
    (33, "C"),
    (35, "D"),
    (39, "E"),
    (43, "F"),
    (47, "G"),
    (53, "H"),
    (56, "I"),
    (63, "J"),
    (66, "K"),
    (68, "L"),
    (75, "M"),
    (82, "N"),
    (84, "O"),
    (85, "P"),
    (88, "Q"),
    (93, "R"),
    (96, "S"),
    (98, "T"),
    (99, "U"),
)
_FILLERS = frozenset({"industry", "industries", "sector", "sectors", "branche", "company", "companies"})
_SHORTEST_SLIP, _LONGEST_SLIP = 6, 28
_LONGEST = 200


@lru_cache(maxsize=50_000)
def industry_of_text(text: str) -> str | None:
    """The code for an industry as written ("Technology", "Hospital & Health Care", "softwear"), or None."""
    text = text.strip()[:_LONGEST]
    if not text:
        return None
    if text in BY_CODE:
        return text
    path = [part for part in text.split(">") if part.strip()]  # "Media > Advertising": last is nearest
    return next((code for part in reversed(path) if (code := _of_part(part.strip()))), None)


def _of_part(text: str) -> str | None:
    return (
        _titles().get(_key(text))
        or _of_code(text)
        or next(_of_pieces(_PARTS.split(text)), None)
        or _of_slip(_key(text))
        or next(_of_pieces(_JOINED.split(text)), None)
        or _of_words(text)
    )


def _of_pieces(split: list[str]) -> Iterator[str]:
    pieces = [piece for piece in split if piece.strip()]
    for piece in pieces if len(pieces) > 1 else ():
        if code := _titles().get(_key(piece)) or _of_slip(_key(piece)):
            yield code


def _key(text: str) -> str:
    """Lower case, no accents, "&" and "and" left out, and no "industry" or "sector" around it."""
    found = [word.lower() for word in words(text)]
    kept = [word for word in found if word != "and"]
    bare = [word for word in kept if word not in _FILLERS]
    return " ".join(bare if bare and len(kept) > 1 else kept)


@cache
def _titles() -> dict[str, str]:
    found = {_key(name): industry for industry, name in tsv_rows("industry_names.tsv")}
    for industry in INDUSTRIES:
        found |= {_key(industry.label): industry.code, _key(industry.short_label): industry.code}
    return found


def _of_slip(key: str) -> str | None:
    """A title one letter away (missing, too many, changed, swapped); None if two codes are."""
    if not _SHORTEST_SLIP <= len(key) <= _LONGEST_SLIP:
        return None
    near = _slips()
    codes = {
        code
        for form, at in _without_one(key)
        for start, code, place in near.get(form, ())
        if start == key[0] and (at < 0 or place < 0 or abs(at - place) <= 1)
    }
    return codes.pop() if len(codes) == 1 else None


@cache
def _slips() -> dict[str, list[tuple[str, str, int]]]:
    """Titles, whole and with one letter left out -> first letter, code, which letter (-1: none)."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for title, code in _titles().items():
        if _SHORTEST_SLIP <= len(title) <= _LONGEST_SLIP:
            for form, at in _without_one(title):
                found.setdefault(form, []).append((title[0], code, at))
    return found


def _without_one(key: str) -> list[tuple[str, int]]:
    return [(key, -1), *((key[:at] + key[at + 1 :], at) for at in range(len(key)))]


@cache
def _codes() -> dict[tuple[str, str], str]:
    return {(scheme, code): industry for scheme, code, industry in tsv_rows("industry_codes.tsv")}


def _of_code(text: str) -> str | None:
    """A bare number is NAICS with two to six digits, GICS with eight; ISIC has its letter in front, NACE a dot."""
    if found := _NUMBER.fullmatch(text):
        gics = len(found[1]) == 8 or text.upper().startswith("GICS")
        return industry_of_code("gics" if gics else "naics", found[1])
    if found := _ISIC.fullmatch(text):
        return industry_of_code("isic", "".join(part or "" for part in found.groups()))
    if found := _NACE.fullmatch(text):
        return industry_of_code("isic", section_of(found[1]) + found[1] + found[2])
    return None


def section_of(division: str) -> str:
    """The letter of the ISIC or NACE section that a division of two digits lies in; "" if there is none."""
    return next((letter for last, letter in _SECTIONS if int(division) <= last), "")


def industry_of_code(scheme: str, code: str) -> str | None:
    """Our code for one of "naics", "isic" or "gics", by its longest known beginning."""
    known = _codes()
    found = (known.get((scheme, code[:size])) for size in range(len(code), 0, -1))
    return next((industry for industry in found if industry), None)


def _of_words(text: str) -> str | None:
    """Last, as in a company name: "Hospital administration" holds the word "hospital"."""
    found = name_rules.read(text)
    return found[0] if found and found[1] >= 0.8 else None
