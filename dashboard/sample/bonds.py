"""Whom the user spends time with outside their own employer, how much, and in which years.

The home industry's share of that time is steered: 76 % three years ago, 51 % today, in a straight line, so
that the first year comes to 72 % and the last to 55 %.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from dashboard.sample.world import DORMANT, HOME, HOSTILE, NEVER_MET, Person, World

YEARS = 3
DAYS = 365 * YEARS


@dataclass(frozen=True, slots=True)
class Bond:
    """A contact the user really meets: with what weight, and between which days."""

    person: Person
    weight: float
    since: date
    until: date


def home_target(day: date, today: date) -> float:
    """The home industry's intended share of external time on that day, 0..1."""
    age = min(DAYS, max(0, (today - day).days))
    return 0.5075 + 0.255 * age / DAYS


def make_bonds(world: World) -> tuple[Bond, ...]:
    """About one contact in five, strongest first on each side; weights fall with rank: a few hold much."""
    rng = Random(f"{world.seed}-bonds")  # noqa: S311
    crowd = [
        p
        for p in world.people
        if not p.is_colleague and p.employer.industry not in NEVER_MET and (p.given, p.family) not in HOSTILE
    ]
    home = [p for p in crowd if p.employer.industry == HOME]
    away = [p for p in crowd if p.employer.industry != HOME]
    size = min(1500, len(world.people) // 9)
    return (*_side(home, size, world, rng), *_side(away, size, world, rng))


def _side(people: list[Person], size: int, world: World, rng: Random) -> list[Bond]:
    """The old acquaintances of known employers come first: they are there all the time."""
    rng.shuffle(people)
    start = world.today - timedelta(days=DAYS)
    chosen = sorted(people[: size * 2], key=lambda p: _late(p, start))[:size]
    old = [p for p in people if p.employer.industry in DORMANT][:6]
    chosen = [p for p in chosen if p not in old]
    chosen[12:12] = old  # they mattered once
    return [_bond(p, rank, start, world.today, rng) for rank, p in enumerate(chosen)]


def _late(person: Person, start: date) -> tuple[bool, bool, bool]:
    """Sorts to the end of the ranking: dormant trades, movers, and whoever came later."""
    return (
        person.employer.industry in DORMANT,
        person.former is not None,
        person.connected_on > start + timedelta(days=500),
    )


def _bond(person: Person, rank: int, start: date, today: date, rng: Random) -> Bond:
    since, until = max(start, person.connected_on), today
    if person.employer.industry in DORMANT:
        since, until = start, today - timedelta(days=760)
    elif rank in {5, 9}:  # close once, silent for more than a year
        until = today - timedelta(days=430)
    elif rank > 12 and rng.random() < 0.3:
        until = max(since, today - timedelta(days=rng.randrange(30, 700)))
    return Bond(person, (rank + 4) ** -0.75, since, until)


class Chooser:
    """Picks people so that the home share of the minutes given so far keeps to its target."""

    def __init__(self, world: World, bonds: tuple[Bond, ...], rng: Random) -> None:
        self.today = world.today
        self.rng = rng
        self.bonds = bonds
        self.excess = 0.0  # home minutes given beyond the target so far
        self._month: tuple[int, int] | None = None
        self._sides: dict[bool, tuple[list[Person], list[float]]] = {}

    def credit(self, person: Person, minutes: float, day: date) -> None:
        """Take note of external minutes given to that person."""
        is_home = person.employer.industry == HOME
        self.excess += minutes * (is_home - home_target(day, self.today))

    def pick(self, day: date) -> Person:
        """Somebody the user may meet on that day, on the side that is behind."""
        if (day.year, day.month) != self._month:
            self._month = (day.year, day.month)
            self._sides = {side: self._eligible(side, day) for side in (True, False)}
        people, cumulated = self._sides[self.excess < 0]
        return self.rng.choices(people, cum_weights=cumulated)[0]

    def _eligible(self, is_home: bool, day: date) -> tuple[list[Person], list[float]]:
        day = min(day, self.today)  # what is planned is planned with today's people
        side = [b for b in self.bonds if (b.person.employer.industry == HOME) == is_home]
        there = [b for b in side if b.since <= day <= b.until] or side
        return [b.person for b in there], list(accumulate(b.weight for b in there))
