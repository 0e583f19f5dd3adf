import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, settings

from dashboard import warehouse
from dashboard.sample import write_sample
from dashboard.settings import DUCKDB, queries_folder
from dashboard.warehouse import lease, migrate, rebuild

pytest.register_assert_rewrite("world")     # before anything imports it
# The same examples every time and no clock: what fails here fails for everybody. `pytest --hypothesis-profile=search` seeks others.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
# Planning a hundred statements takes the time of a small workspace; more threads only wait for each other. Dashboards that
# tests start are processes of their own, with as many threads as anybody's.
DUCKDB["threads"] = 1
lease.LEASE_SECONDS = 60.0  # a test that looks into a workspace waits for a dashboard on a busy machine


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


_EMPTY: list[bytes] = []
_make = lease._make


def _made_from_a_copy(file: Path) -> None:
    """An empty workspace as the program makes it, but derived once, not for every test; a test with another program's SQL
    has it made by that."""
    if rebuild.queries_folder() != queries_folder():
        _make(file)
    elif not _EMPTY:
        _make(file)
        _EMPTY.append(file.read_bytes())
    else:
        file.write_bytes(_EMPTY[0])
        with duckdb.connect(str(file)) as con:
            migrate._start_version(con)


lease._make = _made_from_a_copy


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
    warehouse.link_all(space)
    return space


@pytest.fixture
def sample_workspace(tmp_path: Path, finished_sample: warehouse.Workspace) -> warehouse.Workspace:
    """A copy of the finished sample world, to be changed at will."""
    folder = tmp_path / "sample-workspace"
    shutil.copytree(finished_sample.folder, folder)
    return warehouse.Workspace(folder)
