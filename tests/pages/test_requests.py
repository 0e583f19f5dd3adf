"""The Requests page: what is due, the board, and how asks end."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse
from dashboard.intros import requests as life

Begin = Callable[..., str]
TODAY = date.today()


@pytest.fixture
def begin(sample_workspace: warehouse.Workspace) -> Begin:
    """Ask one of the suggested people; ``days`` says how long ago each step was."""
    people = asked(sample_workspace, "intro_targets").drop_duplicates("introducer_id").to_dict("records")

    def run(place: int, **days: int) -> str:
        begun = life.begun(people[place] | {"target_name": None}, TODAY - timedelta(days=max(days.values())))
        warehouse.decide(sample_workspace, "intro_request", [begun])
        steps: list[dict[str, Any]] = [
            {"request_key": begun["request_key"], "state": state, "happened_on": TODAY - timedelta(days=ago)}
            for state, ago in days.items()
        ]
        warehouse.decide(sample_workspace, "intro_request_event", steps)
        return str(begun["request_key"])

    return run


def state(space: warehouse.Workspace, key: str) -> str:
    frame = asked(space, "intro_requests").set_index("request_key")
    return str(frame.at[key, "state"])


def test_without_asks_the_page_leads_to_suggestions(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    assert app.title[0].value == "No asks yet"
    app.button(key="no_requests_go").click().run()
    assert app.title[0].value == "Three asks for this week, 30 minutes"


def test_what_is_due_stands_first_with_its_verbs(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    late, today, quiet = begin(0, sent=14), begin(1, sent=10), begin(2, sent=3)
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    assert said(app).startswith("Two follow-ups are due")
    assert "4 days late" in said(app) and "due today" in said(app)
    assert [button.key for button in app.button if button.proto.type == "primary"] == [f"nudge_{late}"]
    app.button(key=f"agreed_{today}").click().run()
    app.button(key=f"resting_{late}").click().run()
    assert_sound(app)
    assert [state(sample_workspace, key) for key in (late, today, quiet)] == ["resting", "agreed", "sent"]
    assert said(app).startswith("No follow-ups are due")
    app.button(key="undo_decision").click().run()
    assert state(sample_workspace, late) == "sent"


def test_a_card_is_moved_by_its_menu(opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin) -> None:
    key = begin(0, sent=3)
    app = opened(sample_workspace, "requests")
    for word, expected in (
        ("Introduced", "introduced"), ("Met", "met"), ("Back to Agreed", "agreed"), ("Declined", "declined"),
        ("Back to Met", "met"), ("Kept", "kept"),
    ):
        app.menu_button(key=f"move_{key}").click(word).run()
        assert_sound(app)
        assert state(sample_workspace, key) == expected
    assert "Ended asks: 1" in [expander.label for expander in app.expander]
    app.menu_button(key=f"move_{key}").click("Remove").run()
    assert asked(sample_workspace, "intro_requests").empty


def test_a_nudge_is_written_once_then_it_rests(
    opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin
) -> None:
    key = begin(0, sent=12)
    app = opened(sample_workspace, "requests")
    app.button(key=f"nudge_{key}").click().run()
    assert "small reminder" in app.text_area[0].value
    app.button(key="i_sent_it").click().run()
    assert_sound(app)
    assert not app.text_area
    row = asked(sample_workspace, "intro_requests", today=TODAY + timedelta(days=10)).iloc[0]
    assert (row["state"], row["follow_up"], row["is_due"]) == ("sent", "rest", True)


def test_a_draft_is_written_from_the_board(opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin) -> None:
    key = begin(0, drafted=1)
    app = opened(sample_workspace, "requests")
    app.menu_button(key=f"move_{key}").click("Write it").run()
    assert_sound(app)
    assert app.text_area
    app.button(key="i_sent_it").click().run()
    assert state(sample_workspace, key) == "sent"
    assert len(asked(sample_workspace, "intro_requests")) == 1, "the same request, not a second one"


def test_brokers_are_told(opened: Opened, sample_workspace: warehouse.Workspace, begin: Begin) -> None:
    begin(0, sent=20, introduced=2)
    app = opened(sample_workspace, "requests")
    name = asked(sample_workspace, "intro_requests")["introducer"][0]
    assert f"Your one introduction came through {name}" in said(app)
    assert "One of one answered ask got a yes" in said(app)


def test_somebody_who_is_gone_is_still_told(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    begun = life.begun({"introducer_key": "url:in/nobody", "target_industry": "HLT", "target_name": None}, TODAY)
    warehouse.decide(sample_workspace, "intro_request", [begun])
    for key in ("sent", "introduced"):
        warehouse.decide(
            sample_workspace, "intro_request_event",
            [{"request_key": begun["request_key"], "state": key, "happened_on": TODAY - timedelta(days=20)}],
        )
    app = opened(sample_workspace, "requests")
    assert_sound(app)
    assert "Somebody no longer in your files" in said(app)
    assert "None" not in said(app) and "nan" not in said(app)
