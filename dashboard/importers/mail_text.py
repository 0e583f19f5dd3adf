"""Where mails begin in an mbox of any size, and their headers. Bodies are skipped over, never looked at.

A mailbox is read in pieces of a megabyte: one of 40 GB takes no more memory than one of 40 KB.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dashboard.importers.decoding import line_as_text

LONGEST_HEADER = 1 << 20
_CHUNK = 1 << 20
_LOOK = 4096  # a separator line and the beginning of the one after it
_FIRST_LOOKS = (1 << 13, 1 << 17, LONGEST_HEADER)
_SEPARATOR = b"\nFrom "
# "From dana@x.com Wed Sep 22 05:05:28 2004", with whatever zone before or after the year: Gmail's and everybody's. What
# stands in a body as "From here on" has no such date.
_ENVELOPE = re.compile(
    rb"From .{1,400}?\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(\w{3} +\d{1,2}|\d{1,2} +\w{3}),? .{0,40}\d\d:\d\d.{0,40}\r?\n"
)
_MOZILLA = re.compile(rb"From - ?[^\r\n]{0,60}\r?\n")
_NEXT = re.compile(rb"[!-9;-~]{1,80}:|>From |\r?\n|$")
_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t\r]")
_END = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(r"\r?\n[ \t]+")
_BYTE_COUNT = re.compile(rb"\A\s*\d+\s*\n")  # Apple's .emlx begins with the length of the mail


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of one mail: the line where it begins, its envelope line, and name (lower case) -> values."""

    line: int
    envelope: str
    fields: dict[str, list[str]]

    def all(self, name: str) -> list[str]:
        """The values of a header, in order."""
        return self.fields.get(name, [])

    def first(self, name: str) -> str:
        """The first value of a header; "" if there is none."""
        return next(iter(self.fields.get(name, [])), "")


def begins_mbox(head: bytes) -> bool:
    """Whether the first line is the envelope line of a mail."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return bool(_ENVELOPE.match(start) or _MOZILLA.match(start))


def begins_mail(head: bytes) -> bool:
    """Whether the bytes begin with headers that only a mail has."""
    start = _BYTE_COUNT.sub(b"", head.removeprefix(b"\xef\xbb\xbf"), count=1).lstrip(b"\r\n")
    if not _HEADER.match(start):
        return False
    names = set(headers(start[: _end_of(start)], 1).fields)
    return bool(names & {"from", "return-path", "received"}) and bool(
        names & {"date", "message-id", "received", "mime-version", "to", "subject"}
    )


def mails(path: Path) -> Iterator[Headers]:
    """The headers of every mail of an mbox, in order. A file without an envelope line is one mail."""
    with path.open("rb") as file, path.open("rb") as looked_up:
        for line, offset in _starts(file):
            yield first_headers(_block(looked_up, offset), line)


def headers(block: bytes, line: int, envelope: bytes = b"") -> Headers:
    """The headers of a block of bytes: UTF-8, or Windows-1252 where it is not. What is no header is passed over."""
    text = "\n".join(line_as_text(part) for part in _BYTE_COUNT.sub(b"", block, count=1).split(b"\n"))
    fields: dict[str, list[str]] = {}
    for logical in _FOLD.sub(" ", text).splitlines():
        name, colon, value = logical.partition(":")
        if colon and name.strip() and " " not in name.strip():
            fields.setdefault(name.strip().lower(), []).append(value.strip())
    return Headers(line, line_as_text(envelope).strip(), fields)


def first_headers(head: bytes, line: int) -> Headers:
    """The headers with which the bytes of a single mail begin."""
    envelope = b""
    if head.startswith(b"From "):
        envelope, _, head = head.partition(b"\n")
    return headers(head[: _end_of(head)], line, envelope)


def _starts(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """(Line, offset) of each mail. The line break before the file makes its first line like any other."""
    held, line, base = b"\n\n", 1, -2  # base: offset in the file of the first byte held; line: of that byte
    line -= 2
    is_first = True
    while True:
        chunk = file.read(_CHUNK)
        held += chunk
        # Not before all of its line can be seen, but at the end of the file.
        until = len(held) if not chunk else max(2, len(held) - _LOOK)
        at, counted = (1 if is_first else held.find(_SEPARATOR, 0, until + len(_SEPARATOR) - 1)), 0
        while 0 <= at < until:
            if is_first or _is_start(held, at):
                line += held.count(b"\n", counted, at + 1)
                counted = at + 1
                yield max(line, 1), base + at + 1
                is_first = False
            at = held.find(_SEPARATOR, at + 1, until + len(_SEPARATOR) - 1)
        if not chunk:
            return
        kept = max(0, until - 2)  # the two bytes before a separator say whether a blank line is there
        line += held.count(b"\n", counted, kept) if kept > counted else 0
        kept = max(kept, counted)
        base += kept
        held = held[kept:]


def _is_start(held: bytes, at: int) -> bool:
    """Whether the line after the line break at ``at`` is an envelope and not a sentence."""
    begins = at + 1
    if held.startswith(b"From -", begins):
        mozilla = _MOZILLA.match(held, begins)
        return bool(mozilla and _HEADER.match(held, mozilla.end()))
    # The cheap look first: millions of lines begin with "From ".
    if not held.endswith((b"\n", b"\n\r"), max(0, at - 2), at):
        return False
    envelope = _ENVELOPE.match(held, begins)
    return bool(envelope and _NEXT.match(held, envelope.end()))


def _block(file: IO[bytes], offset: int) -> bytes:
    """From the envelope line to the blank line that ends the headers."""
    block = b""
    for size in _FIRST_LOOKS:
        file.seek(offset)
        block = file.read(size)
        end = _end_of(block)
        if end < len(block) or len(block) < size:
            return block[:end]
    return block


def _end_of(block: bytes) -> int:
    found = _END.search(block)
    return found.start() if found else len(block)
