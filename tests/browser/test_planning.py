"""Making time in a real browser: a promise, its file, and the file come back without counting as an interaction."""

from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from dashboard import questions, warehouse

pytestmark = pytest.mark.browser


def asked(space: warehouse.Workspace, name: str) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name)


def test_from_the_promise_to_the_file_and_back(
    dashboard, visitor, tmp_path: Path, sample_workspace: warehouse.Workspace
) -> None:
    page, kept = visitor.page, asked(sample_workspace, "hours_kept")
    address = dashboard(sample_workspace.folder)
    page.goto(f"{address}/plan")
    page.get_by_role("heading", name="90 minutes are free for you").wait_for()

    page.locator(".st-key-promise_days").get_by_role("button", name="Mon").click()
    visitor.settled()
    assert asked(sample_workspace, "time_plan")["days"][0] == "MO,TU,TH"
    visitor.click("undo_decision")
    assert asked(sample_workspace, "time_plan")["days"][0] == "TU,TH"

    with page.expect_download() as download:
        page.locator(".st-key-save_ics button").click()
    file = tmp_path / "networking.ics"
    download.value.save_as(file)
    visitor.settled()
    page.get_by_role("heading", name="90 minutes are kept for you").wait_for()
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    slots = asked(sample_workspace, "week_plan")
    assert {event["DTSTART"].dt.replace(tzinfo=None) for event in events} == set(slots["starts_at"])
    assert {event["DTSTART"].params["TZID"] for event in events} == {"Europe/Berlin"}

    page.goto(f"{address}/imports")
    visitor.drop("uploads_0", [file])
    visitor.click("import")
    history = asked(sample_workspace, "import_history").iloc[0]
    assert history["file"] == "networking.ics"
    page.goto(f"{address}/plan")
    page.get_by_role("heading", name="90 minutes are kept for you").wait_for()
    expect(page.locator(".st-key-figure_kept")).to_contain_text("Networking minutes a week")
    again = asked(sample_workspace, "week_plan")
    assert list(again["is_free_next"]) == [True] * len(slots), "our own slot is no busy time"
    assert list(asked(sample_workspace, "hours_kept")["kept_minutes"]) == pytest.approx(list(kept["kept_minutes"]))
    assert visitor.strangers == [], "nothing leaves this machine"
