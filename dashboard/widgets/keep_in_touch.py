"""The parts of the Keep in touch page: capacity, the line of days, who is due, what cools unnoticed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import keep_in_touch as told
from dashboard.questions import Frame
from dashboard.widgets.cadences import often
from dashboard.widgets.choosing import drawn
from dashboard.widgets.figure import download, explain, figure, open_person
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.touching import log_form
from dashboard.widgets.words import escape, rows

Row = Mapping[str, Any]
AHEAD, CARDS, COOLING, CANDIDATES = 63, 8, 6, 500
SNOOZES = {"In a week": 7, "In a month": 30}
PERSON = "Open their page"


def line_of_days(due: Frame) -> None:
    """One dot a person, by the week they are due."""
    picked = figure(
        told.days_finding(due),
        "Each dot is a person, by the week their next contact is due",
        drawn(charts.contacts_due, due),
        "days",
        "contacts_due",
        {"within_days": AHEAD},
        legend=":orange[●] due  :gray[●] to come",
        is_picked=True,
        height="stretch",
    )
    if picked:
        open_person(str(picked[0]["contact_id"]))


def due_now(due: Frame) -> None:
    """Who is due, with what one can do about it; those to come in a table."""
    now = due[due["is_due"]]
    st.header("Due now, warmest first" if len(now) else "Nobody is due", anchor=False)
    with st.grid(2, min_column_width=320, gap="small"):
        for place, person in enumerate(rows(now.head(CARDS))):
            _card(person, place)
    rest = due.iloc[min(len(now), CARDS) :]
    if len(rest):
        _table(rest)
    with st.container(horizontal=True, gap="small"):
        download(due, "contacts_due", ("csv",), "due")
        explain("contacts_due", {"within_days": AHEAD}, "due")


def _card(person: Row, place: int) -> None:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"due_{place}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{escape(person['full_name'])}**", width="content")
            st.badge(told.late(person), color="orange")
        st.caption(escape(" · ".join(part for part in (person["company"], person["industry_label"]) if part)))
        st.caption(escape(told.standing(person)))
        st.space("stretch")
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            log_form(person, str(place))
            _more(person, place)


def _more(person: Row, place: int) -> None:
    moves = [*SNOOZES, *(told.choice(days) for days in (*told.EVERY, 0)), PERSON]
    chosen = st.menu_button("More", moves, key=f"more_{place}", type="tertiary", on_click=_chosen, args=(person, place))
    if chosen == PERSON:
        open_person(person["contact_id"])


def _chosen(person: Row, place: int) -> None:
    word = st.session_state[f"more_{place}"]
    if word in SNOOZES:
        put_off(person, word)
    elif word != PERSON:
        days = next(days for days in (*told.EVERY, 0) if told.choice(days) == word)
        often(person, days)


def put_off(person: Row, word: str) -> None:
    """Not due before that day; ``word`` is a key of SNOOZES."""
    until = date.today() + timedelta(days=SNOOZES[word])
    decide(
        "touch_snooze",
        [{"identity_key": person["identity_key"], "until_on": until}],
        f"{person['full_name']} comes back {word.lower()}.",
    )


def _table(rest: Frame) -> None:
    table: Any = st.dataframe(
        rest[["full_name", "due_on", "cadence_days", "strength", "industry_label", "last_interaction_on", "company"]],
        key="due_table",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=min(320, 38 + 35 * len(rest)),
        placeholder="",
        alt="Who else is due in the weeks to come",
        column_config={
            "full_name": "Contact",
            "due_on": st.column_config.DateColumn("Due on", format="D MMM YYYY"),
            "cadence_days": st.column_config.NumberColumn("Every", format="%d days"),
            "strength": st.column_config.ProgressColumn("Tie strength", min_value=0, max_value=100, format="%.0f"),
            "industry_label": "Industry",
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
            "company": "Company",
        },
    )
    for place in table["selection"]["rows"]:
        open_person(str(rest["contact_id"].iloc[place]))


def cooling() -> None:
    """Warm ties that cool without a cadence: say how often, or let go."""
    frame = ask("losing_touch", people=COOLING)
    if frame.empty:
        return
    with st.container(border=True, key="cooling", gap="small"):
        st.header(told.cooling(frame), anchor=False)
        with st.grid(2, min_column_width=320, gap="small"):
            for place, person in enumerate(rows(frame)):
                with st.container(gap="xxsmall", key=f"cooling_{place}"):
                    st.markdown(f"**{escape(person['full_name'])}** :gray[{escape(person['industry_label'])}]")
                    st.caption(told.cooled(person))
                    with st.container(horizontal=True, gap="xsmall"):
                        for days in (30, 90, 0):
                            st.button(
                                told.choice(days),
                                key=f"cooling_{place}_{days}",
                                type="tertiary",
                                on_click=often,
                                args=(person, days),
                            )
        explain("losing_touch", {"people": COOLING}, "cooling")
