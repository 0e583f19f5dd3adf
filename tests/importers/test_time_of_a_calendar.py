"""One real calendar file through the whole engine: who gets how many minutes, and why an event counts nothing."""

from pathlib import Path

import pytest
from workspaces import file, rows, take

from dashboard.warehouse import Workspace

ME, ANNA, BEN = "me@own.org", "anna@ax.example", "ben@bo.example"
CROWD = [f"guest{number}@crowd.example" for number in range(13)]


def seat(email: str, status: str = "ACCEPTED", kind: str = "INDIVIDUAL") -> str:
    return f"ATTENDEE;CUTYPE={kind};PARTSTAT={status}:mailto:{email}"


def event(start: str, end: str, *lines: str) -> list[str]:
    moment = [f"DTSTART{start}", f"DTEND{end}"] if start[0] == ";" else [f"DTSTART:{start}00Z", f"DTEND:{end}00Z"]
    return ["BEGIN:VEVENT", f"UID:{start}{end}{len(lines)}", *moment, *lines, "END:VEVENT"]


EVENTS: dict[str, tuple[list[str], dict[str, float], str | None]] = {
    "two people, a room, a car, a list and the user": (
        event("20240304T1000", "20240304T1100", seat(ME), seat(ANNA), seat(BEN), seat("blue@own.org", kind="ROOM"),
              seat("car@own.org", kind="RESOURCE"), seat("choir@googlegroups.com"), f"ORGANIZER:mailto:{ME}"),
        {ANNA: 30, BEN: 30}, None),
    "one of two declined": (
        event("20240304T1000", "20240304T1100", seat(ME), seat(ANNA), seat(BEN, "DECLINED")), {ANNA: 60}, None),
    "declined by the user": (
        event("20240304T1000", "20240304T1100", seat(ME, "DECLINED"), seat(ANNA)), {}, "declined by you"),
    "tentative": (event("20240304T1000", "20240304T1100", seat(ME, "TENTATIVE"), seat(ANNA)), {ANNA: 30}, None),
    "unanswered": (event("20240304T1000", "20240304T1100", seat(ME, "NEEDS-ACTION"), seat(ANNA)), {ANNA: 30}, None),
    "unanswered but their own": (
        event("20240304T1000", "20240304T1100", f"ORGANIZER:mailto:{ME}", seat(ME, "NEEDS-ACTION"), seat(ANNA)), {ANNA: 60}, None),
    "three days, all day": (
        event(";VALUE=DATE:20240304", ";VALUE=DATE:20240307", seat(ME), seat(ANNA)), {}, "all-day event"),
    "three days by the clock": (event("20240304T0900", "20240306T1700", seat(ME), seat(ANNA)), {ANNA: 240}, None),
    "an audience": (event("20240304T1000", "20240304T1100", seat(ME), *map(seat, CROWD)), {}, "an audience"),
    "not quite an audience": (
        event("20240304T1000", "20240304T1100", seat(ME), *map(seat, CROWD[1:])), dict.fromkeys(CROWD[1:], 5.0), None),
    "a webinar of a robot's": (
        event("20240304T1000", "20240304T1100", "ORGANIZER:mailto:no-reply@zoom.example", seat(ME)), {}, "nobody else in it"),
    "cancelled": (event("20240304T1000", "20240304T1100", "STATUS:CANCELLED", seat(ME), seat(ANNA)), {}, "cancelled"),
    "alone": (event("20240304T1000", "20240304T1100", seat(ME)), {}, "nobody else in it"),
    "in a hundred years": (event("21240304T1000", "21240304T1100", seat(ME), seat(ANNA)), {}, "not yet happened"),
}  # fmt: skip


def minutes(space: Workspace) -> dict[str, float]:
    return dict(rows(space, "select email, minutes from model.contact where minutes > 0"))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", EVENTS)
def test_event(tmp_path: Path, name: str) -> None:
    lines, expected, reason = EVENTS[name]
    space = Workspace(tmp_path / "workspace")
    take(space, file(tmp_path, "work.ics", "BEGIN:VCALENDAR", *lines, "END:VCALENDAR", end="\r\n"), own_keys=[f"mail:{ME}"])
    assert minutes(space) == pytest.approx(expected)
    assert rows(space, "select exclusion from model.interaction") == [(reason,)]


def test_overlapping_events_share_the_hour(tmp_path: Path) -> None:
    one = event("20240304T1000", "20240304T1100", seat(ME), seat(ANNA))
    other = event("20240304T1030", "20240304T1130", seat(ME), seat(BEN))
    space = Workspace(tmp_path / "workspace")
    take(space, file(tmp_path, "work.ics", "BEGIN:VCALENDAR", *one, *other, "END:VCALENDAR"), own_keys=[f"mail:{ME}"])
    assert minutes(space) == pytest.approx({ANNA: 45, BEN: 45})


def test_the_same_event_in_two_calendars_counts_once(tmp_path: Path) -> None:
    """Another UID, another name of the calendar: the time, the length and the people are the same."""
    lines = event("20240304T1000", "20240304T1100", seat(ME), seat(ANNA), seat(BEN))
    space = Workspace(tmp_path / "workspace")
    for calendar, uid in (("Work", "a"), ("Family", "b")):
        changed = [line if not line.startswith("UID") else f"UID:{uid}" for line in lines]
        path = file(tmp_path, f"{uid}.ics", "BEGIN:VCALENDAR", f"X-WR-CALNAME:{calendar}", *changed, "END:VCALENDAR")
        take(space, path, own_keys=[f"mail:{ME}"])
    assert minutes(space) == pytest.approx({ANNA: 30, BEN: 30})
    assert sorted(map(str, rows(space, "select exclusion from model.interaction"))) == ["('also in another calendar',)", "(None,)"]
