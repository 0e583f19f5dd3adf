"""People one already knows in gap industries, in words."""

from dashboard.headlines.words import Row, day, has, spelled


def heading(number: int) -> str:
    """How many there are."""
    people = "person" if number == 1 else "people"
    return f"Before you ask anybody: {spelled(number)} {people} you already know"


def caption(number: int, listed: int) -> str:
    """Why they come first, and how many of them are shown."""
    said = "They work in an industry you lack, and a hello is enough: no introduction needed."
    return f"{said} The first {spelled(listed)}." if number > listed else said


def reason(person: Row) -> str:
    """Why this one, with a date: a row of ``free_diversification``."""
    if person["reason"] == "moved":
        before = person["from_company"] if has(person["from_company"]) else "another employer"
        now = person["company"] if has(person["company"]) else "an employer here"
        return f"moved from {before} to {now}, seen in the import of {day(person['seen_on'])}"
    hours = person["minutes_ever"] / 60
    return f"{hours:.0f} hours together, the last on {day(person['last_interaction_on'])}"
