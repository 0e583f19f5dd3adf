"""Lists that two of the user's contacts shared: whom they know in trades where the user knows next to nobody."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from dashboard.sample.bonds import Bond
from dashboard.sample.companies import employers
from dashboard.sample.linkedin import CONNECTIONS, connection_row
from dashboard.sample.linkedin_archive import Export
from dashboard.sample.names import ascii_word, people_names
from dashboard.sample.tables import read_table
from dashboard.sample.world import HOME, PROFILE_ROOT, Person, World

FOLDER = "shared"
STRANGERS, COMMON = 90, 12
# What each of the two mostly knows: industries that the user has nobody in, few people, or people long not met.
TRADES = (("HLT", "LSC", "GOV", "EDU"), ("ENE", "REA", "CPG", "CON"))
_TITLES = dict(row[::2] for row in read_table("industries.tsv"))
_ANY_TITLE = ("Head of Operations", "Managing Director", "Programme Manager", "Head of Strategy")


@dataclass(frozen=True, slots=True)
class SharedList:
    """A file that a contact shared, and that contact."""

    path: Path
    sharer: Person
    rows: int
    known: int  # rows of the user's own contacts; one more is the user


def write_shared(folder: Path, world: World, bonds: tuple[Bond, ...]) -> list[SharedList]:
    """One Connections.csv each from the two contacts outside the home industry whom the user meets most."""
    export = Export(folder, 0)
    away = [bond.person for bond in bonds if bond.person.employer.industry != HOME and bond.until >= world.today]
    return [_write(export, world, sharer, number) for number, sharer in enumerate(away[: len(TRADES)])]


def _write(export: Export, world: World, sharer: Person, number: int) -> SharedList:
    rng = Random(f"{world.seed}-shared-{number}")  # noqa: S311
    known = [person for person in world.people if person != sharer and not person.is_colleague][number::29][:COMMON]
    people = [_stranger(world, number, at, rng) for at in range(STRANGERS)]
    me = ["Alex", "Morgan", world.user.url, "", "Kestrel Cloud", "Engineering Manager", "02 Mar 2023"]
    rows = [connection_row(person) for person in (*people, *known)] + [me]
    rng.shuffle(rows)
    name = f"Connections {number + 1}.csv"
    return SharedList(export.path / name, sharer, export.table(name, CONNECTIONS, rows), len(known))


def _stranger(world: World, number: int, at: int, rng: Random) -> Person:
    """Somebody the user does not know, three in four in the sharer's trades."""
    trades = TRADES[number]
    choice = [place for place in employers() if (place.industry in trades) == (at % 4 > 0) and place.industry != HOME]
    place = rng.choice(choice)
    given, family = _name(world, rng)
    titles = [title for title in _TITLES.get(place.industry, "").split("; ") if title]
    return Person(
        number=at,
        given=given,
        family=family,
        name=f"{given} {family}",
        employer=place,
        title=rng.choice([*titles, *_ANY_TITLE]),
        url=f"{PROFILE_ROOT}{ascii_word(given)}-{ascii_word(family)}-shared-{number}-{at}",
        address="",
        connected_on=world.today - timedelta(days=rng.randrange(60, 3000)),
    )


def _name(world: World, rng: Random) -> tuple[str, str]:
    """A name that nobody in the world bears."""
    taken = {(person.given, person.family) for person in world.people}
    return next(pair for pair in people_names(rng) if pair not in taken)
