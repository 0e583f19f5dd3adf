"""The made-up world: employers the industry table knows, mail domains that name them, people nobody is."""

import csv
from datetime import date
from itertools import islice
from pathlib import Path

from dashboard.sample.bonds import make_bonds
from dashboard.sample.companies import employers
from dashboard.sample.messages import Tally, message_rows
from dashboard.sample.names import FAMILY, GIVEN
from dashboard.sample.world import NEVER_MET, make_world

TABLE = Path(__file__).parents[2] / "dashboard" / "industries" / "data" / "employers.tsv"
TODAY = date(2026, 11, 20)


def test_known_employers_stand_in_the_employer_table_under_the_same_industry() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        table = {row["employer"]: row["industry"] for row in csv.DictReader(file, delimiter="\t")}
    known = [e for e in employers() if e.is_known]
    assert {e.name: table.get(e.name) for e in known} == {e.name: e.industry for e in known}
    assert not [e.name for e in employers() if not e.is_known and e.name in table]


def test_every_domain_belongs_to_one_employer_and_can_be_nobodys() -> None:
    domains = [e.domain for e in employers()]
    assert len(domains) == len(set(domains))
    assert all(d.endswith(".example") and d.isascii() and d == d.lower() for d in domains)


def test_domains_take_the_three_forms() -> None:
    forms = {e.name: e.domain.removesuffix(".example") for e in employers()}
    assert forms["Booz Allen Hamilton"] == "bah"
    assert forms["Kraft Heinz"] == "kraft"
    assert forms["BMW Group"] == "bmw"
    assert forms["Charité"] == "charite"


def test_there_are_250_names_each() -> None:
    for lists in (GIVEN, FAMILY):
        names = [name for culture in lists for name in culture]
        assert len(names) == len(set(names)) >= 250


def test_a_world_has_exactly_as_many_people_and_the_planned_industries() -> None:
    world = make_world(800, 7, TODAY)
    industries = [p.employer.industry for p in world.people]
    assert len({p.url for p in world.people}) == len(world.people) == 800
    assert industries.count("AER") == 0
    assert industries.count("NPO") == 1
    assert 300 < industries.count("SFT") < 360
    assert len(world.colleagues) == 40
    assert sum(p.former is not None for p in world.people) == 20
    assert all(p.connected_on < TODAY for p in world.people)


def test_some_industries_are_never_met() -> None:
    world = make_world(800, 7, TODAY)
    met = {b.person.employer.industry for b in make_bonds(world)}
    assert {p.employer.industry for p in world.people} - met >= NEVER_MET
    assert not met & NEVER_MET


def test_messages_are_made_one_by_one() -> None:
    world = make_world(60, 7, TODAY)
    rows = message_rows(world, make_bonds(world), 1_000_000_000, Tally())
    lengths = [len(row[8]) for row in islice(rows, 2000)]
    assert len(lengths) == 2000
    assert max(lengths) <= 200
    assert sum(n >= 60 for n in lengths) > 1900
