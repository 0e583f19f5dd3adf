"""A made-up person's files in the real formats, at any size: to look around, to test, to measure.

Alex Morgan runs platform teams at Kestrel Cloud. Nobody in these files exists; mail addresses end in
``.example``.
"""

import json
from datetime import date
from pathlib import Path

from dashboard.sample.bonds import make_bonds
from dashboard.sample.diary import make_diary
from dashboard.sample.ics import extra_events, write_calendar
from dashboard.sample.linkedin import write_earlier, write_export
from dashboard.sample.shared import FOLDER, write_shared
from dashboard.sample.sheets import write_contacts, write_log
from dashboard.sample.world import EMPLOYER, HOME, make_world

__all__ = ["write_sample"]


def write_sample(
    folder: Path,
    contacts: int = 800,
    seed: int = 7,
    messages: int | None = None,
    events: int | None = None,
    today: date = date(2026, 11, 20),
    zipped: bool = True,
) -> list[Path]:
    """Write the sample into ``folder`` and return its main files; the same arguments give the same bytes.

    ``contacts`` is the number of named LinkedIn connections (at least 60: ValueError), ``messages`` the rows
    of messages.csv (default: three per contact), ``events`` the events of the calendar (default: about 1,500,
    which is about 2,600 past meetings; never under 50). ``zipped=False``: the LinkedIn export as a folder of
    CSV files. Beside the main files: ``expected.json``, what a correct import must find, ``earlier/``, an
    older export, and ``shared/``, lists that two contacts shared.
    """
    folder.mkdir(parents=True, exist_ok=True)
    world = make_world(contacts, seed, today)
    bonds = make_bonds(world)
    wanted = None if events is None else max(0, events - extra_events(world, make_diary(world, bonds, 0)))
    meetings = make_diary(world, bonds, wanted)
    names = ("work-calendar.ics", "my-contacts.xlsx", "coffee-log.csv")
    calendar, sheet, log = (folder / name for name in names)
    exported, members = write_export(folder, world, bonds, messages, zipped)
    earlier, earlier_counts = write_earlier(folder / "earlier", world)
    shared = write_shared(folder / FOLDER, world, bonds)
    expected = {
        "arguments": {
            "contacts": contacts,
            "seed": seed,
            "messages": messages,
            "events": events,
            "today": str(today),
        },
        "user": {
            "name": world.user.name,
            "emails": world.user.emails,
            "profile_url": world.user.url,
            "employer": EMPLOYER.name,
            "industry": HOME,
        },
        "home_share": {"first_year": 0.72, "last_365_days": 0.55},
        "linkedin": members,
        calendar.name: write_calendar(calendar, world, meetings),
        sheet.name: write_contacts(sheet, world),
        log.name: write_log(log, world, bonds),
        f"earlier/{earlier.name}": earlier_counts,
        FOLDER: {
            found.path.name: {
                "shared_by": found.sharer.url,
                "rows": found.rows,
                "known_to_the_user": found.known,
            }
            for found in shared
        },
    }
    text = json.dumps(expected, indent=2, ensure_ascii=False) + "\n"
    (folder / "expected.json").write_text(text, encoding="utf-8", newline="\n")
    return [*exported, calendar, sheet, log]
