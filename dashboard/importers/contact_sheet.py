"""A table of people the user keeps, or that any program exports: a CRM's list, Thunderbird's address book.

Where the user clicks: nothing to click, it is their own spreadsheet as it is.
"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from dashboard.importers import columns, google_contacts, interaction_sheet, outlook_contacts

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "contact_sheet"
TITLE = "Contact spreadsheet"
HELP = (
    "A CSV or Excel list of people, with a column for the name, the e-mail address or the phone number: "
    "your own spreadsheet, or what your address book or customer list exports."
)
SERIES = ""
SELECT = "contact_sheet"
DAYS = ("connected_on",)

FIELDS = (
    "full_name", "first_name", "middle_name", "last_name", "profile_url", "email", "email_2", "email_3", "phone",
    "phone_2", "company", "position", "industry", "connected_on",
)  # fmt: skip


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """A name, an e-mail or a phone column, and neither a list of interactions nor a file of LinkedIn's."""
    others = (interaction_sheet, google_contacts, outlook_contacts)
    if columns.is_linkedin(header) or any(module.recognises(name, header) for module in others):
        return False
    if PurePath(name).stem.casefold() == "skills" and header == ("Name",):
        return False  # LinkedIn's list of the user's own skills
    people = ("full_name", "first_name", "last_name", "email", "phone", "person")
    return any(columns.named(header, field) for field in people)


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> column. A column "Person" or "Contact" is the full name where there is no other name."""
    found = columns.recognise(sheet.header, sheet.sample)
    chosen: dict[str, str | None] = {field: found.get(field) for field in FIELDS}
    for field in ("email", "phone"):
        others = columns.others_named(sheet.header, field, found.values())
        chosen |= {f"{field}_{number}": column for number, column in enumerate(others, 2) if f"{field}_{number}" in FIELDS}
    if not found.keys() & {"full_name", "first_name", "last_name"}:
        chosen["full_name"] = found.get("person")
    return chosen
