"""Keep in touch on a person's page: how often, when due, a touch noted down, put off."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said
from world import World, contact_id

from dashboard import warehouse
from dashboard.widgets.in_touch import UNSAID

DANA = contact_id("url:in/dana")


@pytest.fixture
def space(tmp_path: Path) -> warehouse.Workspace:
    """Dana, met 40 days ago; nothing said of anybody."""
    world = World(tmp_path)
    today = date.today()
    world.person("Dana Fox", company="Zyx", url="dana")
    world.file("sheet", imported_at=datetime.combine(today, datetime.min.time()))
    world.meeting(f"{today - timedelta(days=40)} 09:00", 60, "<in/dana>", kind="sheet", me=None)
    return world.build().workspace


def test_how_often_let_go_and_back(opened: Opened, space: warehouse.Workspace) -> None:
    app = opened(space, "person", who=DANA)
    assert_sound(app)
    assert "No cadence: nothing reminds you" in said(app)
    assert app.selectbox(key="often").value == UNSAID
    app.selectbox(key="often").set_value(30).run()
    assert_sound(app)
    assert "10 days late" in said(app)
    assert "Dana Fox: every month." in said(app)
    app.selectbox(key="often").set_value(0).run()
    assert "Let go: never due" in said(app)
    app.button(key="undo_decision").click().run()
    assert app.selectbox(key="often").value == 30, "the field shows what holds again"
    app.selectbox(key="often").set_value(UNSAID).run()
    assert_sound(app)
    assert "No cadence: nothing reminds you" in said(app)
    assert asked(space, "contacts_due", today=date.today(), within_days=9999).empty


def test_as_for_others_is_said(opened: Opened, space: warehouse.Workspace) -> None:
    warehouse.decide(space, "cadence", [{"scope": "strength", "scope_key": "warm", "days": "60"}])
    app = opened(space, "person", who=DANA)
    assert_sound(app)
    assert app.selectbox(key="often").value == UNSAID
    assert "every two months, as warm ties" in said(app)


def test_a_touch_is_noted_down(opened: Opened, space: warehouse.Workspace) -> None:
    warehouse.decide(space, "cadence", [{"scope": "contact", "scope_key": "url:in/dana", "days": "30"}])
    app = opened(space, "person", who=DANA)
    app.session_state["log_person"] = True
    app.run()
    app.number_input(key="log_minutes_person").set_value(20)
    app.selectbox(key="log_channel_person").set_value("call")
    app.text_input(key="log_note_person").set_value("the *fair*")
    app.button(key="log_save_person").click().run()
    assert_sound(app)
    entry = asked(space, "own_entries").iloc[0]
    assert (entry["full_name"], entry["minutes"], entry["channel"], entry["note"]) == ("Dana Fox", 20, "call", "the *fair*")
    assert "Due on" in said(app)


def test_what_is_put_off_says_so_and_comes_back(opened: Opened, space: warehouse.Workspace) -> None:
    warehouse.decide(space, "cadence", [{"scope": "contact", "scope_key": "url:in/dana", "days": "30"}])
    until = date.today() + timedelta(days=7)
    warehouse.decide(space, "touch_snooze", [{"identity_key": "url:in/dana", "until_on": until}])
    app = opened(space, "person", who=DANA)
    assert f"Put off until {until.day} {until:%b %Y}" in said(app)
    app.button(key="put_on").click().run()
    assert_sound(app)
    assert "10 days late" in said(app)


def test_who_is_private_has_no_card(opened: Opened, space: warehouse.Workspace) -> None:
    warehouse.decide(space, "contact_setting", [{"identity_key": "url:in/dana", "setting": "private", "is_on": True}])
    app = opened(space, "person", who=DANA)
    assert_sound(app)
    assert not [box for box in app.selectbox if box.key == "often"]
