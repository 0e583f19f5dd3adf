"""Who stands in the person column of a list of meetings: one person, or several, each with the address that is theirs."""

import csv
from pathlib import Path

import pytest
from workspaces import rows, take_one

from dashboard.identity import Record, suspicion
from dashboard.warehouse import Workspace

Named = tuple[str | None, str | None]
ONE = (
    "Karl von und zu Guttenberg",
    "Freiherr von und zum Stein",
    "Anna vom und zum Hof",
    "José Ortega y Gasset",
    "Santiago Ramón y Cajal",
    "Beatriz Costa e Silva",
    "Jan van der Berg",
    "Juan de la Cruz",
    "Gustav zu Sayn-Wittgenstein und Hohenstein",
    "Ann & Ben Fox",
    "Marks & Spencer",
    "Ludwig von Spee und zu Lerchenfeld",
    "Joan Prat i Soler",
    "Carl-Gustaf af Ugglas",
)


def people(folder: Path, person: str, email: str = "") -> set[Named]:
    path = folder / "log.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Date", "Person", "Email", "Minutes"), ("2026-10-01", person, email, "30")])
    space = Workspace(folder / "mine")
    report = take_one(space, path)
    assert (report.kind, report.new, report.refused) == ("interaction_sheet", 1, 0)
    return set(rows(space, "select full_name, email from records.mention"))


@pytest.mark.parametrize("name", ONE)
def test_who_has_one_address_is_one_person(tmp_path: Path, name: str) -> None:
    for place, (person, email) in enumerate(((name, "a@x.example"), (f"{name} <a@x.example>", ""))):
        (tmp_path / str(place)).mkdir()
        assert people(tmp_path / str(place), person, email) == {(name, "a@x.example")}


@pytest.mark.parametrize("name", ONE[:1] + ONE[2:4] + ONE[5:6])
def test_a_noble_name_stays_whole_without_an_address_too(tmp_path: Path, name: str) -> None:
    assert people(tmp_path, name) == {(name, None)}


@pytest.mark.parametrize(
    ("person", "email", "expected"),
    [
        ("Ann Fox; Ben Bo", "", {("Ann Fox", None), ("Ben Bo", None)}),
        ("Ann Fox & Ben Bo", "", {("Ann Fox", None), ("Ben Bo", None)}),
        ("Ann und Ben", "", {("Ann", None), ("Ben", None)}),
        ("Ann Fox and Karl von und zu Stein", "", {("Ann Fox", None), ("Karl von und zu Stein", None)}),
        ("Ann Fox and Ben Bo", "ann@x.example", {("Ann Fox", None), ("Ben Bo", None)}),
        ("Ann Fox and Ben Bo <ben@x.example>", "", {("Ann Fox", None), ("Ben Bo", "ben@x.example")}),
        ("Ann <a@x.example> and Ben <b@x.example>", "", {("Ann", "a@x.example"), ("Ben", "b@x.example")}),
        ("Ann Fox; Ben Bo", "ann@x.example; ben@x.example", {("Ann Fox", "ann@x.example"), ("Ben Bo", "ben@x.example")}),
        ("Ann Fox;", "ann@x.example", {("Ann Fox", "ann@x.example")}),
        ('"Fox, Dana" <dana@x.example>', "", {("Fox, Dana", "dana@x.example")}),
        ("dana@x.example", "", {(None, "dana@x.example")}),
        ("", "dana@x.example", {(None, "dana@x.example")}),
    ],
)  # fmt: skip
def test_several_people_in_one_cell(tmp_path: Path, person: str, email: str, expected: set[Named]) -> None:
    assert people(tmp_path, person, email) == expected


def test_a_noble_name_is_also_known_without_its_particles() -> None:
    whole, short = Record(names=("Karl von und zu Guttenberg",)), Record(names=("Karl Guttenberg",), phone="301234567")
    assert suspicion(whole, short).score > 0.5
