"""Keeping the data: back up to one file, replace the workspace by a checked backup, delete everything."""

import logging
import os
import shutil
from pathlib import Path

import duckdb

from dashboard.errors import UserError
from dashboard.questions import ask
from dashboard.warehouse.copying import copy_database
from dashboard.warehouse.lease import FILE_NAME, Workspace
from dashboard.warehouse.restoring import Backup

log = logging.getLogger(__name__)
DELETE_WORD = "delete"
SAMPLE_FOLDER = "sample"
_OURS = (FILE_NAME, f"{FILE_NAME}.wal", "workspace.before-*.duckdb*", "workspace.restoring.duckdb*", "workspace.making-*")


def back_up(space: Workspace, target: Path) -> None:
    """The whole workspace as one file, while it is in use. UserError if the file cannot be written or is the workspace."""
    _refuse_own_file(space, target)
    try:
        with space.reading() as con:
            copy_database(con, target)
    except (OSError, duckdb.IOException) as error:
        raise UserError(f"{target} cannot be written.", "Choose another folder, or make room on the disk.") from error


def restore(space: Workspace, backup: Backup) -> Path | None:
    """Put a checked backup in the workspace's place, in one step; returns where the replaced workspace is kept.

    It stays there until the next restore or until everything is deleted: a wrong file can be restored too. On any
    error the workspace is as it was. WorkspaceBusy if somebody keeps it open.
    """
    part = space.file.with_suffix(".restoring.duckdb")
    try:
        space.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(backup.file, part)
        part.chmod(0o600)
        with space.alone():
            kept = _set_aside(space.file)
            part.replace(space.file)
    except OSError as error:
        raise UserError(f"{space.folder} cannot be written: {error.strerror}.", "Make room and try again.") from error
    finally:
        part.unlink(missing_ok=True)
    _prove(space, kept)
    return kept


def delete_everything(space: Workspace, typed: str) -> None:
    """Remove the workspace, what was kept of it, and the sample's workspace inside its folder. It cannot be undone.

    ``typed`` must be the word "delete" (UserError otherwise). Only files of ours are touched, whatever else lies there.
    """
    if typed.strip().casefold() != DELETE_WORD:
        raise UserError(f'Nothing was deleted: type "{DELETE_WORD}" to delete everything.')
    inner = Workspace(space.folder / SAMPLE_FOLDER)
    with space.alone(), inner.alone():
        for folder in (inner.folder, space.folder):
            _remove(folder)
        if inner.folder.is_dir() and not any(inner.folder.iterdir()):
            inner.folder.rmdir()
    log.info("a workspace was deleted")


def _refuse_own_file(space: Workspace, target: Path) -> None:
    if target.resolve() == space.file.resolve():
        raise UserError("A backup cannot replace the workspace itself.", "Choose another file.")


def _set_aside(file: Path) -> Path | None:
    """A copy of the workspace beside it; the file itself stays in place until it is replaced in one step."""
    if not file.exists():
        return None
    kept = file.with_suffix(".before-restore.duckdb")
    kept.unlink(missing_ok=True)
    try:
        os.link(file, kept)
    except OSError:  # not every file system knows links
        shutil.copy2(file, kept)
    file.with_name(f"{file.name}.wal").unlink(missing_ok=True)  # only of a damaged file: it must not reach the new one
    return kept


def _prove(space: Workspace, kept: Path | None) -> None:
    """The restored workspace opens and answers; else the replaced one returns."""
    try:
        with space.reading() as con:
            ask(con, "workspace_state")
    except (UserError, duckdb.Error) as error:
        with space.alone():
            if kept:
                kept.replace(space.file)
            else:
                space.file.unlink()
        raise UserError("The backup could not be opened in the workspace's place.", "Nothing was changed.") from error


def _remove(folder: Path) -> None:
    spill = folder / "spill"
    ours = [path for pattern in _OURS for path in folder.glob(pattern)] + list(spill.glob("duckdb_temp_*"))
    try:
        for path in sorted(set(ours)):
            path.unlink()
        if spill.is_dir() and not any(spill.iterdir()):
            spill.rmdir()
    except OSError as error:
        raise UserError(
            f"{error.filename} could not be deleted: {error.strerror}.", "Close what uses it and delete again."
        ) from error
