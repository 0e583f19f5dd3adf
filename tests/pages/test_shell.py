"""What frames every page: whose data it is, the menu, and the way back after a decision."""

import shutil
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse


@pytest.fixture
def home_with_sample(tmp_path: Path, finished_sample: warehouse.Workspace) -> Path:
    """A user who has opened the sample before and has no data of their own."""
    shutil.copytree(finished_sample.folder, tmp_path / "home" / "sample")
    return tmp_path / "home"


def test_a_copied_address_opens_the_sample(opened: Opened, home_with_sample: Path) -> None:
    app = opened(home_with_sample, data="sample")
    assert_sound(app)
    assert "of your networking time is inside Software" in said(app)
    assert app.button(key="leave_sample")


def test_the_sample_is_left_and_come_back_to(opened: Opened, home_with_sample: Path) -> None:
    app = opened(home_with_sample, data="sample")
    app.button(key="leave_sample").click().run()
    assert app.button(key="door_sample"), "nothing of one's own yet: the doors"
    assert "Software" not in app.title[0].value
    app = app.switch_page("app_pages/gaps.py").run()
    app.button(key="to_sample").click().run()
    assert_sound(app)
    assert "widest gap" in said(app)


def test_an_address_of_a_sample_that_is_not_there_shows_the_doors(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, data="sample")
    assert_sound(app)
    assert app.button(key="door_sample")
    assert not (tmp_path / "sample").exists()


def test_undo_is_offered_on_the_next_page_too(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    first = asked(sample_workspace, "intro_targets").iloc[0]["introducer"]
    app.menu_button(key="more_0").click("Never suggest again").run()
    app.switch_page("app_pages/concentration.py").run()
    assert f"{first} will not be suggested again." in said(app)
    app.button(key="undo_decision").click().run()
    assert_sound(app)
    assert asked(sample_workspace, "intro_targets").iloc[0]["introducer"] == first
    assert "will not be suggested again" not in said(app)


def test_undo_goes_when_closed_and_when_its_time_is_over(
    opened: Opened, sample_workspace: warehouse.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(sample_workspace, "suggestions")
    app.menu_button(key="more_0").click("Never suggest again").run()
    app.button(key="undo_close").click().run()
    assert "will not be suggested again" not in said(app)
    app.menu_button(key="more_0").click("Never suggest again").run()
    assert "will not be suggested again" in said(app)
    monkeypatch.setattr("dashboard.widgets.shell.UNDO_SECONDS", 0)
    app.run()
    assert "will not be suggested again" not in said(app)
