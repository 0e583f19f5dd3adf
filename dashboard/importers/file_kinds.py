"""What a file really is, by its first bytes, for those that claim to be a table of text."""

import re
from pathlib import Path

from dashboard.errors import FileRefused

_HEAD = 1 << 16
_JSON = re.compile(rb"""\{\s*("|\})|\[\s*[{\["\]]""")
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"!BDN", "an Outlook data file; open it in Outlook or Thunderbird and export the mails as .mbox or .eml"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"BEGIN:VCALENDAR", "a calendar; rename it to end in .ics"),
    (b"BEGIN:VCARD", "a vCard file; rename it to end in .vcf"),
)


def check_is_file(path: Path, name: str) -> None:
    """FileRefused unless the path is a file that can be opened and is not empty."""
    if path.is_dir():
        raise FileRefused(f"{name} is a folder, not a file.", "Choose the file inside it.")
    try:
        with path.open("rb") as file:
            is_empty = not file.read(1)
    except FileNotFoundError:
        raise FileRefused(f"{name} is not there any more.", "Was it moved or renamed? Choose it again.") from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise FileRefused(f"{name} cannot be opened: {reason}.", "Close other programs that use it.") from None
    if is_empty:
        raise FileRefused(f"{name} is empty (0 bytes).", "Export it again and import the new file.")


def check_is_text(path: Path, name: str) -> None:
    """FileRefused, saying what the file really is, unless it can be text."""
    kind = what_is(path)
    if kind:
        raise FileRefused(f"{name} is not a CSV file: it is {kind}.", _what_helps(kind, name))


def _what_helps(kind: str, name: str) -> str:
    if kind.endswith("archive"):
        return "Unpack it and import the files in it."
    if name.lower().endswith(".msg"):
        return "A mail that Outlook saved as .msg: save it as .eml, or export the mails as .mbox from another program."
    return "Export it as CSV and import that file."


def what_is(path: Path) -> str | None:
    """What the file is in words, None if it may be text."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(head)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "an old Excel or Office document, or one protected with a password"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    start = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page, perhaps the sign-in page saved in place of the file"
    if _JSON.match(start):
        return "a JSON file"
    return _binary_kind(head)


def _zip_kind(head: bytes) -> str:
    if b"xl/" in head:
        return "an Excel workbook; rename it to end in .xlsx"
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in head:
        return "an OpenDocument spreadsheet; rename it to end in .ods"
    return "a zip archive; rename it to end in .zip"


def _binary_kind(head: bytes) -> str | None:
    """Zero bytes are no text, but for the one in two of UTF-16 and the three in four of UTF-32."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None
    zeros = head.count(0)
    if zeros == len(head):
        return "nothing but zero bytes, as a broken download or disk leaves them"
    if zeros < 0.05 * len(head):
        return None
    if head.startswith(b"MZ"):
        return "a program"
    even, odd = (head[start::2].count(0) for start in (0, 1))
    return None if min(even, odd) < 0.1 * max(even, odd) else "binary data, not text"
