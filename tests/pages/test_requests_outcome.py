"""What comes of asks on the Requests page: answers that files show, days, touches, favours, who came through whom."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse
from dashboard.intros import requests as life
from dashboard.intros.example import history

TODAY = date.today()
Begin = Callable[..., str]


@pytest.fixture
def begin(sample_workspace: warehouse.Workspace) -> Begin:
    """Ask one of the suggested people, for somebody if ``name`` says so; ``days`` says how long ago each step was."""
    people = asked(sample_workspace, "intro_targets").drop_duplicates("introducer_id").to_dict("records")

    def run(place: int, name: str | None = None, **days: int) -> str:
        begun = life.begun(people[place] | {"target_name": name}, TODAY - timedelta(days=max(days.values())))
        warehouse.decide(sample_workspace, "intro_request", [begun])
        steps: list[dict[str, Any]] = [
            {"request_key": begun["request_key"], "state": state, "happened_on": TODAY - timedelta(days=ago)}
            for state, ago in days.items()
        ]
        warehouse.decide(sample_workspace, "intro_request_event", steps)
        return str(begun["request_key"])

    return run


@pytest.fixture
def answered(sample_workspace: warehouse.Workspace, begin: Begin) -> tuple[str, Any]:
    """An ask for somebody who was met for the first time a week after it: its key, and a row of who was met."""
    met = asked(sample_workspace, "new_acquaintances", within_days=36_500)
    person = met[met["full_name"].str.istitle() & met["company"].notna()].iloc[0]
    return begin(0, name=person["full_name"], sent=(TODAY - person["first_on"].date()).days + 7), person


def standing(space: warehouse.Workspace, key: str) -> Any:
    return asked(space, "intro_requests").set_index("request_key").loc[key]


def test_what_an_import_shows_is_asked_about_and_moved_by_a_yes(
    opened: Opened, sample_workspace: warehouse.Workspace, answered: tuple[str, Any]
) -> None:
    key, person = answered
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    assert "An ask seems to be answered" in said(app)
    assert f"introduce you to {person['full_name']}?" in said(app)
    assert f"of {person['company']} on" in said(app) and "7 days after you asked" in said(app)
    app.button(key=f"yes_{key}_{person['contact_id']}").click().run()
    assert_sound(app)
    row = standing(sample_workspace, key)
    assert row["state"] in ("introduced", "met") and row["since_on"].date() == person["first_on"].date()
    app.button(key="undo_decision").click().run()
    assert standing(sample_workspace, key)["state"] == "sent"
    app.button(key=f"no_{key}_{person['contact_id']}").click().run()
    assert_sound(app)
    assert "seems to be answered" not in said(app)
    assert standing(sample_workspace, key)["state"] == "sent"


def test_the_overview_asks_it_first(
    opened: Opened, sample_workspace: warehouse.Workspace, answered: tuple[str, Any]
) -> None:
    app = opened(sample_workspace, "overview")
    assert_sound(app)
    assert f"introduce you to {answered[1]['full_name']}?" in said(app)
    app.button(key="next_requests").click().run()
    assert "An ask seems to be answered" in said(app)


def test_thanks_and_the_report_are_due_with_a_draft(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    agreed, met = begin(0, sent=9, agreed=2), begin(1, sent=9, met=2)
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    assert "thank them" in said(app) and "say how it went" in said(app)
    app.button(key=f"write_thanks_{agreed}").click().run()
    assert_sound(app)
    assert app.text_area, "the drawer holds the draft"
    app = opened(sample_workspace, "requests")
    app.button(key=f"thanked_{agreed}").click().run()
    app.button(key=f"reported_{met}").click().run()
    assert_sound(app)
    assert said(app).startswith("No follow-ups are due")
    assert standing(sample_workspace, met)["follow_up"] == "touch"


def test_after_a_meeting_three_touches_stand_on_the_card(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    key = begin(0, sent=20, introduced=15, met=10, reported=9)
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    days = [TODAY + timedelta(days=days - 10) for days in (7, 30, 90)]
    assert all(f"{day.day} {day:%b %Y}" in said(app) for day in days)
    assert "be in touch again · 3 days late" in said(app)
    app.button(key=f"touch_{key}").click().run()
    assert_sound(app)
    assert standing(sample_workspace, key)["touch_no"] == 2
    app.button(key="undo_decision").click().run()
    assert standing(sample_workspace, key)["touch_no"] == 1


def test_the_day_of_a_step_can_be_set_right(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    key = begin(0, sent=9, agreed=0)
    app = opened(sample_workspace, "requests")
    app.menu_button(key=f"move_{key}").click("Set the days right").run()
    assert_sound(app)
    app.date_input(key=f"day_{key}_agreed").set_value(TODAY - timedelta(days=30)).run()
    assert "A later step has an earlier day" in said(app)
    app.date_input(key=f"day_{key}_agreed").set_value(TODAY - timedelta(days=3)).run()
    app.button(key="keep_days").click().run()
    assert_sound(app)
    assert standing(sample_workspace, key)["since_on"].date() == TODAY - timedelta(days=3)
    app.button(key="undo_decision").click().run()
    assert standing(sample_workspace, key)["since_on"].date() == TODAY


def test_a_favour_given_settles_what_is_owed(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    key = begin(0, sent=9, introduced=2)
    name = standing(sample_workspace, key)["introducer"]
    app = opened(sample_workspace, "requests")
    assert f"Give {name} something back before the next ask" in said(app)
    app.menu_button(key=f"move_{key}").click("I helped them").run()
    app.text_input(key="favour_note").set_value("Introduced her to a landlord").run()
    app.button(key="keep_favour").click().run()
    assert_sound(app)
    assert "something back" not in said(app)
    assert standing(sample_workspace, key)["favours_given"] == 1


def test_the_example_shows_every_state(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    people = asked(sample_workspace, "intro_targets", per_industry=8).drop_duplicates("introducer_id").to_dict("records")
    met = asked(sample_workspace, "new_acquaintances", within_days=36_500).to_dict("records")
    for kind, lines in history(people, TODAY, met).items():
        warehouse.decide(sample_workspace, kind, lines)
    states = set(asked(sample_workspace, "intro_requests")["state"])
    assert states == {"drafted", "sent", "agreed", "introduced", "met", "kept", "declined", "no answer"}
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    text = said(app)
    assert "thank them" in text and "seems to be answered" in text and "something back before the next ask" in text
    assert "Five of seven answered asks got a yes" in text and "asked in the last twelve months" in text
    assert "Six people came to you through somebody else" in text
    assert "You came to know 57% of 14 by yourself" in text
    assert not re.search(r"\b(nan|None|NaT)\b", text)
