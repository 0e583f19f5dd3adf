"""Single iCalendar lines: guests, escaping, folding."""


def attendee(name: str, address: str, answer: str = "NEEDS-ACTION", kind: str = "INDIVIDUAL") -> str:
    """An ATTENDEE line as Google writes it."""
    parameters = f"CUTYPE={kind};ROLE=REQ-PARTICIPANT;PARTSTAT={answer}{common_name(name)};X-NUM-GUESTS=0"
    return f"ATTENDEE;{parameters}:mailto:{address}"


def common_name(name: str) -> str:
    """The parameter ``;CN=…``, quoted where needed (RFC 6868); "" without a name."""
    if not name:
        return ""
    written = name.replace("^", "^^").replace('"', "^'")
    return f';CN="{written}"' if set(name) & set(',;:"') else f";CN={written}"


def text(value: str) -> str:
    """A text value, escaped."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """With its line end, at most 75 octets a line, never cut inside a letter."""
    parts, room = [""], 75
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(" ")
            room = 74
        parts[-1] += letter
        room -= size
    return "\r\n".join(parts) + "\r\n"
