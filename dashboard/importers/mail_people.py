"""Whom the headers of a mail name, and whether a person wrote it to somebody."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses
from functools import lru_cache

from dashboard.importers.calendar_people import address
from dashboard.importers.decoding import line_as_text
from dashboard.importers.mail_text import Headers
from dashboard.importers.nobody import is_list, is_robot
from dashboard.records import Participant

ROLES = (("from", "from"), ("to", "to"), ("cc", "cc"), ("bcc", "cc"))
_AT = re.compile(r"^([\w.+-]+) at ([\w-]+(?:\.[\w-]+)+)")  # as public archives write an address
# "Fox, Dana", but not "Dana Fox, Ph.D" nor "Fox, MBA".
_FAMILY_FIRST = re.compile(r"([^,]+), (?!Ph\.?D\b|Dr\b|Esq\b|Inc\b|Ltd\b)([^,]*[a-zß-ÿ][^,]*)")
_WORD = re.compile(r"=\?[^?\s]+\?[bqBQ]\?")


def is_bulk(headers: Headers) -> bool:
    """A newsletter, a mailing list, a robot's mail or spam: by what its headers say of themselves."""
    return (
        any(headers.first(name) for name in ("list-id", "list-unsubscribe", "list-post", "x-beenthere", "feedback-id"))
        or headers.first("precedence").lower() in ("bulk", "list", "junk", "auto_reply")
        or headers.first("auto-submitted").lower() not in ("", "no")
        or headers.first("x-spam-flag").lower() == "yes"
        or "spam" in labels(headers)
        or any(is_robot(person.email or "") for raw in headers.all("sender") for person in _people(raw, "from"))
    )


def labels(headers: Headers) -> frozenset[str]:
    """Gmail's labels of a mail, in lower case."""
    return frozenset(label.strip(' "').lower() for label in decoded(headers.first("x-gmail-labels")).split(","))


def participants(headers: Headers) -> tuple[Participant, ...]:
    """Everybody named, once each, the sender first. Whom nobody can meet is of kind "list", and so is a robot's sender."""
    found: dict[str, Participant] = {}
    bulk = is_bulk(headers)
    lists = {person.email for raw in headers.all("list-post") for person in _people(raw, "to")}
    for header, role in ROLES:
        for raw in headers.all(header):
            for person in _people(raw, role):
                is_list = (bulk and role == "from") or person.email in lists
                key = person.email or f"name {person.name}"
                found.setdefault(key, _as_list(person) if is_list else person)
    return tuple(found.values())


def decoded(text: str) -> str:
    """RFC 2047 words as text; what cannot be decoded stays as it is."""
    if not _WORD.search(text):
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(part if isinstance(part, str) else _text(part, charset) for part, charset in parts)


@lru_cache(maxsize=50_000)
def _people(raw: str, role: str) -> tuple[Participant, ...]:
    people = []
    for name, written in _addresses(
        _AT.sub(r"\1@\2", raw.removeprefix("mailto:").strip("<>") if role == "to" else raw)
    ):
        email = address(written)
        shown = _name(decoded(name))
        if email or shown:
            kind = "list" if email and (is_robot(email) or is_list(email)) else "person"
            people.append(Participant(role, shown, email, kind=kind))
    return tuple(people)


def _addresses(raw: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([raw])
    except (ValueError, IndexError, TypeError):
        return []


def _as_list(person: Participant) -> Participant:
    return Participant(person.role, person.name, person.email, kind="list")


def _name(text: str) -> str | None:
    plain = " ".join("".join(c for c in text if c.isprintable()).split()).strip("\"' ")
    if not plain or "@" in plain:
        return None
    family_first = _FAMILY_FIRST.fullmatch(plain)
    return f"{family_first[2]} {family_first[1]}" if family_first else plain


def _text(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return line_as_text(part)
