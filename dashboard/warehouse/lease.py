"""Opening a workspace: leased, so that several processes can take turns, and one writer at a time."""

import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.errors import UserError, WorkspaceBusy, WorkspaceDamaged
from dashboard.settings import DUCKDB, LEASE_SECONDS
from dashboard.warehouse.migrate import migrate
from dashboard.warehouse.rebuild import model_checksum, rebuild

FILE_NAME = "workspace.duckdb"
_instances: dict[Path, tuple[duckdb.DuckDBPyConnection, int]] = {}
_lock = threading.Condition()
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

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The file closed, and nobody in this process able to open it: for replacing or deleting it.

        WorkspaceBusy if somebody, the caller included, keeps it open for longer than we wait.
        """
        with _writing, _lock:
            if not _lock.wait_for(lambda: self.file not in _instances, LEASE_SECONDS):
                raise _busy("")
            if self.file.exists():
                _settle(self.file)
            yield


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
            _lock.notify_all()


def _settle(file: Path) -> None:
    """Wait until no other process has it, and bring its log into it; a damaged file stays as it is."""
    try:
        connect(file).close()
    except WorkspaceDamaged:
        return


def _open(file: Path) -> duckdb.DuckDBPyConnection:
    if _is_missing(file):
        _make(file)
    instance = connect(file)
    try:
        file.chmod(0o600)  # other people's data: nobody else on this computer may read it
        _bring_up(instance, file, is_new=False)
    except BaseException:
        instance.close()
        raise
    return instance


def _is_missing(file: Path) -> bool:
    """Make the folder; whether there is no workspace in it yet. UserError if it cannot be made or written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_missing = not file.exists()
    except OSError as error:
        raise _unusable(file, error.strerror or str(error)) from error
    if not os.access(file.parent if is_missing else file, os.W_OK):
        raise _unusable(file, "no permission to write")
    return is_missing


def _make(file: Path) -> None:
    """A workspace appears whole or not at all: it is made under another name. Of two who make it at once, the first
    to be done makes it for both."""
    _clear_away(file)
    making = file.with_suffix(f".making-{os.getpid()}.duckdb")
    try:
        with connect(making) as instance:
            _bring_up(instance, making, is_new=True)
        _put_in_place(making, file)
    finally:
        making.unlink(missing_ok=True)


def _put_in_place(making: Path, file: Path) -> None:
    """Without ever replacing one."""
    try:
        os.link(making, file)
    except FileExistsError:
        return
    except OSError:  # not every file system knows links
        making.rename(file)


def _clear_away(file: Path) -> None:
    """What a start that was killed while it made a workspace has left; one that is at it now keeps what it has."""
    for left in file.parent.glob(f"{file.stem}.making-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > LEASE_SECONDS:
                left.unlink()


def _bring_up(instance: duckdb.DuckDBPyConnection, file: Path, is_new: bool) -> None:
    migrate(instance, file, is_new)
    if not _is_built(instance):
        _build(instance)


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


def connect(file: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB file with our settings. WorkspaceBusy or WorkspaceDamaged if it cannot be opened."""
    deadline = time.monotonic() + LEASE_SECONDS
    while True:
        try:
            return duckdb.connect(str(file), config=DUCKDB | {"temp_directory": str(file.parent / "spill")})
        except duckdb.IOException as error:
            if not is_held(error):
                raise WorkspaceDamaged(
                    f"The workspace file {file} cannot be opened.",
                    "Restore a backup with `horizons restore FILE`, or move it away to start anew. It was not changed.",
                ) from error
            if time.monotonic() > deadline:
                raise _busy(str(error)) from error
            time.sleep(0.02)
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise WorkspaceDamaged(
                f"The workspace file {file} is not a workspace, or is damaged.",
                "Restore a backup with `horizons restore FILE`, or move it away to start anew. It was not changed.",
            ) from error


def is_held(error: Exception) -> bool:
    """Whether another process has the file: as Linux and macOS say it, and as Windows. A folder may be called "lock"."""
    return re.search("Could not set lock|used by another process", str(error)) is not None


def _busy(error: str) -> WorkspaceBusy:
    holder = re.search(r"PID (\d+)", error)
    process = f" (process {holder.group(1)})" if holder else ""
    return WorkspaceBusy(
        f"The workspace is busy. Another program holds it open{process}.",
        "Close it, or wait for it to finish, then try again. Your data is unharmed.",
    )
