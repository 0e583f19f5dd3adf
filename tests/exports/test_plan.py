"""The plan as a calendar file, read by other libraries, and by our own importer, which must not count it."""

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

from dashboard import warehouse
from dashboard.errors import UserError
from dashboard.exports.plan import PlanFile, Slot, ics
from dashboard.importers import calendar_ics
from dashboard.importers.own_plan import DOMAIN, is_own_plan
from dashboard.records import Context

WRITTEN = datetime(2026, 3, 1, 12)
# Northern and southern summers, changes on Sundays, at midnight, of half an hour, by the moon, and none at all.
ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago", "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Beirut", "Asia/Kolkata", "UTC",
)


def plan(zone: str = "Europe/Berlin", **more: object) -> PlanFile:
    """A Tuesday from 9:00 to 9:45 from 3 March 2026 on."""
    slots = (Slot(1, datetime(2026, 3, 3, 9), 45, ("Ask Dana Fox about Health care (10 min)",)),)
    return PlanFile(**({"slots": slots, "time_zone": zone, "uid": "3f9a", "sequence": 0, "written_at": WRITTEN} | more))


def event(file: bytes) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_nine_stays_nine_all_year_round(zone: str) -> None:
    """Two libraries expand the same file: recurring-ical-events, and dateutil by the file's own VTIMEZONE."""
    file = ics(plan(zone))
    calendar = icalendar.Calendar.from_ical(file)
    one = [
        found["DTSTART"].dt
        for found in recurring_ical_events.of(calendar).between(date(2026, 3, 1), date(2027, 4, 30))
    ]
    assert len(one) == 61
    assert {(start.astimezone(ZoneInfo(zone)).hour, start.astimezone(ZoneInfo(zone)).minute) for start in one} == {(9, 0)}
    told = tzical(io.StringIO(file.decode())).get(zone)
    rule = rrulestr(event(file)["RRULE"].to_ical().decode(), dtstart=datetime(2026, 3, 3, 9))
    other = [wall.replace(tzinfo=told) for wall in rule.between(datetime(2026, 3, 1), datetime(2027, 4, 30))]
    assert [start.astimezone(UTC) for start in one] == [start.astimezone(UTC) for start in other]


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_in_the_file_is_right_at_every_hour_of_three_years(zone: str) -> None:
    told = tzical(io.StringIO(ics(plan(zone)).decode())).get(zone)
    moment, end = datetime(2026, 3, 1, tzinfo=UTC), datetime(2029, 3, 1, tzinfo=UTC)
    while moment < end:
        wall = moment.astimezone(ZoneInfo(zone))
        if not wall.fold and wall.replace(fold=1).utcoffset() == wall.utcoffset():   # the hour told twice has two answers
            assert told.utcoffset(wall.replace(tzinfo=None)) == wall.utcoffset(), wall
        moment += timedelta(hours=1)


def test_zones_are_told_as_rules_where_there_is_one() -> None:
    text = ics(plan("America/New_York")).decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text
    assert "BYDAY=-1SU;BYMONTH=10" in ics(plan("Europe/Berlin")).decode()
    assert "RDATE" in ics(plan("Africa/Casablanca")).decode()


def test_a_recurring_private_event_with_an_alarm() -> None:
    found = event(ics(plan()))
    assert (found["SUMMARY"], found["CLASS"], found["TRANSP"]) == ("Networking", "PRIVATE", "OPAQUE")
    assert found["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert found["DTEND"].dt - found["DTSTART"].dt == timedelta(minutes=45)
    assert found["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU"
    assert found["DESCRIPTION"] == "Ask Dana Fox about Health care (10 min)"
    (alarm,) = found.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(minutes=-10))


def test_the_id_stays_and_the_sequence_rises() -> None:
    first = event(ics(plan()))
    moved = (Slot(1, datetime(2026, 3, 5, 16, 30), 30),)
    second = event(ics(plan(slots=moved, sequence=1)))
    assert first["UID"] == second["UID"] == f"slot-1.3f9a{DOMAIN}"
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)


def test_a_slot_no_longer_kept_is_cancelled() -> None:
    file = ics(plan(dropped=(Slot(2, datetime(2026, 3, 5, 16, 30), 30),), sequence=1))
    status = {str(found["UID"])[:6]: found.get("STATUS") for found in icalendar.Calendar.from_ical(file).walk("VEVENT")}
    assert status == {"slot-1": None, "slot-2": "CANCELLED"}


def test_a_move_taken_back_is_cancelled_under_its_own_id() -> None:
    """Higher than when it was moved, lower than if it is moved again: a calendar takes each file for newer."""
    undone = Slot(2, datetime(2026, 3, 6, 10), 45, moved_from=datetime(2026, 2, 24, 9), times_moved=2)
    found = next(e for e in icalendar.Calendar.from_ical(ics(plan(dropped=(undone,)))).walk("VEVENT") if "STATUS" in e)
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == (f"moved-20260224T0900.3f9a{DOMAIN}", 1, "CANCELLED")
    assert "RRULE" not in found


def test_a_moved_slot_is_an_event_of_its_own_that_never_repeats() -> None:
    moved = Slot(2, datetime(2026, 3, 6, 10), 45, moved_from=datetime(2026, 2, 24, 9), times_moved=2)
    found = event(ics(plan(slots=(moved,), sequence=5)))
    assert (found["UID"], found["SEQUENCE"]) == (f"moved-20260224T0900.3f9a{DOMAIN}", 1)
    assert "RRULE" not in found
    assert is_own_plan(str(found["UID"]), "")


def test_once_means_once() -> None:
    assert "RRULE" not in event(ics(plan(repeats=False)))


def test_names_cannot_add_a_line() -> None:
    agenda = ("Ask Dana\r\nATTENDEE:mailto:x@y.example; Fox, \\n about Law",)
    found = event(ics(plan(slots=(Slot(1, datetime(2026, 3, 3, 9), 45, agenda),))))
    assert "ATTENDEE" not in found
    assert "Fox, \\n about Law" in found["DESCRIPTION"]


def test_lines_are_folded_and_end_as_they_must() -> None:
    file = ics(plan(slots=(Slot(1, datetime(2026, 3, 3, 9), 45, ("Ask Übermüller " * 20,)),)))
    assert file.count(b"\n") == file.count(b"\r\n")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


def test_no_such_zone_is_told() -> None:
    with pytest.raises(UserError, match="is not a time zone"):
        ics(plan("Mars/Olympus"))


@pytest.mark.parametrize("uid, product", [
    (f"slot-1.3f9a{DOMAIN}", "-//Google Inc//Google Calendar 70.9054//EN"),
    (f"SLOT-1.3F9A{DOMAIN.upper()}", ""),
    ("040000008200E00074C5B7101A82E00800000000" + f"vCal-Uid\x01\0\0\0slot-1.3f9a{DOMAIN}".encode().hex().upper(), ""),
    ("whatever", "-//Networking Horizons//Time plan//EN"),
])
def test_our_plan_is_known_again(uid: str, product: str) -> None:
    assert is_own_plan(uid, product)


def test_another_event_is_not_our_plan() -> None:
    assert not is_own_plan("abc@google.com", "-//Google Inc//Google Calendar 70.9054//EN")


def test_a_plan_that_comes_back_is_no_interaction_and_not_busy(tmp_path: Path) -> None:
    """Neither the file itself, nor a calendar that took it up and invited somebody to the slot."""
    own = tmp_path / "networking.ics"
    own.write_bytes(ics(plan()))
    taken = tmp_path / "work.ics"
    taken.write_bytes(
        ics(plan()).replace(b"Networking Horizons//Time plan", b"Somebody//Calendar")
        .replace(b"CLASS:PRIVATE\r\n", b"ATTENDEE;CN=Dana Fox:mailto:dana@x.example\r\n")
    )
    space = warehouse.Workspace(tmp_path / "space")
    for path in (own, taken):
        warehouse.import_files(space, [warehouse.SourceFile(path, path.name)], time_zone="Europe/Berlin")
    with space.reading() as con:
        reasons = con.execute("select distinct exclusion from model.interaction").fetchall()
        assert con.execute("select count(*) from model.interaction").fetchall()[0][0] > 30
        assert reasons == [("your own plan",)]
        assert con.execute("select count(*) from model.participation").fetchall() == [(0,)]
        assert con.execute("select count(*) from model.busy").fetchall() == [(0,)]


def test_our_importer_reads_the_times_we_wrote(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    path.write_bytes(ics(plan()))
    (row,) = calendar_ics.read(path, Context("UTC", datetime(2026, 1, 15), tmp_path)).rows
    starts = {(item.starts_at.hour, item.starts_at.month < 4) for item in row.interactions if item.starts_at.month != 3}
    assert starts == {(7, False)}
    assert all(item.is_own_plan for item in row.interactions)

