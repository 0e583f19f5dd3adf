"""Which column is which."""

import pytest

from dashboard.importers import columns, contact_sheet, interaction_sheet


def fields(header: str, *rows: str) -> dict[str, str]:
    return dict(columns.recognise(header.split(","), [row.split(",") for row in rows]))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("First Name,Last Name", ["first_name", "last_name"]),
        ("FirstName,LastName,EmailAddress,ConnectedOn", ["first_name", "last_name", "email", "connected_on"]),
        ("First.Name,Last.Name,E.mail.Address", ["first_name", "last_name", "email"]),
        ("first_name,last_name,job_title", ["first_name", "last_name", "position"]),
        ("Vorname,Name,Firma,Stelle,Branche",
         ["first_name", "last_name", "company", "position", "industry"]),
        ("Name,Vorname,Handynummer", ["last_name", "first_name", "phone"]),
        ("Prénom,Nom,Société,Poste,Secteur d'activité",
         ["first_name", "last_name", "company", "position", "industry"]),
        ("PRENOM,NOM,Courriel", ["first_name", "last_name", "email"]),
        ("Nombre,Apellidos,Correo electrónico,Móvil", ["first_name", "last_name", "email", "phone"]),
        ("Nome,Sobrenome,Empresa,Cargo,Setor",
         ["first_name", "last_name", "company", "position", "industry"]),
        ("Nome,Cognome,Azienda,Ruolo,Settore",
         ["first_name", "last_name", "company", "position", "industry"]),
        ("Voornaam,Tussenvoegsel,Achternaam,Bedrijf,Functie",
         ["first_name", "middle_name", "last_name", "company", "position"]),
        ("Name,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name",
         ["full_name", "email", "phone", "company"]),
        ("Nom complet,LinkedIn,Téléphone", ["full_name", "profile_url", "phone"]),
        ("Datum,Kontakt,Dauer,Kanal", ["date", "person", "minutes", "channel"]),
        ("Date,With,Hours,How", ["date", "person", "hours", "channel"]),
        ("Fecha,Con quién,Duración (min),Tipo", ["date", "person", "minutes", "channel"]),
        ("Last coffee,Who,Min", ["date", "person", "minutes"]),
        ("Verbunden am,Vorname,Nachname", ["connected_on", "first_name", "last_name"]),
        ("Date de connexion,Prénom,Nom", ["connected_on", "first_name", "last_name"]),
    ],
)  # fmt: skip
def test_by_name(header: str, expected: list[str]) -> None:
    assert fields(header) == dict(zip(expected, header.split(","), strict=True))


def test_unknown_columns_are_left_alone() -> None:
    assert fields("Favourite colour,Shoe size", "red,44") == {}


def test_best_name_wins_and_an_empty_column_loses() -> None:
    assert fields("Account,Company,Business Phone,Mobile Phone")["company"] == "Company"
    header, row = "E-mail 1 - Value,E-mail 2 - Value,Mobile Phone,Business Phone", ",b@x.io,,+49 30 1"
    assert fields(header, row)["email"] == "E-mail 2 - Value"
    assert fields(header, row)["phone"] == "Business Phone"
    assert fields(header, "a@x.io,b@x.io,,")["email"] == "E-mail 1 - Value"


def test_title_is_a_job_or_a_salutation() -> None:
    assert fields("Name,Title", "Dana,CFO", "Ben,Dr. of Law")["position"] == "Title"
    assert "position" not in fields("Name,Title", "Dana,Mrs.", "Ben,Dr.", "Eva,")
    assert fields("Titel,Vorname,Nachname,Funktion", "Dr.,Eva,Mohr,Ärztin")["position"] == "Funktion"


def test_url_is_a_profile_only_if_linkedin() -> None:
    assert fields("Name,URL", "Dana,https://www.linkedin.com/in/dana")["profile_url"] == "URL"
    assert "profile_url" not in fields("Name,URL", "Dana,https://dana.example")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("dana@x.io", "", "ben@y.example"), "email"),
        (("https://www.linkedin.com/in/dana", "linkedin.com/in/ben-2"), "profile_url"),
        (("+49 30 123456", "(757) 555-0101"), "phone"),
        (("2026-03-05", "2026-04-01 10:00"), "date"),
        (("5.3.2026", "17.11.2025"), "date"),
        (("05 Mar 2024", "13-sep-18"), "date"),
    ],
)
def test_by_content(cells: tuple[str, ...], field: str) -> None:
    assert fields("Name,xyz", *(f"P{i},{cell}" for i, cell in enumerate(cells))).get(field) == "xyz"


@pytest.mark.parametrize("cells", [("1001234", "1001235"), ("12", "13"), ("2026", "2025"), ("Berlin", "x@y")])
def test_no_field_by_doubtful_content(cells: tuple[str, ...]) -> None:
    assert fields("Name,xyz", *(f"P,{cell}" for cell in cells)) == {"full_name": "Name"}


def test_a_known_column_is_not_taken_by_content() -> None:
    assert "date" not in fields("Name,Birthday", "Dana,1980-01-02", "Ben,1981-01-02")
    assert "phone" not in fields("Name,Fax", "Dana,+49 30 1234567", "Ben,+49 30 1234568")


SWAPPED = ["Fox,Daniela", "Okafor,Benjamin", "Mohr,Eva", "Rossi,Giulia", "Weber,"]


def test_swapped_names() -> None:
    header = ["First Name", "Last Name"]
    rows = [row.split(",") for row in SWAPPED]
    found = columns.recognise(header, rows)
    assert (found["first_name"], found["last_name"]) == ("Last Name", "First Name")
    (note,) = columns.notes(header, rows)
    assert '"First Name"' in note


@pytest.mark.parametrize(
    "rows",
    [
        [",".join(reversed(row.split(","))) for row in SWAPPED],
        SWAPPED[:2],
        [*SWAPPED, "Anna,Klein", "Petra,Lang"],
        [*SWAPPED[:4], *["Xi,Yang"] * 20],
        [],
    ],
)
def test_names_stay_without_strong_evidence(rows: list[str]) -> None:
    header = ["First Name", "Last Name"]
    split = [row.split(",") for row in rows]
    assert columns.recognise(header, split)["first_name"] == "First Name"
    assert columns.notes(header, split) == ()


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
    "CONTENT,FOLDER"
)
LINKEDIN = {
    "connections": [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "First Name,Last Name,Email Address,Company,Position,Connected On",
        "FirstName,LastName,EmailAddress,Company,Position,ConnectedOn",
        "First.Name,Last.Name,Company,Position,Connected.On",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
        "First Name,Company,Position,Connected On",
        "Company,Position,Connected On",
        "First Name,Last Name,Company,Position,URL",
    ],
    "messages": [MESSAGES, f"{MESSAGES},IS MESSAGE DRAFT", "CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER"],
    "invitations": ["From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"],
    "positions": ["Company Name,Title,Description,Location,Started On,Finished On"],
    "profile": [
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location",
        "First Name,Last Name,Headline,Summary,Industry",
    ],
    "email_addresses": ["Email Address,Confirmed,Primary,Updated On"],
    "contacts": [
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,FullName,Profiles",
        "FirstName,LastName,Companies,Title,Emails,PhoneNumbers",
    ],
    "recommendations": ["First Name,Last Name,Company,Job Title,Text,Creation Date,Status"],
    "education": ["School Name,Start Date,End Date,Notes,Degree Name,Activities"],
}


@pytest.mark.parametrize(
    ("kind", "header"), [(kind, header) for kind in LINKEDIN for header in LINKEDIN[kind]]
)
def test_linkedin_files_have_one_kind_each(kind: str, header: str) -> None:
    kinds = [other for other in LINKEDIN if getattr(columns, f"is_linkedin_{other}")(header.split(","))]
    assert kinds == [kind]
    assert not contact_sheet.recognises("Connections.csv", tuple(header.split(",")))
    assert not interaction_sheet.recognises("meeting log.csv", tuple(header.split(",")))


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Company,Email Address",
        "Name,E-mail,Company,Position",
        "Date,With,Minutes,Channel",
    ],
)
def test_other_tables_are_not_linkedin(header: str) -> None:
    assert not columns.is_linkedin(header.split(","))
