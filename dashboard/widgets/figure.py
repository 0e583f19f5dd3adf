"""The parts of a page: head, answer, figure, explanation, download, table of people, empty state."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import altair as alt
import streamlit as st

from dashboard import exports, questions
from dashboard.questions import Frame, Parameter
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape

WINDOWS = {"90 days": 90, "1 year": 365, "2 years": 730, "All": 36_500}
WEIGHTINGS = {"Minutes": "minutes", "People": "people", "Warm ties": "warm"}
MINUTES_HELP = "Minutes count time together; People count everyone once; Warm ties count who is close now."


def page_head(kicker: str, windowed: bool = False) -> tuple[int, str]:
    """The small line above, with window and weighting where the page uses them: returns days and weighting."""
    days, weighting = WINDOWS["1 year"], "minutes"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        st.caption(kicker, width="content")
        if windowed:
            with st.container(horizontal=True, width="content", gap="small"):
                chosen = st.segmented_control(
                    "Counted by",
                    list(WEIGHTINGS),
                    default="Minutes",
                    required=True,
                    key="by",
                    help=MINUTES_HELP,
                    label_visibility="collapsed",
                    bind="query-params",
                    persist_state="session",
                )
                window = st.segmented_control(
                    "Window",
                    list(WINDOWS),
                    default="1 year",
                    required=True,
                    key="window",
                    label_visibility="collapsed",
                    bind="query-params",
                    persist_state="session",
                )
            days, weighting = WINDOWS[window or "1 year"], WEIGHTINGS[chosen or "Minutes"]
    return days, weighting


def answer(headline: str, lead: str = "") -> None:
    """The page's answer as its heading, and one line of how sure."""
    st.title(escape(headline), anchor=False)
    if lead:
        st.markdown(lead)


def figure(
    finding: str,
    unit: str,
    chart: alt.Chart | alt.LayerChart,
    key: str,
    question: str,
    params: Mapping[str, Parameter],
    legend: str = "",
    pick: bool = False,
) -> list[str]:
    """A figure: finding, unit, chart, legend in words, the way to the numbers. Returns the picked industries."""
    with st.container(border=True, key=f"figure_{key}", gap="small"):
        with st.container(gap=None):
            st.header(escape(finding), anchor=False)
            st.caption(unit)
        event: Any = st.altair_chart(
            chart, key=key, on_select="rerun" if pick else "ignore", alt=f"{finding}. {unit}", width="stretch"
        )
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f":small[{legend}]" if legend else "", width="content")
            explain(question, params, key)
    return [str(mark["industry"]) for mark in event["selection"].get("industry", [])] if pick else []


def explain(name: str, params: Mapping[str, Parameter], key: str) -> None:
    """How is this computed? The question's own header and SQL, its parameters here, and the same numbers as a file."""
    question = questions.load(name)
    with st.popover("How is this computed?", type="tertiary", icon=":material/code:", key=f"explain_{key}"):
        st.markdown(f"**{question.question}** One SELECT; the page adds nothing to it.")
        given = "".join(f" --param {field}={value}" for field, value in params.items() if value is not None)
        st.code(f"horizons ask {name}{given}", language="bash", wrap_lines=True)
        st.code(question.sql, language="sql", height=320)
        download(ask(name, **params), name, ("csv",), f"numbers_{key}")


def download(frame: Frame, name: str, formats: Sequence[str], key: str) -> None:
    """The frame as files; built on the click."""
    for form in formats:
        chosen = exports.EXPORTS[form]
        label = {"csv": "CSV", "xlsx": "Excel", "json": "JSON"}[form]
        st.download_button(
            f"Download {label}",
            data=partial(exports.export, frame, form),
            file_name=f"{name}.{chosen.extension}",
            mime=chosen.mime,
            on_click="ignore",
            key=f"{key}_{form}",
            icon=":material/download:",
        )


def people_table(frame: Frame, key: str, height: int = 290) -> None:
    """Contacts, the telling columns first."""
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        height=height,
        alt="People with company, industry and time",
        column_order=(
            "full_name",
            "company",
            "minutes",
            "strength",
            "last_interaction_on",
            "position",
            "industry_label",
        ),
        column_config={
            "full_name": "Contact",
            "company": "Company",
            "position": "Position",
            "industry_label": "Industry",
            "minutes": st.column_config.NumberColumn("Minutes in the window", format="%.0f"),
            "strength": st.column_config.ProgressColumn(
                "Tie strength, 0 to 100", min_value=0, max_value=100, format="%.0f"
            ),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )


def needs_contacts() -> bool:
    """Whether the workspace is empty; then says so, with the next step."""
    if ask("workspace_state")["contacts"][0]:
        return False
    answer(
        "Bring your files to see your network",
        "A LinkedIn export, a calendar and a list of contacts, as they came.",
    )
    with st.container(horizontal=True):
        if st.button("Import files", type="primary", icon=":material/upload_file:", key="empty_import"):
            st.switch_page("app_pages/imports.py")
        if st.button("Look around with sample data", icon=":material/science:", key="empty_sample"):
            st.switch_page("app_pages/start.py")
    return True
