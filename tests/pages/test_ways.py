"""Where a window holds no known industry: the clicks that would show one."""

from pathlib import Path

import pytest
import states
from apptest import Opened, assert_sound, said
from world import World

from dashboard import warehouse


def strangers(folder: Path) -> warehouse.Workspace:
    """People whose industry is known, and a calendar full of others."""
    world = World(folder)
    states.people(world, 12)
    states.meetings(world, 8, "elsewhere{}.example")
    world.assume("home_industry", "SFT")
    return world.build().workspace


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("overview", "The industries behind your networking time", "of your contacts work in Software"),
        ("concentration", "The industries behind your networking time", "Your network works like"),
        ("gaps", "No gap can be measured yet", "of your network fits your target"),
        ("what_if", "Nothing can be played through yet", "of your contacts"),
    ],
)
def test_people_are_counted_where_time_tells_nothing(
    opened: Opened, tmp_path: Path, page: str, before: str, after: str
) -> None:
    app = opened(strangers(tmp_path), page)
    assert_sound(app)
    assert app.title[0].value.startswith(before)
    app.button(key="count_people").click().run()
    assert_sound(app)
    assert after in app.title[0].value
    assert app.segmented_control(key="by").value == "People"
    assert not [button for button in app.button if button.key == "count_people"]


def test_only_what_would_help_is_offered(opened: Opened, tmp_path: Path) -> None:
    app = opened(states.build("only_calendar", tmp_path), "overview")
    keys = {button.key for button in app.button}
    assert "label_them" in keys
    assert not keys & {"count_people", "take_all", "count_colleagues"}
    app.button(key="label_them").click().run()
    assert app.title[0].value.startswith("Label these")


def test_colleagues_are_counted_in_by_a_click_that_can_be_undone(opened: Opened, tmp_path: Path) -> None:
    app = opened(states.build("all_colleagues", tmp_path), "overview")
    assert app.title[0].value == "All your time was with colleagues"
    app.button(key="count_colleagues").click().run()
    assert_sound(app)
    assert app.title[0].value != "All your time was with colleagues"
    app.button(key="undo_decision").click().run()
    assert app.title[0].value == "All your time was with colleagues"


def test_targets_alone_where_no_share_is_known(opened: Opened, tmp_path: Path) -> None:
    app = opened(states.build("all_unknown", tmp_path), "gaps")
    assert_sound(app)
    table = app.dataframe[-1]  # after the one in the popover of the mix
    assert list(table.value.columns) == ["label", "target_share"], "no columns of nothing"
    assert "What you aim for in every industry" in said(app)


@pytest.mark.parametrize("page", ["overview", "concentration", "gaps", "what_if", "suggestions"])
def test_nothing_is_offered_that_changes_nothing(opened: Opened, tmp_path: Path, page: str) -> None:
    """Without interactions people are counted, and alike in every window: no switch, no column of nothing, no ask to make."""
    app = opened(states.build("only_contacts", tmp_path), page)
    assert_sound(app)
    assert not {"by", "window"} & {control.key for control in app.segmented_control}
    for table in app.dataframe:
        assert not {"hours", "minutes", "last_interaction_on"} & set(table.value.columns)
    assert not [button for button in app.button if str(button.key).startswith("waits_") or button.key == "ask_about"]


def test_one_industry_is_told_once(opened: Opened, tmp_path: Path) -> None:
    folder = states.build("one_industry", tmp_path)
    words = said(opened(folder, "what_if"))
    assert "None of your warm contacts is elsewhere. What is left would work like **one industry**" in words
    words = said(opened(folder, "concentration"))
    assert "below your target" not in words, "the bar has no such piece"
    assert "instead of" not in words
