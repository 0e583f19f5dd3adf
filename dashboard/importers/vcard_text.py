"""The text of a vCard file, 2.1, 3.0 or 4.0: lines to cards, a card to its properties.

No library: vobject reads the same files, but one damaged card costs it all the others, and it decodes no other
charset than UTF-8 in quoted-printable.
"""

import base64
import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.importers.calendar_text import logical_lines

# Pictures, sounds, keys and notes are never looked at.
KEPT = frozenset({
    "FN", "N", "NICKNAME", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "URL", "KIND", "IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE",
    "X-ADDRESSBOOKSERVER-KIND",
})  # fmt: skip
_BARE_ENCODINGS = frozenset(("quoted-printable", "base64", "8bit", "7bit"))
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PARTS = re.compile(r"(?:[^;\\]|\\.)*(?:;|$)", re.DOTALL)
_BEGIN = re.compile(r"\s*begin\s*:\s*vcard\s*$", re.IGNORECASE)
_END = re.compile(r"\s*end\s*:\s*vcard\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its value decoded but still escaped, and the words of its TYPE, in lower case."""

    value: str
    types: frozenset[str]
    preference: int  # 1 = most preferred … 100; 101 where the card says nothing

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The value of a structured property: what stands between its semicolons."""
        return [unescaped(part.removesuffix(";")) for part in _PARTS.findall(self.value)]


@dataclass(slots=True)
class Card:
    """One card: the 1-based line of its BEGIN, and by name the properties that count."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    is_closed: bool = False

    def all(self, name: str) -> list[Property]:
        """The properties of that name, the preferred ones first."""
        return sorted(self.properties.get(name, []), key=lambda found: found.preference)

    def first(self, name: str) -> str:
        """The text of the first property of that name that has one; "" if none has."""
        return next((text for found in self.all(name) if (text := found.text)), "")


def cards(path: Path) -> Iterator[Card]:
    """Every card of a file, in order; never raises for what stands in it."""
    card: Card | None = None
    depth = 0  # an AGENT of version 2.1 is a card within the card
    before = ""
    for number, line in _lines(path):
        name = _name(line)
        if name == "BEGIN" and _BEGIN.match(line):
            if card and before == "AGENT":
                depth += 1
            else:
                if card:
                    yield card
                card, depth = Card(number), 0
        elif name == "END" and _END.match(line) and card:
            if depth:
                depth -= 1
            else:
                card.is_closed = True
                yield card
                card = None
        elif card and not depth and name in KEPT:
            card.properties.setdefault(name, []).append(_property(line))
        before = name
    if card:
        yield card


def unescaped(text: str) -> str:
    r"""``\,`` ``\;`` ``\:`` ``\\`` and ``\n`` as what they stand for, in one line, without invisible marks of direction."""
    plain = _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], text)
    return " ".join("".join(c for c in plain if c not in "\u200b\ufeff" and not "\u202a" <= c <= "\u202e").split())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Logical lines; a quoted-printable one goes on after a "=" at its end."""
    start, held = 0, ""
    for number, line in logical_lines(path):
        if held and (_END.match(line) or _BEGIN.match(line)):  # a "=" too many must not swallow the end of the card
            yield start, held
            start, held = number, line
        elif held:
            held += line
        else:
            start, held = number, line
        if held.endswith("=") and "QUOTED-PRINTABLE" in held[:200].partition(":")[0].upper():
            held = held[:-1]
            continue
        yield start, held
        held = ""
    if held:
        yield start, held


def _name(line: str) -> str:
    """ "item1.EMAIL;type=WORK:…" -> "EMAIL"."""
    head = line[:80].partition(":")[0].partition(";")[0]
    return head.rpartition(".")[2].strip().upper()


def _property(line: str) -> Property:
    head, value = _split(line)
    types: set[str] = set()
    encoding, charset, preference = "", "", 101
    for parameter in head.split(";")[1:]:
        name, is_named, text = (part.strip().strip('"').lower() for part in parameter.partition("="))
        if not is_named:  # version 2.1: "TEL;WORK;VOICE:"
            name, text = ("encoding" if name in _BARE_ENCODINGS else "type"), name
        if name == "type":
            types.update(word.strip() for word in text.split(","))
        elif name == "encoding":
            encoding = text
        elif name == "charset":
            charset = text
        elif name == "pref" and text.isascii() and text.isdigit():
            preference = min(int(text[:4]), 100)
    if encoding == "quoted-printable":
        value = _decoded(quopri.decodestring(value.encode("utf-8", "surrogatepass")), charset)
    elif encoding in ("b", "base64"):
        value = _from_base64(value, charset)
    elif charset and not value.isascii():
        value = _in_charset(value, charset)
    return Property(value, frozenset(types), 1 if "pref" in types else preference)


def _from_base64(value: str, charset: str) -> str:
    try:
        return _decoded(base64.b64decode(value, validate=True), charset)
    except ValueError:
        return value


def _in_charset(value: str, charset: str) -> str:
    """A line that was not UTF-8 was taken for Windows-1252: its bytes again, as the card says they are meant."""
    try:
        return value.encode("cp1252").decode(charset)
    except (LookupError, ValueError):
        return value


def _split(line: str) -> tuple[str, str]:
    """Head and value, at the first colon outside quotes."""
    head, _, value = line.partition(":")
    while head.count('"') % 2 and ":" in value:
        more, _, value = value.partition(":")
        head += ":" + more
    return head, value


def _decoded(data: bytes, charset: str) -> str:
    try:
        codec = codecs.lookup(charset or "utf-8").name
        return data.decode(codec)
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")
