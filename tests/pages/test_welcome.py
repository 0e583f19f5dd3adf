"""First start."""

from pathlib import Path

from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse


def test_first_start_offers_two_doors(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path)
    assert_sound(app)
    assert {button.key for button in app.button} >= {"door_sample", "door_own"}
    assert "Nothing leaves this computer" in said(app)


def test_sample_door_fills_a_workspace_of_its_own(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path)
    app.button(key="door_sample").click().run()
    assert_sound(app)
    assert asked(warehouse.Workspace(tmp_path / "sample"), "workspace_state")["contacts"][0] > 700
    assert asked(warehouse.Workspace(tmp_path), "workspace_state")["contacts"][0] == 0
    assert app.button(key="leave_sample")
