"""Calendar events as they should not be, and are: what must be refused, and what only looks strange."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.sample.ics_lines import attendee, text
from dashboard.sample.world import HOSTILE, World


@dataclass(frozen=True, slots=True)
class Refused:
    """An event's lines, and why an importer must not take it ("" where it may: the first of a pair)."""

    reason: str
    lines: tuple[str, ...]


def _broken(reason: str, number: int, *lines: str) -> Refused:
    return Refused(reason, (*lines, f"UID:broken-{number}@google.com", f"SUMMARY:Broken event {number}"))


BROKEN = (
    _broken("no start", 1, "DTEND:20260310T100000Z"),
    _broken("no start", 2),
    _broken("broken recurrence rule", 3, "DTSTART:20260310T090000Z", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"),
    _broken("broken recurrence rule", 4, "DTSTART:20260311T090000Z", "DTEND:20260311T100000Z",
            "RRULE:FREQ=WEEKLY;INTERVAL=often"),
    _broken("ends before it starts", 5, "DTSTART:20260312T090000Z", "DTEND:20260312T080000Z"),
    _broken("unreadable date", 6, "DTSTART:2026-13-45T09:00", "DTEND:20260313T100000Z"),
    _broken("unreadable duration", 7, "DTSTART:20260316T090000Z", "DURATION:an hour"),
    _broken("lasts more than 100 years", 8, "DTSTART:20260317T090000Z", "DTEND:22260317T090000Z"),
    _broken("repeats too often", 9, "DTSTART:20260101T000000Z", "DURATION:PT1M", "RRULE:FREQ=SECONDLY"),
    _broken("", 10, "DTSTART:20260318T070000Z", "DTEND:20260318T073000Z"),
    _broken("repeated in this file", 10, "DTSTART:20260318T070000Z", "DTEND:20260318T073000Z"),
)  # fmt: skip


def odd_events(world: World) -> Iterator[tuple[str, ...]]:
    """Shared mailboxes, two names on one address, other zones, lists, and hostile names: all to be taken."""
    me, day = world.user, world.today - timedelta(days=60)
    own = attendee(me.name, me.emails[0], "ACCEPTED")
    guests = (
        ("Helios Reception", "info@helios.example"),
        ("Appointments", "info@helios.example"),
        ("Maren Holt", "office.vossberg@vossberg.example"),
        ("Jonas Weill", "office.vossberg@vossberg.example"),
        ("Undisclosed list", "no-reply@summit-webinars.example"),
    )
    for n, (name, address) in enumerate(guests):
        yield _odd(n, _utc_span(day + timedelta(days=n), 6), own, attendee(name, address, "ACCEPTED"))
    contact = world.people[0]
    known = attendee(contact.name, contact.address, "ACCEPTED")
    yield _odd(10, (f"DTSTART;TZID=America/New_York:{day:%Y%m%d}T130000", "DURATION:PT30M"), own, known)
    yield _odd(
        11,
        (
            f"DTSTART:{day + timedelta(days=7):%Y%m%d}T190000",
            f"DTEND:{day + timedelta(days=7):%Y%m%d}T193000",
        ),
        own,
        known,
    )
    yield _odd(
        12,
        _utc_span(day + timedelta(days=8), 5),
        own,
        attendee("Platform team", "platform-team@kestrelcloud.example", kind="GROUP"),
        attendee("Room Inn", "room-inn@kestrelcloud.example", "ACCEPTED", "ROOM"),
    )
    hostile = [p for p in world.people if (p.given, p.family) in HOSTILE]
    for n, person in enumerate(hostile):
        yield _odd(
            20 + n,
            _utc_span(day + timedelta(days=14 + n), 6),
            own,
            attendee(person.name, person.address, "ACCEPTED"),
        )


def _odd(number: int, *parts: tuple[str, ...] | str) -> tuple[str, ...]:
    lines = [line for part in parts for line in ((part,) if isinstance(part, str) else part)]
    return (
        *lines,
        f"UID:odd-{number}@google.com",
        "STATUS:CONFIRMED",
        f"SUMMARY:{text(f'Call, no. {number}')}",
    )


def _utc_span(day: date, hour: int) -> tuple[str, str]:
    return (f"DTSTART:{day:%Y%m%d}T{hour:02}0000Z", f"DTEND:{day:%Y%m%d}T{hour:02}3000Z")
