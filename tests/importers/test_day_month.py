"""Which part of 3/4/2026 is the day: the whole column tells, else the user; never a guess in silence."""

from datetime import date, datetime
from pathlib import Path

import pytest
from workspaces import connections, file, rows, take, take_one

from dashboard.importers import day_month, interaction_sheet, tabular
from dashboard.warehouse import SourceFile, Workspace, preview_files

LOG = "Date,Person,Minutes"
PEOPLE = "Name,E-mail,Contact since"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def order_in(folder: Path, *days: str) -> tuple[bool | None, str | None]:
    path = file(folder, "log.csv", LOG, *(f"{day},Ada Fox,30" for day in days))
    (sheet,) = tabular.read_sheets(path, "log.csv", folder)
    is_day_first, asked = day_month.order_of(sheet, interaction_sheet, interaction_sheet.fields(sheet), "")
    return is_day_first, asked and asked.example


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["3/4/2026", "13/4/2026"], (True, None)),
        (["3/4/2026", "4/13/2026"], (False, None)),
        (["3-4-26", "4-13-26"], (False, None)),
        (["3/4/2026 10:00"], (None, "3/4/2026")),
        (["3/3/2026", "4/3/2026"], (None, "4/3/2026")),
        (["3/4/26"], (None, "3/4/26")),
        (["3.4.2026"], (True, None)),
        (["3.4.2026", "4.13.2026"], (False, None)),
        (["3/3/2026"], (True, None)),
        (["2026-03-04", "4 Mar 2026", "", "soon", "0/5/2026"], (True, None)),
    ],
)
def test_the_whole_column_tells(tmp_path: Path, days: list[str], expected: tuple[bool | None, str | None]) -> None:
    assert order_in(tmp_path, *days) == expected


def test_one_day_far_below_the_first_rows_tells(tmp_path: Path) -> None:
    assert order_in(tmp_path, *["3/4/2026"] * (tabular.SAMPLE_ROWS + 50), "4/13/2026") == (False, None)


def test_the_fast_way_tells_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "FAST_FROM", 0)
    assert order_in(tmp_path, *["3/4/2026"] * (tabular.SAMPLE_ROWS + 50), "4/13/2026") == (False, None)


def test_a_log_is_not_read_by_a_guess(space: Workspace, tmp_path: Path) -> None:
    path = file(tmp_path, "log.csv", LOG, "3/4/2026,Ada Fox,30", "2026-05-06,Ada Fox,30")
    report = take_one(space, path)
    assert report.refused_by_reason == {"day and month cannot be told apart": 1}
    other = Workspace(tmp_path / "other")
    assert take_one(other, path, day_order="month first").refused == 0
    begun = rows(other, "select starts_at from records.interaction order by all")
    assert begun == [(datetime(2026, 3, 4, 12),), (datetime(2026, 5, 6, 12),)]


def test_moments_and_lengths_as_programs_write_them(space: Workspace, tmp_path: Path) -> None:
    lines = [
        "2024-03-07T10:00:00Z,Ada Fox,0:45", "2024-03-08T10:00:00+02:00,Ada Fox,1:30", "2024-03-09 10:00,Ada Fox,01:30:00",
        "2024-03-10,Ada Fox,25:00",
    ]  # fmt: skip
    report = take_one(space, file(tmp_path, "log.csv", LOG, *lines), time_zone="Europe/Berlin")
    assert report.refused_by_reason == {"more than a day": 1}
    assert rows(space, "select starts_at, minutes from records.interaction order by all") == [
        (datetime(2024, 3, 7, 10), 45), (datetime(2024, 3, 8, 8), 90), (datetime(2024, 3, 9, 9), 90),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "since"), [("day first", date(2024, 5, 3)), ("month first", date(2024, 3, 5)), ("", None)]
)
@pytest.mark.parametrize("written", ["3/5/2024", "03-05-24", "3/5/24"])
def test_days_of_connection(tmp_path: Path, order: str, since: date | None, written: str) -> None:
    """Left out with a word, and the person kept, where nobody says."""
    held = (
        connections(tmp_path, f"Ada,Fox,https://www.linkedin.com/in/ada,,Siemens,Engineer,{written}"),
        file(tmp_path, "people.csv", PEOPLE, f"Bob Hill,bob@hill.org,{written}"),
    )
    for number, path in enumerate(held):
        space = Workspace(tmp_path / f"w{number}")
        assert len(preview_files(space, [SourceFile(path, path.name)])[0].orders) == 1
        take(space, path, day_order=order)
        assert rows(space, "select connected_on from records.person") == [(since,)]
        noted = rows(space, "select reason, cell_value from records.refusal")
        assert noted == ([] if since else [("day and month cannot be told apart", written)])


def test_a_day_in_a_list_of_contacts_that_cannot_be_read_is_said(space: Workspace, tmp_path: Path) -> None:
    lines = ["Ada Fox,,5 mars 2024", "Bob Hill,,2024/03/05", "Cleo Day,,soon", "Dan Elm,none,soon", 'Eve Gil,,"Mar 5, 2024"']
    assert take_one(space, file(tmp_path, "people.csv", PEOPLE, *lines)).refused == 0
    assert [day for (day,) in rows(space, "select connected_on from records.person order by line")] == [
        date(2024, 3, 5), date(2024, 3, 5), None, None, date(2024, 3, 5)
    ]  # fmt: skip
    assert rows(space, "select line, reason, column_name, cell_value from records.refusal order by line") == [
        (4, "unreadable date", "Contact since", "soon"), (5, "not an e-mail address", "E-mail", "none")
    ]  # fmt: skip
