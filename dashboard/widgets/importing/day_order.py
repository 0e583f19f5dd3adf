"""Which part of a date is the day, where a table does not tell: asked once, remembered by header."""

from collections.abc import Sequence

import streamlit as st

from dashboard.headlines import imports as told
from dashboard.headlines.words import day
from dashboard.importers.day_month import COLUMN, DAY_FIRST, MONTH_FIRST, DayOrder
from dashboard.warehouse import SourceFile
from dashboard.widgets.importing.mapping import is_of
from dashboard.widgets.shell import decide
from dashboard.widgets.words import escape


def day_order(orders: Sequence[DayOrder], refused: Sequence[SourceFile]) -> bool:
    """The question for each such table; False while an answer is missing, without which nothing may be imported.

    A file that cannot be read without the answer stays out and holds nobody up.
    """
    for number, order in enumerate(orders):
        _asked(number, order)
    return all(order.said or any(is_of(order, source) for source in refused) for order in orders)


def _asked(number: int, order: DayOrder) -> None:
    key = f"day_order_{number}_{order.key}"
    with st.container(border=True, key=f"day_order_box_{number}", gap="small"):
        st.header(escape(told.which_day(order.example)), anchor=False)
        st.caption(escape(f"Nothing in {order.table} tells day and month apart. It is remembered for files with these columns."))
        st.session_state[key] = order.said or None
        days = dict(zip((DAY_FIRST, MONTH_FIRST), map(day, order.days), strict=True))
        st.radio(
            "Which day it is",
            tuple(days),
            format_func=days.__getitem__,
            key=key,
            horizontal=True,
            label_visibility="collapsed",
            on_change=_say,
            args=(order, key),
        )


def _say(order: DayOrder, key: str) -> None:
    said = st.session_state[key]
    decision = {"header_key": order.key, "column_key": COLUMN, "meaning": said}
    decide("column_mapping", [decision], told.read_as(order.table, said))
