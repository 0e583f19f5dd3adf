"""Series and their exceptions: which event of a file owns which occurrence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dashboard.errors import FileRefused
from dashboard.importers.calendar_events import Event, Occurrence
from dashboard.importers.calendar_rules import wall_of
from dashboard.importers.calendar_times import to_utc, to_wall
from dashboard.records import Refusal

MOST_IN_FILE = 1_000_000  # occurrences: what fits in memory


def unite(events: Sequence[Event]) -> None:
    """Give every event its occurrences; what a RECURRENCE-ID replaces leaves the series.

    Raises FileRefused where there are too many.
    """
    by_uid: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_uid[event.uid].append(event)
    total = 0
    for group in by_uid.values():
        masters = _newest([e for e in group if e.refusal is None and e.recurrence_id is None])
        changes = [e for e in group if e.refusal is None and e.recurrence_id is not None]
        _place(masters)
        for change in changes:
            _anchor(change, masters)
        if changes:
            _apply(masters, _newest(changes))
        total += sum(len(event.occurrences) for event in group)
        if total > MOST_IN_FILE:
            raise FileRefused(
                f"This calendar repeats its meetings more than {MOST_IN_FILE:,} times.",
                "Export a shorter period, or one calendar at a time.",
            )


def _place(masters: Sequence[Event]) -> None:
    taken: set[datetime] = set()
    for master in masters:
        walls = master.series.walls if master.series else {master.start.wall: None}
        placed = [master.at(wall, length) for wall, length in walls.items()]
        master.occurrences = [o for o in placed if o.original not in taken]
        taken.update(o.original for o in placed)


def _newest(group: list[Event]) -> list[Event]:
    """Of several versions of one event the newest; events that only share a UID by mistake are all kept."""
    kept: dict[tuple[object, ...], Event] = {}
    latest = max((e.sequence for e in group), default=0)
    for event in group:
        if event.recurrence_id is not None:
            key: tuple[object, ...] = (event.replaced_at,)
        else:
            key = (event.start, event.length) if event.sequence == latest else ()
        other = kept.get(key)
        if other is not None or key == ():
            loser = event if other is None or event.sequence < other.sequence else other
            loser.refusal, loser.occurrences = Refusal("repeated in this file", "UID", loser.uid), []
        if key != () and (other is None or other.refusal is not None):
            kept[key] = event
    return list(kept.values())


def _anchor(change: Event, masters: Sequence[Event]) -> None:
    """Find the occurrence a change replaces: on the wall of its series, or alone where that is missing."""
    when = change.recurrence_id or change.start
    original = to_utc(when.wall, when.zone or change.zone)
    is_deleted = False
    for master in masters[:1]:
        wall = wall_of(when, master.start, master.zone)
        original = to_utc(wall, master.zone)
        if master.series is not None and master.series.excludes(wall):
            is_deleted = True  # edited once, deleted later: EXDATE has the last word
    change.replaced_at = original.isoformat()
    if not is_deleted:
        change.occurrences = [replace(change.at(change.start.wall), original=original)]


def _apply(masters: Sequence[Event], changes: Sequence[Event]) -> None:
    replaced = {change.replaced_at for change in changes}
    onwards = [change for change in changes if change.is_this_and_future and change.occurrences]
    onwards.sort(key=lambda change: change.replaced_at)
    for master in masters:
        left = [o for o in master.occurrences if o.original.isoformat() not in replaced]
        master.occurrences = []
        for occurrence in left:
            origin = occurrence.original.isoformat()
            owner = next((c for c in reversed(onwards) if c.replaced_at < origin), master)
            owner.occurrences.append(occurrence if owner is master else _shifted(owner, occurrence, master))


def _shifted(change: Event, occurrence: Occurrence, master: Event) -> Occurrence:
    """A later occurrence after "this and all following" were moved: the same distance on the wall."""
    replaced = to_wall(datetime.fromisoformat(change.replaced_at), master.zone)
    distance = to_wall(to_utc(change.start.wall, change.zone), master.zone) - replaced
    wall = to_wall(occurrence.original, master.zone) + distance
    starts_at = to_utc(wall, master.zone)
    return Occurrence(occurrence.original, starts_at, change.length.minutes(wall, master.zone))
