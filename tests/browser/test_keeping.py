"""Keeping the data in a real browser: back up, delete, the two doors again, restore, the same headline."""

import zipfile
from pathlib import Path

import pytest
from apptest import asked
from playwright.sync_api import expect

from dashboard import warehouse

pytestmark = pytest.mark.browser


def test_back_up_delete_restore(dashboard, visitor, tmp_path: Path, sample_workspace: warehouse.Workspace) -> None:
    page, space = visitor.page, sample_workspace
    contacts = len(asked(space, "contacts"))
    address = dashboard(space.folder)
    page.goto(address)
    headline = page.get_by_role("heading", level=1).inner_text()
    assert "networking time is inside" in headline

    page.goto(f"{address}/workspace")
    page.get_by_role("tab", name="Your data").click()
    visitor.settled()
    with page.expect_download() as backup:
        page.locator(".st-key-back_up button").click()
    backup.value.save_as(tmp_path / "backup.duckdb")
    with page.expect_download() as everything:
        page.locator(".st-key-export_everything button").first.click()
    everything.value.save_as(tmp_path / "everything.zip")
    assert "README.txt" in zipfile.ZipFile(tmp_path / "everything.zip").namelist()

    page.get_by_label('Type "delete" to delete it').fill("no")
    visitor.click("delete_all")
    page.locator(".st-key-danger").get_by_text("Nothing was deleted").wait_for()
    assert len(asked(space, "contacts")) == contacts
    expect(page.get_by_role("tab", name="Your data")).to_have_attribute("aria-selected", "true")
    page.reload()
    page.get_by_label('Type "delete" to delete it').fill("delete")
    visitor.click("delete_all")
    page.get_by_role("heading", name="See how much of your networking time").wait_for()
    assert asked(space, "contacts").empty
    page.reload()
    page.get_by_role("heading", name="See how much of your networking time").wait_for()

    page.get_by_role("link", name="Restore a backup instead").click()
    visitor.settled()
    (tmp_path / "half.duckdb").write_bytes((tmp_path / "backup.duckdb").read_bytes()[:1_000_000])
    visitor.drop("backup_0", [tmp_path / "half.duckdb"])
    page.get_by_text("or is damaged").first.wait_for()
    visitor.drop("backup_0", [tmp_path / "backup.duckdb"])
    page.get_by_text(f"{contacts} contacts").first.wait_for()
    visitor.click("restore")
    page.get_by_text("The backup is restored").wait_for()
    page.get_by_role("link", name="Overview").click()
    page.get_by_role("heading", name=headline).wait_for()
    assert visitor.strangers == [], "nothing leaves this machine"


def test_an_assumption_and_an_address_of_ones_own(dashboard, visitor, sample_workspace: warehouse.Workspace) -> None:
    page, space = visitor.page, sample_workspace
    page.goto(f"{dashboard(space.folder)}/workspace")
    visitor.settled()
    number = page.locator(".st-key-assume_minutes_call input")
    number.fill("20")
    number.press("Enter")
    page.get_by_role("button", name="Back to 15 minutes").wait_for()
    assert asked(space, "assumptions").set_index("name").at["minutes_call", "setting"] == "20"
    visitor.click("undo_decision")
    expect(number).to_have_value("15")

    page.get_by_role("tab", name="You", exact=True).click()
    page.get_by_label("Another e-mail address").fill("me@elsewhere.example")
    visitor.click("add_own")
    page.get_by_text("you said so, in no file yet").wait_for()
    assert "mail:me@elsewhere.example" in list(asked(space, "own_identities")["identity_key"])
