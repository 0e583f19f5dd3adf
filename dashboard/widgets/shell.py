"""What every page stands on: the workspace, asking it, deciding with a way back, and telling errors."""

import logging
import os
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import streamlit as st

from dashboard import questions, warehouse
from dashboard.errors import UserError
from dashboard.questions import Frame, Parameter
from dashboard.settings import workspace_folder
from dashboard.widgets.words import escape

log = logging.getLogger(__name__)
UNDO_SECONDS = 120  # how long the way back is offered; every decision can be changed later on its own page


def workspace() -> warehouse.Workspace:
    """The user's workspace, or the sample's own: made-up people never mix with real ones."""
    return sample_workspace() if is_sample() else own_workspace()


def own_workspace() -> warehouse.Workspace:
    """The user's own data."""
    return warehouse.Workspace(
        workspace_folder(Path(os.environ["HORIZONS_HOME"]) if "HORIZONS_HOME" in os.environ else None)
    )


def sample_workspace() -> warehouse.Workspace:
    """The made-up world's workspace, in a folder of its own inside the user's."""
    return warehouse.Workspace(own_workspace().folder / "sample")


def is_sample() -> bool:
    """Whether the sample workspace is open in this session."""
    return bool(st.session_state.get("is_sample", False))


def open_workspace(is_sample: bool) -> None:
    """Go over to the sample, or back to the user's own data: nothing of the one is shown in the other."""
    for key in ("last_decision", "imported", "writing", "putting_off", "dating", "helping"):
        st.session_state.pop(key, None)
    st.session_state["is_sample"] = is_sample


def keep_in_address() -> None:
    """A copied address opens the same workspace: the sample says so in it."""
    if "is_sample" not in st.session_state:
        st.session_state["is_sample"] = st.query_params.get("data") == "sample" and sample_workspace().file.exists()
    if is_sample():
        st.query_params["data"] = "sample"
    else:
        st.query_params.pop("data", None)


def ask(name: str, **params: Parameter) -> Frame:
    """The answer to a question, cached until the workspace changes, or the day where it depends on that."""
    if questions.takes(name, "today"):
        params.setdefault("today", date.today())
    space = workspace()
    with space.reading() as con:
        version = warehouse.data_version(con)
    return _asked(str(space.folder), version, name, tuple(sorted(params.items())))


@st.cache_data(max_entries=200, show_spinner=False)
def _asked(folder: str, version: int, name: str, params: tuple[tuple[str, Parameter], ...]) -> Frame:
    with warehouse.Workspace(Path(folder)).reading() as con:
        return questions.ask(con, name, dict(params))


def go_to(page: str, **address: str) -> NoReturn:
    """Go to the page of that script. What widgets keep in the address cannot be cleared, only replaced: by nothing, too."""
    st.switch_page(f"app_pages/{page}.py", query_params=address)


def decide(kind: str, decisions: Sequence[Mapping[str, str | bool | date | None]], said: str) -> None:
    """Write a decision down and say so, with a way back on whatever page comes next."""
    undo = warehouse.decide(workspace(), kind, decisions)
    st.session_state["last_decision"] = (kind, undo, said, time.monotonic())


def offer_undo() -> None:
    """The last decision at the foot of the page, with its Undo."""
    kind, undo, said, decided_at = st.session_state.get("last_decision", (None, None, "", 0.0))
    if kind is None or time.monotonic() - decided_at > UNDO_SECONDS:
        return
    with (
        st.bottom,
        st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="undo_bar", width=1080
        ),
    ):
        st.markdown(f":material/check: {escape(said)}", width="content")
        with st.container(horizontal=True, width="content", gap="small"):
            st.button("Undo", key="undo_decision", icon=":material/undo:", on_click=_take_back, args=(kind, undo))
            st.button(
                "Close", key="undo_close", type="tertiary", on_click=st.session_state.pop, args=("last_decision",)
            )


def _take_back(kind: str, undo: Sequence[Mapping[str, str | bool | None]]) -> None:
    warehouse.decide(workspace(), kind, undo)
    st.session_state.pop("last_decision", None)
    st.toast("Taken back.")


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
