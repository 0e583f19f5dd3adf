"""A table of meetings, calls and the like that the user keeps: who, when, how long.

Where the user clicks: nothing to click, it is their own CSV or spreadsheet.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.importers import columns

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "interaction_sheet"
TITLE = "Interaction spreadsheet"
HELP = (
    "Your own list of meetings and calls as CSV or Excel: one row for each, with a column for the date, one "
    "for the person (name or e-mail), and one for the minutes, the hours or the kind (meeting, call, mail, "
    "message)."
)
SERIES = ""
SELECT = "interaction_sheet"
DAYS = ("date",)

FIELDS = ("date", "person", "first_name", "last_name", "email", "minutes", "hours", "channel", "company")

_SAYS_SO = re.compile(
    r"interaction|meeting|\bcalls?\b|coffee|touchpoint|journal|diary|\blog\b|activit"
    r"|termin|treffen|gespr(ä|ae)ch|kaffee|aktivit"
    r"|rencontre|r(é|e)union|entretien|appels?\b|caf(é|e)"
    r"|interacci|reuni|llamada|interaç|encontro|incontr|riunion|chiamat|gesprek|afspra",
    re.IGNORECASE,
)


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """A date, a person, and minutes, hours or a channel; or a file name that says what it is."""
    if columns.is_linkedin(header) or not columns.named(header, "date"):
        return False
    fields = columns.recognise(header, ())
    if not fields.keys() & {"person", "full_name", "email", "first_name", "last_name"} or "date" not in fields:
        return False
    if fields.keys() & {"minutes", "hours"} or _SAYS_SO.search(re.sub(r"[_\W]+", " ", name)):
        return True
    return "channel" in fields and not _is_contact_list(fields, header)


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> column. First and last name only where no column has the whole name."""
    found = columns.recognise(sheet.header, sheet.sample)
    chosen: dict[str, str | None] = {field: found.get(field) for field in FIELDS}
    chosen["person"] = found.get("person") or found.get("full_name")
    return chosen


def _is_contact_list(fields: Mapping[str, str], header: Sequence[str]) -> bool:
    """ "Type" and some date are in many an address book; a phone, a job or a profile are in no log."""
    is_weak = columns.word(fields["channel"]) in ("type", "typ", "tipo", "art", "soort")
    return is_weak and bool(fields.keys() & {"phone", "position", "profile_url", "industry", "connected_on"})
