"""An import is all or nothing, a preview leaves no trace, and undo takes back exactly one import."""

import logging
from pathlib import Path

import pytest
from workspaces import connections, difference, file, model, rows, take, take_one, written

from dashboard.errors import FileRefused, UserError
from dashboard.sample import write_sample
from dashboard.warehouse import SourceFile, Workspace, decide, preview_files, undo_import

ADA = "Ada,Fox,https://www.linkedin.com/in/ada,,Siemens AG,Engineer,05 Mar 2024"
BOB = "Bob,Hill,https://www.linkedin.com/in/bob,,Acme,Boss,05 Mar 2024"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, ADA), time_zone="Europe/Berlin")
    return space


def test_one_bad_file_of_three_and_nothing_is_written(space: Workspace, tmp_path: Path) -> None:
    before, derived = written(space), model(space)
    good, bad = connections(tmp_path, BOB, name="good.csv"), file(tmp_path, "bad.csv", "First Name,Connected On")
    with pytest.raises(FileRefused, match=r"bad\.csv"):
        take(space, good, bad, connections(tmp_path, BOB, ADA, name="also good.csv"))
    assert not difference(before, written(space))
    assert not difference(derived, model(space))


def test_a_bug_in_the_middle_leaves_the_last_state_too(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, derived = written(space), model(space)
    monkeypatch.setattr("dashboard.industries.classify_many", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take(space, connections(tmp_path, BOB, "Cleo,New,,,Unheard Of,,"))
    assert not difference(before, written(space))
    assert not difference(derived, model(space))


def test_a_preview_tells_what_would_happen_and_leaves_no_trace(space: Workspace, tmp_path: Path) -> None:
    sample_files = write_sample(tmp_path / "sample", contacts=100, messages=300, events=100)
    before, derived = written(space), model(space)
    rehearsed = take(space, *sample_files, keep=False)
    assert not difference(before, written(space))
    assert not difference(derived, model(space))
    assert rehearsed.links is not None
    assert len(rehearsed.links) > 5
    assert rehearsed.own_candidates is not None
    assert rehearsed.own_candidates["is_own"].all()
    kept = take(space, *sample_files)
    assert kept.files == rehearsed.files
    assert kept.not_used == rehearsed.not_used


def test_a_preview_goes_on_without_the_files_that_would_be_refused(space: Workspace, tmp_path: Path) -> None:
    paths = [
        connections(tmp_path, BOB, name="good.csv"),
        file(tmp_path, "empty.csv"),
        file(tmp_path, "dates.csv", "Date,Person,Minutes", "never,Ada Fox,30"),
    ]
    report, refused = preview_files(space, [SourceFile(path, path.name) for path in paths])
    assert [found.file for found in report.files] == ["good.csv"]
    assert [source.name for source, _ in refused] == ["empty.csv", "dates.csv"]
    assert all(source.name in error.message for source, error in refused)
    assert rows(space, "select count(*) from records.import") == [(1,)]


def test_the_same_bytes_under_another_name_store_nothing(space: Workspace, tmp_path: Path) -> None:
    again = take_one(space, connections(tmp_path, ADA, name="Connections (1).csv"))
    assert (again.import_id, again.rows_read, again.unchanged) == (1, 1, 1)
    assert "Already imported" in again.notes[0]
    twice = take(space, *(connections(tmp_path, BOB, name=name) for name in ("one.csv", "two.csv")))
    assert [(found.import_id, found.new, found.unchanged) for found in twice.files] == [(2, 1, 0), (2, 0, 1)]


def test_undo_takes_back_one_import_and_it_can_come_again(space: Workspace, tmp_path: Path) -> None:
    first = model(space)
    take(space, connections(tmp_path, BOB, name="more.csv"))
    undo_import(space, 2)
    assert not difference(first, model(space))
    assert take_one(space, tmp_path / "more.csv").new == 1
    undo_import(space, 1)
    assert rows(space, "select full_name from model.contact") == [("Bob Hill",)]


def test_undo_of_an_import_that_never_was(space: Workspace) -> None:
    before = written(space)
    with pytest.raises(UserError, match="There is no import 7"):
        undo_import(space, 7)
    assert not difference(before, written(space))


def test_a_decision_about_somebody_revives_with_the_import(space: Workspace, tmp_path: Path) -> None:
    decide(space, "industry_label", [{"scope": "person", "scope_key": "url:in/ada", "industry": "EDU"}])
    labelled = model(space)
    undo_import(space, 1)
    assert rows(space, "from model.contact") == []
    take(space, tmp_path / "Connections.csv")
    assert rows(space, "select full_name, industry, industry_layer from model.contact") == [("Ada Fox", "EDU", "label")]
    assert model(space)["model.label"] == labelled["model.label"]


def test_undoing_a_decision_is_one_more_decision(space: Workspace) -> None:
    before = model(space)
    undo = decide(space, "industry_label", [{"scope": "company", "scope_key": "siemens", "industry": "EDU"}])
    assert rows(space, "select industry from model.contact") == [("EDU",)]
    decide(space, "industry_label", undo)
    assert rows(space, "select industry, industry_layer from model.contact") == [("MFG", "employer")]
    assert rows(space, "select count(*) from decisions.industry_label") == [(2,)]
    assert difference(before, model(space)).keys() <= {"model.label"}


def test_a_decision_with_other_columns_is_refused(space: Workspace) -> None:
    with pytest.raises(UserError, match="has scope, scope_key, industry"):
        decide(space, "industry_label", [{"scope": "company", "industry": "EDU"}])
    assert rows(space, "from decisions.industry_label") == []


def test_the_first_import_writes_down_the_time_zone(space: Workspace, tmp_path: Path) -> None:
    take(space, connections(tmp_path, BOB), time_zone="America/New_York")
    assert rows(space, "select time_zone from model.setting") == [("Europe/Berlin",)]


@pytest.mark.parametrize("zone", ["CET-1CEST", "Nowhere/Atlantis", ""])
def test_what_is_no_zone_is_not_written_down(tmp_path: Path, zone: str) -> None:
    space = Workspace(tmp_path / "new")
    take(space, connections(tmp_path, ADA), time_zone=zone)
    assert rows(space, "select time_zone from model.setting") == [("UTC",)]


def test_the_log_holds_no_name_address_subject_or_company(
    tmp_path: Path, sample_files: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    space = Workspace(tmp_path / "logged")
    with caplog.at_level(logging.DEBUG):
        take(space, *sample_files)
        undo_import(space, 1)
    assert "import of 4 files took" in caplog.text
    told = rows(space, "select distinct unnest([full_name, email, company]) from model.contact")
    private = {text.casefold() for (text,) in told if text} | {"kestrel cloud", "alex.morgan", "alex morgan"}
    assert len(private) > 500
    logged = caplog.text.casefold()
    assert [text for text in private if text in logged] == []
