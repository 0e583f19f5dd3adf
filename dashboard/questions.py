"""The questions: one SQL file each. Reads their headers, checks parameters, runs them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Protocol

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
    "function": None,
    "employer": None,
    "contact": None,
    "lost": 1.0,
    "going": "person",
    "trail_days": 90,
    "points": 24,
    "per_industry": 5,
    "per_introducer": 3,
    "is_resting_too": False,
    "within_days": 365,
    "weeks_ahead": 8,
    "weeks": 16,
    "by": "industry",
    "unit": "industry",
    "within": None,
    "parts": 6,
    "months": 12,
    "people": 200,
    "search": None,
    "ties": "all",
    "at_most": 6,
    "first": 999_999,
    "sureness": "unsure",
    "most": 60,
    "twin_of": None,
    "is_link_too": True,
}
CHOICES = {
    "weighting": ("minutes", "people", "warm"),
    "by": ("industry", "person"),
    "unit": ("industry", "employer", "function", "known"),
    "ties": ("all", "warm", "dormant", "unsure"),
    "going": ("person", "employer"),
    "sureness": ("unsure", "likely", "yours"),
}
_SECTION = re.compile(r"^-- (Question|Grain|Params|Columns):\s*(.*)$")


@dataclass(frozen=True)
class Field:
    """A parameter or a column: its name, DuckDB type, unit ("-" for none) and meaning."""

    name: str
    type: str
    unit: str
    meaning: str

    @property
    def is_handle(self) -> bool:
        """Whether it holds ids, keys or codes: for programs and addresses, not to be read."""
        return self.name.endswith(("_id", "_key", "industry"))


@dataclass(frozen=True)
class Question:
    """One SQL file: its name is the answer as a noun phrase."""

    name: str
    question: str
    grain: str
    params: tuple[Field, ...]
    columns: tuple[Field, ...]
    sql: str

    @property
    def is_general(self) -> bool:
        """Whether it can be asked as it is, without saying about whom."""
        return all(field.name in DEFAULTS or field.name in ("as_of", "today") for field in self.params)


@cache
def names() -> tuple[str, ...]:
    """Every question's name, sorted."""
    return tuple(sorted(path.stem for path in queries_folder().glob("*.sql")))


@cache
def load(name: str) -> Question:
    """The question of that name. UnknownQuestion if there is none."""
    if name not in names():
        raise UnknownQuestion(f"There is no question {name!r}.", f"There are: {', '.join(names())}.")
    return parse(name, (queries_folder() / f"{name}.sql").read_text(encoding="utf-8"))


def parse(name: str, sql: str) -> Question:
    """The question that a text of SQL with its header is."""
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
    """Exactly the question's parameters: the given ones, checked, and defaults.

    ``as_of`` is by default the last day on which anything happened, ``today`` the computer's own day.
    """
    known = {field.name: field for field in question.params}
    for name, value in given.items():
        if name not in known:
            takes = ", ".join(known) or "none"
            raise UnknownQuestion(f"{question.name} has no parameter {name!r}.", f"It takes: {takes}.")
        _check(question.name, known[name], value)
    bound = {name: given.get(name, DEFAULTS.get(name)) for name in known}
    if "as_of" in bound and bound["as_of"] is None:
        bound["as_of"] = con.execute("select last_on from model.calendar").fetchall()[0][0]
    if "today" in bound and bound["today"] is None:
        bound["today"] = date.today()
    return bound


def rows(answer: Frame) -> list[dict[str, Any]]:
    """The rows as dictionaries, NULL as None: a frame says "nan" for both numbers and words."""
    known = answer.astype(object).where(answer.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in known.to_dict("records")]


class Ask(Protocol):
    """Whoever answers questions: ``ask("week_plan", weeks_ahead=4)``."""

    def __call__(self, name: str, **params: Parameter) -> Frame:
        """The question's frame."""
        ...


def takes(name: str, param: str) -> bool:
    """Whether the question has that parameter."""
    return any(field.name == param for field in load(name).params)


def _check(question: str, field: Field, value: Parameter) -> None:
    if field.name in CHOICES and value not in CHOICES[field.name]:
        raise UnknownQuestion(f"{field.name} of {question} is one of {', '.join(CHOICES[field.name])}, not {value!r}.")
    try:
        if value is None:
            return
        if field.type == "INTEGER" and not 0 < int(str(value)) < 1_000_000:
            raise ValueError
        if field.type == "DOUBLE" and field.unit == "0..1" and not 0 <= float(str(value)) <= 1:
            raise ValueError
        if field.type == "DATE" and not isinstance(value, date):
            date.fromisoformat(str(value))
    except ValueError:
        kinds = {"DATE": "a date such as 2026-11-20", "DOUBLE": "a number from 0 to 1"}
        kind = kinds.get(field.type, "a whole number above 0")
        raise UnknownQuestion(f"{field.name} of {question} is {kind}, not {value!r}.") from None


def _fields(lines: list[str]) -> tuple[Field, ...]:
    rows = [[cell.strip() for cell in line.split("|", 3)] for line in lines if line.count("|") >= 3]
    return tuple(Field(*row) for row in rows)
