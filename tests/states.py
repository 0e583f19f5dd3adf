"""Workspaces as people really have them: half empty, one-sided, odd. Built by hand, without files."""

from collections.abc import Callable
from pathlib import Path

from world import World

Build = Callable[[World], None]
DAYS = [f"2026-{month:02}-{day:02} 10:00" for month in range(1, 12) for day in (3, 17)]
INDUSTRIES = ("Software", "Hospitals", "Banking", "Legal services", "Universities", "Retail")
HOSTILE = (
    '=HYPERLINK("http://stranger.example")',
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE records.import; --",
    "![x](http://stranger.example/p.png)",
    ":red-badge[:material/bug_report:] $x^2$ **bold**",
    "O\u202eneliame \u0000\u200b",
    "Anna " + "Very" * 60 + " Long",
    "| a | b |",
)


def people(world: World, count: int, industries: tuple[str | None, ...] = INDUSTRIES) -> None:
    """A list of people, each with company and industry."""
    world.file("contact_sheet")
    for n in range(count):
        industry = industries[n % len(industries)]
        world.person(
            f"Person {_letters(n)}", f"Company {_letters(n // 2)}", email=f"p{n}@c{n // 2}.example", industry=industry
        )


def meetings(world: World, count: int, domain: str = "c{}.example") -> None:
    """Meetings spread over a year, with one person each."""
    world.file("calendar")
    for n, at in enumerate(DAYS):
        world.meeting(at, 30 + 15 * (n % 3), f"p{n % count}@{domain.format(n % count // 2)}")


def _letters(number: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))


def empty(world: World) -> None:
    """Opened, never filled."""


def only_contacts(world: World) -> None:
    """A spreadsheet or LinkedIn's connections, no interaction at all."""
    people(world, 40)
    world.assume("home_industry", "SFT")


def only_calendar(world: World) -> None:
    """A calendar: addresses, no names, no employers, no home industry."""
    meetings(world, 12)


def few_people(world: World) -> None:
    """Three contacts who were met."""
    people(world, 3)
    meetings(world, 3)
    world.assume("home_industry", "SFT")


def all_unknown(world: World) -> None:
    """Nobody's industry is known, nor one's own."""
    world.file("linkedin_connections")
    for n in range(20):
        world.person(f"Person {_letters(n)}", url=f"person-{n}", email=f"p{n}@gmail.com")
    world.file("calendar")
    for n, at in enumerate(DAYS):
        world.meeting(at, 30, f"Person {_letters(n % 20)} <p{n % 20}@gmail.com>")


def one_industry(world: World) -> None:
    """Everybody works where the user works."""
    people(world, 20, ("Software",))
    meetings(world, 20)
    world.assume("home_industry", "SFT")


def all_colleagues(world: World) -> None:
    """Nobody but colleagues was met."""
    world.file("linkedin_email_addresses")
    world.person(None, email="me@mine.example", is_self=True)
    meetings(world, 8, "mine.example")
    world.assume("home_industry", "SFT")


def hostile(world: World) -> None:
    """Names, companies and titles that want to be something else."""
    people(world, 20, ("Software",))
    world.file("contact_sheet", "two")
    for n, text in enumerate(HOSTILE):
        world.person(text, text, email=f"h{n}@h{n}.example", position=text, industry="Hospitals")
    world.file("calendar")
    for n, at in enumerate(DAYS):
        world.meeting(at, 45, f"h{n % len(HOSTILE)}@h{n % len(HOSTILE)}.example")
    world.assume("home_industry", "SFT")


def undone(world: World) -> None:
    """Everything was imported and taken back."""
    people(world, 10)
    meetings(world, 10)
    world.assume("home_industry", "SFT")
    world.undo(2)
    world.undo(1)


BUILDERS: dict[str, Build] = {
    build.__name__: build
    for build in (
        empty, only_contacts, only_calendar, few_people, all_unknown, one_industry, all_colleagues, hostile, undone,
    )
}  # fmt: skip


def build(name: str, folder: Path) -> Path:
    """The workspace of that name, built in the folder; returns the workspace's own folder."""
    world = World(folder)
    BUILDERS[name](world)
    return world.build().workspace.folder
