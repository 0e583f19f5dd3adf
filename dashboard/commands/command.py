"""What every command shares: its options, the engine on demand, and errors as messages."""

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from dashboard.errors import UserError

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", help="Folder of the workspace. Default: HORIZONS_HOME, or your user data folder."),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="File to write. Default: print.")]


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
