import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import questions, warehouse
from dashboard.sample import write_sample


@pytest.fixture(scope="session", autouse=True)
def nobodys_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test, however it forgets to name a workspace, may reach the one of the person who runs it."""
    folder = tmp_path_factory.mktemp("nobodys-workspace")
    before = os.environ.get("HORIZONS_HOME")
    os.environ["HORIZONS_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["HORIZONS_HOME"]
    else:
        os.environ["HORIZONS_HOME"] = before


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample world as files: LinkedIn zip, calendar, contact and interaction spreadsheet."""
    return write_sample(tmp_path_factory.mktemp("sample-files"))


@pytest.fixture(scope="session")
def finished_sample(
    tmp_path_factory: pytest.TempPathFactory, sample_files: list[Path]
) -> warehouse.Workspace:
    """The sample world imported, every suggested link taken. Read only: ``sample_workspace`` gives a copy."""
    space = warehouse.Workspace(tmp_path_factory.mktemp("sample-workspace"))
    warehouse.import_files(
        space, [warehouse.SourceFile(path, path.name) for path in sample_files], time_zone="Europe/Berlin"
    )
    with space.reading() as con:
        links = questions.ask(con, "suggested_links")
    warehouse.decide(
        space,
        "person_link",
        [
            {"identity_key": mine, "other_key": other, "verdict": "same"}
            for mine, other in zip(links["listed_key"], links["addressed_key"], strict=True)
        ],
    )
    return space


@pytest.fixture
def sample_workspace(tmp_path: Path, finished_sample: warehouse.Workspace) -> warehouse.Workspace:
    """A copy of the finished sample world, to be changed at will."""
    folder = tmp_path / "sample-workspace"
    shutil.copytree(finished_sample.folder, folder)
    return warehouse.Workspace(folder)
