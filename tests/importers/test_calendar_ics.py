"""The calendar importer: literal calendars with literal answers, then a second opinion on rules and files."""

import warnings
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import importers
from dashboard.errors import FileRefused
from dashboard.importers import calendar_ics
from dashboard.importers.calendar_people import participant
from dashboard.records import Context, Parsed, Refusal, Row

IMPORTED_AT = datetime(2026, 1, 15, 12)
SAMPLES = Path(__file__).parents[2].parent / "shared" / "data" / "ics"


def calendar(*lines: str, head: str = "") -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head.splitlines(), *lines, "END:VCALENDAR", ""])


def event(lines: str, uid: str = "a") -> str:
    return "\r\n".join(["BEGIN:VEVENT", *([f"UID:{uid}"] if uid else []), *lines.split("\n"), "END:VEVENT"])


@pytest.fixture
def read(tmp_path):
    def go(*events: str, head: str = "", zone: str = "Europe/Berlin", name: str = "work.ics") -> Parsed:
        path = tmp_path / name
        path.write_bytes(calendar(*events, head=head).encode())
        return calendar_ics.read(path, Context(zone, IMPORTED_AT, tmp_path))

    return go


@pytest.fixture
def rows(read):
    return lambda *events, **more: list(read(*events, **more).rows)


def starts(found: list[Row]) -> list[str]:
    """Every occurrence as its UTC minute, in order."""
    return sorted(f"{i.starts_at:%Y-%m-%d %H:%M}" for row in found for i in row.interactions)


def refusal(found: list[Row]) -> Refusal | None:
    (row,) = found
    assert row.interactions == ()
    return row.refusal


# --- when ---


def test_one_meeting(rows):
    (row,) = rows(event("DTSTART:20240501T080000Z\nDTEND:20240501T093000Z\nSUMMARY:Secret\nLOCATION:Room 1"))
    (meeting,) = row.interactions
    assert (row.line, row.key, row.refusal) == (3, "a|", None)
    assert meeting.key == "a|2024-05-01T08:00:00"
    assert (meeting.starts_at, meeting.minutes, meeting.channel) == (datetime(2024, 5, 1, 8), 90, "meeting")
    assert not meeting.is_all_day and not meeting.is_cancelled and meeting.participants == ()
    assert "Secret" not in repr(row.interactions) and "Room 1" not in repr(row.interactions)


def test_nine_in_berlin_stays_nine_across_the_clock_change(rows):
    found = rows(
        event("DTSTART;TZID=Europe/Berlin:20240325T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2")
    )
    assert starts(found) == ["2024-03-25 08:00", "2024-04-01 07:00"]


def test_nine_in_new_york_stays_nine_across_the_clock_change(rows):
    found = rows(
        event(
            "DTSTART;TZID=America/New_York:20241101T090000\nDTEND;TZID=America/New_York:20241101T093000\n"
            "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"
        )
    )
    assert starts(found) == ["2024-11-01 13:00", "2024-11-03 14:00", "2024-11-05 14:00"]
    assert {i.minutes for i in found[0].interactions} == {30}


def test_a_skipped_and_a_repeated_hour(rows):
    skipped = rows(event("DTSTART;TZID=Europe/Berlin:20240331T023000\nDURATION:PT15M"))
    repeated = rows(event("DTSTART;TZID=Europe/Berlin:20241027T023000\nDURATION:PT15M"))
    assert (starts(skipped), starts(repeated)) == (["2024-03-31 01:30"], ["2024-10-27 00:30"])


def test_exdate_takes_an_occurrence_away_also_in_another_zone_or_as_a_day(rows):
    found = rows(
        event(
            "DTSTART;TZID=Europe/Berlin:20240101T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\n"
            "EXDATE;TZID=Europe/Berlin:20240102T090000\nEXDATE:20240103T080000Z\n"
            "EXDATE;VALUE=DATE:20240104"
        )
    )
    assert starts(found) == ["2024-01-01 08:00", "2024-01-05 08:00"]


WEEKLY = "DTSTART;TZID=Europe/Berlin:20240101T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"


def test_a_moved_occurrence_belongs_to_its_own_row_and_keeps_its_original_key(rows):
    series, moved = rows(
        event(WEEKLY),
        event(
            "RECURRENCE-ID;TZID=Europe/Berlin:20240108T090000\nDTSTART;TZID=Europe/Berlin:20240109T150000\nDURATION:PT2H"
        ),
    )
    assert [i.key for i in series.interactions] == ["a|2024-01-01T08:00:00", "a|2024-01-15T08:00:00"]
    assert moved.key == "a|2024-01-08T08:00:00"
    (meeting,) = moved.interactions
    assert (meeting.key, meeting.starts_at, meeting.minutes) == (moved.key, datetime(2024, 1, 9, 14), 120)


@pytest.mark.parametrize(
    "written",
    [
        "RECURRENCE-ID:20240108T080000Z",
        "RECURRENCE-ID:20240108T090000",
        "RECURRENCE-ID;VALUE=DATE:20240108",
        "RECURRENCE-ID;TZID=America/New_York:20240108T030000",
    ],
)
def test_recurrence_id_in_any_spelling_and_before_its_series(rows, written):
    found = rows(event(f"{written}\nDTSTART:20240110T120000Z"), event(WEEKLY))
    assert found[0].key == "a|2024-01-08T08:00:00"
    assert starts(found) == ["2024-01-01 08:00", "2024-01-10 12:00", "2024-01-15 08:00"]


def test_a_cancelled_occurrence_is_kept_as_cancelled(rows):
    series, gone = rows(
        event(WEEKLY),
        event("RECURRENCE-ID:20240108T080000Z\nDTSTART:20240108T080000Z\nDURATION:PT1H\nSTATUS:CANCELLED"),
    )
    assert len(series.interactions) == 2 and not any(i.is_cancelled for i in series.interactions)
    assert [i.is_cancelled for i in gone.interactions] == [True]


def test_an_occurrence_edited_and_then_deleted_is_gone(rows):
    found = rows(
        event(WEEKLY + "\nEXDATE:20240108T080000Z"),
        event("RECURRENCE-ID:20240108T080000Z\nDTSTART:20240109T080000Z"),
    )
    assert starts(found) == ["2024-01-01 08:00", "2024-01-15 08:00"]


def test_an_exception_without_its_series_stands_alone(rows):
    (row,) = rows(event("RECURRENCE-ID:20240108T080000Z\nDTSTART:20240109T080000Z\nDURATION:PT1H"))
    assert (row.key, starts([row])) == ("a|2024-01-08T08:00:00", ["2024-01-09 08:00"])


def test_this_and_all_following_moved(rows):
    series, later = rows(
        event(WEEKLY),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240108T080000Z\nDTSTART:20240108T100000Z\nDURATION:PT2H"),
    )
    assert starts([series]) == ["2024-01-01 08:00"]
    assert starts([later]) == ["2024-01-08 10:00", "2024-01-15 10:00"]
    assert [(i.key, i.minutes) for i in later.interactions] == [
        ("a|2024-01-08T08:00:00", 120),
        ("a|2024-01-15T08:00:00", 120),
    ]


def test_rdate_adds_times_and_periods_with_their_own_length(rows):
    (row,) = rows(
        event(
            "DTSTART:20240101T080000Z\nDTEND:20240101T090000Z\nRDATE:20240102T080000Z\n"
            "RDATE;VALUE=PERIOD:20240103T080000Z/PT3H,20240104T080000Z/20240104T081500Z"
        )
    )
    assert [(f"{i.starts_at:%d}", i.minutes) for i in row.interactions] == [
        ("01", 60),
        ("02", 60),
        ("03", 180),
        ("04", 15),
    ]


def test_count_until_and_endless_rules(rows):
    bounded = rows(event("DTSTART:20240101T080000Z\nRRULE:FREQ=DAILY;UNTIL=20240103T080000Z"))
    by_day = rows(event("DTSTART;TZID=Europe/Berlin:20240101T080000\nRRULE:FREQ=DAILY;UNTIL=20240103"))
    endless = rows(event("DTSTART:20260101T080000Z\nRRULE:FREQ=MONTHLY"))
    assert starts(bounded) == ["2024-01-01 08:00", "2024-01-02 08:00", "2024-01-03 08:00"]
    assert starts(by_day) == ["2024-01-01 07:00", "2024-01-02 07:00", "2024-01-03 07:00"]
    assert starts(endless)[-1] == "2026-07-01 08:00"  # 180 days after 15 January is 14 July
    assert starts(rows(event("DTSTART:20240201T080000Z\nRRULE:FREQ=DAILY;UNTIL=20240131T080000Z"))) == []


def test_a_single_event_far_ahead_is_kept(rows):
    assert starts(rows(event("DTSTART:20300101T080000Z"))) == ["2030-01-01 08:00"]


def test_a_series_ends_at_the_horizon_also_by_rdate(rows):
    assert starts(rows(event("DTSTART:20260101T080000Z\nRDATE:20260714T110000Z,20260714T130000Z"))) == [
        "2026-01-01 08:00",
        "2026-07-14 11:00",
    ]
    assert starts(rows(event("DTSTART:20300101T080000Z\nRRULE:FREQ=WEEKLY"))) == []


# --- zones ---

OWN_ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Our office\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\n"
    "TZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE"
)


@pytest.mark.parametrize(
    ("start", "head", "expected"),
    [
        ("DTSTART;TZID=W. Europe Standard Time:20240701T090000", "", "07:00"),
        ('DTSTART;TZID="Eastern Standard Time":20240701T090000', "", "13:00"),
        ("DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20240701T090000", "", "00:00"),
        ("DTSTART;TZID=Our office:20240701T090000", OWN_ZONE, "03:30"),
        ("DTSTART;TZID=Nobody knows:20240701T090000", "", "07:00"),
        ("DTSTART;TZID=Nobody knows:20240701T090000", "X-WR-TIMEZONE:America/New_York", "13:00"),
        ("DTSTART:20240701T090000", "", "07:00"),
        ("DTSTART:20240701T090000", "X-WR-TIMEZONE:America/New_York", "13:00"),
        ("DTSTART:20240701T090000Z", "X-WR-TIMEZONE:America/New_York", "09:00"),
    ],
)
def test_zones(rows, start, head, expected):
    assert starts(rows(event(start), head=head)) == [f"2024-07-01 {expected}"]


def test_a_zone_defined_in_one_file_is_unknown_in_the_next(rows):
    start = event("DTSTART;TZID=Our office:20240701T090000")
    assert starts(rows(start, head=OWN_ZONE)) != starts(rows(start))


# --- how long, all day ---


@pytest.mark.parametrize(
    ("lines", "minutes", "is_all_day"),
    [
        ("DTSTART:20240501T080000Z", 0, False),
        ("DTSTART:20240501T080000Z\nDURATION:P1DT30M", 1470, False),
        (
            "DTSTART;TZID=Europe/Berlin:20240330T120000\nDTEND;TZID=Europe/Berlin:20240331T120000",
            23 * 60,
            False,
        ),
        ("DTSTART;TZID=Europe/Berlin:20240330T120000\nDURATION:P1D", 23 * 60, False),
        ("DTSTART;TZID=Europe/Berlin:20240330T120000\nDURATION:PT24H", 24 * 60, False),
        (
            "DTSTART;TZID=Europe/Berlin:20240501T230000\nDTEND;TZID=America/New_York:20240501T180000",
            60,
            False,
        ),
        ("DTSTART;VALUE=DATE:20240501", 24 * 60, True),
        ("DTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240501", 24 * 60, True),
        ("DTSTART;VALUE=DATE:20240331\nDTEND;VALUE=DATE:20240402", 47 * 60, True),
        (
            "DTSTART;TZID=Europe/Berlin:20240501T000000\nDTEND;TZID=Europe/Berlin:20240503T000000\n"
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            48 * 60,
            True,
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20240501T000000\nDTEND;TZID=Europe/Berlin:20240503T000000",
            48 * 60,
            False,
        ),
    ],
)
def test_length(rows, lines, minutes, is_all_day):
    ((meeting,),) = [row.interactions for row in rows(event(lines))]
    assert (meeting.minutes, meeting.is_all_day) == (minutes, is_all_day)


def test_outlooks_all_day_mark_counts_only_from_midnight_to_midnight(rows):
    lines = "DTSTART:20240501T080000Z\nDTEND:20240502T080000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    assert [i.is_all_day for i in rows(event(lines))[0].interactions] == [False]


def test_seconds_count(rows):
    lines = "DTSTART:20240501T080030Z\nDTEND:20240501T080100Z"
    ((meeting,),) = [row.interactions for row in rows(event(lines))]
    assert (meeting.starts_at, meeting.minutes) == (datetime(2024, 5, 1, 8, 0, 30), 0.5)


def test_a_cancellation_sent_as_a_file(rows):
    (row,) = rows(event("DTSTART:20240501T080000Z"), head="METHOD:CANCEL")
    assert [i.is_cancelled for i in row.interactions] == [True]


def test_all_day_series_of_outlook(rows):
    """UNTIL is midnight in London as UTC, RECURRENCE-ID a midnight in London: both mean a day."""
    found = rows(
        event("DTSTART;VALUE=DATE:20240402\nRRULE:FREQ=DAILY;UNTIL=20240403T230000Z"),
        event("RECURRENCE-ID;TZID=GMT Standard Time:20240403T000000\nDTSTART;VALUE=DATE:20240410"),
        zone="Europe/London",
    )
    assert starts(found) == ["2024-04-01 23:00", "2024-04-03 23:00", "2024-04-09 23:00"]


# --- who ---


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "ATTENDEE;CN=Dana Fox;PARTSTAT=ACCEPTED:mailto:Dana@Example.org",
            ("Dana Fox", "dana@example.org", "accepted"),
        ),
        (
            'ATTENDEE;CN="Fox, Dana";PARTSTAT=DECLINED:MAILTO:d%2Bx@x.org',
            ("Fox, Dana", "d+x@x.org", "declined"),
        ),
        ("ATTENDEE;CN=dana@x.org;PARTSTAT=TENTATIVE:mailto:dana@x.org", (None, "dana@x.org", "tentative")),
        ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:'dana@x.org'", (None, "dana@x.org", "unanswered")),
        ("ATTENDEE;PARTSTAT=DELEGATED:mailto:dana@x.org", (None, "dana@x.org", "unanswered")),
        ("ATTENDEE;CN=Dana;EMAIL=Dana@x.org:/principals/123/", ("Dana", "dana@x.org", "unanswered")),
        ("ATTENDEE;CN=Dana Fox:invalid:nomail", ("Dana Fox", None, "unanswered")),
        ('ATTENDEE;CN="Dana Fox;PARTSTAT=ACCEPTED:mailto:dana@x.org', ("Dana Fox", "dana@x.org", "accepted")),
        (
            'ATTENDEE;SENT-BY="mailto:boss@x.org";CN=Dana:mailto:dana@x.org',
            ("Dana", "dana@x.org", "unanswered"),
        ),
    ],
)
def test_participant(line, expected):
    found = participant(line, "attendee")
    assert found is not None and (found.name, found.email, found.status) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ATTENDEE;CUTYPE=INDIVIDUAL:mailto:dana@x.org", "person"),
        ("ATTENDEE;CUTYPE=ROOM:mailto:big@x.org", "room"),
        ("ATTENDEE;CUTYPE=RESOURCE:mailto:car@x.org", "resource"),
        ("ATTENDEE;CUTYPE=GROUP:mailto:team@x.org", "list"),
        ("ATTENDEE:mailto:c_18@resource.calendar.google.com", "resource"),
        ("ATTENDEE:mailto:abc@group.calendar.google.com", "list"),
        ("ATTENDEE:mailto:no-reply@x.org", "list"),
        ("ATTENDEE:mailto:nicht-antworten@x.org", "list"),
        ("ATTENDEE:mailto:newsletter@x.org", "list"),
        ("ATTENDEE:mailto:choir@googlegroups.com", "list"),
        ("ATTENDEE:mailto:all@lists.x.org", "list"),
        ("ATTENDEE:mailto:annette.wsletter@x.org", "person"),
        ("ATTENDEE:mailto:noreen@x.org", "person"),
    ],
)
def test_kind(line, kind):
    found = participant(line, "attendee")
    assert found is not None and found.kind == kind


@pytest.mark.parametrize(
    ("answer", "status"), [("ACCEPTED", "accepted"), ("NEEDS-ACTION", "accepted"), ("DECLINED", "declined")]
)
def test_the_organizer_appears_once(rows, answer, status):
    ((meeting,),) = [
        row.interactions
        for row in rows(
            event(
                "DTSTART:20240501T080000Z\n"
                f"ATTENDEE;PARTSTAT={answer};CN=Dana Fox:mailto:dana@x.org\n"
                "ATTENDEE:mailto:sam@x.org\nATTENDEE:;;=:\nORGANIZER:MAILTO:DANA@x.org"
            )
        )
    ]
    assert [(p.role, p.name, p.email, p.status) for p in meeting.participants] == [
        ("organizer", "Dana Fox", "dana@x.org", status),
        ("attendee", None, "sam@x.org", "unanswered"),
    ]


# --- rows: refusals, keys, content ---


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("SUMMARY:x", Refusal("no start", "DTSTART")),
        ("DTSTART:soon", Refusal("unreadable date", "DTSTART", "soon")),
        ("DTSTART:20241301T080000Z", Refusal("unreadable date", "DTSTART", "20241301T080000Z")),
        ("DTSTART:20240101T080000Z\nDTEND:x", Refusal("unreadable date", "DTEND", "x")),
        ("DTSTART:20240101T080000Z\nDURATION:1 h", Refusal("unreadable duration", "DURATION", "1 h")),
        ("DTSTART:20240101T080000Z\nEXDATE:x", Refusal("unreadable date", "EXDATE", "x")),
        ("DTSTART:20240101T080000Z\nRECURRENCE-ID:x", Refusal("unreadable date", "RECURRENCE-ID", "x")),
        (
            "DTSTART:20240101T080000Z\nDTEND:20240101T075900Z",
            Refusal("ends before it starts", "DTEND", "20240101T075900Z"),
        ),
        (
            "DTSTART;VALUE=DATE:20240102\nDTEND;VALUE=DATE:20240101",
            Refusal("ends before it starts", "DTEND", "20240101"),
        ),
        ("DTSTART:20240101T080000Z\nDURATION:-PT1H", Refusal("ends before it starts", "DURATION", "-PT1H")),
        ("DTSTART:20240101T080000Z\nRRULE:weekly", Refusal("broken recurrence rule", "RRULE", "weekly")),
        *[
            (f"DTSTART:20240101T080000Z\nRRULE:{rule}", Refusal("broken recurrence rule", "RRULE", rule))
            for rule in (
                "INTERVAL=2",
                "FREQ=OFTEN",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=x",
                "FREQ=DAILY;UNTL=1",
                "FREQ=DAILY;UNTIL=never",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=YEARLY;BYMONTH=13",
            )
        ],
        *[
            (f"DTSTART:20240101T080000Z\nRRULE:{rule}", Refusal("repeats too often", "RRULE", rule))
            for rule in (
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=SECONDLY;BYHOUR=3;BYMINUTE=0;BYSECOND=0",
                "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
            )
        ],
    ],
)
def test_refused_rows(rows, lines, expected):
    assert refusal(rows(event(lines))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=-31;COUNT=3",
        "FREQ=MONTHLY;INTERVAL=99999999999999999",
        "FREQ=DAILY;INTERVAL=99999999999999999",
        "FREQ=MINUTELY;INTERVAL=99999999999999999",
    ],
)
def test_a_rule_that_never_comes_ends(rows, text):
    assert starts(rows(event(f"DTSTART:20200101T080000Z\nRRULE:{text}"))) == ["2020-01-01 08:00"]


def test_five_thousand_occurrences_are_taken_and_one_more_is_not(rows):
    taken = rows(event("DTSTART:20240101T000000Z\nRRULE:FREQ=HOURLY;COUNT=5000"))
    assert len(taken[0].interactions) == 5000
    refused = refusal(rows(event("DTSTART:20240101T000000Z\nRRULE:FREQ=HOURLY;COUNT=5001")))
    assert refused is not None and refused.reason == "repeats too often"


def test_an_event_never_closed_is_refused_and_its_neighbours_are_read(rows):
    found = rows("BEGIN:VEVENT\r\nUID:broken\r\nDTSTART:20240101T080000Z", event("DTSTART:20240102T080000Z"))
    assert [row.refusal for row in found] == [Refusal("property too damaged", "END:VEVENT"), None]
    assert starts(found) == ["2024-01-02 08:00"]


def test_a_refused_exception_leaves_the_series_alone(rows):
    found = rows(event(WEEKLY), event("RECURRENCE-ID:20240108T080000Z\nDTSTART:x"))
    assert starts(found) == ["2024-01-01 08:00", "2024-01-08 08:00", "2024-01-15 08:00"]


def test_the_newest_version_of_an_event_counts(rows):
    old, new = rows(
        event("SEQUENCE:1\nDTSTART:20240101T080000Z"), event("SEQUENCE:2\nDTSTART:20240102T080000Z")
    )
    assert (old.refusal, starts([new])) == (
        Refusal("repeated in this file", "UID", "a"),
        ["2024-01-02 08:00"],
    )
    assert old.key != new.key


def test_events_that_share_a_uid_by_mistake_are_all_kept(rows):
    found = rows(event("DTSTART:20240101T080000Z"), event("DTSTART:20240102T080000Z"))
    assert starts(found) == ["2024-01-01 08:00", "2024-01-02 08:00"]
    assert len({row.key for row in found}) == 2


def test_two_series_of_one_uid_do_not_count_a_meeting_twice(rows):
    found = rows(
        event("DTSTART:20240101T080000Z\nRRULE:FREQ=DAILY;COUNT=3"),
        event("DTSTART:20240103T080000Z\nRRULE:FREQ=DAILY;COUNT=2"),
    )
    assert starts(found) == [f"2024-01-0{day} 08:00" for day in (1, 2, 3, 4)]


def test_content_ignores_what_a_new_export_rewrites(rows):
    stamp = "DTSTART:20240101T080000Z\nDTSTAMP:{0}\nCREATED:{0}\nLAST-MODIFIED:{0}\nSEQUENCE:{1}\nSUMMARY:{2}"
    variants = [
        rows(event(stamp.format(*values)))[0].content
        for values in [
            ("20240101T000000Z", 1, "x"),
            ("20250101T000000Z", 2, "x"),
            ("20250101T000000Z", 2, "y"),
        ]
    ]
    assert variants[0] == variants[1] != variants[2]


def test_without_uid_the_content_is_the_key(rows):
    first, second = rows(event("DTSTART:20240101T080000Z", uid=""), event("DTSTART:20240102T080000Z", uid=""))
    again = rows(event("DTSTAMP:20250101T000000Z\nDTSTART:20240101T080000Z", uid=""))[0]
    assert len(first.key) > 20 and first.key == again.key != second.key


def test_folded_lines_lower_case_and_inner_alarms(rows):
    (row,) = rows(
        "begin:vevent\r\nuid:f\r\ndtstart;tzid=Europe/\r\n Berlin:20240701T0900\r\n\t00\r\n"
        "begin:valarm\r\nduration:PT9H\r\nend:valarm\r\nduration:PT1H\r\nend:vevent"
    )
    assert (row.key, starts([row]), row.interactions[0].minutes) == ("f|", ["2024-07-01 07:00"], 60)


def test_a_letter_split_by_a_fold_survives(tmp_path):
    text = calendar(event("DTSTART:20240501T080000Z\nATTENDEE;CN=J\u00f6rg:mailto:j@x.org")).encode()
    path = tmp_path / "split.ics"
    path.write_bytes(text.replace(b"\xc3\xb6", b"\xc3\r\n \xb6"))
    (row,) = calendar_ics.read(path, Context("UTC", IMPORTED_AT, tmp_path)).rows
    assert row.interactions[0].participants[0].name == "J\u00f6rg"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = calendar(event("DTSTART:20240501T080000Z\nATTENDEE;CN=J\u00f6rg:mailto:j@x.org"))
    path = tmp_path / "some.ics"
    path.write_bytes(text.encode(encoding))
    assert calendar_ics.recognises_head(path.name, path.read_bytes()[:200])
    (row,) = calendar_ics.read(path, Context("UTC", IMPORTED_AT, tmp_path)).rows
    assert row.interactions[0].participants[0].name == "J\u00f6rg"


# --- the file ---


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", True),
        (b"\xef\xbb\xbf\r\n\r\n begin:vcalendar\n", True),
        (b"BEGIN:VCALENDAR", True),
        (b"BEGIN:VEVENT\r\nUID:1", True),
        (b"BEGIN:VCARD\r\n", False),
        (b"Subject,Start Date\nBEGIN:VCALENDAR", False),
        (b"", False),
    ],
)
def test_recognises_head(head, expected):
    assert calendar_ics.recognises_head("any name", head) is expected


def test_only_the_importer_itself_is_one():
    names = [module.__name__.rpartition(".")[2] for module in importers.modules()]
    assert [name for name in names if name.startswith("calendar")] == ["calendar_ics"]
    assert importers.claim_bytes("x", b"BEGIN:VCALENDAR\r\n") is calendar_ics


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        (" \r\n\r\n", "empty"),
        ("<html>Sign in</html>", "begins with “<html>Sign in</html>”"),
        ("BEGIN:VCARD\r\nEND:VCARD", "BEGIN:VCARD"),
        (calendar(), "only an empty calendar"),
        (
            calendar("BEGIN:VTODO", "UID:1", "END:VTODO", *OWN_ZONE.split("\n")),
            "only tasks (1) and time zones (1)",
        ),
        (
            calendar(event("DTSTART:20240101T080000Z"))[:-40],
            "stops in the middle of the event that begins in line 3",
        ),
        (calendar(event("DTSTART:20240101T080000Z"))[:-17], "stops after 1 events"),
    ],
)
def test_refused_files(tmp_path, text, message):
    path = tmp_path / "work.ics"
    path.write_bytes(text.encode())
    with pytest.raises(FileRefused) as refused:
        calendar_ics.read(path, Context("UTC", IMPORTED_AT, tmp_path))
    assert message in refused.value.message and path.name in refused.value.message and refused.value.hint


def test_events_without_a_calendar_around_them(tmp_path):
    """As a program saves one that is dragged out of it."""
    path = tmp_path / "lunch.ics"
    path.write_text(event("DTSTART:20240101T080000Z") + "\r\n" + event("DTSTART:20240102T090000", "b") + "\r\n")
    found = list(calendar_ics.read(path, Context("Europe/Berlin", IMPORTED_AT, tmp_path)).rows)
    assert starts(found) == ["2024-01-01 08:00", "2024-01-02 08:00"]


@pytest.mark.parametrize(("kind", "word"), [("VTODO", "tasks"), ("VJOURNAL", "notes"), ("VTIMEZONE", "time zones")])
def test_what_is_no_event_without_a_calendar_around_it(tmp_path, kind, word):
    path = tmp_path / "things.ics"
    path.write_text(f"BEGIN:{kind}\r\nUID:1\r\nEND:{kind}\r\n")
    with pytest.raises(FileRefused, match=f"holds no events .* only {word}"):
        calendar_ics.read(path, Context("UTC", IMPORTED_AT, tmp_path))


def test_several_calendars_in_one_file(tmp_path):
    path = tmp_path / "two.ics"
    zoned = event("DTSTART:20240101T090000", "b")
    path.write_text(
        calendar(event("DTSTART:20240101T080000Z")) + calendar(zoned, head="X-WR-TIMEZONE:Asia/Tokyo")
    )
    found = list(calendar_ics.read(path, Context("UTC", IMPORTED_AT, tmp_path)).rows)
    assert starts(found) == ["2024-01-01 00:00", "2024-01-01 08:00"]


@pytest.mark.parametrize(
    ("name", "head", "series"),
    [
        ("x.ics", "X-WR-CALNAME:Dana\\, work", "calendar:Dana, work"),
        ("Work (2).ics", "", "calendar:work"),
        ("work-20240501.ics", "", "calendar:work"),
        ("Work - Copy.ics", "X-WR-CALNAME:", "calendar:work"),
        ("2024.ics", "", "calendar:2024"),
    ],
)
def test_series(read, name, head, series):
    assert read(event("DTSTART:20240101T080000Z"), head=head, name=name).series == series


def test_span_in_the_workspace_zone(read):
    found = read(event("DTSTART:20240101T230000Z\nDURATION:PT1H"), event("DTSTART;VALUE=DATE:20240301", "b"))
    assert (found.first_on, found.last_on, found.is_snapshot) == (date(2024, 1, 2), date(2024, 3, 1), True)


def test_span_of_nothing(read):
    found = read(event("SUMMARY:x"))
    assert (found.first_on, found.last_on) == (None, None)


def test_own_emails(read):
    def meeting(number: int, *people: str) -> str:
        return event(
            "DTSTART:20240101T080000Z\n" + "\n".join(f"ATTENDEE:mailto:{p}@x.org" for p in people),
            f"{number}",
        )

    six = [meeting(n, "dana", f"other{n}") for n in range(5)] + [meeting(5, "a", "b")]
    assert read(*six).own_emails == ("dana@x.org",)
    assert read(*six[:4]).own_emails == ()
    assert read(*six[:3], *[meeting(n, f"c{n}", f"d{n}") for n in range(9, 12)]).own_emails == ()
    assert read(*six[:1], head="X-WR-CALNAME:Dana@Work.org").own_emails == ("dana@work.org",)
    assert read(*six[:1], name="dana@home.org.ics").own_emails == ("dana@home.org",)
    assert read(*six[:1], head="X-WR-CALNAME:x@group.calendar.google.com").own_emails == ()


# --- a second opinion ---


def second_opinion(data: bytes, zone: str) -> list[datetime]:
    """Occurrence starts by recurring-ical-events, from 1950 to a day before our horizon."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for parsed in icalendar.Calendar.from_ical(data, multiple=True):
            for occurrence in recurring_ical_events.of(parsed).between(
                datetime(1950, 1, 1), datetime(2026, 7, 14)
            ):
                found.append(in_utc(occurrence["DTSTART"].dt, zone))
    return sorted(filter(comparable, found))


def in_utc(start: date, zone: str) -> datetime:
    wall = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    aware = wall if wall.tzinfo else wall.replace(tzinfo=ZoneInfo(zone))
    return aware.astimezone(UTC).replace(tzinfo=None)


def comparable(start: datetime) -> bool:
    return datetime(1950, 1, 2) < start < datetime(2026, 7, 12)


@st.composite
def rules(draw) -> str:
    zone = draw(st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata"]))
    start = draw(st.datetimes(datetime(2022, 1, 1), datetime(2025, 6, 1))).replace(second=0, microsecond=0)
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY"]))
    rule = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    days = draw(
        st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), unique=True, max_size=4)
    )
    rule += [f"BYDAY={','.join(days)}"] if days else []
    until = (start + timedelta(days=draw(st.integers(0, 500)))).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    rule += draw(
        st.sampled_from([[], [f"COUNT={draw(st.integers(1, 60))}"], [f"UNTIL={until:%Y%m%dT%H%M%SZ}"]])
    )
    gone = draw(st.lists(st.integers(0, 60), max_size=5))
    lines = [f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}", "DURATION:PT30M", f"RRULE:{';'.join(rule)}"]
    lines += [f"EXDATE;TZID={zone}:{start + timedelta(days=n):%Y%m%dT%H%M%S}" for n in gone]
    return "\n".join(lines)


@settings(max_examples=80, deadline=None)
@given(lines=rules())
def test_random_rules_agree_with_recurring_ical_events(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("rule") / "rule.ics"
    path.write_bytes(calendar(event(lines)).encode())
    (row,) = calendar_ics.read(path, Context("UTC", IMPORTED_AT, path.parent)).rows
    assert row.refusal is None
    assert [i.starts_at for i in row.interactions if comparable(i.starts_at)] == second_opinion(
        path.read_bytes(), "UTC"
    )


JUSTIFIED = {
    "end_before_start_event.ics": "we refuse the event; they swap its ends",
    "issue_132_swapped_start_and_end.ics": "we refuse the event; they swap its ends",
    "issue_201_test_matrix.ics": "a day that ends at a time in UTC: they start it in UTC, we at home",
    "issue_28_rrule_with_UTC_endinginZ.ics": "Outlook's UNTIL is midnight in London; they lose the last day",
    "bad_rrule_missing_until_event.ics": "they raise, we refuse the row",
}


def sample_files() -> list[Path]:
    return sorted(p for p in SAMPLES.rglob("*") if p.is_file())


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample calendars are not here")
def test_every_sample_is_read_or_refused_with_a_message():
    context = Context("Europe/Berlin", IMPORTED_AT, SAMPLES)
    taken, refused = 0, 0
    for path in sample_files():
        try:
            found = list(calendar_ics.read(path, context).rows)
        except FileRefused as refusal:
            assert path.name in refusal.message and refusal.hint
            refused += 1
            continue
        taken += 1
        assert found, path
        assert len({row.key for row in found}) == len(found), path
        keys = [i.key for row in found for i in row.interactions]
        assert len(set(keys)) == len(keys), path
        assert all(before.line < after.line for before, after in pairwise(found)), path
        assert all(row.interactions == () for row in found if row.refusal), path
    assert (taken + refused, refused < taken) == (len(sample_files()), True)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample calendars are not here")
@pytest.mark.parametrize(
    "path", [p for p in sample_files() if p.parent.name == "recurring"], ids=lambda p: p.stem
)
def test_recurring_samples_agree_with_recurring_ical_events(path):
    context = Context("Europe/Berlin", IMPORTED_AT, SAMPLES)
    try:
        ours = sorted(i.starts_at for row in calendar_ics.read(path, context).rows for i in row.interactions)
    except FileRefused:
        return
    try:
        theirs = second_opinion(path.read_bytes(), "Europe/Berlin")
    except ValueError:
        theirs = None
    assert ([start for start in ours if comparable(start)] == theirs) is (path.name not in JUSTIFIED)
