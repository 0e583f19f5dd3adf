"""Real LinkedIn files through the whole engine, held against what a reader counted by hand (linkedin_expected.md)."""

import csv
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from workspaces import difference, model, rows, take, take_one

from dashboard.errors import FileRefused
from dashboard.warehouse import FileReport, Workspace, undo_import

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "linkedin"
EXPORT = "shuffled/Complete_LinkedInDataExport_12-16-2024.zip"
# Two addresses equally often, or fewer than five messages: nobody can be told to be the user, so the user is asked.
SAID_TO_BE_ME = {
    "fake/hermione_e2e/Messages.csv": "url:in/bob",
    "fake/hermione_e2e/MessagesThreads.csv": "url:in/sam-self",
    "fake/hermione_fixtures/messages-parity.csv": "url:in/bob",
}
# Random cells, nobody real: rows and refusals mean something, the people are an upper bound.
FUZZ = ("fake/hermione_fixtures/connections-corpus.csv", "fake/hermione_fixtures/messages-corpus.csv")
# What each refusal must say, by the reason in the table.
WORDS = {
    "header only": "has a header but no rows",
    "no name column": "none with names or profile addresses",
    "not a file we use": "not recognised|no header row that is recognised|has a header but no rows",
    "not recognised": "not recognised|no header row that is recognised|it is a JSON file",
}
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the LinkedIn samples are not part of this repository")


@dataclass(frozen=True)
class Expected:
    path: str
    kind: str
    rows_read: int
    no_name: int
    refused: int
    reasons: str
    people: int


def expected() -> list[Expected]:
    with Path(__file__).with_name("linkedin_expected.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(lines)
        return [
            Expected(path, kind, int(read), int(no_name), int(refused), reasons, int(people))
            for path, kind, read, no_name, refused, reasons, people, _ in lines
        ]


ALONE = [line for line in expected() if ".zip/" not in line.path]
TAKEN = [line for line in ALONE if line.kind != "refused"]
REFUSED = [line for line in ALONE if line.kind == "refused"]
CONTACT_ROWS: dict[str, int] = {}  # path -> rows of a Connections file that became contacts
IN_ZIP = [line for line in expected() if ".zip/" in line.path]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace that refuses one file after the other and must stay empty."""
    space = Workspace(tmp_path_factory.mktemp("untouched"))
    empty = model(space)
    yield space
    assert not difference(model(space), empty)
    assert rows(space, "from records.import") == []


def test_every_file_of_the_folder_has_its_line() -> None:
    found = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    assert found - {"README.md", EXPORT} == {line.path for line in ALONE}
    with zipfile.ZipFile(FOLDER / EXPORT) as archive:
        assert {f"{EXPORT}/{name}" for name in archive.namelist()} == {line.path for line in IN_ZIP}


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: line.path)
def test_a_file_of_no_use_is_refused_with_its_name_and_what_was_found(untouched: Workspace, line: Expected) -> None:
    path = FOLDER / line.path
    with pytest.raises(FileRefused, match=WORDS[line.reasons]) as refused:
        take(untouched, path)
    assert path.name in refused.value.message
    assert refused.value.hint


# Undo is the same for all of them, and costs as much again: tests/warehouse/test_undo_in_any_order.py has it for every kind.
UNDONE = TAKEN[::5]


@pytest.mark.parametrize("line", TAKEN, ids=lambda line: line.path)
def test_a_file_gives_what_was_counted_by_hand_and_comes_again_without_effect(
    tmp_path: Path, line: Expected
) -> None:
    path = FOLDER / line.path
    own = [SAID_TO_BE_ME[line.path]] if line.path in SAID_TO_BE_ME else None
    space = Workspace(tmp_path / "w")
    empty = model(space)

    report = take_one(space, path, own_keys=own)
    _holds(space, report, line)
    first = model(space)
    CONTACT_ROWS[line.path] = _contact_rows(space)

    again = take_one(space, path)
    assert (again.new, again.updated, again.unchanged) == (0, 0, report.rows_read - report.refused)
    assert again.import_id == report.import_id
    assert again.rows_read == report.rows_read
    assert again.refused == report.refused
    assert not difference(model(space), first)
    if line not in UNDONE:
        return

    changed = take_one(space, _one_byte_more(path, tmp_path))
    assert (changed.new, changed.updated, changed.refused) == (0, 0, report.refused)
    assert changed.unchanged == report.rows_read - report.refused
    assert changed.import_id != report.import_id

    undo_import(space, changed.import_id or 0)
    assert not difference(model(space), first)
    undo_import(space, report.import_id or 0)
    assert not difference(model(space), empty)


@pytest.mark.parametrize("path", list(SAID_TO_BE_ME))
def test_too_few_messages_to_tell_the_user_name_everybody(tmp_path: Path, path: str) -> None:
    """Until the user has said who they are, they count as a contact of their own; nothing is guessed."""
    line = next(line for line in TAKEN if line.path == path)
    assert take_one(Workspace(tmp_path / "w"), FOLDER / path).people == line.people + 1


def test_the_export_as_downloaded(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "w")
    empty = model(space)
    report = take(space, FOLDER / EXPORT)
    name = Path(EXPORT).name
    by_file = {file.file: file for file in report.files}
    used = {f"{name}/{line.path.rsplit('/', 1)[1]}": line for line in IN_ZIP if line.kind != "not used"}
    assert by_file.keys() == used.keys()
    for file, line in used.items():
        _holds(space, by_file[file], line)
    assert set(report.not_used) == {
        f"{name}/{line.path.rsplit('/', 1)[1]}" for line in IN_ZIP if line.kind == "not used"
    }
    # Messages and invitations name many connections again: the three files together hold 4,504 profile addresses.
    assert rows(
        space,
        "select count(distinct profile_url) from model.mention inner join model.identity using (who) "
        "where contact_id not in (select self.contact_id from model.self)",
    ) == [(4504,)]
    first = model(space)

    again = take(space, FOLDER / EXPORT)
    assert {(file.new, file.updated) for file in again.files} == {(0, 0)}
    changed = take(space, _one_byte_more(FOLDER / EXPORT, tmp_path))
    assert {(file.new, file.updated) for file in changed.files} == {(0, 0)}
    for import_id, before in ((2, first), (1, empty)):
        undo_import(space, import_id)
        assert not difference(model(space), before)


def test_the_single_files_of_an_export_give_what_the_zip_gives(tmp_path: Path) -> None:
    one, several = Workspace(tmp_path / "one"), Workspace(tmp_path / "several")
    take(one, FOLDER / EXPORT)
    folder = FOLDER / "shuffled" / "2024_full_export"
    take(several, *(folder / name for name in ("Connections.csv", "Invitations.csv", "messages.csv")))
    question = "select identity_key, full_name, company, minutes, interactions from model.contact order by all"
    assert rows(one, question) == rows(several, question)


def test_the_owner_without_an_address_is_told_by_name(tmp_path: Path) -> None:
    """And a bare name among the recipients is the person of that name with an address in the same file."""
    space = Workspace(tmp_path / "w")
    take(space, FOLDER / "fake/labeldekho_Messages.csv")
    names = rows(space, "select full_name, profile_url is not null from model.contact order by all")
    assert names == [(name, True) for name in ("Alice Johnson", "Bob Williams", "Carol Davis", "Eve Wilson")]


def test_at_least_95_percent_of_well_formed_person_rows_become_contacts(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    well_formed = taken = 0
    for line in TAKEN:
        if line.kind == "linkedin_connections":
            well_formed += line.rows_read - line.no_name - line.refused
            if line.path not in CONTACT_ROWS:  # this test runs alone
                space = Workspace(tmp_path_factory.mktemp("bar"))
                take(space, FOLDER / line.path)
                CONTACT_ROWS[line.path] = _contact_rows(space)
            taken += CONTACT_ROWS[line.path]
    with capsys.disabled():
        print(f"\n{taken:,} of {well_formed:,} well-formed person rows became contacts: {taken / well_formed:.2%}")
    assert well_formed == 9545
    assert taken <= well_formed
    assert taken >= 0.95 * well_formed


def _holds(space: Workspace, report: FileReport, line: Expected) -> None:
    assert report.kind == line.kind
    assert report.rows_read == line.rows_read
    assert report.not_counted_by_reason.get("no name", 0) == line.no_name
    assert report.refused == line.refused
    assert ";".join(f"{reason}={count}" for reason, count in report.refused_by_reason.items()) == line.reasons
    assert report.rows_read == report.new + report.updated + report.unchanged + report.refused
    # An invitation takes no minutes and alone makes nobody a contact: there, whom the file names is counted.
    people = _named(space, report) if line.kind == "linkedin_invitations" else report.people
    assert people == line.people or (line.path in FUZZ and 0 < people < line.people)


def _contact_rows(space: Workspace) -> int:
    """Rows with a name that are, or belong to, a contact."""
    count: int = rows(
        space,
        "select count(*) from records.person inner join model.identity using (who) "
        "inner join model.contact using (contact_id) where person.full_name is not null",
    )[0][0]
    return count


def _named(space: Workspace, report: FileReport) -> int:
    """People but the user whom an import's file names."""
    count: int = rows(
        space,
        "select count(distinct contact_id) from records.mention inner join model.identity using (who) "
        "inner join records.part using (import_id, part_no) "
        f"where import_id = {report.import_id} and part.kind = '{report.kind}' "
        "and contact_id not in (select self.contact_id from model.self)",
    )[0][0]
    return count


def _one_byte_more(path: Path, folder: Path) -> Path:
    """The same file with a harmless byte: a line break at the end, or a comment in the zip."""
    copy = folder / path.name
    shutil.copyfile(path, copy)
    copy.chmod(0o600)
    if path.suffix == ".zip":
        with zipfile.ZipFile(copy, "a") as archive:
            archive.comment = b"."
    else:
        with copy.open("ab") as file:
            file.write(b"\n")
    return copy
