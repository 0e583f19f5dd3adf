"""LinkedIn's address books, recommendations and schools; and what a spreadsheet program does to an export."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import CONNECTIONS, Rows, connections, file, rows, take, take_one, zipped

from dashboard.errors import FileRefused
from dashboard.importers import decoding
from dashboard.warehouse import Workspace

CONTACTS = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,"
    "Birthday,Location,BookmarkedAt,Profiles"
)
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities"
ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def people(space: Workspace) -> Rows:
    return rows(
        space,
        "select line, full_name, email, phone, company, position, profile_url from records.person order by line",
    )


def test_uploaded_address_books(space: Workspace, tmp_path: Path) -> None:
    lines = [
        'MOBILE_CONTACTS,Ben,Okafor,"Acme, Inc., Old Ltd",Founder,"ben@acme.com,ben@home.org","+1 757 1,+1 757 2",'
        '"5/1/20, 3:00 PM",,,,,,,,https://www.linkedin.com/in/ben-okafor',
        "GMAIL,,,,,eva@kfw.de,,,,,,Eva Mohr,,,,",
        "GMAIL,,,,,,,,,,,,,,,",
    ]
    report = take_one(space, file(tmp_path, "ImportedContacts.csv", CONTACTS, *lines))
    assert (report.kind, report.new, report.refused_by_reason) == ("linkedin_contacts", 2, {"empty row": 1})
    assert people(space) == [
        (2, "Ben Okafor", "ben@acme.com", "+1 757 1", "Acme, Inc.", "Founder", "in/ben-okafor"),
        (3, "Eva Mohr", "eva@kfw.de", None, None, None, None),
    ]
    assert rows(space, "select line, email from records.other_address") == [(2, "ben@home.org")]


def test_who_recommended_the_user_is_the_connection_of_that_name(space: Workspace, tmp_path: Path) -> None:
    """At another employer by now; and where two connections have the name, nobody is guessed."""
    links = [ADA, *(f"Kim,Lee,https://www.linkedin.com/in/kim{n},,K{n},Boss,05 Mar 2024" for n in (1, 2))]
    lines = ['Ada,Fox,Bosch,Trainee,"A long\ntext",05 Mar 2019,VISIBLE', "Kim,Lee,K3,Boss,x,05 Mar 2019,VISIBLE"]
    members = [
        ("Connections.csv", "\n".join([CONNECTIONS, *links])),
        ("Recommendations_Received.csv", "\n".join([RECOMMENDATIONS, *lines])),
    ]
    report = take(space, zipped(tmp_path, "export.zip", members))
    assert {found.kind: found.new for found in report.files} == {"linkedin_connections": 3, "linkedin_recommendations": 2}
    found = rows(space, "select full_name, company from model.contact order by all")
    assert found == [("Ada Fox", "Siemens AG"), ("Kim Lee", "K1"), ("Kim Lee", "K2"), ("Kim Lee", "K3")]
    worked = rows(space, "select employment.company from model.employment inner join model.contact using (contact_id) "
                  "where contact.full_name = 'Ada Fox' order by all")  # fmt: skip
    assert worked == [("Bosch",), ("Siemens AG",)]
    assert "long" not in repr(rows(space, "from records.person"))


def test_schools(space: Workspace, tmp_path: Path) -> None:
    lines = ["TU München,2008,Sep 2013,,M.Sc.,Choir", ",,,,,", "ETH,soon,,,,"]
    report = take_one(space, file(tmp_path, "Education.csv", EDUCATION, *lines))
    assert (report.kind, report.new) == ("linkedin_education", 1)
    assert report.refused_by_reason == {"empty row": 1, "unreadable date": 1}
    found = rows(space, "select school, degree, started_on, finished_on from records.own_school")
    assert found == [("TU München", "M.Sc.", date(2008, 1, 1), date(2013, 9, 30))]


# What a spreadsheet program does to an export


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mar 2020", date(2020, 3, 1)), ("Mar-20", date(2020, 3, 1)), ("Mrz 20", date(2020, 3, 1)), ("mars 2020", date(2020, 3, 1)),
        ("01.03.2020", date(2020, 3, 1)), ("2020-03-01 00:00:00", date(2020, 3, 1)), ("2020", date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_months_of_the_own_career(space: Workspace, tmp_path: Path, written: str, read: date) -> None:
    header = "Company Name;Title;Description;Location;Started On;Finished On"
    take(space, file(tmp_path, "Positions.csv", header, f"Siemens;Boss;;;{written};", end="\r\n"))
    assert rows(space, "select started_on from records.own_position") == [(read,)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3/5/2024", date(2024, 3, 5)), ("05.03.24", date(2024, 3, 5)), ("2024-03-05", date(2024, 3, 5)),
        ("5 mars 2024", date(2024, 3, 5)),
    ],
)  # fmt: skip
def test_days_of_connection(space: Workspace, tmp_path: Path, written: str, read: date) -> None:
    """3/5/2024 is a day in March since 3/14/2024 can be nothing else."""
    other = ADA.replace("ada", "ida").replace("05 Mar 2024", "3/14/2024")
    take(space, connections(tmp_path, ADA.replace("05 Mar 2024", written), other))
    assert rows(space, "select connected_on from records.person where profile_url = 'in/ada'") == [(read,)]


@pytest.mark.parametrize("written", ['"7/8/26, 3:43 PM"', "7/8/26 15:43", "08.07.2026 15:43", "2026-07-08 15:43:00"])
def test_moments_of_invitations(space: Workspace, tmp_path: Path, written: str) -> None:
    header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"
    line = f"Mia,Ada,{written},,OUTGOING,https://www.linkedin.com/in/mia,https://www.linkedin.com/in/ada"
    take(space, file(tmp_path, "Invitations.csv", header, line))
    assert rows(space, "select starts_at from records.interaction") == [(datetime(2026, 7, 8, 15, 43),)]


def test_letters_encoded_twice_are_put_right_and_it_is_said(space: Workspace, tmp_path: Path) -> None:
    twice = "Jörg,Müller,,,Café “Łódź” €,Geschäftsführer,05 Mar 2024".encode().decode("cp1252", "same_number")
    report = take_one(space, connections(tmp_path, twice, ADA.replace("Siemens AG", "São Tomé AG")))
    assert [row[1::3] for row in people(space)] == [("Jörg Müller", "Café “Łódź” €"), ("Ada Fox", "São Tomé AG")]
    assert 'letters such as "Ã¼" put right' in report.notes


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_text_encoded_twice_comes_back_and_no_other_text_is_hurt(text: str) -> None:
    twice = text.encode().decode("cp1252", "same_number")
    if not any(ord(c) > 127 for c in text):
        assert decoding.once(text) == text
    elif decoding.once(text) == text:  # the text itself does not look encoded twice
        assert decoding.once(twice) == text


@settings(max_examples=12, deadline=None)
@given(st.sampled_from([("Contacts.csv", CONTACTS), ("Recommendations_Given.csv", RECOMMENDATIONS), ("Education.csv", EDUCATION)]),
       st.data())  # fmt: skip
def test_any_cells_balance(tmp_path_factory: pytest.TempPathFactory, kind: tuple[str, str], data: st.DataObject) -> None:
    name, header = kind
    said = st.sampled_from(["", "Ada", "2019", "a@b.co,c@d.eu", "n/a", "Ã"])
    cell = said | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
    width = header.count(",") + 1
    table = data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=4))
    lines = [",".join('"' + c.replace('"', '""') + '"' for c in row) for row in table]
    folder = tmp_path_factory.mktemp("any")
    try:
        report = take_one(Workspace(folder / "w"), file(folder, name, header, *lines))
    except FileRefused:
        return
    assert report.rows_read == len(table) == report.new + report.updated + report.unchanged + report.refused
