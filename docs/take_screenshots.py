"""Take the pictures of the main pages from the sample world: ``python docs/take_screenshots.py [--all FOLDER]``.

Needs what `make test` installs. ``--all`` also takes every page dark and on a phone, into another folder.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from serving import opened_port, running  # noqa: E402

from dashboard import questions, warehouse  # noqa: E402
from dashboard.sample import write_sample  # noqa: E402

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PLACES = {
    "overview": "",
    "concentration": "concentration",
    "gaps": "gaps",
    "suggestions": "suggestions",
    "import": "imports",
}
DESKTOP, PHONE = (1280, 900), (390, 844)
TALLEST = 2400


def sample_workspace(folder: Path) -> None:
    """The sample world, imported and linked."""
    files = write_sample(folder / "files")
    space = warehouse.Workspace(folder)
    warehouse.import_files(space, [warehouse.SourceFile(path, path.name) for path in files], time_zone="Europe/Berlin")
    with space.reading() as con:
        links = questions.ask(con, "suggested_links")
    warehouse.decide(
        space,
        "person_link",
        [
            {"identity_key": mine, "other_key": other, "verdict": "same"}
            for mine, other in zip(links["listed_key"], links["addressed_key"], strict=True)
        ],
    )


def settled(page: Page) -> None:
    """Wait until nothing moves any more."""
    page.get_by_role("heading", level=1).wait_for(timeout=60_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    page.wait_for_timeout(1200)


def take(browser: Browser, address: str, target: Path, size: tuple[int, int], scheme: str, suffix: str) -> None:
    """Every page once, as tall as its content; the draft drawer too."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    for name, place in PLACES.items():
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{address}/{place}")
        settled(page)
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": size[0], "height": max(size[1], min(tall, TALLEST))})
        settled(page)
        page.screenshot(path=target / f"{name}{suffix}.png")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}/suggestions")
    settled(page)
    page.locator(".st-key-write_0 button").click()
    page.get_by_role("dialog").wait_for()
    settled(page)
    page.screenshot(path=target / f"draft{suffix}.png")
    context.close()


def main() -> None:
    """Start the dashboard on a fresh sample workspace and take the pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", type=Path, help="folder for every page, light and dark, wide and narrow")
    chosen = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sample_workspace(Path(folder))
        command = [sys.executable, "-m", "dashboard", "--workspace", folder, "--no-browser"]
        with running(command, {**os.environ, "PYTHONPATH": str(ROOT)}, ROOT) as process:
            address = f"http://127.0.0.1:{opened_port(process)}"
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            if chosen.all:
                chosen.all.mkdir(parents=True, exist_ok=True)
                for scheme in ("light", "dark"):
                    for label, size in (("desktop", DESKTOP), ("phone", PHONE)):
                        take(browser, address, chosen.all, size, scheme, f"-{label}-{scheme}")
            else:
                target = ROOT / "docs" / "screenshots"
                target.mkdir(exist_ok=True)
                take(browser, address, target, DESKTOP, "light", "")
            browser.close()


if __name__ == "__main__":
    main()
