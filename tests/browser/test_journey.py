"""The main job in a real browser: from the first start to the downloaded list of intro targets."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from dashboard import questions, warehouse
from dashboard.intros import week_asks

pytestmark = pytest.mark.browser
MOST_CLICKS = 12


def asked(folder: Path, name: str, **params: questions.Parameter) -> questions.Frame:
    with warehouse.Workspace(folder).reading() as con:
        return questions.ask(con, name, params)


def test_from_first_start_to_the_list(dashboard, visitor, tmp_path: Path, sample_files: list[Path]) -> None:
    page = visitor.page
    page.goto(dashboard(tmp_path / "mine"))
    page.get_by_role("heading", name="See how much of your networking time").wait_for()

    visitor.click("door_own")
    visitor.drop("uploads_0", sample_files)
    page.get_by_role("heading", name="rows read, every one accounted for").wait_for()
    page.get_by_role("heading", name="Is this you?").wait_for()
    assert asked(tmp_path / "mine", "import_history").empty, "the preview stores nothing"

    visitor.click("import")
    page.get_by_role("heading", name="rows are in").wait_for()
    visitor.click("link_all")
    page.get_by_text(re.compile(r"\d+ people linked")).first.wait_for()
    assert asked(tmp_path / "mine", "suggested_links").empty

    visitor.click("see")
    spread = asked(tmp_path / "mine", "network_summary")["effective_industries_corrected"][0]
    page.get_by_role("heading", name=f"Your time works like {spread:.1f} industries").wait_for()
    visitor.clicks += 1
    page.locator('.st-key-figure_shares path[aria-label*="Industry: Finance"]').last.click()
    page.get_by_role("heading", name="people in Finance").wait_for()

    visitor.clicks += 1
    page.get_by_role("link", name="Suggestions").click()
    best = asked(tmp_path / "mine", "intro_targets").iloc[0]
    page.get_by_role("heading", name="Three asks for this week").wait_for()
    page.get_by_role("heading", name=f"Ask {best['introducer']}").wait_for()
    visitor.click("write_0")
    drawer = page.get_by_role("dialog")
    note = drawer.get_by_label("in private")
    expect(note).to_have_value(re.compile(re.escape(best["introducer"].split()[0])))
    visitor.clicks += 1
    note.fill("Hi, my own words: would you introduce me?")
    page.keyboard.press("Tab")
    visitor.settled()
    link = drawer.get_by_role("link", name="Open in mail").get_attribute("href")
    assert link.startswith("mailto:")
    assert "my%20own%20words" in link
    visitor.clicks += 1
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    visitor.settled()

    visitor.clicks += 1
    with page.expect_download() as download:
        page.locator(".st-key-export_csv button").click()
    download.value.save_as(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = asked(tmp_path / "mine", "intro_targets", **week_asks.WIDE)
    assert [row["Ask"] for row in rows] == list(expected["introducer"])
    assert [row["About"] for row in rows] == list(expected["target_label"])
    assert visitor.clicks <= MOST_CLICKS
    assert visitor.strangers == [], "nothing leaves this machine"


def test_hostile_names_do_nothing(dashboard, visitor, tmp_path: Path) -> None:
    names = ['=HYPERLINK("http://x")', "<img src=x onerror=alert(1)>", "'; DROP TABLE x"]
    sheet = tmp_path / "people.csv"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Name", "Company", "Email", "Industry"])
        writer.writerows([name, "Charité", f"h{n}@example.org", "Hospitals"] for n, name in enumerate(names))
        writer.writerows([f"Plain Person {n}", "Kestrel", f"p{n}@example.org", "Software"] for n in range(200))
    folder = tmp_path / "mine"
    warehouse.import_files(warehouse.Workspace(folder), [warehouse.SourceFile(sheet, sheet.name)])
    for name, setting in (("home_industry", "SFT"), ("asks_per_industry", "3")):
        warehouse.decide(warehouse.Workspace(folder), "assumption", [{"name": name, "setting": setting}])
    opened: list[str] = []
    visitor.page.on("dialog", lambda dialog: opened.append(dialog.message))
    address = dashboard(folder)
    for place in ("", "concentration", "gaps", "suggestions", "requests", "plan", "imports", "contacts", "workspace"):
        visitor.page.goto(f"{address}/{place}")
        visitor.page.get_by_role("heading", level=1).wait_for()
        visitor.settled()
        assert visitor.page.locator("[data-testid=stMain] img[src=x]").count() == 0
    visitor.page.goto(f"{address}/suggestions")
    visitor.page.locator(".st-key-write_0 button").wait_for()
    # An invisible word joiner keeps an address from becoming a link.
    shown = {heading.replace("\u2060", "") for heading in visitor.page.get_by_role("heading").all_inner_texts()}
    assert {f"Ask {name}" for name in names} <= shown
    assert opened == []
    assert visitor.strangers == []


def test_only_this_machine_can_reach_it(dashboard, tmp_path: Path) -> None:
    """The port is bound to the loopback address and to no other."""
    port = int(dashboard(tmp_path / "mine").rsplit(":", 1)[1])
    tables = [table for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")) if table.exists()]
    listening = [line.split() for table in tables for line in table.read_text().splitlines()[1:]]
    bound = {
        columns[1].split(":")[0]
        for columns in listening
        if columns[3] == "0A" and int(columns[1].split(":")[1], 16) == port
    }
    if not listening:
        pytest.skip("this system has no /proc/net to look into")
    assert bound == {"0100007F"}
