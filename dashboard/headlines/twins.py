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
SHARED = {
    "p": "one phone",
    "n": "a name",
    "a": "the letters of a name",
    "h": "a name and an employer",
    "l": "what stands before the @",
    "k": "the sound of a name",
    "c": "the sound of a name",
    "i": "a family name and an initial",
    "e": "an employer and one word of a name",
}
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


def told_apart(pair: Row, which: str) -> str:
    """Robert Hale (in/robert): for a table, where two of one name stand."""
    name = pair[f"{which}_name"] or pair[f"{which}_email"] or ""
    others = (pair[f"{which}_{about}"] for about in ("email", "profile", "company", "phone"))
    by = next((known for known in others if known and known != name), "")
    return f"{name} ({by})" if by else name


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


def left_out(groups: Sequence[Row]) -> str:
    """How many pairs were not looked at, and why that is no loss; empty if all were."""
    if not groups:
        return ""
    first, said = groups[0], f"Not looked at: up to {counted(int(groups[0]['pairs_in_all']), 'pair')}."
    who = f" ({first['full_name']} is one of them)" if first["full_name"] else ""
    more = counted(int(first["groups_in_all"]) - 1, "other group")
    said += f" {first['people']:,} people share {SHARED[first['kind']]}{who}"
    said += f", and there {'is' if more.startswith('1 ') else 'are'} {more} like that." if len(groups) > 1 else "."
    if any(group["is_too_many"] for group in groups):
        said += " What so many share tells little: those of them who share something rarer too were compared for it."
    if any(not group["is_too_many"] for group in groups):
        said += " Some groups were more than one go takes: the look after the next import goes on with them."
    return said


def group(row: Row) -> str:
    """People who were not compared with each other: an example, for a table."""
    return f"{SHARED[row['kind']].capitalize()}: {row['full_name'] or 'nobody by name'} and {row['people'] - 1:,} more"
