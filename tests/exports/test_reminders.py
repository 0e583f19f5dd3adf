from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar

from dashboard.exports.reminders import Reminder, ics
from dashboard.importers import calendar_ics
from dashboard.importers.own_plan import DOMAIN
from dashboard.records import Context

WRITTEN = datetime(2026, 11, 20, 12)
ONE = Reminder("4fa1", date(2026, 11, 30), "Remind Dana Fox about Health care", 2)


def test_an_all_day_entry_that_takes_no_time_and_rings_in_the_morning() -> None:
    (event,) = icalendar.Calendar.from_ical(ics([ONE], WRITTEN)).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 30), date(2026, 12, 1))
    assert (event["SUMMARY"], event["TRANSP"], event["CLASS"]) == (ONE.text, "TRANSPARENT", "PRIVATE")
    assert (event["UID"], event["SEQUENCE"]) == (f"follow-up.4fa1{DOMAIN}", 2)
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)


def test_names_cannot_add_a_line() -> None:
    hostile = Reminder("4fa1", date(2026, 11, 30), "Remind X\r\nATTENDEE:mailto:x@y.example", 1)
    (event,) = icalendar.Calendar.from_ical(ics([hostile], WRITTEN)).walk("VEVENT")
    assert "ATTENDEE" not in event


def test_come_back_they_are_our_own_plan(tmp_path: Path) -> None:
    path = tmp_path / "work.ics"
    path.write_bytes(ics([ONE], WRITTEN).replace(b"//Networking Horizons//", b"//Somebody//"))
    (row,) = calendar_ics.read(path, Context("UTC", WRITTEN, tmp_path)).rows
    assert [item.is_own_plan for item in row.interactions] == [True]
