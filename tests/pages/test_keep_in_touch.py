"""The Keep in touch page."""

from datetime import date, datetime, timedelta
from pathlib import Path

from apptest import Opened, asked, assert_sound, said
from world import World

from dashboard import warehouse


def people(world: World) -> None:
    """Dana, an hour 40 days before today, every 30 days; Ben, half an hour this week."""
    today = date.today()
    for name in ("Dana", "Ben"):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
    world.file("sheet", imported_at=datetime.combine(today, datetime.min.time()))
    world.meeting(f"{today - timedelta(days=40)} 09:00", 60, "<in/dana>", kind="sheet", me=None)
    world.meeting(f"{today - timedelta(days=2)} 09:00", 30, "<in/ben>", kind="sheet", me=None)


def made(tmp_path: Path) -> warehouse.Workspace:
    world = World(tmp_path)
    people(world)
    world.decide("cadence", scope="contact", scope_key="url:in/dana", days="30")
    world.build()
    return world.workspace


def test_who_is_due_and_a_touch_lets_them_go(opened: Opened, tmp_path: Path) -> None:
    space = made(tmp_path)
    app = opened(space, "keep_in_touch")
    assert_sound(app)
    assert app.title[0].value == "One person is waiting to hear from you"
    assert "every month" in said(app)
    app.text_input(key="told_line").set_value("call with Dana Fox yesterday 20 min").run()
    assert_sound(app)
    yesterday = date.today() - timedelta(days=1)
    words = said(app)
    assert "**Call** with Dana Fox, Dana zyx on" in words
    assert "**20 minutes**" in words
    assert len(asked(space, "own_entries")) == 0, "nothing is saved before it was seen"
    app.button(key="told_save").click().run()
    assert_sound(app)
    assert app.title[0].value == "Nobody is waiting to hear from you"
    entry = asked(space, "own_entries").iloc[0]
    assert (entry["happened_on"].date(), entry["minutes"], entry["channel"]) == (yesterday, 20, "call")
    app.button(key="undo_decision").click().run()
    assert app.title[0].value == "One person is waiting to hear from you"


def test_an_entry_is_deleted(opened: Opened, tmp_path: Path) -> None:
    space = made(tmp_path)
    app = opened(space, "keep_in_touch")
    app.text_input(key="told_line").set_value("coffee with Ben").run()
    assert "30 minutes are our guess" in said(app)
    app.button(key="told_save").click().run()
    app.button(key="entry_delete_0").click().run()
    assert_sound(app)
    assert asked(space, "own_entries").empty


def test_a_name_nobody_has(opened: Opened, tmp_path: Path) -> None:
    app = opened(made(tmp_path), "keep_in_touch")
    app.text_input(key="told_line").set_value("coffee with Zebulon Qqq").run()
    assert_sound(app)
    assert "Nobody on file is called Zebulon Qqq" in said(app)
    assert not [button for button in app.button if button.key == "told_save"]


def test_a_group_has_a_cadence(opened: Opened, tmp_path: Path) -> None:
    space = made(tmp_path)
    app = opened(space, "keep_in_touch")
    app.selectbox(key="group").set_value("warm").run()
    app.selectbox(key="group_days").set_value(60).run()
    app.button(key="group_save").click().run()
    assert_sound(app)
    due = asked(space, "contacts_due", today=date.today(), within_days=63).set_index("full_name")
    assert due.loc["Ben Fox", "cadence_for"] == "warm ties"
    assert due.loc["Dana Fox", "cadence_for"] == "them"


def test_the_sample_has_something_to_say(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "keep_in_touch")
    assert_sound(app)
    assert app.title[0].value == "With whom do you want to stay in touch?"
    assert "No cadence yet" in said(app)
    assert app.button(key="nobody_due_go").label == "See your contacts"


def test_what_waits_this_week_leads_to_its_page(opened: Opened, tmp_path: Path) -> None:
    app = opened(made(tmp_path), "overview")
    assert_sound(app)
    waits = [button.label for button in app.button if str(button.key).startswith("waits_")]
    assert waits == ["1 person due to hear from you"], "no asks wait while nobody met has a known industry"
    app.button(key="waits_0").click().run()
    assert app.title[0].value == "One person is waiting to hear from you"
