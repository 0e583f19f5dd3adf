"""LinkedIn e-mail addresses: Email Addresses.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_email_addresses
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_email_addresses"
TITLE = "LinkedIn e-mail addresses"
HELP = (
    "Part of the LinkedIn export: your own addresses, which tell you from others. "
    "Drop the zip as it came, or Email Addresses.csv alone."
)
SELECT = KIND
SERIES = "linkedin"
COLUMNS = {
    "email": "Email Address",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_email_addresses(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
