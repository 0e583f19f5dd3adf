"""Killed in the middle of an import: the workspace opens with nothing or all of it."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from killing import LABEL, STEPS, die_at
from workspaces import connections, difference, file, model, renumbered, rows, take, written

from dashboard.errors import UserError
from dashboard.sample import write_sample
from dashboard.warehouse import Workspace, data_version, decide, lease, undo_import

BOB = "Bob,Hill,https://www.linkedin.com/in/bob,,Acme,Boss,05 Mar 2024"
ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
PROGRAM = """
import sys
from pathlib import Path
from dashboard.warehouse import SourceFile, Workspace, import_files, data_version
space = Workspace(Path(sys.argv[1]))
with space.reading() as con:
    data_version(con)
print("begins", flush=True)
import_files(space, [SourceFile(Path(path), Path(path).name) for path in sys.argv[2:]])
print("ends", flush=True)
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_sample(tmp_path_factory.mktemp("crash"), contacts=100, messages=500, events=100)


def importing(space: Workspace, files: list[Path]) -> subprocess.Popen[str]:
    """Another process, at the moment when its import begins."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(space.folder), *map(str, files)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "begins\n"
    return process


def killed_after(seconds: float, space: Workspace, before: Path, files: list[Path]) -> bool:
    """Import into a copy of ``before`` and kill that; whether there was something to kill."""
    shutil.rmtree(space.folder, ignore_errors=True)
    shutil.copytree(before, space.folder)
    process = importing(space, files)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    return process.returncode == -9


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one import, whose folder each test copies."""
    space = Workspace(tmp_path_factory.mktemp("before") / "workspace")
    take(space, connections(space.folder.parent, ADA), own_keys=[])
    return space.folder


def test_killed_at_any_moment_it_is_nothing_or_everything(tmp_path: Path, before: Path, files: list[Path]) -> None:
    """Three kills here, thirty on a large import in benchmarks/kills.py."""
    old, new = Workspace(before), Workspace(tmp_path / "new")
    shutil.copytree(before, new.folder)
    started = time.monotonic()
    whole = importing(new, files)
    assert whole.communicate(timeout=480)[0] == "ends\n"
    duration = time.monotonic() - started
    recorded, derived, complete = written(old), model(old), renumbered(new)
    dice = random.Random(7)  # noqa: S311
    for part in range(3):
        space, wait = Workspace(tmp_path / f"killed {part}"), duration * (part + dice.random()) / 3
        while not killed_after(wait, space, before, files):
            wait /= 2  # it was quicker than the first one, and had ended
        if len(rows(space, "from records.import")) > 1:
            assert not difference(complete, renumbered(space))
        else:
            assert not difference(recorded, written(space))
            assert not difference(derived, model(space))
    assert len(take(space, *files).files) > len(files)  # and the workspace still works


@pytest.mark.parametrize("action", ["import", "undo", "decide"])
def test_killed_at_a_named_step_it_is_the_old_or_the_new_state(
    tmp_path: Path, before: Path, action: str
) -> None:
    """All of the old state at every step before the commit, all of the new one after it: every table is compared."""
    files = [connections(tmp_path, BOB), file(tmp_path, "meetings.csv", "Date,Person,Minutes", "2024-03-04,Ada Fox,30")]
    old, new = Workspace(before), Workspace(tmp_path / "new")
    shutil.copytree(before, new.folder)
    if action == "import":
        take(new, *files, own_keys=[])
    elif action == "undo":
        undo_import(new, 1)
    else:
        decide(new, "industry_label", [LABEL])
    recorded, derived = written(old), model(old)
    for step in STEPS[action != "import" :]:
        killed = Workspace(tmp_path / step)
        shutil.copytree(before, killed.folder)
        assert die_at(step, action, killed.folder, files) == -9, step
        if step == "after commit":
            assert not difference(renumbered(new), renumbered(killed))
            assert data_version_of(killed) == data_version_of(new)
        else:
            assert not difference(recorded, written(killed)), step
            assert not difference(derived, model(killed)), step


def data_version_of(space: Workspace) -> int:
    with space.reading() as con:
        return data_version(con)


def test_killed_while_it_was_made_it_is_made_again(tmp_path: Path) -> None:
    for wait in (0.0, 0.05, 0.1, 0.2):
        space = Workspace(tmp_path / f"after {wait}")
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(space.folder)], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not any(space.folder.glob("workspace.*")) and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(wait)
        process.kill()
        process.wait()
        take(space, connections(tmp_path, ADA))
        assert rows(space, "select full_name from model.contact") == [("Ada Fox",)]


def test_what_a_killed_making_left_is_cleared_away(tmp_path: Path) -> None:
    """Once it is old: a younger one may be another process at work."""
    space = Workspace(tmp_path / "workspace")
    space.folder.mkdir()
    for age, name in ((3600, "workspace.making-1.duckdb"), (3600, "mine.making-1.duckdb"), (0, "workspace.making-2.duckdb")):
        (space.folder / name).write_bytes(b"half")
        os.utime(space.folder / name, (time.time() - age,) * 2)
    lease._clear_away(space.file)
    assert {path.name for path in space.folder.iterdir()} == {"mine.making-1.duckdb", "workspace.making-2.duckdb"}


def test_a_short_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "workspace")
    space.folder.mkdir()
    space.file.write_bytes(b"my shopping list, not a database")
    with pytest.raises(UserError):
        take(space, connections(tmp_path, ADA))
    assert space.file.read_bytes() == b"my shopping list, not a database"
