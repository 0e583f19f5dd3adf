"""A spreadsheet with headers in a language we do not know: explained once, read the same way ever after."""

import re
from pathlib import Path

import pytest
from apptest import asked
from playwright.sync_api import expect

from dashboard import warehouse

pytestmark = pytest.mark.browser
HEADER = "Imię i nazwisko;Pracodawca;Stanowisko;Miasto\n"
FIRST = HEADER + "Ada Lis;Siemens AG;Inżynier;Kraków\nJan Wilk;Charité;Lekarz;Berlin\n;;;\nIda Mak;KfW;;Bonn\n"
SECOND = HEADER + "Ewa Sowa;Kirkland & Ellis;Radca;Gdańsk\n"


def choose(visitor, key: str, option: str) -> None:
    """Pick an option of the select box of that key."""
    visitor.page.locator(f".st-key-{key} [data-baseweb=select], .st-key-{key} [role=combobox]").first.click()
    visitor.page.get_by_role("option", name=option, exact=True).click()
    visitor.settled()


def drop(visitor, name: str, text: str) -> None:
    visitor.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    )
    visitor.settled()


def test_a_strange_spreadsheet(dashboard, visitor, tmp_path: Path) -> None:
    page, space = visitor.page, warehouse.Workspace(tmp_path / "mine")
    page.goto(f"{dashboard(space.folder)}/imports")
    page.get_by_role("heading", name="Drop your files as they came").wait_for()
    visitor.settled()

    drop(visitor, "kontakty.csv", FIRST)
    page.get_by_role("heading", name="This file cannot be read yet").wait_for()
    expect(page.get_by_text("Ada Lis · Jan Wilk · Ida Mak")).to_be_visible()
    choose(visitor, "lists_0", "People I know")
    expect(page.get_by_text("needs a column with names")).to_be_visible()
    choose(visitor, "means_0_0", "name")
    choose(visitor, "means_0_1", "company")
    choose(visitor, "means_0_2", "job title")
    page.get_by_role("heading", name=re.compile("rows read, every one accounted for")).wait_for()
    visitor.click("import")
    visitor.settled()
    page.get_by_role("heading", name="3 rows are in, every one accounted for").wait_for()
    history = asked(space, "import_history").iloc[0]
    assert history["rows_read"] == history["rows_new"] + history["rows_refused"]
    contacts = asked(space, "contacts")
    assert dict(zip(contacts["full_name"], contacts["company"], strict=True)) == {
        "Ada Lis": "Siemens AG", "Jan Wilk": "Charité", "Ida Mak": "KfW"
    }  # fmt: skip

    drop(visitor, "nowi.csv", SECOND)
    page.get_by_role("heading", name="1 row read, every one accounted for").wait_for()
    visitor.click("import")
    visitor.settled()
    page.get_by_role("heading", name="1 row is in, every one accounted for").wait_for()
    assert "Kirkland & Ellis" in set(asked(space, "contacts")["company"])
    assert visitor.strangers == []
