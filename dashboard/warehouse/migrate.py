"""Numbered, forward-only migrations: one transaction each, checked by checksum, a backup copy first."""

import hashlib
import time
from collections.abc import Collection
from pathlib import Path

import duckdb

from dashboard.errors import WorkspaceDamaged
from dashboard.settings import queries_folder
from dashboard.warehouse.copying import copy_database


def migrate(instance: duckdb.DuckDBPyConnection, file: Path, is_new: bool, only: Collection[int] | None = None) -> None:
    """Bring the workspace to the newest schema (a new one, if asked, ``only`` to the versions an older one had).

    WorkspaceDamaged if it is newer than this program or altered.
    """
    files = migration_files()
    applied = _applied(instance)
    check_applied(applied)
    pending = {version: path for version, path in files.items() if version not in applied}
    if pending and not is_new:
        copy_database(instance, file.with_suffix(".before-migration.duckdb"))
    for version, path in pending.items():
        if only is None or version in only:
            _apply(instance, version, path)
    if is_new:
        _start_version(instance)


def check_applied(applied: dict[int, str]) -> None:
    """Version -> checksum must be schema files of this very program: WorkspaceDamaged if one is newer or another."""
    files = migration_files()
    for version, checksum in applied.items():
        if version not in files:
            raise WorkspaceDamaged(
                f"The workspace was written by a newer version (schema {version}).", "Update Networking Horizons."
            )
        if checksum != _checksum(files[version]):
            raise WorkspaceDamaged(
                f"Schema file {files[version].name} is not the one this workspace was made with.",
                "Reinstall Networking Horizons, or restore a backup.",
            )


def _start_version(instance: duckdb.DuckDBPyConnection) -> None:
    """From the clock: after a delete or a restore no version comes back, so no cached answer is taken for new."""
    instance.execute("update cache.data_version set version = greatest(version, $now)", {"now": time.time_ns() // 1000})


def migration_files() -> dict[int, Path]:
    """Version -> file, in order."""
    return {int(path.name[:4]): path for path in sorted((queries_folder() / "schema").glob("[0-9]*.sql"))}


def _applied(instance: duckdb.DuckDBPyConnection) -> dict[int, str]:
    instance.execute(
        "create table if not exists main.schema_migration "
        "(version integer primary key, checksum varchar, applied_at timestamp)"
    )
    return dict(instance.execute("select version, checksum from main.schema_migration order by version").fetchall())


def _apply(instance: duckdb.DuckDBPyConnection, version: int, path: Path) -> None:
    instance.begin()
    try:
        instance.execute(path.read_text(encoding="utf-8"))
        instance.execute(
            "insert into main.schema_migration values ($version, $checksum, now()::timestamp)",
            {"version": version, "checksum": _checksum(path)},
        )
        instance.commit()
    except duckdb.Error as error:
        instance.rollback()
        raise WorkspaceDamaged(
            f"The workspace could not be brought to schema {version}.",
            "It was not changed; a backup copy lies beside it.",
        ) from error


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
