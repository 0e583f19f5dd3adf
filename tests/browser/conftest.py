import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright
from serving import opened_port, running

# Quiet flags: without them Chromium itself looks for its maker's servers, which would hide a request of ours.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
Dashboard = Callable[[Path], str]


def browser_program() -> str:
    """An installed Chromium or Chrome; `make test` has put one there."""
    found = next((path for program in PROGRAMS if (path := shutil.which(program))), None)
    if found is None and MAC.exists():
        found = str(MAC)
    assert found, "no Chromium or Chrome is installed: run `make test`, which says how to get one"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser_program(), args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def dashboard() -> Iterator[Dashboard]:
    """Start `horizons` on a workspace folder as a user would; gives its address."""
    root = Path(__file__).parents[2]
    with ExitStack() as started:

        def start(folder: Path) -> str:
            command = [sys.executable, "-m", "dashboard", "--workspace", str(folder), "--no-browser"]
            process = started.enter_context(running(command, {**os.environ, "PYTHONPATH": str(root)}, root))
            return f"http://127.0.0.1:{opened_port(process)}"

        yield start


class Visitor:
    """A person at the browser: clicks are counted, requests that leave this machine are kept."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self.strangers: list[str] = []
        page.on("request", self._noticed)

    def _noticed(self, request: Request) -> None:
        local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
        if not request.url.startswith(local):
            self.strangers.append(request.url)

    def settled(self) -> None:
        """Wait until the page has nothing more to do."""
        self.page.wait_for_timeout(250)
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=90_000)
        self.page.wait_for_timeout(150)

    def click(self, key: str) -> None:
        """Click the button of that key."""
        self.clicks += 1
        self.page.locator(f".st-key-{key} button").first.click(timeout=60_000)
        self.settled()

    def drop(self, key: str, files: list[Path]) -> None:
        """Drop files on an uploader."""
        self.clicks += 1
        self.page.locator(f".st-key-{key} input[type=file]").set_input_files([str(path) for path in files])
        self.settled()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 1000},
        accept_downloads=True,
        timezone_id="Europe/Berlin",
        locale="en-GB",
    )
    yield Visitor(context.new_page())
    context.close()
