"""Mail in many files: a folder or a zip of single mails (.eml, .emlx), the folder that a Mac's .mbox is.

The mails of a folder are one part of an import, not thousands: a row's line is then the number of its mail.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

from dashboard.errors import FileRefused
from dashboard.importers.mail import SUFFIXES
from dashboard.importers.mail_text import LONGEST_HEADER, Headers, begins_mbox, first_headers

MOST_FILES = 500_000
_HEAD = 4096


def is_single(name: str) -> bool:
    """Whether a file holds one mail, by its name."""
    return name.lower().endswith(SUFFIXES)


def is_mailbox(name: str) -> bool:
    """Whether a file holds many mails, by its name: "mbox" alone is what a Mac puts into the folder Name.mbox."""
    return name.lower().endswith(".mbox") or name.lower() == "mbox"


def files_in(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, in order, without hidden ones and links.

    FileRefused if there are more than half a million: then it is no folder of mails.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place, name) for name in sorted(names) if not name.startswith(".")]
        if len(found) > MOST_FILES:
            raise FileRefused(
                f"{folder.name} holds more than {MOST_FILES:,} files.", "Choose the folder that has the mails alone."
            )
    return [path for path in found if path.is_file() and not path.is_symlink()]


def mailboxes_in(files: Sequence[Path]) -> list[Path]:
    """Those that hold many mails: by their name, or by how they begin where the name has no ending (Thunderbird)."""
    return [path for path in files if is_mailbox(path.name) or (not path.suffix and begins_mbox(_head(path)))]


def in_files(files: Sequence[Path]) -> Iterator[Headers]:
    """The headers of single mails on disk."""
    for number, path in enumerate(files, start=1):
        with path.open("rb") as file:
            yield first_headers(file.read(LONGEST_HEADER), number)


def in_zip(path: Path, insides: Sequence[str]) -> Iterator[Headers]:
    """The headers of single mails in a zip that was looked over, by their names inside."""
    with ZipFile(path) as archive:
        for number, inside in enumerate(insides, start=1):
            with archive.open(inside) as file:
                yield first_headers(file.read(LONGEST_HEADER), number)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
