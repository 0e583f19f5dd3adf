"""The command ``horizons``: the same engine as the dashboard.

Exit 0: done. 1: something the user can mend (message on stderr, nothing written). 2: wrong usage.
"""

import logging
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import asking, importing, keeping, touching
from dashboard.commands.command import WorkspaceOption, engine, told
from dashboard.commands.output import unwritable
from dashboard.settings import workspace_folder

app = typer.Typer(
    help="See how much of your networking time stays inside your own industry, and who can open the doors you lack.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
@told
def dashboard(
    context: typer.Context,
    workspace: WorkspaceOption = None,
    port: Annotated[int | None, typer.Option(help="Port on 127.0.0.1. Default: 8501 or the next free one.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Open the dashboard in the browser."""
    if workspace is not None:  # said before the command it holds for the command, unless that says another
        context.default_map = {name: {"workspace": str(workspace)} for name in COMMANDS}
    if context.invoked_subcommand is None:
        raise typer.Exit(engine("launch").open_dashboard(workspace_folder(workspace), port, browser))


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
        raise unwritable(output, error) from error
    for path in written:
        typer.echo(str(path))


COMMANDS = {
    "import": importing.import_command,
    "undo": importing.undo,
    "questions": asking.questions_command,
    "ask": asking.ask,
    "link": importing.link,
    "log": touching.log_command,
    "export": asking.export,
    "report": asking.report_command,
    "back-up": keeping.back_up,
    "restore": keeping.restore,
    "export-everything": keeping.export_everything,
    "delete-everything": keeping.delete_everything,
    "sample": sample,
}
for name, command in COMMANDS.items():
    app.command(name)(command)


def main() -> None:
    """The entry point of the console script."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    app()
