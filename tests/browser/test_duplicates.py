"""Who is in the contacts twice, in a real browser: merged with one click, taken back, told apart for good."""

from pathlib import Path

import pytest
from apptest import asked
from playwright.sync_api import expect

from dashboard import warehouse
from dashboard.warehouse import SourceFile

pytestmark = pytest.mark.browser
HEADER = "Name,Company,Email\n"
TWICE = HEADER + "Bob Hale,Zyxxo,bob@qqq.example\nRobert Hale,Zyxxo,robert.hale@qqq.example\nIda Mak,Wvvu,ida@wvvu.example\n"


def test_a_pair_is_merged_taken_back_and_told_apart_for_good(dashboard, visitor, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TWICE, "utf-8")
    space = warehouse.Workspace(tmp_path / "mine")
    warehouse.import_files(space, [SourceFile(tmp_path / "people.csv", "people.csv")])
    page, address = visitor.page, dashboard(space.folder)
    page.goto(f"{address}/review")
    pair, nobody = page.locator(".st-key-pair_0"), page.locator(".st-key-nobody_twice")
    expect(pair).to_contain_text("Bob is short for Robert")
    visitor.settled()

    visitor.click("merge_pair_0")
    nobody.wait_for()
    assert len(asked(space, "contacts")) == 2
    visitor.click("undo_decision")
    pair.wait_for()
    assert len(asked(space, "contacts")) == 3
    visitor.click("part_pair_0")
    nobody.wait_for()

    page.get_by_role("link", name="Import").click()
    page.get_by_role("heading", name="Drop your files as they came").wait_for()
    visitor.settled()
    newer = {"name": "people.csv", "mimeType": "text/csv", "buffer": f"{TWICE}Eve Lee,Wvvu,eve@wvvu.example\n".encode()}
    page.locator("input[type=file]").set_input_files(newer)
    visitor.settled()
    visitor.click("import")
    page.get_by_role("heading", name="every one accounted for").wait_for()
    assert len(asked(space, "contacts")) == 4
    page.get_by_role("link", name="Review").click()
    nobody.wait_for()
    assert visitor.strangers == []
