"""A template can be filled in and imported without a question asked; unfilled it is refused, with the reason."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from workspaces import rows, take

from dashboard.errors import FileRefused
from dashboard.exports.templates import TEMPLATES, template
from dashboard.warehouse import SourceFile, Workspace, preview_files


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def filled(folder: Path, kind: str, *lines: tuple[object, ...]) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(template(kind)))
    for number, line in enumerate(lines, start=2):
        for at, value in enumerate(line, start=1):
            book.worksheets[0].cell(number, at, value)
    book.save(folder / f"{kind}.xlsx")
    return folder / f"{kind}.xlsx"


def test_contacts_filled_in(space: Workspace, tmp_path: Path) -> None:
    path = filled(
        tmp_path, "contact_sheet",
        ("Dana Fox", "dana@siemens.com", "Siemens AG", "Buyer", "Health care", "+49 30 1234567",
         "https://www.linkedin.com/in/dana"),
        ("Ben Bo",),
    )  # fmt: skip
    (report,) = take(space, path).files
    assert (report.kind, report.new, report.refused) == ("contact_sheet", 2, 0)
    assert sorted(report.columns) == sorted(column.name for column in TEMPLATES["contact_sheet"].columns)
    assert rows(space, "select full_name, company, position, email, phone, industry_text from model.contact order by all")[1] == (
        "Dana Fox", "Siemens AG", "Buyer", "dana@siemens.com", "+49 30 1234567", "Health care"
    )  # fmt: skip


def test_interactions_filled_in(space: Workspace, tmp_path: Path) -> None:
    path = filled(
        tmp_path, "interaction_sheet",
        (datetime(2026, 11, 2, 9, 30), "Dana Fox", "dana@siemens.com", 45, "call", "Siemens AG"),
        ("2026-11-03", "Ben Bo; Ada Ash"),
    )  # fmt: skip
    (report,) = take(space, path).files
    assert (report.kind, report.interactions, report.people, report.refused) == ("interaction_sheet", 2, 3, 0)
    assert sorted(report.columns) == sorted(column.name for column in TEMPLATES["interaction_sheet"].columns)
    assert rows(space, "select minutes, channel::varchar from model.interaction order by starts_at")[0] == (45, "call")


@pytest.mark.parametrize("kind", TEMPLATES)
def test_unfilled_it_says_so(space: Workspace, tmp_path: Path, kind: str) -> None:
    with pytest.raises(FileRefused, match="has a header but no rows") as caught:
        take(space, filled(tmp_path, kind))
    assert "Fill in" in caught.value.hint


@pytest.mark.parametrize("kind", TEMPLATES)
def test_what_it_explains_is_never_read_as_people(space: Workspace, tmp_path: Path, kind: str) -> None:
    line = ("2026-11-03", "Ben Bo") if kind == "interaction_sheet" else ("Ben Bo",)
    path = filled(tmp_path, kind, line)
    report, refused = preview_files(space, [SourceFile(path, path.name)])
    assert refused == []
    assert [layout.table for layout in report.layouts] == [f"{path.name} › {TEMPLATES[kind].sheet}"]
    assert (report.files[0].rows_read, report.not_used) == (1, [])
