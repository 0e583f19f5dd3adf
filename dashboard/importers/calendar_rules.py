"""When a recurring event takes place: RRULE, EXRULE, RDATE and EXDATE, expanded on its own wall."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import NamedTuple

from dateutil.rrule import rrulestr

from dashboard.importers.calendar_times import (
    EARLIEST,
    LATEST,
    Moment,
    PropertyError,
    Zones,
    duration,
    moment,
    moments,
    to_utc,
    to_wall,
)

MOST_OCCURRENCES = 5_000  # of one event: more is a clock, not a meeting
LONGEST = timedelta(days=36_525)
WITHIN_A_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
OF_TIME = ("BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND")
MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
RECURRING = ("RRULE", "RDATE", "EXDATE", "EXRULE")

Lines = Mapping[str, Sequence[str]]


class Length(NamedTuple):
    """How long an occurrence lasts. A nominal length (whole days) keeps wall time across a clock change."""

    delta: timedelta
    is_nominal: bool

    def minutes(self, wall: datetime, zone: tzinfo) -> float:
        """Real minutes of the occurrence that starts at ``wall``."""
        real = to_utc(wall + self.delta, zone) - to_utc(wall, zone) if self.is_nominal else self.delta
        return real.total_seconds() / 60


class Series(NamedTuple):
    """The occurrences of an event: wall time to own length (None: the event's). ``excluded``: its EXDATEs."""

    walls: dict[datetime, Length | None]
    excluded: frozenset[datetime | date]

    def excludes(self, wall: datetime) -> bool:
        """Whether EXDATE names that time or that day."""
        return wall in self.excluded or wall.date() in self.excluded


def expand(lines: Lines, start: Moment, zone: tzinfo, zones: Zones, until: datetime) -> Series:
    """Every occurrence from the first to ``until`` (UTC), unordered. Raises PropertyError."""
    last = to_wall(until, zone)
    rules = [_Rule(line, start, zone, last) for line in lines.get("RRULE", ())]
    walls: dict[datetime, Length | None] = {}
    if not rules or any(start.wall <= rule.last for rule in rules):
        walls[start.wall] = None  # unless UNTIL lies before DTSTART: a series that was deleted
    for rule in rules:
        walls.update(dict.fromkeys(rule.walls()))
        _check(len(walls), rule.text)
    for line in lines.get("RDATE", ()):
        walls.update(_extra(line, start, zone, zones))
    _check(len(walls), None)
    for line in lines.get("EXRULE", ()):
        for wall in _Rule(line, start, zone, last).walls():
            walls.pop(wall, None)
    excluded = frozenset(_exclusions(lines, start, zone, zones))
    series = Series({}, excluded)
    series.walls.update((w, length) for w, length in walls.items() if w <= last and not series.excludes(w))
    return series


def wall_of(when: Moment, start: Moment, zone: tzinfo) -> datetime:
    """A time that refers to the event (EXDATE, UNTIL, RECURRENCE-ID) on the event's own wall.

    Without a zone it is the event's; a bare day means the event's time on that day. For an all-day event a
    time means the day it is written with, except that Outlook writes midnight as the UTC evening before.
    """
    midnight = datetime.min.time()
    if when.is_date:
        return when.wall if start.is_date else datetime.combine(when.wall, start.wall.time())
    is_written_here = when.zone in (None, zone)
    if start.is_date:
        is_written_here = when.zone is not UTC or when.wall.time() == midnight
    wall = when.wall if is_written_here else to_wall(to_utc(when.wall, when.zone or zone), zone)
    return datetime.combine(wall, midnight) if start.is_date else wall


def _exclusions(lines: Lines, start: Moment, zone: tzinfo, zones: Zones) -> Iterator[datetime | date]:
    for line in lines.get("EXDATE", ()):
        for when in moments(line, zones):
            yield when.wall.date() if when.is_date else wall_of(when, start, zone)


def _extra(line: str, start: Moment, zone: tzinfo, zones: Zones) -> Iterator[tuple[datetime, Length | None]]:
    head, _, values = line.rpartition(":")
    for value in filter(None, (part.strip() for part in values.split(","))):
        first, _, end = value.partition("/")
        for when in moments(f"{head}:{first}", zones):
            wall = wall_of(when, start, zone)
            yield wall, _period(head, end, wall, zone, zones) if end else None


def _period(head: str, end: str, wall: datetime, zone: tzinfo, zones: Zones) -> Length:
    if end.lstrip("+-").upper().startswith("P"):
        length = Length(*duration(end))
    else:
        ending = moments(f"{head}:{end}", zones)[0]
        length = Length(to_utc(ending.wall, ending.zone or zone) - to_utc(wall, zone), False)
    if length.delta < timedelta():
        raise PropertyError("ends before it starts", "RDATE", end)
    if length.delta > LONGEST:
        raise PropertyError("lasts more than 100 years", "RDATE", end)
    return length


class _Rule:
    """One recurrence rule: UNTIL and COUNT are taken here, the rest is dateutil's.

    dateutil refuses an UNTIL unlike DTSTART, and searches a rule that never comes to the year 9999.
    """

    def __init__(self, line: str, start: Moment, zone: tzinfo, last: datetime) -> None:
        self.text = line.partition(":")[2].strip()
        self.column = line.partition(":")[0].partition(";")[0].strip().upper()
        self.start, self.zone = start.wall, zone
        parts = dict(self._parts())
        self.count = self._number(parts.pop("COUNT", "-1"))
        self.last = self._until(parts.pop("UNTIL", ""), start) or datetime.max
        self.horizon = min(last, self.last)
        self._refuse_endless(parts)
        self.is_possible = self._names_a_day(parts)
        self.rest = ";".join(f"{name}={value}" for name, value in parts.items())

    def walls(self) -> list[datetime]:
        """Its occurrences up to the horizon, at most one more than allowed."""
        most = MOST_OCCURRENCES + 1
        if self.horizon < self.start or not self.is_possible:
            return []
        if self.count > 0:  # some programs write COUNT=-1 for "without end"
            most = min(self.count, most)
        try:
            rule = rrulestr(f"{self.rest};UNTIL={self.horizon:%Y%m%dT%H%M%S}", dtstart=self.start)
            return list(islice(rule, most))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError):
            raise self._broken() from None

    def _parts(self) -> Iterator[tuple[str, str]]:
        for part in filter(None, self.text.upper().split(";")):
            name, equals, value = part.partition("=")
            if not equals:
                raise self._broken()
            if not name.strip().startswith("X-") and part.strip() not in ("RSCALE=GREGORIAN", "SKIP=OMIT"):
                yield name.strip(), value.strip()

    def _until(self, text: str, start: Moment) -> datetime | None:
        if not text:
            return None
        try:
            until = moment(text, None, False, self.column)
        except PropertyError:
            raise self._broken() from None
        if until.wall > LATEST:
            return None  # 9999-12-31: without end
        if until.wall < EARLIEST:
            return EARLIEST
        if until.is_date:
            return until.wall + timedelta(days=1, seconds=-1)  # "until the 5th" means the whole 5th
        return wall_of(until, start, self.zone)

    def _number(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise self._broken() from None
        if number == 0:
            raise self._broken()
        return number

    def _refuse_endless(self, parts: Mapping[str, str]) -> None:
        interval = self._number(parts.get("INTERVAL", "1"))
        if "FREQ" not in parts or interval < 1:
            raise self._broken()
        filters = {name for name in parts if name.startswith("BY")}
        frequency = parts["FREQ"]  # a clock with a filter is tried tick by tick: minutes, or for ever
        if (frequency == "SECONDLY" and filters) or (frequency in WITHIN_A_DAY and filters - set(OF_TIME)):
            raise PropertyError("repeats too often", self.column, self.text)

    def _names_a_day(self, parts: Mapping[str, str]) -> bool:
        """False for the 30th of February."""
        days = [abs(self._number(day)) for day in parts.get("BYMONTHDAY", "1").split(",")]
        months = [self._number(month) for month in parts.get("BYMONTH", "1").split(",")]
        if not all(1 <= month <= 12 for month in months):
            raise self._broken()
        return min(days) <= max(MONTH_DAYS[month - 1] for month in months)

    def _broken(self) -> PropertyError:
        return PropertyError("broken recurrence rule", self.column, self.text)


def _check(count: int, text: str | None) -> None:
    if count > MOST_OCCURRENCES:
        raise PropertyError("repeats too often", "RRULE" if text else "RDATE", text)
