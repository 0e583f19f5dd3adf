"""What must hold on every page, in its empty, sample and error states."""

from pathlib import Path

import pytest
from apptest import PAGES, Opened, assert_sound, said

from dashboard import warehouse


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("imports", "welcome", "overview")])
def test_empty_page_has_a_next_step(opened: Opened, tmp_path: Path, name: str) -> None:
    app = opened(tmp_path, name)
    assert_sound(app)
    assert app.title[0].value == "Bring your files to see your network"
    assert app.button(key="empty_import").label == "Import files"


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


@pytest.mark.parametrize("name", PAGES)
def test_hostile_names_are_only_names(opened: Opened, sample_workspace: warehouse.Workspace, name: str) -> None:
    app = opened(sample_workspace, name)
    assert_sound(app)
    for element in app.markdown:
        assert not element.allow_html
        assert "<img" not in element.value.replace("\\<", "")
