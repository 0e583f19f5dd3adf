"""How often the complacency alarm rings by chance: the shipped SQL on sample workspaces whose weeks are shuffled.

    python -m benchmarks.alarm [--worlds 4] [--shuffles 12] [--seed 1]

Shuffling whole weeks leaves meetings, people and their rhythm as they are and takes away every change over time: whatever
rings then rings by chance. The alarm is asked at the end of each week from day 450 of the record on; weeks of ringing in
a row count once. Printed: alarms a year and the share of weeks in which it rings, for each reason and for both.
"""

import argparse
import tempfile
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np

from dashboard import questions, sample, warehouse
from dashboard.warehouse.source_file import SourceFile

READ = ("contact_day", "contact", "interaction", "setting", "calendar", "home", "industry")
SHUFFLED = ("contact_day", "interaction")
HEARD_FROM = 450  # days of record, as in complacency_alarm
REASONS = ("is_rising", "is_inward", "is_ringing")


def world(folder: Path, seed: int) -> duckdb.DuckDBPyConnection:
    """A sample workspace of that seed; its tables, as the question reads them, in memory."""
    space = warehouse.Workspace(folder / f"world-{seed}")
    with tempfile.TemporaryDirectory() as files:
        paths = sample.write_sample(Path(files), seed=seed)
        warehouse.import_files(space, [SourceFile(path, path.name) for path in paths])
    warehouse.link_all(space)
    con = duckdb.connect()
    con.execute(f"attach '{space.file}' as made (read_only)")
    con.execute("create schema model")
    for table in READ:
        con.execute(f"create table model.{table} as from made.model.{table}")
    con.execute("detach made")
    for table in SHUFFLED:
        con.execute(f"create table {table} as from model.{table}")
    return con


def shuffle(con: duckdb.DuckDBPyConnection, first_on: date, weeks: int, chance: np.random.Generator) -> None:
    """Every whole week of the record to another place; the days after the last whole one stay."""
    con.execute("create or replace temp table place (week integer, at_week integer)")
    con.executemany(
        "insert into place values (?, ?)",
        [(week, int(at_week)) for week, at_week in enumerate(chance.permutation(weeks))],
    )
    for table in SHUFFLED:
        con.execute(f"delete from model.{table}")
        con.execute(
            f"""
            insert into model.{table}
            select kept.* replace (
                (kept.occurred_on + 7 * (coalesce(place.at_week, (kept.occurred_on - $first_on::date) // 7)
                    - (kept.occurred_on - $first_on::date) // 7)::integer) as occurred_on
            )
            from {table} as kept
            left join place on (kept.occurred_on - $first_on::date) // 7 = place.week
            """,
            {"first_on": first_on},
        )


def rung(con: duckdb.DuckDBPyConnection, first_on: date, weeks: int) -> np.ndarray:
    """A row for each week in which it could ring: whether each reason held, and whether it rang."""
    sql = questions.load("complacency_alarm").sql
    days = [first_on + timedelta(days=7 * week - 1) for week in range(HEARD_FROM // 7 + 1, weeks + 1)]
    asked = [con.execute(sql, {"as_of": day}).df().iloc[0] for day in days]
    return np.array([[bool(row[reason]) for reason in REASONS] for row in asked if row["silence"] is None])


def main() -> None:
    """Print the rate."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--worlds", type=int, default=4)
    parser.add_argument("--shuffles", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = np.random.default_rng(chosen.seed)
    starts, held, heard = np.zeros(3), np.zeros(3), 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(chosen.worlds):
            con = world(Path(folder), chosen.seed + number)
            first_on, last_on = con.execute("select first_on, last_on from model.calendar").fetchall()[0]
            weeks = (last_on - first_on).days // 7
            for _ in range(chosen.shuffles):
                shuffle(con, first_on, weeks, chance)
                found = rung(con, first_on, weeks)
                before = np.vstack([np.zeros(3, dtype=bool), found[:-1]])
                starts += (found & ~before).sum(axis=0)
                held += found.sum(axis=0)
                heard += len(found)
            print(f"world {number + 1} of {chosen.worlds}: {heard:,} weeks heard so far", flush=True)
    years = heard * 7 / 365.25
    for reason, began, weeks_held in zip(REASONS, starts, held, strict=True):
        every = f"once in {years / began:.1f} years" if began else f"never in {years:.0f} years"
        print(f"{reason:12}{began:6.0f} alarms in {years:.0f} years ({every}); in {weeks_held / heard:.1%} of weeks")


if __name__ == "__main__":
    main()
