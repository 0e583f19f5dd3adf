"""Networking Horizons: brand, navigation in the order of the three steps, the frame of every page."""

import sys
from pathlib import Path

# `streamlit run` puts this folder first on the path; the package lies one above.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent]
if str(Path(__file__).parents[1]) not in sys.path:
    sys.path.insert(0, str(Path(__file__).parents[1]))

import streamlit as st  # noqa: E402

from dashboard import headlines, widgets  # noqa: E402

ASSETS = Path(__file__).parent / "assets"


def page(name: str, title: str, default: bool = False) -> st.Page:
    """A page by the name of its script, which is also its address."""
    return st.Page(f"app_pages/{name}.py", title=title, url_path=name, default=default)


STEPS = {
    "": [(page("start", "Overview", default=True), "wb_twilight")],
    "Evaluate": [
        (page("concentration", "Concentration"), "donut_large"),
        (page("gaps", "Gaps"), "straighten"),
    ],
    "Ask": [(page("suggestions", "Suggestions"), "forum")],
    "Data": [(page("imports", "Import"), "upload_file")],
}


def sidebar() -> None:
    """Whose data this is, where one can go, and that nothing leaves the computer."""
    state = widgets.row(widgets.ask("workspace_state"))
    with st.container(key="workspace", gap="xsmall"):
        if widgets.is_sample():
            st.badge("Sample data", icon=":material/science:", color="gray")
            if st.button("Leave the sample", type="tertiary", key="leave_sample", icon=":material/logout:"):
                st.session_state["is_sample"] = False
                st.switch_page("app_pages/start.py")
        if state["contacts"]:
            st.caption(f"{state['contacts']:,} contacts · up to {headlines.day(state['last_on'])}")
    with st.container(key="menu", gap="xxsmall"):
        for step, entries in STEPS.items():
            if step:
                st.space("xxsmall")
                st.markdown(f"**{step}**")
            for target, icon in entries:
                st.page_link(target, label=target.title, icon=f":material/{icon}:", width="stretch")
    st.space("small")
    st.caption(":material/lock: Everything stays on this computer.")


def run(chosen: st.Page) -> None:
    """The page, holding the workspace open meanwhile."""
    with widgets.errors_told(chosen.url_path or "overview"), widgets.workspace().reading():
        with st.sidebar:
            sidebar()
        with st.container(key="page", width=1080, gap="medium"):
            chosen.run()


st.set_page_config(
    page_title="Networking Horizons",
    page_icon=str(ASSETS / "mark-light.svg"),
    layout="wide",
    initial_sidebar_state=276,
)
mode = st.context.theme.type or "light"
st.logo(str(ASSETS / f"logo-{mode}.svg"), icon_image=str(ASSETS / f"mark-{mode}.svg"), size="large")
run(st.navigation([target for group in STEPS.values() for target, _ in group], position="hidden"))
