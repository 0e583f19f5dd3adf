from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from apptest import APP, Opened
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard import warehouse
from dashboard.widgets import trying


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit reads the metadata of every installed package at each AppTest: a third of the time of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_tried_at_once() -> Iterator[None]:
    """Else each test of Concentration tries a dozen assumptions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trying, "AT_ONCE", 0)
        yield


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page of the dashboard on a workspace, as a copied address does; without a name the one it starts with."""

    def run(space: warehouse.Workspace | Path, name: str = "", **address: str) -> AppTest:
        folder = space.folder if isinstance(space, warehouse.Workspace) else space
        monkeypatch.setenv("HORIZONS_HOME", str(folder))
        app = AppTest.from_file(str(APP), default_timeout=240)
        for key, value in address.items():
            app.query_params[key] = value
        return (app.switch_page(f"app_pages/{name}.py") if name else app).run()

    return run
