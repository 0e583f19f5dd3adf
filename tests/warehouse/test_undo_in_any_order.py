"""Imports and undos in any order leave what the imports that are left would have made alone: every table of the model."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from workspaces import CONNECTIONS, difference, file, renumbered, rows
from world import World

from dashboard.warehouse import ImportReport, SourceFile, Workspace, import_files, intake, undo_import

CONTACTS = "Name,E-mail,Company,Phone"
MESSAGES = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT"
URL = "https://www.linkedin.com/in"


def event(uid: str, day: int, *guests: str) -> tuple[str, ...]:
    named = (f"ATTENDEE;CN={name};PARTSTAT=ACCEPTED:mailto:{address}" for name, address in (g.split("|") for g in guests))
    times = (f"DTSTART:202403{day:02d}T100000Z", f"DTEND:202403{day:02d}T110000Z")
    return ("BEGIN:VEVENT", f"UID:{uid}", *times, *named, "END:VEVENT")


def calendar(*events: Sequence[str]) -> tuple[str, ...]:
    return ("BEGIN:VCALENDAR", "VERSION:2.0", *(line for lines in events for line in lines), "END:VCALENDAR")


def card(name: str, *lines: str) -> tuple[str, ...]:
    return ("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD")


ADA, BEN, CLEO = "Ada Fox|ada@siemens.com", "Ben Hill|ben@qqq.example", "Cleo Day|cleo@zyx.example"
# Of each kind an earlier and a later export: somebody moved, somebody is gone, somebody is new, a row is refused.
FILES: dict[str, tuple[str, ...]] = {
    "Connections 1.csv": (
        CONNECTIONS, f"Ada,Fox,{URL}/ada,,Siemens AG,Engineer,05 Mar 2024", f"Ben,Hill,{URL}/ben,,Qqq,Boss,06 Mar 2024", ",,,,,,",
    ),
    "Connections 2.csv": (
        CONNECTIONS, f"Ada,Fox,{URL}/ada,ada@siemens.com,Charité,Nurse,05 Mar 2024", f"Dan,Elm,{URL}/dan,,Zyx,,07 Mar 2024",
        f"Eva,Oak,{URL}/eva,,Zyx,,08 Mar 2024", f"Fay,Ash,{URL}/fay,,Zyx,,09 Mar 2024",  # newer, whenever it is imported
    ),
    "people 1.csv": (CONTACTS, "Ada Fox,ada@siemens.com,Siemens AG,", "Cleo Day,cleo@zyx.example,Zyx,+49 30 1234567"),
    "people 2.csv": (CONTACTS, "Cleo Day,cleo@zyx.example,Bosch,+49 30 1234567", "Ben Hill,ben@qqq.example,Qqq,"),
    "calendar 1.ics": calendar(event("a", 4, ADA, BEN), event("b", 5, CLEO), event("c", 8, ADA)),
    "calendar 2.ics": calendar(event("a", 4, ADA), event("c", 7, ADA, CLEO), ("BEGIN:VEVENT", "UID:d", "END:VEVENT")),
    "messages 1.csv": (
        MESSAGES, f"c1,,Ada Fox,{URL}/ada,Me Own,2024-03-04 10:00:00 UTC,,hello",
        f"c2,,Ben Hill,{URL}/ben,Me Own,2024-03-05 10:00:00 UTC,,hello",
    ),
    "messages 2.csv": (
        MESSAGES, f"c1,,Ada Fox,{URL}/ada,Me Own,2024-03-04 10:00:00 UTC,,hello",
        f"c3,,Dan Elm,{URL}/dan,Me Own,2024-03-09 10:00:00 UTC,,hello",
    ),
    "cards 1.vcf": (*card("Ada Fox", "EMAIL:ada@home.example", "EMAIL:ada@siemens.com"), *card("Cleo Day", "TEL:+49301234567")),
    "cards 2.vcf": (*card("Ada Fox", "EMAIL:ada@home.example", "ORG:Charité"), *card("Ben Hill", "EMAIL:ben@qqq.example")),
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("files")
    return {name: file(folder, name, *lines) for name, lines in FILES.items()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that knows who the user is."""
    return World(tmp_path_factory.mktemp("empty")).build().workspace.file


def made(folder: Path, empty: Path, files: Mapping[str, Path], steps: Sequence[str], hurry: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which these files were imported and, named for the second time, taken back.

    The model is derived after the last step only: each step derives all of it anew from what is recorded.
    """
    space = Workspace(folder)
    folder.mkdir()
    shutil.copy(empty, space.file)
    ids: dict[str, int] = {}
    with space.reading():
        for place, name in enumerate(steps, start=1):
            with hurry.context() as patch:
                if place < len(steps):
                    for unhurried in ("rebuild", "headline", "record_effect"):
                        patch.setattr(intake, unhurried, lambda *_, **__: [])
                    patch.setattr(intake, "describe", lambda _, reports, not_used, __: ImportReport(reports, not_used))
                if name in ids:
                    undo_import(space, ids.pop(name))
                else:
                    report = import_files(space, [SourceFile(files[name], name)], own_keys=[])
                    ids[name] = int(str(report.files[0].import_id))
    return space


@st.composite
def histories(draw: st.DrawFn) -> list[str]:
    """Two to four files, some of them taken back at some later moment, at least one of them kept."""
    chosen = draw(st.permutations(sorted(FILES)))[: draw(st.integers(2, 4))]
    steps = list(chosen)
    for name in draw(st.permutations(chosen))[: draw(st.integers(1, len(chosen) - 1))]:
        steps.insert(draw(st.integers(steps.index(name) + 1, len(steps))), name)
    return steps


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate])
@given(histories())
def test_what_is_left_is_as_if_it_had_come_alone(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Path], empty: Path, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    left = [name for name in dict.fromkeys(steps) if steps.count(name) == 1]
    with pytest.MonkeyPatch.context() as hurry:
        one = made(folder / "one", empty, files, steps, hurry)
        other = made(folder / "other", empty, files, left, hurry)
    assert not difference(renumbered(one), renumbered(other))


def test_a_and_b_without_a_is_b_for_every_kind(
    tmp_path: Path, files: dict[str, Path], empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier exports of all kinds, the later ones, and the earlier ones taken back: the later ones alone."""
    earlier, later = ([name for name in FILES if f" {number}." in name] for number in (1, 2))
    one = made(tmp_path / "one", empty, files, [*earlier, *later, *earlier], monkeypatch)
    other = made(tmp_path / "other", empty, files, later, monkeypatch)
    assert not difference(renumbered(one), renumbered(other))
    known = {name for (name,) in rows(one, "select full_name from model.contact")}
    assert known >= {"Ada Fox", "Ben Hill", "Cleo Day", "Dan Elm"}
