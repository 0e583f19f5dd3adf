"""Whatever a file holds: rows that add up or a refusal in words, never an unhandled error.

Each importer's own test file has such a test for its format; here are the bytes that no format knows, the tables
every importer of tables may get, damaged workbooks and zips of anything.
"""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from workspaces import CONNECTIONS, file, rows

from dashboard import importers
from dashboard.errors import FileRefused
from dashboard.importers import calendar_ics
from dashboard.records import Context
from dashboard.warehouse import ImportReport, SourceFile, Workspace, import_files, intake
from dashboard.warehouse.rebuild import rebuild
from dashboard.warehouse.source import open_source

TABLES = {
    "Connections.csv": CONNECTIONS,
    "messages.csv": "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "people.csv": "Name,E-mail,Private Email,Phone,Company,Position,Industry,Contact since",
    "log.csv": "Date,Person,E-mail,Minutes,Channel",
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CELLS = TEXT | st.sampled_from(
    ["Dana", "a@b.co", "https://www.linkedin.com/in/a", "3/4/26, 5:06 AM", "05 Mar 2024", "2024-13-01", "-1", "1e999", "=1+1", "  ",
     "2024-03-04 10:00:00 UTC", "99999999999999999999", "me@x.example; ", "Yes", "OUTGOING", "Mar 2024", "\u202e", "''"]
)  # fmt: skip
LINES = TEXT | st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VALARM", "UID:a", "DTSTART:20240304T100000Z",
     "DTSTART;TZID=Nowhere:20240304T100000", "DTSTART;VALUE=DATE:20240304", "DTEND:20240304T110000Z", "DURATION:PT1H",
     "DURATION:-P1W",
     "RRULE:FREQ=WEEKLY", "RRULE:FREQ=SECONDLY;COUNT=0", "RRULE:FREQ=YEARLY;BYDAY=53MO", "EXDATE:20240311T100000Z", "RDATE:x",
     "RECURRENCE-ID:20240304T100000Z", "ATTENDEE;CN=\"A;B\":mailto:a@b.co", "ATTENDEE:", "ORGANIZER:mailto:", "STATUS:CANCELLED",
     " folded", "SUMMARY:x", "TZOFFSETTO:+9999"]
)  # fmt: skip
SUFFIXES = ("csv", "tsv", "txt", "xlsx", "xls", "ods", "ics", "vcf", "mbox", "eml", "zip")
NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """A few rows for each kind of table."""
    return {
        name: draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=3))
        for name, width in ((name, header.count(",") + 1) for name, header in TABLES.items())
    }


def test_every_importer_of_tables_is_tried() -> None:
    elsewhere = {"google_contacts", "outlook_contacts", "outlook_calendar", "linkedin_contacts", "linkedin_recommendations",
                 "linkedin_education"}  # fmt: skip
    tabular = {module.KIND for module in importers.modules() if hasattr(module, "SELECT")}
    here = {"linkedin_connections", "linkedin_messages", "linkedin_invitations", "linkedin_positions", "linkedin_profile",
            "linkedin_email_addresses", "contact_sheet", "interaction_sheet"}  # fmt: skip
    assert tabular == here | elsewhere


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=NO_SHRINKING)
@given(tables())
def test_any_cells_in_any_table_balance(tmp_path_factory: pytest.TempPathFactory, tables: dict[str, list[list[str]]]) -> None:
    """All of them go into one workspace, whose model is derived once at the end."""
    folder = tmp_path_factory.mktemp("any")
    space = Workspace(folder / "w")
    with space.reading(), records_alone():
        for name, table in tables.items():
            lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
            path = file(folder, name, TABLES[name], *lines)
            try:
                (report,) = import_files(space, [SourceFile(path, name)], own_keys=[]).files
            except FileRefused as refused:
                assert name in refused.message
                assert refused.hint
                continue
            assert report.rows_read == report.new + report.updated + report.unchanged + report.refused
    with space.writing() as con:
        rebuild(con)
    unequal = "rows_read != rows_new + rows_updated + rows_unchanged + rows_refused"
    assert rows(space, f"select * from model.import_part where {unequal}") == []


MAIL = st.sampled_from(
    ["From a@b.co Mon Mar 02 10:26:51 2026", "From: Ada <a@b.co>", "To: me@own.org, =?utf-8?q?",
     "Date: Mon, 02 Mar 2026 10:00:00 +0100", "Date: 31 Feb", "Cc: \"", "", "X-Gmail-Labels: Drafts", "Message-ID: <1>",
     "List-Id: x"]
)  # fmt: skip
CARD = st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "FN:Ada", "N:Fox;Ada;;;", "EMAIL:a@b.co", "EMAIL:", "ORG:Fox;", "TEL:1", "AGENT:",
     "N;ENCODING=QUOTED-PRINTABLE:=E4;=", " folded", "BDAY:1604-01-01"]
)  # fmt: skip
HEADERS = st.sampled_from(
    ["Name", "First Name", "Last Name", "E-mail", "E-mail", "Company", "Date", "Minutes", "Person", "Hours", "Type", "Phone", "URL",
     "Connected On", "Title", "Subject", "Start Date", "Start Time", "End Date", "Required Attendees", "FROM", "TO", "DATE",
     "CONTENT"]
) | TEXT  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=NO_SHRINKING)
@given(
    st.lists(LINES, max_size=12), st.lists(CARD | TEXT, max_size=12), st.lists(MAIL | TEXT, max_size=12),
    st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(HEADERS | CELLS, min_size=n, max_size=n), min_size=2, max_size=5)),
)  # fmt: skip
def test_any_file_of_any_kind_balances(
    tmp_path_factory: pytest.TempPathFactory, events: list[str], cards: list[str], mails: list[str], table: list[list[str]]
) -> None:
    """Through the whole engine: what was read is new or refused, each file by itself, or the file is refused in words."""
    folder = tmp_path_factory.mktemp("any")
    space = Workspace(folder / "w")
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table]
    files = (
        file(folder, "any.ics", "BEGIN:VCALENDAR", *events, "END:VCALENDAR", end="\r\n"),
        file(folder, "any.vcf", "BEGIN:VCARD", *cards, "END:VCARD", end="\r\n"),
        file(folder, "any.mbox", "From a@b.co Mon Mar 02 10:26:51 2026", *mails),
        file(folder, "any.csv", *lines),
    )
    with space.reading(), records_alone():
        for path in files:
            try:
                (report,) = import_files(space, [SourceFile(path, path.name)], own_keys=[], day_order="day first").files
            except FileRefused as refused:
                assert path.name in refused.message
                assert refused.hint
                continue
            assert 0 < report.rows_read == report.new + report.updated + report.unchanged + report.refused
            assert rows(space, f"select count(*) from records.refusal where is_row and import_id = {report.import_id}") == [
                (report.refused,)
            ]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES, max_size=16))
def test_any_lines_of_a_calendar(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = file(folder, "any.ics", "BEGIN:VCALENDAR", *lines, "END:VCALENDAR", end="\r\n")
    try:
        found = list(calendar_ics.read(path, Context("UTC", datetime(2026, 1, 15), folder)).rows)
    except FileRefused as refused:
        assert path.name in refused.message
        assert refused.hint
        return
    assert found
    assert all(row.interactions == () for row in found if row.refusal)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SUFFIXES), st.binary(max_size=200))
def test_any_bytes_under_any_name(tmp_path_factory: pytest.TempPathFactory, suffix: str, content: bytes) -> None:
    opened_or_refused(tmp_path_factory.mktemp("any"), f"any.{suffix}", content)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 6000), st.binary(max_size=40), st.booleans())
def test_a_damaged_workbook(tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes, is_cut: bool) -> None:
    content = workbook()
    place = at % len(content)
    damaged = content[:place] + noise + (b"" if is_cut else content[place + len(noise) :])
    opened_or_refused(tmp_path_factory.mktemp("any"), "people.xlsx", damaged)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(
    st.sampled_from([*TABLES, "a.ics", "a.vcf", "a.mbox", "a.eml", "a.xlsx", "a.zip", "../a.csv", "deep/er/messages.csv", "x"]),
    st.binary(max_size=60) | st.sampled_from([f"{header}\n".encode() + b"Dana,Fox\n" for header in TABLES.values()]), max_size=4,
))  # fmt: skip
def test_a_zip_of_anything(tmp_path_factory: pytest.TempPathFactory, members: dict[str, bytes]) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    opened_or_refused(tmp_path_factory.mktemp("any"), "export.zip", held.getvalue())


@contextmanager
def records_alone() -> Iterator[None]:
    """Imports leave the model as it is, and so take a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rebuild", "headline", "record_effect"):
            patch.setattr(intake, name, lambda *_, **__: [])
        patch.setattr(intake, "describe", lambda _, reports, not_used, __: ImportReport(reports, not_used))
        yield


def opened_or_refused(folder: Path, name: str, content: bytes) -> None:
    """Tables, or rows that can be gone through; or else a refusal that names the file and says what helps."""
    path = folder / name
    path.write_bytes(content)
    try:
        opened = open_source(SourceFile(path, name), Context("UTC", datetime(2026, 1, 15), folder))
        for piece in opened.pieces:
            assert piece.sheet or piece.parsed
            assert all(row.line > 0 for row in (piece.parsed.rows if piece.parsed else ()))
    except FileRefused as refused:
        assert name in refused.message
        assert refused.hint


def workbook() -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.add_worksheet().write_row(0, 0, ["Name", "E-mail", "Company"])
    book.worksheets()[0].write_row(1, 0, ["Dana Fox", "dana@zyx.example", "Siemens AG"])
    book.close()
    return data.getvalue()
