"""Outlook's calendar as CSV, from an English or a German Outlook. Attendees are names, seldom addresses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.importers.columns import word
from dashboard.importers.google_contacts import first_named

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "outlook_calendar"
TITLE = "Outlook calendar"
HELP = (
    "Outlook for Windows: File, Open & Export, Import/Export, Export to a file, Comma Separated Values, Calendar. "
    "File, Save Calendar (.ics) says more: it has addresses."
)
SERIES = ""
SELECT = KIND
DAYS = ("start_date", "end_date")
IS_SNAPSHOT = True

# Field -> names of its column: of an English and of a German Outlook.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "subject": ("Subject", "Betreff"),
    "start_date": ("Start Date", "Beginnt am"),
    "start_time": ("Start Time", "Beginnt um"),
    "end_date": ("End Date", "Endet am"),
    "end_time": ("End Time", "Endet um"),
    "all_day": ("All day event", "Ganztägiges Ereignis"),
    "organizer": ("Meeting Organizer", "Besprechungsplanung", "Besprechungsorganisator"),
    "required": ("Required Attendees", "Erforderliche Teilnehmer"),
    "optional": ("Optional Attendees", "Optionale Teilnehmer"),
    "resources": ("Meeting Resources", "Besprechungsressourcen"),
    "show_as": ("Show time as", "Zeitspanne zeigen als"),
}
_NEEDED = ("start_date", "start_time", "end_date")


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By when an event begins and ends, and who was asked to come."""
    words = set(map(word, header))
    has = {field for field, names in _COLUMNS.items() if any(word(column) in words for column in names)}
    return has.issuperset(_NEEDED) and bool(has & {"organizer", "required", "optional"})


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> the column of that name as this file writes it; None where it has none."""
    return first_named(sheet.header, _COLUMNS)
