"""Favours, how one met, and who came through whom, in words: on the Requests page and on a person's."""

from collections.abc import Mapping
from typing import Any

from dashboard.headlines.words import counted, day, has, listed, percent, spelled

Row = Mapping[str, Any]
GONE = "Somebody no longer in your files"
TIMES = {1: "once", 2: "twice"}
HOW_MET = {"introduced": "Introduced", "myself": "By myself", "unknown": "I do not know"}
SOURCES = {
    "an ask": "your asks say so",
    "you said so": "you said so",
    "an address book": "an address book says so",
}


def times(number: int) -> str:
    """Once, twice, three times, 13 times."""
    return TIMES.get(number, f"{spelled(number)} times")


def owed(row: Row) -> str:
    """What somebody did, and what went back: a row of ``favours_owed``."""
    introductions, others = int(row["introductions"]), int(row["received"]) - int(row["introductions"])
    did = [f"introduced you {times(introductions)}"] if introductions else []
    did += [f"helped you {times(others)}"] if others else []
    given = int(row["given"])
    back = f"you helped them {times(given)}" if given else "nothing went back yet"
    return f"{listed(did)}; {back}"


def owed_head(frame: Any) -> str:
    """The finding above the people to whom something is owed."""
    if len(frame) == 1:
        return f"Give {frame.iloc[0]['full_name']} something back before the next ask"
    return f"Give {spelled(len(frame))} people something back before the next ask"


def balance(frame: Any) -> str:
    """How it stands with one person, from the frame of ``favours``."""
    given, received = int((frame["direction"] == "given").sum()), int((frame["direction"] == "received").sum())
    if not given and not received:
        return "No favours written down, in either direction"
    if given < received:
        return "They did more for you: give something back before you ask again"
    return "It is even between you" if given == received else "You did more for them: a good time to ask"


def favour(row: Row) -> str:
    """One line of ``favours``: You helped them: found her a flat."""
    if row["is_introduction"]:
        whom = row["person"] if has(row["person"]) else row["note"] if has(row["note"]) else None
        where = row["target_label"] if has(row["target_label"]) else None
        if whom is None:
            return f"They introduced you to somebody in {where}" if where else "They introduced you to somebody"
        return f"They introduced you to {whom}"
    who = "You helped them" if row["direction"] == "given" else "They helped you"
    return f"{who}: {row['note']}" if has(row["note"]) else who


def when(row: Row) -> str:
    """The day of a favour, as far as anybody says it."""
    return day(row["happened_on"]) if has(row["happened_on"]) else "day not known"


def met(origin: Row | None) -> str:
    """How one met a person, from a row of ``contact_origins``."""
    if origin is None:
        return "Nobody says how you met"
    if origin["how"] == "introduced":
        return f"{origin['introducer'] if has(origin['introducer']) else GONE} introduced you"
    return "You introduced yourself" if origin["how"] == "myself" else "You do not know how you met"


def lineage(shares: Row) -> tuple[str, str]:
    """Finding and unit line of the lineage, from the row of ``origin_shares``."""
    introduced = int(shares["introduced"])
    if not introduced and shares["introductions"]:
        finding = "Whom your introductions brought is not known by name yet"
    elif not introduced:
        finding = "Nobody is known to have come through an introduction"
    else:
        noun = "person" if introduced == 1 else "people"
        finding = f"{spelled(introduced).capitalize()} {noun} came to you through somebody else"
    unit = f"Of {counted(int(shares['contacts']), 'contact')}; how {shares['unknown']:,} of them came is not known"
    return finding, unit


def self_introduced(shares: Row) -> str:
    """The share of those one came to know by oneself, against the line of 65%; or why it is not told."""
    known, needed = int(shares["known"]), int(shares["known_needed"])
    if not known:
        return f"Of nobody it is known how you met. Say it on a person's page: from {needed} on, the share is told."
    if not has(shares["self_share"]):
        return (
            f"Of {spelled(known)} it is known how you met: too few to say how many you came to know by yourself. "
            f"From {needed} on it is told; say how you met on a person's page."
        )
    share, line = float(shares["self_share"]), float(shares["self_line"])
    over = (
        f"Above {percent(line)} a network tends to resemble its owner too much (Uzzi and Dunlap 2005)."
        if share > line
        else f"That is not above {percent(line)}, where a network tends to resemble its owner too much."
    )
    return f"You came to know {percent(share)} of {known:,} by yourself. {over}"
