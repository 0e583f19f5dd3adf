"""What an import changed in the headline: recorded at its moment, gone with its undo."""

from pathlib import Path

import pytest
from workspaces import connections, file, rows, take

from dashboard.questions import ask
from dashboard.warehouse import Workspace, decide, undo_import

LAWYERS = [f"Lea{i},Law,https://www.linkedin.com/in/lea{i},,Kirkland & Ellis,Lawyer,05 Mar 2024" for i in range(3)]
CODERS = [f"Cod{i},Er,https://www.linkedin.com/in/cod{i},,SAP SE,Developer,05 Mar 2024" for i in range(3)]


def newest(space: Workspace) -> dict[str, object]:
    with space.reading() as con:
        return dict(ask(con, "import_effect").iloc[0])


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, *CODERS))
    decide(space, "assumption", [{"name": "home_industry", "setting": "SFT"}])
    return space


def test_the_headline_before_and_after(space: Workspace, tmp_path: Path) -> None:
    report = take(space, connections(tmp_path, *CODERS, *LAWYERS, name="newer.csv"))
    told = newest(space)
    assert (told["home_share_before"], told["home_share_after"]) == (1.0, 0.5)
    assert (told["contacts_before"], told["contacts_after"]) == (3, 6)
    assert (told["home_label_before"], told["home_label_after"]) == ("Software", "Software")
    assert (told["new_people"], told["weighting_after"]) == (3, "people")
    assert report.before is not None
    assert report.summary is not None
    assert (report.before["home_share"][0], report.summary["home_share"][0]) == (1.0, 0.5)


def test_what_was_recorded_stays_whatever_comes_after(space: Workspace, tmp_path: Path) -> None:
    take(space, connections(tmp_path, *CODERS, *LAWYERS, name="newer.csv"))
    decide(space, "industry_label", [{"scope": "company", "scope_key": "sap", "industry": "LAW"}])
    assert newest(space)["home_share_after"] == 0.5


def test_undo_removes_the_effect(space: Workspace, tmp_path: Path) -> None:
    take(space, connections(tmp_path, *CODERS, *LAWYERS, name="newer.csv"))
    undo_import(space, 2)
    assert rows(space, "select import_id from records.import_effect") == [(1,)]
    assert newest(space)["import_id"] == 1


def test_files_taken_in_together_are_one_and_half_undone_it_is_not_known(space: Workspace, tmp_path: Path) -> None:
    log = file(tmp_path, "log.csv", "Date,Person,Minutes", "2026-10-02,Lea0 Law,60")
    take(space, connections(tmp_path, *CODERS, *LAWYERS, name="newer.csv"), log)
    told = newest(space)
    assert (told["import_id"], told["files"], told["first_file"]) == (3, 2, "newer.csv")
    assert (told["weighting_before"], told["weighting_after"]) == ("people", "minutes")
    undo_import(space, 3)
    told = newest(space)
    assert (told["import_id"], told["files"]) == (2, 1)
    assert rows(space, "select weighting_after from model.import_run where run_id = 2") == [(None,)]


def test_a_preview_and_a_file_known_already_record_nothing(space: Workspace, tmp_path: Path) -> None:
    rehearsed = take(space, connections(tmp_path, *LAWYERS, name="newer.csv"), keep=False)
    assert rehearsed.before is not None
    assert rehearsed.before["contacts"][0] == 3
    take(space, tmp_path / "Connections.csv")
    assert rows(space, "select count(*) from records.import_effect") == [(1,)]
