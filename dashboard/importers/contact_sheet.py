"""A table of people the user keeps, or an address book's export: Google Contacts, Outlook, any CRM's list.

Where the user clicks: Google Contacts > Export > Google CSV; Outlook > File > Open & Export > Import/Export >
Export to a file > Comma Separated Values; or their own spreadsheet as it is.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from dashboard.importers import columns, interaction_sheet

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "contact_sheet"
TITLE = "Contact spreadsheet"
HELP = (
    "A CSV or Excel list of people, with a column for the name, the e-mail address or the phone number: "
    "your own spreadsheet, Google Contacts (Export, Google CSV) or Outlook (File, Open & Export, Export to "
    "a file)."
)
SERIES = ""
SELECT = "contact_sheet"

FIELDS = (
    "full_name", "first_name", "middle_name", "last_name", "profile_url", "email", "phone", "company",
    "position", "industry", "connected_on",
)  # fmt: skip


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """A name, an e-mail or a phone column, and neither a list of interactions nor a file of LinkedIn's."""
    if columns.is_linkedin(header) or interaction_sheet.recognises(name, header):
        return False
    if PurePath(name).stem.casefold() == "skills" and header == ("Name",):
        return False  # LinkedIn's list of the user's own skills
    people = ("full_name", "first_name", "last_name", "email", "phone", "person")
    return any(columns.named(header, field) for field in people)


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> column. A column "Person" or "Contact" is the full name where there is no other name."""
    found = columns.recognise(sheet.header, sheet.sample)
    chosen: dict[str, str | None] = {field: found.get(field) for field in FIELDS}
    if not found.keys() & {"full_name", "first_name", "last_name"}:
        chosen["full_name"] = found.get("person")
    return chosen
