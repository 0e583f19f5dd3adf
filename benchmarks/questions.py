"""How long each question takes on a large workspace: by default the last year, or all of it, or ten times as much.

    python -m benchmarks.questions [--workspace FOLDER] [--window DAYS] [--times N] [QUESTION ...]

50,000 connections and 1,000,000 messages, imported and all suggested links taken; ``--workspace`` takes one that is
there. Median of five warm answers, and the first answer in a process of its own. Bars: 300 ms warm; 1 s with another
window than the default; 2 s with ``--times``, which multiplies what the questions read of interactions in a copy, every
copy of an interaction on another day. With more load than cores look at the processor time, of all cores together.
At the default then the way from a decision of each kind to a fresh summary. Bar: 1 s for a label.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks import big_export
from dashboard import questions, warehouse

BAR_SECONDS, BAR_OTHER_WINDOW, BAR_TIMES = 0.3, 1.0, 2.0
MULTIPLIED = ("contact_day", "interaction", "participation")
BAR_LABEL = 1.0
RUNS_OF_DECISIONS = 3
Clock = Callable[[], float]


def about(con: duckdb.DuckDBPyConnection, name: str) -> dict[str, questions.Parameter]:
    """What a question about somebody is asked with: the person of the most interactions, and a few letters."""
    (one, key), (other, _) = con.execute(
        "select contact_id, identity_key from model.contact order by interactions desc, identity_key limit 2"
    ).fetchall()
    given = {"who": one, "other": other, "namings": key, "search": "ann k"}
    wanted = given if name != "contacts" else {}
    return {param: value for param, value in wanted.items() if questions.takes(name, param)}


def timed(
    space: warehouse.Workspace, name: str, runs: int, window: int | None = None, clock: Clock = time.perf_counter
) -> list[float]:
    """Seconds of each run, by the clock or of the processor; the file is opened once, as a page does."""
    seconds = []
    with space.reading() as con:
        params = about(con, name)
        if window and questions.takes(name, "window_days"):
            params["window_days"] = window
        for _ in range(runs):
            started = clock()
            questions.ask(con, name, params)
            seconds.append(clock() - started)
    return seconds


def cold_seconds(space: warehouse.Workspace, name: str) -> float:
    """The first answer in a new process that opens the file for it; the modules are loaded already."""
    command = [sys.executable, "-m", "benchmarks.questions", "--workspace", str(space.folder), "--cold", name]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def multiplied(space: warehouse.Workspace, times: int) -> warehouse.Workspace:
    """A copy with that many times the interactions, each copy a prime number of days on, round the span of the record."""
    copy = warehouse.Workspace(big_export.CACHE / f"times-{times}")
    shutil.rmtree(copy.folder, ignore_errors=True)
    shutil.copytree(space.folder, copy.folder)
    with copy.writing() as con:
        for table in MULTIPLIED:
            con.execute(
                f"""
                create or replace table model.{table} as
                select
                    kept.* replace (
                        (calendar.first_on + ((kept.occurred_on - calendar.first_on) + 31 * copied.n)::integer
                            % (calendar.last_on - calendar.first_on + 1)::integer) as occurred_on
                    )
                from model.{table} as kept
                cross join model.calendar
                cross join (select unnest(range({times})) as n) as copied
                """
            )
        print(*con.execute("select count(*) from model.interaction").fetchall()[0], "interactions", flush=True)
    return copy


def decision_seconds(space: warehouse.Workspace, kind: str, decision: dict[str, str | bool | None]) -> float:
    """From a click to a fresh summary; the decision is taken back afterwards."""
    started = time.perf_counter()
    undo = warehouse.decide(space, kind, [decision])
    with space.reading() as con:
        questions.ask(con, "network_summary")
    seconds = time.perf_counter() - started
    warehouse.decide(space, kind, undo)
    return seconds


def decisions(space: warehouse.Workspace) -> dict[str, dict[str, str | bool | None]]:
    """One decision of each kind, about people who are in the workspace."""
    with space.reading() as con:
        company = con.execute("select min(company_key) from model.contact").fetchall()[0][0]
        (one,), (other,) = con.execute(
            "select identity_key from model.contact order by interactions desc, identity_key limit 2"
        ).fetchall()
    return {
        "industry_label": {"scope": "company", "scope_key": company, "industry": "LAW"},
        "contact_setting": {"identity_key": one, "setting": "never_suggest", "is_on": True},
        "contact_note": {"identity_key": one, "note": "Met in Rome"},
        "contact_correction": {"identity_key": one, "field": "full_name", "correction": "Zora Quist"},
        "employer_correction": {"identity_key": one, "company": "Zyx"},
        "assumption": {"name": "minutes_message_sent", "setting": "4"},
        "person_link": {"identity_key": one, "other_key": other, "verdict": "same"},
        "own_identity": {"identity_key": other, "is_own": True},
        "intro_snooze": {"identity_key": one, "target_industry": "LAW", "until_on": "2030-01-01"},
        "time_plan": {"name": "minutes_per_week", "setting": "120"},
    }


def main() -> int:
    """Print each question's cold and median warm time, and the way from each decision; 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--window", type=int)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("questions", nargs="*")
    chosen = parser.parse_args()
    space = warehouse.Workspace(chosen.workspace) if chosen.workspace else big_export.workspace()
    if chosen.cold:
        print(timed(space, chosen.questions[0], 1)[0])
        return 0
    if chosen.times > 1:
        space = multiplied(space, chosen.times)
    bar = BAR_TIMES if chosen.times > 1 else BAR_OTHER_WINDOW if chosen.window else BAR_SECONDS
    is_missed = False
    for name in chosen.questions or questions.names():
        median = statistics.median(timed(space, name, 6, chosen.window)[1:])
        spent = statistics.median(timed(space, name, 6, chosen.window, time.process_time)[1:])
        is_missed |= median > bar
        over = "  over" if median > bar else ""
        cold = cold_seconds(space, name)
        print(
            f"{name:26}{cold * 1000:8.0f} ms cold {median * 1000:8.0f} ms warm, {spent * 1000:6.0f} ms of processor{over}",
            flush=True,
        )
    if chosen.questions or chosen.times > 1 or chosen.window:
        return int(is_missed)
    for kind, decision in decisions(space).items():
        seconds = statistics.median(decision_seconds(space, kind, decision) for _ in range(RUNS_OF_DECISIONS))
        is_missed |= kind == "industry_label" and seconds > BAR_LABEL
        told = f" (bar {BAR_LABEL} s)" if kind == "industry_label" else ""
        print(f"{kind:26}{seconds:8.2f} s to a fresh summary{told}", flush=True)
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
