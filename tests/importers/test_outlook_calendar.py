"""Outlook's calendar as CSV, through the whole engine: dates of every region, names in place of addresses."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import Rows, file, rows, take, take_one

from dashboard.errors import FileRefused
from dashboard.importers.day_month import COLUMN
from dashboard.warehouse import SourceFile, Workspace, decide, preview_files, undo_import

HEADER = (
    '"Subject","Start Date","Start Time","End Date","End Time","All day event","Reminder on/off","Reminder Date",'
    '"Reminder Time","Meeting Organizer","Required Attendees","Optional Attendees","Meeting Resources",'
    '"Billing Information","Categories","Description","Location","Mileage","Priority","Private","Sensitivity","Show time as"'
)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def event(
    start: str, end: str, required: str, optional: str = "", subject: str = "a secret", all_day: str = "False",
    organizer: str = "Own, Mia", resources: str = "", shown: str = "2",
) -> str:  # fmt: skip
    (start_date, _, start_time), (end_date, _, end_time) = start.partition(" "), end.partition(" ")
    cells = [
        subject, start_date, start_time, end_date, end_time, all_day, "False", "", "", organizer, required, optional,
        resources, "", "", "Line one\nline two", "Room 4", "", "Normal", "False", "Normal", shown,
    ]  # fmt: skip
    return ",".join(f'"{cell}"' for cell in cells)


def begun(space: Workspace) -> list[datetime]:
    return [at for (at,) in rows(space, "select starts_at from records.interaction order by starts_at")]


def minutes(space: Workspace) -> Rows:
    return rows(space, "select full_name, minutes from model.contact order by full_name")


def exclusions(space: Workspace) -> Rows:
    return rows(space, "select exclusion, count(*) from model.interaction where exclusion is not null group by all order by all")


# Five with Ada: enough to see whose calendar it is.
ADA = [event(f"3/{day}/2026 10:00:00 AM", f"3/{day}/2026 10:30:00 AM", "Fox, Ada;Own, Mia") for day in (9, 10, 11, 12, 13)]


def test_names_in_place_of_addresses(space: Workspace, tmp_path: Path) -> None:
    people = "Okafor, Ben;Own, Mia; cleo@day.org"
    more = event("3/16/2026 1:00:00 PM", "3/16/2026 2:30:00 PM", people, "Dan Elm <dan@elm.org>", resources="Room 4;Beamer")
    report = take_one(space, file(tmp_path, "calendar.csv", HEADER, *ADA, more, end="\r\n"))
    assert (report.kind, report.rows_read, report.new, report.refused) == ("outlook_calendar", 6, 6, 0)
    assert rows(space, "select identity_key from decisions.own_identity") == [("name:mia own",)]
    assert minutes(space) == [("Ada Fox", 150.0), ("Ben Okafor", 30.0), ("Dan Elm", 30.0), ("cleo@day.org", 30.0)]
    assert begun(space)[-1] == datetime(2026, 3, 16, 13)
    assert "secret" not in repr(rows(space, "from records.interaction")) + repr(rows(space, "from records.entry"))


def test_names_in_quotes_robots_and_lists(space: Workspace, tmp_path: Path) -> None:
    people = "'Okafor, Ben';\'dan@elm.org\';no-reply@zoom.example;choir@googlegroups.com;team@lists.own.org"
    more = event("3/16/2026 1:00:00 PM", "3/16/2026 2:00:00 PM", people)
    take_one(space, file(tmp_path, "calendar.csv", HEADER, *ADA, more))
    assert minutes(space) == [("Ada Fox", 150.0), ("Ben Okafor", 30.0), ("dan@elm.org", 30.0)]


@pytest.mark.parametrize(
    ("organizer", "shown", "expected"),
    [("Fox, Ada", "2", 60), ("Fox, Ada", "1", 30), ("Fox, Ada", "3", 60), ("Own, Mia", "1", 60), ("Fox, Ada", "Tentative", 30)],
)
def test_tentative_counts_half_but_not_what_the_user_organises(
    space: Workspace, tmp_path: Path, organizer: str, shown: str, expected: float
) -> None:
    more = event("3/16/2026 1:00:00 PM", "3/16/2026 2:00:00 PM", "Own, Mia;Fox, Ada", organizer=organizer, shown=shown)
    take(space, file(tmp_path, "calendar.csv", HEADER, *ADA, more))
    assert minutes(space) == [("Ada Fox", 150.0 + expected)]


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("3/4/2026 10:00:00 AM", "3/14/2026 10:00:00 AM"), datetime(2026, 3, 4, 10)),
        (("3/4/2026 10:00", "14/4/2026 10:00"), datetime(2026, 4, 3, 10)),
        (("03/04/2026 10:00 am", "25/12/2026 1:00 p. m."), datetime(2026, 4, 3, 10)),
        (("3.4.2026 10:00:00", "4.4.2026 10.00"), datetime(2026, 4, 3, 10)),
        (("2026-03-04 10:00:00", "2026-03-05 10:00"), datetime(2026, 3, 4, 10)),
        (("2026/3/4 10:00", "2026/3/5 10:00"), datetime(2026, 3, 4, 10)),
        (("04-03-26 10:00", "14-03-26 10:00"), datetime(2026, 3, 4, 10)),
        (("4-Mar-26 10:00", "5-Mar-26 10:00"), datetime(2026, 3, 4, 10)),
    ],
)
def test_dates_of_every_region(space: Workspace, tmp_path: Path, dates: tuple[str, str], first: datetime) -> None:
    lines = [event(day, day, "Fox, Ada") for day in dates]
    assert take_one(space, file(tmp_path, "calendar.csv", HEADER, *lines)).new == 2
    assert begun(space)[0] == first


def test_the_end_alone_can_tell_day_and_month(space: Workspace, tmp_path: Path) -> None:
    take(space, file(tmp_path, "calendar.csv", HEADER, event("3/12/2026 10:00", "3/13/2026 10:00", "Fox, Ada")))
    assert begun(space) == [datetime(2026, 3, 12, 10)]


def test_dates_that_nothing_tells_apart_are_refused_with_the_way_out(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "calendar.csv", HEADER, event("3/4/2026 10:00:00 AM", "3/4/2026 11:00:00 AM", "Fox, Ada"))
    with pytest.raises(FileRefused, match=r"day and month cannot be told apart.*column Start Date.*3/4/2026.*--dates"):
        take(space, path)
    _, ((_, error),) = preview_files(space, [SourceFile(path, path.name)])
    assert "cannot be told apart" in error.message


@pytest.mark.parametrize(("order", "first"), [("day first", datetime(2026, 4, 3, 10)), ("month first", datetime(2026, 3, 4, 10))])
def test_the_user_says_which_day_it_is_once(space: Workspace, tmp_path: Path, order: str, first: datetime) -> None:
    """Asked with both days it could be, remembered for the next export, and never above what a file itself tells."""
    unclear = file(tmp_path, "calendar.csv", HEADER, event("3/4/2026 10:00:00 AM", "3/4/2026 11:00:00 AM", "Fox, Ada"))
    (asked,) = preview_files(space, [SourceFile(unclear, unclear.name)])[0].orders
    assert (asked.example, asked.days, asked.said) == ("3/4/2026", (date(2026, 4, 3), date(2026, 3, 4)), "")
    decide(space, "column_mapping", [{"header_key": asked.key, "column_key": COLUMN, "meaning": order}])
    (asked,) = preview_files(space, [SourceFile(unclear, unclear.name)])[0].orders
    assert asked.said == order
    take(space, unclear)
    assert begun(space) == [first]
    clear = file(tmp_path, "more.csv", HEADER, event("4/15/2027 10:00", "4/15/2027 11:00", "Fox, Ada"),
                 event("5/6/2027 10:00", "5/6/2027 11:00", "Fox, Ada"))  # fmt: skip
    assert preview_files(space, [SourceFile(clear, clear.name)])[0].orders == ()
    take(space, clear)
    assert begun(space)[1:] == [datetime(2027, 4, 15, 10), datetime(2027, 5, 6, 10)]


def test_dates_that_are_the_same_day_either_way_are_not_asked_about(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "calendar.csv", HEADER, event("3/3/2026 10:00:00 AM", "3/3/2026 11:00:00 AM", "Fox, Ada"))
    assert preview_files(space, [SourceFile(path, path.name)])[0].orders == ()
    take(space, path)
    assert begun(space) == [datetime(2026, 3, 3, 10)]


def test_a_german_outlook_in_its_encoding(space: Workspace, tmp_path: Path) -> None:
    header = (
        '"Betreff";"Beginnt am";"Beginnt um";"Endet am";"Endet um";"Ganztägiges Ereignis";"Besprechungsplanung";'
        '"Erforderliche Teilnehmer";"Optionale Teilnehmer";"Besprechungsressourcen"'
    )
    line = '"Kaffee";"26.2.2026";"13:30:00";"26.2.2026";"14:00:00";"Aus";"Own, Mia";"Weiß, Jürgen";"";""'
    take(space, file(tmp_path, "kalender.csv", header, line, encoding="cp1252", end="\r\n"), own_keys=["name:mia own"])
    assert minutes(space) == [("Jürgen Weiß", 30.0)]


def test_what_counts_nothing(space: Workspace, tmp_path: Path) -> None:
    lines = [
        event("3/16/2026 12:00:00 AM", "3/17/2026 12:00:00 AM", "Fox, Ada", all_day="True"),
        event("3/18/2026 10:00:00 AM", "3/18/2026 11:00:00 AM", "Fox, Ada", subject="Canceled: budget"),
        event("3/19/2026 10:00:00 AM", "3/19/2026 11:00:00 AM", ""),
    ]
    take(space, file(tmp_path, "calendar.csv", HEADER, *ADA, *lines))
    assert exclusions(space) == [("all-day event", 1), ("cancelled", 1), ("nobody else in it", 1)]


def test_rows_that_cannot_be_read_say_why(space: Workspace, tmp_path: Path) -> None:
    lines = [
        event("3/32/2026 10:00:00 AM", "3/16/2026 10:00:00 AM", "Fox, Ada"),
        event("3/16/2026 later", "3/16/2026 10:00:00 AM", "Fox, Ada"),
        event("3/16/2026 10:00:00 AM", "3/15/2026 10:00:00 AM", "Fox, Ada"),
        event(" ", " ", "", subject="", organizer=""),
    ]
    report = take_one(space, file(tmp_path, "calendar.csv", HEADER, *ADA, *lines))
    assert report.refused_by_reason == {
        "unreadable date": 1, "unreadable time": 1, "ends before it begins": 1, "empty row": 1
    }  # fmt: skip


def test_a_newer_copy_ends_what_it_no_longer_contains(space: Workspace, tmp_path: Path) -> None:
    take(space, file(tmp_path, "calendar.csv", HEADER, *ADA))
    span = rows(space, "select first_on, last_on from records.part")
    assert span == [(date(2026, 3, 9), date(2026, 3, 13))]
    report = take_one(space, file(tmp_path, "calendar (1).csv", HEADER, *ADA[:2], *ADA[3:]))
    assert (report.new, report.unchanged) == (0, 4)
    assert minutes(space) == [("Ada Fox", 120.0)]
    undo_import(space, report.import_id or 0)
    assert minutes(space) == [("Ada Fox", 150.0)]


def test_the_same_meeting_in_an_ics_and_a_csv_counts_once(space: Workspace, tmp_path: Path) -> None:
    """Whether or not anybody has said that the address of the one is the name of the other."""
    ics = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for day in range(9, 13):
        ics += [
            "BEGIN:VEVENT", f"UID:{day}", f"DTSTART:202603{day:02}T100000Z", f"DTEND:202603{day:02}T103000Z",
            "ORGANIZER;CN=Mia Own:mailto:mia@own.org", "ATTENDEE;CN=Ada Fox:mailto:ada@fox.com", "END:VEVENT",
        ]  # fmt: skip
    other = event("3/9/2026 10:00:00 AM", "3/9/2026 10:30:00 AM", "Hill, Bob")
    take(
        space,
        file(tmp_path, "calendar.csv", HEADER, *ADA, other),
        file(tmp_path, "work.ics", *ics, "END:VCALENDAR"),
        own_keys=["mail:mia@own.org", "name:mia own"],
    )
    assert exclusions(space) == [("also in another calendar", 4)]
    # Bob's lies beside Ada's, and the two share the half hour.
    assert rows(space, "select sum(minutes) from model.contact") == [(150.0,)]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["", "3/4/2026", "13.4.2026", "10:00", "True", ";;", "a@b.co; Fox, Ada", "@"])
                         | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6), min_size=22, max_size=22),
                min_size=1, max_size=4))  # fmt: skip
def test_any_cells_balance(tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    try:
        report = take_one(Workspace(folder / "w"), file(folder, "calendar.csv", HEADER, *lines))
    except FileRefused:
        return
    assert report.rows_read == len(table) == report.new + report.updated + report.unchanged + report.refused
