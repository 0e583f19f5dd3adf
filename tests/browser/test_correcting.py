"""Correcting an industry in a real browser: found by the search box, corrected, seen in the headline, taken back."""

import pytest
from playwright.sync_api import expect

from dashboard import questions, warehouse

pytestmark = pytest.mark.browser


def asked(space: warehouse.Workspace, name: str, **params: questions.Parameter) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name, params)


def headline(visitor) -> str:
    visitor.page.get_by_role("link", name="Overview").click()
    visitor.page.get_by_role("heading", level=1, name="of your networking time").wait_for()
    visitor.settled()
    return visitor.page.get_by_role("heading", level=1).inner_text()


def test_an_industry_is_corrected_and_taken_back(
    dashboard, visitor, sample_workspace: warehouse.Workspace
) -> None:
    page = visitor.page
    people = asked(sample_workspace, "contacts", industry="SFT")
    person = people[~people["is_colleague"] & people["company"].notna()].iloc[0]
    page.goto(dashboard(sample_workspace.folder))
    before = headline(visitor)

    box = page.get_by_role("searchbox", name="Find a person").or_(page.get_by_label("Find a person")).first
    box.press_sequentially(person["full_name"].upper()[:-1], delay=30)
    page.locator(".st-key-found_0 a").filter(has_text=person["full_name"]).wait_for()
    page.keyboard.press("Tab")
    while "found_0" not in page.evaluate("document.activeElement.closest('[class*=st-key-]').className"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=person["full_name"]).wait_for()
    visitor.settled()
    assert f"who={person['contact_id']}" in page.url
    expect(box).to_have_value("")

    page.locator(".st-key-correcting").evaluate("card => card.scrollIntoView()")  # its list opens below
    page.locator(".st-key-correct_industry input").click()
    page.get_by_role("option", name="Legal", exact=True).click()
    page.get_by_text(f"{person['company']}: Legal.").wait_for()
    visitor.settled()
    expect(page.locator(".st-key-marks")).to_contain_text("Legal Services")
    assert asked(sample_workspace, "contact_profile", who=person["contact_id"])["industry"][0] == "LAW"

    assert headline(visitor) != before
    visitor.click("undo_decision")
    page.get_by_role("heading", level=1, name=before).wait_for()
    assert headline(visitor) == before
    assert visitor.strangers == []
