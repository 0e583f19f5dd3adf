"""What the columns of a spreadsheet mean: our guess, its first cells, and the user's word, remembered by header."""

from collections.abc import Sequence

import streamlit as st

from dashboard import importers
from dashboard.headlines import imports as told
from dashboard.importers.column_mapping import KINDS, LEAVE_OUT, TABLE, Column, Layout
from dashboard.importers.day_month import DayOrder
from dashboard.warehouse import SourceFile
from dashboard.widgets.shell import decide
from dashboard.widgets.words import escape


def explained(layouts: Sequence[Layout], refused: Sequence[SourceFile]) -> list[Layout]:
    """The tables that cannot be read, or could not before their columns were explained: their place stays the same."""
    asked: set[int] = st.session_state.setdefault("asked_tables", set())
    asked |= {_number(layout) for layout in layouts if any(is_of(layout, source) for source in refused)}
    return [layout for layout in layouts if _number(layout) in asked]


def is_of(layout: Layout | DayOrder, source: SourceFile) -> bool:
    """Whether the table lies in that file."""
    return layout.table == source.name or layout.table.startswith((f"{source.name} › ", f"{source.name}/"))


def mapping(layouts: Sequence[Layout], expanded: bool) -> None:
    """Tables people made themselves, column by column."""
    for layout in layouts:
        number = _number(layout)
        heading = escape(told.reading(layout.table, layout.kind))
        with st.expander(heading, expanded=expanded, icon=":material/table:", key=f"mapping_{number}"):
            _table(number, layout)


def _table(number: int, layout: Layout) -> None:
    st.caption("Say what is wrong. It is remembered for every file with these columns.")
    key = f"lists_{number}"
    st.session_state[key] = layout.kind
    st.selectbox(
        "Each row is about",
        (*KINDS, LEAVE_OUT),
        format_func=told.KINDS.__getitem__,
        key=key,
        index=None,
        placeholder="Say what it lists",
        on_change=_say_kind,
        args=(layout, key),
    )
    if layout.kind not in KINDS:
        for column in layout.columns:
            _shown(column)
        return
    fields = (*_fields(str(layout.kind)), LEAVE_OUT)
    with st.container(height=420 if len(layout.columns) > 8 else "content", border=False, gap="small"):
        for place, column in enumerate(layout.columns):
            _column(f"means_{number}_{place}", layout, column, fields)


def _column(key: str, layout: Layout, column: Column, fields: Sequence[str]) -> None:
    # The page says what holds, also where another column took this one's meaning.
    st.session_state[key] = column.meaning if column.meaning in fields else LEAVE_OUT
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        _shown(column)
        st.selectbox(
            escape(f"{column.name} means"),
            fields,
            format_func=told.MEANINGS.__getitem__,
            key=key,
            width=210,
            label_visibility="collapsed",
            on_change=_say_meaning,
            args=(layout, column, key),
        )


def _shown(column: Column) -> None:
    with st.container(gap=None, width=300):
        st.markdown(f"**{escape(column.name)}**")
        st.caption(escape(" · ".join(sample[:40] for sample in column.samples)) or "no values")


def _number(layout: Layout) -> int:
    """The tables that wait, counted as they come: their keys stay the same whether they can be read or not."""
    seen: list[tuple[object, ...]] = st.session_state.setdefault("mapped_tables", [])
    table = (layout.table, layout.key, *(column.samples for column in layout.columns))
    if table not in seen:
        seen.append(table)
    return seen.index(table)


def _fields(kind: str) -> tuple[str, ...]:
    fields: tuple[str, ...] = importers.by_kind(kind).FIELDS
    return fields


def _say_kind(layout: Layout, key: str) -> None:
    kind = st.session_state[key]
    decide("column_mapping", [_decision(layout, TABLE, kind)], told.lists(layout.table, kind))


def _say_meaning(layout: Layout, column: Column, key: str) -> None:
    """Write it down; a column that had this meaning until now is left out."""
    meaning = st.session_state[key]
    given_up = [other for other in layout.columns if other.meaning == meaning != LEAVE_OUT and other != column]
    decide(
        "column_mapping",
        [_decision(layout, column.key, meaning), *(_decision(layout, other.key, LEAVE_OUT) for other in given_up)],
        f"“{column.name}” means: {told.MEANINGS[meaning]}.",
    )


def _decision(layout: Layout, column_key: str, meaning: str | None) -> dict[str, str | None]:
    return {"header_key": layout.key, "column_key": column_key, "meaning": meaning}
