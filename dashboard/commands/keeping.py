"""Back up, restore, take everything along, delete everything."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from dashboard.commands.command import WorkspaceOption, engine, told
from dashboard.settings import workspace_folder


@told
def back_up(
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write; one that is there is replaced.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Copy the whole workspace into one file."""
    warehouse = engine("warehouse")
    warehouse.back_up(warehouse.Workspace(workspace_folder(workspace)), output)
    typer.echo(f"Written: {output}")


@told
def restore(
    backup: Annotated[Path, typer.Argument(help="A file that `horizons back-up` wrote.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Put a backup in the workspace's place, once it is checked."""
    warehouse = engine("warehouse")
    with TemporaryDirectory(prefix="horizons-") as scratch:
        checked = warehouse.check_backup(backup, backup.name, Path(scratch))
        kept = warehouse.restore(warehouse.Workspace(workspace_folder(workspace)), checked)
    typer.echo(
        f"Restored: {checked.contacts:,} contacts, {checked.imports:,} imports, {checked.decisions:,} decisions, "
        f"up to {checked.last_on}."
    )
    if kept:
        typer.echo(f"What it replaced is kept until the next restore: {kept}")


@told
def export_everything(
    output: Annotated[Path, typer.Option("--output", "-o", help="Zip to write; one that is there is replaced.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Write every contact, interaction, answer, fact and decision as CSV into one zip, with a README."""
    everything = engine("exports.everything")
    with engine("warehouse").Workspace(workspace_folder(workspace)).reading() as con:
        written = everything.write_everything(con, output)
    typer.echo(f"Written: {output} ({len(written)} files)")


@told
def delete_everything(workspace: WorkspaceOption = None) -> None:
    """Delete the workspace, its copies and the sample beside it. It asks for a word first."""
    warehouse = engine("warehouse")
    space = warehouse.Workspace(workspace_folder(workspace))
    typer.echo(f"This deletes everything in {space.folder}. Backups you saved elsewhere stay.")
    warehouse.delete_everything(
        space, typer.prompt(f'Type "{warehouse.DELETE_WORD}" to go on', default="", show_default=False)
    )
    engine("launch").forget(space.folder)
    typer.echo("Everything is deleted.")
