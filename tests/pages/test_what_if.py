"""The What if page."""

from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound, said
from test_free_diversification import fill
from world import World

from dashboard import warehouse
from dashboard.headlines import what_if as told


def test_the_slider_rewrites_the_answer(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "what_if")
    assert_sound(app)
    loss = asked(sample_workspace, "loss_summary", industry="SFT", lost=0.6).iloc[0]
    title = app.title[0].value.replace("\\", "")
    assert title == f"If Software loses 60%, you lose {loss['lost_share']:.0%} of your networking time"
    assert f"**{loss['left_effective']:.1f} industries**" in said(app)
    app.slider(key="hit_part").set_value(100).run()
    assert_sound(app)
    gone = asked(sample_workspace, "loss_summary", industry="SFT", lost=1.0).iloc[0]
    assert f"lose {gone['lost_share']:.0%}" in app.title[0].value
    assert "You would reach nobody in Software" in said(app)


@pytest.mark.parametrize("kind", ["person", "employer"])
def test_somebody_goes(opened: Opened, sample_workspace: warehouse.Workspace, kind: str) -> None:
    app = opened(sample_workspace, "what_if", hit=told.HIT[kind])
    assert_sound(app)
    first = asked(sample_workspace, "removals", going=kind, people=50).iloc[0]
    assert app.title[0].value.replace("\\", "").startswith(f"If {first['going_label']} goes, you lose")


def test_advice_lists_the_close_or_leads_to_an_ask(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "what_if", about="Finance")
    assert_sound(app)
    people = asked(sample_workspace, "advisers", about="FIN", people=6)
    assert set(people["standing"]) == {"warm"}
    assert app.button(key="adviser_0").label == people["full_name"][0]
    assert not [button for button in app.button if button.key == "door_0"]

    app = opened(sample_workspace, "what_if", about="Health care")
    assert "Nobody there is close" in said(app)
    app.button(key="door_0").click().run()
    assert app.selectbox(key="target_industry").value == "Health care"


def test_gaps_name_whom_one_already_knows(opened: Opened, tmp_path: Path) -> None:
    world = World(tmp_path)
    fill(world)
    world.build()
    app = opened(world.workspace, "gaps")
    assert_sound(app)
    assert [app.button(key=f"known_open_{place}").label for place in range(2)] == ["Mo Fox", "Olga Fox"]
    words = said(app)
    assert "moved from Zyx soft to Zyx power, seen in the import of 1 May 2026" in words
    assert "5 hours together, the last on 5 Jan 2024" in words


def test_people_alone_can_be_played_through(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    sheet = next(path for path in sample_files if path.suffix == ".xlsx")
    warehouse.import_files(warehouse.Workspace(tmp_path), [warehouse.SourceFile(sheet, sheet.name)])
    app = opened(tmp_path, "what_if")
    assert_sound(app)
    assert "of your contacts" in app.title[0].value
    assert "hours" not in app.title[0].value


def test_nothing_known(opened: Opened, tmp_path: Path) -> None:
    app = opened(states.build("all_unknown", tmp_path), "what_if")
    assert_sound(app)
    assert app.title[0].value == "Nothing can be played through yet"
    assert app.button(key="label_them").label == "Say where they work"
