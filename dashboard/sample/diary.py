"""Three years of meetings: what the calendar will say, before it is written as iCalendar."""

from datetime import date, timedelta
from random import Random

from dashboard.sample.bonds import DAYS, Bond, Chooser
from dashboard.sample.meetings import Agenda, Meeting, Repeat, half_hour, occurrences, workday
from dashboard.sample.world import HOME, Person, World

NATURAL_EVENTS = 1_460

# A regular meeting: summary, half-hour of the day, minutes, people, if the user's own, interval, weekdays.
_Plan = tuple[str, int, int, tuple[Person, ...], bool, int, tuple[int, ...]]
_TOPICS = (
    "Catch-up", "Coffee", "Lunch", "Partnership talk", "Roadmap exchange", "Reference call", "Intro call",
    "Demo, questions; next steps", "Project review", "Follow-up",
)  # fmt: skip


def make_diary(world: World, bonds: tuple[Bond, ...], events: int | None = None) -> tuple[Meeting, ...]:
    """All meetings, oldest first within each sort; ``events`` is their number (at least the regular ones)."""
    rng = Random(f"{world.seed}-diary")  # noqa: S311
    wanted = NATURAL_EVENTS if events is None else events
    agenda = Agenda()
    regular = [*_with_colleagues(world, rng), *_with_contacts(world, bonds)]
    for meeting in regular:
        for starts in occurrences(meeting):
            agenda.take(starts, meeting.minutes)
    extra = _extras(world, agenda, min(1.0, wanted / NATURAL_EVENTS), rng)
    chooser = Chooser(world, bonds, rng)
    loose = _loose(world, regular, agenda, chooser, max(0, wanted - len(regular) - len(extra)))
    return (*regular, *extra, *loose)


def _with_colleagues(world: World, rng: Random) -> list[Meeting]:
    """One-to-ones, stand-ups and staff meetings: half of the calendar's occurrences."""
    start, end = workday(world.today - timedelta(days=DAYS)), world.today + timedelta(days=90)
    monday = start - timedelta(days=start.weekday()) + timedelta(weeks=1)
    team = (*world.colleagues, *world.offline)
    mine, me = True, world.user.given
    plans: list[_Plan] = [
        *((f"1:1 {p.name} / {me}", 20 + n % 2 * 2, 30, (p,), mine, 2, (n,)) for n, p in enumerate(team[1:6])),
        *((f"Sync {p.name}", 26 + 2 * n, 30, (p,), not mine, 4, (3,)) for n, p in enumerate(team[6:8])),
        ("Stand-up", 18, 15, team[1:8], mine, 1, (1, 3)),
        ("Staff meeting", 28, 60, team[:10], not mine, 1, (2,)),
        ("Retrospective", 28, 60, team[1:8], mine, 2, (4,)),
        ("Focus time", 18, 120, (), mine, 1, (4,)),
    ]
    series = [_weekly_with_boss(team[0], monday, end, rng)]
    for summary, slot, minutes, people, is_mine, weeks, days in plans:
        first = half_hour(monday + timedelta(days=days[0]), slot)
        rule = Repeat(weeks, days, end)
        room = len(people) > 1 and minutes == 60
        meeting = Meeting(summary, first, minutes, people, has_room=room, is_organiser=is_mine, repeat=rule)
        series.append(meeting)
    return series


def _weekly_with_boss(boss: Person, monday: date, end: date, rng: Random) -> Meeting:
    """The one with exceptions: eight weeks dropped, four moved to Tuesday, two cancelled."""
    dates = [monday + timedelta(weeks=w) for w in sorted(rng.sample(range(4, 150), 14))]
    moved = tuple((d, half_hour(d + timedelta(days=1), 31)) for d in dates[8:12])
    rule = Repeat(1, (0,), end, tuple(dates[:8]), moved, tuple(dates[12:]))
    return Meeting("Weekly with manager", half_hour(monday, 28), 45, (boss,), repeat=rule)


def _with_contacts(world: World, bonds: tuple[Bond, ...]) -> list[Meeting]:
    """A mentor, a customer, a supplier: regular external meetings that begin and end."""
    home = [b.person for b in bonds if b.person.employer.industry == HOME]
    away = [b.person for b in bonds if b.person.employer.industry != HOME]
    plans = (
        (home[0], "Mentoring", DAYS, 0, 4, 60),
        (home[1], "Open-source working group", DAYS, 300, 2, 60),
        (away[0], "Customer sync", 500, 0, 2, 45),
        (away[1], "Supplier review", 900, 500, 4, 30),
    )
    series = []
    for turn, (person, title, since, until, weeks, minutes) in enumerate(plans):
        first = workday(world.today - timedelta(days=since))
        first += timedelta(days=7 - first.weekday() + turn)
        last = world.today + timedelta(days=-until if until else 80)
        rule = Repeat(weeks, (turn,), last)
        summary = f"{title} with {person.name}"
        series.append(Meeting(summary, half_hour(first, 32), minutes, (person,), repeat=rule))
    return series


def _extras(world: World, agenda: Agenda, scale: float, rng: Random) -> list[Meeting]:
    """What must weigh nothing: all-day events, audiences, hours alone."""

    def some_day() -> date:
        return world.today - timedelta(days=rng.randrange(3, DAYS))

    team = (*world.colleagues, *world.offline)
    found = []
    for n in range(round(40 * scale)):
        title = ("Public holiday", "Offsite", "Conference", "Out of office")[n % 4]
        day = half_hour(some_day(), 0)
        people = tuple(rng.sample(team, 3)) if n % 4 == 1 else ()
        found.append(Meeting(title, day, 1440, people, is_all_day=True))
    for n in range(round(60 * scale)):
        title, starts = ("All hands", "Webinar: trends")[n % 2], agenda.place(some_day(), 60, rng)
        people, others = tuple(rng.sample(team, 8)), rng.randrange(8, 40)
        found.append(Meeting(title, starts, 60, people, audience=others))
    for _ in range(round(40 * scale)):
        starts = agenda.place(some_day(), 90, rng)
        found.append(Meeting("Write-up, no meetings", starts, 90, is_organiser=True))
    return found


def _loose(world: World, regular: list[Meeting], agenda: Agenda, chooser: Chooser, count: int) -> list[Meeting]:
    """Single meetings over the three years and the next four weeks, steered towards the home share."""
    start = world.today - timedelta(days=DAYS)
    team = (*world.colleagues, *world.offline)
    outside = sorted(
        ((s.date(), m) for m in regular if m.people and m.people[0] not in team for s in occurrences(m)),
        key=lambda pair: pair[0],
    )
    found = []
    for n in range(count):
        day = start + timedelta(days=n * (DAYS + 28) // max(1, count))
        while outside and outside[0][0] <= day:
            on, regular_one = outside.pop(0)
            chooser.credit(regular_one.people[0], regular_one.minutes, on)
        found.append(_single(team, day, agenda, chooser))
    return found


def _single(team: tuple[Person, ...], day: date, agenda: Agenda, chooser: Chooser) -> Meeting:
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
    starts = agenda.place(day, minutes, rng) if counts else half_hour(workday(day), rng.randrange(17, 36))
    is_mine = answer == "ACCEPTED" and rng.random() < 0.5
    title, has_room = f"{rng.choice(_TOPICS)} {person.name.split()[0]}", rng.random() < 0.15
    return Meeting(title, starts, minutes, people, answer, cancelled, has_room=has_room, is_organiser=is_mine)
