"""The Gaps page."""

from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse


def test_gaps_lead_to_the_ask(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps")
    assert_sound(app)
    fit = asked(sample_workspace, "network_summary")["fit_to_target"][0]
    assert app.title[0].value.replace("\\", "") == f"{fit:.0%} of your time fits your target"
    widest = asked(sample_workspace, "industry_gaps").iloc[0]["label"]
    assert app.button(key="ask_about").label == f"Ask about {widest}"
    app.button(key="ask_about").click().run()
    assert app.selectbox(key="target_industry").value == widest


def test_the_address_chooses_whose_door(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps", industry="INS", window="2 years")
    assert_sound(app)
    assert app.button(key="ask_about").label == "Ask about Insurance"
    asks = asked(sample_workspace, "intro_targets", per_introducer=24, window_days=730)
    best = asks[asks["target_industry"] == "INS"].iloc[0]
    assert f"**{best['introducer']}**" in said(app)
    app.button(key="clear_choice").click().run()
    assert app.button(key="ask_about").label != "Ask about Insurance"
    app.button(key="ask_about").click().run()
    assert_sound(app)
    assert app.selectbox(key="target_industry").value, "also away from a page that keeps its window in the address"


def test_the_target_mix_is_a_decision_that_can_be_undone(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps")
    assert app.segmented_control(key="target_mix").value == "blend"
    before = app.title[0].value
    app.segmented_control(key="target_mix").set_value("even").run()
    assert_sound(app)
    targets = asked(sample_workspace, "industry_gaps")["target_share"]
    assert set(targets.round(9)) == {round(1 / 24, 9)}
    assert app.title[0].value != before
    assert "the same share for each of the 24 industries" in said(app)
    app.button(key="undo_decision").click().run()
    assert app.segmented_control(key="target_mix").value == "blend"
    assert app.title[0].value == before
    assert "Bureau of Labor Statistics" in said(app), "the source of the labour market is stated"


def test_a_mix_of_ones_own(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps")
    assert "of what is missing" in said(app)
    blend = asked(sample_workspace, "industry_gaps").set_index("industry")["target_share"]
    app.segmented_control(key="target_mix").set_value("mine").run()
    assert_sound(app)
    assert "100%**: a whole" in said(app)
    assert app.button(key="scale_mix").disabled, "it is a whole already"
    app.button(key="save_mix").click().run()
    assert_sound(app)
    mine = asked(sample_workspace, "industry_gaps").set_index("industry")["target_share"]
    assert (mine - blend).abs().max() < 0.001, "the blend, in tenths of a percent"
    assert (mine - blend).abs().max() > 0
    app.button(key="undo_decision").click().run()
    assert asked(sample_workspace, "industry_gaps").set_index("industry")["target_share"].equals(blend)


def test_gaps_without_interactions_count_people(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    sheet = next(path for path in sample_files if path.suffix == ".xlsx")
    warehouse.import_files(warehouse.Workspace(tmp_path), [warehouse.SourceFile(sheet, sheet.name)])
    app = opened(tmp_path, "gaps")
    assert_sound(app)
    assert "hours a month" not in said(app)
    assert "No interactions are on record yet" in said(app)


@pytest.mark.parametrize(
    ("state", "title", "words"),
    [
        ("all_unknown", "No gap can be measured yet", "nobody's industry is known"),
        ("all_colleagues", "No gap can be measured yet", "what you aim for"),
        ("one_industry", "28% of your time fits your target", "You know nobody here"),
    ],
)
def test_states(opened: Opened, tmp_path: Path, state: str, title: str, words: str) -> None:
    app = opened(states.build(state, tmp_path), "gaps")
    assert_sound(app)
    assert app.title[0].value.replace("\\", "") == title
    assert words.lower() in said(app).lower()


def test_an_industry_matters_as_much_as_you_say(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps", industry="INS")
    assert app.button_group(key="interest").value == 1
    before = asked(sample_workspace, "intro_targets", per_introducer=24).query("target_industry == 'INS'")
    app.button_group(key="interest").set_value(2).run()
    assert_sound(app)
    assert "Insurance matters twice as much." in said(app)
    after = asked(sample_workspace, "intro_targets", per_introducer=24).query("target_industry == 'INS'")
    assert after["gain"].iloc[0] == pytest.approx(2 * before["gain"].iloc[0])
    app.button_group(key="interest").set_value(0).run()
    assert_sound(app)
    assert "You said it does not matter for now" in said(app)
    app.button(key="undo_decision").click().run()
    assert app.button_group(key="interest").value == 2


def test_ticks_and_switch_say_the_same(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """Unticked is of no interest and has no even share; ticking another leaves a double interest as it is."""
    warehouse.decide(sample_workspace, "industry_interest", [{"industry": "HLT", "interest": "2"}])
    app = opened(sample_workspace, "gaps", industry="INS")
    ticked = app.button_group(key="wanted_industries").value
    assert len(ticked) == 23
    app.button_group(key="wanted_industries").set_value([code for code in ticked if code != "INS"]).run()
    assert_sound(app)
    assert app.button_group(key="interest").value == 0
    held = asked(sample_workspace, "industry_interests").set_index("industry")["interest"]
    assert (held["INS"], held["HLT"], held["LAW"]) == (0, 2, 1)
    app.button_group(key="interest").set_value(1).run()
    assert "INS" in app.button_group(key="wanted_industries").value
