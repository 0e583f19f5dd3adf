"""Several threads and several processes in one workspace: nobody waits for long, nobody sees half of anything."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from workspaces import connections, rows, take

from dashboard.errors import UserError, WorkspaceBusy, WorkspaceDamaged
from dashboard.warehouse import Workspace, data_version, decide, lease, undo_import

ASK = "select count(*) from model.contact"
ROW = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
LABEL = {"scope": "company", "scope_key": "siemens", "industry": "HLT"}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, ROW))
    return space


def another_process(space: Workspace, code: str) -> subprocess.Popen[str]:
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom dashboard.warehouse import Workspace, lease\n"
        f"space = Workspace(Path({str(space.folder)!r}))\n{code}\n"
    )
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_another_process_asks_as_soon_as_this_one_is_done(space: Workspace) -> None:
    asking = f"with space.reading() as con:\n    print(con.execute({ASK!r}).fetchone())"
    with space.reading():
        other = another_process(space, asking)
        time.sleep(1)
        assert other.poll() is None  # it waits while we read
    out, error = other.communicate(timeout=240)
    assert (out, error) == ("(1,)\n", "")
    assert rows(space, ASK) == [(1,)]


def test_who_keeps_the_workspace_is_named(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "LEASE_SECONDS", 0.2)
    holder = another_process(space, "with space.reading():\n    print('held', flush=True)\n    time.sleep(600)")
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        started = time.monotonic()
        with pytest.raises(WorkspaceBusy, match=rf"busy.*process {holder.pid}\b") as refused:
            rows(space, "select 1")
        assert time.monotonic() - started < 30, "it waits as long as it is told, not as long as the other keeps it"
        assert "unharmed" in refused.value.hint
    finally:
        holder.kill()
        holder.communicate()
    assert rows(space, ASK) == [(1,)]


def test_the_word_lock_in_a_folder_does_not_mean_busy(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "lock")
    space.folder.mkdir()
    space.file.mkdir()  # a folder where the file should be
    started = time.monotonic()
    with pytest.raises(WorkspaceDamaged):
        rows(space, "select 1")
    assert time.monotonic() - started < 30, "a minute would be waited for a workspace that is in use"


def test_threads_share_one_instance_and_the_last_one_closes_it(space: Workspace) -> None:
    with space.reading() as one, space.reading() as other:
        assert one.execute(ASK).fetchall() == other.execute(ASK).fetchall()
        assert len(lease._instances) == 1
    assert not lease._instances


def test_an_error_in_a_reader_gives_the_file_back(space: Workspace) -> None:
    with pytest.raises(duckdb.CatalogException), space.reading() as con:
        con.execute("from nowhere")
    assert not lease._instances


def test_a_reader_sees_the_old_state_until_the_commit(space: Workspace) -> None:
    with space.writing() as writer:
        writer.execute("delete from records.import")
        writer.execute("create or replace table model.contact as select 1 as one where false")
        assert rows(space, "select count(*) from records.import") == [(1,)]
        assert rows(space, ASK) == [(1,)]
    assert rows(space, "select count(*) from records.import") == [(0,)]
    assert rows(space, ASK) == [(0,)]


def test_every_commit_raises_the_version_and_nothing_else_does(space: Workspace, tmp_path: Path) -> None:
    def version() -> int:
        with space.reading() as con:
            return data_version(con)

    seen = [version()]
    assert version() == seen[0]  # reading changes nothing
    decide(space, "industry_label", [LABEL])
    seen.append(version())
    take(space, connections(tmp_path, ROW, "Bob,Hill,,,Acme,,"))
    seen.append(version())
    undo_import(space, 2)
    seen.append(version())
    assert seen == sorted(set(seen))
    take(space, connections(tmp_path, ROW, "Cleo,New,,,Acme,,"), keep=False)
    with pytest.raises(UserError):
        undo_import(space, 99)
    assert version() == seen[-1]


def test_threads_decide_import_and_ask_at_once(space: Workspace, tmp_path: Path) -> None:
    """Without the write lock two of three rebuilds at a time fail with a catalog conflict."""
    together = threading.Barrier(5)

    def label(number: int) -> None:
        together.wait()
        for industry in ("HLT", "FIN", "EDU"):
            decide(space, "industry_label", [LABEL | {"scope_key": f"company {number}", "industry": industry}])

    def load(number: int) -> None:
        together.wait()
        take(space, connections(tmp_path, ROW, f"Guest,Number{number},,,Acme,,", name=f"{number}.csv"))

    def read(_: int) -> None:
        together.wait()
        for _ in range(20):
            assert rows(space, ASK)[0][0] >= 1

    with ThreadPoolExecutor(5) as pool:
        for done in [
            pool.submit(label, 1),
            pool.submit(label, 2),
            pool.submit(load, 3),
            pool.submit(load, 4),
            pool.submit(read, 5),
        ]:
            done.result(timeout=480)
    assert rows(space, "select scope_key, industry from model.label order by all") == [
        ("company 1", "EDU"),
        ("company 2", "EDU"),
    ]
    assert rows(space, ASK) == [(3,)]
    assert rows(space, "select count(*) from records.import") == [(3,)]


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot be used") as refused:
        rows(Workspace(tmp_path / "file" / "workspace"), "select 1")
    assert "--workspace" in refused.value.hint
