"""What the user says of the columns of a spreadsheet holds for the next file with this header."""

from pathlib import Path

import pytest
from workspaces import file, rows, take, take_one

from dashboard.errors import FileRefused
from dashboard.importers import column_mapping
from dashboard.importers.column_mapping import LEAVE_OUT, TABLE, Layout
from dashboard.warehouse import ImportReport, SourceFile, Workspace, decide, preview_files

# Polish: nothing of it is in our vocabulary but the e-mail.
HEADER = "Imię i nazwisko;Pracodawca;Stanowisko;Miasto"
FIRST = (HEADER, "Ada Lis;Siemens AG;Inżynier;Kraków", "Jan Wilk;Charité;Lekarz;Berlin")
SECOND = ("Miasto;Imię i nazwisko;Stanowisko;Pracodawca", "Gdańsk;Ewa Sowa;Radca;Kirkland & Ellis")
CONTACTS = {TABLE: "contact_sheet", "imieinazwisko": "full_name", "pracodawca": "company", "stanowisko": "position"}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def looked_at(space: Workspace, path: Path) -> tuple[ImportReport, list[str], Layout]:
    """The preview, why the file is refused, and how its table is read."""
    report, refused = preview_files(space, [SourceFile(path, path.name)])
    (layout,) = report.layouts
    return report, [str(error) for _, error in refused], layout


def say(space: Workspace, layout: Layout, said: dict[str, str]) -> list[dict[str, object]]:
    decisions = [{"header_key": layout.key, "column_key": key, "meaning": meaning} for key, meaning in said.items()]
    return decide(space, "column_mapping", decisions)  # type: ignore[return-value]


def means(layout: Layout) -> dict[str, str]:
    return {column.name: column.meaning for column in layout.columns}


def test_a_table_no_importer_knows_is_shown_with_samples(space: Workspace, tmp_path: Path) -> None:
    report, (why,), layout = looked_at(space, file(tmp_path, "kontakty.csv", *FIRST))
    assert report.files == []
    assert why.startswith("kontakty.csv has no header row that is recognised. Its columns are called: Imię i nazwisko,")
    assert (layout.table, layout.kind) == ("kontakty.csv", None)
    assert next((column.name, column.samples) for column in layout.columns) == ("Imię i nazwisko", ("Ada Lis", "Jan Wilk"))
    assert set(means(layout).values()) == {LEAVE_OUT}


def test_what_was_said_is_used_and_remembered(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "kontakty.csv", *FIRST)
    say(space, looked_at(space, path)[2], CONTACTS)
    report, refused, layout = looked_at(space, path)
    assert (refused, layout.kind) == ([], "contact_sheet")
    assert means(layout) == {
        "Imię i nazwisko": "full_name", "Pracodawca": "company", "Stanowisko": "position", "Miasto": LEAVE_OUT
    }  # fmt: skip
    assert report.files[0].new == 2
    take(space, path)
    assert rows(space, "select full_name, company, position from model.contact order by all") == [
        ("Ada Lis", "Siemens AG", "Inżynier"), ("Jan Wilk", "Charité", "Lekarz")
    ]  # fmt: skip
    # Another file of that layout, in another order and without being asked.
    assert take_one(space, file(tmp_path, "nowi.csv", *SECOND)).new == 1
    assert ("Ewa Sowa", "Kirkland & Ellis") in rows(space, "select full_name, company from model.contact")


def test_a_guess_is_corrected(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "people.csv", "Name,Company,Employer,Notes", "Dana Fox,Kestrel,Siemens AG,tall")
    _, _, layout = looked_at(space, path)
    assert means(layout) == {"Name": "full_name", "Company": "company", "Employer": LEAVE_OUT, "Notes": LEAVE_OUT}
    undo = say(space, layout, {"company": LEAVE_OUT, "employer": "company"})
    assert means(looked_at(space, path)[2])["Employer"] == "company"
    assert take_one(space, path).columns == {"Name": "full_name", "Employer": "company"}
    assert rows(space, "select company from model.contact") == [("Siemens AG",)]
    decide(space, "column_mapping", undo)  # type: ignore[arg-type]
    take(space, file(tmp_path, "again.csv", "Name,Company,Employer,Notes", "Ben Bo,Acme,Siemens AG,"))
    assert ("Ben Bo", "Acme") in rows(space, "select full_name, company from model.contact")


def test_a_column_said_to_be_another_email(space: Workspace, tmp_path: Path) -> None:
    """By its cells alone it may be an assistant's: only the user can tell."""
    path = file(tmp_path, "people.csv", "Name,E-mail,Else", "Dana Fox,dana@zyx.example,dana@home.example")
    _, _, layout = looked_at(space, path)
    assert means(layout) == {"Name": "full_name", "E-mail": "email", "Else": LEAVE_OUT}
    say(space, layout, {"else": "email_2"})
    take(space, path)
    assert rows(space, "select email from records.person") == [("dana@zyx.example",)]
    assert rows(space, "select email from records.other_address") == [("dana@home.example",)]


def test_nobody_could_be_told(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "people.csv", "Name,Company", "Dana Fox,Siemens AG")
    say(space, looked_at(space, path)[2], {"name": LEAVE_OUT})
    _, (why,), layout = looked_at(space, path)
    assert why.startswith("people.csv needs a column with names. Say which column it is")
    assert (layout.kind, means(layout)["Name"]) == ("contact_sheet", LEAVE_OUT), "it can still be mended"
    with pytest.raises(FileRefused, match="needs a column with names"):
        take(space, path)


def test_contacts_that_are_interactions(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "people.csv", "Name,Last spoken,Company", "Dana Fox,2026-10-02,Siemens AG")
    _, _, layout = looked_at(space, path)
    assert layout.kind == "contact_sheet"
    say(space, layout, {TABLE: "interaction_sheet"})
    assert looked_at(space, path)[1] == [
        "people.csv needs a column with dates. Say which column it is; each row is a meeting or a call on a day."
    ]
    say(space, layout, {"lastspoken": "date"})
    report = take_one(space, path)
    assert (report.kind, report.interactions, report.people) == ("interaction_sheet", 1, 1)


def test_a_name_said_of_contacts_is_the_person_of_a_meeting(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "wizyty.csv", "Kto;Kiedy;Ile", "Ada Lis;2026-10-02;45")
    say(
        space,
        looked_at(space, path)[2],
        {TABLE: "interaction_sheet", "kto": "full_name", "kiedy": "date", "ile": "minutes"},
    )
    take(space, path)
    assert rows(space, "select minutes from model.interaction") == [(45,)]


def test_a_table_left_out(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "people.csv", "Name,Company", "Dana Fox,Siemens AG")
    say(space, looked_at(space, path)[2], {TABLE: LEAVE_OUT})
    _, (why,), layout = looked_at(space, path)
    assert "is left out, as you said" in why
    assert layout.kind == LEAVE_OUT


def test_a_refusal_for_a_wrong_column_can_be_mended(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "log.csv", "Date,Spoken on,Person,Minutes", "soon,2026-10-02,Dana Fox,30")
    _, (why,), layout = looked_at(space, path)
    assert 'unreadable date (row 2, column Date: "soon")' in why
    say(space, layout, {"date": LEAVE_OUT, "spokenon": "date"})
    assert looked_at(space, path)[0].files[0].new == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.csv", "Dear Sir,\nI write to you, as I promised,\nabout the matter.\n"),
        ("numbers.csv", "1,2,3\n4,5,6\n"),
        ("one.csv", "Kto\nAda\n"),
        ("header.csv", "Kto;Kiedy\n"),
    ],
)
def test_what_is_no_table_is_not_asked_about(space: Workspace, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    report, refused = preview_files(space, [SourceFile(tmp_path / name, name)])
    assert len(refused) == 1
    assert report.layouts == ()


def test_linkedins_own_columns_are_certain(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "Connections.csv", "First Name,Last Name,Company,Position,Connected On", "A,B,C,D,05 Mar 2024")
    report, _ = preview_files(space, [SourceFile(path, path.name)])
    assert report.layouts == ()


def test_one_known_word_among_strange_ones(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "kontakty.csv", "Imię i nazwisko;Miasto;E-mail", "Ada Lis;Kraków;ada@lis.example")
    _, (_,), layout = looked_at(space, path)
    assert layout.kind is None
    assert means(layout)["E-mail"] == "email"
    say(space, layout, {TABLE: "contact_sheet"})
    assert take_one(space, path).columns == {"E-mail": "email"}


def test_a_part_of_an_export_that_names_nobody_is_not_asked_about(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "Languages.csv", "Name,Proficiency", "English,Native")
    report, ((_, error),) = preview_files(space, [SourceFile(path, path.name)])
    assert "a part of a LinkedIn export that names nobody" in error.message
    assert report.layouts == ()


def test_a_layout_is_its_names_in_any_order_and_case() -> None:
    assert column_mapping.header_key(["Name", "E-Mail"]) == column_mapping.header_key(["e mail", "NAME"])
    assert column_mapping.header_key(["Name", "E-Mail"]) != column_mapping.header_key(["Name", "E-Mail 2"])
