"""The Overview page."""

from datetime import date
from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import warehouse
from dashboard.intros import week_asks
from dashboard.intros.portfolio import Limits


def metrics(app: AppTest) -> dict[str, tuple[str, str]]:
    return {metric.label: (metric.value, metric.delta) for metric in app.metric}


def test_headline_and_three_numbers(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    assert_sound(app)
    summary = asked(sample_workspace, "network_summary").iloc[0]
    change = asked(sample_workspace, "network_change").iloc[0]
    assert said(app).startswith(f"{summary['home_share']:.0%} of your networking time is inside Software")
    corrected = summary["effective_industries_corrected"]
    assert f"**{corrected:.1f} industries** (likely {summary['low']:.1f} to {summary['high']:.1f})" in said(app)
    assert metrics(app) == {
        "Home share": (f"{summary['home_share']:.0%}", f"−{-100 * change['home_share_change']:.1f} points"),
        "Effective industries": (f"{corrected:.1f}", f"{change['effective_change']:+.1f}"),
        "Hours outside, a month": (
            f"{change['outside_hours_per_month']:.1f}", f"{change['outside_hours_change']:+.1f} h",
        ),
    }  # fmt: skip
    assert app.metric[0].proto.delta_description == "clearly down"
    directions = [metric.proto.MetricDirection.Name(metric.proto.direction) for metric in app.metric]
    assert directions == ["DOWN", "UP", "UP"], "the arrow follows the sign"


def test_the_window_changes_the_verdict(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    app.segmented_control(key="window").set_value("90 days").run()
    assert app.metric[0].proto.delta_description == "no clear change"
    app.segmented_control(key="window").set_value("All").run()
    assert_sound(app)
    assert metrics(app)["Home share"][1] == "", "nothing to compare with"


def test_each_step_leads_to_its_page(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    widest = asked(sample_workspace, "industry_gaps").query("not is_home").iloc[0]
    best = asked(sample_workspace, "intro_targets").iloc[0]
    assert f"{widest['label']} is your widest gap" in said(app)
    assert f"Ask {best['introducer']} about {best['target_label']}" in said(app)
    app.button(key="next_gaps").click().run()
    assert_sound(app)
    assert app.button(key="ask_about").label == f"Ask about {widest['label']}"


def test_write_the_ask_opens_the_drawer(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    best = asked(sample_workspace, "intro_targets").iloc[0]
    app.button(key="next_suggestions").click().run()
    assert_sound(app)
    assert app.session_state["writing"] == (best["introducer_id"], best["target_industry"])
    assert any(area.label.endswith("in private") for area in app.text_area)


def test_the_next_free_hour_of_the_week(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    slots = asked(sample_workspace, "week_plan", today=date.today())
    free = slots[slots["is_free_next"]].iloc[0]
    start = free["starts_at"]
    assert f"### {start:%A} {start.hour}:{start:%M} is free" in said(app)
    app.button(key="next_plan").click().run()
    assert_sound(app)


def test_the_saved_slot_stands_with_what_it_is_for(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """Without a plan there is no such card; with one, each entry leads to where it is done."""
    app = opened(sample_workspace)
    assert "week_plan" not in {button.key for button in app.button}
    terms = asked(sample_workspace, "time_plan")["terms"][0]
    warehouse.decide(sample_workspace, "time_plan", [{"name": "saved", "setting": f"SU 1380 45,SA 1380 30;{terms}"}])
    app.run()
    assert_sound(app)
    slot = asked(sample_workspace, "week_plan", today=date.today()).iloc[0]
    assert f"### {slot['starts_at']:%A} {slot['starts_at'].day} {slot['starts_at']:%b}, 23:00 to " in said(app)
    assert "75 minutes are kept for you" in said(app)
    best = week_asks.chosen(asked(sample_workspace, "intro_targets", **week_asks.WIDE), week_asks.Week(3, 3, Limits())).iloc[0]
    assert f"**{best['introducer']}** :gray[10 min]" in said(app)
    app.button(key="entry_week_0").click().run()
    assert_sound(app)
    assert app.session_state["writing"] == (best["introducer_id"], best["target_industry"])
    assert asked(sample_workspace, "time_plan")["is_saved"][0]


def test_the_last_import_says_what_it_changed(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    effect = asked(sample_workspace, "import_effect").iloc[0]
    assert f"{effect['new_people']:,} new contacts and {effect['new_interactions']:,} new interactions" in said(app)


@pytest.mark.parametrize(
    ("state", "title", "words"),
    [
        ("only_contacts", "18% of your contacts work in Software", "nothing here is about minutes"),
        ("few_people", "25% of your networking time is inside Software", "Three people are too few for a range"),
        ("all_unknown", "The industries behind your networking time are not known yet", "Say where a few people work"),
        ("one_industry", "100% of your networking time is inside Software", "All of it is in one industry."),
        ("all_colleagues", "All your time was with colleagues", "not networking time"),
        ("only_calendar", "The industries behind your networking time are not known yet", "Which industry is yours?"),
    ],
)
def test_states(opened: Opened, tmp_path: Path, state: str, title: str, words: str) -> None:
    app = opened(states.build(state, tmp_path))
    assert_sound(app)
    assert app.title[0].value.replace("\\", "") == title
    assert words in said(app)
    if state == "only_contacts":
        assert "hour" not in said(app), "no minutes that nobody has"
        assert "People outside" in metrics(app)
    if state == "few_people":
        app.button(key="see_few").click().run()
        assert len(app.dataframe[0].value) == 3


def test_ones_own_industry_is_guessed_by_whom_one_knows(opened: Opened, tmp_path: Path) -> None:
    folder = states.build("few_people", tmp_path)
    warehouse.decide(warehouse.Workspace(folder), "assumption", [{"name": "home_industry", "setting": None}])
    app = opened(folder)
    guesses = app.pills(key="home_guess")
    assert len(guesses.options) == 3
    guesses.set_value("HLT").run()
    assert "inside Health care" in app.title[0].value
    assert not [pills for pills in app.pills if pills.key == "home_guess"], "it is known now"


def test_home_industry_is_asked_in_place(opened: Opened, tmp_path: Path) -> None:
    folder = states.build("few_people", tmp_path)
    space = warehouse.Workspace(folder)
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": None}])
    app = opened(folder)
    assert_sound(app)
    assert app.title[0].value.replace("\\", "").startswith("Your time works like")
    assert {metric.label: metric.value for metric in app.metric}["Hours outside, a month"] == "Not known"
    app.selectbox(key="home").set_value("HLT").run()
    assert "inside Health care" in app.title[0].value
