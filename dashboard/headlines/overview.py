"""The Overview in words: what three numbers say, the next thing in each step, what the last import changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from dashboard.headlines import requests
from dashboard.headlines.gaps import standing
from dashboard.headlines.imports import moved
from dashboard.headlines.plan import DAYS, clock, span
from dashboard.headlines.words import CERTAINTY_MEANING, Row, counted, day, has, listed, percent, spelled, warmth

NOTES = (
    "Minutes of a meeting are shared among the others in it; calls, mail and messages count with the minutes set "
    "under Workspace."
)
OLD = 60  # days without a record after which it is said
FEW = 12  # people whom one can look at one by one
PEOPLE_COUNTED = "No interactions are on record, so people are counted: nothing here is about minutes."


class Metric(NamedTuple):
    """One of the three numbers: its name, value, change, what to say of the change, and what it means."""

    label: str
    value: str
    change: str | None
    said: str | None
    meaning: str


class Step(NamedTuple):
    """The next thing in one of the three steps."""

    title: str
    body: str
    action: str


def home_share(summary: Row, change: Row) -> Metric:
    """The home share; only the interval may say that it clearly changed."""
    meaning = f"The part of what is known that is with people in {summary['home_label']}."
    value = percent(summary["home_share"]) if has(summary["home_share"]) else "Not known"
    if not has(change["home_share_change"]):
        return Metric("Home share", value, None, None, meaning)
    return Metric("Home share", value, _signed(100 * change["home_share_change"], "points"), change["verdict"], meaning)


def effective_industries(change: Row) -> Metric:
    """How many industries the time works like."""
    value = change["effective_industries"]
    return Metric(
        "Effective industries",
        f"{value:.1f}" if has(value) else "Not known",
        _signed(change["effective_change"]) if has(change["effective_change"]) else None,
        "vs before" if has(change["effective_change"]) else None,
        "How many industries, all used alike, would be as varied as yours.",
    )


def outside(summary: Row, change: Row) -> Metric:
    """Hours a month outside the home industry, or people where time is not counted."""
    if not has(summary["home_label"]):
        return Metric("Hours outside, a month", "Not known", None, None, "Say which industry is yours to see it.")
    label = summary["home_label"]
    hours = change["outside_hours_per_month"]
    if not has(hours):
        return Metric(
            "People outside", f"{change['outside_people']:,}", None, None, f"People who work outside {label}."
        )
    moved = has(change["outside_hours_change"])
    return Metric(
        "Hours outside, a month",
        f"{hours:.1f}",
        _signed(change["outside_hours_change"], "h") if moved else None,
        "vs before" if moved else None,
        f"Hours a month with people outside {label}, as far as their industry is known.",
    )


def evaluate(gap: Row | None, is_known: bool) -> Step:
    """The widest gap; ``is_known`` where any industry has a share."""
    if not is_known:
        return Step("No gap can be measured yet", "Say where a few of your people work.", "Say where they work")
    if gap is None:
        return Step("No industry is below your target", "Aim further, or look at what changed.", "See the gaps")
    return Step(f"{gap['label']} is your widest gap", standing(gap), "See the gap")


def ask(target: Row | None) -> Step:
    """The best ask, with its reason. The names in it are somebody's words."""
    if target is None:
        body = "Once a contact works, or worked, in an industry you lack, they stand here."
        return Step("Nobody to ask yet", body, "See suggestions")
    why = f"{CERTAINTY_MEANING[target['certainty']]}: {target['evidence']}."
    said = warmth(target["strength"], target["last_interaction_on"])
    return Step(
        f"Ask {target['introducer']} about {target['target_label']}",
        f"{why} {said[:1].upper()}{said[1:]}.",
        "Write the ask",
    )


def answer_seen(proposal: Row) -> Step:
    """An ask that the files seem to answer, from a row of ``introduction_proposals``."""
    evidence = str(proposal["evidence"])
    return Step(requests.proposal(proposal), f"{evidence[:1].upper()}{evidence[1:]}.", "Say yes or no")


def make_time(plan: Row, slots: Sequence[Row]) -> Step:
    """The next hour in one's own week, from a row of ``time_plan`` and the rows of ``week_plan``."""
    if plan["calendar_on"] is None:
        body = "Without one, we cannot see what is taken in your week. The plan works all the same."
        return Step("Bring a calendar to see your time", body, "Open the plan")
    free = next((slot for slot in slots if slot["is_free_next"]), None)
    if free is None:
        return Step("The coming week is full", "Allow more days, or a longer stretch of the day.", "Open the plan")
    when = f"{DAYS[free['weekday']]} {clock(free['starts_at'])}"
    promise = f"{plan['minutes_per_week']} minutes a week"
    if plan["is_saved"]:
        kept = sum(slot["minutes"] for slot in slots if slot["is_free_next"])
        body = f"In the next seven days. You promised yourself {promise}."
        return Step(f"{kept} minutes are kept for you", body, "See the plan")
    body = f"{free['minutes']} minutes in your own calendar. Keep {promise}, and asks and follow-ups have their place."
    return Step(f"{when} is free", body, "Keep the slot")


def next_slot(slot: Row) -> str:
    """Thursday 26 Nov, 10:00 to 10:45."""
    start = slot["starts_at"]
    return f"{DAYS[slot['weekday']]} {start.day} {start:%b}, {span(start, slot['ends_at'])}"


def the_plan(slots: int, more: int) -> str:
    """The way to the whole week."""
    others = [counted(more, "more entry", "more entries")] if more > 0 else []
    others += [counted(slots - 1, "more slot")] if slots > 1 else []
    return f"See {listed(others)}" if others else "See the plan"


def waits(waiting: Row, people_due: int) -> list[tuple[str, str]]:
    """What waits, each with the page it leads to; nothing where nothing does."""
    said = [
        (waiting["asks_waiting"], counted(waiting["asks_waiting"], "ask") + " this week", "suggestions"),
        (waiting["follow_ups_due"], counted(waiting["follow_ups_due"], "follow-up") + " due", "requests"),
        (waiting["answers_seen"], counted(waiting["answers_seen"], "answer") + " to confirm", "requests"),
        (people_due, counted(people_due, "person", "people") + " due to hear from you", "keep_in_touch"),
    ]
    return [(words, page) for number, words, page in said if number]


def last_import(effect: Row, moves: Sequence[Row] = ()) -> tuple[str, str]:
    """What the newest row of ``import_effect`` changed: a title and a sentence.

    ``moves``: the rows of ``job_changes`` of that import whose industry is a gap.
    """
    parts = [
        counted(effect["new_people"], "new contact") if effect["new_people"] else "",
        counted(effect["new_interactions"], "new interaction") if effect["new_interactions"] else "",
        counted(effect["job_changes"], "job change") if effect["job_changes"] else "",
        f"{effect['gone_people']:,} no longer listed" if effect["gone_people"] else "",
    ]
    brought = listed([part for part in parts if part] or ["nothing new"])
    return f"The import of {day(effect['imported_at'])} brought {brought}", _headline_moved(effect, moves)


def ended(last_on: date, today: date) -> str:
    """That the files are old, where they are: what was done since is in no number."""
    days = (today - last_on).days
    if days < OLD:
        return ""
    return f"Your files end on {day(last_on)}: what you did in the {days:,} days since is in none of these numbers."


def too_few(people: int) -> str:
    """The way to those on whom an unsure number rests."""
    return f"See the {spelled(people)}"


def _headline_moved(effect: Row, moves: Sequence[Row]) -> str:
    before, after = effect["home_share_before"], effect["home_share_after"]
    into = _into_gap(effect["into_gap"], moves)
    if not has(after):
        return into.strip()
    label = effect["home_label_after"]
    comparable = has(before) and effect["weighting_before"] == effect["weighting_after"]
    if not comparable or effect["home_label_before"] != label:
        return f"Since then {label} has {percent(after)}.{into}"
    if percent(before) == percent(after):
        return f"{label} still has {percent(after)}.{into}"
    return f"{label} went from {percent(before)} to {percent(after)}.{into}"


def _into_gap(number: int, moves: Sequence[Row]) -> str:
    """Who moved into an industry that is missing: the first by name, the others counted."""
    if not number:
        return ""
    if not moves:
        return f" {counted(number, 'person', 'people')} moved into an industry you lack."
    more = f" {number - 1:,} more moved into such an industry." if number > 1 else ""
    return f" {moved(moves[0])}.{more}"


def _signed(value: Any, unit: str = "") -> str:
    return f"{value:+.1f} {unit}".strip().replace("-", "−")
