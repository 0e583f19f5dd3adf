"""Writing down what the user decides. Append only: the newest line holds, and undo is one more line."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import duckdb

from dashboard.errors import UserError
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.limits import check_assumption
from dashboard.warehouse.rebuild import rebuild

Value = str | bool | date | None
TABLES: dict[str, tuple[str, ...]] = {
    "own_identity": ("identity_key", "is_own"),
    "person_link": ("identity_key", "other_key", "verdict"),
    "industry_label": ("scope", "scope_key", "industry"),
    "contact_setting": ("identity_key", "setting", "is_on"),
    "contact_note": ("identity_key", "note"),
    "contact_correction": ("identity_key", "field", "correction"),
    "employer_correction": ("identity_key", "company"),
    "added_contact": ("full_name", "company", "position", "email", "profile_url", "industry", "is_added"),
    "assumption": ("name", "setting"),
    "own_target": ("industry", "share"),
    "intro_request": ("request_key", "identity_key", "target_industry", "target_name", "created_on"),
    "intro_request_event": ("request_key", "state", "happened_on"),
    "introduction": ("request_key", "identity_key", "first_on", "verdict"),
    "favour": ("identity_key", "direction", "happened_on", "note", "is_held"),
    "contact_origin": ("identity_key", "origin"),
    "time_plan": ("name", "setting"),
    "intro_snooze": ("identity_key", "target_industry", "until_on"),
    "intro_choice": ("identity_key", "target_industry", "week_on", "choice"),
    "industry_interest": ("industry", "interest"),
    "shared_list": ("series", "identity_key"),
    "own_entry": ("entry_key", "identity_key", "happened_on", "minutes", "channel", "note", "is_held"),
    "cadence": ("scope", "scope_key", "days"),
    "touch_snooze": ("identity_key", "until_on"),
    "column_mapping": ("header_key", "column_key", "meaning"),
    "draft_template": ("template_name", "kind", "language", "purpose", "template_text"),
    "draft_choice": ("name", "setting"),
    "draft_text": ("identity_key", "target_industry", "target_name", "kind", "language", "draft_text"),
}


def decide(workspace: Workspace, kind: str, decisions: Sequence[Mapping[str, Value]]) -> list[dict[str, Value]]:
    """Store decisions of one kind and rebuild what depends on them; returns the decisions that undo them.

    ``kind`` is a key of TABLES, each decision has exactly its columns; the last column is the value (None takes back).
    """
    with workspace.writing() as con:
        undo = write_decisions(con, kind, decisions)
        rebuild_after(con, kind, decisions)
    return undo


def rebuild_after(
    con: duckdb.DuckDBPyConnection,
    kind: str,
    decisions: Sequence[Mapping[str, Value]],
    only: frozenset[str] | None = None,
) -> list[str]:
    """Derive anew what these decisions touch, and say which tables that was; ``only`` as in ``rebuild``."""
    assumed = frozenset(str(decision["name"]) for decision in decisions) if kind == "assumption" else None
    return rebuild(con, frozenset({f"decisions.{kind}"}), only=only, assumed=assumed)


def write_decisions(
    con: duckdb.DuckDBPyConnection, kind: str, decisions: Sequence[Mapping[str, Value]]
) -> list[dict[str, Value]]:
    """Append the lines inside the caller's transaction; returns what held before, as decisions, the last line first."""
    columns = TABLES[kind]
    *keys, value = columns
    before = []
    for decision in decisions:
        if set(decision) != set(columns):
            raise UserError(f"A decision of kind {kind} has {', '.join(columns)}; this one has {', '.join(decision)}.")
        if kind == "assumption":
            check_assumption(con, str(decision["name"]), decision["setting"])
        where = " and ".join(f"{key} is not distinct from ${key}" for key in keys)
        held = con.execute(
            f"select {value} from decisions.{kind} where {where} order by decision_no desc limit 1",
            {key: decision[key] for key in keys},
        ).fetchone()
        before.append({key: decision[key] for key in keys} | {value: held[0] if held else None})
        con.execute(
            f"insert into decisions.{kind} (decided_at, {', '.join(columns)}) "
            f"values ($decided_at, {', '.join('$' + column for column in columns)})",
            dict(decision) | {"decided_at": datetime.now(UTC).replace(tzinfo=None)},
        )
    return before[::-1]


def said_of_columns(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """What the user said of the columns of spreadsheets: key of a header -> key of a column -> meaning."""
    said: dict[str, dict[str, str]] = {}
    for header_key, column_key, meaning in con.execute(
        "select header_key, column_key, arg_max_null(meaning, decision_no) as meaning from decisions.column_mapping "
        "group by header_key, column_key having arg_max_null(meaning, decision_no) is not null order by all"
    ).fetchall():
        said.setdefault(header_key, {})[column_key] = meaning
    return said
