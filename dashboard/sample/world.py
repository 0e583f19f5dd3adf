"""Whom the made-up user knows: people, their employers, since when. All files follow from it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from dashboard.sample.companies import Employer, employers, made_up
from dashboard.sample.names import ascii_word, people_names
from dashboard.sample.tables import read_table

HOME = "SFT"
PROFILE_ROOT = "https://www.linkedin.com/in/"
EMPLOYER = Employer("Kestrel Cloud", HOME, "kestrelcloud.example", is_known=False)

# People per 800 contacts; the rest work in software. Nobody in aerospace: an empty industry.
_PER_800 = {
    "FIN": 68, "CNS": 62, "HRS": 46, "HWE": 34, "TEL": 30, "MFG": 32, "RET": 28, "EDU": 28, "MKT": 26,
    "MED": 22, "TRN": 14, "HLT": 14, "INS": 12, "CPG": 10, "LAW": 10, "LSC": 9, "HSP": 8, "CON": 7, "GOV": 6,
}  # fmt: skip
_THIN = {"ENE": 2, "REA": 2, "NPO": 1}
NEVER_MET = frozenset({"GOV", "CPG"})
DORMANT = frozenset({"CON", "HSP", "LSC"})

_TITLES = dict(row[::2] for row in read_table("industries.tsv"))
_ANY_TITLE = (
    "Operations Manager", "Head of Digital", "Project Manager", "Business Development Manager",
    "Sales Director",
    "General Counsel", "Chief Information Officer", "Data Analyst", "Head of Partnerships", "",
)  # fmt: skip

# Names as people really write them, and as an attacker would: all plain contacts.
_DECORATIONS = (
    "{g}|{f}, MBA", "{g}|{f}, PhD", "{g} 🌟|{f}", "Dr. {g}|{f}", "{g}|{f} | Coach", "{g}|{f} (she/her)",
)  # fmt: skip
HOSTILE = (
    ('=HYPERLINK("http://x")', "Fagan"), ("<img src=x onerror=alert(1)>", "Ostrow"),
    ("'; DROP TABLE x", "Tabler"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the user is connected with. ``given`` and ``family`` as LinkedIn shows them, ``name`` is plain.

    ``address`` is their present work mail; ``listed_email`` what LinkedIn discloses, nearly always "".
    ``former`` is where they worked before ``moved_on``, if they changed employer lately.
    """

    number: int
    given: str
    family: str
    name: str
    employer: Employer
    title: str
    url: str
    address: str
    connected_on: date
    listed_email: str = ""
    is_named_in_calendar: bool = True
    former: Employer | None = None
    former_address: str = ""
    moved_on: date | None = None

    @property
    def shown(self) -> str:
        """The name as messages and invitations print it."""
        return f"{self.given} {self.family}"

    @property
    def is_colleague(self) -> bool:
        """Whether they work where the user works."""
        return self.employer == EMPLOYER

    def address_on(self, day: date) -> str:
        """Their work mail as of that day."""
        return self.former_address if self.moved_on and day < self.moved_on else self.address


@dataclass(frozen=True, slots=True)
class User:
    """Whose files these are."""

    given: str = "Alex"
    family: str = "Morgan"
    url: str = f"{PROFILE_ROOT}alex-morgan-sample-0"
    emails: tuple[str, ...] = ("alex.morgan@kestrelcloud.example", "alex@morgan-home.example")

    @property
    def name(self) -> str:
        """Full name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class World:
    """Everybody: ``people`` are today's connections, ``vanished`` were in the earlier export only.

    ``offline`` are colleagues without a LinkedIn connection: known from the calendar alone.
    """

    seed: int
    today: date
    user: User
    people: tuple[Person, ...]
    vanished: tuple[Person, ...]
    offline: tuple[Person, ...]

    @property
    def earlier(self) -> date:
        """The day of the earlier export."""
        return self.today - timedelta(days=190)

    @property
    def colleagues(self) -> tuple[Person, ...]:
        """Connections at the user's own employer."""
        return tuple(p for p in self.people if p.is_colleague)


def make_world(contacts: int, seed: int, today: date) -> World:
    """A world with exactly that many named connections (at least 60, or there is no world to speak of)."""
    if contacts < 60:
        raise ValueError("The sample needs at least 60 contacts.")
    rng = Random(f"{seed}-world")  # noqa: S311 - a reproducible sample, nothing secret
    names = people_names(rng)
    places = _places(contacts, rng)
    crowd = [_person(n, next(names), place, today, rng) for n, place in enumerate(places, start=1)]
    crowd = _decorate(_namesakes(crowd))
    crowd = _moved(crowd, today, rng)
    gone = [
        _person(contacts + n, next(names), rng.choice(places), today - timedelta(days=300), rng) for n in range(1, 16)
    ]
    offline = [_person(contacts + n, next(names), EMPLOYER, today, rng) for n in range(16, 24)]
    return World(seed, today, User(), tuple(crowd), tuple(gone), tuple(offline))


def _places(contacts: int, rng: Random) -> list[Employer]:
    """One employer per contact, in random order."""
    places = [EMPLOYER] * min(60, max(10, contacts // 20))
    quota = {g: max(1, round(n * contacts / 800)) for g, n in _PER_800.items()} | _THIN
    quota[HOME] = contacts - len(places) - sum(quota.values())
    for industry, count in quota.items():
        there = [e for e in employers() if e.industry == industry]
        weights = [1.0 if e.is_known else 0.25 for e in there]
        places += rng.choices(there, weights, k=count)
    rng.shuffle(places)
    return places


def _person(number: int, name: tuple[str, str], place: Employer, today: date, rng: Random) -> Person:
    given, family = name
    slug = f"{ascii_word(given)}-{ascii_word(family)}-sample-{number}"
    titles = _TITLES.get(place.industry, "").split("; ") if rng.random() < 0.75 else list(_ANY_TITLE)
    age = min(3600, int(rng.expovariate(1 / 1100)) + 3)
    listed = f"{ascii_word(given)}@{ascii_word(family)}-home.example" if rng.random() < 0.025 else ""
    return Person(
        number=number,
        given=given,
        family=family,
        name=f"{given} {family}",
        employer=place,
        title=rng.choice(titles),
        url=PROFILE_ROOT + slug,
        address=_address(name, place),
        connected_on=today - timedelta(days=age),
        listed_email=listed,
        is_named_in_calendar=rng.random() < 0.7,
    )


def _address(name: tuple[str, str], place: Employer) -> str:
    return f"{ascii_word(name[0])}.{ascii_word(name[1])}@{place.domain}"


def _namesakes(crowd: list[Person]) -> list[Person]:
    """Give two people at other employers the names of two others."""
    for twin, original in ((20, 40), (25, 45)):
        model = next(p for p in crowd[original:] if p.employer != crowd[twin].employer)
        name = (model.given, model.family)
        crowd[twin] = replace(
            crowd[twin],
            given=name[0],
            family=name[1],
            name=model.name,
            address=_address(name, crowd[twin].employer),
        )
    return crowd


def _decorate(crowd: list[Person]) -> list[Person]:
    """Titles, emoji and remarks in names; then the hostile ones. Addresses stay those of the plain name."""
    for at, pattern in enumerate(_DECORATIONS, start=5):
        given, family = pattern.format(g=crowd[at].given, f=crowd[at].family).split("|", 1)
        crowd[at] = replace(crowd[at], given=given, family=family)
    for at, (given, family) in enumerate(HOSTILE, start=12):
        crowd[at] = replace(
            crowd[at],
            given=given,
            family=family,
            name=f"{given} {family}",
            address=f"{ascii_word(family)}@{crowd[at].employer.domain}",
        )
    return crowd


def _moved(crowd: list[Person], today: date, rng: Random) -> list[Person]:
    """Some changed employer between the two exports, half of them their industry too."""
    old = today - timedelta(days=220)
    settled = [i for i, p in enumerate(crowd) if not p.is_colleague and p.connected_on < old and i > 50]
    for turn, at in enumerate(rng.sample(settled, k=min(20, len(settled)))):
        person = crowd[at]
        stays = turn % 2 == 0 and person.employer.industry not in _THIN
        choice = [e for e in employers() if e != person.employer and (e.industry == person.employer.industry) == stays]
        before = rng.choice(choice)
        crowd[at] = replace(
            person,
            former=before,
            moved_on=today - timedelta(days=rng.randrange(20, 180)),
            former_address=person.address.split("@")[0] + "@" + before.domain,
        )
    return crowd


FORMER_EMPLOYERS = (made_up("Hollowell Software"), made_up("Brightfern Software"))
