"""A workspace written by hand: a few readable calls put people, meetings and messages into ``records``.

Everything goes through the real loader (keys, hashes, balance) but through no file and no importer:

    world = World(tmp_path)
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")
    world.label("company", "siemens", "MFG")
    assert world.ask("network_summary")[0]["top_industry"] == "MFG"

Calls are collected; the first question, or ``build()``, writes them down in one transaction and rebuilds.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, cast

import duckdb
import pytest

from dashboard.intros.requests import request_key
from dashboard.questions import bind, load
from dashboard.records import Interaction, Parsed, Participant, Refusal, Row
from dashboard.warehouse import Workspace, decide, find_duplicates, undo_import
from dashboard.warehouse.decide import write_decisions
from dashboard.warehouse.load import Part, load_part
from dashboard.warehouse.rebuild import model_tables, rebuild, upstream
from dashboard.warehouse.stage_parsed import stage_parsed

ME = "me@gmail.com"                         # at a mail provider: makes nobody a colleague
MY_URL = "in/me"
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 12)            # when files are imported, if a test does not say
SNAPSHOTS = ("linkedin_connections", "contact_sheet", "calendar")
PEOPLE = ("linkedin_connections", "shared_list", "contact_sheet", "linkedin_email_addresses", "linkedin_profile")
# All but what the package knows, which is there before; the second also stands for the mail providers among the addresses.
CHANGED = frozenset({"records", "decisions", "decisions.added_contact", "model.mail_provider"})
_NAMED = re.compile(r"^(?P<name>[^<]*?)\s*(?:<(?P<key>[^>]+)>)?$")
_PERSON_COLUMNS = (
    "line integer, is_self boolean, full_name varchar, profile_url varchar, email varchar, phone varchar, "
    "company varchar, position varchar, industry_text varchar, connected_on date"
)
_POSITION_COLUMNS = "line integer, company varchar, title varchar, started_on date, finished_on date"


@dataclass
class File:
    """One import with one part, not yet written down."""

    kind: str
    series: str
    imported_at: datetime
    is_snapshot: bool
    first_on: date | None
    last_on: date | None
    rows: list[Any] = field(default_factory=list)
    owner: str = ""                         # identity key of the contact who shared the list
    left_out: list[str] = field(default_factory=list)   # files that could not be read with it


def who(text: str, **given: str | None) -> Participant:
    """"Dana Fox <dana@siemens.com>", "Dana Fox <in/dana>", "Dana Fox" or "dana@siemens.com" as a participant."""
    found = _NAMED.match(text)
    assert found, text
    name, key = found["name"] or None, found["key"]
    if key is None and name and "@" in name:
        name, key = None, name
    email = key if key and "@" in key else None
    url = f"https://www.linkedin.com/{key}" if key and not email else None
    stated = {"role": "attendee", "name": name, "email": email, "profile_url": url} | given
    return Participant(**cast(dict[str, str], stated))


def contact_id(key: str) -> str:
    """The id of a person first seen under that identity key."""
    return hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()[:12]


def check(found: list[dict[str, Any]], columns: str, *expected: tuple[Any, ...]) -> None:
    """The answer is exactly this table: these columns in this order, these rows in this order."""
    names = columns.split()
    assert [tuple(row) for row in found] == [tuple(names)] * len(expected)
    for number, (row, values) in enumerate(zip(found, expected, strict=True)):
        for name, value in zip(names, values, strict=True):
            wanted = pytest.approx(value) if isinstance(value, float) else value
            assert row[name] == wanted, f"row {number}, column {name}"


class World:
    """A fresh workspace in a folder, filled row by row. Resource: call nothing, its file is closed between calls."""

    def __init__(self, folder: Path) -> None:
        self.workspace = Workspace(folder / "world")
        self.workspace.folder.mkdir(mode=0o700)
        self.workspace.file.write_bytes(_empty_workspace())
        self._files: list[File] = []
        self._decisions: list[tuple[str, dict[str, Any]]] = []
        self._derived: frozenset[str] | None = frozenset()  # tables that are up to date; None: all
        self._interactions = 0
        self.decide("own_identity", identity_key=f"mail:{ME}", is_own=True)
        self.decide("own_identity", identity_key=f"url:{MY_URL}", is_own=True)

    # What files say

    def file(
        self, kind: str, series: str = "one", imported_at: datetime = NOW, is_snapshot: bool | None = None,
        first_on: date | None = None, last_on: date | None = None,
    ) -> "World":
        """Begin another import: what is added from now on stands in it."""
        snapshot = kind in SNAPSHOTS if is_snapshot is None else is_snapshot
        self._files.append(File(kind, series, imported_at, snapshot, first_on, last_on))
        return self

    def shared_list(self, key: str, imported_at: datetime = NOW) -> "World":
        """Begin a list that the contact of that key shared: the persons added from now on are whom they know."""
        self.file("shared_list", f"shared:{key}", imported_at, is_snapshot=True)
        self._files[-1].owner = key
        self.decide("shared_list", series=f"shared:{key}", identity_key=key)
        return self

    def person(
        self, name: str | None, company: str | None = None, url: str | None = None, email: str | None = None,
        position: str | None = None, industry: str | None = None, connected_on: date | None = None,
        phone: str | None = None, is_self: bool = False,
    ) -> None:
        """A row of a list of people (LinkedIn connections unless ``file`` says otherwise); ``url`` is "dana"."""
        rows = self._current(PEOPLE).rows
        address = f"https://www.linkedin.com/in/{url}" if url else None
        rows.append((len(rows) + 2, is_self, name, address, email, phone, company, position, industry, connected_on))

    def position(
        self, company: str, title: str | None = None, started_on: date | None = None, finished_on: date | None = None
    ) -> None:
        """A row of the user's own career."""
        rows = self._current(("linkedin_positions",)).rows
        rows.append((len(rows) + 2, company, title, started_on, finished_on))

    def meeting(
        self, at: str, minutes: float | None, *people: str | Participant, me: str | None = "accepted",
        key: str | None = None, kind: str = "calendar", channel: str = "meeting", is_all_day: bool = False,
        is_cancelled: bool = False,
    ) -> None:
        """An event at ``at`` (UTC). ``me`` is the user's answer, "organizer", or None where nobody names them."""
        named = [person if isinstance(person, Participant) else who(person) for person in people]
        if me == "organizer":
            named.append(who(ME, role="organizer"))
        elif me:
            named.append(who(ME, status=me))
        self._interaction(kind, at, minutes, channel, named, key, is_all_day, is_cancelled)

    def message(self, at: str, person: str, sent: bool, channel: str = "message", kind: str = "linkedin_messages",
                minutes: float | None = None) -> None:
        """A message or mail between the user and one person."""
        roles = ("to", "from") if sent else ("from", "to")
        named = [who(person, role=roles[0]), who(f"<{MY_URL}>", name=None, role=roles[1])]
        self._interaction(kind, at, minutes, channel, named)

    def refuse(self, reason: str, column: str | None = None, value: str | None = None, kind: str = "calendar") -> None:
        """A row that was not taken."""
        rows = self._current((kind,)).rows
        rows.append(Row(len(rows) + 2, f"refused {len(rows)}", reason, (), Refusal(reason, column, value)))

    def leave_out(self, name: str) -> None:
        """A file that could not be read when the present one was imported."""
        self._files[-1].left_out.append(name)

    # What the user says

    def decide(self, kind: str, /, **decision: Any) -> None:
        """A decision, as ``dashboard.warehouse.decide`` takes it."""
        self._decisions.append((kind, decision))

    def label(self, scope: str, key: str, industry: str | None) -> None:
        """An industry label for a person, company or domain."""
        self.decide("industry_label", scope=scope, scope_key=key, industry=industry)

    def assume(self, name: str, setting: str | None) -> None:
        """An assumption set by the user."""
        self.decide("assumption", name=name, setting=setting)

    def mark(self, key: str, setting: str, is_on: bool | None = True) -> None:
        """A person marked "private", "archived" or "never_suggest"."""
        self.decide("contact_setting", identity_key=key, setting=setting, is_on=is_on)

    def request(self, key: str, industry: str, on: date, name: str | None = None, **events: date) -> str:
        """A request begun on a day, with what happened to it (``sent=date(...)``, ``no_answer=...``); its key."""
        request = request_key(key, industry, name, on)
        self.decide("intro_request", request_key=request, identity_key=key, target_industry=industry,
                    target_name=name, created_on=on)
        for state, day in ({"suggested": on} | events).items():
            self.decide("intro_request_event", request_key=request, state=state.replace("_", " "), happened_on=day)
        return request

    def undo(self, import_id: int) -> None:
        """Take an import back."""
        self.build()
        undo_import(self.workspace, import_id)

    # What comes of it

    def build(self) -> "World":
        """Write down what was collected and derive all that depends on it, for whoever looks at the workspace itself."""
        self._derive(frozenset(table.name for table in model_tables()))
        self._derived = None
        return self

    def _derive(self, wanted: frozenset[str]) -> None:
        """Write down what was collected, and derive of these tables those that are not up to date: deriving all of them
        takes longer than most tests."""
        files, decisions, self._files, self._decisions = self._files, self._decisions, [], []
        if self._derived is None and not files:     # a whole model: changed as a click changes it
            for kind, decision in decisions:
                decide(self.workspace, kind, [decision])
            return
        if files or decisions:
            self._derived = frozenset()
        stale = wanted - (self._derived or frozenset())
        if not (files or decisions or stale):
            return
        with self.workspace.writing() as con:
            for file in files:
                _load(con, file)
            for kind, decision in decisions:
                write_decisions(con, kind, [decision])
            rebuild(con, CHANGED | (self._derived or frozenset()), only=stale)
        self._derived = (self._derived or frozenset()) | stale

    def compare(self) -> "World":
        """Find out who may be one, as the Review page does."""
        find_duplicates(self.build().workspace)
        return self

    def clear(self) -> None:
        """Forget every record and decision but who the user is."""
        self._derive(frozenset())
        self._derived = frozenset()
        with self.workspace.writing() as con:
            for schema, table in con.execute(
                "select schema_name, table_name from duckdb_tables() where schema_name in ('records', 'decisions')"
            ).fetchall():
                con.execute(f"delete from {schema}.{table}" + (" where is_own" if table == "own_identity" else ""))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a SELECT over the built workspace."""
        with self.workspace.reading() as con:
            self._derive(upstream(sql))
            return con.execute(sql).fetchall()

    def ask(self, question: str, **params: Any) -> list[dict[str, Any]]:
        """A question's answer, one dict per row, in its order; as_of and today are TODAY unless given."""
        asked = load(question)
        params = {field.name: TODAY for field in asked.params if field.name in ("as_of", "today")} | params
        with self.workspace.reading() as con:
            self._derive(upstream(asked.sql))
            found = con.execute(asked.sql, bind(con, asked, params))
            names = [column[0] for column in found.description or []]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def model(self) -> dict[str, list[tuple[Any, ...]]]:
        """The whole content of every derived table, sorted."""
        self.build()
        tables = [table.name for table in model_tables() if not table.signature]
        with self.workspace.reading() as con:
            return {name: sorted(con.execute(f"from {name}").fetchall(), key=repr) for name in tables}

    def _current(self, kinds: tuple[str, ...]) -> File:
        if not self._files or self._files[-1].kind not in kinds:
            self.file(kinds[0])
        return self._files[-1]

    def _interaction(self, kind: str, at: str, minutes: float | None, channel: str, people: list[Participant],
                     key: str | None = None, is_all_day: bool = False, is_cancelled: bool = False) -> None:
        rows = self._current((kind,)).rows
        self._interactions += 1
        stated = key or f"interaction {self._interactions}"
        item = Interaction(
            stated, datetime.fromisoformat(at), minutes, channel, tuple(people), is_all_day, is_cancelled
        )
        rows.append(Row(len(rows) + 2, stated, repr(item), (item,)))


@cache
def _empty_workspace() -> bytes:
    """The file of a workspace nobody used: made once, since making it takes as long as most tests."""
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        with workspace.writing():
            pass
        return workspace.file.read_bytes()


def _load(con: duckdb.DuckDBPyConnection, file: File) -> None:
    import_id = con.execute("select coalesce(max(import_id), 0) + 1 from records.import").fetchall()[0][0]
    con.execute(
        "insert into records.import values (?, ?, ?, ?)",
        [import_id, f"{import_id}.file", f"sha {import_id}", file.imported_at],
    )
    module = ModuleType(file.kind)
    module.KIND = file.kind                 # type: ignore[attr-defined]
    is_parsed = not file.rows or isinstance(file.rows[0], Row)
    stage_parsed(con, Parsed(iter(file.rows if is_parsed else ()), file.series))
    if not is_parsed:
        _stage_table(con, _PERSON_COLUMNS if file.kind in PEOPLE else _POSITION_COLUMNS, file.rows)
    part = Part(import_id, 1, f"{import_id}.file", module, file.series, file.is_snapshot, file.first_on, file.last_on,
                is_shared=bool(file.owner))
    load_part(con, part, None)
    for number, name in enumerate(file.left_out, start=1):
        con.execute(
            "insert into records.refused_file values (?, ?, ?, ?, 'Export it again.')",
            [import_id, number, name, f"{name} is no table."],
        )


def _stage_table(con: duckdb.DuckDBPyConnection, columns: str, rows: list[tuple[Any, ...]]) -> None:
    """``staged_row`` as a tabular importer's SELECT leaves it."""
    names = [column.split()[0] for column in columns.split(", ")]
    con.execute("drop table if exists staged_interaction")
    con.execute(f"create or replace temp table stated ({columns})")
    con.executemany(f"insert into stated values ({', '.join('?' * len(names))})", rows)
    row_key = "" if "is_self" in names else "md5_number(concat_ws('|', company, title, started_on)) as row_key, "
    con.execute(
        "create or replace temp table staged_row as select *, null::varchar as refusal, "
        "null::varchar as refusal_column, "
        f"null::varchar as refusal_value, {row_key}keys.hash(concat_ws('|', {', '.join(names[1:])})) as content_hash "
        "from stated"
    )
