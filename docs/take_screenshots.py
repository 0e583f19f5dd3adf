"""Take the pictures of every page: ``make screenshots`` (or ``python docs/take_screenshots.py [--all FOLDER] [PAGE ...]``).

Needs what `make test` installs. The docs show the sample world, wide and light. ``--all`` takes every page, or those
named, light and dark, 1280 and 390 pixels wide, empty and with the sample, into another folder.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from serving import opened_port, running  # noqa: E402

from dashboard import questions, warehouse  # noqa: E402
from dashboard.intros.example import history  # noqa: E402

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PLACES = {
    "overview": "",
    "concentration": "concentration",
    "gaps": "gaps",
    "what_if": "what_if",
    "suggestions": "suggestions",
    "requests": "requests",
    "plan": "plan",
    "keep_in_touch": "keep_in_touch",
    "import": "imports",
    "review": "review",
    "contacts": "contacts",
    "person": "person?who={person}",
    "workspace": "workspace",
}
DESKTOP, PHONE = (1280, 900), (390, 844)
TALLEST = 2400


def sample_workspace(folder: Path) -> str:
    """Open the sample as its door does, in the folder's own sample; the id of the contact most time is spent with."""
    space = warehouse.Workspace(folder / "sample")
    warehouse.fill_with_sample(space, "Europe/Berlin")
    with space.reading() as con:
        asks = questions.ask(con, "intro_targets", {"per_industry": 8}).drop_duplicates("introducer_id")
        targets = json.loads(asks.to_json(orient="records", date_format="iso"))
        met = json.loads(questions.ask(con, "new_acquaintances", {"within_days": 90}).to_json(orient="records", date_format="iso"))
        person: str = questions.ask(con, "contacts")["contact_id"][0]
    for kind, lines in history(targets, date.today(), met).items():
        warehouse.decide(space, kind, lines)
    return person


def settled(page: Page) -> None:
    """Wait until nothing moves any more."""
    page.get_by_role("heading", level=1).wait_for(timeout=60_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(1200)


def take(
    browser: Browser, address: str, places: dict[str, str], shot: Path, size: tuple[int, int], scheme: str
) -> None:
    """Every page once, as tall as its content; ``shot`` has a * where the page's name goes."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    for name, place in places.items():
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{address}/{place}")
        settled(page)
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": size[0], "height": max(size[1], min(tall, TALLEST))})
        settled(page)
        page.screenshot(path=str(shot).replace("*", name))
    if "suggestions" in places and "empty" not in shot.name:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{address}/{places['suggestions']}")
        settled(page)
        page.locator(".st-key-write_0 button").click()
        page.get_by_role("dialog").wait_for()
        settled(page)
        page.screenshot(path=str(shot).replace("*", "draft"))
    context.close()


def take_all(browser: Browser, address: str, places: dict[str, str], folder: Path, state: str) -> None:
    """Light and dark, wide and narrow."""
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for label, size in (("desktop", DESKTOP), ("phone", PHONE)):
            take(browser, address, places, folder / f"*-{state}-{label}-{scheme}.png", size, scheme)


@contextmanager
def dashboard(folder: Path) -> Iterator[str]:
    """The address of a dashboard on that workspace."""
    command = [sys.executable, "-m", "dashboard", "--workspace", str(folder), "--no-browser"]
    with running(command, {**os.environ, "PYTHONPATH": str(ROOT)}, ROOT) as process:
        yield f"http://127.0.0.1:{opened_port(process)}"


def main() -> None:
    """Start the dashboard on a fresh sample workspace and take the pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", type=Path, help="folder for every page, light and dark, wide and narrow")
    parser.add_argument("pages", nargs="*", help="only these pages")
    chosen = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        person = sample_workspace(Path(folder))
        places = {
            name: place.format(person=person) for name, place in PLACES.items() if name in (chosen.pages or PLACES)
        }
        in_sample = {name: f"{place}{'&' if '?' in place else '?'}data=sample" for name, place in places.items()}
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        with dashboard(Path(folder)) as address:
            if chosen.all:
                take_all(browser, address, in_sample, chosen.all, "sample")
            else:
                target = ROOT / "docs" / "screenshots"
                target.mkdir(exist_ok=True)
                take(browser, address, in_sample, target / "*.png", DESKTOP, "light")
        if chosen.all:
            with dashboard(Path(folder) / "empty") as address:
                take_all(browser, address, {"welcome": ""} | places, chosen.all, "empty")
        browser.close()


if __name__ == "__main__":
    main()
