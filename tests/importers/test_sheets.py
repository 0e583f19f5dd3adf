"""From the bytes of a spreadsheet to the fields of contacts and interactions: headers people really have."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.importers import contact_sheet, interaction_sheet, tabular
from dashboard.importers.tabular import Sheet


def workbook(rows: Sequence[Sequence[object]], title: str | None = None) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    if title:
        sheet.merge_range(0, 0, 0, 3, title)
    for index, row in enumerate(rows, start=2 if title else 0):
        sheet.write_row(index, 0, row)
    book.close()
    return data.getvalue()


TABLES = {
    "English": (
        "people.csv",
        "Name,E-mail,Mobile,Company,Job Title,Industry,LinkedIn\n"
        "Dana Fox,d@x.io,+1 757 555,Acme,CFO,Energy,\n",
        {"full_name": "Name", "email": "E-mail", "phone": "Mobile", "company": "Company",
         "position": "Job Title", "industry": "Industry", "profile_url": "LinkedIn"},
    ),
    "German, semicolons": (
        "Kontakte.csv",
        "Vorname;Nachname;Firma;Funktion;Branche;E-Mail-Adresse;Telefon geschäftlich\n"
        "Eva;Mohr;KfW;Rätin;Bank;;\n",
        {"first_name": "Vorname", "last_name": "Nachname", "company": "Firma", "position": "Funktion",
         "industry": "Branche", "email": "E-Mail-Adresse", "phone": "Telefon geschäftlich"},
    ),
    "French, cp1252": (
        "carnet.csv",
        "Prénom;Nom;Société;Poste;Secteur;Courriel;Tél\nZoë;Lefèvre;Orange;Chargée;Télécoms;;\n".encode("cp1252"),
        {"first_name": "Prénom", "last_name": "Nom", "company": "Société", "position": "Poste",
         "industry": "Secteur", "email": "Courriel", "phone": "Tél"},
    ),
    "first and last name swapped": (
        "people.csv",
        "First Name,Last Name,Company\nFox,Daniela,X\nOkafor,Benjamin,Y\nMohr,Eva,Z\nRossi,Giulia,Z\n",
        {"first_name": "Last Name", "last_name": "First Name", "company": "Company"},
    ),
    "one column of full names": (
        "list.csv",
        "Contact\n\"Fox, Dana\"\n\"Okafor, Ben\"\n",
        {"full_name": "Contact"},
    ),
    "phone only": (
        "phones.csv",
        "Phone Number,Notes\n+49 30 123456,plumber\n",
        {"phone": "Phone Number"},
    ),
    "merged title row above": (
        "people.xlsx",
        workbook([["Name", "Company", "E-mail"], ["Dana Fox", "Acme", "d@x.io"]], title="My contacts"),
        {"full_name": "Name", "company": "Company", "email": "E-mail"},
    ),
    "totals row below": (
        "people.xlsx",
        workbook([["Name", "Company", "Age"], ["Dana Fox", "Acme", 41.0], ["Total", "", 41.0]]),
        {"full_name": "Name", "company": "Company"},
    ),
    "UTF-16": (
        "people.csv",
        "Full Name\tOrganisation\tRole\tSector\nZoë Fox\tAcme\tCFO\tEnergy\n".encode("utf-16"),
        {"full_name": "Full Name", "company": "Organisation", "position": "Role", "industry": "Sector"},
    ),
}  # fmt: skip


def sheet_of(folder: Path, name: str, content: bytes | str) -> Sheet:
    path = folder / "upload"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (sheet,) = tabular.read_sheets(path, name, folder)
    return sheet


@pytest.mark.parametrize("name", TABLES)
def test_contact_tables(tmp_path: Path, name: str) -> None:
    file, content, expected = TABLES[name]
    sheet = sheet_of(tmp_path, file, content)
    assert contact_sheet.recognises(file, sheet.header)
    assert not interaction_sheet.recognises(file, sheet.header)
    found = contact_sheet.fields(sheet)
    assert set(found) == set(contact_sheet.FIELDS)
    assert {field: column for field, column in found.items() if column} == expected


def test_rows_around_the_table(tmp_path: Path) -> None:
    above = sheet_of(tmp_path, *TABLES["merged title row above"][:2])
    assert (above.header_row, above.notes) == (3, ("rows 1 to 2 before the header skipped",))
    below = sheet_of(tmp_path, *TABLES["totals row below"][:2])
    assert below.sample == (("Dana Fox", "Acme", "41"),)
    assert [(line, why.reason) for line, why in below.damaged] == [(3, "totals row")]


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("x.csv", "Date,With,Minutes,Channel,Company",
         {"date": "Date", "person": "With", "minutes": "Minutes", "channel": "Channel",
          "company": "Company"}),
        ("x.csv", "Datum,Kontakt,Dauer (Stunden),Kanal",
         {"date": "Datum", "person": "Kontakt", "hours": "Dauer (Stunden)", "channel": "Kanal"}),
        ("x.csv", "Fecha,Nombre,Correo,Minutos",
         {"date": "Fecha", "person": "Nombre", "email": "Correo", "minutes": "Minutos"}),
        ("x.csv", "When,Email,Type", {"date": "When", "email": "Email", "channel": "Type"}),
        ("coffee_log.csv", "Last coffee,Who", {"date": "Last coffee", "person": "Who"}),
        ("Meetings 2026.xlsx", "Date,Name,Company", {"date": "Date", "person": "Name", "company": "Company"}),
        ("x.csv", "Date,First Name,Last Name,Minutes",
         {"date": "Date", "first_name": "First Name", "last_name": "Last Name", "minutes": "Minutes"}),
    ],
)  # fmt: skip
def test_interaction_tables(tmp_path: Path, name: str, header: str, expected: dict[str, str]) -> None:
    row = ",".join("x" for _ in header.split(","))
    sheet = sheet_of(tmp_path, "x.csv", f"{header}\n{row}\n")
    assert interaction_sheet.recognises(name, sheet.header)
    assert not contact_sheet.recognises(name, sheet.header)
    found = interaction_sheet.fields(sheet)
    assert set(found) == set(interaction_sheet.FIELDS)
    assert {field: column for field, column in found.items() if column} == expected


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("people.csv", "Name,Company,Date"),
        ("people.csv", "Name,Phone,Type,Date"),
        ("logistics.csv", "Name,Date,Company"),
        ("people.csv", "Name,Minutes"),
    ],
)
def test_a_list_of_people_is_no_list_of_meetings(name: str, header: str) -> None:
    assert not interaction_sheet.recognises(name, tuple(header.split(",")))
    assert contact_sheet.recognises(name, tuple(header.split(",")))


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Skills.csv", "Name"),
        ("Languages.csv", "Name,Proficiency"),
        ("Courses.csv", "Name,Number"),
        ("Receipts.csv", "First Name,Last Name,Billing Country,Postal Code,Invoice Number"),
        ("Recommendations_Received.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"),
        ("PhoneNumbers.csv", "Extension,Number,Type"),
        ("Organizations.csv", "Name,Description,Position,Started On,Finished On"),
        ("accounts.csv", "account,sector,revenue"),
        ("calendar.csv", "Subject,Start Date,Start Time,End Date,End Time,Meeting Organizer,Location"),
    ],
)
def test_tables_without_contacts(name: str, header: str) -> None:
    assert not contact_sheet.recognises(name, tuple(header.split(",")))
    assert not interaction_sheet.recognises(name, tuple(header.split(",")))
