"""The questions: one SQL file each. Reads their headers, checks parameters, runs them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import duckdb
import pandas as pd

from dashboard.errors import UnknownQuestion
from dashboard.settings import queries_folder

Frame = pd.DataFrame
Parameter = str | int | float | bool | date | None
DEFAULTS: dict[str, Parameter] = {
    "window_days": 365,
    "weighting": "minutes",
    "industry": None,
    "trail_days": 90,
    "points": 24,
    "per_industry": 5,
    "per_introducer": 3,
}
CHOICES = {"weighting": ("minutes", "people", "warm")}
_SECTION = re.compile(r"^-- (Question|Grain|Params|Columns):\s*(.*)$")


@dataclass(frozen=True)
class Field:
    """A parameter or a column: its name, DuckDB type, unit ("-" for none) and meaning."""

    name: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True)
class Question:
    """One SQL file: its name is the answer as a noun phrase."""

    name: str
    question: str
    grain: str
    params: tuple[Field, ...]
    columns: tuple[Field, ...]
    sql: str


@cache
def names() -> tuple[str, ...]:
    """Every question's name, sorted."""
    return tuple(sorted(path.stem for path in queries_folder().glob("*.sql")))


@cache
def load(name: str) -> Question:
    """The question of that name. UnknownQuestion if there is none."""
    if name not in names():
        raise UnknownQuestion(f"There is no question {name!r}.", f"There are: {', '.join(names())}.")
    sql = (queries_folder() / f"{name}.sql").read_text(encoding="utf-8")
    parts: dict[str, list[str]] = {"Question": [], "Grain": [], "Params": [], "Columns": []}
    section = "Question"
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        found = _SECTION.match(line)
        section = found.group(1) if found else section
        parts[section].append((found.group(2) if found else line).removeprefix("--").strip())
    return Question(
        name,
        " ".join(parts["Question"]).strip(),
        " ".join(parts["Grain"]).strip(),
        _fields(parts["Params"]),
        _fields(parts["Columns"]),
        sql,
    )


def ask(con: duckdb.DuckDBPyConnection, name: str, params: Mapping[str, Parameter] | None = None) -> Frame:
    """The answer as a frame with the header's columns. Parameters not given take their defaults.

    UnknownQuestion if a parameter is unknown to the question, or its value does not fit.
    """
    question = load(name)
    return con.execute(question.sql, bind(con, question, params or {})).df()


def bind(con: duckdb.DuckDBPyConnection, question: Question, given: Mapping[str, Parameter]) -> dict[str, Parameter]:
    """Exactly the question's parameters: the given ones, checked, and defaults (as_of: the last day with anything)."""
    known = {field.name: field for field in question.params}
    for name, value in given.items():
        if name not in known:
            takes = ", ".join(known) or "none"
            raise UnknownQuestion(f"{question.name} has no parameter {name!r}.", f"It takes: {takes}.")
        _check(question.name, known[name], value)
    bound = {name: given.get(name, DEFAULTS.get(name)) for name in known}
    if "as_of" in bound and bound["as_of"] is None:
        bound["as_of"] = con.execute("select last_on from model.calendar").fetchall()[0][0]
    return bound


def _check(question: str, field: Field, value: Parameter) -> None:
    if field.name in CHOICES and value not in CHOICES[field.name]:
        raise UnknownQuestion(f"{field.name} of {question} is one of {', '.join(CHOICES[field.name])}, not {value!r}.")
    try:
        if value is None:
            return
        if field.type == "INTEGER" and not 0 < int(str(value)) < 1_000_000:
            raise ValueError
        if field.type == "DATE" and not isinstance(value, date):
            date.fromisoformat(str(value))
    except ValueError:
        kind = "a date such as 2026-11-20" if field.type == "DATE" else "a whole number above 0"
        raise UnknownQuestion(f"{field.name} of {question} is {kind}, not {value!r}.") from None


def _fields(lines: list[str]) -> tuple[Field, ...]:
    rows = [[cell.strip() for cell in line.split("|", 3)] for line in lines if line.count("|") >= 3]
    return tuple(Field(*row) for row in rows)
