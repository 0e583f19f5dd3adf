"""What every page stands on: the workspace, asking it, deciding, and telling errors."""

import logging
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from dashboard import questions, warehouse
from dashboard.errors import UserError
from dashboard.questions import Frame, Parameter
from dashboard.settings import workspace_folder
from dashboard.widgets.words import escape

log = logging.getLogger(__name__)


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


@contextmanager
def errors_told(where: str) -> Iterator[None]:
    """The one place where an error becomes words: the user's with what to do, ours with a reference into the log."""
    try:
        yield
    except UserError as error:
        st.error(escape(error.hint), title=escape(error.message), icon=":material/error:")
        st.button("Try again", key=f"try_again_{where}")
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("%s failed, reference %s", where, reference)
        st.error(
            f"The mistake is ours. Nothing was changed. Reference {reference}.",
            title="This page stumbled.",
            icon=":material/error:",
        )
        st.button("Try again", key=f"try_again_{where}")
