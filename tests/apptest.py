"""Reading a page without a browser."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import questions, warehouse

APP = Path(__file__).parents[1] / "dashboard" / "app.py"
PAGES = tuple(sorted(path.stem for path in (APP.parent / "app_pages").glob("[a-z]*.py")))
Opened = Callable[..., AppTest]  # (workspace or folder, name of the page, **query parameters)


def said(app: AppTest) -> str:
    """All the words on the page."""
    kinds = ("title", "header", "markdown", "caption", "info", "error", "success")
    return "\n".join(str(element.value) for kind in kinds for element in app.get(kind)).replace("\\", "")


def asked(space: warehouse.Workspace, name: str, **params: questions.Parameter) -> questions.Frame:
    with space.reading() as con:
        return questions.ask(con, name, params)


def assert_sound(app: AppTest) -> None:
    assert not app.exception, app.exception
    assert "The mistake is ours" not in said(app)
    assert len(app.title) == 1, "one answer per page"
