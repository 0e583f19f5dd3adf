"""The time plan as a calendar file: weekly events with an alarm, at the same time of day whatever the clock does.

    ics(PlanFile(slots, "Europe/Berlin", uid="3f9a", sequence=0, written_at=...)) -> bytes

The id of a slot stays the same from file to file and its SEQUENCE rises, so that a calendar which takes the file again
moves the event instead of adding one. The importer knows the ids, too: a plan is never an interaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event, vRecur

from dashboard.errors import UserError
from dashboard.exports.zones import DAYS, vtimezone
from dashboard.importers.own_plan import PRODUCT, uid_of

ALARM = timedelta(minutes=-10)
TITLE = "Networking"


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of the week: its number, its next start (wall time), its length, and what it is for.

    ``moved_from``: when a missed slot should have been, which names it instead of its number; it is an event of its own
    that never repeats. ``times_moved``: how often it was given an hour, or that was taken back.
    """

    number: int
    starts_at: datetime
    minutes: int
    agenda: tuple[str, ...] = ()
    moved_from: datetime | None = None
    times_moved: int = 1


@dataclass(frozen=True, slots=True)
class PlanFile:
    """What a file says. ``dropped``: slots of an earlier file that are no longer kept; they are cancelled."""

    slots: Sequence[Slot]
    time_zone: str
    uid: str
    sequence: int
    written_at: datetime  # UTC without zone
    repeats: bool = True
    dropped: Sequence[Slot] = ()


def ics(plan: PlanFile) -> bytes:
    """An iCalendar file (RFC 5545). UserError if the time zone is none."""
    zone = _zone(plan.time_zone)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Networking Horizons")
    every = [*plan.slots, *plan.dropped]
    if every:
        calendar.add_component(vtimezone(zone, min(slot.starts_at for slot in every).date()))
    for slot in plan.slots:
        calendar.add_component(_event(plan, slot, zone))
    for slot in plan.dropped:
        event = _event(plan, slot, zone)
        event.add("status", "CANCELLED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UserError(f"{name} is not a time zone.", "Choose yours on the Plan page.") from error


def _event(plan: PlanFile, slot: Slot, zone: ZoneInfo) -> Event:
    event = Event()
    moved = slot.moved_from
    event.add("uid", uid_of(f"moved-{moved:%Y%m%dT%H%M}" if moved else f"slot-{slot.number}", plan.uid))
    event.add("sequence", slot.times_moved - 1 if moved else plan.sequence)
    event.add("dtstamp", plan.written_at.replace(tzinfo=UTC))
    event.add("dtstart", slot.starts_at.replace(tzinfo=zone))
    event.add("dtend", (slot.starts_at + timedelta(minutes=slot.minutes)).replace(tzinfo=zone))
    if plan.repeats and not moved:
        event.add("rrule", vRecur(freq="weekly", byday=DAYS[slot.starts_at.weekday()]))
    event.add("summary", TITLE)
    if slot.agenda:
        event.add("description", "\n".join(slot.agenda))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    event.add_component(_alarm())
    return event


def _alarm() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", TITLE)
    alarm.add("trigger", ALARM)
    return alarm
