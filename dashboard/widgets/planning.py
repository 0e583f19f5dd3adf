"""The parts of the Plan page: the promise, the agenda with its file, the weeks that were."""

from collections.abc import Mapping, Sequence
from functools import partial
from secrets import token_hex
from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard import intros, warehouse
from dashboard.exports.plan import ics
from dashboard.headlines import plan as told
from dashboard.headlines.requests import GONE
from dashboard.headlines.words import has
from dashboard.intros.agenda import Entry, room
from dashboard.planner import Week, calendar_file
from dashboard.questions import Frame
from dashboard.widgets.shell import decide, go_to, workspace
from dashboard.widgets.words import escape, rows

Row = Mapping[str, Any]
TIMES = [f"{hour:02}:{minute:02}" for hour in range(6, 22) for minute in (0, 30)]
PLACES = {"ask": "suggestions", "contact": "keep_in_touch", "label": "review"}
LEAST_ROOM = 5  # minutes worth telling
LENGTHS = (30, 45, 60, 90, 120)


def promise(plan: Row) -> None:
    """What the user promises, in one row. Each change is a decision; what is stored is what the row shows."""
    shown = {
        "promise_minutes": plan["minutes_per_week"],
        "promise_days": plan["days"].split(","),
        "promise_from": plan["earliest"],
        "promise_to": plan["latest"],
        "promise_length": plan["slot_minutes"],
        "promise_zone": plan["time_zone"],
    }
    st.session_state.update(shown)
    with st.container(horizontal=True, vertical_alignment="bottom", key="promise"):
        st.number_input(
            "Minutes a week", 15, 1200, step=15, key="promise_minutes", width=130, on_change=_promised_minutes
        )
        st.pills(
            "Days",
            list(told.DAYS),
            selection_mode="multi",
            format_func=lambda code: told.DAYS[code][:3],
            key="promise_days",
            on_change=_promised_days,
        )
        times = sorted({*TIMES, plan["earliest"], plan["latest"]})
        st.selectbox(
            "From", [t for t in times if t < plan["latest"]], key="promise_from", width=96, on_change=_promised_hours
        )
        st.selectbox(
            "To", [t for t in times if t > plan["earliest"]], key="promise_to", width=96, on_change=_promised_hours
        )
        with st.popover("More", key="promise_more", icon=":material/tune:"):
            st.segmented_control(
                "Minutes a slot", _lengths(plan), key="promise_length", required=True, on_change=_promised_length
            )
            st.selectbox("Time zone", _zones(plan["time_zone"]), key="promise_zone", on_change=_promised_zone)


def _lengths(plan: Row) -> list[int]:
    return sorted({*LENGTHS, plan["slot_minutes"]})


def _zones(own: str) -> list[str]:
    return sorted({*available_timezones(), own})


def _promised_minutes() -> None:
    minutes = int(st.session_state["promise_minutes"])
    _decide({"minutes_per_week": str(minutes)}, f"You promise yourself {minutes} minutes a week.")


def _promised_days() -> None:
    days = [code for code in told.DAYS if code in st.session_state["promise_days"]]
    if days:  # no day at all would be no plan: the last one stays
        _decide({"days": ",".join(days)}, f"Days that suit: {', '.join(told.DAYS[code] for code in days)}.")


def _promised_hours() -> None:
    earliest, latest = str(st.session_state["promise_from"]), str(st.session_state["promise_to"])
    _decide({"earliest": earliest, "latest": latest}, f"Slots lie between {earliest} and {latest}.")


def _promised_length() -> None:
    minutes = int(st.session_state["promise_length"])
    _decide({"slot_minutes": str(minutes)}, f"A slot has {minutes} minutes.")


def _promised_zone() -> None:
    zone = str(st.session_state["promise_zone"])
    _decide({"time_zone": zone}, f"Your plan is in the time zone {zone}.")


def _decide(settings: Mapping[str, str], said: str) -> None:
    decide("time_plan", [{"name": name, "setting": setting} for name, setting in settings.items()], said)


def missed(slots: Frame) -> None:
    """What was not kept: each missed slot with the hour it could move to, and those of which nothing is known yet."""
    if slots.empty:
        return
    open_slots = [row for row in rows(slots) if not row["is_known"]]
    with st.container(border=True, key="missed", gap="small"):
        for number, row in enumerate(row for row in rows(slots) if row["is_known"]):
            _missed(row, number)
        if open_slots:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f":material/help: {told.not_known(open_slots)}")
                if st.button("Import a calendar", key="missed_import"):
                    go_to("imports")


def _missed(row: Row, number: int) -> None:
    title, place = told.missed(row)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f":material/event_busy: **{title}.** :gray[{place}]")
        if has(row["free_at"]):
            st.button(told.move_to(row), key=f"move_{number}", on_click=_move, args=(row,))


def _move(row: Row) -> None:
    setting = f"{row['free_at']:%Y-%m-%d %H:%M} {row['minutes']}"
    decide("time_plan", [{"name": row["slot"], "setting": setting}], told.moved(row))


def words(slots: Frame, entries: Sequence[Entry]) -> list[str]:
    """What the picture says in each slot: the one it is for, or how many."""
    told_names = []
    for number in slots["slot_no"]:
        here = [entry for entry in entries if entry.slot_no == number and entry.kind != "label"]
        people = [told.about(entry.kind, entry.about) for entry in here]
        names = list(dict.fromkeys(intros.first_name(name) for name in people if name))
        told_names.append(names[0] if len(names) == 1 else f"{len(names)} people" if names else "Free")
    return told_names


def agenda(week: Week) -> None:
    """Each slot with what it is for."""
    for slot in rows(week.slots):
        with st.container(gap="xxsmall", key=f"slot_{slot['slot_no']}"):
            taken = "" if slot["is_free_next"] else " :orange-badge[taken this time]"
            moved = f" :blue-badge[moved from {slot['moved_from']:%A}]" if has(slot["moved_from"]) else ""
            st.markdown(f":gray[{escape(told.slot(slot))}]{taken}{moved}")
            for number, entry in enumerate(week.of(slot)):
                entry_line(entry, f"{slot['slot_no']}_{number}")
            if (left := room(slot, week.entries)) >= LEAST_ROOM:
                st.caption(f"{left} min for whom you meet")


def entry_line(entry: Entry, key: str) -> None:
    """What to do, in its minutes, and the way to where it is done."""
    about = entry.about
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall", wrap=False
    ):
        whom = told.about(entry.kind, about) or GONE
        st.markdown(f"**{escape(whom)}** :gray[{entry.minutes} min]  \n{escape(told.entry(entry.kind, about))}")
        is_ask = entry.kind == "ask"
        if st.button("Write" if is_ask else "Open", key=f"entry_{key}", type="tertiary"):
            if is_ask:
                st.session_state["writing"] = (about["introducer_id"], about["target_industry"])
            go_to(PLACES.get(entry.kind, "requests"))


def save(week: Week) -> None:
    """The plan as a calendar file; saving it is what makes the slots hold."""
    plan = week.plan
    uid = plan["uid"] or st.session_state.setdefault("plan_uid", token_hex(6))
    with st.container(horizontal=True, vertical_alignment="center", key="save_row"):
        repeats = st.toggle("Repeat weekly", value=True, key="repeat")
        st.download_button(
            "Save as .ics",
            partial(ics, calendar_file(week, uid, repeats)),
            "networking.ics",
            "text/calendar",
            type="primary",
            icon=":material/event:",
            key="save_ics",
            on_click=_saved,
            args=(plan, list(week.slots.loc[week.slots["moved_from"].isna(), "slot"]), uid),
        )
        if plan["is_saved"]:
            st.button(
                "Find other hours",
                key="propose_anew",
                type="tertiary",
                help="Looks into your calendar again. Saving then moves the same events.",
                on_click=_propose_anew,
            )
    st.caption(
        "Open the file with your calendar: Google, Outlook and Apple take it. Saved again, it moves the same events."
    )


def _propose_anew() -> None:
    decide("time_plan", [{"name": "saved", "setting": None}], "The slots are proposed anew.")


def _saved(plan: Row, slots: Sequence[str], uid: str) -> None:
    """Remember what was saved. The id is for good: undone with the rest, the next file would add events twice."""
    if plan["uid"] != uid:
        warehouse.decide(workspace(), "time_plan", [{"name": "uid", "setting": uid}])
    if not plan["is_saved"]:
        _decide(
            {"minutes_per_week": str(plan["minutes_per_week"]), "saved": f"{','.join(slots)};{plan['terms']}"},
            "The slots are saved. Open the file with your calendar.",
        )
