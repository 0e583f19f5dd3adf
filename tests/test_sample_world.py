"""The made-up world, imported: the story its files tell must be the story the numbers tell."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from workspaces import difference, model, rows, take

from dashboard import questions
from dashboard.warehouse import ImportReport, Workspace, import_files, undo_import
from dashboard.warehouse.sampling import shared_lists

HOSTILE = ('=HYPERLINK("http://x")', "<img src=x onerror=alert(1)>", "'; DROP TABLE x")  # first or last names


def asked(space: Workspace, question: str, **params: Any) -> list[dict[str, Any]]:
    with space.reading() as con:
        found: list[dict[str, Any]] = questions.ask(con, question, params).to_dict("records")
    return found


@pytest.fixture(scope="module")
def expected(sample_files: list[Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((sample_files[0].parent / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def earlier(sample_files: list[Path]) -> Path:
    (path,) = (sample_files[0].parent / "earlier").glob("*.zip")
    return path


@pytest.fixture(scope="module")
def imported(
    tmp_path_factory: pytest.TempPathFactory, sample_files: list[Path], request: pytest.FixtureRequest
) -> tuple[Workspace, ImportReport]:
    """The files imported, nothing linked."""
    space = Workspace(tmp_path_factory.mktemp("imported"))
    rows(space, "select 1")
    started = time.monotonic()
    report = take(space, *sample_files, time_zone="Europe/Berlin")
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\nimport of the sample took {time.monotonic() - started:.1f} s")
    return space, report


def test_the_home_share_falls_from_72_to_55_percent(finished_sample: Workspace) -> None:
    (first,) = asked(finished_sample, "network_summary", as_of=date(2024, 11, 20), window_days=365)
    (last,) = asked(finished_sample, "network_summary", as_of=date(2026, 11, 20), window_days=365)
    assert first["home_industry"] == last["home_industry"] == "SFT"
    assert first["home_share"] == pytest.approx(0.72, abs=0.04)
    assert last["home_share"] == pytest.approx(0.55, abs=0.04)
    trend = asked(finished_sample, "concentration_trend", as_of=date(2026, 11, 20))
    assert trend[0]["home_share"] > trend[-1]["home_share"] + 0.08


def test_most_of_the_calendars_time_has_an_industry_once_all_is_linked(
    finished_sample: Workspace, imported: tuple[Workspace, ImportReport]
) -> None:
    (linked,) = asked(finished_sample, "workspace_state")
    (unlinked,) = asked(imported[0], "workspace_state")
    assert linked["known_calendar_share"] >= 0.80
    assert unlinked["known_calendar_share"] < linked["known_calendar_share"]


def test_rows_and_refusals_are_those_the_generator_put_in(
    imported: tuple[Workspace, ImportReport], expected: dict[str, Any]
) -> None:
    space, report = imported
    found = {file.file.rsplit("/", 1)[-1]: file for file in report.files}
    members = expected["linkedin"]
    assert {name: found[name].rows_read for name in members} == {
        name: counts["rows"] for name, counts in members.items()
    }
    connections = members["Connections.csv"]
    assert found["Connections.csv"].refused_by_reason == {"empty row": connections["empty"]}
    assert found["Connections.csv"].not_counted_by_reason == {"no name": connections["nameless"]}
    assert found["Connections.csv"].people == connections["named_people"]
    assert rows(space, "select count(*) from model.refusal where not is_row and file like '%Connections.csv'") == [
        (connections["unreadable_dates"],)
    ]
    assert found["messages.csv"].refused_by_reason == {"draft, never sent": members["messages.csv"]["drafts"]}
    for name in ("Invitations.csv", "Profile.csv", "Positions.csv", "Email Addresses.csv"):
        assert found[name].refused == 0
    calendar = found["work-calendar.ics"]
    assert calendar.rows_read == expected[calendar.file]["events"]
    assert calendar.refused_by_reason == expected[calendar.file]["refused"]
    sheet, log = found["my-contacts.xlsx"], found["coffee-log.csv"]
    assert (sheet.rows_read, sheet.people) == (expected[sheet.file]["rows"], expected[sheet.file]["people"])
    assert sheet.refused_by_reason == expected[sheet.file]["refused"]
    assert (log.rows_read, log.interactions) == (expected[log.file]["rows"], expected[log.file]["interactions"])
    assert log.refused_by_reason == expected[log.file]["refused"]
    for file in report.files:
        assert file.rows_read == file.new + file.refused


def test_the_user_is_known_and_no_contact(imported: tuple[Workspace, ImportReport], expected: dict[str, Any]) -> None:
    space, _ = imported
    own = {
        key
        for (key,) in rows(space, "select identity_key from model.self inner join model.identity using (contact_id)")
    }
    assert {f"mail:{address}" for address in expected["user"]["emails"]} <= own
    assert "url:" + expected["user"]["profile_url"].split("linkedin.com/")[1] in own
    assert rows(space, f"select 1 from model.contact where full_name = '{expected['user']['name']}'") == []
    (state,) = asked(space, "workspace_state")
    assert (state["home_industry"], state["home_source"]) == (expected["user"]["industry"], "your LinkedIn profile")


def test_hostile_names_are_contacts_like_any(imported: tuple[Workspace, ImportReport]) -> None:
    names = [name for (name,) in rows(imported[0], "select full_name from model.contact where is_connection")]
    assert [sum(hostile in name for name in names) for hostile in HOSTILE] == [1, 1, 1]


def test_everything_again_changes_nothing(imported: tuple[Workspace, ImportReport], sample_files: list[Path]) -> None:
    space, report = imported
    before = model(space)
    again = take(space, *sample_files)
    assert {(file.new, file.updated) for file in again.files} == {(0, 0)}
    assert [file.unchanged for file in again.files] == [file.new for file in report.files]
    assert not difference(before, model(space))


@pytest.mark.parametrize("order", ["earlier first", "later first"])
def test_two_exports_show_who_moved_and_who_is_gone(
    tmp_path: Path, sample_files: list[Path], earlier: Path, expected: dict[str, Any], order: str
) -> None:
    """Imported in either order the newer export, by its newest connection, speaks for today."""
    counts = expected[f"earlier/{earlier.name}"]
    later = sample_files[0]
    space = Workspace(tmp_path / "both")
    first, second = (earlier, later) if order == "earlier first" else (later, earlier)
    take(space, first)
    alone = model(space)
    report = take(space, second)
    (found,) = [file for file in report.files if file.kind == "linkedin_connections"]
    assert found.updated >= counts["moved"]
    # Whom the two exports place at different employers has both in their history.
    moved = rows(
        space,
        "select profile_url, count(distinct company_key), any_value(contact_id) from records.person "
        "inner join model.identity using (who) where profile_url is not null group by profile_url "
        "having count(distinct company_key) > 1",
    )
    assert len(moved) == counts["moved"]
    for _, employers, contact_id in moved:
        history = f"select count(distinct company_key) from model.employment where contact_id = '{contact_id}'"
        assert rows(space, history)[0][0] >= employers
    gone = rows(space, "select count(*) from model.contact where is_vanished")[0][0]
    assert gone == counts["vanished"]
    assert (found.copy_order == "older") == (order == "later first")
    undo_import(space, 2)
    assert not difference(alone, model(space))


def test_the_lists_two_contacts_shared_name_people_to_meet_and_move_no_number(
    sample_workspace: Workspace, sample_files: list[Path], expected: dict[str, Any]
) -> None:
    before = asked(sample_workspace, "network_summary")
    report = import_files(sample_workspace, shared_lists(sample_workspace, sample_files[0].parent))
    told = expected["shared"]
    assert {file.file: file.rows_read for file in report.files} == {name: found["rows"] for name, found in told.items()}
    assert all(file.kind == "shared_list" and not file.refused for file in report.files)
    pd.testing.assert_frame_equal(pd.DataFrame(asked(sample_workspace, "network_summary")), pd.DataFrame(before))
    found = asked(sample_workspace, "second_degree", people=1000)
    strangers = sum(counts["rows"] - counts["known_to_the_user"] - 1 for counts in told.values())
    assert len(found) == strangers, "everybody but the user, and whom the user knows"
    assert expected["user"]["name"] not in {row["full_name"] for row in found}
    named = [row for row in asked(sample_workspace, "intro_targets") if row["certainty"] == "known"]
    assert len({row["introducer_id"] for row in named}) == 2
    assert all(row["target_name"] and row["knows_chance"] == 1 for row in named)
