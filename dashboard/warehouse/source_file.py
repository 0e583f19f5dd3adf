"""Where a source comes from: a file that was dropped, a path that was typed, a table that was pasted."""

import hashlib
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dashboard.errors import FileRefused
from dashboard.importers import mail_folders

ME = "me"  # no identity key: those have a colon
_EXAMPLE = "Type where the file lies, such as ~/Downloads/export.zip."


@dataclass(frozen=True)
class SourceFile:
    """A file on disk and the name the user knows it by.

    ``series``: what it is a newer copy of, where its name does not tell; "" = by its name. ``owner``: whose list of
    people it is as the user said it: "" not said, ``ME``, or the identity key of the contact who shared it.
    """

    path: Path
    name: str
    series: str = ""
    owner: str = ""

    @property
    def is_mine(self) -> bool:
        """Whether the user said that it is their own."""
        return self.owner == ME

    @property
    def is_shared(self) -> bool:
        """Whether the user said that a contact shared it."""
        return bool(self.owner) and not self.is_mine

    @property
    def sha256(self) -> str:
        """The hash of its bytes; of a folder, that of the names and bytes in it."""
        if not self.path.is_dir():
            return _digest(self.path)
        told = [f"{path.relative_to(self.path)}\0{_digest(path)}" for path in mail_folders.files_in(self.path)]
        return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def source_at(typed: str) -> SourceFile:
    """The file at a path as people type or copy it: with ~, with quotes around it. FileRefused if it is no such file."""
    text = typed.strip().strip("\"'").strip()
    if not text:
        raise FileRefused("No path is given.", _EXAMPLE)
    if "\0" in text:
        raise FileRefused("That is not a path.", _EXAMPLE)
    try:
        path = Path(text).expanduser()
        is_folder, is_file, is_there = path.is_dir(), path.is_file(), path.exists()
    except PermissionError:
        raise _closed(text) from None
    except (OSError, ValueError, RuntimeError):
        # A name too long for the system, the home of a user who is not there.
        raise FileRefused(f"{text[:200]} is not a path.", _EXAMPLE) from None
    if is_folder and not _holds_mail(path):
        raise FileRefused(f"{path} is a folder.", "Add the name of the file in it.")
    if not is_there:
        raise FileRefused(f"There is no file {path}.", _how_to_reach(path))
    if not is_file and not is_folder:
        raise FileRefused(f"{path} is not a file.", "Save it as a file and name that.")
    if not os.access(path, os.R_OK):
        raise _closed(str(path))
    return SourceFile(path, path.name)


def pasted(text: str, name: str, folder: Path) -> SourceFile:
    """What was copied from a spreadsheet, as a file in ``folder``. FileRefused if there is no table in it.

    Each paste is a list of its own: nobody is gone because a later one does not name them.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise FileRefused("Nothing was pasted.", "Copy the cells in your spreadsheet, with the row of column names.")
    if len(lines) == 1:
        raise FileRefused(
            "Only one row was pasted.", "Copy the row with the names of the columns and at least one row below it."
        )
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    path = folder / f"pasted-{sha256[:16]}.csv"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    return SourceFile(path, name, f"pasted:{sha256[:16]}")


def _holds_mail(folder: Path) -> bool:
    """Whether mails lie right in it: a whole home folder is not searched."""
    names = [entry.name for entry in islice(folder.iterdir(), 1000)] if os.access(folder, os.R_OK) else []
    return any(mail_folders.is_single(name) or mail_folders.is_mailbox(name) for name in names)


def _closed(path: str) -> FileRefused:
    return FileRefused(f"{path} may not be read.", "Change its permissions, or copy it to a folder of yours.")


def _how_to_reach(path: Path) -> str:
    if not path.is_absolute():
        return "Type the whole path, from / or ~ on."
    parent = next(folder for folder in path.parents if folder.exists())
    return "Check the name of the file." if parent == path.parent else f"The path leads as far as {parent}."
