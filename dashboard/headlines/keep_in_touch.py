"""The Keep in touch page in words."""

from datetime import date
from typing import Any

from dashboard.headlines.words import Row, counted, day, has, percent, spelled, warmth

EVERY = {14: "two weeks", 30: "month", 60: "two months", 90: "three months", 180: "half a year", 365: "year"}
CHANNELS = {"meeting": "Meeting", "call": "Call", "mail": "Mail", "message": "Message"}
GROUPS = {"warm": "Warm ties", "cool": "Cool ties"}
NO_CADENCE = "No cadence"
AS_OTHERS = "As for others"


def headline(due: Any, capacity: Row) -> tuple[str, str]:
    """Who waits, and what a cadence counts from."""
    number = int(due["of_due"].iloc[0]) if len(due) else 0
    lead = "A cadence restarts with the last real contact, not with the reminder."
    if not capacity["people"]:
        return "With whom do you want to stay in touch?", f"Say how often, and who is due stands here. {lead}"
    if not number:
        return "Nobody is waiting to hear from you", lead
    people = "person is" if number == 1 else "people are"
    return f"{spelled(number).capitalize()} {people} waiting to hear from you", lead


def capacity(row: Row) -> str:
    """Whether the cadences fit the hours kept."""
    need, kept = row["need_hours_per_month"], room(row)
    if not row["people"]:
        return "No cadence yet"
    if need <= kept:
        return "Your cadences fit the time you keep"
    times = need / kept if kept else 0
    return (
        f"Your cadences ask for {times:.1f} times the time you keep"
        if kept
        else "Your cadences ask for time you do not keep"
    )


def room(row: Row) -> float:
    """The hours a month that cadences have to fit into: those kept lately, else those promised."""
    kept = row["kept_hours_per_month"]
    return float(kept) if has(kept) and kept > 0 else float(row["planned_hours_per_month"])


def every(days: int) -> str:
    """Every month."""
    return f"every {EVERY.get(days, f'{days} days')}"


def choice(days: int) -> str:
    """On a menu: Every month, Let go."""
    return "Let go" if days == 0 else every(days).capitalize()


def late(person: Row) -> str:
    """How late, or when."""
    days = person["days_late"]
    if not person["is_due"]:
        return f"due on {day(person['due_on'])}"
    return "due today" if days == 0 else f"{counted(days, 'day')} late"


def standing(person: Row) -> str:
    """Why they are on the list: the last contact, how often, who said so."""
    of = "" if person["cadence_for"] == "them" else f", as {person['cadence_for']}"
    return f"{warmth(person['strength'], person['last_interaction_on'])} · {every(person['cadence_days'])}{of}"


def when_due(touch: Row) -> str:
    """Of one person: when, and by what was said of whom; a row of ``contact_touch``."""
    if not has(touch["cadence_days"]):
        return "Let go: never due" if has(touch["own_days"]) else "No cadence: nothing reminds you"
    of = "" if touch["cadence_for"] == "them" else f" · {every(int(touch['cadence_days']))}, as {touch['cadence_for']}"
    if has(touch["put_off_to"]) and touch["put_off_to"] == touch["due_on"]:
        return f"Put off until {day(touch['due_on'])}{of}"
    words = late(touch)
    return f"{words[0].upper()}{words[1:]}{of}"


def days_finding(due: Any) -> str:
    """The finding of the line of days."""
    now = due[due["is_due"]]
    if now.empty:
        return f"The next is due on {day(due['due_on'].min())}" if len(due) else "Nobody is due"
    weeks = int((now["days_late"] > 28).sum())
    if weeks * 2 > len(now):
        return "Most who are late have been late for weeks"
    return f"{counted(len(now), 'person', 'people')} due, {counted(len(due) - len(now), 'person', 'people')} in the weeks to come"


def logged(name: str, channel: str, minutes: float, on: date) -> str:
    """What saving a touch answers with."""
    return f"{CHANNELS[channel]} with {name} on {day(on)}, {minutes:.0f} minutes: noted."


def read(name: str, channel: str, minutes: float, on: date, note: str | None) -> str:
    """A line as it was read."""
    said = f"**{CHANNELS[channel]}** with {name} on **{day(on)}**, **{minutes:.0f} minutes**"
    return f"{said}, noted as {note}" if note else said


def cooling(frame: Any) -> str:
    """Heading of the warm ties that cool."""
    number = len(frame)
    return f"{spelled(number).capitalize()} warm {'tie is' if number == 1 else 'ties are'} cooling, and nothing reminds you"


def cooled(person: Row) -> str:
    """How far: from 71 to 52 of 100 in 90 days."""
    return (
        f"from {person['strength_before']:.0f} to {person['strength']:.0f} of 100 in 90 days, "
        f"last on {day(person['last_interaction_on'])}"
    )


def suggested(number: int, hours: float, kept: float) -> str:
    """What the suggested cadences would take."""
    share = f" of your {kept:.1f}" if kept else ""
    return f"{counted(number, 'person', 'people')}, {hours:.1f} hours a month{share}."


def nothing_fits(candidates: int, kept: float) -> str:
    """Why no cadence is suggested: nobody to suggest, or no time even for one a year."""
    if not candidates:
        return "Nobody to suggest yet: it takes people you have met."
    if not kept:
        return "You keep no time for networking yet, so nothing fits. Promise yourself some under Plan."
    return f"Even one talk a year with one of them takes more than your {kept:.1f} hours a month. Keep more time under Plan."


def used(hours: float, kept: float) -> str:
    """Part of the hours that is used."""
    return percent(hours / kept) if kept else "0%"
