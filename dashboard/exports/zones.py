"""A time zone as a VTIMEZONE that every calendar program reads: rules like "last Sunday of March", not lists of days.

Outlook takes a zone only as yearly rules. Where the clock changes follow no such rule (Morocco's follow the moon), the
days are listed instead.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

YEARS = 10  # how far ahead the changes are looked at
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clock: when, on the wall before it, and from which distance to UTC to which."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def vtimezone(zone: ZoneInfo, first: date) -> Timezone:
    """The zone from ``first`` on. Source: RFC 5545, 3.6.5; onsets are wall time before the change."""
    component = Timezone()
    component.add("tzid", zone.key)
    changes = list(_changes(zone, first))
    begin = datetime(first.year, 1, 1)
    start = begin.replace(tzinfo=zone)
    now = _offset(start)
    component.add_component(_rule([Change(begin, now, now, start.tzname() or zone.key, bool(start.dst()))], None))
    alike: defaultdict[tuple[timedelta, timedelta, str], list[Change]] = defaultdict(list)
    for change in changes:
        alike[change.before, change.after, change.name].append(change)
    for group in alike.values():
        component.add_component(_rule(group, _yearly(group)))
    return component


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _changes(zone: ZoneInfo, first: date) -> Iterator[Change]:
    """Every change of ten years: day by day, then by halves down to the second."""
    moment = datetime(first.year, 1, 1, tzinfo=UTC)
    end = datetime(first.year + YEARS, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + timedelta(days=1)
        if _at(moment, zone) != _at(following, zone):
            yield _between(moment, following, zone)
        moment = following


def _at(moment: datetime, zone: ZoneInfo) -> tuple[timedelta, str | None]:
    there = moment.astimezone(zone)
    return _offset(there), there.tzname()


def _between(low: datetime, high: datetime, zone: ZoneInfo) -> Change:
    old = _at(low, zone)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _at(middle, zone) == old else (low, middle)
    there = high.astimezone(zone)
    wall = (high + old[0]).replace(tzinfo=None)
    return Change(wall, old[0], _offset(there), there.tzname() or zone.key, bool(there.dst()))


def _yearly(changes: Sequence[Change]) -> vRecur | None:
    """The rule that gives these changes, one a year to the end; None if there is none."""
    walls = [change.wall for change in changes]
    first = walls[0]
    is_yearly = [wall.year for wall in walls] == list(range(first.year, first.year + len(walls)))
    is_alike = len({(wall.month, wall.weekday(), wall.time()) for wall in walls}) == 1
    if len(walls) < YEARS - 1 or not is_yearly or not is_alike:
        return None
    for place in ({(wall.day - 1) // 7 + 1 for wall in walls}, {_from_end(wall) for wall in walls}):
        if len(place) == 1:
            return vRecur(freq="yearly", bymonth=first.month, byday=f"{place.pop()}{DAYS[first.weekday()]}")
    return None


def _from_end(wall: datetime) -> int:
    """-1 for the last such weekday of its month."""
    return -((calendar.monthrange(wall.year, wall.month)[1] - wall.day) // 7 + 1)


def _rule(changes: Sequence[Change], yearly: vRecur | None) -> TimezoneDaylight | TimezoneStandard:
    first = changes[0]
    part = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    part.add("dtstart", first.wall)
    if yearly is not None:
        part.add("rrule", yearly)
    elif len(changes) > 1:
        part.add("rdate", [change.wall for change in changes[1:]])
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    return part
