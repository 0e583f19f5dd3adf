"""Streamlit glue shared by the pages: workspace, asking, page head, figure, explanation, empty state."""

import logging
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import altair as alt
import streamlit as st

from dashboard import exports, questions, warehouse
from dashboard.errors import UserError
from dashboard.questions import Frame, Parameter
from dashboard.settings import workspace_folder

log = logging.getLogger(__name__)
WINDOWS = {"90 days": 90, "1 year": 365, "2 years": 730, "All": 36_500}
WEIGHTINGS = {"Minutes": "minutes", "People": "people", "Warm ties": "warm"}
MINUTES_HELP = "Minutes count time together; People count everyone once; Warm ties count who is close now."


def workspace() -> warehouse.Workspace:
    """The user's workspace, or the sample's own: made-up people never mix with real ones."""
    folder = workspace_folder(Path(os.environ["HORIZONS_HOME"]) if "HORIZONS_HOME" in os.environ else None)
    return warehouse.Workspace(folder / "sample" if is_sample() else folder)


def is_sample() -> bool:
    """Whether the sample workspace is open in this session."""
    return bool(st.session_state.get("is_sample", False))


def ask(name: str, **params: Parameter) -> Frame:
    """The answer to a question, cached until the workspace changes."""
    with workspace().reading() as con:
        version = warehouse.data_version(con)
    return _asked(str(workspace().folder), version, name, tuple(sorted(params.items())))


@contextmanager
def errors_told(where: str) -> Iterator[None]:
    """The one place where an error becomes words: the user's with what to do, ours with a reference into the log."""
    try:
        yield
    except UserError as error:
        st.error(escape(error.hint), title=error.message, icon=":material/error:")
        st.button("Try again", key=f"try_again_{where}")
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("%s failed, reference %s", where, reference)
        st.error(
            f"The mistake is ours. Nothing was changed. Reference {reference}.", title="This page stumbled.",
            icon=":material/error:",
        )
        st.button("Try again", key=f"try_again_{where}")


@st.cache_data(max_entries=200, show_spinner=False)
def _asked(folder: str, version: int, name: str, params: tuple[tuple[str, Parameter], ...]) -> Frame:
    with warehouse.Workspace(Path(folder)).reading() as con:
        return questions.ask(con, name, dict(params))


def decide(kind: str, decisions: Sequence[Mapping[str, str | bool | None]], said: str) -> None:
    """Write a decision down and say so, with a way back."""
    undo = warehouse.decide(workspace(), kind, decisions)
    st.session_state["last_decision"] = (kind, undo, said)
    st.toast(said)


def offer_undo() -> None:
    """The last decision, with its Undo, until the next one."""
    if "last_decision" not in st.session_state:
        return
    kind, undo, said = st.session_state["last_decision"]
    with st.container(horizontal=True, vertical_alignment="center", key="undo_row"):
        st.caption(f":material/check: {escape(said)}", width="content")
        if st.button("Undo", key="undo_decision", type="tertiary", icon=":material/undo:"):
            warehouse.decide(workspace(), kind, undo)
            del st.session_state["last_decision"]
            st.rerun()


def page_head(kicker: str, windowed: bool = False) -> tuple[int, str]:
    """The small line above, with window and weighting where the page uses them: returns days and weighting."""
    days, weighting = WINDOWS["1 year"], "minutes"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="head"):
        st.caption(kicker, width="content")
        if windowed:
            with st.container(horizontal=True, width="content", gap="small"):
                chosen = st.segmented_control(
                    "Counted by", list(WEIGHTINGS), default="Minutes", required=True, key="by", help=MINUTES_HELP,
                    label_visibility="collapsed", bind="query-params", persist_state="session",
                )
                window = st.segmented_control(
                    "Window", list(WINDOWS), default="1 year", required=True, key="window",
                    label_visibility="collapsed", bind="query-params", persist_state="session",
                )
            days, weighting = WINDOWS[window or "1 year"], WEIGHTINGS[chosen or "Minutes"]
    return days, weighting


def answer(headline: str, lead: str = "") -> None:
    """The page's answer as its heading, and one line of how sure."""
    st.title(escape(headline), anchor=False)
    if lead:
        st.markdown(lead)


def figure(
    finding: str, unit: str, chart: alt.Chart | alt.LayerChart, key: str, question: str,
    params: Mapping[str, Parameter], legend: str = "", pick: bool = False,
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
            f"Download {label}", data=lambda form=form: exports.export(frame, form), file_name=f"{name}.{chosen.extension}",
            mime=chosen.mime, on_click="ignore", key=f"{key}_{form}", icon=":material/download:",
        )


def people_table(frame: Frame, key: str, height: int = 290) -> None:
    """Contacts, the telling columns first."""
    st.dataframe(
        frame, key=key, hide_index=True, height=height, alt="People with company, industry and time",
        column_order=("full_name", "company", "minutes", "strength", "last_interaction_on", "position", "industry_label"),
        column_config={
            "full_name": "Contact", "company": "Company", "position": "Position", "industry_label": "Industry",
            "minutes": st.column_config.NumberColumn("Minutes in the window", format="%.0f"),
            "strength": st.column_config.ProgressColumn("Tie strength, 0 to 100", min_value=0, max_value=100, format="%.0f"),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )


def needs_contacts() -> bool:
    """Whether the workspace is empty; then says so, with the next step."""
    if ask("workspace_state")["contacts"][0]:
        return False
    answer("Bring your files to see your network", "A LinkedIn export, a calendar and a list of contacts, as they came.")
    with st.container(horizontal=True):
        if st.button("Import files", type="primary", icon=":material/upload_file:", key="empty_import"):
            st.switch_page("app_pages/imports.py")
        if st.button("Look around with sample data", icon=":material/science:", key="empty_sample"):
            st.switch_page("app_pages/start.py")
    return True


def escape(text: str) -> str:
    """Somebody's words inside Markdown: never formatting, never HTML, never a link.

    An address becomes a link whatever is escaped around it, so an invisible word joiner parts it.
    """
    parted = text.replace("@", "\u2060@").replace("://", ":\u2060//").replace("www.", "www\u2060.")
    return "".join(f"\\{char}" if char in r"\`*_{}[]()#+-.!|<>~$:" else char for char in parted)


def rows(answer: Frame) -> list[dict[str, Any]]:
    """The rows as dictionaries, NULL as None: a frame says "nan" for both numbers and words."""
    known = answer.astype(object).where(answer.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in known.to_dict("records")]


def row(answer: Frame) -> dict[str, Any]:
    """The one row of an answer."""
    return rows(answer)[0]


def frame(rows: Sequence[Mapping[str, Any]]) -> Frame:
    """Rows as a table to show."""
    return Frame(list(rows))
