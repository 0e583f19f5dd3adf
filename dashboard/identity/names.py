"""A name as written, taken apart: words in order, generation, whether it is a person at all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.identity.spelling import folded, sounded
from dashboard.identity.tables import words

_TITLES, _DEGREES, _PARTICLES = words("title"), words("degree"), words("particle")
_GENERATIONS = {word: which for which in ("younger", "elder", "second", "third", "fourth") for word in words(which)}
_GERMAN_GENERATION = re.compile(r"\b([Jj]un|[Ss]en)\.")  # without the full stop it may be Park Min-jun
_NOBODY = words("nobody")  # a mailbox, a room, a firm, or somebody's assistant in their name
_IN_NAME_OF = re.compile(r"\b(on behalf of|im auftrag|i\. ?a\.|via|c/o)\b.*$", re.IGNORECASE)
_NOBLE = re.compile(r"\b(von|vom|van|zu|zum|zur)\s+(?:und|and|&)\s+(?=(?:zu|zum|zur|von|vom)\b)", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^)]*)\)|[\"“„«]([^\"”“»]*)[\"”“»]")
_PRONOUN = re.compile(r"^\s*(she|he|they|for|im|ex|née?$)\b|/", re.IGNORECASE)
_BORN = re.compile(r"^\s*(née|nee|geb\.?|geborene|born)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """The words of a name without titles and particles, in the order written.

    ``shown`` has them as written, ``words`` folded, ``sounds`` as they sound. ``run`` is all letters in one,
    particles included. ``generation`` is empty unless the name says junior, senior or a number.
    """

    shown: tuple[str, ...]
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    run: str
    generation: str


LONGEST = 200  # letters that are read of what stands where a name should: somebody's life story is no longer name
MOST_ASIDES = 3


@lru_cache(maxsize=200_000)
def names_in(text: str) -> tuple[Name, ...]:
    """Every name a text gives: "Xiaoming (Simon) Zhao" is also Simon Zhao. Empty for what is no person's name."""
    text = _IN_NAME_OF.sub("", text[:LONGEST].partition("|")[0])
    text = _NOBLE.sub(r"\1 ", text)  # one family: any other "und" stands between two people
    text = _GERMAN_GENERATION.sub(lambda found: f" {found[1]}ior ", text)
    if "@" in text:
        return ()
    asides = [aside[0] or aside[1] for aside in _ASIDE.findall(text)][:MOST_ASIDES]
    main = _name(_in_order(_ASIDE.sub(" ", text)))
    if main is None:
        return ()
    also = [_aside(main, aside) for aside in asides]
    return (main, *(name for name in also if name))


def _in_order(text: str) -> str:
    """ "Fox, Dana" -> "Dana Fox"; "Dana Fox, MBA" -> "Dana Fox MBA"."""
    before, comma, after = text.partition(",")
    found = {folded(word) for word in _WORD.findall(after)}
    is_name = comma and found and not found & (_DEGREES | _GENERATIONS.keys()) and len(_WORD.findall(before)) <= 3
    return f"{after} {before}" if is_name else f"{before} {after if found & _GENERATIONS.keys() else ''}"


def _name(text: str) -> Name | None:
    shown: list[str] = [word for word in _WORD.findall(text) if folded(word)]
    plain = [folded(word) for word in shown]
    if _NOBODY.intersection(plain):
        return None
    generation = next((_GENERATIONS[word] for word in plain if word in _GENERATIONS), "")
    kept = [place for place in range(len(plain)) if not _is_attached(plain, shown, place)]
    bare = [place for place in kept if plain[place] not in _PARTICLES] or kept
    if not bare:
        return None
    chosen = tuple(plain[place] for place in bare)
    run = "".join(plain[place] for place in kept)
    return Name(tuple(shown[place] for place in bare), chosen, tuple(map(sounded, chosen)), run, generation)


def _is_attached(plain: list[str], shown: list[str], place: int) -> bool:
    """Whether a word only stands beside the name: title, degree, generation."""
    word, is_last = plain[place], place == len(plain) - 1
    is_degree = place > 1 and word in _DEGREES and (is_last or shown[place].isupper())
    return word in _TITLES or is_degree or (len(plain) > 1 and word in _GENERATIONS)


def _aside(main: Name, aside: str) -> Name | None:
    """What stands in brackets or quotes: a maiden name, or the name somebody goes by."""
    born = _BORN.match(aside)
    if born:
        return _name(f"{main.shown[0]} {aside[born.end() :]}")
    if _PRONOUN.search(aside) or len(_WORD.findall(aside)) != 1 or len(main.words) < 2:
        return None
    return _name(f"{aside} {main.shown[-1]}")
