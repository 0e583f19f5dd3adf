"""The assumptions on the Workspace page: each with its default, what it does to the answer, and the way back."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import industries, warehouse
from dashboard.headlines import workspace as told
from dashboard.headlines.words import has
from dashboard.questions import Frame
from dashboard.widgets.shell import ask, decide, workspace
from dashboard.widgets.trying import trials, try_all
from dashboard.widgets.words import escape, frame, rows

TIME = (
    "minutes_meeting",
    "minutes_call",
    "minutes_mail_sent",
    "minutes_mail_received",
    "minutes_message_sent",
    "minutes_message_received",
    "event_cap_minutes",
    "audience_over",
    "tentative_weight",
)
TIES = ("half_life_days", "strength_half_minutes", "warm_from")
ASKS = ("asks_per_week", "minutes_asking", "minutes_ask", "asks_per_industry")
CHANCES = ("knows_works", "knows_worked", "knows_at_most", "odds_trade", "odds_together")
FILES = "As your files tell it"
Rows = Mapping[str, Mapping[str, Any]]


def assumptions() -> dict[str, dict[str, Any]]:
    """Name -> the row of the question."""
    return {row["name"]: row for row in rows(ask("assumptions"))}


def time_counted(assumed: Rows) -> None:
    """How minutes come about."""
    with st.container(border=True, key="assume_time", gap="small"):
        st.header("How time is counted", anchor=False)
        with st.grid(2, min_column_width=250):
            _choice(assumed["sharing"])
            _choice(assumed["counts_colleagues"])
        with st.grid(3, min_column_width=210):
            for name in TIME:
                _number(assumed[name])


def ties_counted(assumed: Rows) -> None:
    """How warm a tie is."""
    with st.container(border=True, key="assume_ties", gap="small"):
        st.header("When a tie is warm", anchor=False)
        st.caption("Tie strength tells how alive a relation is now, from 0 to 100. It is no score of a person's worth.")
        with st.grid(3, min_column_width=210):
            for name in TIES:
                _number(assumed[name])


def asks_chosen(assumed: Rows) -> None:
    """How many asks a week, and who is thought to know somebody in an industry."""
    with st.container(border=True, key="assume_asks", gap="small"):
        st.header("Whom you ask", anchor=False)
        st.caption("One open ask per person, and nobody asked twice in 90 days: that is no assumption.")
        with st.grid(4, min_column_width=180):
            for name in ASKS:
                _number(assumed[name])
        st.markdown("**Chance that somebody knows a person in an industry**")
        with st.grid(3, min_column_width=210):
            for name in CHANCES:
                _number(assumed[name])


def limits(assumed: Rows) -> None:
    """The limits of a week's asks alone, where they are used."""
    for name in ASKS:
        _number(assumed[name])


def aims(assumed: Rows) -> None:
    """What the numbers are held against."""
    with st.container(border=True, key="assume_aims", gap="small"):
        st.header("What you aim for", anchor=False)
        with st.grid(2, min_column_width=250):
            _choice(assumed["target_mix"], told.MIXES)
            _choice(assumed["reference_population"], "US employment of May 2025, in shares of 24 industries.")


def about_you(assumed: Rows) -> None:
    """Industry and time zone."""
    with st.container(border=True, key="about_you", gap="small"):
        st.header("You", anchor=False)
        with st.grid(2, min_column_width=250):
            _home(assumed["home_industry"])
            _time_zone(assumed["time_zone"])


def does_the_answer_change() -> None:
    """The home share at half and at double of each number; worked out on demand, for it takes a while."""
    with st.container(border=True, key="effects", gap="small"):
        tried = trials()
        st.header(told.effects(tried) if tried else "Does the answer change?", anchor=False)
        if tried:
            _effects_table(tried)
            return
        st.markdown("Each assumption is tried at half and at double of what it is. Nothing is kept of it.")
        try_all("Try them all")


def _effects_table(tried: Sequence[Mapping[str, Any]]) -> None:
    assumed = assumptions()
    shown: Frame = frame(
        [
            {
                "assumption": told.label(trial["name"]),
                "tried": told.setting(assumed[trial["name"]], trial["setting"]),
                "home_share": told.share(trial["home_share"]),
                "change": told.points(trial["change"]),
                "effective_industries": trial["effective_industries"],
                "counted": {"minutes": "Minutes", "warm": "Warm ties", "people": "People"}[trial["weighting"]],
            }
            for trial in sorted(tried, key=lambda trial: -abs(trial["change"] or 0))
        ]
    )
    st.dataframe(
        shown,
        key="effects_table",
        hide_index=True,
        height=320,
        column_order=("change", "assumption", "tried", "home_share", "effective_industries", "counted"),
        alt="Home share and effective industries with each assumption set otherwise",
        column_config={
            "assumption": st.column_config.TextColumn("Assumption", width="medium"),
            "tried": "Tried",
            "home_share": st.column_config.TextColumn("Home share then", alignment="right"),
            "change": st.column_config.TextColumn("Change, points", alignment="right"),
            "effective_industries": st.column_config.NumberColumn("Effective industries", format="%.1f"),
            "counted": "Counted by",
        },
    )


def _number(row: Mapping[str, Any]) -> None:
    """A number within its limits."""
    key, kind = f"assume_{row['name']}", int if row["is_whole"] else float
    st.session_state[key] = kind(float(row["setting"]))  # also after an undo or a reset
    with st.container(gap="xxsmall", key=f"row_{row['name']}"):
        st.number_input(
            told.LABELS[row["name"]],
            kind(row["lowest"]),
            kind(row["highest"]),
            key=key,
            step=1 if row["is_whole"] else 0.05 if row["highest"] == 1 else 1.0,
            format="%d" if row["is_whole"] else "%g",
            help=row["meaning"],
            on_change=_decide_number,
            args=(row["name"],),
        )
        _default(row)


def _choice(row: Mapping[str, Any], remark: str = "") -> None:
    """One of a few."""
    key = f"assume_{row['name']}"
    st.session_state[key] = row["setting"]
    with st.container(gap="xxsmall", key=f"row_{row['name']}"):
        st.segmented_control(
            told.LABELS[row["name"]],
            list(row["choices"]),
            required=True,
            format_func=told.CHOICES.__getitem__,
            key=key,
            on_change=_decide_choice,
            args=(row["name"],),
        )
        if remark:
            st.caption(remark)
        _default(row)


def _home(row: Mapping[str, Any]) -> None:
    key = "assume_home_industry"
    st.session_state[key] = row["setting"] or FILES
    with st.container(gap="xxsmall", key="row_home_industry"):
        st.selectbox(
            told.LABELS["home_industry"],
            [FILES, *industries.CODES],
            format_func=lambda code: FILES if code == FILES else industries.BY_CODE[code].label,
            key=key,
            on_change=_decide_choice,
            args=("home_industry",),
        )
        state = rows(ask("workspace_state"))[0]
        if state["home_industry"] and not row["setting"]:
            known = industries.BY_CODE[state["home_industry"]].label
            st.caption(escape(f"{known}, from {state['home_source']}"))
        _default(row)


def _time_zone(row: Mapping[str, Any]) -> None:
    key, browser = "assume_time_zone", st.context.timezone
    st.session_state[key] = row["setting"]
    with workspace().reading() as con:
        zones = warehouse.time_zones(con)
    with st.container(gap="xxsmall", key="row_time_zone"):
        st.selectbox(
            told.LABELS["time_zone"], zones, key=key, on_change=_decide_choice, args=("time_zone",), help=row["meaning"]
        )
        if browser in zones and browser != row["setting"]:
            st.button(
                f"Use {browser}, as your browser says",
                key="browser_zone",
                type="tertiary",
                on_click=_decide,
                args=("time_zone", browser),
            )


def _default(row: Mapping[str, Any]) -> None:
    """What it does, what the default is, and the way back to it."""
    said = told.effect([trial for trial in trials() if trial["name"] == row["name"]])
    default = told.setting(row, row["default_setting"])
    if not told.is_changed(row):
        st.caption(" · ".join(part for part in (f"Default: {default}", said) if part and has(row["default_setting"])))
        return
    if said:
        st.caption(said)
    st.button(
        f"Back to {default}",
        key=f"reset_{row['name']}",
        type="tertiary",
        icon=":material/restart_alt:",
        on_click=_decide,
        args=(row["name"], None),
    )


def _decide_number(name: str) -> None:
    _decide(name, f"{st.session_state[f'assume_{name}']:g}")


def _decide_choice(name: str) -> None:
    chosen = st.session_state[f"assume_{name}"]
    _decide(name, None if chosen == FILES else chosen)


def _decide(name: str, setting: str | None) -> None:
    row = assumptions()[name]
    decide("assumption", [{"name": name, "setting": setting}], f"{told.label(name)}: {_said(row, setting)}.")


def _said(row: Mapping[str, Any], setting: str | None) -> str:
    if setting is None:
        return "back to " + told.setting(row, row["default_setting"])
    return industries.BY_CODE[setting].label if row["name"] == "home_industry" else told.setting(row, setting)
