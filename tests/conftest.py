import os
from collections.abc import Iterator
from pathlib import Path

import pytest


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
