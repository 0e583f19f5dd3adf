"""Bytes to lines of text, whatever wrote them. No row is ever lost to an encoding.

UTF-8, UTF-16 and UTF-32 are told by their marks or their zeros. In any other file each line that is not UTF-8
is read as Windows-1252, since such files are often put together from several; unless the bytes look like no
Western language at all: then the encoding of the whole file is guessed. What a program once read as Windows-1252 and
saved as UTF-8 ("MÃ¼ller") is put right.
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

_CHUNK = 1 << 20
_GUESS_FROM = 1 << 16
_BY_LINE = "by line"
# UTF-8 taken for Windows-1252 and encoded again: "Ã" or the like, then what a continuation byte is in Windows-1252.
_TAIL = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_TWICE = re.compile(f"(?:[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}})+")
_TWICE_IN_UTF8 = re.compile(
    rb"\xc3[\x82-\x9f\xa0-\xb4](?:\xc2[\x80-\xbf]|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92|\xcb[\x86\x9c]"
    rb"|\xe2(?:\x80[\x93-\xba]|\x82\xac|\x84\xa2))"
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "read as UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "read as UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "read as UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "read as UTF-16"),
)
# Only encodings of scripts in which most letters are outside ASCII; Western ones look alike: no guess there.
_OTHER_SCRIPTS = [
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
]


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file become text; ``note`` says it in words, "" where there is nothing to say."""

    codec: str
    note: str = ""
    is_twice: bool = False  # text in it was encoded twice, and ``lines`` puts it right

    @property
    def is_utf8(self) -> bool:
        """Whether the file is sound UTF-8 from end to end, to be read as it is."""
        return self.codec in ("utf-8", "utf-8-sig") and not self.is_twice


def encoding_of(path: Path) -> Encoding:
    """The encoding of a file, read to its end."""
    with path.open("rb") as file:
        head = file.read(_GUESS_FROM)
    for mark, codec, note in _MARKS:
        if head.startswith(mark) and (codec != "utf-8-sig" or _is_utf8(path)):
            is_twice = codec == "utf-8-sig" and _is_twice(path)
            return Encoding(codec, 'letters such as "Ã¼" put right' if is_twice else note, is_twice)
    without_mark = _utf16_by_zeros(head)
    if without_mark:
        return Encoding(without_mark, "read as UTF-16")
    if not _is_utf8(path):
        return _not_utf8(path)
    return Encoding("utf-8", 'letters such as "Ã¼" put right', is_twice=True) if _is_twice(path) else Encoding("utf-8")


def lines(path: Path, encoding: Encoding) -> Iterator[str]:
    """The physical lines with their ends (any of LF, CRLF, CR), without byte-order mark and zero bytes."""
    if encoding.codec == _BY_LINE:
        yield from _lines_one_by_one(path)
        return
    with path.open(encoding=encoding.codec, errors="replace", newline="") as file:
        for line in file:
            text = line.replace("\0", "")
            yield once(text) if encoding.is_twice else text


def once(text: str) -> str:
    """The text with what was encoded twice put right; anything else stays as it is."""
    return text if text.isascii() else _TWICE.sub(_decoded_once, text)


def _decoded_once(found: re.Match[str]) -> str:
    try:
        data = b"".join(c.encode("latin-1" if "\x80" <= c <= "\x9f" else "cp1252") for c in found[0])
        text = data.decode("utf-8")
    except UnicodeError:
        return found[0]
    return found[0] if any("\x7f" <= c <= "\x9f" for c in text) else text


def line_as_text(line: bytes) -> str:
    """UTF-8, else Windows-1252 in which a byte without a meaning keeps its number."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="same_number")


def _same_number(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("same_number", _same_number)


def _lines_one_by_one(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for index, raw in enumerate(file):
            line = raw.removeprefix(codecs.BOM_UTF8) if index == 0 else raw
            text = line_as_text(line).replace("\0", "")
            # A carriage return of its own ends a line as well.
            yield from io.StringIO(text, newline="") if "\r" in text else (text,)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_twice(path: Path) -> bool:
    last = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if not chunk.isascii() and _TWICE_IN_UTF8.search(last + chunk):
                return True
            last = chunk[-6:]
    return False


def _utf16_by_zeros(head: bytes) -> str | None:
    """ASCII in UTF-16 has a zero in every second place and hardly any in the others."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = (head[start : 2 * pairs : 2].count(0) / pairs for start in (0, 1))
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _not_utf8(path: Path) -> Encoding:
    is_mixed, bad, count = False, bytearray(), 0
    with path.open("rb") as file:
        for line in file:
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
                is_mixed = True
            except UnicodeDecodeError:
                count += 1
                if len(bad) < _GUESS_FROM:
                    bad += line
    if not is_mixed and (codec := _guess(bytes(bad))):
        return Encoding(codec, f"read as {codec}: a guess, look at the names")
    plural = "line" if count == 1 else "lines"
    return Encoding(_BY_LINE, f"{count} {plural} read as Windows-1252" if is_mixed else "read as Windows-1252")


def _guess(bad: bytes) -> str | None:
    """An encoding of another script, or None. Accents stand alone in Western words, other letters do not."""
    high = len(re.findall(rb"[\x80-\xff]", bad))
    together = sum(map(len, re.findall(rb"[\x80-\xff]{2,}", bad)))
    if high < 8 or together < 0.35 * high:
        return None
    best = from_bytes(bad, cp_isolation=_OTHER_SCRIPTS).best()
    return best.encoding if best else None
