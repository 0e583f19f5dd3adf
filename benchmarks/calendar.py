"""How long our reading of a calendar takes, against icalendar and recurring-ical-events doing the same.

    python -m benchmarks.calendar

A made-up calendar of 20,000 events (one in twelve repeats) is read five times by each. Bar: 1.5 times.
"""

import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]

from dashboard.importers import calendar_ics
from dashboard.records import Context

EVENTS = 20_000
RUNS = 5
BAR = 1.5
IMPORTED_AT = datetime(2026, 1, 15, 12)
FIRST = datetime(2019, 1, 7)
RULES = (
    "RRULE:FREQ=WEEKLY;COUNT=60",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20251231T225959Z",
    "RRULE:FREQ=MONTHLY;BYDAY=1MO",
    "RRULE:FREQ=DAILY;COUNT=30",
)


def calendar_text(events: int, seed: int = 7) -> str:
    """A calendar like a busy professional's: attendees, descriptions, alarms, two zones, cancelled dates."""
    chance = random.Random(seed)                                                # noqa: S311
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "X-WR-CALNAME:Work"]
    for number in range(events):
        lines += _event(number, chance)
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _event(number: int, chance: random.Random) -> list[str]:
    zone = chance.choice(("Europe/Berlin", "America/New_York"))
    start = FIRST + timedelta(days=chance.randrange(2500), minutes=15 * chance.randrange(32, 72))
    people = chance.sample(range(3000), chance.randrange(1, 8))
    rule = [chance.choice(RULES), f"EXDATE;TZID={zone}:{start:%Y%m%dT%H%M%S}"] if number % 12 == 0 else []
    end = start + timedelta(minutes=45)
    return [
        "BEGIN:VEVENT", f"UID:{number}@example.org", f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}", "DTSTAMP:20260101T000000Z", *rule,
        "ORGANIZER;CN=Dana Fox:mailto:dana@example.org", *(_attendee(p, chance) for p in people),
        "CREATED:20250101T000000Z", "LAST-MODIFIED:20250101T000000Z", "SEQUENCE:1", "STATUS:CONFIRMED",
        f"SUMMARY:Meeting {number}",
        "DESCRIPTION:" + "What was agreed last time\\, and what\r\n  comes. " * 5,
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:Reminder", "END:VALARM",
        "END:VEVENT",
    ]


def _attendee(number: int, chance: random.Random) -> str:
    status = chance.choice(("ACCEPTED", "DECLINED", "NEEDS-ACTION"))
    return (f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={status};\r\n"
            f' CN="Person {number}";X-NUM-GUESTS=0:mailto:person{number}@example.com')


def ours(path: Path) -> int:
    """Occurrences read by the importer."""
    parsed = calendar_ics.read(path, Context("Europe/Berlin", IMPORTED_AT, path.parent))
    return sum(len(row.interactions) for row in parsed.rows)


def theirs(path: Path) -> int:
    """Occurrences found by icalendar and recurring-ical-events over the same span."""
    until = (IMPORTED_AT + calendar_ics.AHEAD).replace(tzinfo=UTC)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return len(recurring_ical_events.of(calendar).between(FIRST, until))


def seconds(work: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Median seconds of five runs, and what the work returned."""
    times = []
    found = 0
    for _ in range(RUNS):
        start = time.perf_counter()
        found = work(path)
        times.append(time.perf_counter() - start)
    return statistics.median(times), found


def main() -> int:
    """Print both times, the ratio and our peak memory; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.ics"
        path.write_text(calendar_text(EVENTS), encoding="utf-8", newline="")
        our_time, our_count = seconds(ours, path)
        their_time, their_count = seconds(theirs, path)
        tracemalloc.start()
        ours(path)
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    ratio = our_time / their_time
    print(f"{EVENTS:,} events: ours {our_time:.2f} s ({our_count:,} occurrences), "
          f"icalendar + recurring-ical-events {their_time:.2f} s ({their_count:,})")
    print(f"ratio {ratio:.2f} (bar {BAR}), peak memory {peak:.0f} MB")
    return 0 if ratio <= BAR and our_count == their_count else 1


if __name__ == "__main__":
    sys.exit(main())
