"""The Plan page in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dashboard.headlines.suggestions import subject
from dashboard.headlines.words import day, has, listed

DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
ENTRIES = {
    "reminder": "Remind them",
    "time": "Propose a time",
    "thanks": "Thank them",
    "report": "Say how it went",
    "draft": "Send your draft",
    "ask": "Ask",
}
MOST_TOLD = 3  # slots spelled out in the lead; the agenda has all


def headline(plan: Mapping[str, Any], slots: Any) -> tuple[str, str]:
    """Headline and lead from a row of ``time_plan`` and the frame of ``week_plan``."""
    if slots.empty:
        return "No hour suits", "Allow more days, or a longer stretch of the day."
    free = int(slots.loc[slots["is_free_next"], "minutes"].sum())
    wanted = int(plan["minutes_per_week"])
    if free < wanted and not plan["is_saved"]:
        title = f"{free} of {wanted} minutes are free in the next seven days"
    else:
        title = f"{free} minutes are {'kept' if plan['is_saved'] else 'free'} for you in the next seven days"
    return title, f"{_where(slots)} {_basis(plan)}".strip()


def _where(slots: Any) -> str:
    told = [
        f"{DAYS[slot.weekday]} {span(slot.starts_at, slot.ends_at)}" for slot in slots.itertuples() if slot.is_free_next
    ]
    if not told:
        return "Each slot is taken in the coming week."
    if len(told) > MOST_TOLD:
        told = [*told[:MOST_TOLD], f"{len(told) - MOST_TOLD} more"]
    return f"{listed(told)} {'is' if len(told) == 1 else 'are'} free."


def _basis(plan: Mapping[str, Any]) -> str:
    if plan["calendar_on"] is None:
        return "No calendar is imported yet, so we cannot see what is taken."
    saved = "Saved to your calendar." if plan["is_saved"] else "Nothing is booked until you save it."
    return f"By your calendar of {day(plan['calendar_on'])}. {saved}"


def clock(when: datetime) -> str:
    """9:00, on every system."""
    return f"{when.hour}:{when:%M}"


def span(starts_at: datetime, ends_at: datetime) -> str:
    """9:00 to 9:45."""
    return f"{clock(starts_at)} to {clock(ends_at)}"


def slot(row: Mapping[str, Any]) -> str:
    """Tue 24 Nov, 9:00 to 9:45 · 45 min."""
    start = row["starts_at"]
    return f"{start:%a} {start.day} {start:%b}, {span(start, row['ends_at'])} · {row['minutes']} min"


def missed(row: Mapping[str, Any]) -> tuple[str, str]:
    """What became of a row of ``missed_slots`` that is known to be missed, and where it could go."""
    title = f"{row['starts_at']:%A}'s {row['minutes']} minutes were missed"
    if not has(row["free_at"]):
        return title, "No such stretch is free in the coming seven days."
    return title, f"{_weekday_time(row['free_at'])} is free."


def not_known(missing: Sequence[Mapping[str, Any]]) -> str:
    """Slots that passed after the newest calendar."""
    days = listed([f"{row['starts_at']:%A}'s" for row in missing])
    slots, are = ("slot", "was") if len(missing) == 1 else ("slots", "were")
    return f"Whether {days} {slots} {are} kept is not known yet: import your calendar."


def move_to(row: Mapping[str, Any]) -> str:
    """The button that moves a missed slot."""
    return f"Move to {row['free_at']:%a} {clock(row['free_at'])}"


def moved(row: Mapping[str, Any]) -> str:
    """What was done."""
    return f"{row['starts_at']:%A}'s slot is moved to {_weekday_time(row['free_at'])}. Save the plan again for your calendar."


def _weekday_time(when: datetime) -> str:
    return f"{when:%A} {clock(when)}"


def about(kind: str, row: Mapping[str, Any]) -> str | None:
    """Whom or what an entry is about: somebody's words. None: somebody who is no longer in the files."""
    told: str | None = row[{"contact": "full_name", "label": "label"}.get(kind, "introducer")]
    return told


def entry(kind: str, about: Mapping[str, Any]) -> str:
    """What to do: Ask about Kim Roe, Health care; or with whom: Be in touch with Kim Roe."""
    if kind == "touch":
        whom = about["person"] if has(about["person"]) else f"whom you met in {about['target_label']}"
        return f"Be in touch with {whom}"
    if kind == "contact":
        last_on = about["last_interaction_on"]
        return f"Be in touch, last on {day(last_on)}" if has(last_on) else "Be in touch"
    if kind == "label":
        return "Say which industry that is"
    return f"{ENTRIES[kind]} about {subject(about)}"


def first_slot(slots: Any) -> str:
    """The finding of the week's picture."""
    if slots.empty:
        return "Your week has no room as it is"
    minutes = slots.groupby("weekday", sort=False)["minutes"].sum()
    if len(minutes) == 1:
        return f"{DAYS[minutes.index[0]]} carries all of it"
    if (minutes == minutes.max()).sum() == 1:
        return f"{DAYS[minutes.idxmax()]} carries most of it"
    return f"{listed([DAYS[code] for code in minutes.index])} share it"


def kept(weeks: Any) -> str:
    """The finding of the weeks: how many reached what was promised, or what would be."""
    promised = weeks[weeks["planned_minutes"].notna()]
    if len(promised):
        number = int(promised["is_kept"].sum())
        if len(promised) == 1:
            return "You keep your promise this week" if number else "This week's promise is not kept yet"
        return f"You kept your promise in {number} of the {len(promised)} weeks it holds"
    number = int(weeks["is_kept"].sum())
    return f"{int(weeks['promise_minutes'].iloc[-1])} minutes were there in {number} of the last {len(weeks)} weeks"
