"""One spelling of words that are written in several: accents, alphabets, transliterations."""

import re
import unicodedata
from functools import lru_cache

from dashboard.identity.tables import read_table

_LETTERS = str.maketrans(dict(read_table("letters.tsv")))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")
# Ways to write one sound. In this order; what is left compares words that may be spelt otherwise.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^chr", "kr"),
        (r"tsch|tch|cz", "c"),
        (r"sch|sh|sz", "s"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dj", "d"),
        (r"ck|q", "k"),
        (r"c(?![hei])", "k"),
        (r"aw(?=[^aeiou])", "au"),
        (r"[vw]", "f"),
        (r"ks", "x"),
        (r"[yj]", "i"),
        (r"^ie", "e"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"[aou]e", lambda found: found[0][0]),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h$", ""),
    )
)


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """ "Jörg Kjær" -> "jorg kjaer": lower case, no accents, Latin letters where the alphabet is known."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))  # Greek letters lose their accent first


@lru_cache(maxsize=200_000)
def sounded(word: str) -> str:
    """The word as it sounds, roughly: "Müller", "Mueller" and "Muler" are one. Takes one folded word."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def squeezed(sounds: str) -> str:
    """Sounds of several words as one, with no letter doubled where they meet."""
    return _DOUBLED.sub(r"\1", sounds)


def consonants(sound: str) -> str:
    """ "holmgren" -> "hlmgrn": what a slip in a vowel leaves as it was."""
    return _VOWELS.sub("", sound)
