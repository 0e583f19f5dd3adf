"""Calendars: iCalendar files (.ics) of any program. One row per event, one interaction per occurrence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dashboard.errors import FileRefused
from dashboard.importers.calendar_events import Event, event_of
from dashboard.importers.calendar_people import People, address
from dashboard.importers.calendar_series import unite
from dashboard.importers.calendar_text import Calendar, Scan, begins_calendar, first_line, scan
from dashboard.importers.calendar_times import Zones, to_wall
from dashboard.records import Context, Interaction, Parsed, Row

KIND = "calendar"
TITLE = "Calendar"
HELP = (
    "Google Calendar: Settings, Import & export, Export, then unpack the zip. Outlook: File, Save Calendar, "
    "with full details. Apple Calendar: File, Export, Export. Any .ics file works."
)

ENDINGS = (".ics",)
AHEAD = timedelta(days=180)  # how far recurring meetings are expanded past the import
EVENTS_THAT_SHOW_ME = 5  # fewer say nothing about whose calendar it is
OWNER = ("X-WR-CALNAME", "X-OWNER", "X-WR-RELCALID")
NOT_MINE = ("calendar.google.com",)  # shared calendars, rooms, holidays
COPY = re.compile(r"[\s_.\-]*(\(\d+\)|\d+|(?<![a-z])copy)$", re.IGNORECASE)
OTHERS = {"VTODO": "tasks", "VJOURNAL": "notes", "VFREEBUSY": "busy times", "VTIMEZONE": "time zones"}
AGAIN = "Export the calendar again and import the new file."


def recognises_head(name: str, head: bytes) -> bool:
    """Whether the first bytes of a file begin a calendar, whatever it is called."""
    return begins_calendar(head)


def read(path: Path, context: Context) -> Parsed:
    """Every event of a calendar file, expanded to 180 days past the import. Raises FileRefused."""
    found = scan(path)
    _refuse_incomplete(path, found)
    events = _events(found, context)
    unite(events)
    first, last = _span(events, context)
    return Parsed(
        rows=_rows(events),
        series=f"calendar:{_title(found.calendars) or _stem(path)}",
        own_emails=_own_emails(path, found.calendars, events),
        first_on=first,
        last_on=last,
        is_snapshot=True,
    )


def _refuse_incomplete(path: Path, found: Scan) -> None:
    start = first_line(path)
    if not start:
        raise FileRefused(f"{path.name} is empty.", AGAIN)
    if not found.calendars:
        raise FileRefused(
            f"{path.name} is not a calendar: it begins with “{start}”, not with BEGIN:VCALENDAR.",
            "Choose the .ics file that your calendar program exports. If you have a zip, unpack it first.",
        )
    if found.open is not None:
        raise FileRefused(
            f"{path.name} stops in the middle of the event that begins in line {found.open.line:,}: "
            "its END:VEVENT and the closing END:VCALENDAR are missing.",
            f"The download broke off. {AGAIN}",
        )
    if found.stack:
        raise FileRefused(
            f"{path.name} stops after {len(found.events):,} events: its last line END:VCALENDAR is missing.",
            f"The download broke off. {AGAIN}",
        )
    if not found.events:
        others = [f"{word} ({found.seen[kind]:,})" for kind, word in OTHERS.items() if kind in found.seen]
        raise FileRefused(
            f"{path.name} holds no events (VEVENT), only {' and '.join(others) or 'an empty calendar'}.",
            "Choose a calendar with meetings; tasks, notes and busy times do not say who was met.",
        )


def _events(found: Scan, context: Context) -> list[Event]:
    home = ZoneInfo(context.time_zone)
    zones = {id(calendar): Zones(calendar, home) for calendar in found.calendars}
    known: People = {}
    until = context.imported_at + AHEAD
    events = []
    found.events.reverse()
    while found.events:  # taken off one by one: the text of a large file is not held twice
        component = found.events.pop()
        events.append(event_of(component, zones[id(component.calendar)], until, known))
    return events


def _span(events: Sequence[Event], context: Context) -> tuple[date | None, date | None]:
    """First and last day on which anything of the file lies, in the workspace's zone."""
    first, last = datetime.max, datetime.min
    for event in events:
        for o in event.occurrences:
            first = min(first, o.starts_at)
            last = max(last, o.starts_at + timedelta(minutes=o.minutes, microseconds=-1 if o.minutes else 0))
    if first > last:
        return None, None
    home = ZoneInfo(context.time_zone)
    return to_wall(first, home).date(), to_wall(last, home).date()


def _rows(events: list[Event]) -> Iterator[Row]:
    seen: Counter[str] = Counter()
    for event in events:
        key = f"{event.uid}|{event.replaced_at}"
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}|{seen[key]}"
        interactions = () if event.refusal else _interactions(event)
        yield Row(event.line, key, event.content, interactions, event.refusal)


def _interactions(event: Event) -> tuple[Interaction, ...]:
    return tuple(
        Interaction(
            key=f"{event.uid}|{o.original.isoformat()}",
            starts_at=o.starts_at,
            minutes=o.minutes,
            channel="meeting",
            participants=event.people,
            is_all_day=event.is_all_day,
            is_cancelled=event.is_cancelled,
            is_own_plan=event.is_own_plan,
        )
        for o in sorted(event.occurrences, key=lambda o: o.starts_at)
    )


def _title(calendars: Sequence[Calendar]) -> str:
    names = (calendar.properties.get("X-WR-CALNAME", "") for calendar in calendars)
    return next((re.sub(r"\\(.)", r"\1", name).strip() for name in names if name), "")


def _stem(path: Path) -> str:
    """The file name without what a browser or an export adds: ``Work (2).ics``, ``work-20240501.ics``."""
    stem = path.stem
    while COPY.search(stem) and COPY.sub("", stem):
        stem = COPY.sub("", stem)
    return stem.lower().strip()


def _own_emails(path: Path, calendars: Sequence[Calendar], events: Sequence[Event]) -> tuple[str, ...]:
    """Addresses of the calendar's account: its name, id or file; then whoever is in more than half of it."""
    names = [calendar.properties.get(name, "") for calendar in calendars for name in OWNER]
    addresses = filter(None, map(address, (*names, path.stem)))
    stated = [found for found in addresses if not found.endswith(NOT_MINE)]
    groups = [{p.email for p in e.people if p.kind == "person" and p.email} for e in events if not e.refusal]
    groups = [group for group in groups if len(group) > 1]
    counts = Counter(email for group in groups for email in group)
    most = max(counts.values(), default=0)
    if len(groups) >= EVENTS_THAT_SHOW_ME and most * 2 > len(groups):
        often = sorted(email for email, count in counts.items() if count == most)
        stated += [] if set(often) & set(stated) else often
    return tuple(dict.fromkeys(stated))
