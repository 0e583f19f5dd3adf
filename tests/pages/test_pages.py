"""Every page in its empty, sample and error states, without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import questions, warehouse

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
PAGES = ("concentration", "gaps", "suggestions", "imports")
Opened = Callable[[warehouse.Workspace | Path, str], AppTest]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    def run(space: warehouse.Workspace | Path, name: str = "start") -> AppTest:
        folder = space.folder if isinstance(space, warehouse.Workspace) else space
        monkeypatch.setenv("HORIZONS_HOME", str(folder))
        app = AppTest.from_file(str(APP), default_timeout=60).run()
        return app if name == "start" else app.switch_page(f"app_pages/{name}.py").run()

    return run


def said(app: AppTest) -> str:
    """All the words on the page."""
    kinds = ("title", "header", "markdown", "caption", "info", "error", "success")
    return "\n".join(str(element.value) for kind in kinds for element in app.get(kind)).replace("\\", "")


def asked(space: warehouse.Workspace, name: str, **params: questions.Parameter) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name, params)


def assert_sound(app: AppTest) -> None:
    assert not app.exception, app.exception
    assert "stumbled" not in said(app)
    assert len(app.title) == 1, "one answer per page"


def test_first_start_offers_two_doors(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path)
    assert_sound(app)
    assert {button.key for button in app.button} >= {"door_sample", "door_own"}
    assert "Nothing leaves this computer" in said(app)


@pytest.mark.parametrize("name", ["concentration", "gaps", "suggestions"])
def test_empty_page_has_a_next_step(opened: Opened, tmp_path: Path, name: str) -> None:
    app = opened(tmp_path, name)
    assert_sound(app)
    assert app.title[0].value == "Bring your files to see your network"
    assert app.button(key="empty_import").label == "Import files"


def test_empty_import_page_says_where_files_come_from(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    assert_sound(app)
    assert "Drop your files" in said(app)
    assert "Get a copy of your data" in said(app)


def test_sample_door_fills_a_workspace_of_its_own(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path)
    app.button(key="door_sample").click().run(timeout=120)
    assert_sound(app)
    assert asked(warehouse.Workspace(tmp_path / "sample"), "workspace_state")["contacts"][0] > 700
    assert asked(warehouse.Workspace(tmp_path), "workspace_state")["contacts"][0] == 0
    assert app.button(key="leave_sample")


def test_overview_states_the_headline(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace)
    assert_sound(app)
    share = asked(sample_workspace, "network_summary")["home_share"][0]
    assert said(app).startswith(f"{share:.0%} of your networking time is inside Software")


def test_concentration_follows_window_and_weighting(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    assert_sound(app)
    app.segmented_control(key="by").set_value("People").run()
    people = asked(sample_workspace, "network_summary", weighting="people")["home_share"][0]
    assert app.title[0].value.replace("\\", "") == f"{people:.0%} of your contacts work in Software"
    app.segmented_control(key="by").set_value("Minutes").run()
    app.segmented_control(key="window").set_value("All").run()
    ever = asked(sample_workspace, "network_summary", window_days=36_500)["home_share"][0]
    assert app.title[0].value.replace("\\", "") == f"{ever:.0%} of your networking time is inside Software"


def test_a_picked_bar_shows_its_people(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    app.session_state["shares"] = {"selection": {"industry": [{"industry": "FIN"}]}}
    app.run()
    assert_sound(app)
    shown = app.dataframe[0].value
    expected = asked(sample_workspace, "contacts", industry="FIN")
    assert list(shown["full_name"]) == list(expected["full_name"])
    assert set(shown["industry"]) == {"FIN"}


def test_gaps_lead_to_the_ask(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps")
    assert_sound(app)
    widest = asked(sample_workspace, "industry_gaps").iloc[0]["label"]
    assert app.title[0].value.startswith(widest)
    assert app.button(key="ask_about").label == f"Ask about {widest}"
    app.button(key="ask_about").click().run()
    assert app.selectbox(key="target_industry").value == widest


def test_gaps_without_interactions_count_people(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    sheet = next(path for path in sample_files if path.suffix == ".xlsx")
    warehouse.import_files(warehouse.Workspace(tmp_path), [warehouse.SourceFile(sheet, sheet.name)])
    app = opened(tmp_path, "gaps")
    assert_sound(app)
    assert "hours a month" not in said(app)
    app = opened(tmp_path, "concentration")
    assert_sound(app)
    assert "No interactions are on record yet" in said(app)
    assert "networking time" not in app.title[0].value


def test_draft_opens_and_follows_the_reason(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    assert_sound(app)
    best = asked(sample_workspace, "intro_targets").iloc[0]
    assert app.title[0].value == f"Ask {best['introducer']} about {best['target_label']}"
    app.button(key="write_0").click().run()
    note, blurb = app.text_area
    assert best["introducer"].split()[0] in note.value
    assert "Alex Morgan" in blurb.value
    app.text_input(key="reason").set_value("I teach a course on patient safety").run()
    note, blurb = app.text_area
    assert "patient safety" in note.value + blurb.value
    assert_sound(app)


def test_never_suggest_is_remembered_and_undone(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "suggestions")
    first = asked(sample_workspace, "intro_targets").iloc[0]["introducer"]
    app.button(key="never_0").click().run()
    assert first not in set(asked(sample_workspace, "intro_targets")["introducer"])
    assert f"{first} will not be suggested again." in said(app)
    app.button(key="undo_decision").click().run()
    assert asked(sample_workspace, "intro_targets").iloc[0]["introducer"] == first


def test_import_previews_then_imports_then_links(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    space = warehouse.Workspace(tmp_path)
    app = opened(tmp_path, "imports")
    for path in sample_files:
        app.file_uploader(key="uploads_0").upload(path.name, path.read_bytes())
    app.run(timeout=120)
    assert_sound(app)
    assert asked(space, "import_history").empty, "a preview stores nothing"
    assert "Is this you?" in said(app)
    app.button(key="import").click().run(timeout=120)
    assert_sound(app)
    history = asked(space, "import_history")
    assert len(history) == 9
    assert (
        history["rows_read"] == history[["rows_new", "rows_updated", "rows_unchanged", "rows_refused"]].sum(axis=1)
    ).all()
    before = len(asked(space, "suggested_links"))
    app.button(key="link_all").click().run(timeout=60)
    assert before > 0
    assert asked(space, "suggested_links").empty
    app.button(key=f"undo_{history['import_id'].max()}").click().run(timeout=60)
    assert_sound(app)
    assert len(asked(space, "import_history")) == 8


def test_unconfirmed_identity_is_a_contact(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    calendar = next(path for path in sample_files if path.suffix == ".ics")
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload(calendar.name, calendar.read_bytes())
    app.run(timeout=60)
    own = next(box for box in app.checkbox if "alex.morgan" in box.label.replace("\\", ""))
    own.uncheck().run()
    app.button(key="import").click().run(timeout=60)
    assert "alex.morgan@kestrelcloud.example" in set(asked(warehouse.Workspace(tmp_path), "contacts")["email"])


def test_refused_file_says_why_and_spares_the_others(opened: Opened, tmp_path: Path, sample_files: list[Path]) -> None:
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload("holiday.csv", b"%PDF-1.7 not a table").upload(
        "my-contacts.xlsx", next(path for path in sample_files if path.suffix == ".xlsx").read_bytes()
    )
    app.run(timeout=60)
    assert_sound(app)
    assert any("holiday" in str(error.proto) for error in app.error)
    app.button(key="import").click().run(timeout=60)
    assert list(asked(warehouse.Workspace(tmp_path), "import_history")["file"]) == ["my-contacts.xlsx"]


def test_home_industry_is_asked_where_no_file_tells_it(
    opened: Opened, tmp_path: Path, sample_files: list[Path]
) -> None:
    sheet = next(path for path in sample_files if path.suffix == ".xlsx")
    space = warehouse.Workspace(tmp_path)
    warehouse.import_files(space, [warehouse.SourceFile(sheet, sheet.name)])
    app = opened(tmp_path, "imports")
    app.selectbox(key="home").set_value("LAW").run()
    assert_sound(app)
    assert asked(space, "workspace_state")["home_industry"][0] == "LAW"


@pytest.mark.parametrize("name", PAGES)
def test_a_bug_shows_an_apology_and_no_traceback(
    opened: Opened,
    sample_workspace: warehouse.Workspace,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret name of a contact")

    monkeypatch.setattr("dashboard.widgets.answer", broken)
    app = opened(sample_workspace, name)
    assert not app.exception
    assert "The mistake is ours" in said(app)
    assert "secret" not in said(app)
    reference = said(app).split("Reference ")[1].split(".")[0]
    assert reference in caplog.text


@pytest.mark.parametrize("name", PAGES)
def test_a_damaged_workspace_is_explained(opened: Opened, tmp_path: Path, name: str) -> None:
    (tmp_path / "workspace.duckdb").write_bytes(b"not a database at all" * 100)
    app = opened(tmp_path, name)
    assert not app.exception
    assert any("workspace" in str(error.proto) for error in app.error)


@pytest.mark.parametrize("name", ["start", *PAGES])
def test_hostile_names_are_only_names(opened: Opened, sample_workspace: warehouse.Workspace, name: str) -> None:
    app = opened(sample_workspace, name)
    assert_sound(app)
    for element in app.markdown:
        assert not element.allow_html
        assert "<img" not in element.value.replace("\\<", "")


def test_a_hostile_file_name_is_only_a_name(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "imports")
    app.file_uploader(key="uploads_0").upload("![x](http://stranger.example/p.png).csv", b"%PDF-1.7")
    app.run(timeout=60)
    assert_sound(app)
    assert app.error
    assert not any("](http://" in str(error.proto) for error in app.error), "Markdown would fetch the picture"
