"""What the user said of who is who is kept through every later import, undo and restore, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from workspaces import rows, take

from dashboard import questions
from dashboard.warehouse import Workspace, back_up, check_backup, decide, find_duplicates, restore, undo_import

FIRST = "Name,Company,Email,LinkedIn\nRobert Hale,Zyxxo,,https://www.linkedin.com/in/robert\nIda Mak,Qqyx,ida@qqyx.example,\n"
SECOND = "Full name,Employer,Email,Mobile\nBob Hale,Zyxxo,bob@gmail.com,\nIda Mak,Qqyx,,+49 30 7654321\n"
ROBERT, BOB = "url:in/robert", "mail:bob@gmail.com"
IDA, IDA_TOO = "mail:ida@qqyx.example", "name:ida mak|qqyx"
Change = Callable[[Workspace, Path], Workspace]


def written(folder: Path, which: str) -> Path:
    path = folder / f"{which}.csv"
    path.write_text(FIRST if which == "first" else SECOND, "utf-8")
    return path


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "mine")
    for which in ("first", "second"):
        take(space, written(tmp_path, which))
    return space


def who(space: Workspace) -> dict[str, str]:
    return dict(rows(space, "select distinct identity_key, contact_id from model.identity"))


def are_one(space: Workspace, one: str, other: str) -> bool:
    return who(space)[one] == who(space)[other]


def suspected(space: Workspace) -> bool:
    """Whether Robert and Bob are asked about."""
    find_duplicates(space)
    with space.reading() as con:
        found = questions.ask(con, "suspected_duplicates", {})
    return {ROBERT, BOB} in [{*pair} for pair in zip(found["one_key"], found["other_key"], strict=True)]


def ruled(space: Workspace, question: str, **params: str) -> list[dict[str, object]]:
    """One click: the decisions that the page's button writes; returns those of its Undo."""
    with space.reading() as con:
        decisions = questions.ask(con, question, params).astype(object)
    found = decisions.where(decisions.notna(), None).to_dict("records")
    return decide(space, "person_link", found)


def merged(space: Workspace) -> None:
    ruled(space, "contact_merge", who=who(space)[ROBERT], other=who(space)[BOB])


def parted(space: Workspace) -> None:
    decide(space, "person_link", [{"identity_key": ROBERT, "other_key": BOB, "verdict": "different"}])


def split(space: Workspace) -> None:
    ruled(space, "contact_split", who=who(space)[IDA], namings=IDA_TOO)


def again(space: Workspace, folder: Path) -> Workspace:
    """The same file once more."""
    take(space, written(folder, "second"))
    return space


def newer(space: Workspace, folder: Path) -> Workspace:
    path = written(folder, "second")
    path.write_text(f"{SECOND}Eve Lee,Wvvu,eve@wvvu.example,\n", "utf-8")
    take(space, path)
    return space


def undone(import_id: int) -> Change:
    """The import that brought one half is taken back, and comes again."""

    def change(space: Workspace, folder: Path) -> Workspace:
        undo_import(space, import_id)
        assert (ROBERT in who(space)) is (import_id == 2), "one half is gone"
        assert not suspected(space)
        take(space, written(folder, "first" if import_id == 1 else "second"))
        return space

    change.__name__ = f"undo of import {import_id}"
    return change


def restored(space: Workspace, folder: Path) -> Workspace:
    back_up(space, folder / "backup.duckdb")
    elsewhere = Workspace(folder / "elsewhere")
    restore(elsewhere, check_backup(folder / "backup.duckdb", "backup.duckdb", folder))
    return elsewhere


CHANGES = pytest.mark.parametrize(
    "change", [again, newer, undone(1), undone(2), restored], ids=lambda change: change.__name__
)


@CHANGES
def test_a_merge_is_kept_and_taken_back(space: Workspace, tmp_path: Path, change: Change) -> None:
    assert suspected(space)
    assert not are_one(space, ROBERT, BOB)
    merged(space)
    space = change(space, tmp_path)
    assert are_one(space, ROBERT, BOB)
    assert not suspected(space)
    decide(space, "person_link", [{"identity_key": ROBERT, "other_key": BOB, "verdict": None}])
    assert not are_one(space, ROBERT, BOB)
    assert suspected(space), "taken back, they are asked about again"


@CHANGES
def test_not_the_same_is_kept_and_taken_back(space: Workspace, tmp_path: Path, change: Change) -> None:
    parted(space)
    assert not suspected(space)
    space = change(space, tmp_path)
    assert not suspected(space)
    assert not are_one(space, ROBERT, BOB)
    decide(space, "person_link", [{"identity_key": ROBERT, "other_key": BOB, "verdict": None}])
    assert suspected(space)


@CHANGES
def test_a_split_is_kept_and_taken_back(space: Workspace, tmp_path: Path, change: Change) -> None:
    """Ida of the second file has the name and employer of the first's: one by the rules, two by the user's word."""
    assert are_one(space, IDA, IDA_TOO)
    split(space)
    assert not are_one(space, IDA, IDA_TOO)
    space = change(space, tmp_path)
    assert not are_one(space, IDA, IDA_TOO)
    decide(space, "person_link", [{"identity_key": IDA, "other_key": IDA_TOO, "verdict": None}])
    assert are_one(space, IDA, IDA_TOO)


def test_one_undo_takes_a_click_back(space: Workspace) -> None:
    before = who(space)
    for question, params in (
        ("contact_merge", {"who": before[ROBERT], "other": before[BOB]}),
        ("contact_split", {"who": before[IDA], "namings": IDA_TOO}),
    ):
        undo = ruled(space, question, **params)
        assert who(space) != before
        decide(space, "person_link", undo)
        assert who(space) == before
