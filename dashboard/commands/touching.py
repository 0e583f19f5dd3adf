"""Note down time with somebody, as the Keep in touch page does."""

from datetime import date, datetime
from typing import Annotated, Any

import typer

from dashboard.commands.command import WorkspaceOption, engine, told
from dashboard.commands.output import records
from dashboard.errors import UserError
from dashboard.settings import workspace_folder

# What stands for a duration that nobody gives: as in a file.
ASSUMED = {
    "meeting": "minutes_meeting",
    "call": "minutes_call",
    "mail": "minutes_mail_sent",
    "message": "minutes_message_sent",
}
NOTE_LENGTH, LISTED = 200, 10


@told
def log_command(
    who: Annotated[str, typer.Argument(help="Name, e-mail address or profile of somebody on file.")],
    minutes: Annotated[
        int | None, typer.Option(min=1, max=1440, help="Default: what is assumed of that channel, a meeting 30.")
    ] = None,
    channel: Annotated[str, typer.Option(help=", ".join(ASSUMED))] = "meeting",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day. Default: today.")] = None,
    note: Annotated[str, typer.Option(help="Your own words, for yourself.")] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Note down a meeting, call, mail or message with somebody."""
    day = on.date() if on else date.today()
    _check(channel, day, note)
    warehouse = engine("warehouse")
    space = warehouse.Workspace(workspace_folder(workspace))
    with space.reading() as con:
        person = _person(con, who)
        length = float(minutes or _assumed(con, channel))
    entry = engine("intros.telling").entry(person["identity_key"], day, length, channel, note.strip() or None)
    warehouse.decide(space, "own_entry", [entry])
    typer.echo(engine("headlines.keep_in_touch").logged(person["full_name"], channel, length, day))


def _check(channel: str, day: date, note: str) -> None:
    if channel not in ASSUMED:
        raise typer.BadParameter(f"--channel is one of {', '.join(ASSUMED)}, not {channel!r}.")
    if day > date.today():
        raise typer.BadParameter(f"{day} is still to come.")
    if len(note) > NOTE_LENGTH:
        raise typer.BadParameter(f"--note takes {NOTE_LENGTH} characters, not {len(note)}.")


def _person(con: Any, typed: str) -> dict[str, Any]:
    """The one person meant; UserError for nobody or several: then who they are, and how to be exact."""
    found = engine("warehouse").people_meant(con, typed)
    if len(found) == 1:
        person: dict[str, Any] = found[0]
        return person
    if not found:
        raise UserError(
            f'Nobody on file is called "{typed}". Nothing was noted.',
            "Write the name as it stands under Contacts, or their e-mail address or profile.",
        )
    listed = [f"  {each['full_name']}, {each['company'] or 'no company'}" for each in found[:LISTED]]
    more = ["  and others"] if len(found) > LISTED else []
    raise UserError(
        "\n".join([f'Several people could be "{typed}". Nothing was noted.', *listed, *more]),
        "Give the full name, or their e-mail address or profile.",
    )


def _assumed(con: Any, channel: str) -> float:
    settings = {row["name"]: row["setting"] for row in records(engine("questions").ask(con, "assumptions"))}
    return max(1.0, float(settings[ASSUMED[channel]]))
