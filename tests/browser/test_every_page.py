"""Every page of the sample world in a real browser: it fits, reads well in both themes, and stays on this machine."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.looking import NARROW, WIDE, findings, fit, look, settle
from playwright.sync_api import Page
from serving import opened_port, running

from dashboard import questions, warehouse

Place = Callable[[str], str]  # name of a page -> its address
pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "dashboard/app_pages").glob("[a-z]*.py")))
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (WIDE, NARROW)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, finished_sample: warehouse.Workspace) -> Iterator[Place]:
    """Where each page of a dashboard on the sample world is."""
    folder = tmp_path_factory.mktemp("every-page") / "mine"
    shutil.copytree(finished_sample.folder, folder)
    with warehouse.Workspace(folder).reading() as con:
        someone = questions.ask(con, "contacts")["contact_id"][0]
    places = {"overview": "", "person": f"person?who={someone}"}
    command = [sys.executable, "-m", "dashboard", "--workspace", str(folder), "--no-browser"]
    with running(command, {**os.environ, "PYTHONPATH": str(ROOT)}, ROOT) as process:
        address = f"http://127.0.0.1:{opened_port(process)}"
        yield lambda name: f"{address}/{places.get(name, name)}"


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_and_reads_in_both_themes(served: Place, window: Page, heard: list[str], name: str) -> None:
    window.goto(served(name))
    settle(window)
    wrong: list[str] = []
    for scheme, width in VIEWS:
        look(window, scheme, width)
        found = fit(window)
        if found != {"sideways": [0, 0], "cut": []}:
            wrong.append(f"{scheme}, {width} px: {found}")
        wrong += [f"{scheme}, {width} px: {finding}" for finding in findings(window)]
    assert wrong == []
    assert heard == []


def test_what_is_wrong_is_noticed(served: Place, window: Page, heard: list[str]) -> None:
    window.goto(served("plan"))
    settle(window)
    look(window, "light", NARROW)
    window.evaluate("""() => {
      document.querySelector("h1").insertAdjacentHTML("afterend",
        "<p style='color:#aaa;background:#fff;width:600px'>faint and wide</p>"
        + "<h2 style='width:60px;white-space:nowrap'>Unbreakable</h2>"
        + "<img src='http://stranger.example/p.png'>");
      console.error("something broke");
    }""")
    found = fit(window, seconds=1)
    assert max(found["sideways"]) > 0
    assert found["cut"] == ["Unbreakable"]
    assert {finding.split(":")[0] for finding in findings(window, seconds=0)} >= {"color-contrast", "image-alt"}
    assert {line.split()[0] for line in heard} >= {"something", "asks"}


def test_the_first_page_has_an_address_of_its_own_too(served: Place, window: Page, heard: list[str]) -> None:
    window.goto(f"{served('gaps').rsplit('/', 1)[0]}/overview")
    settle(window)
    assert window.get_by_role("dialog").count() == 0, "Streamlit says of an address it does not know: page not found"
    assert heard == []


REACHED = """() => {
  const at = document.activeElement;
  const keyed = at && at.closest("[class*=st-key-]");
  const key = keyed ? [...keyed.classList].find(name => name.startsWith("st-key-")) : "";
  return `${key} ${at ? at.tagName : ""} ${at ? at.innerText || at.getAttribute("aria-label") || "" : ""}`;
}"""


def test_keyboard_reaches_everything_that_matters(served: Place, window: Page) -> None:
    window.goto(served("gaps"))
    settle(window)
    look(window, "light", WIDE)
    window.locator(".st-key-ask_about button").wait_for()
    reached: list[str] = []
    while len(reached) < 120 and not any("st-key-ask_about BUTTON" in one for one in reached):
        window.keyboard.press("Tab")
        reached.append(window.evaluate(REACHED))
    for place, words in (("menu A", "Concentration"), ("by", ""), ("window", ""), ("ask_about BUTTON", "Ask about")):
        assert any(f"st-key-{place}" in one and words in one for one in reached), f"{place} is not among {reached}"
    assert window.locator(":focus-visible").count() == 1, "where one is shows"
    while not window.evaluate(REACHED).endswith("Concentration"):
        window.keyboard.press("Shift+Tab")
    window.keyboard.press("Enter")
    window.wait_for_url("**/concentration*")
