"""vCards (.vcf) of any program and version: one row per card. Birthdays, pictures and notes are not read."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from dashboard.errors import FileRefused
from dashboard.importers.calendar_text import first_line
from dashboard.importers.looks import is_email, is_profile
from dashboard.importers.vcard_text import Card, Property, cards
from dashboard.records import Context, Parsed, Person, Refusal, Row

KIND = "vcard"
TITLE = "vCard"
HELP = (
    "Apple Contacts: select all, File, Export, Export vCard. iCloud: Contacts, select all, Export vCard. Android: Contacts, "
    "Fix & manage, Export to file. Google Contacts: Export, vCard. Any .vcf file works, with one card or many."
)

ENDINGS = (".vcf", ".vcard")
AGAIN = "Export the contacts again and import the new file."
_NO_VOICE = frozenset(("fax", "pager", "bbs", "modem", "pcs", "isdn"))


def recognises_head(name: str, head: bytes) -> bool:
    """By the first line."""
    text = head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "replace")
    start = text.replace("\0", "").lstrip("\ufeff \t\r\n")[:40].upper()
    return start.startswith("BEGIN:VCARD")


def read(path: Path, context: Context) -> Parsed:
    """Every card of the file. FileRefused if there is none."""
    found = cards(path)
    first = next(found, None)
    if first is None:
        raise FileRefused(
            f"{path.name} holds no contacts: it begins with “{first_line(path)}”, and BEGIN:VCARD stands nowhere.",
            AGAIN,
        )
    return Parsed(_rows(chain([first], found)), series="", is_snapshot=True, lists_people=True)


def _rows(found: Iterable[Card]) -> Iterator[Row]:
    for card in found:
        person = person_of(card)
        emails = [*filter(None, [person.email]), *person.other_emails]
        content = "|".join(
            map(str, (person.full_name, emails, person.phone, person.company, person.position, person.profile_url))
        )
        refusal = _refusal(card, person)
        odd = next((p.text for p in card.all("EMAIL") if p.text and not is_email(address(p))), None)
        note = Refusal("not an e-mail address", "EMAIL", odd) if odd else None
        yield Row(card.line, "", content, refusal=refusal, person=None if refusal else person, note=note)


def person_of(card: Card) -> Person:
    """Whom the card names. Its preferred address and its mobile phone come first."""
    emails = list(dict.fromkeys(address(p) for p in card.all("EMAIL") if is_email(address(p))))
    company = next((part for p in card.all("ORG") for part in p.parts if part), None)
    return Person(
        full_name=_full_name(card, company),
        email=emails[0] if emails else None,
        phone=_phone(card),
        company=company,
        position=card.first("TITLE") or card.first("ROLE") or None,
        profile_url=_profile(card),
        other_emails=tuple(emails[1:]),
    )


def address(found: Property) -> str:
    """An EMAIL's address, without "mailto:" and without the name some programs write around it."""
    text = found.text.strip("\"' ")
    inner = text[text.rfind("<") + 1 :].rstrip("> ") if text.endswith(">") else text
    return inner[7:] if inner.lower().startswith("mailto:") else inner


def _full_name(card: Card, company: str | None) -> str | None:
    """Given and family name where the card has both, with the middle ones that it shows, else the name it shows.

    A company's card names nobody.
    """
    structured = [part.replace(",", " ") for p in card.all("N")[:1] for part in p.parts]
    family, given, middle = (*structured[:3], "", "", "")[:3]
    shown = card.first("FN")
    if family and given:
        between = middle if not shown or middle in shown else ""
        return " ".join(f"{given} {between} {family}".split())
    shown = shown or given or family or card.first("NICKNAME")
    is_company = card.first("KIND").lower() == "org" or (company is not None and shown.casefold() == company.casefold())
    return None if is_company or is_email(shown) or not shown else shown


def _phone(card: Card) -> str | None:
    voices = [p for p in card.all("TEL") if not p.types & _NO_VOICE and p.text]
    voices.sort(key=lambda p: not p.types & {"cell", "iphone", "mobile"})
    return voices[0].text.removeprefix("tel:").partition(";")[0].strip() or None if voices else None


def _profile(card: Card) -> str | None:
    names = ("X-SOCIALPROFILE", "SOCIALPROFILE", "URL", "IMPP")
    return next((p.text for name in names for p in card.all(name) if is_profile(p.text)), None)


def _refusal(card: Card, person: Person) -> Refusal | None:
    if not card.is_closed:
        return Refusal("card cut off: END:VCARD is missing")
    if "group" in (card.first("KIND").lower(), card.first("X-ADDRESSBOOKSERVER-KIND").lower()):
        return Refusal("a group, not a person", "KIND", card.first("FN") or None)
    is_empty = not any(
        (person.full_name, person.email, person.phone, person.company, person.position, person.profile_url)
    )
    return Refusal("empty card") if is_empty else None
