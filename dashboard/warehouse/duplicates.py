"""Comparing everybody with whom they may be one. Too slow for an import: done when the answer is wanted.

What was compared stays in ``cache``: next time only who is new or changed is compared. Who meets whom is found in SQL,
by keys that two records share; how probably they are one says ``dashboard.identity``. Keys that too many share are not
looked at: the work grows with the list, whatever stands in it. What was left out is kept too, and said on the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import duckdb
import pyarrow as pa

from dashboard.identity import POSSIBLE, VERSION, Record, blocks, compared, prepared
from dashboard.settings import queries_folder
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.rebuild import rebuild

MOST_OF_A_KEY = 1_000  # pairs: what more than 45 people share tells little, and rarer keys find the same
MOST_PAIRS = 1_000_000  # at a time, of the rarest keys first; most pairs share several keys and are compared once
BATCH = 50_000
_FIELDS = "names, emails, companies, called, domains, position, phone, profile, is_shared_mailbox, is_listed, namesakes"


def find_duplicates(workspace: Workspace) -> int:
    """Compare who is new or changed since the last time; returns how many pairs that were."""
    with workspace.reading() as con:
        _load_now(con)
        if not _changes(con):
            return 0
    with workspace.writing() as con:
        _load_now(con)
        last = _forget_changed(con)
        _add_new(con, last)
        pairs = _compare(con, last)
        rebuild(con, frozenset({"cache.duplicate_pair", "cache.duplicate_skipped"}))
    return pairs


def forget_duplicates(con: duckdb.DuckDBPyConnection) -> None:
    """Nothing was compared yet: what an undone import said of people must not stay anywhere."""
    for table in ("duplicate_record", "duplicate_block", "duplicate_pair", "duplicate_skipped"):
        con.execute(f"delete from cache.{table}")


def _load_now(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(_sql("record"), {"version": VERSION})


def _changes(con: duckdb.DuckDBPyConnection) -> int:
    """How many people are new, changed or gone."""
    return int(con.execute(_sql("changes")).fetchall()[0][0])


def _forget_changed(con: duckdb.DuckDBPyConnection) -> int:
    """Take out who is gone or changed; returns the highest number of those who stay."""
    con.execute(_sql("gone"))
    for table in ("duplicate_record", "duplicate_block"):
        con.execute(f"delete from cache.{table} where record_no in (select record_no from duplicate_gone)")
    con.execute(_sql("forget_pairs"))
    return int(con.execute("select coalesce(max(record_no), 0) from cache.duplicate_record").fetchall()[0][0])


def _add_new(con: duckdb.DuckDBPyConnection, last: int) -> None:
    """Number who is new and note the keys under which others find them."""
    con.execute(_sql("number"), {"compared": last})
    numbers: list[int] = []
    keys: list[str] = []
    asking: list[bool] = []
    for number, record in _records(con, "record_no > $compared", {"compared": last}):
        found = blocks(record)
        numbers += [number] * len(found)
        keys += found
        asking += found.values()
    columns = {
        "record_no": pa.array(numbers, pa.int32()),
        "block": pa.array(keys, pa.string()),
        "is_asking": pa.array(asking, pa.bool_()),
    }
    _insert(con, "duplicate_block", pa.table(columns), "record_no, hash(block), is_asking, block[1]")


def _compare(con: duckdb.DuckDBPyConnection, last: int) -> int:
    """Score the pairs of which one is new, keep those worth a question; returns how many were scored."""
    con.execute(_sql("shared"), {"compared": last, "most_of_a_key": MOST_OF_A_KEY, "most": MOST_PAIRS})
    pairs = con.execute(_sql("candidate"), {"compared": last}).fetchnumpy()
    ones, others = pairs["one_no"].tolist(), pairs["other_no"].tolist()
    wanted = sorted({*ones, *others})
    known = _records(con, "record_no in (select unnest($wanted))", {"wanted": wanted})
    ready = {number: prepared(record) for number, record in known}
    found = [
        (one, other, judged.score, ", ".join(judged.reasons))
        for one, other in zip(ones, others, strict=True)
        if (judged := compared(ready[one], ready[other])).score >= POSSIBLE
    ]
    if found:
        _keep(con, found)
    con.execute("delete from cache.duplicate_skipped")
    con.execute(_sql("skipped"))
    return len(ones)


def _keep(con: duckdb.DuckDBPyConnection, found: Sequence[tuple[int, int, float, str]]) -> None:
    keys = dict(con.execute("select record_no, identity_key from cache.duplicate_record").fetchall())
    ones, others, scores, reasons = zip(*found, strict=True)
    table = {
        "one_key": pa.array([keys[one] for one in ones], pa.string()),
        "other_key": pa.array([keys[other] for other in others], pa.string()),
        "score": pa.array(scores, pa.float64()),
        "reasons": pa.array(reasons, pa.string()),
    }
    known = "anti join cache.duplicate_pair using (one_key, other_key)"  # met before by another key
    _insert(con, "duplicate_pair", pa.table(table), more=known)


def _records(con: duckdb.DuckDBPyConnection, which: str, params: dict[str, object]) -> Iterator[tuple[int, Record]]:
    """Number and record of the people that a condition picks."""
    found = con.execute(
        f"select record_no, {_FIELDS} from cache.duplicate_record inner join duplicate_now using (identity_key, content) "
        f"where {which}",
        params,
    )
    while rows := found.fetchmany(BATCH):
        for number, names, emails, *houses, position, phone, profile, is_shared, is_listed, namesakes in rows:
            companies, called, domains = (frozenset(filter(None, each)) for each in houses)
            known = Record(tuple(names), tuple(emails), companies, called, domains, position, phone, profile)
            yield number, replace(known, is_shared_mailbox=is_shared, is_listed=is_listed, namesakes=namesakes)


def _insert(
    con: duckdb.DuckDBPyConnection, name: str, table: pa.Table, columns: str = "*", more: str = ""
) -> None:
    con.register("found", table)
    con.execute(f"insert into cache.{name} select {columns} from found {more}")
    con.unregister("found")


def _sql(name: str) -> str:
    return (queries_folder() / "duplicates" / f"{name}.sql").read_text(encoding="utf-8")
