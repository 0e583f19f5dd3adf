"""What a meeting is, when it takes place, and an agenda in which meetings seldom overlap."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from dashboard.sample.world import Person


@dataclass(frozen=True, slots=True)
class Repeat:
    """A weekly rule: ``weekdays`` 0 = Monday. ``moved`` maps an occurrence's day to its other start."""

    interval: int
    weekdays: tuple[int, ...]
    until: date
    skipped: tuple[date, ...] = ()
    moved: tuple[tuple[date, datetime], ...] = ()
    cancelled: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One calendar event. ``starts`` is local time in Berlin, without zone.

    ``answer`` is the user's PARTSTAT, ``audience`` the number of further guests nobody knows.
    """

    summary: str
    starts: datetime
    minutes: int
    people: tuple[Person, ...] = ()
    answer: str = "ACCEPTED"
    is_cancelled: bool = False
    is_all_day: bool = False
    has_room: bool = False
    is_organiser: bool = False
    audience: int = 0
    repeat: Repeat | None = None


@dataclass(slots=True)
class Agenda:
    """Which half-hours are taken, so that meetings seldom overlap."""

    taken: defaultdict[date, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, starts: datetime, minutes: int) -> None:
        """Mark the time as taken."""
        self.taken[starts.date()].update(_slots(starts.hour * 2 + starts.minute // 30, minutes))

    def place(self, day: date, minutes: int, rng: Random) -> datetime:
        """A free start between 8:30 and 18:00 near that day; when weeks are full, any start."""
        for later in range(10):
            near = workday(day + timedelta(days=later))
            free = [s for s in range(17, 36) if not self.taken[near] & set(_slots(s, minutes))]
            if free:
                break
        else:
            near, free = workday(day), list(range(17, 36))
        starts = half_hour(near, rng.choice(free))
        self.take(starts, minutes)
        return starts


def occurrences(meeting: Meeting) -> Iterator[datetime]:
    """The starts of a meeting that take place, in order of the rule (a moved one in its old place)."""
    rule = meeting.repeat
    if rule is None:
        yield meeting.starts
        return
    monday = meeting.starts.date() - timedelta(days=meeting.starts.weekday())
    moved = dict(rule.moved)
    while monday <= rule.until:
        for day in (monday + timedelta(days=d) for d in rule.weekdays):
            if meeting.starts.date() <= day <= rule.until and day not in (*rule.skipped, *rule.cancelled):
                yield moved.get(day, datetime.combine(day, meeting.starts.time()))
        monday += timedelta(weeks=rule.interval)


def workday(day: date) -> date:
    """That day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _slots(first: int, minutes: int) -> range:
    return range(first, first + -(-minutes // 30))


def half_hour(day: date, half_hours: int) -> datetime:
    """The moment so many half-hours after midnight."""
    return datetime.combine(day, time(half_hours // 2, 30 * (half_hours % 2)))
