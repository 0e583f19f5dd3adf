"""The days on which a request wants following up, as a calendar file: all-day entries that take no time.

Like the time plan they carry an id of ours, so that a calendar that brings them back has no interaction in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from dashboard.importers.own_plan import PRODUCT, uid_of

MORNING = timedelta(hours=9)  # after the midnight with which the day begins


@dataclass(frozen=True, slots=True)
class Reminder:
    """One follow-up: of which request, on which day, in which words. ``changes`` rises when the request moves on."""

    request_key: str
    on: date
    text: str
    changes: int


def ics(reminders: Sequence[Reminder], written_at: datetime) -> bytes:
    """An iCalendar file (RFC 5545); ``written_at`` is UTC without zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for reminder in reminders:
        calendar.add_component(_event(reminder, written_at))
    return bytes(calendar.to_ical())


def _event(reminder: Reminder, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", uid_of("follow-up", reminder.request_key))
    event.add("sequence", reminder.changes)
    event.add("dtstamp", written_at.replace(tzinfo=UTC))
    event.add("dtstart", reminder.on)
    event.add("dtend", reminder.on + timedelta(days=1))
    event.add("summary", reminder.text)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", reminder.text)
    alarm.add("trigger", MORNING)
    event.add_component(alarm)
    return event
