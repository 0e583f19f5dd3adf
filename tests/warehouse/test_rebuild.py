"""Only what lies downstream of a change is derived anew, and that is as good as deriving everything."""

import random
import re

import pytest
from workspaces import derived, difference, model, rows

from dashboard.warehouse import Workspace, decide
from dashboard.warehouse.decide import TABLES
from dashboard.warehouse.rebuild import model_tables, rebuild

# What a click may derive anew: exactly the tables that know of the decision, directly or through another.
HEAVY = {
    "interaction_row",
    "mention",
    "shared_key",
    "identity",
    "presence",
    "interaction",
    "participation",
    "contact_day",
}
# They say how the next file is read and the next draft written: nothing that stands is derived from them.
READ_LATER = {"column_mapping", "draft_template", "draft_choice", "draft_text"}


def downstream(kind: str) -> set[str]:
    """From the headers alone, the long way round: repeat until nothing is added."""
    stale: set[str] = {f"decisions.{kind}"}
    while True:
        more = {table.name for table in model_tables() if table.reads & stale} - stale
        if not more:
            return {name.removeprefix("model.") for name in stale if name.startswith("model.")}
        stale |= more


def built(space: Workspace, kind: str) -> set[str]:
    with space.writing(keep=False) as con:
        return {name.removeprefix("model.") for name in rebuild(con, frozenset({f"decisions.{kind}"}))}


@pytest.mark.parametrize("kind", list(TABLES))
def test_a_decision_rebuilds_exactly_what_lies_downstream(finished_sample: Workspace, kind: str) -> None:
    touched = built(finished_sample, kind)
    assert touched == downstream(kind)
    assert bool(touched) == (kind not in READ_LATER)


@pytest.mark.parametrize("kind", ["industry_label", "contact_setting", "contact_correction", "contact_note"])
def test_a_word_on_a_contact_touches_no_table_of_interactions(finished_sample: Workspace, kind: str) -> None:
    touched = built(finished_sample, kind)
    assert "contact" in touched or kind == "contact_note"
    assert not touched & HEAVY


REFERENCE = {"model.industry", "model.function", "model.mail_provider", "model.classifier"}


def test_the_header_of_every_table_names_all_it_reads() -> None:
    """A table that is read and not named there would be stale after a decision."""
    known = {table.name for table in model_tables()} | REFERENCE
    for table in model_tables():
        text = re.sub(r"--.*", "", table.select)
        used = set(re.findall(r"\b(?:model|records|decisions|cache)\.[a-z_]+", text))
        assert used == table.reads, table.name
        assert {name for name in used if name.startswith("model.")} <= known


def test_every_table_is_built_after_what_it_reads() -> None:
    done = set(REFERENCE)
    for table in model_tables():
        assert {name for name in table.reads if name.startswith("model.")} <= done, table.name
        done.add(table.name)


@pytest.mark.parametrize("seed", [1, 2])
def test_many_decisions_one_by_one_end_where_a_full_rebuild_ends(sample_workspace: Workspace, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    keys = [key for (key,) in rows(sample_workspace, "select identity_key from model.contact order by all")]
    companies = [
        c
        for (c,) in rows(
            sample_workspace,
            "select distinct company_key from model.contact where company_key is not null order by all",
        )
    ]
    for _ in range(14):
        person, other = dice.sample(keys, 2)
        kind, decision = dice.choice(
            [
                (
                    "industry_label",
                    {"scope": "person", "scope_key": person, "industry": dice.choice(["HLT", "FIN", None])},
                ),
                ("industry_label", {"scope": "company", "scope_key": dice.choice(companies), "industry": "EDU"}),
                (
                    "contact_setting",
                    {"identity_key": person, "setting": dice.choice(["private", "never_suggest"]), "is_on": True},
                ),
                (
                    "person_link",
                    {"identity_key": person, "other_key": other, "verdict": dice.choice(["same", "different"])},
                ),
                ("contact_note", {"identity_key": person, "note": dice.choice(["Met in Rome", None])}),
                ("contact_correction", {"identity_key": person, "field": "full_name", "correction": "Zora Quist"}),
                ("employer_correction", {"identity_key": person, "company": dice.choice(["Zyx", "Kestrel Cloud"])}),
                (
                    "added_contact",
                    {
                        "full_name": "Zora Quist",
                        "company": dice.choice(["Zyx", None]),
                        "position": None,
                        "email": "zora@gmail.com",
                        "profile_url": None,
                        "industry": dice.choice(["LAW", None]),
                        "is_added": dice.choice([True, None]),
                    },
                ),
                ("own_identity", {"identity_key": person, "is_own": dice.choice([True, None])}),
                ("assumption", {"name": "half_life_days", "setting": "90"}),
                ("assumption", {"name": "sharing", "setting": dice.choice(["full", None])}),
                ("assumption", {"name": "home_industry", "setting": "FIN"}),
                ("assumption", {"name": "time_zone", "setting": "Pacific/Auckland"}),
            ]
        )
        decide(sample_workspace, kind, [decision])
    stepwise = model(sample_workspace)
    with sample_workspace.writing() as con:
        everything = rebuild(con)
    assert {name for name in everything if name in derived()} == set(derived())
    assert not difference(stepwise, model(sample_workspace))
