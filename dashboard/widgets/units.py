"""Concentration by another unit than industries: what can be told of employers, functions, or how long people are known."""

from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import concentration
from dashboard.headlines import units as told
from dashboard.headlines.words import NOUN, spelled
from dashboard.questions import Frame, Parameter
from dashboard.widgets.choosing import chosen_within, drawn, let_go
from dashboard.widgets.figure import answer, empty_state, figure, open_person, people_table
from dashboard.widgets.head import ending
from dashboard.widgets.shell import ask
from dashboard.widgets.trend import TRAIL_DAYS
from dashboard.widgets.words import escape, row

Row = dict[str, Any]
Params = dict[str, Parameter]
DRAWN, HOLDERS = 15, 9
COMPARED, FEWEST_POINTS = 3, 3
ROW_HEIGHT, HEAD_HEIGHT, MOST_ROWS = 35, 38, 8


def unit() -> str:
    """What the page looks at, kept in the address: industry unless the reader says otherwise."""
    chosen = st.segmented_control(
        "Look at",
        list(told.UNITS),
        default="Industries",
        required=True,
        key="unit",
        label_visibility="collapsed",
        bind="query-params",
        wrap=True,
    )
    return told.UNITS[chosen or "Industries"]


def told_by(unit: str, summary: Row, params: Params, window: str, head: Any) -> None:
    """The answer into ``head``, the bars, the people behind a chosen one, and on whom all of it rests."""
    asked = params | {"unit": unit}
    frame = ask("unit_shares", **asked)
    with head:
        answer(*told.headline(frame, summary, unit, escape(told.leader(frame))))
    shown = frame[frame["share"] > 0].head(DRAWN)
    if shown.empty:
        empty_state("no_units", "Nothing to show", f"{window}.", "See your contacts", "contacts")
        return
    within = chosen_within()
    _bars(shown.sort_values("within") if unit == "known" else shown, summary, asked, window, within)
    chosen = frame[frame["within"] == within]
    if len(chosen):
        _behind(row(chosen), asked | {"within": within}, window)
    _trend(unit, params)
    _rests_on(summary, params)


def _trend(unit: str, params: Params) -> None:
    if unit == "known":
        st.caption(told.NO_TREND)
        return
    asked = ending(params) | {"unit": unit, "most": COMPARED}
    frame = ask("unit_trends", **asked)
    frame = frame[frame["share"].notna()]
    if frame["period_on"].nunique() < FEWEST_POINTS:
        return
    figure(
        told.trend(frame),
        f"Share of the known minutes, {TRAIL_DAYS} days up to each date · the {spelled(frame['within'].nunique())} "
        f"{told.MANY[unit]} with most time in all of it · choose a line to see who",
        drawn(charts.unit_trends, frame, unit.capitalize()),
        f"trend_{unit}",
        "unit_trends",
        asked,
        chooses={},
    )


def _bars(shown: Frame, summary: Row, asked: Params, window: str, within: str) -> None:
    unit = str(asked["unit"])
    home = f":blue[■] {summary['home_label']}  :gray[■] others" if shown["is_home"].any() else ""
    figure(
        escape(told.finding(shown, unit)).replace("\\\\", ""),
        f"Share of your {NOUN[summary['weighting']]} as far as it is known · number of people you know · {window} · "
        "choose a bar to see who",
        drawn(charts.unit_shares, shown, within),
        f"units_{unit}",
        "unit_shares",
        asked,
        legend=home,
        chooses={},
    )


def _behind(chosen: Row, asked: Params, window: str) -> None:
    """The people behind the chosen bar, with the chip that lets it go."""
    people = ask("time_by_contact", **asked)
    with st.container(border=True, key="people_behind", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            where = told.where(chosen["label"], str(asked["unit"]))
            st.header(escape(concentration.behind(where, people)), anchor=False, width="content")
            st.button(
                escape(f"{chosen['label']} · {window}"),
                icon=":material/close:",
                key="clear_choice",
                on_click=let_go,
                help="Choose nothing",
            )
        if not people.empty:
            st.caption(concentration.listed(row(people.head(1))["of_people"], len(people), is_met_only=False))
            people_table(people, "people_of_choice", HEAD_HEIGHT + ROW_HEIGHT * min(len(people), MOST_ROWS))


def _rests_on(summary: Row, params: Params) -> None:
    listed = params | {"people": HOLDERS}
    frame = ask("time_by_contact", **listed)
    if frame.empty:
        return
    picked = figure(
        concentration.rests_on(summary),
        f"Share of everything · the {spelled(len(frame))} who hold most · choose one to see more",
        drawn(charts.time_by_contact, frame),
        "holders",
        "time_by_contact",
        listed,
        is_picked=True,
    )
    if picked:
        open_person(str(picked[0]["contact_id"]))
