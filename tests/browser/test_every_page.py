"""Every page of the sample world in a real browser: it fits, reads well in both themes, and stays on this machine."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import A_MOMENT, PATIENCE
from playwright.sync_api import Browser, ConsoleMessage, Page
from serving import opened_port, running

from dashboard import questions, warehouse

Place = Callable[[str], str]  # name of a page -> its address
pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(path.stem for path in (ROOT / "dashboard/app_pages").glob("[a-z]*.py")))
WIDE, NARROW = 1280, 390
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (WIDE, NARROW)]
# How far the page can be moved sideways, and the headings that do not fit their place.
FIT = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const cut = heading => heading.scrollWidth > heading.clientWidth + 1
    || heading.getBoundingClientRect().right > innerWidth;
  return {
    sideways: [document.documentElement, main].map(part => part.scrollWidth - part.clientWidth),
    cut: [...main.querySelectorAll("h1, h2, h3")].filter(cut).map(heading => heading.innerText),
  };
}"""
BACKGROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 19, 26)"}

# What axe finds in Streamlit's own parts, where we choose neither words nor markup: (rule, part of the element) -> why.
FRAMEWORK = {
    ("color-contrast", '[data-selected="true"]'): (
        "One primary colour paints white words on buttons and the chosen option of a switch on dark: no value gives "
        "4.5 to both. The choice is also shown by fill and border."
    ),
    ("color-contrast", "stSliderThumbValue"): (
        "The same primary colour writes the value above the knob of a slider; its aria-valuetext says it too."
    ),
    ("svg-img-alt", "metric_chart"): (
        "The small line of a metric takes no words from us; number and change stand above it, the figures have it whole."
    ),
    ("presentation-role-conflict", "stFileUploaderDropzone"): (
        "The drop zone is a presentation with a tabindex; the button inside it does the work."
    ),
}


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


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all pages; what it hears is kept in ``heard``."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Berlin", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@pytest.fixture
def heard(window: Page) -> Iterator[list[str]]:
    """Errors in the console, and requests to anywhere else, while a test runs."""
    said: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # Streamlit first looks for its server below the page's own path, and asks again at the root.
        is_probe = "404" in message.text and "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not is_probe:
            said.append(f"{message.text} {message.location.get('url', '')}")

    def on_request(request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            said.append(f"asks {url}")

    def on_error(error: object) -> None:
        said.append(str(error))

    listeners = {"console": on_console, "request": on_request, "pageerror": on_error}
    for event, listener in listeners.items():
        window.on(event, listener)
    yield said
    for event, listener in listeners.items():
        window.remove_listener(event, listener)


def settle(window: Page) -> None:
    window.get_by_role("heading", level=1).first.wait_for()
    window.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    window.evaluate(A_MOMENT)
    window.evaluate(A_MOMENT)


def look(window: Page, scheme: str, width: int) -> None:
    """The same page in another theme and width: it follows at once, without being opened anew."""
    window.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    window.set_viewport_size({"width": width, "height": 1000})
    window.wait_for_function(f"{BACKGROUND} === '{PAPER[scheme]}'")


def fit(window: Page, seconds: float = 30) -> dict[str, list[object]]:
    """How the page fits; a chart needs a moment to take a new width, on a busy machine a long one."""
    ends = time.monotonic() + seconds
    while True:
        found: dict[str, list[object]] = window.evaluate(FIT)
        if found == {"sideways": [0, 0], "cut": []} or time.monotonic() > ends:
            return found
        window.evaluate(A_MOMENT)


WITHIN = "selector => document.querySelector(selector)?.parentElement?.closest('[data-testid^=stSlider]')?.dataset.testid"


def findings(window: Page, seconds: float = 20) -> list[str]:
    """What axe finds that is not the framework's own, and still finds in a moment: what takes a new width or theme is drawn
    anew, its buttons last."""
    ends = time.monotonic() + seconds
    while (found := _findings(window)) and time.monotonic() < ends:
        window.evaluate(A_MOMENT)
    return found


def _findings(window: Page) -> list[str]:
    return [
        told
        for violation in Axe().run(window).response["violations"]
        for node in violation["nodes"]
        for told in [f"{violation['id']}: {node['html'][:160]} {node['target']}"]
        for place in [f"{node['html']} {node['target']} {window.evaluate(WITHIN, str(node['target'][-1]))}"]
        if not any(rule == violation["id"] and part in place for rule, part in FRAMEWORK)
    ]


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
