"""How two names relate: the same, a short form, an initial, a slip, another order, or two people's."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dashboard.identity.names import Name
from dashboard.identity.nicknames import common_family_names, is_given_name, is_short_for, roots

# Points: natural logarithms of odds, set by judgement and checked on labelled pairs (tests/identity/pairs.tsv).
SAME_NAME = 1.0
NEVER = -9.0
_GIVEN = {
    "same": 0.0,
    "spelt": -0.2,
    "short": -0.5,
    "middle": -0.7,
    "slip": -0.8,
    "initial": -1.2,
    "none": -2.8,
    "other": -6.0,
}
_FAMILY = {"same": 0.0, "spelt": -0.2, "part": -0.4, "slip": -0.8, "initial": -1.4, "none": -2.8, "other": -4.2}


@dataclass(frozen=True, slots=True)
class Relation:
    """Points for two names being one person's, and why; ``is_renamed``: one given name, two family names."""

    points: float
    reasons: tuple[str, ...]
    is_renamed: bool = False


UNKNOWN = Relation(NEVER, ())


def relation(one: Name, other: Name) -> Relation:
    """The likeliest way in which the two are one name."""
    if one.generation and other.generation and one.generation != other.generation:
        return UNKNOWN
    found = _whole(one, other) or max(
        (_ordered(one, other, turned) for turned in _turns(other)), key=lambda r: r.points
    )
    points = found.points
    if one.generation != other.generation:
        return Relation(points - 1.2, (*found.reasons, "only one is a junior or senior"), found.is_renamed)
    return Relation(points, found.reasons, found.is_renamed)


def _whole(one: Name, other: Name) -> Relation | None:  # noqa: PLR0911  (a list of cases)
    """Names of the same letters, however spaced and ordered; None for others, and for single words."""
    if len(one.words) < 2 and len(other.words) < 2 and not _is_ideographic(one):
        return None
    rare = _common(one.words)
    if one.words == other.words:
        return Relation(SAME_NAME + rare, ("same name",))
    if one.run == other.run:
        return Relation(SAME_NAME - 0.1 + rare, ("same name",))
    if one.sounds == other.sounds:
        return Relation(SAME_NAME - 0.2 + rare, ("same name, spelt otherwise",))
    if len(one.words) < 2 or len(other.words) < 2 or not _is_turned(one, other):
        return None
    if all(is_given_name(word) for word in one.words):
        return Relation(SAME_NAME - 4.2, ("same names in the other order",))
    return Relation(SAME_NAME - 0.3 + rare, ("same names in the other order",))


def _is_turned(one: Name, other: Name) -> bool:
    """Whether the words of one, begun at another place, are the other's: "Lee Min Ho", "Minho Lee"."""
    run, sound = "".join(one.words), "".join(one.sounds)
    if len(run) != len("".join(other.words)) and sorted(sound) != sorted("".join(other.sounds)):
        return False
    places = range(1, len(other.words))
    return any(
        "".join(words[place:] + words[:place]) in (run, sound)
        for words in (other.words, other.sounds)
        for place in places
    )


def _is_ideographic(name: Name) -> bool:
    return not name.run.isascii() and len(name.run) >= 2 and "\u3040" <= name.run[0] <= "\ud7a3"


def _common(words: tuple[str, ...]) -> float:
    """A full name of everyday words says less."""
    return -0.8 if words[-1] in common_family_names() or words[0] in common_family_names() else 0.0


def _turns(name: Name) -> tuple[tuple[int, ...], ...]:
    """The orders in which a name may be meant: as written, and with the family name first."""
    places = tuple(range(len(name.words)))
    return (places,) if len(places) < 2 else (places, (*places[1:], 0))


def _ordered(one: Name, other: Name, order: tuple[int, ...]) -> Relation:
    words = tuple(other.words[place] for place in order)
    sounds = tuple(other.sounds[place] for place in order)
    shown = tuple(other.shown[place] for place in order)
    if len(one.words) == 1 or len(words) == 1:
        return _single(one, words, sounds, shown)
    given, said = _given(one, words, sounds, shown)
    family, also = _family(one, words, sounds)
    points = SAME_NAME + _GIVEN[given] + _FAMILY[family] + (-0.4 if order[0] else 0.0)
    if given == family == "same":
        said, also = "same given and family name", ""
    middle, more = _middle(one.words[1:-1], words[1:-1]) if given != "middle" and family != "part" else (0.0, "")
    if family in ("same", "spelt") and given in ("same", "spelt", "short", "initial", "slip"):
        points += _common((one.words[-1],))
    return Relation(
        points + middle,
        tuple(reason for reason in (said, also, more) if reason),
        is_renamed=family == "other" and given in ("same", "spelt", "short"),
    )


def _given(  # noqa: PLR0911  (a list of cases)
    one: Name, words: tuple[str, ...], sounds: tuple[str, ...], shown: tuple[str, ...]
) -> tuple[str, str]:
    a, b = one.words[0], words[0]
    if a == b:
        return "same", "same given name"
    if len(a) == 1 or len(b) == 1:
        return _initial(one, words, shown)
    if one.sounds[0] == sounds[0] or "".join(one.sounds[:2]) == sounds[0] or one.sounds[0] == "".join(sounds[:2]):
        return "spelt", "given name spelt otherwise"
    if roots(a) & roots(b):
        return "short", _short(one.shown[0], shown[0])
    if a in _initials(words) or b in _initials(one.words):
        return "short", f"{min(one.shown[0], shown[0], key=len)} are the initials"
    if a in words[1:-1] or b in one.words[1:-1]:
        return "middle", "goes by the middle name"
    if is_slip(a, b, 5) and not _is_other_gender(a, b):
        return "slip", _slip(a, b)
    return "other", ""


def _initials(words: tuple[str, ...]) -> set[str]:
    """Jean-Baptiste Morel: JB."""
    return {"".join(word[0] for word in words[:2]), "".join(word[0] for word in words[:-1])}


def _initial(one: Name, words: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, str]:
    a, b = one.words[0], words[0]
    if a[0] != b[0] and not {root[0] for root in roots(a)} & {root[0] for root in roots(b)}:
        return "other", ""
    short, full = sorted((one.shown[0], shown[0]), key=len)
    return "initial", f"{short.upper()}. may be {full}"


def _family(one: Name, words: tuple[str, ...], sounds: tuple[str, ...]) -> tuple[str, str]:
    a, b = one.words[-1], words[-1]
    if a == b:
        return "same", "same family name"
    if one.sounds[-1] == sounds[-1]:
        return "spelt", "family name spelt otherwise"
    if len(a) == 1 or len(b) == 1:
        return ("initial", "family name is an initial") if a[0] == b[0] else ("other", "")
    if one.sounds[-1] in sounds[1:] or sounds[-1] in one.sounds[1:]:
        return "part", "part of the family name is the same"
    if is_slip(a, b, 6):
        return "slip", f"{_slip(a, b)} in the family name"
    return "other", "other family name"


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    if not one and not other:
        return 0.0, ""
    if not one or not other:
        return -0.1, "one has a middle name"
    if all(a[0] == b[0] and (len(a) == 1 or len(b) == 1 or a == b) for a, b in zip(one, other, strict=False)):
        return 0.2, "same middle name"
    return -3.5, "other middle name"


def _single(one: Name, words: tuple[str, ...], sounds: tuple[str, ...], shown: tuple[str, ...]) -> Relation:
    """One of the two is one word only: the given name, or with a title before it the family name."""
    if len(words) == 1 and len(one.words) == 1:
        return Relation(SAME_NAME - 2.2, ("same name",)) if words == one.words else UNKNOWN
    full, sole = (one.sounds, sounds[0]) if len(words) == 1 else (sounds, one.sounds[0])
    if len(sole) < 3 or sole not in (full[0], full[-1]):
        return UNKNOWN
    reason = "same given name, no family name" if sole == full[0] else "same family name, no given name"
    return Relation(SAME_NAME - 2.8, (reason,))


def is_slip(one: str, other: str, least: int) -> bool:
    """Whether a slip of the keyboard makes the one the other: a letter, or two of a long word."""
    length = min(len(one), len(other))
    if length < least or one[0] != other[0]:
        return False
    most = 2 if length >= 8 else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_other_gender(one: str, other: str) -> bool:
    """Daniel and Daniela, Mario and Maria, Andre and Andrea: two people."""
    short, long = sorted((one, other), key=len)
    if long[:-1] == short and long[-1] in "aeo":
        return True
    return len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeio")


def _slip(one: str, other: str) -> str:
    return "one letter differs" if OSA.distance(one, other) == 1 else "two letters differ"


def _short(one: str, other: str) -> str:
    for short, full in ((one, other), (other, one)):
        if len(short) < len(full) and is_short_for(short.casefold(), full.casefold()):
            return f"{short} is short for {full}"
    return f"{min(one, other)} and {max(one, other)} are forms of one name"
