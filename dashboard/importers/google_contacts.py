"""Google Contacts: the CSV that contacts.google.com exports, with the headers of before and after 2024."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.importers.columns import word
from dashboard.importers.linkedin import named

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "google_contacts"
TITLE = "Google Contacts"
HELP = (
    "At contacts.google.com: Export (in the menu at the left), choose the contacts, Google CSV. "
    "Drop contacts.csv as it came."
)
SERIES = ""
SELECT = KIND
IS_SNAPSHOT = True

MOST_EMAILS = 9
# "E-mail 1 - Value": in every Google export, whatever its age, and in hardly any other table.
_NUMBERED = re.compile(
    r"(e-?mail|phone|address|organization|website|relation|event|custom field|im) \d+ - "
    r"(type|label|value|name|title|service)",
    re.IGNORECASE,
)
_NAMES = frozenset(map(word, ("Name", "First Name", "Given Name", "File As", "Organization Name")))
# Field -> names of its column, the newer first.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "full_name": ("Name", "File As"),
    "first_name": ("First Name", "Given Name"),
    "middle_name": ("Middle Name", "Additional Name"),
    "last_name": ("Last Name", "Family Name"),
    "nickname": ("Nickname",),
    "company": ("Organization Name", "Organization 1 - Name"),
    "position": ("Organization Title", "Organization 1 - Title", "Occupation"),
    **{f"email_{n}": (f"E-mail {n} - Value", f"Email {n} - Value") for n in range(1, MOST_EMAILS + 1)},
    **{f"phone_{n}": (f"Phone {n} - Value",) for n in range(1, 4)},
    **{f"website_{n}": (f"Website {n} - Value",) for n in range(1, 5)},
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By a numbered group of columns, as only Google numbers them, beside a name."""
    return any(_NUMBERED.match(column) for column in header) and not _NAMES.isdisjoint(map(word, header))


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> the column of that name as this file writes it; None where it has none."""
    return first_named(sheet.header, _COLUMNS)


def first_named(header: tuple[str, ...], columns: Mapping[str, tuple[str, ...]]) -> dict[str, str | None]:
    """Field -> the first of its columns that the header has; None where it has none of them."""
    found: dict[str, str | None] = {}
    for field, names in columns.items():
        written = named(header, {name: name for name in names})
        found[field] = next((column for column in written.values() if column), None)
    return found
