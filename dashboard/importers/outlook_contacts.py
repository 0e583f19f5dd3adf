"""Outlook contacts: the CSV of Outlook for Windows and of outlook.com, also from a German Outlook."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dashboard.importers.columns import word
from dashboard.importers.google_contacts import first_named

if TYPE_CHECKING:
    from dashboard.importers.tabular import Sheet

KIND = "outlook_contacts"
TITLE = "Outlook contacts"
HELP = (
    "Outlook for Windows: File, Open & Export, Import/Export, Export to a file, Comma Separated Values, Contacts. "
    "outlook.com and the new Outlook: People, Manage, Export contacts."
)
SERIES = ""
SELECT = KIND
IS_SNAPSHOT = True

# Field -> names of its column: of an English and of a German Outlook.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "first_name": ("First Name", "Vorname"),
    "middle_name": ("Middle Name", "Weitere Vornamen"),
    "last_name": ("Last Name", "Nachname"),
    "company": ("Company", "Firma"),
    "position": ("Job Title", "Position"),
    "email_1": ("E-mail Address", "E-Mail-Adresse"),
    "email_2": ("E-mail 2 Address", "E-Mail 2: Adresse"),
    "email_3": ("E-mail 3 Address", "E-Mail 3: Adresse"),
    "shown_1": ("E-mail Display Name", "E-Mail: Angezeigter Name"),
    "shown_2": ("E-mail 2 Display Name", "E-Mail 2: Angezeigter Name"),
    "shown_3": ("E-mail 3 Display Name", "E-Mail 3: Angezeigter Name"),
    "mobile_phone": ("Mobile Phone", "Mobiltelefon"),
    "business_phone": ("Business Phone", "Telefon geschäftlich", "Telefon (geschäftlich)"),
    "home_phone": ("Home Phone", "Telefon privat", "Telefon (privat)"),
    "web_page": ("Web Page", "Webseite"),
    "referred_by": ("Referred By", "Empfohlen von"),
}
# Columns that Outlook writes and a person's own list hardly ever has.
_TELLING = frozenset(
    map(
        word,
        (
            "E-mail 2 Address", "E-mail Display Name", "E-mail Type", "Business Street", "Home Street", "Business Phone",
            "Business Phone 2", "Business Country/Region", "Home Country/Region", "Referred By", "TTY/TDD Phone",
            "Given Yomi", "E-Mail 2: Adresse", "E-Mail: Angezeigter Name", "E-Mail-Typ", "Straße geschäftlich",
            "Straße privat", "Telefon geschäftlich", "Telefon (geschäftlich)", "Weitere Vornamen", "Empfohlen von",
        ),
    )
)  # fmt: skip
_TWO_MADE_UP_ONCE = 2


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By a name, and two columns or more that only Outlook has."""
    words = set(map(word, header))
    names = words & {"firstname", "lastname", "vorname", "nachname"}
    return bool(names) and len(words & _TELLING) >= _TWO_MADE_UP_ONCE


def fields(sheet: "Sheet") -> Mapping[str, str | None]:
    """Field -> the column of that name as this file writes it; None where it has none."""
    return first_named(sheet.header, _COLUMNS)
