"""What holds for every SQL file, whoever wrote it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from world import NOW, TODAY, World

from dashboard.questions import ask, bind, load, names
from dashboard.settings import queries_folder
from dashboard.warehouse.rebuild import model_tables

# What tells two rows of an answer apart. A question that is not listed fails.
GRAIN = {
    "assumptions": ("name",),
    "concentration_trend": ("period_on",),
    "contacts": ("contact_id",),
    "import_history": ("import_id", "file"),
    "industry_concentration": ("industry",),
    "industry_gaps": ("industry",),
    "intro_targets": ("introducer_id", "target_industry"),
    "network_summary": (),
    "own_identity_candidates": ("identity_key",),
    "own_profile": (),
    "refusals": ("import_id", "file", "line", "is_row", "reason", "column_name", "cell_value"),
    "row_reasons": ("import_id", "file", "is_refused", "reason"),
    "suggested_links": ("listed_key", "addressed_key"),
    "workspace_state": (),
}
MODEL_FILES = sorted((queries_folder() / "model").glob("*.sql"))
UNITS = {"-", "0..1", "-1..1", "0..100", "minutes", "hours a month", "days", "people", "industries", "employers",
         "rows", "UTC"}
_COMMENT = re.compile(r"--.*$", re.MULTILINE)
_STRING = re.compile(r"'(?:[^']|'')*'")
_TABLE = re.compile(r"\b(?:from|join)\s+\(?\s*([a-z_]+\.[a-z_]+)", re.IGNORECASE)


def code(sql: str) -> str:
    """SQL without comments and strings."""
    return _STRING.sub("''", _COMMENT.sub("", sql))


def tables(sql: str) -> set[str]:
    """The qualified tables and table macros a statement reads; ``recurring.`` is DuckDB's own."""
    text = re.sub(r"\bdistinct\s+from\b", "=", code(sql))
    return {name for name in _TABLE.findall(text) if not name.startswith("recurring.")}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("empty")).build()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A dozen people in four industries, two years of meetings, one of everything the questions look at."""
    world = World(tmp_path_factory.mktemp("filled"))
    world.file("linkedin_connections", imported_at=NOW)
    for i in range(12):
        world.person(f"Person{'abcdefghijkl'[i]} Fox", company=f"Employer {'abcdef'[i % 6]}", url=f"p{i}",
                     position="Recruiter")
    world.person(None, company="Nameless")
    world.position("Own Works", "Engineer", date(2024, 1, 1))
    for month in range(1, 13):
        for i in range(12):
            world.meeting(f"2025-{month:02}-{i + 1:02} 10:00", 30 + i, f"Person{'abcdefghijkl'[i]} Fox <in/p{i}>")
            world.meeting(f"2026-{min(month, 11):02}-{i + 1:02} 11:00", 45, f"Person{'abcdefghijkl'[i]} Fox <in/p{i}>")
    world.meeting("2026-11-02 15:00", 30, "Persona Fox <persona.fox@gmail.com>")
    world.meeting("2026-11-03 15:00", 30, is_all_day=True)
    for letter, industry in zip("abcd", ("SFT", "FIN", "HLT", "LAW"), strict=True):
        world.label("company", f"employer {letter}", industry)
    world.assume("home_industry", "SFT")
    return world.build()





def bound(world: World, name: str) -> tuple[str, dict[str, Any]]:
    question = load(name)
    with world.workspace.reading() as con:
        given = {"as_of": TODAY} if any(param.name == "as_of" for param in question.params) else {}
        return question.sql, dict(bind(con, question, given))


@pytest.mark.parametrize("name", names())
def test_exactly_one_select(name: str) -> None:
    statements = duckdb.extract_statements(load(name).sql)
    assert [statement.type for statement in statements] == [duckdb.StatementType.SELECT]


@pytest.mark.parametrize("name", names())
def test_header_says_everything(name: str) -> None:
    question = load(name)
    assert question.question.endswith("?")
    assert question.grain
    assert question.columns
    for field in (*question.params, *question.columns):
        assert field.unit in UNITS, field
        assert field.type.isupper(), field
        assert field.meaning, field


@pytest.mark.parametrize("name", names())
def test_header_parameters_are_the_statements(name: str) -> None:
    question = load(name)
    statement = duckdb.extract_statements(question.sql)[0]
    assert {param.name for param in question.params} == statement.named_parameters
    for param in question.params:
        used = re.findall(rf"\${param.name}\b(::[a-z]+)?", code(question.sql))
        assert used == [f"::{param.type.lower()}"], f"${param.name} occurs once, with its cast"


@pytest.mark.parametrize("name", names())
def test_header_columns_are_the_answers(name: str, filled: World) -> None:
    sql, params = bound(filled, name)
    with filled.workspace.reading() as con:
        described = con.execute(f"describe {sql}", params).fetchall()
    assert [(column.name, column.type) for column in load(name).columns] == [(row[0], row[1]) for row in described]


@pytest.mark.parametrize("name", names())
def test_runs_on_an_empty_workspace(name: str, empty: World) -> None:
    rows = empty.ask(name)
    if not GRAIN[name]:
        assert len(rows) == 1
    elif name not in ("assumptions", "industry_gaps"):
        assert rows == []


@pytest.mark.parametrize("name", names())
def test_two_runs_agree(name: str, filled: World) -> None:
    once, again = filled.ask(name), filled.ask(name)
    assert len(once) == len(again)
    for one, other in zip(once, again, strict=True):
        for column, value in one.items():
            if isinstance(value, float):
                assert other[column] == pytest.approx(value, rel=1e-9), column
            else:
                assert other[column] == value, column


@pytest.mark.parametrize("name", names())
def test_the_frame_has_the_headers_columns(name: str, filled: World) -> None:
    with filled.workspace.reading() as con:
        frame = ask(con, name)
    assert list(frame.columns) == [column.name for column in load(name).columns]


@pytest.mark.parametrize("name", names())
def test_grain_is_unique(name: str, filled: World) -> None:
    rows = filled.ask(name)
    keys = [tuple(row[column] for column in GRAIN[name]) for row in rows]
    assert len(set(keys)) == len(rows)
    if name not in ("refusals", "own_identity_candidates"):
        assert rows, "the filled world has something to say to every question"


def test_grain_is_stated_for_every_question() -> None:
    assert set(GRAIN) == set(names())


@pytest.mark.parametrize("path", [*MODEL_FILES, *sorted(queries_folder().glob("*.sql"))], ids=lambda path: path.name)
def test_nothing_depends_on_the_moment(path: Path) -> None:
    text = code(path.read_text(encoding="utf-8"))
    assert not re.search(r"\b(now|today|random|uuid|get_current_timestamp)\s*\(|\bcurrent_(date|time)", text)


@pytest.mark.parametrize("name", names())
def test_questions_read_the_model_and_decisions_only(name: str) -> None:
    read = tables(load(name).sql)
    assert read
    assert {table.split(".")[0] for table in read} <= {"model", "decisions"}


@pytest.mark.parametrize("path", MODEL_FILES, ids=lambda path: path.name)
def test_model_file_declares_what_it_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^-- Table: \S", text, re.MULTILINE)
    assert re.search(r"^-- Grain: one row", text, re.MULTILINE)
    declared = re.search(r"^-- Reads: (.+)$", text, re.MULTILINE)
    assert declared
    assert {name.strip() for name in declared.group(1).split(",")} == tables(text)


def test_model_is_built_from_what_is_there() -> None:
    """Every table is read only by files after its own; the reference tables come from the package."""
    known = {"model.industry", "model.mail_provider", "model.classifier"}
    for table in model_tables():
        missing = {read for read in table.reads if read.startswith("model.")} - known
        assert not missing, f"{table.name} is built before {missing}"
        known.add(table.name)


def test_model_grains_are_unique(filled: World) -> None:
    grain = {
        "model.person_row": "import_id, part_no, line", "model.interaction_row": "import_id, occurrence_no",
        "model.mention": "who", "model.shared_key": "who, shared_key", "model.identity": "who",
        "model.own_candidate": "identity_key", "model.self": "contact_id", "model.person": "contact_id",
        "model.own_employer": "company_key, domain, started_on, finished_on", "model.setting": "1",
        "model.employment": "contact_id, company, position", "model.presence": "import_id, occurrence_no, contact_id",
        "model.interaction": "import_id, occurrence_no", "model.participation": "import_id, occurrence_no, contact_id",
        "model.contact_day": "contact_id, occurred_on", "model.contact_fact": "contact_id", "model.assumption": "name",
        "model.industry_evidence": "company, position, domain, industry_text", "model.label": "scope, scope_key",
        "model.industry_guess": "company, position, domain, industry_text", "model.contact_setting": "contact_id",
        "model.contact": "contact_id", "model.former_industry": "contact_id, industry", "model.home": "1",
        "model.target_mix": "industry", "model.calendar": "1", "model.together": "contact_id, industry",
        "model.import_part": "import_id, part_no", "model.row_reason": "import_id, file, is_refused, reason",
        "model.own_profile": "1",
    }
    derived = {table.name for table in model_tables() if not table.signature} - {"model.refusal"}
    assert set(grain) == derived
    for table, key in grain.items():
        assert filled.rows(f"select {key} from {table} group by {key} having count(*) > 1") == [], table
