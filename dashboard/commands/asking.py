"""Ask a question, or write its answer to a file."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.commands.command import OutputOption, WorkspaceOption, engine, told
from dashboard.commands.output import exported, pairs, write
from dashboard.errors import UserError
from dashboard.settings import workspace_folder


@told
def questions_command(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Every question, with its parameters and columns."""
    questions = engine("questions")
    described = [questions.load(name) for name in questions.names()]
    if as_json:
        typer.echo(
            json.dumps(
                [{key: value for key, value in asdict(question).items() if key != "sql"} for question in described],
                indent=2,
            )
        )
        return
    for question in described:
        typer.echo(f"{question.name}: {question.question}")
        for heading, fields in (("parameters", question.params), ("columns", question.columns)):
            if fields:
                typer.echo(f"  {heading}: {', '.join(field.name for field in fields)}")


@told
def ask(
    name: str,
    param: Annotated[list[str] | None, typer.Option("--param", help="k=v, as often as needed.")] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json or parquet")] = "table",
    output: OutputOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Ask a question."""
    warehouse, questions = engine("warehouse"), engine("questions")
    with warehouse.Workspace(workspace_folder(workspace)).reading() as con:
        frame = questions.ask(con, name, pairs(param or []))
    if form == "table":
        text = frame.to_string(index=False) if len(frame) else "No rows."
        return write(text.encode() + b"\n", output)
    return write(exported(frame, form), output)


@told
def export(
    what: Annotated[str, typer.Argument(help="intro-targets, or plan: the saved one")],
    form: Annotated[str, typer.Option("--format", help="csv, xlsx or json; a plan is a calendar file")] = "csv",
    output: OutputOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the list of intro targets, or the saved plan of the week as a calendar file."""
    if what not in ("intro-targets", "plan"):
        raise typer.BadParameter(f"{what!r} cannot be exported; intro-targets and plan can.")
    warehouse, questions = engine("warehouse"), engine("questions")
    with warehouse.Workspace(workspace_folder(workspace)).reading() as con:
        if what == "plan":
            content = _plan(lambda name, **params: questions.ask(con, name, params))
        else:
            content = exported(questions.ask(con, "intro_targets"), form)
    write(content, output)


def _plan(asked: Callable[..., Any]) -> bytes:
    """The calendar file that the Plan page saves. Which hours hold is decided there: UserError before that."""
    planner = engine("planner")
    week = planner.week(asked)
    if not week.plan["is_saved"]:
        raise UserError(
            "No plan of your week is saved.", "Run `horizons` and save one on the Plan page: it shows which hours are free."
        )
    content: bytes = engine("exports.plan").ics(planner.calendar_file(week, week.plan["uid"], repeats=True))
    return content


@told
def report_command(
    output: Annotated[Path, typer.Option("--output", "-o", help="HTML file to write; one that is there is replaced.")],
    initials: Annotated[bool, typer.Option("--initials", help="Initials instead of names, without employers.")] = False,
    param: Annotated[list[str] | None, typer.Option("--param", help="window_days, weighting or as_of, as k=v.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the report: one HTML page with headline, charts, gaps, whom to ask, and what is assumed."""
    given = {"window_days": 365, "weighting": "minutes", **pairs(param or [])}
    with engine("warehouse").Workspace(workspace_folder(workspace)).reading() as con:
        page = engine("report").report(con, given, date.today(), initials)
    write(page, output)
