"""The week as the Plan page, the Overview and the command show it: its slots, what each is for, and the calendar file.

    found = week(ask)                       # ask(question, **params) -> Frame
    ics(calendar_file(found, uid="3f9a", repeats=True)) -> bytes
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dashboard.exports.plan import PlanFile, Slot
from dashboard.headlines import plan as told
from dashboard.headlines.requests import GONE
from dashboard.headlines.words import Row, has
from dashboard.intros import week_asks
from dashboard.intros.agenda import Entry, agenda
from dashboard.questions import Ask, Frame, rows

LABELS = 3  # at most in a week's agenda
WORTH = 0.005  # of all the weight: a label that tells less is not worth minutes of a slot


@dataclass(frozen=True)
class Week:
    """The row of ``time_plan``, the frame of ``week_plan``, what the slots are for, the rows of ``moves_taken_back``."""

    plan: Row
    slots: Frame
    entries: Sequence[Entry]
    taken_back: Sequence[Row]

    def of(self, slot: Row) -> list[Entry]:
        """What one slot is for."""
        return [entry for entry in self.entries if entry.slot_no == slot["slot_no"]]


def week(ask: Ask) -> Week:
    """The coming seven days."""
    slots, limits = ask("week_plan"), week_asks.this_week(ask)
    asks = week_asks.chosen(week_asks.candidates(ask, {}), limits).head(limits.asks_left)
    entries = agenda(
        rows(slots),
        rows(ask("intro_requests")),
        rows(asks),
        rows(ask("contacts_due")),
        _worth(rows(ask("review_queue", most=LABELS))),
        limits.limits.minutes_an_ask,
    )
    return Week(rows(ask("time_plan"))[0], slots, entries, rows(ask("moves_taken_back")))


def _worth(queue: Sequence[Row]) -> list[Row]:
    """The labels that make enough known; the queue has those with most behind them first."""
    before = [row["known_share"] for row in queue[:1]] + [row["known_after"] for row in queue[:-1]]
    return [row for row, was in zip(queue, before, strict=True) if row["known_after"] - was >= WORTH]


def calendar_file(found: Week, uid: str, repeats: bool) -> PlanFile:
    """What the calendar file says; ``uid`` names the plan for good, a new file with it changes the same events."""
    kept = [_slot(slot, found.of(slot)) for slot in rows(found.slots)]
    weekly = sum(slot.moved_from is None for slot in kept)
    numbers = range(weekly + 1, found.plan["slots_ever"] + 1)
    dropped = [Slot(number, kept[0].starts_at, kept[0].minutes) for number in numbers]
    dropped += [_slot(row, ()) for row in found.taken_back]
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    return PlanFile(kept, found.plan["time_zone"], uid, found.plan["sequence"], now, repeats, dropped)


def _slot(slot: Row, entries: Sequence[Entry]) -> Slot:
    said = tuple(
        f"{told.about(entry.kind, entry.about) or GONE}: {told.entry(entry.kind, entry.about)} ({entry.minutes} min)"
        for entry in entries
    )
    starts_at = _moment(slot["starts_at"])
    if not has(slot["moved_from"]):
        return Slot(slot["slot_no"], starts_at, slot["minutes"], said)
    return Slot(0, starts_at, slot["minutes"], said, _moment(slot["moved_from"]), int(slot["times_moved"]))


def _moment(when: Any) -> datetime:
    found: datetime = when.to_pydatetime()
    return found
