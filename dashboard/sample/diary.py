"""Three years of meetings: what the calendar will say, before it is written as iCalendar."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from dashboard.sample.bonds import DAYS, Bond, Chooser
from dashboard.sample.world import HOME, Person, World

NATURAL_EVENTS = 1_460
_TOPICS = ("Catch-up", "Coffee", "Lunch", "Partnership talk", "Roadmap exchange", "Reference call", "Intro call",
           "Demo, questions; next steps", "Project review", "Follow-up")  # fmt: skip


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
class _Agenda:
    """Which half-hours are taken, so that meetings seldom overlap."""

    taken: defaultdict[date, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, starts: datetime, minutes: int) -> None:
        self.taken[starts.date()].update(_slots(starts.hour * 2 + starts.minute // 30, minutes))

    def place(self, day: date, minutes: int, rng: Random) -> datetime:
        """A free start between 8:30 and 18:00 near that day; when weeks are full, any start."""
        for later in range(10):
            near = _workday(day + timedelta(days=later))
            free = [s for s in range(17, 36) if not self.taken[near] & set(_slots(s, minutes))]
            if free:
                break
        else:
            near, free = _workday(day), list(range(17, 36))
        starts = _at(near, rng.choice(free))
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


def make_diary(world: World, bonds: tuple[Bond, ...], events: int | None = None) -> tuple[Meeting, ...]:
    """All meetings, oldest first within each sort; ``events`` is their number (at least the regular ones)."""
    rng = Random(f"{world.seed}-diary")  # noqa: S311
    wanted = NATURAL_EVENTS if events is None else events
    agenda = _Agenda()
    regular = [*_with_colleagues(world, rng), *_with_contacts(world, bonds)]
    for meeting in regular:
        for starts in occurrences(meeting):
            agenda.take(starts, meeting.minutes)
    extra = _extras(world, agenda, min(1.0, wanted / NATURAL_EVENTS), rng)
    chooser = Chooser(world, bonds, rng)
    loose = _loose(world, regular, agenda, chooser, max(0, wanted - len(regular) - len(extra)))
    return (*regular, *extra, *loose)


def _with_colleagues(world: World, rng: Random) -> list[Meeting]:
    """One-to-ones, stand-ups and staff meetings: over half of the calendar's occurrences."""
    start, end = _workday(world.today - timedelta(days=DAYS)), world.today + timedelta(days=90)
    monday = start - timedelta(days=start.weekday()) + timedelta(weeks=1)
    team = [*world.colleagues, *world.offline]
    boss, reports, peers = team[0], team[1:6], team[6:8]
    series = [Meeting(f"1:1 {p.name} / {world.user.given}", _at(monday + timedelta(days=n), 20 + 2 * (n % 2)), 30, (p,),
                      is_organiser=True, repeat=Repeat(2, (n,), end)) for n, p in enumerate(reports)]  # fmt: skip
    series += [Meeting(f"Sync {p.name}", _at(monday + timedelta(days=3), 26 + 2 * n), 30, (p,),
                       repeat=Repeat(4, (3,), end)) for n, p in enumerate(peers)]  # fmt: skip
    dates = [monday + timedelta(weeks=w) for w in sorted(rng.sample(range(4, 150), 14))]
    moved = tuple((d, _at(d + timedelta(days=1), 31)) for d in dates[8:12])
    series.append(Meeting("Weekly with manager", _at(monday, 28), 45, (boss,),
                          repeat=Repeat(1, (0,), end, tuple(dates[:8]), moved, tuple(dates[12:]))))  # fmt: skip
    series.append(Meeting("Stand-up", _at(monday + timedelta(days=1), 18), 15, tuple(team[1:8]),
                          is_organiser=True, repeat=Repeat(1, (1, 3), end)))  # fmt: skip
    series.append(Meeting("Staff meeting", _at(monday + timedelta(days=2), 28), 60, tuple(team[:10]), has_room=True,
                          repeat=Repeat(1, (2,), end)))  # fmt: skip
    series.append(Meeting("Retrospective", _at(monday + timedelta(days=4), 28), 60, tuple(team[1:8]), has_room=True,
                          is_organiser=True, repeat=Repeat(2, (4,), end)))  # fmt: skip
    series.append(Meeting("Focus time", _at(monday + timedelta(days=4), 18), 120,
                          is_organiser=True, repeat=Repeat(1, (4,), end)))  # fmt: skip
    return series


def _with_contacts(world: World, bonds: tuple[Bond, ...]) -> list[Meeting]:
    """A mentor, a customer, a supplier: regular external meetings that begin and end."""
    home = [b.person for b in bonds if b.person.employer.industry == HOME]
    away = [b.person for b in bonds if b.person.employer.industry != HOME]
    plans = ((home[0], "Mentoring", DAYS, 0, 4, 60), (home[1], "Open-source working group", DAYS, 300, 2, 60),
             (away[0], "Customer sync", 500, 0, 2, 45), (away[1], "Supplier review", 900, 500, 4, 30))  # fmt: skip
    series = []
    for turn, (person, title, since, until, weeks, minutes) in enumerate(plans):
        first = _workday(world.today - timedelta(days=since))
        first += timedelta(days=7 - first.weekday() + turn)
        rule = Repeat(weeks, (turn,), world.today - timedelta(days=until) if until else world.today + timedelta(days=80))
        series.append(Meeting(f"{title} with {person.name}", _at(first, 32), minutes, (person,), repeat=rule))
    return series


def _extras(world: World, agenda: _Agenda, scale: float, rng: Random) -> list[Meeting]:
    """What must weigh nothing: all-day events, audiences, hours alone."""
    def some_day() -> date:
        return world.today - timedelta(days=rng.randrange(3, DAYS))

    team = (*world.colleagues, *world.offline)
    found = []
    for n in range(round(40 * scale)):
        day = _at(some_day(), 0)
        found.append(Meeting(("Public holiday", "Offsite", "Conference", "Out of office")[n % 4], day, 1440,
                             tuple(rng.sample(team, 3)) if n % 4 == 1 else (), is_all_day=True))  # fmt: skip
    for n in range(round(60 * scale)):
        crowd = tuple(rng.sample(team, 8))
        found.append(Meeting(("All hands", "Webinar: platform trends")[n % 2], agenda.place(some_day(), 60, rng), 60,
                             crowd, audience=rng.randrange(8, 40)))  # fmt: skip
    for _ in range(round(40 * scale)):
        found.append(Meeting("Write-up, no meetings", agenda.place(some_day(), 90, rng), 90, is_organiser=True))
    return found


def _loose(world: World, regular: list[Meeting], agenda: _Agenda, chooser: Chooser, count: int) -> list[Meeting]:
    """Single meetings over the three years and the next four weeks, steered towards the home share."""
    start = world.today - timedelta(days=DAYS)
    team = (*world.colleagues, *world.offline)
    outside = sorted(((s.date(), m) for m in regular if m.people and m.people[0] not in team for s in occurrences(m)),
                     key=lambda pair: pair[0])  # fmt: skip
    found = []
    for n in range(count):
        day = start + timedelta(days=n * (DAYS + 28) // max(1, count))
        while outside and outside[0][0] <= day:
            on, regular_one = outside.pop(0)
            chooser.credit(regular_one.people[0], regular_one.minutes, on)
        found.append(_single(team, day, agenda, chooser))
    return found


def _single(team: tuple[Person, ...], day: date, agenda: _Agenda, chooser: Chooser) -> Meeting:
    rng = chooser.rng
    minutes = rng.choices((30, 45, 60, 90), (45, 20, 28, 7))[0]
    dice = rng.random()
    person = chooser.pick(day)
    people: tuple[Person, ...] = (person,)
    if dice < 0.12:
        people += tuple(rng.sample(team, rng.choice((1, 2))))
    elif dice < 0.22 and (second := chooser.pick(day)) != person:
        people += (second,)
    answer = rng.choices(("ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION"), (90, 5, 3, 2))[0]
    cancelled = rng.random() < 0.04
    counts = 0.0 if cancelled or answer == "DECLINED" else 1.0 if answer == "ACCEPTED" else 0.5
    for guest in people:
        if guest not in team:
            chooser.credit(guest, counts * minutes / len(people), day)
    starts = agenda.place(day, minutes, rng) if counts else _at(_workday(day), rng.randrange(17, 36))
    is_organiser = answer == "ACCEPTED" and rng.random() < 0.5
    return Meeting(f"{rng.choice(_TOPICS)} {person.name.split()[0]}", starts, minutes, people, answer, cancelled,
                   has_room=rng.random() < 0.15, is_organiser=is_organiser)  # fmt: skip


def _workday(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _slots(first: int, minutes: int) -> range:
    return range(first, first + -(-minutes // 30))


def _at(day: date, half_hours: int) -> datetime:
    return datetime.combine(day, time(half_hours // 2, 30 * (half_hours % 2)))
