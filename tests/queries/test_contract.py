"""What holds for every SQL file, whoever wrote it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from world import NOW, TODAY, World, contact_id

from dashboard.questions import ask, bind, load, names
from dashboard.settings import queries_folder
from dashboard.warehouse.rebuild import model_tables

# What tells two rows of an answer apart. A question that is not listed fails.
GRAIN = {
    "advisers": ("contact_id",),
    "assumptions": ("name",),
    "assumptions_at_work": ("name",),
    "complacency_alarm": (),
    "concentration_change": ("industry", "contact_id"),
    "cadence_candidates": ("contact_id",),
    "contact_touch": ("contact_id",),
    "contacts_due": ("contact_id",),
    "losing_touch": ("contact_id",),
    "touch_capacity": (),
    "concentration_trend": ("period_on",),
    "contact_counts": (),
    "acquaintances": ("person_id",),
    "contact_facts": ("fact", "fact_value", "is_yours"),
    "contact_identities": ("identity_key",),
    "contact_links": ("identity_key", "other_key"),
    "contact_merge": ("identity_key", "other_key"),
    "contact_months": ("month_on",),
    "contact_origin": ("how",),
    "contact_profile": ("contact_id",),
    "contact_removal": ("full_name", "company", "position", "email", "profile_url", "industry"),
    "contact_split": ("identity_key", "other_key"),
    "contact_strength": ("contact_id",),
    "contact_timeline": ("import_id", "occurrence_no"),
    "contacts": ("contact_id",),
    "fit_trend": ("period_on",),
    "free_diversification": ("contact_id",),
    "gap_steps": ("industry",),
    "gone_people": ("import_id", "contact_id"),
    "held_by_one": ("industry",),
    "home_share": (),
    "home_share_change": ("place",),
    "draft_choices": (),
    "duplicates_left_out": ("group_key",),
    "draft_texts": ("identity_key", "target_industry", "target_name", "kind", "language", "request_key"),
    "draft_templates": ("template_name", "kind", "language", "purpose"),
    "import_effect": ("import_id",),
    "favours": ("favour_key",),
    "free_slots": ("starts_at",),
    "hours_kept": ("week_on",),
    "missed_slots": ("slot",),
    "moves_taken_back": ("slot",),
    "import_history": ("import_id", "file"),
    "industry_concentration": ("industry",),
    "industry_gaps": ("industry",),
    "industry_interests": ("industry",),
    "industry_months": ("industry", "month_on"),
    "industry_trends": ("period_on", "industry"),
    "intro_requests": ("request_key",),
    "intro_targets": ("introducer_id", "target_industry"),
    "introduction_proposals": ("request_key", "person_id"),
    "introductions_by_person": ("introducer_key", "introducer"),
    "lineage": ("place",),
    "origin_shares": (),
    "planned_touches": ("request_key", "touch_no"),
    "request_steps": ("request_key", "state"),
    "favours_owed": ("contact_id",),
    "job_changes": ("import_id", "contact_id"),
    "loss_by_industry": ("industry",),
    "loss_summary": (),
    "network_change": (),
    "new_acquaintances": ("contact_id",),
    "network_summary": (),
    "own_entries": ("entry_key", "contact_id"),
    "own_identities": ("identity_key",),
    "own_identity_candidates": ("identity_key",),
    "own_profile": (),
    "paths_to": ("introducer_id",),
    "people_found": ("contact_id",),
    "put_off": ("kind", "identity_key", "target_industry"),
    "refused_files": ("import_id", "file_no"),
    "refusals": ("import_id", "file", "line", "is_row", "reason", "column_name", "cell_value"),
    "removals": ("going_key",),
    "request_funnel": ("step",),
    "second_degree": ("person_id",),
    "review_queue": ("scope", "scope_key"),
    "row_reasons": ("import_id", "file", "is_refused", "reason"),
    "suggested_links": ("listed_key", "addressed_key"),
    "suspected_duplicates": ("one_id", "other_id"),
    "time_by_contact": ("contact_id",),
    "unit_shares": ("within",),
    "unit_trends": ("within", "period_on"),
    "unresolved_decisions": ("kind", "said", "setting"),
    "time_plan": (),
    "waiting": (),
    "week_plan": ("slot_no",),
    "workspace_state": (),
}
# What a question about somebody is asked with; everything else has a default.
SOMEBODY = {
    "who": contact_id("url:in/p0"),
    "other": contact_id("url:in/p1"),
    "namings": "mail:persona.fox@employer.example",
    "search": "fox",
    "about": "FIN",
}
MODEL_FILES = sorted((queries_folder() / "model").glob("*.sql"))
UNITS = {"-", "0..1", "-1..1", "0..100", "minutes", "hours", "hours a month", "days", "people", "industries", "employers",
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
    for employer, month in (("Employer a", 4), ("Employer b", 5)):
        world.file("contact_sheet", imported_at=NOW.replace(month=month))
        world.person("Move Able", company=employer, email="move@able.example")
        world.person("Go Able", company="Employer a" if month == 4 else "Zyx Works", email="go@able.example")
        if month == 4:
            world.person("Left Able", company="Employer a", email="left@able.example")
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
    world.meeting("2024-11-02 15:00", 30, "Persona Fox <in/p0>")
    world.meeting("2026-11-02 15:00", 30, "Persona Fox <persona.fox@gmail.com>")
    world.meeting("2026-11-04 15:00", 5, "Go Able <go@able.example>")
    world.label("company", "zyx works", "ENE")
    for day in range(1, 6):
        world.meeting(f"2026-07-0{day} 15:00", 30, "Cool Ling <cool@able.example>")
    world.meeting("2026-11-02 16:00", 30, "Persona Fox <persona.fox@employer.example>")
    world.decide("person_link", identity_key="url:in/p0", other_key="mail:persona.fox@employer.example", verdict="same")
    world.decide("added_contact", full_name="Persona Fox", company=None, position=None, email=None,
                 profile_url="linkedin.com/in/p0", industry=None, is_added=True)
    world.decide("own_entry", entry_key="e1", identity_key="url:in/p3", happened_on=date(2026, 11, 5), minutes="30",
                 channel="call", note="rang", is_held=True)
    world.decide("cadence", scope="contact", scope_key="url:in/p3", days="30")
    world.decide("cadence", scope="strength", scope_key="cool", days="60")
    world.decide("time_plan", name="moved 2026-11-10 09:00", setting="2026-11-15 21:00 45")
    for setting in ("2026-11-28 21:00 45", None):
        world.decide("time_plan", name="moved 2026-11-12 09:00", setting=setting)
    world.decide("draft_text", identity_key="url:in/p3", target_industry="ENE", target_name=None, kind="introduction",
                 language="en", draft_text="{}")
    world.meeting("2026-11-03 15:00", 30, is_all_day=True)
    for letter, industry in zip("abcd", ("SFT", "FIN", "HLT", "LAW"), strict=True):
        world.label("company", f"employer {letter}", industry)
    world.assume("home_industry", "SFT")
    world.request("url:in/p2", "HLT", date(2026, 11, 1), sent=date(2026, 11, 1), introduced=date(2026, 11, 9))
    world.request("url:in/p4", "HLT", date(2026, 11, 1), name="Personb Fox", sent=date(2026, 11, 1),
                  met=date(2026, 11, 9))
    world.file("linkedin_connections", "two")
    world.person("New Comer", url="new")
    world.request("url:in/p3", "FIN", date(2026, 11, 1), name="New Comer", sent=date(2026, 11, 1))
    world.meeting("2026-11-12 15:00", 30, "New Comer <in/new>")
    world.decide("favour", identity_key="url:in/p0", direction="given", happened_on=date(2026, 11, 2), note="a lift",
                 is_held=True)
    world.decide("contact_origin", identity_key="url:in/p5", origin="url:in/p0")
    world.decide("intro_snooze", identity_key="url:in/p3", target_industry="HLT", until_on=date(2026, 12, 1))
    world.decide("intro_choice", identity_key="url:in/p4", target_industry="HLT", week_on=date(2026, 11, 16), choice="pinned")
    world.decide("industry_interest", industry="LAW", interest="2")
    world.decide("draft_template", template_name="Mine", kind="thanks", language="de", purpose=None, template_text="[subject]")
    world.mark("mail:gone@nowhere.example", "private")
    for i in (0, 1):
        world.shared_list(f"url:in/p{i}")
        for j in range(6):
            world.person(f"Friend{'abcdef'[j]} Hill", company=f"Employer {'abcdef'[j]}", url=f"friend{j + i}")
        world.person("Personc Fox", url="p2")
    for day in (9, 10):
        world.meeting(f"2026-11-{day:02} 09:00", 30, "Persona Fox <in/p0>", "Kim Lee <kim@lee.example>")
    world.file("contact_sheet")
    world.person("Personc Fox", email="personc@fox.example")
    world.leave_out("holiday.csv")
    return world.compare()


def given(name: str) -> dict[str, Any]:
    """What this question is asked with."""
    about = SOMEBODY | ({"who": contact_id("mail:kim@lee.example")} if name == "paths_to" else {})    # met only in company
    return {param.name: about[param.name] for param in load(name).params if param.name in about}


def bound(world: World, name: str) -> tuple[str, dict[str, Any]]:
    question = load(name)
    with world.workspace.reading() as con:
        days = {param.name: TODAY for param in question.params if param.name in ("as_of", "today")}
        return question.sql, dict(bind(con, question, given(name) | days))


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
    rows = empty.ask(name, **given(name))
    if not GRAIN[name]:
        assert len(rows) == 1
    elif name not in (
        "assumptions", "assumptions_at_work", "free_slots", "industry_gaps", "industry_interests", "own_identities",
        "week_plan",
    ):
        assert rows == []


@pytest.mark.parametrize("name", names())
def test_two_runs_agree(name: str, filled: World) -> None:
    once, again = filled.ask(name, **given(name)), filled.ask(name, **given(name))
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
        frame = ask(con, name, given(name))
    assert list(frame.columns) == [column.name for column in load(name).columns]


@pytest.mark.parametrize("name", names())
def test_grain_is_unique(name: str, filled: World) -> None:
    rows = filled.ask(name, **given(name))
    keys = [tuple(row[column] for column in GRAIN[name]) for row in rows]
    assert len(set(keys)) == len(rows)
    if name not in ("refusals", "own_identity_candidates", "duplicates_left_out"):
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
    known = {"model.industry", "model.function", "model.mail_provider", "model.classifier"}
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
        "model.own_entry": "entry_key, contact_id", "model.cadence": "scope, subject",
        "model.contact_day": "contact_id, occurred_on", "model.contact_fact": "contact_id", "model.assumption": "name",
        "model.industry_evidence": "company, position, domain, industry_text", "model.label": "scope, scope_key",
        "model.industry_guess": "company, position, domain, industry_text", "model.contact_setting": "contact_id",
        "model.contact": "contact_id", "model.former_industry": "contact_id, industry", "model.home": "1",
        "model.target_choice": "mix, industry",
        "model.target_mix": "industry", "model.calendar": "1", "model.together": "contact_id, industry",
        "model.met_with": "contact_id, other_id",
        "model.import_part": "import_id, part_no", "model.row_reason": "import_id, file, is_refused, reason",
        "model.own_profile": "1", "model.job_move": "run_id, contact_id", "model.job_change": "run_id, contact_id",
        "model.import_run": "run_id", "model.import_people": "run_id",
        "model.time_plan": "1", "model.busy": "import_id, occurrence_no", "model.intro_request": "request_key",
        "model.intro_snooze": "contact_id, target_industry", "model.intro_choice": "contact_id, target_industry, week_on",
        "model.industry_interest": "industry",
        "model.added_person": "who", "model.employer_correction": "contact_id",
        "model.contact_correction": "contact_id",
        "model.address_book_fact": "who, import_id, part_no, line, fact, fact_value", "model.person_text": "contact_id",
        "model.contact_note": "contact_id", "model.intro_person": "request_key, contact_id",
        "model.contact_origin": "contact_id", "model.intro_touch": "request_key, touch_no", "model.referral": "person_id",
        "model.intro_follow_up": "request_key", "model.introduction": "coalesce(person_id, request_key)",
        "model.favour_entry": "favour_key", "model.favour": "contact_id",
        "model.introduction_proposal": "request_key, contact_id",
        "model.shared_list": "series", "model.shared_person": "import_id, part_no, line",
        "model.acquaintance": "person_id, introducer_id", "model.kept_company": "contact_id, introducer_id",
        "model.acquaintance_evidence": "company, position, domain", "model.second_degree": "person_id",
        "model.acquaintance_guess": "company, position, domain",
        "model.second_degree_path": "person_id, introducer_id",
        "model.duplicate_skipped": "group_no", "model.suggested_link": "listed_id, addressed_id",
        "model.duplicate_pair": "one_id, other_id",
            "model.gone_person": "run_id, contact_id", "model.list_copy": "kind, series, import_id", "model.run_file": "import_id",
            "model.refused_file": "run_id, file_no", "model.moved_slot": "missed_at",
    }
    derived = {table.name for table in model_tables() if not table.signature} - {"model.refusal"}
    assert set(grain) == derived
    for table, key in grain.items():
        assert filled.rows(f"select {key} from {table} group by {key} having count(*) > 1") == [], table
