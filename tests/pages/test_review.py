"""The Review page: what to label, by weight, with one click."""

from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said
from world import World

from dashboard import industries, warehouse
from dashboard.warehouse import SourceFile, Workspace


@pytest.fixture
def unsure(tmp_path: Path) -> Workspace:
    """Two blank companies with time, one of two people; a known one; the user works in software."""
    people = tmp_path / "people.csv"
    people.write_text(
        "Name,Company,Email,Industry\nDana Fox,Zyxxo,dana@gmail.com,\nBen Fox,Zyxxo,ben@gmail.com,\n"
        "Cara Fox,Qqyx,cara@gmail.com,\nEve Fox,Soft,eve@gmail.com,Software\n",
        "utf-8",
    )
    log = tmp_path / "coffee.csv"
    log.write_text(
        "Date,Person,Email,Minutes\n2026-10-01,Dana Fox,dana@gmail.com,60\n"
        "2026-10-02,Cara Fox,cara@gmail.com,30\n2026-10-03,Eve Fox,eve@gmail.com,110\n",
        "utf-8",
    )
    space = Workspace(tmp_path / "mine")
    warehouse.import_files(space, [SourceFile(path, path.name) for path in (people, log)])
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": "SFT"}])
    return space


def test_the_companies_with_most_time_come_first_and_say_what_they_are_worth(opened: Opened, unsure: Workspace) -> None:
    app = opened(unsure, "review")
    assert_sound(app)
    assert said(app).startswith("Label these two and you know the industry of 100% of your networking time")
    assert "Now it is 55%" in said(app)
    assert [pill.label for pill in app.pills] == ["Industry of Zyxxo", "Industry of Qqyx"]
    assert "1.0 h · 2 people" in said(app)
    assert "narrow the band from 45.0 to 0.0 points" in said(app)


def test_one_click_labels_everybody_there_and_undo_takes_it_back(opened: Opened, unsure: Workspace) -> None:
    app = opened(unsure, "review")
    best = app.pills[0].options[0]
    app.pills[0].set_value(best).run()
    assert_sound(app)
    code = next(item.code for item in industries.INDUSTRIES if item.short_label == best)
    of = asked(unsure, "contacts").set_index("full_name")
    assert list(of.loc[["Dana Fox", "Ben Fox"], "industry"]) == [code, code]
    assert [pill.label for pill in app.pills] == ["Industry of Qqyx"]
    assert f"Zyxxo: {best}, at every import." in said(app)
    app.button(key="undo_decision").click().run()
    assert [pill.label for pill in app.pills] == ["Industry of Zyxxo", "Industry of Qqyx"]


def test_any_other_industry_can_be_chosen(opened: Opened, unsure: Workspace) -> None:
    app = opened(unsure, "review")
    other = next(box for box in app.selectbox if box.label == "Another industry for Zyxxo")
    other.set_value("Legal").run()
    assert set(asked(unsure, "contacts", industry="LAW")["full_name"]) == {"Dana Fox", "Ben Fox"}


def test_several_are_labelled_at_once(opened: Opened, unsure: Workspace) -> None:
    app = opened(unsure, "review")
    assert app.button(key="label_several").disabled
    app.session_state["several"] = {"selection": {"rows": [0, 1]}}
    app.selectbox(key="several_industry").set_value("Energy").run()
    app.button(key="label_several").click().run()
    assert_sound(app)
    assert set(asked(unsure, "contacts", industry="ENE")["full_name"]) == {"Dana Fox", "Ben Fox", "Cara Fox"}
    assert app.title[0].value == "Every industry is known"
    assert app.button(key="nothing_to_review_go")


def test_ones_own_labels_are_listed_and_taken_back(opened: Opened, unsure: Workspace) -> None:
    warehouse.decide(unsure, "industry_label", [{"scope": "company", "scope_key": "zyxxo", "industry": "ENE"}])
    app = opened(unsure, "review", sureness="Yours")
    assert_sound(app)
    assert "You said so of 1 company or person" in said(app)
    next(button for button in app.button if button.label == "Take it back").click().run()
    assert app.title[0].value == "You have not labelled anybody yet"
    assert asked(unsure, "contacts", industry="ENE").empty


def test_little_that_is_left_is_not_nagged_about(opened: Opened, sample_workspace: Workspace) -> None:
    """The sample's unknown time is under a hundredth of all."""
    app = opened(sample_workspace, "review")
    assert_sound(app)
    assert 0 < asked(sample_workspace, "review_queue")["weight_in_all"].iloc[0] < 0.01
    assert app.title[0].value == "All but under 1% of your networking time has a known industry"


def test_a_name_in_the_calendar_that_may_be_a_contact_is_linked_or_kept_apart(opened: Opened, tmp_path: Path) -> None:
    world = World(tmp_path)
    for name in ("Dana", "Ben"):
        world.person(f"{name} Fox", url=name.lower(), company="Zyxxo")
    world.file("calendar")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@qqq.example>")
    world.meeting("2026-11-03 10:00", 30, "Ben Fox <ben@qqq.example>")
    space = world.build().workspace
    app = opened(space, "review")
    assert_sound(app)
    assert "2 people" in said(app) and "look like contacts of the same name" in said(app)
    app.button(key="differ_0").click().run()
    assert_sound(app)
    assert "Dana Fox: kept apart." in said(app)
    assert app.button(key="link_all").label == "Link all 1"
    app.button(key="link_all").click().run()
    assert list(asked(space, "suggested_links")["verdict"].dropna()) == ["different"]
    app.button(key="undo_decision").click().run()
    assert app.button(key="link_all").label == "Link all 1"
    app.button(key="link_0").click().run()
    assert "link_all" not in [button.key for button in app.button]
