"""Networking Horizons: brand, navigation in the order of the three steps, the frame of every page."""

import sys
from pathlib import Path

# `streamlit run` puts this folder first on the path; the package lies one above.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent]
if str(Path(__file__).parents[1]) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parents[1]))

import streamlit as st  # noqa: E402

from dashboard import widgets  # noqa: E402
from dashboard.widgets import sidebar  # noqa: E402

ASSETS = Path(__file__).parent / "assets"
STEPS = {
    "": [("overview", "Overview", "wb_twilight")],
    "Evaluate": [
        ("concentration", "Concentration", "donut_large"),
        ("gaps", "Gaps", "straighten"),
        ("what_if", "What if", "bolt"),
    ],
    "Ask": [("suggestions", "Suggestions", "forum"), ("requests", "Requests", "view_kanban")],
    "Make time": [("plan", "Plan", "calendar_month"), ("keep_in_touch", "Keep in touch", "notifications")],
    "Data": [
        ("imports", "Import", "upload_file"),
        ("review", "Review", "label"),
        ("contacts", "Contacts", "group"),
        ("workspace", "Workspace", "tune"),
    ],
}
OFF_MENU = [("welcome", "Welcome"), ("person", "Person")]


def page(name: str, title: str, default: str) -> st.Page:
    """A page by the name of its script, which is also its address; that of the default is "/"."""
    is_first = name == default
    return st.Page(f"app_pages/{name}.py", title=title, url_path="first" if is_first else name, default=is_first)


def run() -> None:
    """The chosen page in its frame, holding the workspace open meanwhile."""
    with widgets.errors_told("workspace"), widgets.workspace().reading():
        is_empty = not widgets.ask("workspace_state")["contacts"][0]
        first = "welcome" if is_empty else "overview"
        menu = {
            step: [(page(name, title, first), icon) for name, title, icon in entries] for step, entries in STEPS.items()
        }
        hidden = [page(name, title, first) for name, title in OFF_MENU]
        # Its own name was its address before the first import, or may be typed: that leads there too.
        hidden.append(page(first, first.capitalize(), default=""))
        chosen = st.navigation([target for group in menu.values() for target, _ in group] + hidden, position="hidden")
        if chosen.title != "Welcome":  # there the two doors are the whole page
            with st.sidebar:
                sidebar.draw(menu)
        with st.container(key="page", width=1080, gap="medium"), widgets.errors_told(chosen.url_path or first):
            chosen.run()
        widgets.offer_undo()


st.set_page_config(
    page_title="Networking Horizons",
    page_icon=str(ASSETS / "mark-light.svg"),
    layout="wide",
    initial_sidebar_state=276,
)
mode = st.context.theme.type or "light"
st.logo(str(ASSETS / f"logo-{mode}.svg"), icon_image=str(ASSETS / f"mark-{mode}.svg"), size="large")
widgets.keep_in_address()
run()
