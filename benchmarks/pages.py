"""How fast the pages are: the second view on a large workspace, the first view after a start, a click in the browser.

    python -m benchmarks.pages views [--workspace FOLDER]
    python -m benchmarks.pages start [--pairs 5]
    python -m benchmarks.pages click

*views*: server time of the second view of every page with 50,000 contacts and 1,000,000 interactions, against a
Streamlit app that imports the same libraries and says one title. FOLDER keeps the workspace for the next time.
Bar: 300 ms. *start*: from starting the process to the heading in the browser, the sample's Overview against that same
app, in turns. Bar: 1.5 times. *click*: from a click to the filtered view in the browser, sample. Bar: 1 s.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks import big_export
from dashboard import questions, sample, warehouse
from dashboard.launch import SLOW_IMPORTS, STREAMLIT_FLAGS

APP = Path(__file__).parents[1] / "dashboard" / "app.py"
PAGES = [path.stem for path in sorted((APP.parent / "app_pages").glob("[a-z]*.py"))]
BASELINE = f"import {', '.join(SLOW_IMPORTS)}\nimport streamlit\nstreamlit.title('The same libraries')\n"
BAR_VIEW, BAR_START, BAR_CLICK = 0.3, 1.5, 1.0
RUNS = 7


def second_view(app: AppTest) -> tuple[float, float]:
    """Median seconds of the runs after the first, by the clock and of processor time; a broken page raises."""
    app.run()
    clock, processor = [], []
    for _ in range(RUNS):
        started, worked = time.perf_counter(), time.process_time()
        app.run()
        clock.append(time.perf_counter() - started)
        processor.append(time.process_time() - worked)
    assert not app.exception, app.exception
    return statistics.median(clock), statistics.median(processor)


def views(space: warehouse.Workspace) -> bool:
    """Print each page's server time; whether one misses the bar."""
    os.environ["HORIZONS_HOME"] = str(space.folder)
    with space.reading() as con:
        someone = str(questions.ask(con, "contacts")["contact_id"][0])
    line = "{:15}{:7.0f} ms   of processor time {:5.0f} ms   first {:6.0f} ms{}"
    clock, processor = second_view(AppTest.from_string(BASELINE, default_timeout=60))
    print(line.format("baseline", clock * 1000, processor * 1000, 0, ""), flush=True)
    is_missed = False
    for name in PAGES:
        app = AppTest.from_file(str(APP), default_timeout=120)
        if name == "person":
            app.query_params["who"] = someone
        started = time.perf_counter()
        app.switch_page(f"app_pages/{name}.py").run()
        first = time.perf_counter() - started
        clock, processor = second_view(app)
        is_missed |= clock > BAR_VIEW
        over = "  over" if clock > BAR_VIEW else ""
        print(line.format(name, clock * 1000, processor * 1000, first * 1000, over), flush=True)
    return is_missed


def small_workspace(folder: Path) -> warehouse.Workspace:
    """The sample world, imported."""
    space = warehouse.Workspace(folder)
    files = sample.write_sample(folder / "files")
    warehouse.import_files(space, [warehouse.SourceFile(path, path.name) for path in files], time_zone="Europe/Berlin")
    return space


@contextmanager
def started(command: list[str], **environment: str) -> Iterator[str]:
    """The address of a server that runs as long as the block; ``{port}`` in the command is a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    full = [part.format(port=port) for part in command]
    process = subprocess.Popen(
        full, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=APP.parents[1]
    )
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()  # nothing is written by a view
        process.wait()


def first_view(page: Page, command: list[str], **environment: str) -> float:
    """Seconds from starting the server to its page's heading in the browser."""
    begun = time.perf_counter()
    with started(command, **environment) as address:
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for(timeout=60_000)
        seconds = time.perf_counter() - begun
        page.goto("about:blank")
    return seconds


def start(page: Page, folder: Path, pairs: int) -> bool:
    """Print the paired ratios of first views; whether their median misses the bar."""
    small_workspace(folder / "sample-world")
    (folder / "baseline.py").write_text(BASELINE, encoding="utf-8")
    streamlit = [sys.executable, "-m", "streamlit", "run", str(folder / "baseline.py"), "--server.port={port}"]
    baseline = [*streamlit, *STREAMLIT_FLAGS]
    ours = [sys.executable, "-m", "dashboard", "--workspace", str(folder / "sample-world"), "--no-browser"]
    ours += ["--port", "{port}"]
    ratios = []
    for number in range(pairs + 1):
        pair = first_view(page, ours), first_view(page, baseline)
        if number:  # the first pair warms the disk
            ratios.append(pair[0] / pair[1])
            print(f"ours {pair[0]:5.2f} s   baseline {pair[1]:5.2f} s   {ratios[-1]:5.2f} times", flush=True)
    print(f"first view after a start: {statistics.median(ratios):.2f} times the same libraries alone", flush=True)
    return statistics.median(ratios) > BAR_START


def median_click(act: Callable[[int], None]) -> float:
    """Median seconds of five turns of ``act``, which clicks and waits for what must come."""
    seconds = []
    for turn in range(6):
        begun = time.perf_counter()
        act(turn)
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds[1:])


def click(page: Page, folder: Path) -> bool:
    """Print the time from each kind of click to its filtered view; whether one misses the bar."""
    small_workspace(folder / "sample-world")
    ours = [sys.executable, "-m", "dashboard", "--workspace", str(folder / "sample-world"), "--no-browser"]
    with started([*ours, "--port", "{port}"]) as address:

        def opened(name: str) -> None:
            page.goto(f"{address}/{name}")
            page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
            page.get_by_role("heading", level=1).wait_for(timeout=60_000)

        def bar(turn: int) -> None:
            label = ("Finance", "Legal")[turn % 2]
            page.locator(f'.st-key-figure_shares [aria-label*="Industry: {label}"]').last.click()
            page.get_by_role("heading", name=re.compile(f" in {label}")).first.wait_for()

        def weighting(turn: int) -> None:
            headline = page.get_by_role("heading", level=1)
            before = headline.inner_text()
            page.locator(".st-key-by").get_by_text(("People", "Minutes")[turn % 2], exact=True).click()
            expect(headline).not_to_have_text(before, timeout=10_000)

        opened("concentration")
        found = {"a bar, to the people behind it": median_click(bar), "weighting": median_click(weighting)}
    for what, seconds in found.items():
        print(f"{what:35}{seconds * 1000:6.0f} ms", flush=True)
    return max(found.values()) > BAR_CLICK


def main() -> int:
    """Measure what was asked for; 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("views", "start", "click"))
    parser.add_argument("--workspace", type=Path, help="folder that keeps the large workspace")
    parser.add_argument("--pairs", type=int, default=5)
    chosen = parser.parse_args()
    if chosen.what == "views":
        return int(views(big_workspace(chosen.workspace)))
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(60_000)
        is_missed = start(page, Path(folder), chosen.pairs) if chosen.what == "start" else click(page, Path(folder))
        browser.close()
    return int(is_missed)


def big_workspace(folder: Path | None) -> warehouse.Workspace:
    """The large workspace in that folder, made if there is none."""
    kept = warehouse.Workspace(folder.resolve() if folder else big_export.WORKSPACE)
    if not kept.file.exists():
        made = big_export.workspace()
        if made != kept:
            shutil.copytree(made.folder, kept.folder)
    return kept


if __name__ == "__main__":
    sys.exit(main())
