"""The text of an iCalendar file: bytes to logical lines, logical lines to events with their calendar.

Nothing is interpreted here. A file of any size is read once, line by line; of each event only the properties
that count are kept apart, plus the text whose change makes the event "updated".
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO

KEPT = frozenset(
    {
        "UID",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "EXRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "STATUS",
        "ORGANIZER",
        "ATTENDEE",
        "X-MICROSOFT-CDO-ALLDAYEVENT",
    }
)
REWRITTEN = frozenset({"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"})  # differ in every re-export
LONGEST_LINE = 4000  # an attachment written inline
UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"B\x00E\x00": "utf-16-le", b"\x00B\x00E": "utf-16-be"}

BEGIN = re.compile(r"\s*begin:v(calendar|event)\s*$", re.IGNORECASE | re.MULTILINE)
# What some programs save without a calendar around it: a single event that was dragged out, a list of tasks.
ALONE = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})


@dataclass(slots=True)
class Calendar:
    """One VCALENDAR: its own properties (name to raw value) and its VTIMEZONEs (TZID to raw lines)."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Component:
    """One VEVENT as written: ``properties`` maps a kept name to its raw lines, ``line`` is 1-based."""

    line: int
    calendar: Calendar
    properties: dict[str, list[str]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    is_closed: bool = False

    def add(self, name: str, line: str) -> None:
        """Take one logical line of the event."""
        if name in KEPT:
            self.properties.setdefault(name, []).append(line)
        elif len(line) > LONGEST_LINE:
            line = f"{name}#{sha256(line.encode('utf-8', 'surrogatepass')).hexdigest()}"
        if name not in REWRITTEN:
            self.text.append(line)


@dataclass(slots=True)
class Scan:
    """What stands in a file: events in order, calendars, how many of each component.

    ``open`` is the event and ``stack`` the components in which the file stops (None and empty: complete).
    """

    events: list[Component] = field(default_factory=list)
    calendars: list[Calendar] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    open: Component | None = None
    stack: list[str] = field(default_factory=list)
    zone: list[str] = field(default_factory=list)  # lines of the VTIMEZONE being read


def begins_calendar(head: bytes) -> bool:
    """Whether the first line with anything on it begins a calendar or an event (any case, any BOM, UTF-8 or UTF-16)."""
    encoding = _utf16(head)
    text = head.decode(encoding, "replace") if encoding else head.decode("utf-8-sig", "replace")
    return BEGIN.match(text.replace("\r", "\n").lstrip("\ufeff \t\n").partition("\n")[0]) is not None


def first_line(path: Path) -> str:
    """The first line with anything on it, shortened: what we tell a person we found."""
    with path.open("rb") as file:
        text = file.read(4000).decode("utf-8", "replace").strip("\ufeff\x00 \r\n\t")
    return "".join(c for c in text.splitlines()[0][:40] if c.isprintable()).strip() if text else ""


def scan(path: Path) -> Scan:
    """Read a file into its events; never raises for what stands in it."""
    found = Scan()
    for number, line in logical_lines(path):
        name = line.partition(":")[0].partition(";")[0].strip().upper()
        if name == "BEGIN":
            _begin(found, number, line.partition(":")[2].strip().upper())
        elif name == "END":
            _end(found, line.partition(":")[2].strip().upper())
        else:
            _keep(found, name, line)
    return found


def _begin(found: Scan, number: int, kind: str) -> None:
    found.seen[kind] = found.seen.get(kind, 0) + 1
    if kind == "VCALENDAR":
        found.open, found.stack = None, []
        found.calendars.append(Calendar())
    elif kind in ALONE and not found.calendars:
        found.calendars.append(Calendar())
    if kind == "VEVENT" and found.calendars:
        found.open = Component(number, found.calendars[-1])
        found.events.append(found.open)
    elif kind == "VTIMEZONE":
        found.zone = []
    found.stack.append(kind)
    if "VTIMEZONE" in found.stack:
        found.zone.append(f"BEGIN:{kind}")


def _end(found: Scan, kind: str) -> None:
    if "VTIMEZONE" in found.stack:
        found.zone.append(f"END:{kind}")
    if kind == "VTIMEZONE" and found.calendars:
        found.calendars[-1].zones.setdefault(_zone_id(found.zone), found.zone)
    elif kind == "VEVENT" and found.open is not None:
        found.open.is_closed, found.open = True, None
    elif kind == "VCALENDAR":
        found.open, found.stack = None, []
    if kind in found.stack:
        del found.stack[len(found.stack) - 1 - found.stack[::-1].index(kind) :]


def _keep(found: Scan, name: str, line: str) -> None:
    inside = found.stack[-1] if found.stack else ""
    if inside == "VEVENT" and found.open is not None:
        found.open.add(name, line)
    elif inside == "VCALENDAR":
        found.calendars[-1].properties.setdefault(name, line.partition(":")[2].strip())
    elif "VTIMEZONE" in found.stack:
        found.zone.append(line)


def logical_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Unfolded lines with the number of their first one. Done in bytes: a fold may split a letter."""
    pending: list[bytes] = []
    start = 0
    with _opened(path) as file:
        for number, raw in enumerate(file, 1):
            line = raw.rstrip(b"\r\n")
            if line[:1] in (b" ", b"\t"):
                pending.append(line[1:])
            elif line:
                if pending:
                    yield start, _decoded(pending)
                pending, start = [line], number
    if pending:
        yield start, _decoded(pending)


def _decoded(parts: list[bytes]) -> str:
    line = parts[0] if len(parts) == 1 else b"".join(parts)
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _opened(path: Path) -> IO[bytes]:
    """The file as UTF-8 bytes after its BOM, with line feeds (UTF-16 and bare CR are rewritten)."""
    file = path.open("rb")
    head = file.read(65_536)
    encoding = _utf16(head)
    if encoding or (b"\r" in head and b"\n" not in head):
        with file:
            data = head + file.read()
        text = data.decode(encoding, "replace").encode() if encoding else data
        if b"\n" not in text:
            text = text.replace(b"\r", b"\n")
        return io.BytesIO(text.removeprefix(b"\xef\xbb\xbf"))
    file.seek(3 if head.startswith(b"\xef\xbb\xbf") else 0)
    return file


def _utf16(head: bytes) -> str | None:
    return next((name for mark, name in UTF16.items() if head.startswith(mark)), None)


def _zone_id(lines: list[str]) -> str:
    return next((li.partition(":")[2].strip() for li in lines if li.upper().startswith("TZID")), "")
