"""The schema of a workspace: numbered migrations, checked, each after a backup copy."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from workspaces import connections, difference, model, rows, take, written

from dashboard import settings
from dashboard.errors import WorkspaceDamaged
from dashboard.warehouse import Workspace, migrate, rebuild

ADD_COLUMN = "alter table records.import add column comment varchar;\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, "Ada,Fox,,,Siemens AG,Engineer,05 Mar 2024"))
    return space


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The SQL of a later program: a copy of ours, to be changed."""
    folder = tmp_path / "queries"
    shutil.copytree(settings.queries_folder(), folder)
    for module in (migrate, rebuild):
        monkeypatch.setattr(module, "queries_folder", lambda: folder)
    cached: tuple[Callable[[], None], ...] = (rebuild.model_tables.cache_clear, rebuild.model_checksum.cache_clear)
    for clear in cached:
        clear()
    yield folder
    for clear in cached:
        clear()


def test_a_new_workspace_has_every_migration_and_no_backup(space: Workspace) -> None:
    applied = rows(space, "select version from main.schema_migration order by version")
    assert [version for (version,) in applied] == list(migrate.migration_files())
    assert [path.name for path in space.folder.glob("*.duckdb")] == ["workspace.duckdb"]


def test_only_its_owner_may_read_a_workspace(space: Workspace) -> None:
    assert space.file.stat().st_mode & 0o077 == 0
    assert space.folder.stat().st_mode & 0o077 == 0


def test_a_later_migration_is_applied_once_after_a_backup(space: Workspace, program: Path) -> None:
    before = written(space)
    (program / "schema" / "0099_comment.sql").write_text(ADD_COLUMN)
    assert rows(space, "select file_name, comment from records.import") == [("Connections.csv", None)]
    assert rows(space, "select count(*) from main.schema_migration where version = 99") == [(1,)]
    backup = space.folder / "workspace.before-migration.duckdb"
    assert backup.stat().st_mode & 0o077 == 0
    with duckdb.connect(str(backup), read_only=True) as con:
        assert con.execute("select file_name from records.import").fetchall() == [("Connections.csv",)]
        assert con.execute("select max(version) from main.schema_migration").fetchone() != (99,)
    changed = difference(before, written(space))
    assert changed.keys() == {"main.schema_migration", "records.import"}


def test_a_migration_that_fails_leaves_everything_as_it_was(space: Workspace, program: Path) -> None:
    before = written(space)
    broken = program / "schema" / "0099_comment.sql"
    broken.write_text(ADD_COLUMN + "create table records.import (twice integer);\n")
    with pytest.raises(WorkspaceDamaged, match="could not be brought to schema 99") as refused:
        rows(space, "select 1")
    assert "not changed" in refused.value.hint
    broken.unlink()
    assert not difference(before, written(space))


def test_an_altered_migration_is_named(space: Workspace, program: Path) -> None:
    with (program / "schema" / "0001_records.sql").open("a") as file:
        file.write("-- altered\n")
    with pytest.raises(WorkspaceDamaged, match=r"0001_records\.sql is not the one this workspace was made with"):
        rows(space, "select 1")


def test_line_ends_of_another_system_are_no_alteration(space: Workspace, program: Path) -> None:
    path = program / "schema" / "0001_records.sql"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert rows(space, "select file_name from records.import") == [("Connections.csv",)]


def test_a_workspace_of_a_newer_program_is_left_alone(space: Workspace, program: Path) -> None:
    newer = program / "schema" / "0099_comment.sql"
    newer.write_text(ADD_COLUMN)
    rows(space, "select 1")
    newer.unlink()
    with pytest.raises(WorkspaceDamaged, match=r"newer version \(schema 99\)") as refused:
        rows(space, "select 1")
    assert "Update" in refused.value.hint


def test_a_program_with_another_model_derives_it_anew(space: Workspace, program: Path) -> None:
    """Else a question of the new program would meet the tables of the old one."""
    path = next((program / "model").glob("*_calendar.sql"))
    path.write_text(path.read_text().replace("as has_interactions", "as has_interactions, 7 as brand_new"))
    assert rows(space, "select brand_new from model.calendar") == [(7,)]


@pytest.mark.parametrize("damage", ["another file", "cut in half", "holes", "empty"])
def test_a_damaged_workspace_is_said_to_be_damaged(space: Workspace, damage: str) -> None:
    whole = space.file.read_bytes()
    damaged = {
        "another file": b"no database" * 1000,
        "cut in half": whole[: len(whole) // 2],
        "holes": whole[:20_000] + bytes(len(whole) - 20_000),
        "empty": b"",
    }[damage]
    space.file.write_bytes(damaged)
    with pytest.raises(
        WorkspaceDamaged, match=r"workspace\.duckdb (cannot be opened|is not a workspace, or is damaged)"
    ):
        rows(space, "from records.import")
    space.file.write_bytes(whole)
    assert rows(space, "select file_name from records.import") == [("Connections.csv",)]


def test_an_empty_workspace_has_a_model_too(tmp_path: Path) -> None:
    assert model(Workspace(tmp_path / "new"))["model.contact"] == []
