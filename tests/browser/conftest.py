import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, WebSocket, expect, sync_playwright
from serving import opened_port, running
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

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
PATIENCE = 120_000  # ms; long for a busy machine: nothing is slower for it, for what is there is not waited for
# What a click began in the browser is done after a turn of its timers and a picture; the second timer is for what these began.
A_MOMENT = "() => new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 60))))"
expect.set_options(timeout=PATIENCE)


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
        self._runs = False  # whether the server is asked for a page that it has not finished
        page.set_default_timeout(PATIENCE)
        page.on("request", self._noticed)
        page.on("websocket", self._listen)

    def _noticed(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._runs = True
        local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
        if not request.url.startswith(local):
            self.strangers.append(request.url)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self._runs = True

    def _received(self, frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
        if message.WhichOneof("type") == "new_session":
            self._runs = True
        elif message.WhichOneof("type") == "script_finished":
            self._runs = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def settled(self) -> None:
        """Wait until the page has nothing more to do: the server has finished it, and the browser has drawn it."""
        ends = time.monotonic() + PATIENCE / 1000
        self.page.evaluate(A_MOMENT)
        while self._runs:
            assert time.monotonic() < ends, "the page does not come to rest"
            self.page.evaluate(A_MOMENT)
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        self.page.evaluate(A_MOMENT)

    def click(self, key: str) -> None:
        """Click the button of that key."""
        self.clicks += 1
        self.page.locator(f".st-key-{key} button").first.click()
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
