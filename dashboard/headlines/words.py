"""Words that several pages use: days, shares, lists, how warm a tie is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]
NOUN = {"minutes": "networking time", "people": "contacts", "warm": "warm ties"}
STATE_MEANING = {
    "met": "At or above your target",
    "empty": "You know nobody here",
    "dormant": "You know people, but met none in the window",
    "thin": "You know one or two people",
    "short": "Active, below your target",
}
STATE_BRIEFLY = {
    "met": "on target",
    "empty": "nobody known",
    "dormant": "known, none met",
    "thin": "one or two known",
    "short": "met, too little",
}
CERTAINTY_MEANING = {
    "known": "A name is behind it",
    "likely": "Their own history says so",
    "guess": "A hunch: their trade, or people they meet",
}


def day(when: date) -> str:
    """20 Nov 2026, on every system."""
    return f"{when.day} {when:%b %Y}"


def percent(share: float, digits: int = 0) -> str:
    """71%, or "under 1%" rather than a nought that is none."""
    return "under 1%" if 0 < share < 0.005 and digits == 0 else f"{share:.{digits}%}"


def warmth(strength: float | None, last_on: date | None) -> str:
    """Tie strength in words, with the last interaction."""
    if strength is None or not has(strength):
        return "no interaction on record"
    word = "warm" if strength >= 30 else "cool" if strength >= 10 else "faded"
    when = f", last on {day(last_on)}" if last_on is not None and has(last_on) else ""
    return f"{word} ({strength:.0f} of 100){when}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """1 ask, 2 asks; 1 person, 2 people."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def spelled(number: int) -> str:
    """Nought to twelve in words, as prose has them: three, 13."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[number] if number < len(words) else f"{number:,}"


def listed(names: list[str]) -> str:
    """Law, Finance and Energy."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def has(value: Any) -> bool:
    """Not NULL: neither None nor NaN nor NaT."""
    return value is not None and value == value  # noqa: PLR0124  (only a missing number differs from itself)
