"""The Plan page: the promise, the slots, the agenda, the file, and what was kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse
from dashboard.intros import requests as life


def plan(space: warehouse.Workspace) -> dict[str, object]:
    return dict(asked(space, "time_plan").iloc[0])


def test_slots_are_proposed_from_the_calendar(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "plan")
    assert_sound(app)
    assert app.title[0].value == "90 minutes are free for you in the next seven days"
    assert "Nothing is booked until you save it." in said(app)
    for slot in asked(sample_workspace, "week_plan").itertuples():
        assert f"{slot.starts_at:%a} {slot.starts_at.day} {slot.starts_at:%b}, {slot.starts_at.hour}:" in said(app)
    primary = [button.key for button in [*app.button, *app.get("download_button")] if button.proto.type == "primary"]
    assert primary == ["save_ics"]


def test_each_change_of_the_promise_is_remembered_and_undone(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "plan")
    app.number_input(key="promise_minutes").set_value(120).run()
    app.get_by_key("promise_days").set_value(["MO", "WE", "FR"]).run()
    app.selectbox(key="promise_to").set_value("12:00").run()
    app.selectbox(key="promise_from").set_value("08:00").run()
    assert_sound(app)
    found = plan(sample_workspace)
    assert (found["minutes_per_week"], found["days"], found["earliest"], found["latest"]) == (
        120, "MO,WE,FR", "08:00", "12:00",
    )
    assert set(asked(sample_workspace, "week_plan")["weekday"]) == {"MO", "WE", "FR"}
    app.button(key="undo_decision").click().run()
    assert plan(sample_workspace)["earliest"] == "09:00"
    assert app.selectbox(key="promise_from").value == "09:00"


def test_the_last_day_cannot_be_taken_away(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "plan")
    app.get_by_key("promise_days").set_value([]).run()
    assert_sound(app)
    assert plan(sample_workspace)["days"] == "TU,TH"
    assert app.get_by_key("promise_days").value == ["TU", "TH"]


def test_length_and_zone_are_behind_more(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "plan")
    app.get_by_key("promise_length").set_value(30).run()
    app.selectbox(key="promise_zone").set_value("America/New_York").run()
    assert_sound(app)
    assert (plan(sample_workspace)["slot_minutes"], plan(sample_workspace)["time_zone"]) == (30, "America/New_York")
    assert len(asked(sample_workspace, "week_plan")) == 3


def test_no_room_is_told(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "plan")
    app.selectbox(key="promise_to").set_value("09:30").run()
    assert_sound(app)
    assert app.title[0].value == "No hour suits"
    assert not app.get("download_button")


def test_the_agenda_has_follow_ups_then_asks_and_leads_there(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    people = asked(sample_workspace, "intro_targets").drop_duplicates("introducer_id").to_dict("records")
    begun = life.begun(people[0], date.today() - timedelta(days=12))
    warehouse.decide(sample_workspace, "intro_request", [begun])
    warehouse.decide(
        sample_workspace, "intro_request_event",
        [{"request_key": begun["request_key"], "state": "sent", "happened_on": begun["created_on"]}],
    )
    app = opened(sample_workspace, "plan")
    words = said(app)
    assert words.index("Remind them about") < words.index("Ask about")
    assert people[0]["introducer"] in words
    app.button(key=f"entry_{asked(sample_workspace, 'week_plan')['slot_no'][0]}_1").click().run()
    assert_sound(app)
    assert app.text_area, "the drawer is open for that ask"


def test_saving_makes_the_slots_hold(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "plan")
    slots = list(asked(sample_workspace, "week_plan")["slot"])
    app.get("download_button")[0].click().run()
    assert_sound(app)
    assert app.title[0].value == "90 minutes are kept for you in the next seven days"
    saved = plan(sample_workspace)
    assert (saved["is_saved"], saved["sequence"]) == (True, 0)
    assert saved["uid"]
    assert list(asked(sample_workspace, "week_plan")["slot"]) == slots
    app.get("download_button")[0].click().run()
    assert plan(sample_workspace)["sequence"] == 0, "the same plan again"
    app.number_input(key="promise_minutes").set_value(45).run()
    assert (plan(sample_workspace)["is_saved"], plan(sample_workspace)["sequence"]) == (False, 1)
    assert plan(sample_workspace)["uid"] == saved["uid"]


def test_saved_slots_can_be_proposed_anew(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """A slot saved long ago is taken by now: other hours are found, and their file is newer than the saved one."""
    terms = plan(sample_workspace)["terms"]
    warehouse.decide(sample_workspace, "time_plan", [{"name": "saved", "setting": f"SU 1380 45;{terms}"}])
    app = opened(sample_workspace, "plan")
    assert list(asked(sample_workspace, "week_plan")["weekday"]) == ["SU"]
    app.button(key="propose_anew").click().run()
    assert_sound(app)
    assert set(asked(sample_workspace, "week_plan")["weekday"]) == {"TU", "TH"}
    assert (plan(sample_workspace)["is_saved"], plan(sample_workspace)["sequence"]) == (False, 2)
    assert "propose_anew" not in [button.key for button in app.button]
    app.button(key="undo_decision").click().run()
    assert list(asked(sample_workspace, "week_plan")["weekday"]) == ["SU"]


@pytest.mark.parametrize("kind", ["zip", "ics"])
def test_with_one_kind_of_file_only(opened: Opened, tmp_path: Path, sample_files: list[Path], kind: str) -> None:
    """Only contacts: no calendar to look into. Only a calendar: slots, and nobody to ask."""
    path = next(path for path in sample_files if path.suffix == f".{kind}")
    warehouse.import_files(warehouse.Workspace(tmp_path), [warehouse.SourceFile(path, path.name)])
    app = opened(tmp_path, "plan")
    assert_sound(app)
    assert ("No calendar is imported yet" in said(app)) == (kind == "zip")
    for word in ("nan", "None", "NaT"):
        assert word not in said(app)


def saved_long_ago(space: warehouse.Workspace) -> None:
    """A plan saved a month ago, before the newest calendar: on each of its days at midnight, when nobody meets."""
    with space.writing() as con:
        con.execute("delete from decisions.time_plan")
    terms = plan(space)["terms"]
    warehouse.decide(space, "time_plan", [{"name": "saved", "setting": f"TU 0 30,TH 0 30;{terms}"}])
    with space.writing() as con:
        con.execute("update decisions.time_plan set decided_at = decided_at - to_days(30)")
    warehouse.decide(space, "time_plan", [{"name": "uid", "setting": "3f9a"}])


def test_a_missed_slot_moves_with_one_click_and_back(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    saved_long_ago(sample_workspace)
    first = asked(sample_workspace, "missed_slots").iloc[0]
    app = opened(sample_workspace, "plan")
    assert_sound(app)
    assert f"{first['starts_at']:%A}'s 30 minutes were missed" in said(app)
    assert f"{first['free_at']:%A} {first['free_at'].hour}:{first['free_at']:%M} is free" in said(app)
    app.button(key="move_0").click().run()
    assert_sound(app)
    week = asked(sample_workspace, "week_plan")
    assert list(week["moved_from"].dropna()) == [first["starts_at"]]
    assert f"moved from {first['starts_at']:%A}" in said(app)
    assert first["slot"] not in list(asked(sample_workspace, "missed_slots")["slot"])
    app.get("download_button")[0].click().run()
    assert plan(sample_workspace)["is_saved"], "the weekly slots are what they were"
    app.button(key="undo_decision").click().run()
    assert first["slot"] in list(asked(sample_workspace, "missed_slots")["slot"])


def test_what_the_calendar_does_not_tell_yet_is_not_missed(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    saved_long_ago(sample_workspace)
    with sample_workspace.writing() as con:
        con.execute("update records.import set imported_at = imported_at - to_days(9)")
    warehouse.decide(sample_workspace, "own_identity", [{"identity_key": "mail:none@x.example", "is_own": True}])
    app = opened(sample_workspace, "plan")
    assert_sound(app)
    assert "not known yet: import your calendar" in said(app)
    assert "missed" not in said(app)
    app.button(key="missed_import").click().run()
    assert_sound(app)


def test_people_due_fill_the_agenda_and_a_label_that_tells_little_does_not(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    warehouse.decide(sample_workspace, "cadence", [{"scope": "strength", "scope_key": "warm", "days": "1"}])
    due = asked(sample_workspace, "contacts_due").iloc[0]
    app = opened(sample_workspace, "plan")
    assert_sound(app)
    assert f"{due['full_name']}** :gray[10 min]  \nBe in touch, last on" in said(app)
    assert "Say which industry that is" not in said(app)  # all but a fraction of a percent is known
    assert said(app).index("Ask about") < said(app).index("Be in touch")
    buttons = [button.key for button in app.button if str(button.key).startswith("entry_")]
    app.button(key=buttons[-1]).click().run()
    assert_sound(app)
