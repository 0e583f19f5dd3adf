"""`horizons log`: time with somebody noted down from the command line, exactly as the Keep in touch page does."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner
from world import World

from dashboard import questions, warehouse
from dashboard.cli import app
from dashboard.intros.telling import entry

DAY = date.today() - timedelta(days=3)


def horizons(space: warehouse.Workspace, *arguments: object) -> Result:
    return CliRunner().invoke(app, ["log", *map(str, arguments), "--workspace", str(space.folder)])


def entries(space: warehouse.Workspace) -> list[dict[str, Any]]:
    with space.reading() as con:
        return questions.ask(con, "own_entries").to_dict("records")


def stored(space: warehouse.Workspace) -> list[tuple[Any, ...]]:
    with space.reading() as con:
        return con.execute(
            "select identity_key, happened_on, minutes, channel, note, is_held from decisions.own_entry order by decision_no"
        ).fetchall()


@pytest.fixture
def space(tmp_path: Path) -> warehouse.Workspace:
    """Dana and Ben Fox, and two of the name Kim Roe; nothing else runs."""
    world = World(tmp_path)
    world.person("Dana Fox", company="Zyx", url="dana", email="dana@zyx.example")
    world.person("Ben Fox", company="Qqq", url="ben")
    world.person("Kim Roe", company="Zyx", url="kim1")
    world.person("Kim Roe", url="kim2")
    return world.build().workspace


def test_it_writes_what_the_page_writes(space: warehouse.Workspace) -> None:
    done = horizons(
        space, "dana fox", "--minutes", 30, "--channel", "call", "--on", DAY, "--note", " =the *trade* fair "
    )
    assert done.exit_code == 0, done.output
    assert done.stdout == f"Call with Dana Fox on {DAY.day} {DAY:%b %Y}, 30 minutes: noted.\n"
    with space.reading() as con:
        key = questions.ask(con, "people_found", {"search": "dana fox"})["identity_key"][0]
    warehouse.decide(space, "own_entry", [entry(key, DAY, 30, "call", "=the *trade* fair")])
    by_command, by_page = stored(space)
    assert by_command == by_page
    assert len({each["entry_key"] for each in entries(space)}) == 2


@pytest.mark.parametrize(
    "typed", ["Dana", " dana  fox ", "DANA@zyx.example", "https://www.linkedin.com/in/dana/", "dana zyx"]
)
def test_whom_it_finds(space: warehouse.Workspace, typed: str) -> None:
    assert horizons(space, typed).exit_code == 0
    assert [each["full_name"] for each in entries(space)] == ["Dana Fox"]


@pytest.mark.parametrize(("channel", "minutes"), [(None, 30), ("call", 15), ("mail", 5), ("message", 3)])
def test_what_is_not_said_is_assumed(space: warehouse.Workspace, channel: str | None, minutes: int) -> None:
    assert horizons(space, "Ben Fox", *(("--channel", channel) if channel else ())).exit_code == 0
    (found,) = entries(space)
    assert (found["happened_on"].date(), found["minutes"], found["note"]) == (date.today(), minutes, None)
    assert found["channel"] == (channel or "meeting")


def test_an_assumption_of_ones_own_is_taken(space: warehouse.Workspace) -> None:
    warehouse.decide(space, "assumption", [{"name": "minutes_meeting", "setting": "50"}])
    assert horizons(space, "Ben Fox").exit_code == 0
    assert entries(space)[0]["minutes"] == 50


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Zebulon", ['Nobody on file is called "Zebulon"', "e-mail address or profile"]),
        ("", ["Nobody on file"]),
        ("Fox", ['Several people could be "Fox"', "Dana Fox, Zyx", "Ben Fox, Qqq", "Give the full name"]),
        ("Kim Roe", ["Kim Roe, Zyx", "Kim Roe, no company", "profile"]),
        ("nobody@zyx.example", ["Nobody on file"]),
    ],
)
def test_nobody_or_several_and_nothing_is_written(space: warehouse.Workspace, typed: str, says: list[str]) -> None:
    done = horizons(space, typed)
    assert (done.exit_code, done.stdout) == (1, "")
    assert all(words in done.stderr for words in says), done.stderr
    assert stored(space) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ["--channel", "pigeon"],
        ["--minutes", "0"],
        ["--minutes", "1441"],
        ["--minutes", "half"],
        ["--on", str(date.today() + timedelta(days=1))],
        ["--on", "2026-02-30"],
        ["--note", "x" * 201],
    ],
)
def test_wrong_input_writes_nothing(space: warehouse.Workspace, wrong: list[str]) -> None:
    done = horizons(space, "Dana Fox", *wrong)
    assert (done.exit_code, done.stdout) == (2, "")
    assert stored(space) == []


def test_of_two_with_one_name_the_profile_tells(space: warehouse.Workspace) -> None:
    assert horizons(space, "linkedin.com/in/kim2").exit_code == 0
    assert stored(space)[0][0] == "url:in/kim2"
