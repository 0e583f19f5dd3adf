"""How to greet somebody by a name as files write it: "Dr. Anna Smith, PhD 🚀" is Anna, "李明" is 李明."""

import re
import unicodedata

_TITLES = {
    "dr",
    "prof",
    "professor",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "sir",
    "herr",
    "frau",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "dipl.-ing",
    "dipl-ing",
    "univ.-prof",
    "dott",
    "dott.ssa",
}
# These need their full stop: Hon Lik and Mag Ruffman are names.
_DOTTED_TITLES = {
    "rev",
    "hon",
    "capt",
    "col",
    "gen",
    "lt",
    "maj",
    "sgt",
    "ing",
    "mag",
    "dipl",
    "avv",
    "sr",
    "sra",
}
_CREDENTIALS = {
    "phd",
    "dphil",
    "md",
    "mba",
    "msc",
    "bsc",
    "ma",
    "ba",
    "bs",
    "ms",
    "llm",
    "llb",
    "jd",
    "mph",
    "mpa",
    "cfa",
    "cpa",
    "pmp",
    "frm",
    "acca",
    "cma",
    "cissp",
    "esq",
    "jr",
    "sr",
    "ii",
    "iii",
    "iv",
    "dds",
    "rn",
    "pe",
    "ceng",
    "fca",
    "aca",
    "cfp",
    "shrm-cp",
    "shrm-scp",
    "csm",
    "cspo",
    "pmi-acp",
    "gphr",
    "sphr",
    "phr",
    "edd",
    "meng",
    "beng",
    "mfa",
    "mres",
}
_ANY_CASE = {"jr", "sr", "esq"}  # the others must look it: "Jack Ma" is no Master of Arts
_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\"[^\"]*\"|“[^”]*”")


def first_name(name: str) -> str:
    """The name to greet with; the whole name where a first name cannot be told. "" only for ""."""
    shown = _plain(name) or name
    if any(unicodedata.name(char, "").startswith(_CJK) for char in shown):
        return shown
    words = _in_order(shown).split()
    titled = 0
    while titled < len(words) - 1 and _is_title(words[titled], bool(titled)):
        titled += 1
    rest = words[titled:]
    while len(rest) > 1 and _is_credential(rest[-1]):
        rest.pop()
    if titled and len(rest) == 1:
        return f"{words[0]} {rest[0]}"  # "Dr. Smith": what is left is a family name
    return _spoken(rest, shown)


def full_name(name: str) -> str:
    """The name for a formal greeting: with its title, without degrees and decoration. "" only for ""."""
    shown = _plain(name) or name
    words = _in_order(shown).split()
    while len(words) > 1 and _is_credential(words[-1]):
        words.pop()
    return " ".join(_calm(word) for word in words) or name


def _is_title(word: str, follows: bool) -> bool:
    bare = word.strip(".").casefold()
    if word.endswith(".") and (bare in _DOTTED_TITLES or (follows and word.islower())):
        return True  # "Prof. Dr. rer. nat. h.c."
    return bare in _TITLES


def _is_credential(word: str) -> bool:
    return _bare(word) in _CREDENTIALS and (_bare(word) in _ANY_CASE or sum(map(str.isupper, word)) > 1)


def _spoken(words: list[str], shown: str) -> str:
    """The first word that is more than an initial, unless only the family name is."""
    spelt = next((at for at, word in enumerate(words) if len(word.rstrip(".")) > 1 or len(words) == 1), None)
    if spelt is None or (spelt and spelt == len(words) - 1):
        return shown
    return _calm(words[spelt])


def _plain(name: str) -> str:
    """Without emoji and other signs, and without what stands in brackets or quotes."""
    kept = "".join(char for char in _BRACKETS.sub(" ", name) if not _is_sign(char))
    return " ".join(kept.split()).strip(" ,;|-–·.~*_#")


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sk", "Co", "Cn"} or char in "\u200d\ufe0e\ufe0f\u20e3"


def _in_order(name: str) -> str:
    """What follows a comma is credentials, unless the name is "Smith, Anna" or "van der Berg, Anna"."""
    before, comma, after = name.partition(",")
    behind = [word for word in after.replace(",", " ").split() if _bare(word) not in _CREDENTIALS]
    if comma and behind and before.strip() and (len(before.split()) == 1 or before.strip()[0].islower()):
        return f"{' '.join(behind)} {before.strip()}"
    return before.strip() or name


def _bare(word: str) -> str:
    return word.casefold().replace(".", "")


def _calm(word: str) -> str:
    """ANNA is Anna, JEAN-LUC is Jean-Luc; DJ stays, and so does how people write themselves (danah)."""
    if len(word) < 3 or not word.isupper() or not word.replace("-", "").isalpha():
        return word
    return "-".join(part.capitalize().replace("i\u0307", "i") for part in word.split("-"))
