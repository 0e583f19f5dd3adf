"""Import files, take an import back, link who the files name twice."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dashboard.commands.command import WorkspaceOption, engine, told
from dashboard.commands.output import records
from dashboard.settings import workspace_folder

TOTALS = ("rows_read", "new", "updated", "unchanged", "refused", "not_counted", "people", "interactions")


@told
def import_command(
    files: Annotated[list[Path], typer.Argument(help="LinkedIn export, calendar, spreadsheets: as they are.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    refusals: Annotated[bool, typer.Option("--refusals", help="List every refused row and cell.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would do, and write nothing.")] = False,
    shared_by: Annotated[
        str | None, typer.Option("--shared-by", help="The contact who shared these lists: name, e-mail or profile.")
    ] = None,
    mine: Annotated[
        bool, typer.Option("--mine", help="These lists are yours, also where they resemble no older one.")
    ] = False,
    dates: Annotated[
        Literal["day-first", "month-first"] | None,
        typer.Option("--dates", help="How 3/4/2026 is read where nothing in a file tells day and month apart."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Import files: all of them, or on any error none."""
    if mine and shared_by:
        raise typer.BadParameter("A list is yours or shared by a contact, not both.")
    warehouse = engine("warehouse")
    space = warehouse.Workspace(workspace_folder(workspace))
    owner = _sharer(space, shared_by) if shared_by else warehouse.ME if mine else ""
    sources = [warehouse.SourceFile(path, path.name, owner=owner) for path in files]
    day_order = (dates or "").replace("-", " ")
    refused: list[tuple[Any, Any]] = []
    if dry_run:
        report, refused = warehouse.preview_files(space, sources, time_zone=_local_zone(), day_order=day_order)
    else:
        report = warehouse.import_files(space, sources, time_zone=_local_zone(), day_order=day_order)
    listed = _refused_rows(space, report) if refusals else []
    if as_json:
        payload: dict[str, object] = {"files": [asdict(file) for file in report.files], "not_used": report.not_used}
        typer.echo(json.dumps(payload | ({"refusals": listed} if refusals else {}), ensure_ascii=False, indent=2, default=str))
    else:
        _say(report, listed, dry_run)
    for _, error in refused:
        typer.echo(f"{error.message} {error.hint}".strip(), err=True)
    if refused:
        raise typer.Exit(1)  # as the import itself would


def _sharer(space: Any, typed: str) -> str:
    with space.reading() as con:
        key: str = engine("warehouse").find_sharer(con, typed)
    return key


def _refused_rows(space: Any, report: Any) -> list[dict[str, Any]]:
    """The rows and cells of these files that were not taken; a dry run has them with it, for they are not stored."""
    frame = report.refusals
    if frame is None:
        with space.reading() as con:
            frame = engine("questions").ask(con, "refusals")
    return records(frame[frame["import_id"].isin({file.import_id for file in report.files})])


def _say(report: Any, listed: Sequence[Mapping[str, Any]], dry_run: bool) -> None:
    for file in report.files:
        number = "" if dry_run and not file.is_known else f", import {file.import_id}"
        typer.echo(f"{file.file}: {file.kind.replace('_', ' ')}{number}")
        typer.echo("  " + ", ".join(f"{name.replace('_', ' ')} {getattr(file, name):,}" for name in TOTALS))
        for name, count in (file.refused_by_reason | file.not_counted_by_reason).items():
            typer.echo(f"    {name}: {count:,}")
        for note in file.notes:
            typer.echo(f"    {note}")
        if order := engine("headlines.imports").copy_told(file.copy_order, file.reaches_to, file.newer_reaches_to):
            typer.echo(f"    {order}")
        if file.asks_whose:
            typer.echo("    Next to nobody of your own list is in it: it needs --shared-by or --mine.")
    for order in report.orders:
        if not order.said:
            typer.echo(
                f"Nothing in {order.table} tells which day {order.example} is: such dates are left out. "
                "--dates day-first or --dates month-first says it."
            )
    if report.not_used:
        typer.echo(f"Not used: {', '.join(name.rsplit('/', 1)[-1] for name in report.not_used)}")
    for line in listed:
        where = f", column {line['column_name']}" if line["column_name"] else ""
        typer.echo(f"{line['file']}, row {line['line']}{where}: {line['reason']} ({line['cell_value'] or ''})")
    if report.before is not None and report.summary is not None:
        for text in engine("headlines.imports").change(*_first_rows(report.before, report.summary)):
            typer.echo(text)
    if dry_run:
        typer.echo("Nothing was written.")


def _first_rows(*frames: Any) -> list[dict[str, Any]]:
    return [frame.to_dict("records")[0] for frame in frames]


@told
def undo(import_id: int, workspace: WorkspaceOption = None) -> None:
    """Take an import back. `horizons ask import_history` lists them."""
    warehouse = engine("warehouse")
    warehouse.undo_import(warehouse.Workspace(workspace_folder(workspace)), import_id)
    typer.echo(f"Import {import_id} is undone.")


@told
def link(
    everything: Annotated[bool, typer.Option("--all", help="Link them all.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Suggested links between addresses and LinkedIn contacts of the same name."""
    warehouse, questions = engine("warehouse"), engine("questions")
    space = warehouse.Workspace(workspace_folder(workspace))
    if everything:
        return typer.echo(f"{warehouse.link_all(space)} people linked.")
    with space.reading() as con:
        links = records(questions.ask(con, "suggested_links"))
    open_links = [row for row in links if row["verdict"] is None]
    for row in open_links:
        listed = row["listed_as"] or row["listed_key"]
        typer.echo(f"{row['full_name']}: {row['addressed_as']} = {listed} ({row['minutes']:,.0f} minutes)")
    return typer.echo(f"{len(open_links)} suggested. `horizons link --all` links them.")


def _local_zone() -> str | None:
    """The computer's own time zone by name, where it says so."""
    if zone := os.environ.get("TZ"):
        return zone.lstrip(":")
    link = Path("/etc/localtime")
    parts = str(link.resolve()).split("zoneinfo/") if link.exists() else []
    return parts[1] if len(parts) == 2 else None
