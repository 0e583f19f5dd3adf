"""Asking for an introduction in a real browser: suggestion, draft, sent, agreed, met, and back again."""

import email
import json
import re
from datetime import date, timedelta
from email.policy import default
from pathlib import Path

import icalendar
import pytest
from browser.test_every_page import VIEWS, findings, fit, look
from playwright.sync_api import expect

from dashboard import questions, warehouse
from dashboard.intros import requests as life
from dashboard.intros import week_asks
from dashboard.intros.example import history
from dashboard.intros.portfolio import Limits, portfolio

pytestmark = pytest.mark.browser


def asked(space: warehouse.Workspace, name: str, **params: questions.Parameter) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name, params)


def of_this_week(space: warehouse.Workspace) -> list[dict[str, object]]:
    """The asks that the cards should show."""
    chosen = portfolio(asked(space, "intro_targets", **week_asks.WIDE), Limits())
    return [{str(name): value for name, value in row.items()} for row in chosen.to_dict("records")]


def moved(visitor, key: str, word: str) -> None:
    """Choose from the menu of a card on the board."""
    visitor.click(f"move_{key}")
    visitor.page.get_by_role("menuitem", name=word, exact=True).click()
    visitor.settled()


FOCUSED = "document.activeElement.innerText.trim()"


def moved_by_keyboard(visitor, key: str, word: str) -> None:
    """The same without a mouse: open the menu, go down to the word, take it."""
    page = visitor.page
    page.locator(f".st-key-move_{key} button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('[role=menu]')")
    for _ in range(page.get_by_role("menuitem").count()):
        before = page.evaluate(FOCUSED)
        page.keyboard.press("ArrowDown")
        page.wait_for_function(f"before => {FOCUSED} !== before", arg=before)
        if page.evaluate(FOCUSED) == word:
            page.keyboard.press("Enter")
            visitor.settled()
            return
    raise AssertionError(f"{word} is not on the menu")


def pinned_and_swapped(visitor, space: warehouse.Workspace) -> dict[str, object]:
    """Keep the second ask, swap the one after it; the ask kept, which now stands first."""
    page = visitor.page
    first, second, _ = (row["introducer"] for row in of_this_week(space))
    visitor.click("pin_1")
    page.locator(".st-key-ask_0").get_by_role("heading", name=second).wait_for()
    visitor.click("swap_1")
    best, *others = of_this_week(space)
    assert best["introducer"] == second
    assert first not in {row["introducer"] for row in others}
    page.locator(".st-key-ask_1").get_by_role("heading", name=others[0]["introducer"]).wait_for()
    return best


def file_is_the_list(visitor, space: warehouse.Workspace, asked_already: object) -> None:
    """Filter the list, save it, and hold the file against what the question says."""
    page = visitor.page
    page.get_by_role("link", name="Suggestions").click()
    page.get_by_role("heading", name="Two more asks for this week").wait_for(timeout=60_000)
    page.locator(".st-key-certainty").get_by_text("likely", exact=True).click()
    page.get_by_text(re.compile(r"^\d+ of \d+ asks, best first$")).wait_for()
    visitor.settled()
    with page.expect_download() as download:
        page.locator(".st-key-export_json button").click()
    listed = json.loads(download.value.path().read_text(encoding="utf-8"))
    frame = asked(space, "intro_targets", **week_asks.WIDE)
    likely = frame[frame["certainty"] == "likely"]
    assert [(row["Ask"], row["About"]) for row in listed] == list(
        likely[["introducer", "target_label"]].itertuples(index=False, name=None)
    )
    assert asked_already not in {row["Ask"] for row in listed}, "asked, so resting"


def test_from_suggestion_to_the_board_and_back(
    dashboard, visitor, tmp_path: Path, sample_workspace: warehouse.Workspace
) -> None:
    page = visitor.page
    page.goto(f"{dashboard(sample_workspace.folder)}/suggestions")
    page.get_by_role("heading", name="Three asks for this week").wait_for()

    best = pinned_and_swapped(visitor, sample_workspace)
    visitor.click("write_0")
    note = page.get_by_role("dialog").get_by_label("in private")
    note.wait_for()
    page.locator(".st-key-draft_language").get_by_role("combobox").click()
    page.get_by_role("option", name="German (Sie)").click()
    expect(note.first).to_have_value(re.compile("^Guten Tag "))  # the old one goes a moment later
    visitor.settled()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as .eml").click()
    download.value.save_as(tmp_path / "ask.eml")
    message = email.message_from_bytes((tmp_path / "ask.eml").read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert message.get_content().startswith(f"Guten Tag {best['introducer']},")

    visitor.click("i_sent_it")
    page.get_by_role("heading", name="Two more asks for this week").wait_for()
    page.get_by_role("link", name="Requests").click()
    page.get_by_role("heading", name="No follow-ups are due").wait_for()
    key = asked(sample_workspace, "intro_requests")["request_key"][0]
    page.locator(f".st-key-lane_sent .st-key-card_{key}").get_by_text(best["introducer"]).wait_for()

    moved(visitor, key, "Agreed")
    page.locator(f".st-key-lane_agreed .st-key-card_{key}").wait_for()
    visitor.click("undo_decision")
    page.locator(f".st-key-lane_sent .st-key-card_{key}").wait_for()

    moved_by_keyboard(visitor, key, "Met")
    page.locator(f".st-key-lane_met .st-key-card_{key}").wait_for()
    touches = page.locator(f".st-key-touches_{key} [data-testid=stMarkdownContainer]").all_inner_texts()
    days = [date.today() + timedelta(days=days) for days in (7, 30, 90)]
    assert [text.split("unchecked")[-1].strip() for text in touches[1:]] == [f"{day.day} {day:%b %Y}" for day in days]
    assert list(asked(sample_workspace, "intro_requests")["state"]) == ["met"]

    file_is_the_list(visitor, sample_workspace, best["introducer"])
    assert visitor.strangers == [], "nothing leaves this machine"


# The words on the board that do not fit on one line: broken in two.
BROKEN_WORDS = """() => {
  const broken = [], walker = document.createTreeWalker(document.querySelector(".st-key-board"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (const found of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
    const range = document.createRange();
    range.setStart(walker.currentNode, found.index);
    range.setEnd(walker.currentNode, found.index + found[0].length);
    if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(found[0]);
  }
  return broken;
}"""


def test_a_filled_board_and_the_drawer_fit_and_read(
    dashboard, visitor, sample_workspace: warehouse.Workspace
) -> None:
    """The board has its own sideways scroll on a phone; the page has none. Both themes, as on every page."""
    people = asked(sample_workspace, "intro_targets").drop_duplicates("introducer_id").to_dict("records")
    met = asked(sample_workspace, "new_acquaintances").to_dict("records")
    for kind, lines in history(people, date.today(), met).items():
        warehouse.decide(sample_workspace, kind, lines)
    longest = dict(people[0], target_industry="MFG", target_name=None)
    begun = life.begun(longest, date.today())
    warehouse.decide(sample_workspace, "intro_request", [begun])
    warehouse.decide(sample_workspace, "intro_request_event", life.moved(begun["request_key"], (), "drafted", date.today()))
    page, address = visitor.page, dashboard(sample_workspace.folder)
    page.goto(f"{address}/requests")
    page.get_by_role("heading", name="follow-ups are due").wait_for()
    wrong = []
    for scheme, width in VIEWS:
        look(page, scheme, width)
        found = fit(page)
        wrong += [] if found == {"sideways": [0, 0], "cut": []} else [f"{scheme}, {width}: {found}"]
        wrong += [f"{scheme}, {width}: {finding}" for finding in findings(page)]
        wrong += [f"{scheme}, {width}: {word} is broken" for word in page.evaluate(BROKEN_WORDS)]
    with page.expect_download() as download:
        page.locator(".st-key-save_follow_ups button").last.click()
    days = {event["DTSTART"].dt for event in icalendar.Calendar.from_ical(download.value.path().read_bytes()).events}
    assert min(days) == date.today()
    page.locator("[class*=st-key-nudge] button").first.click()
    page.get_by_role("dialog").get_by_label("in private").wait_for()
    visitor.settled()
    wrong += [f"drawer: {finding}" for finding in findings(page)]
    visitor.click("edit_template")
    page.locator(".st-key-template_preview").wait_for()
    found = fit(page)
    wrong += [] if found == {"sideways": [0, 0], "cut": []} else [f"editor: {found}"]
    wrong += [f"editor: {finding}" for finding in findings(page)]
    assert wrong == []


def test_a_mark_of_the_matrix_opens_the_drawer_once(
    dashboard, visitor, sample_workspace: warehouse.Workspace
) -> None:
    page = visitor.page
    page.goto(f"{dashboard(sample_workspace.folder)}/suggestions")
    page.locator(".st-key-doors path[aria-label*='likely']").first.click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_label("in private").wait_for()
    visitor.click("keep_ask")
    drawer.get_by_role("button", name="Let go").wait_for()
    visitor.settled()
    held = asked(sample_workspace, "intro_targets", **week_asks.WIDE)
    (name,) = held.loc[held["choice"] == "pinned", "introducer"]
    page.keyboard.press("Escape")
    visitor.settled()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".st-key-ask_0").get_by_role("heading", name=name).wait_for()
    visitor.click("swap_1")
    assert page.get_by_role("dialog").count() == 0, "the choice stays, the drawer does not come back"


def test_what_is_typed_in_two_boxes_at_once_is_kept(
    dashboard, visitor, tmp_path: Path, sample_workspace: warehouse.Workspace
) -> None:
    """The first edit is stored while the second is being typed: neither is lost, and Escape still shuts the drawer."""
    page = visitor.page
    page.goto(f"{dashboard(sample_workspace.folder)}/suggestions")
    visitor.click("write_0")
    drawer = page.get_by_role("dialog")
    note, blurb = (drawer.get_by_role("textbox", name=name) for name in ("in private", "To be forwarded"))
    for box in (note, blurb):
        expect(box).not_to_have_value("")
    note.fill("My own note.")
    blurb.press("End")
    for letter in "Words in the second box":
        page.keyboard.type(letter, delay=40)
    page.keyboard.press("Tab")
    visitor.settled()
    drawer.get_by_text("Your own words, kept on").wait_for()
    kept = json.loads(asked(sample_workspace, "draft_texts").iloc[0]["draft_text"])
    assert kept["ask"] == "My own note."
    assert "Words in the second box" in kept["blurb"]
    assert (note.input_value(), blurb.input_value()) == (kept["ask"], kept["blurb"])
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
