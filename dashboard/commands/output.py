"""What a command writes: to a file or to the screen."""

import json
import sys
from pathlib import Path
from typing import Any

import typer

from dashboard.commands.command import engine
from dashboard.errors import UserError


def exported(frame: Any, form: str) -> bytes:
    """A frame as the bytes of one of the export formats."""
    exports = engine("exports")
    if form not in exports.EXPORTS:
        raise typer.BadParameter(f"{form!r} is no format; there are {', '.join(exports.EXPORTS)}.")
    return bytes(exports.export(frame, form))


def records(frame: Any) -> list[dict[str, Any]]:
    """Rows as dictionaries, NULL as None."""
    rows: list[dict[str, Any]] = json.loads(frame.to_json(orient="records", date_format="iso", force_ascii=False))
    return rows


def pairs(given: list[str]) -> dict[str, str]:
    """``k=v`` as often as given, as a dictionary."""
    pairs = dict(item.split("=", 1) for item in given if "=" in item)
    if wrong := [item for item in given if "=" not in item]:
        raise typer.BadParameter(f"--param takes k=v, not {wrong[0]!r}.")
    return pairs


def write(content: bytes, output: Path | None) -> None:
    """To the file, which is then named, or to the screen; UserError where it cannot be written."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise unwritable(output, error) from error
    typer.echo(f"Written: {output}")


def unwritable(output: Path, error: OSError) -> UserError:
    """What to say where a file cannot be written."""
    return UserError(f"{output} cannot be written: {error.strerror}.", "Choose another file or folder.")
