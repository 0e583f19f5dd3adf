"""Where do I stand, and what is the next thing to do? Before the first import: two doors."""

import tempfile
from pathlib import Path

import streamlit as st

from dashboard import headlines, sample, warehouse, widgets


def open_sample() -> None:
    """The sample world in a workspace of its own, made on first use."""
    st.session_state["is_sample"] = True
    space = widgets.workspace()
    if widgets.ask("workspace_state")["contacts"][0]:
        return
    with tempfile.TemporaryDirectory(prefix="horizons-") as folder:
        files = [warehouse.SourceFile(path, path.name) for path in sample.write_sample(Path(folder))]
        warehouse.import_files(space, files, time_zone=st.context.timezone)
    links = widgets.rows(widgets.ask("suggested_links"))
    warehouse.decide(
        space,
        "person_link",
        [{"identity_key": link["listed_key"], "other_key": link["addressed_key"], "verdict": "same"} for link in links],
    )


def doors() -> None:
    """First start."""
    widgets.answer(
        "See how much of your networking time stays inside your own industry",
        "Then find out who can open the doors you lack, and keep the time free to walk through them.",
    )
    with st.grid(2, min_column_width=320, gap="medium"):
        with st.container(border=True, height="stretch", gap="small"):
            st.header("Look around with sample data", anchor=False)
            st.markdown(
                "An engineering manager with 800 made-up contacts and three years of meetings. "
                "Kept apart from anything of yours."
            )
            st.space("stretch")
            if st.button("Open the sample", type="primary", width="stretch", key="door_sample"):
                with st.spinner("Making up 800 people and three years of meetings"):
                    open_sample()
                st.switch_page("app_pages/concentration.py")
        with st.container(border=True, height="stretch", gap="small"):
            st.header("Bring my own files", anchor=False)
            st.markdown(
                "A LinkedIn export, a calendar, a spreadsheet of contacts, as they came. No unzipping, no renaming."
            )
            st.space("stretch")
            if st.button("Choose files", width="stretch", key="door_own"):
                st.switch_page("app_pages/imports.py")
    st.markdown(
        ":material/lock: **Nothing leaves this computer.** A contact list is other people's data, "
        "so there is no account, no upload and no tracking."
    )


def standing() -> None:
    """The headline and one next thing in each step."""
    summary = widgets.row(widgets.ask("network_summary"))
    headline, lead = headlines.concentration(summary)
    st.caption("Overview")
    widgets.answer(headline, lead)
    gaps, asks = widgets.ask("industry_gaps"), widgets.ask("intro_targets")
    steps = [
        ("Evaluate", headlines.gaps(gaps)[0], "See the gaps", "gaps"),
        ("Ask", headlines.suggestions(asks)[0], "Write the ask", "suggestions"),
        ("Data", "Fresh files keep the trend going", "Import files", "imports"),
    ]
    with st.grid(3, min_column_width=240):
        for step, text, label, target in steps:
            with st.container(border=True, height="stretch", gap="small"):
                st.caption(step)
                st.header(widgets.escape(text), anchor=False)
                st.space("stretch")
                if st.button(label, key=f"next_{target}", type="primary" if step == "Ask" else "secondary"):
                    st.switch_page(f"app_pages/{target}.py")


if widgets.ask("workspace_state")["contacts"][0]:
    standing()
else:
    doors()
