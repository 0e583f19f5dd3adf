"""Every page in every state a workspace can be in: sound, said in words, with a way on."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import jsonschema
import pytest
import seen
import states
from apptest import PAGES, Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import warehouse

Built = Callable[[str], Path]
STATES = (*states.BUILDERS, "sample")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, finished_sample: warehouse.Workspace) -> Built:
    """The workspace of a state, built once and only read."""
    folders: dict[str, Path] = {"sample": finished_sample.folder}

    def folder(state: str) -> Path:
        if state not in folders:
            folders[state] = states.build(state, tmp_path_factory.mktemp(state))
        return folders[state]

    return folder


@cache
def schema() -> Any:
    """Vega-Lite's schema."""
    return alt.load_schema()


def address(folder: Path, name: str) -> dict[str, str]:
    """What stands in the page's address: the person's page needs to know whose."""
    contacts = asked(warehouse.Workspace(folder), "contacts") if name == "person" else None
    return {"who": str(contacts["contact_id"].iloc[-1])} if contacts is not None and len(contacts) else {}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound(opened: Opened, built: Built, name: str, state: str) -> None:
    app = opened(built(state), name, **address(built(state), name))
    assert_sound(app)
    assert_readable(app)
    assert len(seen.primary(app)) <= 1, f"one thing to do first, not {seen.primary(app)}"
    assert seen.steps(app), "a page that leads nowhere"
    if state == "only_contacts" and name != "welcome":
        assert "your networking time" not in said(app), "no minutes that nobody has"


@pytest.mark.parametrize("name", PAGES)
def test_charts_are_valid(opened: Opened, built: Built, name: str) -> None:
    """The dashboard itself does not look: it would take half of a page's time."""
    for state in ("few_people", "sample"):
        app = opened(built(state), name, **address(built(state), name))
        for chart in seen.charts(app):
            jsonschema.Draft7Validator(schema()).validate(json.loads(chart.spec))


def test_an_invalid_chart_is_noticed() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema()).validate({"mark": "bar", "encoding": {"x": {"fields": "share"}}})


def assert_readable(app: AppTest) -> None:
    """Nothing of the machine shows: no missing value, code, key, or name of a column."""
    assert [text for text in seen.words(app) if seen.UNSAID.search(text)] == []
    for table in app.dataframe:
        labels = seen.columns(table.proto, table.value)
        assert [label for label in labels.values() if seen.RAW_NAME.match(label)] == [], "columns want a label"
        assert table.proto.alt, "a table wants to be told in words too"
    assert seen.empty_cells_named(app) == [], 'a cell without a value would say "None": placeholder=""'
    for chart in seen.charts(app):
        assert chart.alt, "a chart wants to be told in words too"
        assert seen.nameless(chart) == []


@pytest.mark.parametrize("state", STATES)
def test_no_asks_wait_where_nobody_can_be_asked(opened: Opened, built: Built, state: str) -> None:
    """The menu and the Overview say what the Suggestions page has: no more asks than people, none where there is nobody."""
    app = opened(built(state), "suggestions")
    asks = sum(header.value.startswith("Ask ") for header in app.header)
    menu = next((link.label for link in app.get("page_link") if link.label.startswith("Suggestions")), "")
    assert bool(asks) == ("[**" in menu), menu
    if asks:
        assert 0 < int(menu.split("**")[1]) <= max(asks, 3), menu


def test_the_states_are_what_they_say(built: Built) -> None:
    """Otherwise the tests above would look at nine copies of one thing."""
    state = {name: asked(warehouse.Workspace(built(name)), "workspace_state").iloc[0] for name in STATES}
    people = {name: asked(warehouse.Workspace(built(name)), "contacts") for name in STATES}
    assert {name for name in STATES if state[name]["contacts"] == 0} == {"empty", "undone"}
    assert {name for name in STATES if not state[name]["has_interactions"]} == {"empty", "only_contacts", "undone"}
    assert state["few_people"]["contacts"] == 3
    assert people["all_unknown"]["industry"].isna().all()
    assert people["only_calendar"]["industry"].isna().all()
    assert set(people["one_industry"]["industry"]) == {"SFT"}
    assert people["all_colleagues"]["is_colleague"].all()
    assert people["only_contacts"]["industry"].nunique() > 4
    assert set(people["hostile"]["full_name"]) >= {states.HOSTILE[0], states.HOSTILE[1], states.HOSTILE[3]}


@pytest.mark.parametrize("name", PAGES)
def test_numbers_of_every_figure_are_readable(opened: Opened, built: Built, name: str) -> None:
    app = opened(built("sample"), name, **address(built("sample"), name))
    keys = [str(node.proto.popover.id) for node in seen.nodes(app) if getattr(node, "type", "") == "popover"]
    for key in keys:
        app.session_state[key.split("-", 6)[-1]] = True
    if keys:
        app.run()
        assert_sound(app)
        assert_readable(app)


def test_a_machine_word_is_noticed() -> None:
    for text in ("nan hours", "None", "NaT", "share of SFT", "url:in/dana", "met mail:a@b.example", "a1b2c3d4e5f6"):
        assert seen.UNSAID.search(text), text
    for text in ("None of the files", "Nan Goldin", "Nonesuch", "SFTP", "Sent mail: twice", "Mail: dana@b.example"):
        assert not seen.UNSAID.search(text), text
