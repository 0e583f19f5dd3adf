"""A list that a contact shared: asked about on the Import page, seen on the page of who shared it."""

from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest
from workspaces import CONNECTIONS, connections, take
from world import World, contact_id

from dashboard import warehouse

OWN = [f"Own{letter},Fox,https://www.linkedin.com/in/own{letter},,Acme {letter} zyx,Boss,05 Mar 2024" for letter in "abcdefgh"]
THEIRS = [f"Her{letter},Hill,https://www.linkedin.com/in/her{letter},,Charité,Doctor,05 Mar 2024" for letter in "abcdefgh"]


@pytest.fixture
def space(tmp_path: Path) -> warehouse.Workspace:
    space = warehouse.Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, *OWN))
    return space


def dropped(opened: Opened, space: warehouse.Workspace, *rows: str) -> AppTest:
    app = opened(space, "imports")
    app.file_uploader(key="uploads_0").upload("Connections.csv", "\n".join((CONNECTIONS, *rows)).encode())
    app.run()
    assert_sound(app)
    return app


def keys(app: AppTest) -> list[str | None]:
    return [button.key for button in app.button]


def test_a_strange_list_waits_until_the_user_says_whose_it_is(opened: Opened, space: warehouse.Workspace) -> None:
    app = dropped(opened, space, *THEIRS, OWN[1])
    assert "Next to nobody of your own list" in " ".join(warning.value for warning in app.warning)
    assert "import" not in keys(app)
    app.radio(key="whose_0_0").set_value("shared").run()
    assert "import" not in keys(app)
    app.text_input(key="sharer_0_0").set_value("owna").run()
    app.button(key="shared_by_0_0_0").click().run()
    assert_sound(app)
    assert "Shared by **Owna Fox**" in said(app)
    app.button(key="import").click().run()
    assert_sound(app)
    assert len(asked(space, "second_degree")) == 8
    assert asked(space, "workspace_state")["contacts"][0] == 8
    assert asked(space, "import_history")["kind"][0] == "shared_list"
    assert asked(space, "import_history")["shared_by"].dropna().to_list() == ["Owna Fox"]
    assert "shared by Owna Fox" in said(opened(space, "imports"))
    who = asked(space, "people_found", search="owna")["contact_id"][0]
    person = opened(space, "person", who=who)
    assert_sound(person)
    assert "Knows 8 people you do not" in said(person)
    assert "1 person you both know" in said(person)


def test_who_is_met_only_in_company_says_whose(opened: Opened, tmp_path: Path) -> None:
    world = World(tmp_path)
    world.person("Dana Fox", url="dana")
    for day in (3, 4):
        world.meeting(f"2026-05-0{day} 10:00", 60, "Dana Fox <in/dana>", "Kim Lee <kim@zyxlee.example>")
    world.build()
    person = opened(world.workspace, "person", who=contact_id("mail:kim@zyxlee.example"))
    assert_sound(person)
    assert "You have met Kim Lee only with Dana Fox there" in said(person)
    assert "was in 2 meetings with Kim Lee, last on 4 May 2026" in said(person)


def test_ones_own_newer_list_is_taken_as_ones_own(opened: Opened, space: warehouse.Workspace) -> None:
    app = dropped(opened, space, *OWN, THEIRS[0])
    assert app.radio(key="whose_0_0").value == "mine"
    app.button(key="import").click().run()
    assert_sound(app)
    assert asked(space, "workspace_state")["contacts"][0] == 9


def test_it_may_be_the_users_own_after_all(opened: Opened, space: warehouse.Workspace) -> None:
    app = dropped(opened, space, *THEIRS)
    app.radio(key="whose_0_0").set_value("mine").run()
    app.button(key="import").click().run()
    assert_sound(app)
    assert asked(space, "import_history")["kind"][0] == "linkedin_connections"


def test_the_first_list_of_all_asks_nothing(opened: Opened, tmp_path: Path) -> None:
    app = dropped(opened, warehouse.Workspace(tmp_path / "new"), *OWN)
    assert not app.radio
    assert "import" in keys(app)
