"""What a week's slots are for: follow-ups that are due, drafts to send, the asks of the week, people who are due to hear
from you, and labels to give, each in its minutes.

Pure: takes rows of the questions ``week_plan``, ``intro_requests``, ``intro_targets``, ``contacts_due`` and
``review_queue``, best first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

Row = Mapping[str, Any]
# Minutes for each kind of entry: assumptions of ours. What an ask takes, the user can say: an assumption on screen.
MINUTES = {
    "reminder": 5,
    "time": 5,
    "thanks": 5,
    "report": 5,
    "touch": 10,
    "draft": 5,
    "contact": 10,
    "label": 2,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing to do in a slot: its kind (a key of MINUTES, or "ask"), its minutes, and the row it is about."""

    slot_no: int
    kind: str
    minutes: int
    about: Row


def agenda(
    slots: Sequence[Row],
    requests: Iterable[Row],
    asks: Iterable[Row],
    people: Iterable[Row] = (),
    labels: Iterable[Row] = (),
    minutes_an_ask: float = 10,
) -> list[Entry]:
    """Each thing in the first slot that still has room for it, in the order of the slots; what fits nowhere is left.

    A touch that is planned for the coming days goes into a slot of its day or after it.
    """
    left = {int(slot["slot_no"]): int(slot["minutes"]) for slot in slots}
    begins = {int(slot["slot_no"]): slot.get("starts_at") for slot in slots}
    entries = []
    for kind, about, not_before in (*_wanted(requests, asks), *_also_wanted(people, labels)):
        minutes = MINUTES.get(kind) or ceil(minutes_an_ask)
        place = next(
            (number for number, room in left.items() if room >= minutes and _reached(begins[number], not_before)), None
        )
        if place is not None:
            left[place] -= minutes
            entries.append(Entry(place, kind, minutes, about))
    order = {number: place for place, number in enumerate(left)}
    return sorted(entries, key=lambda entry: order[entry.slot_no])


def room(slot: Row, entries: Iterable[Entry]) -> int:
    """Minutes of a slot that no entry takes: for the people one meets."""
    return int(slot["minutes"]) - sum(entry.minutes for entry in entries if entry.slot_no == slot["slot_no"])


def _reached(starts_at: Any, not_before: Any) -> bool:
    return not_before is None or (starts_at is not None and starts_at.date() >= not_before.date())


def _wanted(requests: Iterable[Row], asks: Iterable[Row]) -> Iterator[tuple[str, Row, Any]]:
    """What is wanted, first things first: kind, about whom, and the day before which it makes no sense, if any."""
    found = list(requests)
    for request in found:
        if request["is_due"] and request["follow_up"] in MINUTES:
            yield str(request["follow_up"]), request, None
    for request in found:
        if request["follow_up"] == "touch" and not request["is_due"]:
            yield "touch", request, request["follow_up_on"]
    for request in found:
        if request["state"] == "drafted":
            yield "draft", request, None
    for ask in asks:
        yield "ask", ask, None


def _also_wanted(people: Iterable[Row], labels: Iterable[Row]) -> Iterator[tuple[str, Row, Any]]:
    """What fills the room that is left: people who are due to hear from the user, then labels."""
    for person in people:
        if person["is_due"]:
            yield "contact", person, None
    for label in labels:
        yield "label", label, None
