"""A path that is typed and a table that is pasted become files to import, or a clear word why not."""

import os
from pathlib import Path

import pytest
from workspaces import file, rows, take_one

from dashboard.errors import FileRefused
from dashboard.warehouse import Workspace, import_files, pasted, preview_files, source_at

NAME = "pasted on 25 Nov 2026"
CELLS = "Name\tE-mail\tCompany\nDana Fox\tdana@siemens.com\tSiemens AG\n\"Bo, Ben\"\tben@acme.example\tAcme\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def test_a_path_as_people_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = file(tmp_path, "my people.csv", "Name,Company", "Dana Fox,Siemens AG")
    monkeypatch.setenv("HOME", str(tmp_path))
    for typed in (str(held), f"  {held} ", f'"{held}"', f"'{held}'", "~/my people.csv"):
        found = source_at(typed)
        assert (found.path, found.name) == (held, "my people.csv")


@pytest.mark.parametrize(
    ("typed", "why", "hint"),
    [
        ("", "No path is given", "such as ~/Downloads/export.zip"),
        ("{folder}", "is a folder", "Add the name of the file in it"),
        ("{folder}/gone.csv", "There is no file {folder}/gone.csv", "Check the name of the file"),
        ("{folder}/a/b/gone.csv", "There is no file", "The path leads as far as {folder}."),
        ("gone.csv", "There is no file gone.csv", "Type the whole path"),
        ("/dev/null", "is not a file", "Save it as a file"),
        ("~nobody-of-that-name/x.csv", "is not a path", "such as"),
        ("/x" + "y" * 5000, "is not a path", "such as"),
        ("/x\0y", "is not a path", "such as"),
    ],
)
def test_a_path_to_nothing_says_so(tmp_path: Path, typed: str, why: str, hint: str) -> None:
    with pytest.raises(FileRefused) as caught:
        source_at(typed.format(folder=tmp_path))
    assert why.format(folder=tmp_path) in caught.value.message
    assert hint.format(folder=tmp_path) in caught.value.hint


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = file(tmp_path, "secret.csv", "Name")
    monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may read anything
    with pytest.raises(FileRefused, match=r"secret\.csv may not be read"):
        source_at(str(held))


def test_a_folder_that_may_not_be_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", closed)
    with pytest.raises(FileRefused, match="may not be read"):
        source_at("/root/people.csv")


@pytest.mark.parametrize("text", [CELLS, CELLS.replace("\n", "\r\n"), CELLS.replace("\t", ";"), CELLS.replace("\t", ",")])
def test_a_pasted_table_is_a_file(space: Workspace, tmp_path: Path, text: str) -> None:
    report = import_files(space, [pasted(text, NAME, tmp_path)]).files[0]
    assert (report.file, report.kind, report.new) == (NAME, "contact_sheet", 2)
    assert rows(space, "select full_name, company from model.contact order by all") == [
        ("Ben Bo", "Acme"), ("Dana Fox", "Siemens AG")
    ]  # fmt: skip
    assert rows(space, "select file_name from records.import") == [(NAME,)]


def test_pasted_interactions(space: Workspace, tmp_path: Path) -> None:
    text = "Date\tWith\tMinutes\n2026-11-03\tDana Fox\t45\n"
    report = import_files(space, [pasted(text, NAME, tmp_path)]).files[0]
    assert (report.kind, report.interactions) == ("interaction_sheet", 1)


def test_a_second_paste_of_the_day_ends_nobody(space: Workspace, tmp_path: Path) -> None:
    import_files(space, [pasted(CELLS, NAME, tmp_path)])
    import_files(space, [pasted("Name\tCompany\nAda Ash\tKestrel\n", NAME, tmp_path)])
    assert rows(space, "select count(*), bool_or(is_vanished) from model.contact") == [(3, False)]
    known = import_files(space, [pasted(CELLS, NAME, tmp_path)]).files[0]
    assert known.is_known
    assert known.unchanged == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "Nothing was pasted"), (" \n\t\n", "Nothing was pasted"), ("Name\tCompany", "Only one row was pasted")],
)
def test_a_paste_without_a_table(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(FileRefused, match=why) as caught:
        pasted(text, NAME, tmp_path)
    assert "Copy the" in caught.value.hint


def test_a_paste_without_a_header_says_what_is_missing(space: Workspace, tmp_path: Path) -> None:
    _, refused = preview_files(space, [pasted("Dana Fox\tdana@x.example\nBen Bo\tb@x.example\n", NAME, tmp_path)])
    (error,) = [error for _, error in refused]
    assert error.message.startswith(f"{NAME} starts with data and has no header row")
    assert "Put a row with the names of the columns above the data" in error.hint


def test_the_same_file_dropped_and_by_path_is_one(space: Workspace, tmp_path: Path) -> None:
    held = file(tmp_path, "people.csv", "Name,Company", "Dana Fox,Siemens AG")
    take_one(space, held)
    assert import_files(space, [source_at(str(held))]).files[0].is_known
