"""Killed in the middle of an import: the workspace opens with nothing or all of it."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workspaces import connections, difference, model, rows, take, written

from dashboard.sample import write_sample
from dashboard.warehouse import Workspace, undo_import

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


def test_killed_at_any_moment_it_is_nothing_or_everything(tmp_path: Path, files: list[Path]) -> None:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, ADA))
    before, derived = written(space), model(space)

    started = time.monotonic()
    whole = importing(space, files)
    assert whole.communicate(timeout=120)[0] == "ends\n"
    duration = time.monotonic() - started
    complete = {name: len(held) for name, held in model(space).items()}
    for (import_id,) in rows(space, "select import_id from records.import where import_id > 1 order by all"):
        undo_import(space, import_id)
    assert rows(space, "select count(*) from records.import") == [(1,)]

    # Who the user is was decided meanwhile, which an undo leaves: that apart, each round starts from the same.
    before = {name: held for name, held in before.items() if name.startswith("records.")}
    dice, killed = random.Random(7), 0  # noqa: S311
    for part in range(8):
        process = importing(space, files)
        time.sleep(duration * (part + dice.random()) / 8)
        process.kill()
        process.communicate()
        killed += process.returncode == -9
        now = {name: held for name, held in written(space).items() if name.startswith("records.")}
        if len(now["records.import"]) > 1:
            assert len(now["records.import"]) == 1 + len(files)
            assert {name: len(held) for name, held in model(space).items()} == complete
            for (import_id,) in rows(space, "select import_id from records.import where import_id > 1 order by all"):
                undo_import(space, import_id)
            now = {name: held for name, held in written(space).items() if name.startswith("records.")}
        assert not difference(before, now)
        assert model(space)["model.contact"] == derived["model.contact"]
    assert killed >= 4

    assert len(take(space, *files).files) > len(files)  # and the workspace still works
    assert {name: len(held) for name, held in model(space).items()} == complete


def test_killed_while_it_was_made_it_is_made_again(tmp_path: Path, files: list[Path]) -> None:
    space = Workspace(tmp_path / "workspace")
    for wait in (0.0, 0.05, 0.1, 0.2):
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(space.folder)], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not space.file.exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(wait)
        process.kill()
        process.wait()
        take(space, connections(tmp_path, ADA))
        assert rows(space, "select full_name from model.contact") == [("Ada Fox",)]
        for path in space.folder.iterdir():
            path.unlink() if path.is_file() else path.rmdir()
