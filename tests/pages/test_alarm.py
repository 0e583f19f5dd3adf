"""The complacency alarm on Overview and Concentration, and what a choice does to the rest of Concentration."""

import pytest
from alarm_world import fill, old
from apptest import Opened, asked, assert_sound, said
from world import TODAY, World

from dashboard import warehouse


@pytest.fixture
def inward(tmp_path_factory: pytest.TempPathFactory) -> warehouse.Workspace:
    """Software at 90 percent, 60 at most before, and nobody new outside for 60 days."""
    world = World(tmp_path_factory.mktemp("inward"))
    old(world)
    fill(world, (90, 50, 60, 55, 58), 60)
    world.meeting(f"{TODAY} 08:00", 0.001, "Anna Fox <anna@home.example>")
    return world.build().workspace


def test_it_rings_on_overview_with_its_reasons(opened: Opened, inward: warehouse.Workspace) -> None:
    app = opened(inward)
    assert_sound(app)
    assert "Your network is turning inward" in [heading.value for heading in app.header]
    assert "Software had 90% of the last 90 days, and at most 60% in any of the four 90 days before." in said(app)
    assert "For 8 weeks you met nobody new outside Software." in said(app)


def test_it_stands_under_the_trend(opened: Opened, inward: warehouse.Workspace) -> None:
    app = opened(inward, "concentration")
    assert_sound(app)
    assert "The alarm rings. Software had 90%" in said(app)


def test_the_sample_is_quiet(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    assert "turning inward" not in said(app)
    app = opened(sample_workspace, "concentration")
    threshold = asked(sample_workspace, "complacency_alarm")["threshold"][0]
    assert f"The alarm is quiet. It rings above {threshold:.0%}, or after six weeks" in said(app)


def test_a_choice_narrows_the_rest_of_the_page(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration", industry="FIN", at="shares")
    assert_sound(app)
    headings = [heading.value.replace("\\", "") for heading in app.header]
    first = asked(sample_workspace, "time_by_contact", industry="FIN")["full_name"][0]
    assert f"Nobody in Finance holds more than {first}" in headings
    assert any(heading.startswith("Finance got ") for heading in headings), "its own trend"
    app.button(key="clear_choice").click().run()
    assert_sound(app)
    headings = [heading.value.replace("\\", "") for heading in app.header]
    assert any(heading.startswith("Your time rests on about") for heading in headings)
    assert any(heading.startswith("Software holds ") for heading in headings)
