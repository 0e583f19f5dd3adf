"""The command ``horizons``: the same engine as the dashboard.

Exit 0: done. 1: something the user can mend (message on stderr, nothing written). 2: wrong usage.
"""

import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from dashboard.errors import UserError
from dashboard.settings import workspace_folder

app = typer.Typer(
    help="See how much of your networking time stays inside your own industry, and who can open the doors you lack.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", help="Folder of the workspace. Default: HORIZONS_HOME, or your user data folder."),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="File to write. Default: print.")]
TOTALS = ("rows_read", "new", "updated", "unchanged", "refused", "not_counted", "people", "interactions")


def engine(name: str) -> ModuleType:
    """A module of the engine, imported when a command needs it: `horizons --help` must not wait for DuckDB."""
    return import_module(f"dashboard.{name}")


def told(command: Callable[..., None]) -> Callable[..., None]:
    """The one place of the command line where an error becomes a message."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except UserError as error:
            typer.echo(error.message, err=True)
            if error.hint:
                typer.echo(error.hint, err=True)
            raise typer.Exit(1) from error

    return run


@app.callback()
@told
def dashboard(
    context: typer.Context,
    workspace: WorkspaceOption = None,
    port: Annotated[int | None, typer.Option(help="Port on 127.0.0.1. Default: 8501 or the next free one.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the dashboard in the browser."""
    if context.invoked_subcommand is None:
        raise typer.Exit(engine("launch").open_dashboard(workspace_folder(workspace), port, browser))


@app.command("import")
@told
def import_command(
    files: Annotated[list[Path], typer.Argument(help="LinkedIn export, calendar, spreadsheets: as they are.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    refusals: Annotated[bool, typer.Option("--refusals", help="List every refused row and cell.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Import files: all of them, or on any error none."""
    warehouse, questions = engine("warehouse"), engine("questions")
    space = warehouse.Workspace(workspace_folder(workspace))
    sources = [warehouse.SourceFile(path, path.name) for path in files]
    report = warehouse.import_files(space, sources, time_zone=_local_zone())
    listed = []
    if refusals:
        ids = {file.import_id for file in report.files}
        with space.reading() as con:
            frame = questions.ask(con, "refusals")
        listed = _records(frame[frame["import_id"].isin(ids)])
    if as_json:
        payload: dict[str, object] = {"files": [asdict(file) for file in report.files], "not_used": report.not_used}
        typer.echo(json.dumps(payload | ({"refusals": listed} if refusals else {}), ensure_ascii=False, indent=2))
        return
    for file in report.files:
        typer.echo(f"{file.file}: {file.kind.replace('_', ' ')}, import {file.import_id}")
        typer.echo("  " + ", ".join(f"{name.replace('_', ' ')} {getattr(file, name):,}" for name in TOTALS))
        for name, count in (file.refused_by_reason | file.not_counted_by_reason).items():
            typer.echo(f"    {name}: {count:,}")
        for note in file.notes:
            typer.echo(f"    {note}")
    if report.not_used:
        typer.echo(f"Not used: {', '.join(name.rsplit('/', 1)[-1] for name in report.not_used)}")
    for line in listed:
        where = f", column {line['column_name']}" if line["column_name"] else ""
        typer.echo(f"{line['file']}, row {line['line']}{where}: {line['reason']} ({line['cell_value'] or ''})")


@app.command()
@told
def undo(import_id: int, workspace: WorkspaceOption = None) -> None:
    """Take an import back. `horizons ask import_history` lists them."""
    warehouse = engine("warehouse")
    warehouse.undo_import(warehouse.Workspace(workspace_folder(workspace)), import_id)
    typer.echo(f"Import {import_id} is undone.")


@app.command("questions")
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


@app.command()
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
        frame = questions.ask(con, name, _pairs(param or []))
    if form == "table":
        text = frame.to_string(index=False) if len(frame) else "No rows."
        return _write(text.encode() + b"\n", output)
    return _write(_export(frame, form), output)


@app.command()
@told
def link(
    everything: Annotated[bool, typer.Option("--all", help="Link them all.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Suggested links between addresses and LinkedIn contacts of the same name."""
    warehouse, questions = engine("warehouse"), engine("questions")
    space = warehouse.Workspace(workspace_folder(workspace))
    with space.reading() as con:
        links = _records(questions.ask(con, "suggested_links"))
    open_links = [row for row in links if row["verdict"] is None]
    if not everything:
        for row in open_links:
            listed = row["listed_as"] or row["listed_key"]
            typer.echo(f"{row['full_name']}: {row['addressed_as']} = {listed} ({row['minutes']:,.0f} minutes)")
        typer.echo(f"{len(open_links)} suggested. `horizons link --all` links them.")
        return
    warehouse.decide(
        space,
        "person_link",
        [
            {"identity_key": row["listed_key"], "other_key": row["addressed_key"], "verdict": "same"}
            for row in open_links
        ],
    )
    typer.echo(f"{len(open_links)} people linked.")


@app.command()
@told
def export(
    what: Annotated[str, typer.Argument(help="intro-targets")],
    form: Annotated[str, typer.Option("--format", help="csv, xlsx or json")] = "csv",
    output: OutputOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write the list of intro targets to a file."""
    if what != "intro-targets":
        raise typer.BadParameter(f"{what!r} cannot be exported; intro-targets can.")
    warehouse, questions = engine("warehouse"), engine("questions")
    with warehouse.Workspace(workspace_folder(workspace)).reading() as con:
        frame = questions.ask(con, "intro_targets")
    _write(_export(frame, form), output)


@app.command()
@told
def sample(
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")],
    contacts: Annotated[int, typer.Option(min=60, max=200_000)] = 800,
    seed: int = 7,
) -> None:
    """Write a made-up world in the real formats."""
    try:
        written = engine("sample").write_sample(output, contacts=contacts, seed=seed)
    except OSError as error:
        raise _unwritable(output, error) from error
    for path in written:
        typer.echo(str(path))


def _export(frame: Any, form: str) -> bytes:
    exports = engine("exports")
    if form not in exports.EXPORTS:
        raise typer.BadParameter(f"{form!r} is no format; there are {', '.join(exports.EXPORTS)}.")
    return bytes(exports.export(frame, form))


def _records(frame: Any) -> list[dict[str, Any]]:
    """Rows as dictionaries, NULL as None."""
    rows: list[dict[str, Any]] = json.loads(frame.to_json(orient="records", date_format="iso", force_ascii=False))
    return rows


def _pairs(given: list[str]) -> dict[str, str]:
    pairs = dict(item.split("=", 1) for item in given if "=" in item)
    if wrong := [item for item in given if "=" not in item]:
        raise typer.BadParameter(f"--param takes k=v, not {wrong[0]!r}.")
    return pairs


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise _unwritable(output, error) from error
    typer.echo(f"Written: {output}")


def _unwritable(output: Path, error: OSError) -> UserError:
    return UserError(f"{output} cannot be written: {error.strerror}.", "Choose another file or folder.")


def _local_zone() -> str | None:
    """The computer's own time zone by name, where it says so."""
    if zone := os.environ.get("TZ"):
        return zone.lstrip(":")
    link = Path("/etc/localtime")
    parts = str(link.resolve()).split("zoneinfo/") if link.exists() else []
    return parts[1] if len(parts) == 2 else None


def main() -> None:
    """The entry point of the console script."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    app()
