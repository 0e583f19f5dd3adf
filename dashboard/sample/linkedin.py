"""A LinkedIn export as LinkedIn makes it: one zip, or a folder of CSV files."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from dashboard.sample.bonds import DAYS, Bond
from dashboard.sample.linkedin_archive import Export
from dashboard.sample.linkedin_own import write_own, write_unused
from dashboard.sample.messages import HEADER, Tally, message_rows
from dashboard.sample.world import PROFILE_ROOT, Person, World

_PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are'
    " missing. You will only see email addresses for connections who have allowed their connections to see or"
    " download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You"
    ' can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
CONNECTIONS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")


def export_name(day: date) -> str:
    """As LinkedIn names its zip, without the suffix."""
    return f"Basic_LinkedInDataExport_{day:%m-%d-%Y}"


def write_export(
    folder: Path, world: World, bonds: tuple[Bond, ...], messages: int | None, zipped: bool
) -> tuple[list[Path], dict[str, dict[str, int]]]:
    """Today's export. Returns its files and, per member, the counts a test needs."""
    wanted = 3 * len(world.people) if messages is None else messages
    level = 0 if not zipped else 6 if wanted < 100_000 else 1
    export = Export(folder / (export_name(world.today) + (".zip" if zipped else "")), level)
    tally = Tally()
    counts = {"Connections.csv": _write_connections(export, world)}
    export.table("messages.csv", HEADER, message_rows(world, bonds, wanted, tally))
    counts["messages.csv"] = {
        "rows": tally.rows,
        "drafts": tally.drafts,
        "with_subject": tally.with_subject,
        "group_rows": tally.group_rows,
        "threads": tally.threads,
    }
    counts["Invitations.csv"] = {"rows": _write_invitations(export, world)}
    counts |= {name: {"rows": n} for name, n in write_own(export, world).items()}
    write_unused(export, world)
    return export.close(), counts


def write_earlier(folder: Path, world: World) -> tuple[Path, dict[str, int]]:
    """The export of half a year before: other employers, some people since gone, newer ones not yet there."""
    folder.mkdir(parents=True, exist_ok=True)
    export = Export(folder / (export_name(world.earlier) + ".zip"), 6)
    known = [_before(p) for p in (*world.people, *world.vanished) if p.connected_on <= world.earlier]
    known.sort(key=lambda p: (-p.connected_on.toordinal(), p.number))
    rows = export.table("Connections.csv", CONNECTIONS, map(connection_row, known), _PREAMBLE)
    write_own(export, world)
    counts = {
        "rows": rows,
        "moved": sum(p.former is not None for p in known),
        "vanished": len(world.vanished),
    }
    return export.close()[0], counts


def _before(person: Person) -> Person:
    return replace(person, employer=person.former) if person.former else person


def connection_row(person: Person) -> list[str]:
    """A row of Connections.csv."""
    on = f"{person.connected_on:%d} {_month(person.connected_on)} {person.connected_on.year}"
    work = (person.employer.name, person.title)
    return [person.given, person.family, person.url, person.listed_email, *work, on]


def _write_connections(export: Export, world: World) -> dict[str, int]:
    """All people, newest first, and what real exports also hold: repeats, blanks, people without a name."""
    people = sorted(world.people, key=lambda p: (-p.connected_on.toordinal(), p.number))
    rows = [connection_row(p) for p in people]
    rows[30][6] = "32 Foo 2020"
    repeats = [list(rows[n]) for n in (3, 8, 17)]
    repeats[2][5] = "Board Member"  # the same profile, another position
    nameless = [
        ["", "", f"{PROFILE_ROOT}sample-ghost-{n}", "", name, "", "01 Jan 2020"]
        for n, name in enumerate(("Ghost Co", "Ghost Co", ""))
    ]
    blank = [[""] * 7]
    rows[40:40] = [*repeats, *nameless, *blank]
    count = export.table("Connections.csv", CONNECTIONS, rows, _PREAMBLE)
    return {
        "rows": count,
        "named_people": len(people),
        "repeated": len(repeats),
        "nameless": len(nameless),
        "empty": len(blank),
        "unreadable_dates": 1,
    }


def _write_invitations(export: Export, world: World) -> int:
    """Who asked whom; the last three years. Some of the user's own were never answered."""
    rng = Random(f"{world.seed}-invitations")  # noqa: S311
    me, since = world.user, world.today - timedelta(days=DAYS)
    recent = sorted((p for p in world.people if p.connected_on > since), key=lambda p: (p.connected_on, p.number))
    rows = []
    for n, person in enumerate(reversed(recent)):
        at = datetime.combine(person.connected_on, time(rng.randrange(7, 22), rng.randrange(60)))
        blank = "\u202f" if n % 7 == 3 else " "  # newer exports have the narrow no-break space
        half = "AM" if at.hour < 12 else "PM"
        sent = f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M}{blank}{half}"
        text = "Good to meet you at the meetup!" if rng.random() < 0.1 else ""
        if rng.random() < 0.55:
            rows.append((me.name, person.shown, sent, text, "OUTGOING", me.url, person.url))
        else:
            rows.append((person.shown, me.name, sent, text, "INCOMING", person.url, me.url))
    for n in range(6):
        sent, url = f"9/{n + 2}/{world.today:%y}, 8:0{n} AM", f"{PROFILE_ROOT}sample-pending-{n}"
        rows.append((me.name, "LinkedIn Member", sent, "", "OUTGOING", me.url, url))
    header = ("From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl")
    return export.table("Invitations.csv", header, rows)


def _month(day: date) -> str:
    """English whatever the locale."""
    return ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[day.month - 1]
