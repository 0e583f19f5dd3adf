"""LinkedIn connections: Connections.csv, of any vintage and language, also after a spreadsheet program's damage."""

from dashboard.errors import FileRefused
from dashboard.importers.columns import is_linkedin_connections, recognise
from dashboard.importers.tabular import Sheet

KIND = "linkedin_connections"
TITLE = "LinkedIn connections"
HELP = (
    "In LinkedIn: Settings, Data privacy, Get a copy of your data, Connections. "
    "Drop the zip as it came, or Connections.csv alone."
)
SELECT = KIND
DAYS = ("connected_on",)
SERIES = "linkedin"
IS_SNAPSHOT = True
FIELDS = ("first_name", "last_name", "profile_url", "email", "company", "position", "connected_on")


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_connections(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it; FileRefused where nobody could be told from anybody else."""
    found = dict(recognise(sheet.header, sheet.sample))
    names = [found.get(field) for field in ("first_name", "last_name", "full_name", "profile_url")]
    if not any(names):
        raise FileRefused(
            f"{sheet.name} has the columns {', '.join(sheet.header)}, but none with names or profile addresses.",
            "Nobody in it can become a contact. Export it again with First Name, Last Name and URL.",
        )
    first_name = found.get("first_name") or found.get("full_name")
    return {field: found.get(field) for field in FIELDS} | {"first_name": first_name}
