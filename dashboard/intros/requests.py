"""The life of a request as decisions: which lines to write when it begins, moves, ends or is put off.

Pure: takes what ``intro_requests`` says, gives what ``warehouse.decide`` takes. Nothing is ever deleted: a date of None
takes a line back, so that a move to an earlier lane leaves no later step behind.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

STEPS = ("suggested", "drafted", "sent", "agreed", "introduced", "met", "kept")
ENDINGS = ("declined", "no answer", "resting")
REST_DAYS = 30  # "Not now" means not for this long; an assumption of ours
FOREVER = date(9999, 12, 31)  # the day on which what is left out for good comes back

Decision = dict[str, Any]


def request_key(identity_key: str, industry: str | None, target_name: str | None, on: date) -> str:
    """The same ask of the same day is the same request, however often the button is pressed."""
    said = "\x1f".join((identity_key, industry or "", target_name or "", on.isoformat()))
    return sha256(said.encode()).hexdigest()[:16]


def begun(target: Mapping[str, Any], on: date) -> Decision:
    """The ``intro_request`` for a row of ``intro_targets``."""
    person, industry, name = target["introducer_key"], target["target_industry"], target["target_name"]
    return {
        "request_key": request_key(person, industry, name, on),
        "identity_key": person,
        "target_industry": industry,
        "target_name": name,
        "created_on": on,
    }


def moved(key: str, states: Collection[str], to: str, on: date) -> list[Decision]:
    """The ``intro_request_event`` lines that bring a request to ``to``. ``states``: what it has been through.

    Endings, and steps beyond ``to``, are taken back; a step it has already been at keeps its date.
    """
    beyond = STEPS[STEPS.index(to) + 1 :] if to in STEPS else ()
    undone = [state for state in (*beyond, *ENDINGS) if state in states and state != to]
    lines: list[tuple[str, date | None]] = [(state, None) for state in undone]
    if to not in states:
        lines.append((to, on))
    return [{"request_key": key, "state": state, "happened_on": day} for state, day in lines]


def noted(key: str, what: str, on: date) -> list[Decision]:
    """What is dated, but no step of its own: "reminded", "thanked", "reported", "touch 1" to "touch 3"."""
    return [{"request_key": key, "state": what, "happened_on": on}]


def redated(key: str, held: Mapping[str, date], days: Mapping[str, date]) -> list[Decision]:
    """The lines for those states whose day was set anew. ``held`` and ``days``: state to day, before and after."""
    return [
        {"request_key": key, "state": state, "happened_on": day} for state, day in days.items() if day != held[state]
    ]


def removed(key: str, states: Collection[str]) -> list[Decision]:
    """Every event of the request taken back: it is on no board and in no count any more."""
    return [{"request_key": key, "state": state, "happened_on": None} for state in sorted(states)]


def left_out(target: Mapping[str, Any]) -> Decision:
    """The ``intro_snooze`` that never ends: this person is not asked about this industry."""
    return snoozed(target, FOREVER, 0)


def chosen(target: Mapping[str, Any], choice: str | None, on: date) -> Decision:
    """The ``intro_choice`` for a row of ``intro_targets``, for the week of that day: "pinned", "swapped" or None."""
    return {
        "identity_key": target["introducer_key"],
        "target_industry": target["target_industry"],
        "week_on": on - timedelta(days=on.weekday()),
        "choice": choice,
    }


def snoozed(target: Mapping[str, Any], on: date, days: int = REST_DAYS) -> Decision:
    """The ``intro_snooze`` for a row of ``intro_targets``."""
    return {
        "identity_key": target["introducer_key"],
        "target_industry": target["target_industry"],
        "until_on": on + timedelta(days=days),
    }
