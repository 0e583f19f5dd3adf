"""Comparing everybody with whom they may be one: what a real import makes of the labelled pairs."""

import csv

import pytest
from labelled import Pair, pairs
from workspaces import rows

from dashboard.identity import LIKELY
from dashboard.warehouse import SourceFile, Workspace, find_duplicates, import_files

COLUMNS = ("name", "email", "company", "position", "phone", "profile")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Pair, str]]:
    """Each labelled pair, and what became of it as two rows of one sheet: merged, likely, possible or apart."""
    folder = tmp_path_factory.mktemp("labelled")
    path = folder / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Name", "Email", "Company", "Position", "Phone", "LinkedIn"))
        for pair in pairs():
            for row in (pair.one, pair.other):
                profile = f"https://www.linkedin.com/{row['profile']}" if row["profile"] else ""
                writer.writerow([*(row[column] for column in COLUMNS[:-1]), profile])
    space = Workspace(folder / "workspace")
    report = import_files(space, [SourceFile(path, path.name)])
    assert report.files[0].refused == 0
    find_duplicates(space)
    who = dict(rows(space, "select person.line, identity.contact_id from records.person join model.identity using (who)"))
    score = {(one, other): score for one, other, score in rows(space, "select one_id, other_id, score from model.duplicate_pair")}
    return [
        (pair, _outcome(*sorted((who[2 * place + 2], who[2 * place + 3])), score)) for place, pair in enumerate(pairs())
    ]


def _outcome(one: str, other: str, score: dict[tuple[str, str], float]) -> str:
    if one == other:
        return "merged"
    found = score.get((one, other), 0)
    return "likely" if found >= LIKELY else "possible" if found else "apart"


def test_no_two_people_are_merged(outcome: list[tuple[Pair, str]]) -> None:
    assert [pair for pair, became in outcome if pair.expected != "same" and became == "merged"] == []


def test_hardly_any_two_people_are_called_likely(outcome: list[tuple[Pair, str]]) -> None:
    different = [(pair, became) for pair, became in outcome if pair.expected == "different"]
    assert sum(became == "likely" for _, became in different) <= 1
    assert sum(became == "possible" for _, became in different) <= 0.03 * len(different)


def test_true_pairs_are_merged_by_a_key_or_suggested(outcome: list[tuple[Pair, str]]) -> None:
    same = [(pair, became) for pair, became in outcome if pair.expected == "same"]
    assert sum(became == "apart" for _, became in same) <= 0.03 * len(same)
    assert sum(became == "merged" for _, became in same) < 0.1 * len(same), "the rules would not be what is tested"
