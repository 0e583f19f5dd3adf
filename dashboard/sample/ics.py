"""work-calendar.ics as Google Calendar exports it, with the oddities that real calendars hold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from dashboard.sample.ics_lines import attendee, common_name, folded, text
from dashboard.sample.ics_oddities import BROKEN, Refused, odd_events
from dashboard.sample.meetings import Meeting
from dashboard.sample.world import Person, World

ZONE = "Europe/Berlin"
_BERLIN = ZoneInfo(ZONE)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HEAD = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:{owner}
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE"""


def write_calendar(path: Path, world: World, meetings: Sequence[Meeting]) -> dict[str, object]:
    """Write the file; returns counts: events, series, refusals by reason."""
    events = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        _put(file, _HEAD.format(owner=world.user.emails[0]).splitlines())
        for number, meeting in enumerate(meetings):
            for event in _events(meeting, number, world):
                _put(file, ("BEGIN:VEVENT", *event, "END:VEVENT"))
                events += 1
        for lines in (*odd_events(world), *(refused.lines for refused in BROKEN)):
            _put(file, ("BEGIN:VEVENT", f"DTSTAMP:{_stamp(world)}", *lines, "END:VEVENT"))
            events += 1
        _put(file, ("END:VCALENDAR",))
    return {
        "events": events,
        "series": sum(m.repeat is not None for m in meetings),
        "refused": _reasons(BROKEN),
    }


def extra_events(world: World, meetings: Iterable[Meeting] = ()) -> int:
    """How many events the file holds beyond one per meeting."""
    changes = sum(len(m.repeat.moved) + len(m.repeat.cancelled) for m in meetings if m.repeat)
    return changes + len(list(odd_events(world))) + len(BROKEN)


def _reasons(refused: Iterable[Refused]) -> dict[str, int]:
    found: dict[str, int] = {}
    for event in refused:
        if event.reason:
            found[event.reason] = found.get(event.reason, 0) + 1
    return found


def _events(meeting: Meeting, number: int, world: World) -> Iterator[list[str]]:
    """The event, then one for each occurrence of it that was moved or cancelled."""
    uid = sha256(f"{world.seed}-{number}".encode()).hexdigest()[:26] + "@google.com"
    rule = meeting.repeat
    if rule is None:
        yield [*_when(meeting), *_body(meeting, uid, world)]
        return
    until = _utc(datetime.combine(rule.until, meeting.starts.time()))
    days = ",".join(_DAYS[d] for d in rule.weekdays)
    skipped = [f"EXDATE;TZID={ZONE}:{_local(_same_time(meeting, d))}" for d in rule.skipped]
    yield [
        *_local_span(meeting.starts, meeting.minutes),
        f"RRULE:FREQ=WEEKLY;UNTIL={until};INTERVAL={rule.interval};BYDAY={days}",
        *skipped,
        *_body(meeting, uid, world),
    ]
    changes = (*rule.moved, *((d, _same_time(meeting, d)) for d in rule.cancelled))
    for day, starts in changes:
        status = "CANCELLED" if day in rule.cancelled else "CONFIRMED"
        yield [
            *_local_span(starts, meeting.minutes),
            f"RECURRENCE-ID;TZID={ZONE}:{_local(_same_time(meeting, day))}",
            *_body(meeting, uid, world, status),
        ]


def _same_time(meeting: Meeting, day: date) -> datetime:
    return datetime.combine(day, meeting.starts.time())


def _when(meeting: Meeting) -> list[str]:
    ends = meeting.starts + timedelta(minutes=meeting.minutes)
    if meeting.is_all_day:
        return [f"DTSTART;VALUE=DATE:{meeting.starts:%Y%m%d}", f"DTEND;VALUE=DATE:{ends:%Y%m%d}"]
    return [f"DTSTART:{_utc(meeting.starts)}", f"DTEND:{_utc(ends)}"]


def _local_span(starts: datetime, minutes: int) -> list[str]:
    return [
        f"DTSTART;TZID={ZONE}:{_local(starts)}",
        f"DTEND;TZID={ZONE}:{_local(starts + timedelta(minutes=minutes))}",
    ]


def _body(meeting: Meeting, uid: str, world: World, status: str = "CONFIRMED") -> list[str]:
    status = "CANCELLED" if meeting.is_cancelled else status
    lines = [f"DTSTAMP:{_stamp(world)}", f"UID:{uid}", *_guests(meeting, world)]
    lines.append(f"DESCRIPTION:{text('Agenda: see notes, bring questions.') if meeting.people else ''}")
    lines.append(f"LOCATION:{text('Room Isar, 3rd floor') if meeting.has_room else ''}")
    return [*lines, "SEQUENCE:0", f"STATUS:{status}", f"SUMMARY:{text(meeting.summary)}", "TRANSP:OPAQUE"]


def _guests(meeting: Meeting, world: World) -> list[str]:
    if not meeting.people:
        return []
    me, day = world.user, meeting.starts.date()
    host = meeting.people[0]
    organiser = (me.name, me.emails[0]) if meeting.is_organiser else (_shown_name(host), host.address_on(day))
    lines = [f"ORGANIZER{common_name(organiser[0])}:mailto:{organiser[1]}"]
    lines.append(attendee(me.name, me.emails[0], meeting.answer))
    lines += [attendee(_shown_name(p), p.address_on(day), "ACCEPTED") for p in meeting.people]
    lines += [attendee("", f"guest{n:02}@audience-{meeting.audience}.example") for n in range(meeting.audience)]
    if meeting.has_room:
        lines.append(attendee("Room Isar", "c_188isar@resource.calendar.google.com", "ACCEPTED", "RESOURCE"))
    return lines


def _shown_name(person: Person) -> str:
    """ "" for three people in ten; a fifth of those have the address for a name, as Google writes it."""
    return person.name if person.is_named_in_calendar else person.address if person.number % 5 == 0 else ""


def _put(file: TextIO, lines: Iterable[str]) -> None:
    for line in lines:
        file.write(folded(line))


def _utc(local: datetime) -> str:
    return f"{local.replace(tzinfo=_BERLIN).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _local(local: datetime) -> str:
    return f"{local:%Y%m%dT%H%M%S}"


def _stamp(world: World) -> str:
    return f"{world.today:%Y%m%d}T080000Z"
