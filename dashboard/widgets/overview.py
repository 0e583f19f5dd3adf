"""The parts of the Overview: three numbers, the next thing in each step, what the last import changed."""

from datetime import date
from typing import Any, Literal

import streamlit as st

from dashboard import charts, planner
from dashboard.headlines import gaps
from dashboard.headlines import overview as told
from dashboard.intros import week_asks
from dashboard.questions import Frame, Parameter
from dashboard.widgets.choosing import chosen, clickable, drawn
from dashboard.widgets.concentration import horizon_legend
from dashboard.widgets.head import ending
from dashboard.widgets.planning import entry_line
from dashboard.widgets.shell import ask, go_to
from dashboard.widgets.words import escape, rows

Row = dict[str, Any]
Params = dict[str, Parameter]
MOST_ENTRIES = 6  # of an agenda that the Plan page has whole


def horizon(frame: Frame, window: str) -> None:
    """The signature bar; a click leads to the people, on Concentration."""
    with st.container(gap=None, key="figure_horizon"):
        clickable(
            drawn(charts.horizon, frame), "horizon", f"Known industries, {window}. The dashed piece is not known", {}
        )
        st.markdown(horizon_legend(frame, window))
    choice = chosen() if st.session_state.pop("picked_in", "") == "horizon" else None
    if choice:
        go_to("concentration", industry=choice.industry, at="horizon")


def numbers(summary: Row, change: Row, params: Params) -> None:
    """Home share, effective industries, hours outside; each with its trend of two years."""
    trend = ask("concentration_trend", **ending(params)) if summary["weighting"] == "minutes" else None
    lines = {
        "home_share": (told.home_share(summary, change), "home_share", "line"),
        "effective": (told.effective_industries(change), "effective_industries", "line"),
        "outside": (told.outside(summary, change), "outside_hours_per_month", "bar"),
    }
    with st.grid(3, min_column_width=230):
        for key, (metric, column, form) in lines.items():
            with st.container(key=f"metric_{key}", height="stretch"):
                _metric(metric, trend, column, form, "blue" if key == "home_share" else "gray")


def _metric(metric: told.Metric, trend: Frame | None, column: str, form: Any, colour: Literal["blue", "gray"]) -> None:
    line = trend[column].dropna().round(4).tolist() if trend is not None else []
    st.metric(
        metric.label,
        metric.value,
        metric.change,
        delta_color=colour,
        delta_arrow="down" if (metric.change or "").startswith("−") else "auto",  # the host knows no minus but a hyphen
        delta_description=metric.said,
        border=True,
        height="stretch",
        chart_data=line if len(line) > 2 else None,
        chart_type=form,
        help=metric.meaning,
    )


def next_steps(params: Params) -> None:
    """One thing in each step; only the ask is primary."""
    frame = ask("industry_gaps", **params)
    is_known = bool(frame["share"].notna().any())
    below = rows(gaps.below(frame).head(1))
    gap = below[0] if below else None
    best = rows(ask("intro_targets", **params).head(1))
    target = best[0] if best else None
    week = planner.week(ask)
    _this_week(week)
    st.header("Next, one thing in each step", anchor=False)
    with st.grid(3, min_column_width=240):
        if _card("Evaluate", "straighten", told.evaluate(gap, is_known), "gaps"):
            if not is_known:
                go_to("review")
            go_to("gaps", **({"industry": gap["industry"]} if gap else {}))
        _ask_step(target)
        if _card("Make time", "calendar_month", told.make_time(week.plan, rows(week.slots)), "plan"):
            go_to("plan")


def _ask_step(target: Row | None) -> None:
    """The best ask; before it an ask that the files seem to answer, since a yes may lie there unseen."""
    seen = rows(ask("introduction_proposals").head(1))
    if seen:
        if _card("Ask", "forum", told.answer_seen(seen[0]), "requests", is_primary=True):
            go_to("requests")
        return
    if _card("Ask", "forum", told.ask(target), "suggestions", is_primary=target is not None):
        if target:
            st.session_state["writing"] = (target["introducer_id"], target["target_industry"])
        go_to("suggestions")


def _this_week(week: planner.Week) -> None:
    """The saved slot that comes next with what it is for, and all that waits. Without a plan, what waits alone."""
    slots = rows(week.slots) if week.plan["is_saved"] else []
    if not slots:
        _waits()
        return
    slot = next((slot for slot in slots if slot["is_free_next"]), slots[0])
    entries = week.of(slot)
    with st.container(border=True, key="this_week", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            with st.container(gap="xxsmall", width="content"):
                st.caption(":material/calendar_month: This week")
                taken = "" if slot["is_free_next"] else " :orange-badge[taken this time]"
                st.markdown(f"### {escape(told.next_slot(slot))}{taken}", anchors=False)
            if st.button(told.the_plan(len(slots), len(entries) - MOST_ENTRIES), key="week_plan", type="tertiary"):
                go_to("plan")
        if entries:
            with st.grid(min(len(entries), 3), min_column_width=240, gap=("small", "large")):
                for number, entry in enumerate(entries[:MOST_ENTRIES]):
                    entry_line(entry, f"week_{number}")
        else:
            st.markdown("Nothing is due: it is for whom you meet.")
        _waits()


def _waits() -> None:
    """What waits, each a way to its page."""
    due = ask("contacts_due", within_days=1)
    waiting = told.waits(week_asks.waiting(ask), int(due["is_due"].sum()))
    if not waiting:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="waits"):
        st.markdown(":gray[Waiting:]", width="content")
        for place, (words, page) in enumerate(waiting):
            if st.button(words, key=f"waits_{place}", type="tertiary", icon=":material/arrow_forward:"):
                go_to(page)


def _card(step: str, icon: str, told_step: told.Step, target: str, is_primary: bool = False) -> bool:
    """One card; whether its button was pressed."""
    with st.container(border=True, height="stretch", gap="small", key=f"card_{target}"):
        with st.container(gap="xxsmall"):
            st.caption(f":material/{icon}: {step}")
            st.markdown(f"### {escape(told_step.title)}", anchors=False)
        st.markdown(told_step.body if target == "gaps" else escape(told_step.body))
        st.space("stretch")
        return st.button(told_step.action, key=f"next_{target}", type="primary" if is_primary else "secondary")


def last_import() -> None:
    """What the newest import changed, and the way to all of them."""
    effects = rows(ask("import_effect").head(1))
    if not effects:
        return
    title, sentence = told.last_import(effects[0], _moves(effects[0]))
    with (
        st.container(border=True, key="last_import"),
        st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"),
    ):
        with st.container(gap="xxsmall", width=640):
            st.caption(":material/upload_file: Your files")
            st.markdown(f"### {escape(title)}", anchors=False)
            if sentence:
                st.markdown(escape(sentence))
            state = rows(ask("workspace_state"))[0]
            old = told.ended(state["last_on"].date(), date.today()) if state["has_interactions"] else ""
            if old:
                st.markdown(f":orange[:material/history:] {old}")
        if st.button("Import newer files" if old else "See your imports", key="next_imports"):
            go_to("imports")


def _moves(effect: Row) -> list[Row]:
    """Whom that import shows to have moved into an industry that is missing."""
    if not effect["into_gap"]:
        return []
    changes = ask("job_changes")
    return list(rows(changes[(changes["import_id"] == effect["import_id"]) & changes["is_gap_now"]]))


def few(change: Row) -> None:
    """Where a few people carry the numbers: who they are."""
    if not 0 < change["people"] <= told.FEW:
        return
    if st.button(told.too_few(change["people"]), key="see_few", type="tertiary", icon=":material/group:"):
        go_to("concentration", industry="all")
