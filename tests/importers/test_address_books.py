"""Address books as programs export them, through the whole engine: every person, address and oddity of the file."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspaces import Rows, connections, file, rows, take, take_one

from dashboard.errors import FileRefused
from dashboard.importers import contact_sheet, google_contacts, outlook_contacts
from dashboard.warehouse import Workspace

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "contacts"
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,"
    "Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Job Title,Business Phone,Home Phone,Mobile Phone,Account,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,"
    "Referred By,Web Page"
)
ANNA = "Anna,,Weiß,,,,,Siemens AG,Einkäuferin,,,* myContacts,* Work,anna@siemens.com,Home,anna@web.de,,,,"
DANA = "Mrs.,Dana,M,Fox,Acme Ltd,CFO,+1 1,,+1 757 555,,d@acme.com,SMTP,Dana Fox (d@acme.com),dana@fox.org,SMTP,,Ben Okafor,"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def people(space: Workspace) -> Rows:
    return rows(
        space,
        "select line, full_name, email, phone, company, position, profile_url from records.person order by line",
    )


def other_addresses(space: Workspace) -> Rows:
    return rows(space, "select line, email from records.other_address order by all")


# Google


def test_google_with_the_header_of_today(space: Workspace, tmp_path: Path) -> None:
    path = file(
        tmp_path, "contacts.csv", GOOGLE_NEW, ANNA,
        "Ben,,Okafor,,,,,,,,,,* Work,b@x.io ::: ben@y.io,Other,* b@z.io,Mobile,\u202d+49 30 1\u202c ::: +49 30 2,"
        "Profile,https://www.linkedin.com/in/ben-okafor/",
        ",,,,,,,Café Lumière,,,,,,no address,,,,,,",
        ",,,,,,,,,,note,,,,,,,,,",
    )  # fmt: skip
    report = take_one(space, path)
    assert (report.kind, report.rows_read, report.new, report.refused) == ("google_contacts", 4, 3, 1)
    assert report.refused_by_reason == {"empty row": 1}
    assert people(space) == [
        (2, "Anna Weiß", "anna@siemens.com", None, "Siemens AG", "Einkäuferin", None),
        (3, "Ben Okafor", "b@x.io", "+49 30 1", None, None, "in/ben-okafor"),
        (4, None, None, None, "Café Lumière", None, None),
    ]
    assert other_addresses(space) == [(2, "anna@web.de"), (3, "b@z.io"), (3, "ben@y.io")]
    noted = rows(space, "select line, reason, column_name, cell_value from records.refusal where not is_row")
    assert noted == [(4, "not an e-mail address", "E-mail 1 - Value", "no address")]


def test_google_with_the_header_of_before(space: Workspace, tmp_path: Path) -> None:
    path = file(
        tmp_path, "google.csv", GOOGLE_OLD,
        "Dr Dana M Fox,Dana,M,Fox,,* myContacts ::: Old,* Work,d@x.io ::: e@x.io,Mobile,+1 757 555,,Acme,CFO",
        "Mum,,,,,* myContacts,,,Home,+1 1,,,",
    )  # fmt: skip
    assert take_one(space, path).kind == "google_contacts"
    assert people(space) == [
        (2, "Dana M Fox", "d@x.io", "+1 757 555", "Acme", "CFO", None),
        (3, "Mum", None, "+1 1", None, None, None),
    ]
    assert other_addresses(space) == [(2, "e@x.io")]


def test_google_with_several_employers_in_a_cell_or_nothing_but_a_profile(space: Workspace, tmp_path: Path) -> None:
    lines = [
        "Anna,,Weiß,,,,,Siemens AG ::: Old Ltd,Buyer ::: Clerk,,,* myContacts,,,,,,,,",
        ",,,,,,,,,,,,,,,,,,Profile,https://www.linkedin.com/in/nobody-yet",
    ]
    assert take_one(space, file(tmp_path, "contacts.csv", GOOGLE_NEW, *lines)).refused == 0
    assert [row[4:] for row in people(space)] == [("Siemens AG", "Buyer", None), (None, None, "in/nobody-yet")]


def test_google_in_utf_16_as_old_exports_were(space: Workspace, tmp_path: Path) -> None:
    take_one(space, file(tmp_path, "google.csv", GOOGLE_NEW, ANNA, encoding="utf-16"))
    assert people(space)[0][1] == "Anna Weiß"


# Outlook


def test_outlook_with_a_second_address_and_who_introduced_them(space: Workspace, tmp_path: Path) -> None:
    exchange = (
        ",Eva,,Mohr,KfW,,,,,,/o=ExchangeLabs/ou=x/cn=eva,EX,Eva Mohr (eva.mohr@kfw.de),,,,,"
        "https://www.linkedin.com/in/eva-mohr"
    )
    report = take_one(space, file(tmp_path, "outlook.csv", OUTLOOK, DANA, exchange, end="\r\n"))
    assert (report.kind, report.new, report.refused) == ("outlook_contacts", 2, 0)
    assert people(space) == [
        (2, "Dana M Fox", "d@acme.com", "+1 757 555", "Acme Ltd", "CFO", None),
        (3, "Eva Mohr", "eva.mohr@kfw.de", None, "KfW", None, "in/eva-mohr"),
    ]
    assert other_addresses(space) == [(2, "dana@fox.org")]
    assert rows(space, "select line, referred_by from records.referral") == [(2, "Ben Okafor")]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_outlook_in_the_encodings_it_writes(space: Workspace, tmp_path: Path, encoding: str) -> None:
    line = DANA.replace("Dana,M,Fox", "Zoë,,Müller")
    take_one(space, file(tmp_path, "outlook.csv", OUTLOOK, line, encoding=encoding, end="\r\n"))
    assert people(space)[0][1] == "Zoë Müller"


def test_a_german_outlook(space: Workspace, tmp_path: Path) -> None:
    header = (
        "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Straße geschäftlich;Mobiltelefon;E-Mail-Adresse;"
        "E-Mail-Typ;E-Mail: Angezeigter Name;E-Mail 2: Adresse;Empfohlen von"
    )
    line = "Frau;Käthe;;Groß;Stadtwerke;Leiterin;Weg 1;0171 1;k@sw.de;SMTP;Käthe Groß;k@gross.de;Ben Okafor"
    assert take_one(space, file(tmp_path, "kontakte.csv", header, line, encoding="cp1252")).kind == "outlook_contacts"
    assert people(space) == [(2, "Käthe Groß", "k@sw.de", "0171 1", "Stadtwerke", "Leiterin", None)]
    assert other_addresses(space) == [(2, "k@gross.de")]


# What both are for: one person under two addresses


def test_a_second_address_meets_the_calendar(space: Workspace, tmp_path: Path) -> None:
    """The address book says that the private address in the calendar is the person at Siemens."""
    path = file(tmp_path, "contacts.csv", GOOGLE_NEW, ANNA)
    meetings = file(tmp_path, "meetings.csv", "Date,E-mail,Minutes", "2026-03-02,anna@web.de,30")
    take(space, path, meetings)
    found = rows(space, "select full_name, company, interactions from model.contact")
    assert found == [("Anna Weiß", "Siemens AG", 1)]


def test_an_address_that_a_couple_shares_does_not_make_them_one(space: Workspace, tmp_path: Path) -> None:
    couple = [
        "Anna,,Weiß,,,,,,,,,,Work,anna@a.com,Home,family@web.de,,,,",
        "Paul,,Weiß,,,,,,,,,,Work,paul@b.com,Home,family@web.de,,,,",
        "Paul,F,Weiß,,,,,,,,,,Work,paul@c.com,Home,paul@b.com,,,,",
    ]
    take(space, file(tmp_path, "contacts.csv", GOOGLE_NEW, *couple))
    found = rows(space, "select full_name from model.contact order by full_name")
    assert found == [("Anna Weiß",), ("Paul Weiß",)]


def test_a_newer_copy_changes_what_changed_and_marks_who_is_gone(space: Workspace, tmp_path: Path) -> None:
    take(space, file(tmp_path, "contacts.csv", GOOGLE_NEW, ANNA, ANNA.replace("Anna", "Ida").replace("anna", "ida")))
    newer = ANNA.replace("Einkäuferin", "Chefin")
    report = take_one(space, file(tmp_path, "contacts (1).csv", GOOGLE_NEW, newer))
    assert (report.new, report.updated, report.unchanged) == (0, 1, 0)
    found = rows(space, "select full_name, position, is_vanished from model.contact order by full_name")
    assert found == [("Anna Weiß", "Chefin", False), ("Ida Weiß", "Einkäuferin", True)]


@pytest.mark.parametrize(
    ("header", "module"),
    [(GOOGLE_OLD, google_contacts), (GOOGLE_NEW, google_contacts), (OUTLOOK, outlook_contacts)],
)
def test_one_importer_and_no_other_claims_an_address_book(header: str, module: object) -> None:
    columns = tuple(header.split(","))
    claims = [m for m in (contact_sheet, google_contacts, outlook_contacts) if m.recognises("contacts.csv", columns)]
    assert claims == [module]


def test_a_list_of_ones_own_with_two_addresses_is_no_address_book_of_a_program() -> None:
    header = ("First Name", "Last Name", "E-mail", "Second e-mail", "Company")
    assert contact_sheet.recognises("people.csv", header)


# Files of other projects


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")
@pytest.mark.parametrize(
    ("name", "kind", "count", "first"),
    [
        ("google_old_constellation.csv", "google_contacts", 2, ("Jerry Mathis", "jerry@example.com")),
        ("roundcube_gmail.csv", "google_contacts", 1, ("Firstname Middle Lastname", "home@aaa.pl")),
        ("outlook_desktop_linus.csv", "outlook_contacts", 1, ("Linus Torvalds", "linus@example.com")),
        ("roundcube_email.csv", "contact_sheet", 4, (None, "test1@domain.tld")),
        ("roundcube_tb_plain.csv", "contact_sheet", 1, ("Firstname Lastname", "test@domain.tld")),
    ],
)
def test_samples(space: Workspace, name: str, kind: str, count: int, first: tuple[str | None, str]) -> None:
    report = take_one(space, FOLDER / name)
    assert (report.kind, report.rows_read, report.new) == (kind, count, count)
    assert people(space)[0][1:3] == first


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")
def test_a_sample_with_a_header_alone_is_refused(space: Workspace) -> None:
    with pytest.raises(FileRefused, match="has a header but no rows"):
        take(space, FOLDER / "outlook_92col_header_only.csv")


# Whatever stands in the cells


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.sampled_from([GOOGLE_OLD, GOOGLE_NEW, OUTLOOK]), st.data())
def test_any_cells_balance(tmp_path_factory: pytest.TempPathFactory, header: str, data: st.DataObject) -> None:
    said = st.sampled_from(["", "a@b.co", "* x@y.io ::: z", "Dana", "=1+1", '"'])
    cell = said | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
    width = header.count(",") + 1
    table = data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=4))
    folder = tmp_path_factory.mktemp("any")
    lines = [",".join('"' + c.replace('"', '""') + '"' for c in row) for row in table]
    path = file(folder, "contacts.csv", header, *lines)
    try:
        report = take_one(Workspace(folder / "w"), path)
    except FileRefused:
        return
    assert report.rows_read == report.new + report.updated + report.unchanged + report.refused
    assert report.rows_read == len(table)


def test_connections_and_address_book_meet(space: Workspace, tmp_path: Path) -> None:
    """By the second address, where LinkedIn knows that one."""
    linked = connections(tmp_path, "Anna,Weiß,https://www.linkedin.com/in/anna,anna@web.de,Siemens,Buyer,05 Mar 2024")
    take(space, linked, file(tmp_path, "contacts.csv", GOOGLE_NEW, ANNA))
    assert len(rows(space, "select 1 from model.contact")) == 1


def test_a_second_address_in_an_ordinary_sheet_is_a_key_of_the_person(space: Workspace, tmp_path: Path) -> None:
    sheet = file(
        tmp_path, "people.csv", "Name,E-mail,Private Email,Email 3,Assistant mail,Phone,Home Phone",
        "Dana Fox,dana@zyx.example,dana@home.example,,help@zyx.example,,+49 30 1234567",
        "Ben Bo,,ben@home.example; ben@old.example,,help@zyx.example,+49 30 7654321,",
        "Cleo Day,none,,,help@zyx.example,,",
    )  # fmt: skip
    assert take_one(space, sheet).new == 3
    assert rows(space, "select line, email from records.other_address order by all") == [
        (2, "dana@home.example"), (3, "ben@old.example"),
    ]
    assert rows(space, "select full_name, email, phone from records.person order by line") == [
        ("Dana Fox", "dana@zyx.example", "+49 30 1234567"), ("Ben Bo", "ben@home.example", "+49 30 7654321"),
        ("Cleo Day", None, None),
    ]
    assert rows(space, "select line, reason, column_name, cell_value from records.refusal") == [
        (4, "not an e-mail address", "E-mail", "none")
    ]
    meeting = file(tmp_path, "log.csv", "Date,Person,E-mail,Minutes", "2024-03-04,Dana Fox,dana@home.example,30")
    take_one(space, meeting)
    assert rows(space, "select count(*), max(minutes) from model.contact") == [(3, 30.0)]
