"""Opening a workspace: leased, so that several processes can take turns, and one writer at a time."""

import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.errors import UserError, WorkspaceBusy, WorkspaceDamaged
from dashboard.settings import LEASE_SECONDS, MEMORY_LIMIT
from dashboard.warehouse.migrate import migrate
from dashboard.warehouse.rebuild import model_checksum, rebuild

FILE_NAME = "workspace.duckdb"
_instances: dict[Path, tuple[duckdb.DuckDBPyConnection, int]] = {}
_lock = threading.Lock()
_writing = threading.RLock()


@dataclass(frozen=True)
class Workspace:
    """One user's data: one DuckDB file in a folder of its own.

    The file is open only while somebody reads or writes: the first request in progress opens it, the last one
    closes it. In between, another process can have it.
    """

    folder: Path

    @property
    def file(self) -> Path:
        """The DuckDB file."""
        return self.folder / FILE_NAME

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the last committed state. WorkspaceBusy if another process keeps the file."""
        instance = _acquire(self.file)
        try:
            with instance.cursor() as cursor:
                yield cursor
        finally:
            _release(self.file)

    @contextmanager
    def writing(self, keep: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor in one transaction, under the process-wide write lock; any error rolls everything back.

        ``keep=False`` rolls back at the end too: a rehearsal that shows what would happen.
        """
        with _writing, self.reading() as cursor:
            cursor.begin()
            try:
                yield cursor
                if keep:
                    cursor.execute("update cache.data_version set version = version + 1")
            except BaseException:
                cursor.rollback()
                raise
            if keep:
                cursor.commit()
            else:
                cursor.rollback()


def data_version(cursor: duckdb.DuckDBPyConnection) -> int:
    """A number that rises with every commit; part of every cache key."""
    row = cursor.execute("select version from cache.data_version").fetchone()
    return int(row[0]) if row else 0


def _acquire(file: Path) -> duckdb.DuckDBPyConnection:
    with _lock:
        instance, users = _instances.get(file, (None, 0))
        if instance is None:
            instance = _open(file)
        _instances[file] = (instance, users + 1)
        return instance


def _release(file: Path) -> None:
    with _lock:
        instance, users = _instances[file]
        if users > 1:
            _instances[file] = (instance, users - 1)
        else:
            del _instances[file]
            instance.close()


def _open(file: Path) -> duckdb.DuckDBPyConnection:
    is_new = _prepare(file)
    instance = _connect(file)
    try:
        file.chmod(0o600)  # other people's data: nobody else on this computer may read it
        migrate(instance, file, is_new)
        if not _is_built(instance):
            _build(instance)
    except BaseException:
        instance.close()
        raise
    return instance


def _prepare(file: Path) -> bool:
    """Make the folder; whether there is no workspace in it yet. UserError if it cannot be made or written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not file.exists()
    except OSError as error:
        raise _unusable(file, error.strerror or str(error)) from error
    if not os.access(file.parent if is_new else file, os.W_OK):
        raise _unusable(file, "no permission to write")
    return is_new


def _unusable(file: Path, reason: str) -> UserError:
    return UserError(
        f"The workspace folder {file.parent} cannot be used: {reason}.",
        "Choose another with --workspace or HORIZONS_HOME, or change who may write there.",
    )


def _is_built(instance: duckdb.DuckDBPyConnection) -> bool:
    """Whether the model was derived by the SQL of this very program: an update of it derives the model anew."""
    row = instance.execute("select checksum from cache.model_version").fetchone()
    return row is not None and row[0] == model_checksum()


def _build(instance: duckdb.DuckDBPyConnection) -> None:
    """A workspace always has its model, an empty one too, so that every question has an answer."""
    instance.begin()
    try:
        rebuild(instance)
    except BaseException:
        instance.rollback()
        raise
    instance.commit()


def _connect(file: Path) -> duckdb.DuckDBPyConnection:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": str(file.parent / "spill"),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    deadline = time.monotonic() + LEASE_SECONDS
    while True:
        try:
            return duckdb.connect(str(file), config=settings)
        except duckdb.IOException as error:
            # The first is what Linux and macOS say, the second Windows; a folder may be called "lock" too.
            if not re.search("Could not set lock|used by another process", str(error)):
                raise WorkspaceDamaged(
                    f"The workspace file {file} cannot be opened.",
                    "Restore a backup of it, or move it away to start anew. It was not changed.",
                ) from error
            if time.monotonic() > deadline:
                raise _busy(str(error)) from error
            time.sleep(0.02)
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise WorkspaceDamaged(
                f"The workspace file {file} is not a workspace, or is damaged.",
                "Restore a backup of it, or move it away to start anew. It was not changed.",
            ) from error


def _busy(error: str) -> WorkspaceBusy:
    holder = re.search(r"PID (\d+)", error)
    process = f" (process {holder.group(1)})" if holder else ""
    return WorkspaceBusy(
        f"The workspace is busy. Another program holds it open{process}.",
        "Close it, or wait for it to finish, then try again. Your data is unharmed.",
    )
