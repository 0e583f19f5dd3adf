"""Back up, restore, delete: the same answers afterwards, nothing changed on any doubt, nothing left behind."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from workspaces import connections, difference, rows, take, written

from dashboard import questions
from dashboard.errors import UserError, WorkspaceBusy
from dashboard.warehouse import (
    Backup,
    Workspace,
    back_up,
    check_backup,
    data_version,
    decide,
    delete_everything,
    find_duplicates,
    lease,
    restore,
)

ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
LABEL = {"scope": "company", "scope_key": "siemens", "industry": "HLT"}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, ADA))
    decide(space, "industry_label", [LABEL])
    return space


def answers(space: Workspace) -> dict[str, pd.DataFrame]:
    with space.reading() as con:
        return {name: questions.ask(con, name) for name in questions.names()}


def checked(file: Path, tmp_path: Path) -> Backup:
    scratch = tmp_path / f"scratch{len(list(tmp_path.iterdir()))}"
    scratch.mkdir()
    return check_backup(file, file.name, scratch)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def assert_same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    assert one.keys() == other.keys()
    for name, frame in one.items():
        pd.testing.assert_frame_equal(in_order(frame), in_order(other[name]), rtol=1e-9, atol=1e-12, obj=name)


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Two people with the same minutes to fifteen digits may stand either way round: threads add in any order."""
    frame = frame.drop(columns="rank", errors="ignore")
    keys = [name for name in frame.columns if frame[name].dtype.kind != "f"]
    return frame.sort_values(keys, key=lambda column: column.astype(str)).reset_index(drop=True)


def test_the_sample_restored_elsewhere_answers_every_question_identically(
    tmp_path: Path, sample_workspace: Workspace
) -> None:
    find_duplicates(sample_workspace)
    before, facts = answers(sample_workspace), written(sample_workspace)
    back_up(sample_workspace, tmp_path / "backup.duckdb")
    elsewhere = Workspace(tmp_path / "elsewhere")
    found = checked(tmp_path / "backup.duckdb", tmp_path)
    assert (found.contacts, found.imports) == (len(before["contacts"]), 4)
    assert found.decisions == sum(len(table) for name, table in facts.items() if name.startswith("decisions."))
    assert restore(elsewhere, found) is None
    assert find_duplicates(elsewhere) > 0, "what was compared is no fact: it is compared anew when asked for"
    assert_same(before, answers(elsewhere))
    changed = difference(facts, written(elsewhere))
    assert {name for name in changed if not name.startswith("cache.duplicate_")} <= {
        "main.schema_migration", "cache.data_version", "cache.industry_guess",
    }


def test_a_restore_takes_back_what_came_after_the_backup(tmp_path: Path, space: Workspace) -> None:
    before = answers(space)
    back_up(space, tmp_path / "backup.duckdb")
    take(space, connections(tmp_path, ADA, "Bob,Hill,,,Acme,,", name="later.csv"))
    decide(space, "industry_label", [LABEL | {"industry": "FIN"}])
    kept = restore(space, checked(tmp_path / "backup.duckdb", tmp_path))
    assert_same(before, answers(space))
    assert kept == space.folder / "workspace.before-restore.duckdb"
    restore(space, checked(kept, tmp_path))  # the way back
    assert rows(space, "select industry from model.label") == [("FIN",)]
    assert rows(space, "select count(*) from model.contact") == [(2,)]


def test_a_decision_after_a_restore_is_the_newest(tmp_path: Path, space: Workspace) -> None:
    for industry in ("FIN", "EDU", "GOV"):
        decide(space, "industry_label", [LABEL | {"industry": industry}])
    back_up(space, tmp_path / "backup.duckdb")
    restore(space, checked(tmp_path / "backup.duckdb", tmp_path))
    decide(space, "industry_label", [LABEL | {"industry": "LAW"}])
    assert rows(space, "select industry from model.label") == [("LAW",)]


def test_no_version_comes_back_so_no_cached_answer_does(tmp_path: Path, space: Workspace) -> None:
    def version() -> int:
        with space.reading() as con:
            return data_version(con)

    back_up(space, tmp_path / "backup.duckdb")
    seen = [version()]
    restore(space, checked(tmp_path / "backup.duckdb", tmp_path))
    seen.append(version())
    delete_everything(space, "delete")
    seen.append(version())
    assert seen == sorted(set(seen))


def test_a_backup_is_private_and_taken_while_others_read_and_write(tmp_path: Path, space: Workspace) -> None:
    target = tmp_path / "a folder of O'Neil" / "backup.duckdb"
    target.parent.mkdir()
    with space.reading(), space.writing() as con:
        con.execute("delete from records.import")
        back_up(space, target)
    assert target.stat().st_mode & 0o077 == 0
    assert [path.name for path in target.parent.iterdir()] == ["backup.duckdb"]
    assert checked(target, tmp_path).imports == 1  # that write was committed after


def test_a_backup_that_cannot_be_written_says_so(tmp_path: Path, space: Workspace) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        back_up(space, tmp_path / "no such folder" / "backup.duckdb")
    with pytest.raises(UserError, match="itself"):
        back_up(space, space.file)
    assert files(space.folder) == ["workspace.duckdb"]


def altered(sql: str) -> Callable[[Path], None]:
    def alter(file: Path) -> None:
        with duckdb.connect(str(file)) as con:
            con.execute(sql)

    return alter


def rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda file: file.write_bytes(change(file.read_bytes())) and None


DAMAGES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "another file": (rewritten(lambda _: b"no database" * 1000), "not a backup of Networking Horizons, or is damaged"),
    "empty": (rewritten(lambda _: b""), "not a backup|not of Networking"),
    "cut in half": (rewritten(lambda whole: whole[: len(whole) // 2]), "damaged"),
    "holes": (rewritten(lambda whole: whole[:20_000] + bytes(len(whole) - 20_000)), "damaged"),
    "flipped": (rewritten(lambda whole: whole[:4096] + bytes(b ^ 255 for b in whole[4096:])), "damaged"),
    "foreign": (altered("drop table main.schema_migration"), "not of Networking Horizons"),
    "newer": (
        altered("insert into main.schema_migration values (9999, 'x', now()::timestamp)"),
        r"backup\.duckdb was written by a newer version \(schema 9999\)",
    ),
    "another schema": (altered("update main.schema_migration set checksum = 'x' where version = 1"), "0001_records"),
    "a table gone": (altered("drop table records.refusal"), r"records\.refusal is not as it should be"),
    "a column more": (altered("alter table records.refusal add column x int"), r"records\.refusal is not as it"),
    "misnumbered": (altered("update decisions.industry_label set decision_no = 1::bigint << 60"), "misnumbered"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_doubtful_backup_is_refused_and_changes_nothing(tmp_path: Path, space: Workspace, damage: str) -> None:
    spoil, message = DAMAGES[damage]
    backup = tmp_path / "backup.duckdb"
    back_up(space, backup)
    before = written(space)
    spoil(backup)
    with pytest.raises(UserError, match=message) as refused:
        checked(backup, tmp_path)
    assert refused.value.hint
    assert not difference(before, written(space))
    assert files(space.folder) == ["workspace.duckdb"]


def test_what_a_foreign_file_computes_is_not_taken_over(tmp_path: Path, space: Workspace) -> None:
    """A macro or a derived table of somebody's making could say, or read, anything."""
    backup = tmp_path / "backup.duckdb"
    back_up(space, backup)
    altered(
        "create or replace macro keys.name(x) as 'mallory'; update model.contact set full_name = 'Mallory'; "
        "create table model.more as select 1 as one"
    )(backup)
    restore(space, checked(backup, tmp_path))
    assert rows(space, "select full_name, keys.name('Ada Fox') from model.contact") == [("Ada Fox", "ada fox")]
    assert rows(space, "select count(*) from duckdb_tables() where table_name = 'more'") == [(0,)]


def test_a_backup_of_an_earlier_schema_is_brought_up(tmp_path: Path, space: Workspace) -> None:
    """As an older program made it: only the first four schema files, then what was decided."""
    before = answers(space)
    older, newer = tmp_path / "older.duckdb", space.file
    with duckdb.connect(str(older)) as con:
        from dashboard.warehouse.migrate import migrate

        migrate(con, older, is_new=True, only=(1, 2, 3, 4))
        con.execute(f"attach '{newer}' as newer (read_only)")
        for schema in ("records", "decisions"):
            for (table,) in con.execute(
                f"select table_name from duckdb_tables() where schema_name = '{schema}' "
                "and database_name = current_database()"
            ).fetchall():
                taken = con.execute(f"select * from {schema}.{table} limit 0").description
                columns = ", ".join(str(column[0]) for column in taken)
                con.execute(f"insert into {schema}.{table} by name select {columns} from newer.{schema}.{table}")
    restore(space, checked(older, tmp_path))
    after = answers(space)
    known_then = ("contacts", "industry_concentration", "import_history", "network_summary")  # later tables are empty
    assert_same({name: before[name] for name in known_then}, {name: after[name] for name in known_then})


def test_a_damaged_workspace_can_be_replaced(tmp_path: Path, space: Workspace) -> None:
    before = answers(space)
    back_up(space, tmp_path / "backup.duckdb")
    space.file.write_bytes(b"no database" * 1000)
    kept = restore(space, checked(tmp_path / "backup.duckdb", tmp_path))
    assert_same(before, answers(space))
    assert kept
    assert kept.read_bytes().startswith(b"no database")


def test_a_restore_waits_for_readers_and_then_gives_up(
    tmp_path: Path, space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(space, tmp_path / "backup.duckdb")
    backup = checked(tmp_path / "backup.duckdb", tmp_path)
    monkeypatch.setattr(lease, "LEASE_SECONDS", 0.2)
    with space.reading() as con:
        with pytest.raises(WorkspaceBusy):
            restore(space, backup)
        with pytest.raises(WorkspaceBusy):
            delete_everything(space, "delete")
        assert con.execute("select count(*) from records.import").fetchall() == [(1,)]
    assert files(space.folder) == ["workspace.duckdb"]
    monkeypatch.setattr(lease, "LEASE_SECONDS", 60)
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        with space.reading():
            reading.set()
            done.wait(0.3)

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait()
    restore(space, backup)
    reader.join()
    assert rows(space, "select count(*) from records.import") == [(1,)]


def test_delete_leaves_no_file(tmp_path: Path, space: Workspace) -> None:
    take(Workspace(space.folder / "sample"), connections(tmp_path, ADA))
    back_up(space, tmp_path / "backup.duckdb")
    restore(space, checked(tmp_path / "backup.duckdb", tmp_path))
    (space.folder / "workspace.before-migration.duckdb").write_bytes(b"x")
    (space.folder / "workspace.duckdb.wal").write_bytes(b"")
    (space.folder / "spill").mkdir()
    (space.folder / "spill" / "duckdb_temp_storage-0.tmp").write_bytes(b"x")
    assert len(files(space.folder)) == 6
    for typed in ("", "yes", "delete everything"):
        with pytest.raises(UserError, match="Nothing was deleted"):
            delete_everything(space, typed)
    assert len(files(space.folder)) == 6
    delete_everything(space, " Delete ")
    assert list(space.folder.rglob("*")) == []
    assert rows(space, "select count(*) from model.contact") == [(0,)]  # a new one begins


def test_delete_leaves_what_is_not_ours(space: Workspace) -> None:
    """A workspace may have been put into a folder with other things in it."""
    for name in ("thesis.txt", "spill/thesis.txt", "workspace.duckdb.zip"):
        (space.folder / name).parent.mkdir(exist_ok=True)
        (space.folder / name).write_text("mine")
    delete_everything(space, "delete")
    assert files(space.folder) == ["spill/thesis.txt", "thesis.txt", "workspace.duckdb.zip"]
