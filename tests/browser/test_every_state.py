"""Every page in the states that a workspace can be in, on a phone in the dark: nothing wider than the page, nothing axe finds.

The sample, where most stands on a page, is looked at in both themes and widths: test_every_page.py.
"""

import os
import sys
from pathlib import Path

import pytest
import states
from browser.looking import NARROW, findings, fit, look, settle
from playwright.sync_api import Page
from serving import opened_port, running

from dashboard import questions, warehouse

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "dashboard/app_pages").glob("[a-z]*.py")))
STATES = tuple(name for name in states.BUILDERS if name != "undone")  # as the empty one


def places(folder: Path) -> dict[str, str]:
    """The address of each page below that of the dashboard."""
    with warehouse.Workspace(folder).reading() as con:
        people = questions.ask(con, "contacts")["contact_id"]
    return (
        {name: name for name in PAGES}
        | {"overview": ""}
        | ({"person": f"person?who={people.iloc[-1]}"} if len(people) else {})
    )


@pytest.mark.parametrize("state", STATES)
def test_pages_fit_and_read(window: Page, heard: list[str], tmp_path: Path, state: str) -> None:
    folder = states.build(state, tmp_path)
    command = [sys.executable, "-m", "dashboard", "--workspace", str(folder), "--no-browser"]
    wrong = []
    with running(command, {**os.environ, "PYTHONPATH": str(ROOT)}, ROOT) as process:
        address = f"http://127.0.0.1:{opened_port(process)}"
        for name, place in places(folder).items():
            window.goto(f"{address}/{place}")
            settle(window)
            look(window, "dark", NARROW)
            found = fit(window)
            if found != {"sideways": [0, 0], "cut": []}:
                wrong.append(f"{name}: {found}")
            wrong += [f"{name}: {finding}" for finding in findings(window)]
        window.goto("about:blank")  # a page whose server is gone would ask for it
    assert wrong == []
    assert heard == []
