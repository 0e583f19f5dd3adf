"""The parts of a page: answer, figure, explanation, download, table of people, empty state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import altair as alt
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import exports, questions
from dashboard.headlines.contacts import SURENESS, SURENESS_HELP
from dashboard.questions import Frame, Parameter
from dashboard.widgets.choosing import clickable
from dashboard.widgets.picture import save_picture
from dashboard.widgets.shell import ask, go_to, open_workspace
from dashboard.widgets.words import escape, telling

TWIN_WIDTH = 560
LONGEST, LONG_NAME = 30, 190  # letters that a column follows; pixels beyond them
SHARES = ("0..1", "-1..1")  # units of columns that are shown in percent
PERCENT = "%.1f%%"
PEOPLE_COLUMNS = (
    "full_name",
    "company",
    "minutes",
    "strength",
    "last_interaction_on",
    "position",
    "industry_label",
    "sureness",
)


def answer(headline: str, lead: str = "") -> None:
    """The page's answer as its heading, and one line of how sure."""
    with st.container(gap="xsmall"):
        st.title(escape(headline), anchor=False)
        if lead:
            st.markdown(lead)


@dataclass(frozen=True)
class Framed:
    """The places of a figure, from top to bottom; ``controls`` is where the page puts a switch of its own."""

    title: DeltaGenerator
    controls: DeltaGenerator | None
    body: DeltaGenerator
    foot: DeltaGenerator


def framed(
    key: str, height: Literal["content", "stretch"] = "content", has_controls: bool = False, is_filled: bool = False
) -> Framed:
    """An empty figure, for a page whose finding depends on a switch inside it. ``is_filled``: its chart is as high as the
    card beside it leaves room for."""
    inner = height if is_filled else "content"
    with st.container(border=True, key=f"figure_{key}", gap="small", height=height, vertical_alignment="distribute"):
        with st.container(gap="small", height=inner):
            title = st.container(gap=None)
            controls = st.container(horizontal=True, vertical_alignment="center", gap="small") if has_controls else None
            body = st.container(gap="small", height=inner)
        foot = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center")
    return Framed(title, controls, body, foot)


def figure(
    finding: str,
    unit: str,
    chart: alt.Chart | alt.LayerChart,
    key: str,
    question: str,
    params: Mapping[str, Parameter],
    legend: str = "",
    chooses: Mapping[str, Any] | None = None,
    is_picked: bool = False,
    height: Literal["content", "stretch"] = "content",
    place: Framed | None = None,
    is_filled: bool = False,
) -> list[dict[str, Any]]:
    """A figure: finding, unit, chart, legend in words, its numbers, the way they are computed.

    With ``chooses`` a click goes into the address, together with these parts of the choice (see ``choosing``). With
    ``is_picked`` the fields of the clicked mark are returned instead.
    """
    place = place or framed(key, height, is_filled=is_filled)
    with place.title:
        st.header(escape(finding), anchor=False)
        st.caption(unit)
    picked: list[dict[str, Any]] = []
    with place.body:
        if chooses is not None:
            clickable(chart, key, f"{finding}. {unit}", chooses)
        else:
            mode: Literal["rerun", "ignore"] = "rerun" if is_picked else "ignore"
            event: Any = st.altair_chart(
                chart,
                key=key,
                on_select=mode,
                alt=f"{finding}. {unit}",
                width="stretch",
                height="stretch" if is_filled else "content",
            )
            picked = event["selection"].get("picked", []) if is_picked else []
    with place.foot:
        st.markdown(f":small[{legend}]" if legend else "", width="content")
        with st.container(horizontal=True, width="content", gap="small"):
            numbers(finding, question, params, key)
            explain(question, params, key)
    return picked


def numbers(finding: str, name: str, params: Mapping[str, Parameter], key: str) -> None:
    """The chart's twin: the same numbers as a table, as a file, and the chart as a picture."""
    opened = st.popover("Numbers", type="tertiary", icon=":material/table:", key=f"numbers_of_{key}", on_change="rerun")
    if not opened.open:  # built when asked for: a page has several of them
        return
    with opened, st.container(width=TWIN_WIDTH, gap="small"):
        answered = ask(name, **params)
        shares = [field.name for field in questions.load(name).columns if field.unit in SHARES]
        st.markdown(f"**{escape(finding)}**")
        st.dataframe(
            in_percent(answered, *shares),
            hide_index=True,
            height=min(320, 38 + 35 * max(len(answered), 1)),
            key=f"twin_{key}",
            alt=finding,
            placeholder="",
            column_order=[field.name for field in questions.load(name).columns if not field.is_handle],
            column_config={field.name: _column(field) for field in questions.load(name).columns},
        )
        with st.container(horizontal=True, gap="small"):
            download(answered, name, ("csv",), f"numbers_{key}")
            save_picture(f"figure_{key}", name)


def in_percent(frame: Frame, *columns: str) -> Frame:
    """Shares as a table shows them with ``PERCENT``: the host's own percent has a digit more or less in every cell."""
    return frame.assign(**{column: 100 * frame[column] for column in columns})


def _column(field: questions.Field) -> Any:
    """How a column of an answer is shown: its name as words, its numbers by their unit."""
    label, unit = field.name.replace("_", " ").capitalize(), "" if field.unit == "-" else f" ({field.unit})"
    if field.unit in SHARES:
        return st.column_config.NumberColumn(label, help=field.meaning, format=PERCENT)
    if field.type == "DOUBLE":
        return st.column_config.NumberColumn(label, help=f"{field.meaning}{unit}", format="%.1f")
    if field.type == "DATE":
        return st.column_config.DateColumn(label, help=field.meaning, format="D MMM YYYY")
    return st.column_config.Column(label, help=f"{field.meaning}{unit}")


def explain(name: str, params: Mapping[str, Parameter], key: str) -> None:
    """How is this computed? The question's own header and SQL, and its parameters here."""
    question = questions.load(name)
    opened = st.popover(
        "How is this computed?", type="tertiary", icon=":material/code:", key=f"explain_{key}", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        st.markdown(f"**{question.question}** One SELECT; the page adds nothing to it.")
        given = "".join(f" --param {field}={value}" for field, value in params.items() if value is not None)
        st.code(f"horizons ask {name}{given}", language="bash", wrap_lines=True)
        st.code(question.sql, language="sql", height=320)


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


def name_column(frame: Frame, label: str = "Contact") -> Any:
    """A column of names as wide as they are; one endless name does not push the other columns out of sight."""
    longest = frame["full_name"].str.len().max()
    return st.column_config.TextColumn(label, width=LONG_NAME if longest > LONGEST else None)


def people_table(frame: Frame, key: str, height: int = 290) -> None:
    """Contacts, the telling columns first; a chosen row opens the person's page."""
    table: Any = st.dataframe(
        frame.assign(sureness=frame["sureness"].map(SURENESS)),
        key=key,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=min(height, 38 + 35 * max(len(frame), 1)),
        alt="People with company, industry and time",
        placeholder="",
        column_order=tuple(map(str, telling(frame[[*PEOPLE_COLUMNS]]))),
        column_config={
            "full_name": name_column(frame),
            "company": "Company",
            "position": "Position",
            "industry_label": "Industry",
            "sureness": st.column_config.TextColumn("How sure", help=SURENESS_HELP),
            "minutes": st.column_config.NumberColumn("Minutes in the window", format="%.0f"),
            "strength": st.column_config.ProgressColumn(
                "Tie strength, 0 to 100", min_value=0, max_value=100, format="%.0f"
            ),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )
    for place in table["selection"]["rows"]:
        open_person(frame["contact_id"].iloc[place])


def empty_state(key: str, headline: str, body: str, action: str = "", page: str = "") -> None:
    """Nothing here yet: why, and the one step that changes it (``page``: the script's name)."""
    with st.container(border=True, key=key, gap="small", horizontal_alignment="center"):
        st.header(escape(headline), anchor=False, text_alignment="center")
        st.markdown(body, text_alignment="center", width=460)
        if action and st.button(action, key=f"{key}_go"):
            go_to(page)


def open_person(contact_id: str) -> None:
    """Go to a contact's page."""
    go_to("person", who=contact_id)


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
            go_to("imports")
        if st.button("Look around with sample data", icon=":material/science:", key="empty_sample"):
            open_workspace(is_sample=False)
            go_to("welcome")
    return True
