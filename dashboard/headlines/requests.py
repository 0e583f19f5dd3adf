"""The Requests page in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.headlines.suggestions import subject
from dashboard.headlines.words import counted, day, has, listed, spelled

MOST_SHARE = 1 / 3  # below it nobody stands out
GONE = "Somebody no longer in your files"
STATES = {
    "suggested": "Suggested",
    "drafted": "Drafted",
    "sent": "Sent",
    "agreed": "Agreed",
    "introduced": "Introduced",
    "met": "Met",
    "kept": "Kept",
    "declined": "Declined",
    "no answer": "No answer",
    "resting": "Resting",
}
FOLLOW_UPS = {
    "reminder": "a gentle reminder",
    "rest": "no answer to the reminder",
    "thanks": "thank them",
    "time": "propose a time",
    "report": "say how it went",
    "touch": "be in touch again",
    "keep": "three touches done",
}
ORDINALS = {1: "the first", 2: "the second", 3: "the third"}
NOTED = ("thanked", "reported", "touch")  # done with a follow-up, without another place on the board


def headline(requests: Any, funnel: Any) -> tuple[str, str]:
    """Headline and lead from the frames of ``intro_requests`` and ``request_funnel``."""
    due, still_open = int(requests["is_due"].sum()), int(requests["is_open"].sum())
    title = "No follow-ups are due"
    if due:
        title = f"{spelled(due).capitalize()} {'follow-up is' if due == 1 else 'follow-ups are'} due"
    lead = f"{spelled(still_open).capitalize()} {'ask is' if still_open == 1 else 'asks are'} open."
    return title, f"{lead} {record(funnel)}".strip()


def record(funnel: Any) -> str:
    """What came of the asks that were sent: of 12 asked, 5 agreed, 3 are open. An open ask is no failure."""
    step = funnel.set_index("step")
    if funnel.empty or not step.at["sent", "requests"]:
        return ""
    asked, waiting, ended = (int(step.at["sent", column]) for column in ("requests", "waiting", "ended"))
    agreed, kept = int(step.at["agreed", "requests"]), int(step.at["kept", "requests"])
    parts = [f"{spelled(agreed)} agreed"]
    parts += [f"{spelled(waiting)} {'is' if waiting == 1 else 'are'} still open"] if waiting else []
    parts += [f"{spelled(ended)} came to nothing"] if ended else []
    became = f" {spelled(kept).capitalize()} became {'somebody' if kept == 1 else 'people'} you stay in touch with."
    return f"Of {spelled(asked)} asked in the last twelve months, {listed(parts)}.{became if kept else ''}"



def introducer(request: Mapping[str, Any]) -> str:
    """Who is asked."""
    return str(request["introducer"]) if has(request["introducer"]) else GONE


def due(request: Mapping[str, Any]) -> str:
    """What is due, and since when."""
    late = int(request["late_days"])
    return f"{FOLLOW_UPS[request['follow_up']]} · {'due today' if late == 0 else counted(late, 'day') + ' late'}"


def answers_head(number: int) -> str:
    """The finding above what an import shows of open asks."""
    return "An ask seems to be answered" if number == 1 else f"{spelled(number).capitalize()} asks seem to be answered"


def proposal(row: Mapping[str, Any]) -> str:
    """The question to the user, from a row of ``introduction_proposals``."""
    return f"Did {introducer(row)} introduce you to {row['person']}?"


def yes(row: Mapping[str, Any]) -> str:
    """The word on the button that confirms it."""
    return "Yes, and we met" if row["verdict"] == "met" else "Yes, introduced"


def answered(row: Mapping[str, Any], verdict: str) -> str:
    """What was just confirmed, or not."""
    if verdict == "no":
        return f"{row['person']} did not come by that ask: you are not asked again."
    on = day(row["first_on"])
    return f"The ask to {introducer(row)} now stands as: {STATES[verdict].lower()}, on {on}."


def is_disordered(days: Sequence[date]) -> bool:
    """Whether a later step has an earlier day; ``days`` in the order of the steps."""
    return list(days) != sorted(days)


def touch(row: Mapping[str, Any]) -> str:
    """One of the three touches planned, from a row of ``planned_touches``: a mark and its day."""
    if has(row["done_on"]):
        return f":gray[:material/check_circle: {day(row['done_on'])}]"
    if row["is_passed"]:
        return f":gray[:material/remove_circle: {day(row['planned_on'])}, left out]"
    colour = "orange" if row["days_ahead"] <= 0 else "gray"
    return f":{colour}[:material/radio_button_unchecked: {day(row['planned_on'])}]"


def touch_reminder(row: Mapping[str, Any]) -> str:
    """The same for a calendar: Be in touch with Kim Roe (met through Dana Fox)."""
    whom = row["person"] if has(row["person"]) else f"whom you met in {row['target_label']}"
    return f"Be in touch with {whom} (met through {introducer(row)})"


def noted(request: Mapping[str, Any], what: str) -> str:
    """What was just written down, of the kinds in NOTED."""
    if what == "touch":
        whom = request["person"] if has(request["person"]) else "them"
        return f"You were in touch with {whom}, {ORDINALS[int(request['touch_no'])]} of three times."
    return (
        f"You thanked {introducer(request)}." if what == "thanked" else f"You told {introducer(request)} how it went."
    )


def reminder(request: Mapping[str, Any]) -> str:
    """The same for a calendar: "Dana Fox about Kim Roe, Health care: a gentle reminder"."""
    return f"{introducer(request)} about {subject(request)}: {FOLLOW_UPS[request['follow_up']]}"


def since(request: Mapping[str, Any]) -> str:
    """How long it has stood where it stands."""
    days = int(request["state_days"])
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago" if days < 15 else day(request["since_on"])


def funnel(frame: Any) -> str:
    """The finding of the funnel: of the asks that were answered, how many got a yes."""
    step = frame.set_index("step")
    answered = int(step.at["sent", "requests"] - step.at["sent", "waiting"])
    agreed = int(step.at["agreed", "requests"])
    if not answered:
        return "No ask was answered yet"
    return (
        f"{spelled(agreed).capitalize()} of {spelled(answered)} answered {'ask' if answered == 1 else 'asks'} got a yes"
    )


def brokers(frame: Any) -> str:
    """The finding of the table of introducers."""
    if frame.empty:
        return "Nobody has introduced you yet"
    first, total = frame.iloc[0], int(frame["introductions"].sum())
    name = first["introducer"] if has(first["introducer"]) else "one person"
    if total == 1:
        return f"Your one introduction came through {name}"
    if len(frame) == 1:
        return f"All {spelled(total)} introductions came through {name}"
    if first["introduction_share"] <= MOST_SHARE:
        return f"Your {spelled(total)} introductions came through {spelled(len(frame))} people"
    return f"{spelled(int(first['introductions'])).capitalize()} of {spelled(total)} introductions came through {name}"
