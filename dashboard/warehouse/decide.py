"""Writing down what the user decides. Append only: the newest line holds, and undo is one more line."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import duckdb

from dashboard.errors import UserError
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.rebuild import rebuild

Value = str | bool | None
TABLES: dict[str, tuple[str, ...]] = {
    "own_identity": ("identity_key", "is_own"),
    "person_link": ("identity_key", "other_key", "verdict"),
    "industry_label": ("scope", "scope_key", "industry"),
    "contact_setting": ("identity_key", "setting", "is_on"),
    "assumption": ("name", "setting"),
}


def decide(workspace: Workspace, kind: str, decisions: Sequence[Mapping[str, Value]]) -> list[dict[str, Value]]:
    """Store decisions of one kind and rebuild what depends on them; returns the decisions that undo them.

    ``kind`` is a key of TABLES, each decision has exactly its columns; the last column is the value (None takes back).
    """
    with workspace.writing() as con:
        undo = write_decisions(con, kind, decisions)
        rebuild(con, frozenset({f"decisions.{kind}"}))
    return undo


def write_decisions(
    con: duckdb.DuckDBPyConnection, kind: str, decisions: Sequence[Mapping[str, Value]]
) -> list[dict[str, Value]]:
    """Append the lines inside the caller's transaction; returns what held before, as decisions."""
    columns = TABLES[kind]
    *keys, value = columns
    before = []
    for decision in decisions:
        if set(decision) != set(columns):
            raise UserError(f"A decision of kind {kind} has {', '.join(columns)}; this one has {', '.join(decision)}.")
        where = " and ".join(f"{key} = ${key}" for key in keys)
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
    return before
