"""What other projects say must come of their files, where it lies beside them: met, or a difference with its reason."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from workspaces import rows, take

from dashboard.errors import FileRefused
from dashboard.importers import tabular
from dashboard.records import Context
from dashboard.warehouse import SourceFile, Workspace
from dashboard.warehouse.source import open_source

FOLDER = Path(__file__).parents[3] / "shared" / "data"
HERMIONE = FOLDER / "linkedin" / "fake" / "hermione_fixtures"
FILES = {"shares": "Shares.csv", "comments": "Comments.csv", "messages": "messages.csv", "connections": "Connections.csv"}
# Where we do otherwise.
DIFFERENT = {
    "duplicate-normalized-header": "LinkedIn's Ad_Targeting.csv has the same column name many times: names are made unique",
    "comments-trailing-escape": "a backslash is text: LinkedIn doubles quotation marks, and no name may lose one",
}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the samples are not part of this repository")


def told(name: str) -> Any:
    return json.loads((HERMIONE / name).read_text(encoding="utf-8"))


def cases(name: str) -> list[Any]:
    return list(told(name)["cases"]) if HERMIONE.is_dir() else []


@pytest.mark.parametrize("case", cases("byte-decoding-parity.json"), ids=lambda case: case["id"])
def test_bytes_that_are_not_utf_8(tmp_path: Path, case: dict[str, Any]) -> None:
    around = told("byte-decoding-parity.json")
    path = tmp_path / "Shares.csv"
    path.write_bytes(around["csvPrefix"].encode() + bytes(case["bytes"]) + around["csvSuffix"].encode())
    (sheet,) = tabular.read_sheets(path, path.name, tmp_path, any_header=True)
    assert [ord(letter) for letter in sheet.sample[0][2]] == case["expectedCodePoints"]
    assert bool(sheet.notes) is case["usedFallback"]


@pytest.mark.parametrize("case", cases("malformed-csv-outcomes.json"), ids=lambda case: case["id"])
def test_what_is_accepted_and_what_is_not(tmp_path: Path, case: dict[str, Any]) -> None:
    """Shares and comments name nobody we meet: of those it is how the table is read that must agree."""
    path = tmp_path / FILES[case["fileType"]]
    path.write_text(case["csv"], encoding="utf-8", newline="")
    try:
        if case["fileType"] in ("shares", "comments"):
            sheets = tabular.read_sheets(path, path.name, tmp_path, any_header=True)
        else:
            pieces = open_source(SourceFile(path, path.name), Context("UTC", datetime(2026, 1, 1), tmp_path)).pieces
            sheets = [piece.sheet for piece in pieces if piece.sheet]
        is_accepted = not any(sheet.damaged for sheet in sheets)
    except FileRefused as refused:
        assert path.name in refused.message
        assert refused.hint
        is_accepted = False
    assert (is_accepted == (case["expected"]["python"] == "accepted")) is (case["id"] not in DIFFERENT)


def test_the_corpus_of_connections(tmp_path: Path) -> None:
    """Everybody with a name, letter by letter but for the apostrophe that they put before a formula; every day that is one."""
    space = Workspace(tmp_path / "w")
    take(space, HERMIONE / "connections-corpus.csv")
    found = rows(space, "select full_name, connected_on from records.person where full_name is not null order by line")
    theirs = told("parity-corpus-expected.json")["connections"]
    assert [bare(name) for name, _ in found] == [bare(f"{one['First Name']} {one['Last Name']}") for one in theirs]
    days = [str(day) if day else None for _, day in found]
    assert days == [one["Connected On"] if re.fullmatch(r"\d{4}-\d\d-\d\d", one["Connected On"]) else None for one in theirs]


def test_the_corpus_of_messages(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "w")
    take(space, HERMIONE / "messages-corpus.csv")
    days = rows(space, "select starts_at::date::varchar, count(*) from records.interaction group by all")
    theirs = [one["DATE"] for one in told("parity-corpus-expected.json")["messages"]]
    assert days == [("1999-01-01", theirs.count("1999-01-01"))]


@pytest.mark.parametrize("name", ["roundcube_email.csv", "roundcube_expected_email.vcf"])
def test_a_list_of_addresses_and_the_cards_it_becomes_are_the_same_people(tmp_path: Path, name: str) -> None:
    space = Workspace(tmp_path / "w")
    take(space, FOLDER / "contacts" / name)
    assert rows(space, "select email from model.contact order by all") == [(f"test{n}@domain.tld",) for n in (1, 2, 3, 4)]


def bare(name: str) -> str:
    """Without what spacing and the guard against formulas add."""
    return re.sub(r"\s|(?<!\S)'(?=[=+@-])", "", name)
