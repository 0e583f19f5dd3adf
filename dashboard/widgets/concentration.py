"""The parts of the Concentration page: each figure but the trend, and the people behind a clicked mark."""

from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import concentration as told
from dashboard.headlines.how_sure import without_largest
from dashboard.headlines.words import NOUN, has, spelled
from dashboard.questions import Frame, Parameter
from dashboard.widgets.choosing import chosen, clickable, drawn, let_go
from dashboard.widgets.figure import empty_state, figure, framed, open_person, people_table
from dashboard.widgets.head import ending
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, row

Row = dict[str, Any]
Params = dict[str, Parameter]
FIGURES = ("horizon", "shares", "trend", "moved", "months")
MOVED_BY = {"Industries": "industry", "People": "person"}
HOLDERS = 9
ROW_HEIGHT, HEAD_HEIGHT, MOST_ROWS = 35, 38, 8


def horizon(frame: Frame, unit: str) -> None:
    """The signature bar with its legend in words."""
    with st.container(gap=None, key="figure_horizon"):
        clickable(drawn(charts.horizon, frame, _shown()), "horizon", f"{unit}. The dashed piece is not known", {})
        st.markdown(horizon_legend(frame, unit))


def horizon_legend(frame: Frame, unit: str) -> str:
    """Of the colours of the bar those that it has, in words."""
    gap = ":orange[■] below your target"
    parts = [gap] if (~frame["is_home"] & frame["share"].between(0, frame["target_share"], "neither")).any() else []
    parts += ["the outline is what is not known"] if frame["industry"].isna().any() else []
    return f":small[{' · '.join([*parts, unit])}]"


def shares(known: Frame, summary: Row, params: Params) -> None:
    """Ranked bars without home."""
    legend = ":orange[■] ▾ below your target  :gray[■] at or above it"
    if known["share_before"].notna().any():
        legend += "  **|** the window before"
    if known["is_home"].all():
        return
    without = f", without {summary['home_label']}" if known["is_home"].any() else ""
    figure(
        told.leaders(known, summary["home_label"]),
        f"Share of your {NOUN[summary['weighting']]} with a known industry{without} · number of people you know · "
        "choose a bar to see who",
        drawn(charts.industry_concentration, known, _shown()),
        "shares",
        "industry_concentration",
        params,
        legend=legend,
        chooses={},
    )


def without_time(known: Frame, summary: Row) -> None:
    """The industries with nothing, as a sentence instead of empty rows."""
    nothing = told.nothing(known)
    if nothing:
        what = "No time at all" if summary["weighting"] == "minutes" else "Nobody"
        st.caption(f"{what}: " + "\u00a0· ".join(nothing))


def nothing_known(params: Params, window: str) -> None:
    """Time without a single known industry: the people behind it, whose companies would tell."""
    people = ask("time_by_contact", **params)
    if people.empty:
        empty_state("no_time", "Nobody counts in this window", f"{window}.", "Import files", "imports")
        return
    with st.container(border=True, key="figure_unknown", gap="small"):
        st.header("The people behind it", anchor=False)
        st.caption(f"{window} · most time first · choose a row to say where they work")
        people_table(people, "people_unknown", HEAD_HEIGHT + ROW_HEIGHT * min(len(people), MOST_ROWS))
        st.page_link("app_pages/contacts.py", label="All contacts", icon=":material/group:")


def moved(change: Row, summary: Row, params: Params) -> None:
    """What moved the home share, by industry or by person; where nothing can be compared, what would be needed."""
    if ask("home_share_change", **params).empty:
        with st.container(border=True, height="stretch", key="figure_moved", gap="small"):
            st.header("What moved it cannot be told yet", anchor=False)
            st.markdown(told.not_comparable(summary))
        return
    place = framed("moved", "stretch", has_controls=True)
    with place.controls or place.body:
        told_by = st.segmented_control(
            "Told by",
            list(MOVED_BY),
            default="Industries",
            required=True,
            key="moved_by",
            label_visibility="collapsed",
            bind="query-params",
        )
    is_of_people = told_by == "People"
    given = params | {"by": MOVED_BY[told_by or "Industries"]}
    steps = ask("home_share_change", **given)
    picked = figure(
        told.moved(steps, change, summary),
        told.against(change, int(str(params["window_days"]))),
        drawn(charts.home_share_change, steps, _shown()),
        "moved_people" if is_of_people else "moved",
        "home_share_change",
        given,
        legend=f":blue[■] toward {summary['home_label']}  :gray[■] away from it",
        chooses=None if is_of_people else {},
        is_picked=is_of_people,
        place=place,
    )
    with place.body:
        st.caption(escape(told.concentration_moved(row(ask("concentration_change", **given).head(1)))))
    if picked and picked[0].get("contact_id"):
        open_person(str(picked[0]["contact_id"]))


def rests_on(summary: Row, params: Params) -> None:
    """The nine who hold most, of all or of what was chosen; a click opens the person."""
    choice = chosen()
    listed = _narrowed(params) | {"people": HOLDERS}
    frame = ask("time_by_contact", **listed)
    frame = frame[frame["share"] > 0]
    if frame.empty:
        return
    what = "all minutes" if summary["weighting"] == "minutes" else "everybody who counts"
    home = f":blue[■] {summary['home_label']}  " if has(summary["home_label"]) else ""
    place = framed("holders", "stretch")
    picked = figure(
        told.hold_most(choice.where, frame) if choice and choice.code else told.rests_on(summary),
        f"Share of {what} · the {spelled(len(frame))} who hold most · choose one to see more",
        drawn(charts.time_by_contact, frame),
        "holders",
        "time_by_contact",
        listed,
        legend=f"{home}:gray[■] others",
        is_picked=True,
        place=place,
    )
    if not choice:
        with place.body:
            st.caption(escape(without_largest(summary)))
    if picked:
        open_person(str(picked[0]["contact_id"]))


def months(summary: Row, params: Params) -> None:
    """Hours by industry and month, home left out."""
    frame = ask("industry_months", **ending(params))
    shown = frame[~frame["is_home"]]
    if shown["month_on"].nunique() < 2 or not shown["hours"].sum():
        return
    choice = chosen()
    cell = f"{choice.industry} {choice.until}" if choice and choice.at == "months" else _shown()
    without = f", without {summary['home_label']}" if has(summary["home_label"]) else ""
    figure(
        told.idle(shown),
        f"Hours a month{without} · a dot is a month without any time · choose a cell to see who",
        drawn(charts.industry_months, frame, cell),
        "months",
        "industry_months",
        ending(params),
        chooses={},
    )


def behind(key: str, params: Params, window: str) -> None:
    """The people behind what was clicked in the figure of that key; with the chip that lets it go."""
    choice = chosen()
    if choice is None or (choice.at if choice.at in FIGURES else "shares") != key:
        return
    if choice.until and choice.days:
        window = told.days_of(choice.until, choice.days)
    people = ask("time_by_contact", **_narrowed(params))
    if choice.until:
        people = people[people["minutes"] > 0]
    with st.container(border=True, key="people_behind", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.header(told.behind(choice.where, people), anchor=False, width="content")
            st.button(
                f"{choice.label} · {window}",
                icon=":material/close:",
                key="clear_choice",
                on_click=let_go,
                help="Choose nothing",
            )
        if people.empty:
            st.markdown("Nobody of these days. Choose another mark.")
            return
        st.caption(told.listed(row(people.head(1))["of_people"], len(people), bool(choice.until)))
        people_table(people, "people_of_choice", HEAD_HEIGHT + ROW_HEIGHT * min(len(people), MOST_ROWS))


def _narrowed(params: Params) -> Params:
    """What the page is asked with, narrowed to the industry and the days that were chosen."""
    choice = chosen()
    if choice is None:
        return params
    given = params | {"industry": choice.code}
    if choice.until and choice.days:
        given |= {"as_of": choice.until, "window_days": choice.days, "weighting": "minutes"}
    return given


def _shown() -> str:
    choice = chosen()
    return choice.shown if choice else ""
