"""One VEVENT to what it says: when, how long, who, and which occurrence of which series it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import sha256

from dashboard.importers.calendar_people import People, participants
from dashboard.importers.calendar_rules import LONGEST, RECURRING, Length, Series, expand
from dashboard.importers.calendar_text import Component
from dashboard.importers.calendar_times import Moment, PropertyError, Zones, duration, moments, to_utc
from dashboard.importers.own_plan import is_own_plan
from dashboard.records import Participant, Refusal

NO_TIME = Moment(datetime.min, None, False)
NO_LENGTH = Length(timedelta(), False)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence in UTC. ``original`` is where the rule put it, before anybody moved it."""

    original: datetime
    starts_at: datetime
    minutes: float


@dataclass(slots=True)
class Event:
    """A VEVENT. With a refusal only ``line``, ``uid`` and ``content`` can be trusted."""

    line: int
    uid: str
    content: str
    refusal: Refusal | None = None
    start: Moment = NO_TIME
    zone: tzinfo = UTC
    length: Length = NO_LENGTH
    series: Series | None = None  # None: not recurring
    recurrence_id: Moment | None = None
    replaced_at: str = ""  # RECURRENCE-ID in UTC, for the key
    is_this_and_future: bool = False
    is_all_day: bool = False
    is_cancelled: bool = False
    is_own_plan: bool = False
    sequence: int = 0
    people: tuple[Participant, ...] = ()
    occurrences: list[Occurrence] = field(default_factory=list)

    def at(self, wall: datetime, length: Length | None = None) -> Occurrence:
        """The occurrence of this event that starts at ``wall``."""
        starts_at = to_utc(wall, self.zone)
        return Occurrence(starts_at, starts_at, (length or self.length).minutes(wall, self.zone))


def event_of(component: Component, zones: Zones, until: datetime, known: People) -> Event:
    """Read one component. A fault makes it a refused event, never an exception."""
    content = "\n".join(component.text)
    uid = _value(component, "UID") or sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    event = Event(component.line, uid, content, replaced_at=_value(component, "RECURRENCE-ID"))
    try:
        _fill(event, component, zones, until, known)
    except PropertyError as fault:
        event.refusal = Refusal(*fault.args)
    except (ValueError, OverflowError):
        event.refusal = Refusal("unreadable date", "DTSTART", _value(component, "DTSTART"))
    return event


def _fill(event: Event, component: Component, zones: Zones, until: datetime, known: People) -> None:
    lines = component.properties
    if not component.is_closed:
        raise PropertyError("property too damaged", "END:VEVENT", None)
    event.start, event.zone = _start(lines.get("DTSTART", ()), zones)
    event.length, end_wall = _length(component, event, zones)
    event.is_all_day = event.start.is_date or _is_whole_days(component, event.start.wall, end_wall)
    status = _value(component, "STATUS").upper()
    method = component.calendar.properties.get("METHOD", "").upper()
    event.is_cancelled = status in ("CANCELLED", "CANCELED") or method == "CANCEL"
    event.is_own_plan = is_own_plan(event.uid, component.calendar.properties.get("PRODID", ""))
    event.sequence = int(_value(component, "SEQUENCE")) if _value(component, "SEQUENCE").isdecimal() else 0
    event.people = participants(lines.get("ORGANIZER", ()), lines.get("ATTENDEE", ()), known)
    if "RECURRENCE-ID" in lines:
        _replace(event, lines["RECURRENCE-ID"][0], zones)
    elif any(name in lines for name in RECURRING):
        event.series = expand(lines, event.start, event.zone, zones, until)


def _start(lines: Sequence[str], zones: Zones) -> tuple[Moment, tzinfo]:
    found = moments(lines[0], zones) if lines else []
    if not found:
        raise PropertyError("no start", "DTSTART", None)
    return found[0], zones.home if found[0].is_date else found[0].zone or zones.default


def _length(component: Component, event: Event, zones: Zones) -> tuple[Length, datetime]:
    """How long, and the wall time of the end."""
    start, zone = event.start, event.zone
    ends = [when for line in component.properties.get("DTEND", ())[:1] for when in moments(line, zones)]
    if ends:
        length, wall = _until_end(start, zone, ends[0])
    elif _value(component, "DURATION"):
        length = Length(*duration(_value(component, "DURATION")))
        wall = start.wall + length.delta
    else:
        length, wall = NO_LENGTH, start.wall
    column = "DTEND" if ends else "DURATION"
    if length.delta < timedelta():
        raise PropertyError("ends before it starts", column, _value(component, column))
    if length.delta > LONGEST:
        raise PropertyError("lasts more than 100 years", column, _value(component, column))
    if start.is_date:  # a day that ends where it starts, or has no end, is that one day
        length = Length(max(timedelta(days=-(-length.delta // timedelta(days=1))), timedelta(days=1)), True)
    return length, wall


def _until_end(start: Moment, zone: tzinfo, end: Moment) -> tuple[Length, datetime]:
    if start.is_date:
        return Length(end.wall - start.wall, True), end.wall
    return Length(to_utc(end.wall, end.zone or zone) - to_utc(start.wall, zone), False), end.wall


def _is_whole_days(component: Component, start: datetime, end: datetime) -> bool:
    is_marked = _value(component, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    return is_marked and start.time() == end.time() == datetime.min.time() and end > start


def _replace(event: Event, line: str, zones: Zones) -> None:
    found = moments(line, zones)
    if not found:
        raise PropertyError("unreadable date", "RECURRENCE-ID", None)
    event.recurrence_id = found[0]
    event.is_this_and_future = "RANGE=THISANDFUTURE" in line.upper()


def _value(component: Component, name: str) -> str:
    """The raw value of a simple property, "" where absent."""
    lines = component.properties.get(name)
    return lines[0].partition(":")[2].strip() if lines else ""
