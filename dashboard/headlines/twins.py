"""People who may be one, in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.headlines.words import counted

Row = Mapping[str, Any]
LIKELY = ("Likely", "contrast", "Good signs, no certainty: look at both before you merge.")
POSSIBLE = ("Possible", "help", "It may as well be two people. You know.")
NONE = "Nobody is in your contacts twice"
NONE_BODY = "No two names, addresses and phones look like one person. Later imports are compared too."
LEAD = "Nothing is merged until you say so. Your answer holds at every later import, and can be taken back."
ABOUT = ("name", "job", "email", "phone", "profile")


def heading(pairs: Sequence[Row]) -> str:
    """3 pairs look like one person each, 2 of them likely."""
    total, likely = int(pairs[0]["pairs_in_all"]), int(pairs[0]["likely_in_all"])
    looks = "1 pair looks like one person" if total == 1 else f"{total:,} pairs look like one person each"
    if likely in (0, total):
        return looks if likely else f"{looks}, none of them for sure" if total > 1 else f"{looks}, not for sure"
    return f"{looks}, {likely:,} of them likely"


def sureness(pair: Row) -> tuple[str, str, str]:
    """Word, icon and meaning of how sure it is."""
    return LIKELY if pair["is_likely"] else POSSIBLE


def perhaps(pair: Row) -> str:
    """The same as an adverb."""
    return "Probably" if pair["is_likely"] else "Perhaps"


def behind(pair: Row) -> str:
    """1.6 h on record."""
    minutes = pair["one_minutes"] + pair["other_minutes"]
    if minutes < 1:
        return "no time on record"
    return f"{minutes:.0f} min on record" if minutes < 30 else f"{minutes / 60:,.1f} h on record"


def why(pair: Row) -> str:
    """Bob is short for Robert, same employer."""
    return f"{pair['reasons'][0].upper()}{pair['reasons'][1:]}."


def side(pair: Row, which: str) -> list[tuple[str, bool]]:
    """What is known of the one or the other, and whether it differs from what is known of both."""
    mine, theirs = _known(pair, which), _known(pair, "other" if which == "one" else "one")
    return [(mine[about], mine[about].casefold() != theirs[about].casefold()) for about in ABOUT if mine[about]]


def _known(pair: Row, which: str) -> dict[str, str]:
    profile = pair[f"{which}_profile"]
    known = {about: pair[f"{which}_{about}"] or "" for about in ("email", "phone")}
    name = pair[f"{which}_name"] or ""
    return known | {
        "name": name,
        "email": known["email"] if known["email"] != name else "",
        "job": " at ".join(part for part in (pair[f"{which}_position"], pair[f"{which}_company"]) if part),
        "profile": f"linkedin.com/{profile}" if profile else "",
    }


def merged(pairs: Sequence[Row]) -> str:
    """What was decided, for the bar with Undo."""
    if len(pairs) == 1:
        return f"{pairs[0]['one_name']} and {pairs[0]['other_name']} are one person."
    return f"{counted(len(pairs), 'pair')} merged."


def parted(pair: Row) -> str:
    """What was decided, for the bar with Undo."""
    return f"{pair['one_name']} and {pair['other_name']} are two people."


def merge_button(ticked: int) -> str:
    """Merge 3 pairs."""
    return f"Merge {counted(ticked, 'pair')}" if ticked else "Tick pairs to merge"
