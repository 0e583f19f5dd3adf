"""Dates, times, zones and durations of a calendar: what a raw property says, as an instant in UTC.

A time stays on the wall of its own zone (``Moment``) until recurrences are expanded, so that a meeting at
nine stays at nine across a clock change; only then is it converted.
"""

import re
import warnings
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.prop import vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from dashboard.importers.calendar_text import Calendar

WRITTEN = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$", re.IGNORECASE)
TZID = re.compile(r";\s*TZID\s*=\s*(?:\"([^\"]*)\"|(.*?)(?=;[\w-]+=|$))", re.IGNORECASE)
EARLIEST, LATEST = datetime(1583, 1, 1), datetime(9000, 1, 1)  # outside it zones cannot be computed


class PropertyError(ValueError):
    """A property that refuses its event. ``args``: the reason, the column, the value."""


class Moment(NamedTuple):
    """A time on the wall of a zone. ``zone`` None: floating. ``is_date``: a day, ``wall`` its midnight."""

    wall: datetime
    zone: tzinfo | None
    is_date: bool


class Zones:
    """The zones of one calendar. A name is looked up once: IANA, Windows, then as the file defines it.

    The file's own definition comes last because many carry the rules of the year they were written in.
    ``default`` (X-WR-TIMEZONE, else the workspace's) serves times without a zone and zones nobody knows;
    ``home`` (the workspace's) serves whole days.
    """

    def __init__(self, calendar: Calendar, home: tzinfo) -> None:
        self.home = home
        self._defined = calendar.zones
        self._known: dict[str, tzinfo] = {"": home}
        self.default = self.named(calendar.properties.get("X-WR-TIMEZONE", ""))
        self._known[""] = self.default

    def named(self, name: str) -> tzinfo:
        """The zone of that TZID; the default where nobody knows it."""
        if name not in self._known:
            self._known[name] = public_zone(name) or self._own(name) or self._known[""]
        return self._known[name]

    def _own(self, name: str) -> tzinfo | None:
        lines = self._defined.get(name) or self._defined.get(name.strip("/"))
        if lines is None:
            return None
        located = next((li.partition(":")[2] for li in lines if li.upper().startswith("X-LIC-LOCATION")), "")
        return public_zone(located.strip()) or _defined_zone(lines)


def public_zone(name: str) -> tzinfo | None:
    """An IANA or Windows zone, also behind a vendor's prefix (``/mozilla.org/20070129_1/Europe/Berlin``)."""
    parts = name.strip("/ ").split("/")
    for start in range(len(parts)):
        candidate = "/".join(parts[start:])
        try:
            return ZoneInfo(WINDOWS_TO_OLSON.get(candidate, candidate))
        except (KeyError, ValueError, OSError):  # unknown; not a relative path; a folder of zones
            continue
    return None


def _defined_zone(lines: list[str]) -> tzinfo | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            component = Timezone.from_ical("\r\n".join(lines) + "\r\n")
            if not isinstance(component, Timezone):
                return None
            zone: object = component.to_tz(lookup_tzid=False)
            is_usable = isinstance(zone, tzinfo) and zone.utcoffset(datetime(2024, 1, 1)) is not None
            return zone if isinstance(zone, tzinfo) and is_usable else None
        except (ValueError, KeyError, AttributeError, TypeError, IndexError, NotImplementedError):
            return None


def moments(line: str, zones: Zones) -> list[Moment]:
    """The times of a date property, which may list several. Raises PropertyError."""
    head, _, values = line.rpartition(":")
    found = TZID.search(head)
    zone = zones.named((found[1] or found[2] or "").strip()) if found else None
    is_date = "VALUE=DATE" in head.upper() and "VALUE=DATE-TIME" not in head.upper()
    found_moments = [moment(value, zone, is_date, line) for value in values.split(",") if value.strip()]
    for when in found_moments:
        if not EARLIEST <= when.wall <= LATEST:
            raise PropertyError("unreadable date", _column(line), values.strip())
    return found_moments


def moment(value: str, zone: tzinfo | None, is_date: bool, line: str) -> Moment:
    """One written time. ``line`` is only for the complaint."""
    written = WRITTEN.match(value.strip())
    if written is None:
        raise PropertyError("unreadable date", _column(line), value.strip())
    year, month, day, hour, minute, second, utc_mark = written.groups()
    try:
        wall = datetime(int(year), int(month), int(day))
        if hour is None or is_date:
            return Moment(wall, None, True)
        wall = wall.replace(hour=int(hour), minute=int(minute), second=min(int(second or 0), 59))
    except ValueError:
        raise PropertyError("unreadable date", _column(line), value.strip()) from None
    return Moment(wall, UTC if utc_mark else zone, False)


def to_utc(wall: datetime, zone: tzinfo) -> datetime:
    """Wall time to UTC without zone. A skipped time takes the offset before; a repeated one is the first."""
    return wall - (zone.utcoffset(wall.replace(tzinfo=zone)) or timedelta())


def to_wall(instant: datetime, zone: tzinfo) -> datetime:
    """UTC without zone to the wall of a zone."""
    return instant.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def duration(text: str) -> tuple[timedelta, bool]:
    """A written duration and whether it is nominal (whole days: wall time is kept). Raises PropertyError."""
    try:
        delta: timedelta = vDuration.from_ical(text.strip().upper())  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, OverflowError):
        raise PropertyError("unreadable duration", "DURATION", text.strip()) from None
    return delta, "T" not in text.upper()


def _column(line: str) -> str:
    return line.partition(":")[0].partition(";")[0].strip().upper()
