"""LinkedIn contacts: Contacts.csv or ImportedContacts.csv of a LinkedIn export, the address books the user once uploaded."""

from dashboard.importers.columns import is_linkedin_contacts
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_contacts"
TITLE = "LinkedIn contacts"
HELP = (
    "Part of the LinkedIn export: the address books you once gave to LinkedIn. Drop the zip as it came, or Contacts.csv or "
    "ImportedContacts.csv alone."
)
SELECT = KIND
SERIES = "linkedin"
IS_SNAPSHOT = True
COLUMNS = {
    "first_name": "FirstName",
    "last_name": "LastName",
    "full_name": "FullName",
    "companies": "Companies",
    "position": "Title",
    "emails": "Emails",
    "phones": "PhoneNumbers",
    "sites": "Sites",
    "profiles": "Profiles",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_contacts(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
