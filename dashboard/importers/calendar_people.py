"""Who an event names: ORGANIZER and ATTENDEE lines to participants.

Programs write these lines in every shape; what can be read is kept, and no line can fail an event.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from icalendar.parser import Contentline

from dashboard.importers.nobody import is_list, is_robot
from dashboard.records import Participant

People = dict[tuple[str, str], Participant | None]  # (role, line) to whom it names

STATUS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}
CUTYPE = {"ROOM": "room", "RESOURCE": "resource", "GROUP": "list"}
ADDRESS = re.compile(r"[^@\s<>\"',;:]+@[^@\s<>\"',;:]*[^@\s<>\"',;:.]")
MAILTO = re.compile(r"(?:mailto|smtp):[\s\"'<]*([^\s;,\"<>]+)", re.IGNORECASE)
PARAMETER = re.compile(r";\s*([A-Za-z-]+)\s*=\s*\"?([^\";:]*)")


def participants(organizers: Sequence[str], attendees: Sequence[str], known: People) -> tuple[Participant, ...]:
    """Everybody an event names, once each, the organizer first.

    Organizers count as accepted, unless they stand among the attendees as declined. ``known`` remembers lines
    already read: in a calendar the same people return all the time.
    """
    found: dict[str, Participant] = {}
    for role, lines in (("organizer", organizers), ("attendee", attendees)):
        for line in lines:
            if (role, line) not in known:
                known[role, line] = participant(line, role)
            person = known[role, line]
            if person is None:
                continue
            key = person.email or f"name {person.name}"
            found[key] = _merged(found[key], person) if key in found else person
    return tuple(found.values())


def participant(line: str, role: str) -> Participant | None:
    """One line; None where it names nobody."""
    params, value = split(line)
    email = _email(params, value, line)
    name = _name(params.get("CN", ""), email)
    if email is None and name is None:
        name = _name(value, None) if not set(value) & set(":/@") else None
        if name is None:
            return None
    answer = STATUS.get(params.get("PARTSTAT", "").upper(), "unanswered")
    status = "accepted" if role == "organizer" else answer
    return Participant(role, name, email, None, status, _kind(params.get("CUTYPE", "").upper(), email or ""))


def split(line: str) -> tuple[Mapping[str, str], str]:
    """Parameters (upper-case names) and value of a line; of a damaged line what looks like parameters."""
    if '"' not in line and "^" not in line:
        head, _, value = line.partition(":")
        pairs = (part.partition("=") for part in head.split(";")[1:])
        return {name.strip().upper(): text.strip() for name, _, text in pairs}, value.strip()
    try:
        _, params, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
    except (ValueError, AssertionError):
        return {name.upper(): text for name, text in PARAMETER.findall(line)}, ""
    first = {str(name).upper(): text if isinstance(text, str) else text[0] for name, text in params.items()}
    return first, value


def address(text: str) -> str | None:
    """An e-mail address as written after mailto:, lower case; None if it is none."""
    found = MAILTO.search(text)
    plain = unquote(found[1].partition("?")[0]) if found else text
    match = ADDRESS.fullmatch(plain.strip(" <>\"'")) or (ADDRESS.search(unquote(text)) if found else None)
    return match[0].lower() if match else None


def _email(params: Mapping[str, str], value: str, line: str) -> str | None:
    written, stated = address(value), address(params.get("EMAIL", ""))
    if written and not (stated and written.endswith("@imip.me.com")):  # Apple's alias for what EMAIL states
        return written
    swallowed = MAILTO.findall(line) if not value else []  # by a quote that never closes
    return stated or address("".join(swallowed[-1:])) or address(params.get("CN", ""))


def _name(text: str, email: str | None) -> str | None:
    plain = " ".join(re.sub(r"\\(.)", r"\1", text).split()).strip("\"' ")
    plain = "".join(letter for letter in plain if letter.isprintable())
    is_address = address(plain) is not None or plain.lower() == email
    return plain if plain and not is_address else None


def _kind(cutype: str, email: str) -> str:
    domain = email.partition("@")[2]
    if cutype in CUTYPE:
        return CUTYPE[cutype]
    if domain.endswith("resource.calendar.google.com"):
        return "resource"
    if domain.endswith("calendar.google.com") or is_robot(email) or is_list(email):
        return "list"
    return "person"


def _merged(first: Participant, again: Participant) -> Participant:
    return replace(
        first,
        name=first.name or again.name,
        status=again.status if again.status == "declined" else first.status,
        kind=first.kind if first.kind != "person" else again.kind,
    )
