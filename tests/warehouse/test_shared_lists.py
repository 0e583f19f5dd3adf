"""A list that a contact shared becomes the second degree: never contacts, never in place of the user's own list."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspaces import connections, rows, take, take_one

from dashboard.errors import FileRefused, UserError
from dashboard.questions import ask
from dashboard.warehouse import ME, ImportReport, SourceFile, Workspace, find_sharer, import_files, undo_import
from dashboard.warehouse.load import FEW, LEAST_ROWS

OWN = [f"Own{letter},Fox,https://www.linkedin.com/in/own{letter},,Acme {letter} zyx,Boss,05 Mar 2024" for letter in "abcdefgh"]
THEIRS = [f"Her{letter},Hill,https://www.linkedin.com/in/her{letter},,Charité,Doctor,05 Mar 2024" for letter in "abcdefgh"]
ANN, BEN = "url:in/owna", "url:in/ownb"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, *OWN), time_zone="Europe/Berlin")
    return space


def shared(space: Workspace, path: Path, owner: str = ANN, **options: Any) -> ImportReport:
    return import_files(space, [SourceFile(path, "Connections.csv", owner=owner)], **options)


def asked(space: Workspace, name: str) -> list[dict[str, Any]]:
    with space.reading() as con:
        return ask(con, name).to_dict("records")


def test_its_people_are_the_second_degree_and_move_no_number(space: Workspace, tmp_path: Path) -> None:
    before = asked(space, "network_summary")
    (file,) = shared(space, connections(tmp_path, *THEIRS, OWN[1], ",,,,Ghost zyx,,", name="theirs.csv")).files
    assert (file.kind, file.rows_read, file.new, file.refused, file.people) == ("shared_list", 10, 10, 0, 9)
    assert file.not_counted_by_reason == {"no name": 1}
    assert [row["full_name"] for row in asked(space, "second_degree")] == [f"Her{letter} Hill" for letter in "abcdefgh"]
    assert repr(asked(space, "network_summary")) == repr(before)    # NaN is not itself
    assert rows(space, "select count(*) from model.contact") == [(8,)]
    assert rows(space, "select count(*) from model.person_row where is_vanished") == [(0,)]


def test_a_strange_list_is_never_taken_for_a_newer_copy_in_silence(space: Workspace, tmp_path: Path) -> None:
    theirs = connections(tmp_path, *THEIRS, name="theirs.csv")
    (rehearsed,) = take(space, theirs, keep=False).files
    assert rehearsed.asks_whose
    with pytest.raises(FileRefused, match="Whose is it"):
        take(space, theirs)
    assert rows(space, "select count(*) from records.import") == [(1,)]
    (mine,) = shared(space, theirs, owner=ME).files     # the user's word goes before the guess
    assert mine.kind == "linkedin_connections"
    assert rows(space, "select count(*) from model.person_row where is_vanished") == [(8,)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(kept=st.integers(0, 8), added=st.integers(0, 8))
def test_only_who_has_next_to_nobody_in_common_is_asked(tmp_path: Path, kept: int, added: int) -> None:
    """Whatever part of the own list a newer file keeps: it is asked whose it is if, and only if, that is next to nobody."""
    if not kept + added:
        return
    space = Workspace(tmp_path / f"workspace {kept} {added}")
    if not space.folder.exists():
        take(space, connections(tmp_path, *OWN))
    newer = connections(tmp_path, *OWN[:kept], *THEIRS[:added], name="newer.csv")
    (file,) = take(space, newer, keep=False).files
    smaller = min(8, kept + added)
    assert file.asks_whose == (smaller >= LEAST_ROWS and kept < FEW * smaller)
    assert file.rows_read == file.new + file.updated + file.unchanged + file.refused == kept + added


def test_a_newer_list_of_the_same_contact_replaces_the_older(space: Workspace, tmp_path: Path) -> None:
    shared(space, connections(tmp_path, *THEIRS[:5], name="may.csv"))
    (newer,) = shared(space, connections(tmp_path, *THEIRS[3:], name="june.csv")).files
    assert (newer.new, newer.unchanged) == (3, 2)
    assert [row["full_name"] for row in asked(space, "second_degree")] == [f"Her{letter} Hill" for letter in "defgh"]
    undo_import(space, 3)
    assert [row["full_name"] for row in asked(space, "second_degree")] == [f"Her{letter} Hill" for letter in "abcde"]
    undo_import(space, 2)
    assert asked(space, "second_degree") == []
    assert rows(space, "select count(*) from records.acquaintance") == [(0,)]


def test_two_contacts_who_share_are_two_lists_and_two_paths(space: Workspace, tmp_path: Path) -> None:
    shared(space, connections(tmp_path, *THEIRS[:5], name="ann.csv"))
    shared(space, connections(tmp_path, *THEIRS[4:], name="ben.csv"), owner=BEN)
    paths = {row["full_name"]: row["paths"] for row in asked(space, "second_degree")}
    assert len(paths) == 8
    assert [name for name, number in paths.items() if number == 2] == ["Here Hill"]


def test_the_same_bytes_again_do_nothing_and_as_anybody_elses_are_refused(space: Workspace, tmp_path: Path) -> None:
    theirs = connections(tmp_path, *THEIRS, name="theirs.csv")
    shared(space, theirs)
    (again,) = shared(space, theirs).files
    assert again.is_known
    for owner in (ME, BEN):
        with pytest.raises(FileRefused, match="a list that a contact shared"):
            shared(space, theirs, owner=owner)
    with pytest.raises(FileRefused, match="as yours"):
        shared(space, connections(tmp_path, *OWN), owner=ANN)
    assert rows(space, "select count(*) from decisions.shared_list") == [(1,)]


def test_of_a_file_without_people_nothing_can_be_shared(space: Workspace, tmp_path: Path) -> None:
    sheet = tmp_path / "meetings.csv"
    sheet.write_text("Date,Person,Minutes\n2026-05-01,Owna Fox,30\n", encoding="utf-8")
    with pytest.raises(FileRefused, match="no list of people"):
        shared(space, sheet)


def test_who_shared_is_found_by_name_or_profile_and_nobody_is_guessed(space: Workspace, tmp_path: Path) -> None:
    take_one(space, connections(tmp_path, *OWN, "Owna,Foxx,https://www.linkedin.com/in/foxx,,,,", name="newer.csv"))
    with space.reading() as con:
        assert find_sharer(con, "owna fox") == ANN
        assert find_sharer(con, "https://www.linkedin.com/in/ownb/") == BEN
        with pytest.raises(UserError, match="Several contacts"):
            find_sharer(con, "Fox")
        with pytest.raises(UserError, match="No contact is called"):
            find_sharer(con, "Zed")
