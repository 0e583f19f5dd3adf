"""LinkedIn's export as downloaded: a zip, looked over before a byte is written, then unpacked by member.

Where a member lands is our choice: no name from inside the zip ever becomes a path.
"""

import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from dashboard.errors import FileRefused

MOST_MEMBERS = 10_000
MOST_MAILS = 200_000
MOST_BYTES = 4 * 1024**3
MOST_RATIO = 200
RATIO_FROM = 100 * 1024**2

_CHUNK = 1 << 20
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar")
_MAILS = (".eml", ".emlx")
_JUNK = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
_DOWNLOAD_AGAIN = "Download the export again and import the new file."
_UNPACK = "Unpack it yourself and import the files you know."


@dataclass(frozen=True)
class Member:
    """A file in a zip: its bare name as shown, its full name inside, its unpacked size in bytes."""

    name: str
    path_inside: str
    size: int


def members(path: Path, name: str) -> Iterator[Member]:
    """The files in the zip, in its order, without folders and the litter of operating systems.

    Raises FileRefused, before the first member, if any of it is unsafe, protected, damaged or too large.
    """
    with _opened(path, name) as archive:
        inside = [info for info in archive.infolist() if not info.is_dir() and not _is_junk(info.filename)]
        _check_sizes(inside, name)
        for info in inside:
            _check_member(info, name)
        repeated = [inner for inner, times in Counter(i.filename for i in inside).items() if times > 1]
        if repeated:
            raise FileRefused(f'{name} has two files named "{repeated[0]}".', _DOWNLOAD_AGAIN)
        for info in inside:
            _check_sum(archive, info, name)
    if not inside:
        raise FileRefused(f"{name} is an empty archive.", _DOWNLOAD_AGAIN)
    for info in inside:
        yield Member(PurePosixPath(info.filename.lstrip("\ufeff")).name, info.filename, info.file_size)


def extract(path: Path, member: Member, scratch: Path) -> Path:
    """Write one member into ``scratch`` under a new name with its ending. FileRefused if it is damaged."""
    suffix = PurePosixPath(member.name).suffix.casefold()
    safe = suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) < 8 else ""
    with _opened(path, path.name) as archive:
        info = next((i for i in archive.infolist() if i.filename == member.path_inside), None)
        if info is None:
            raise FileRefused(f'"{member.path_inside}" is not in the archive.', _DOWNLOAD_AGAIN)
        target = tempfile.NamedTemporaryFile(dir=scratch, suffix=safe, delete=False)  # noqa: SIM115 - kept
        try:
            with target, archive.open(info) as source:
                _copy(source, target, member)
        except BaseException:
            Path(target.name).unlink(missing_ok=True)
            raise
    return Path(target.name)


@contextmanager
def _opened(path: Path, name: str) -> Iterator[zipfile.ZipFile]:
    """The zip, with everything that a broken one can raise turned into a refusal."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except FileNotFoundError:
        raise FileRefused(f"{name} is not there any more.", "Was it moved or renamed? Choose it again.") from None
    except NotImplementedError:
        raise FileRefused(f"{name} is packed in a way that cannot be read.", _UNPACK) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise FileRefused(f"{name} is damaged or was not downloaded to its end.", _DOWNLOAD_AGAIN) from error


def _is_junk(inner: str) -> bool:
    parts = PurePosixPath(inner).parts
    return "__MACOSX" in parts or (bool(parts) and (parts[-1].casefold() in _JUNK or parts[-1].startswith("._")))


def _check_sizes(inside: list[zipfile.ZipInfo], name: str) -> None:
    mails = sum(info.filename.lower().endswith(_MAILS) for info in inside)
    if len(inside) - mails > MOST_MEMBERS or mails > MOST_MAILS:
        raise FileRefused(f"{name} holds {len(inside):,} files; at most {MOST_MEMBERS:,} are read.", _UNPACK)
    total = sum(info.file_size for info in inside)
    if total > MOST_BYTES:
        raise FileRefused(f"{name} unpacks to {total / 1024**3:,.1f} GB; at most 4 GB are read.", _UNPACK)
    for info in inside:
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > RATIO_FROM and ratio > MOST_RATIO:
            what = f'"{info.filename}" in {name} unpacks to {ratio:,.0f} times its size'
            raise FileRefused(f"{what}: that is no table.", _DOWNLOAD_AGAIN)


def _check_member(info: zipfile.ZipInfo, name: str) -> None:
    # orig_filename still has what zipfile has already cut or turned: zero bytes and backslashes.
    inner = info.orig_filename.replace("\\", "/")
    is_drive = len(inner) > 1 and inner[1] == ":"
    if inner.startswith("/") or is_drive or ".." in inner.split("/") or "\0" in inner:
        raise FileRefused(f'{name} has a file that would be written elsewhere: "{inner[:80]}".', _DOWNLOAD_AGAIN)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FileRefused(f'{name} has a link in place of a file: "{inner[:80]}".', _DOWNLOAD_AGAIN)
    if info.flag_bits & 1:
        raise FileRefused(f"{name} is protected with a password: unpack it first.", _UNPACK)
    if inner.casefold().endswith(_ARCHIVES):
        raise FileRefused(f'{name} has another archive inside: "{inner[:80]}".', _UNPACK)


def _check_sum(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> None:
    """Read it through once, so that a damaged zip is refused as a whole and not after half its members."""
    try:
        with archive.open(info) as source:
            size = sum(len(chunk) for chunk in iter(lambda: source.read(_CHUNK), b""))
    except (zipfile.BadZipFile, zlib.error, EOFError):
        size = -1
    if size != info.file_size:
        raise FileRefused(f'"{info.filename}" in {name} is damaged.', _DOWNLOAD_AGAIN)


def _copy(source: IO[bytes], target: IO[bytes], member: Member) -> None:
    written = 0
    while chunk := source.read(_CHUNK):
        written += len(chunk)
        if written > member.size:
            raise FileRefused(f'"{member.path_inside}" is larger than the archive says.', _DOWNLOAD_AGAIN)
        target.write(chunk)
    if written < member.size:
        raise FileRefused(f'"{member.path_inside}" is shorter than the archive says.', _DOWNLOAD_AGAIN)
