"""A line about time with somebody, read: "coffee with Dana Fox yesterday 45 min".

    told("coffee with Dana Fox yesterday 45 min", today) -> Told("Dana Fox", 24 Nov 2026, 45, "meeting", "coffee")

Pure: whom the name means is asked of the workspace afterwards, and the reader sees all of it before it is saved.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

CHANNELS = {
    "meeting": "met meet meeting coffee lunch dinner breakfast drinks beer tea walk visit chat talked",
    "call": "call called phone phoned rang zoom teams facetime video",
    "mail": "mail mailed email emailed wrote letter",
    "message": "message messaged text texted whatsapp linkedin sms dm",
}
_CHANNEL_OF = {word: channel for channel, words in CHANNELS.items() for word in words.split()}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MINUTES = re.compile(
    r"\b(?:for\s+)?(?:(?P<hours>\d{1,2}(?:[.,]\d)?)\s*h(?:ours?|rs?)?(?:\s*(?P<rest>\d{1,2})\s*(?:m(?:in(?:utes?|s)?)?)?)?"
    r"|(?P<minutes>\d{1,3})\s*(?:min(?:utes?|s)?|m)|(?P<half>half an hour)|(?P<an>an hour))\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?:on\s+)?(\d{4})-(\d{2})-(\d{2})\b", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\b(?:on\s+)?(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?\b", re.IGNORECASE)
_AGO = re.compile(r"\b(\d{1,3})\s+(day|week)s?\s+ago\b", re.IGNORECASE)
_WORD_DAY = re.compile(rf"\b(?:on\s+|last\s+)?(today|yesterday|{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|to|from)\b", re.IGNORECASE)
MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says: whom, when, for how long (None: it does not say), by what channel, and what else."""

    name: str
    on: date
    minutes: float | None
    channel: str
    note: str | None


def told(line: str, today: date) -> Told:
    """The line as it was read. A day to come, or one that does not exist, is read as today."""
    rest, minutes = _minutes(" ".join(line.split()))
    rest, on = _day(rest, today)
    before, name = _named(rest)
    words = before.split()
    channel = next((_CHANNEL_OF[word.lower()] for word in words if word.lower() in _CHANNEL_OF), "meeting")
    note = before if before and before.lower() not in ("met", "meeting", "call", "called", "mail", "message") else None
    return Told(name, on, minutes, channel, note)


def entry(identity_key: str, on: date, minutes: float, channel: str, note: str | None) -> dict[str, Any]:
    """A new entry as a decision of kind ``own_entry``: pages and the command write the same."""
    return {
        "entry_key": secrets.token_hex(6),
        "identity_key": identity_key,
        "happened_on": on,
        "minutes": f"{minutes:g}",
        "channel": channel,
        "note": note,
        "is_held": True,
    }


def _minutes(text: str) -> tuple[str, float | None]:
    found = _MINUTES.search(text)
    if not found:
        return text, None
    hours, rest = found["hours"], found["rest"]
    if found["half"]:
        minutes = 30.0
    elif found["an"]:
        minutes = 60.0
    elif hours:
        minutes = 60 * float(hours.replace(",", ".")) + float(rest or 0)
    else:
        minutes = float(found["minutes"])
    return _without(text, found), minutes if 0 < minutes <= MOST_MINUTES else None


def _day(text: str, today: date) -> tuple[str, date]:
    for pattern, read in ((_ISO, _iso), (_AGO, _ago), (_DAY_MONTH, _day_month), (_WORD_DAY, _word_day)):
        found = pattern.search(text)
        day = read(found, today) if found else None
        if found and day:
            return _without(text, found), min(day, today)
    return text, today


def _iso(found: re.Match[str], _today: date) -> date | None:
    return _real(int(found[1]), int(found[2]), int(found[3]))


def _ago(found: re.Match[str], today: date) -> date:
    return today - timedelta(days=int(found[1]) * (7 if found[2].lower() == "week" else 1))


def _day_month(found: re.Match[str], today: date) -> date | None:
    month = found[2].lower()
    if month not in _MONTHS:
        return None
    if found[3]:
        return _real(int(found[3]), _MONTHS.index(month) + 1, int(found[1]))
    day = _real(today.year, _MONTHS.index(month) + 1, int(found[1]))
    return day if day is None or day <= today else _real(today.year - 1, day.month, day.day)


def _word_day(found: re.Match[str], today: date) -> date:
    word = found[1].lower()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(word)) % 7)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(text: str) -> tuple[str, str]:
    """What comes before the name, and the name: behind "with", else behind the word of a channel."""
    found = _WITH.search(text)
    if found:
        return text[: found.start()].strip(" ,.:;"), text[found.end() :].strip(" ,.:;")
    words = text.split()
    cut = next((place for place, word in enumerate(words) if word.lower() not in _CHANNEL_OF), len(words))
    return " ".join(words[:cut]), " ".join(words[cut:]).strip(" ,.:;")


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".replace(" ,", ",").strip(" ,")
