"""How long finding free time takes in a calendar of 20,000 events, one in twelve repeating.

    python -m benchmarks.free_slots

Median of five answers of ``free_slots`` (the next seven days) and ``week_plan`` (the next eight weeks). Bar: 1 s each.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks.calendar import EVENTS, calendar_text
from dashboard import questions
from dashboard.warehouse import SourceFile, Workspace, import_files

BAR_SECONDS = 1.0
RUNS = 5


def main() -> int:
    """Print the medians and how many events lie ahead; 1 if the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "work.ics"
        file.write_text(calendar_text(EVENTS), encoding="utf-8", newline="")
        space = Workspace(Path(folder) / "workspace")
        import_files(space, [SourceFile(file, file.name)], time_zone="Europe/Berlin")
        with space.reading() as con:
            ahead = con.execute("select count(*) from model.busy").fetchall()[0][0]
            print(f"{EVENTS:,} events, {ahead:,} occurrences ahead", flush=True)
            medians = [_median(con, name) for name in ("free_slots", "week_plan")]
    return int(max(medians) > BAR_SECONDS)


def _median(con: duckdb.DuckDBPyConnection, name: str) -> float:
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        questions.ask(con, name)
        seconds.append(time.perf_counter() - started)
    median = statistics.median(seconds)
    print(f"{name:12}{median * 1000:8.0f} ms", flush=True)
    return median


if __name__ == "__main__":
    sys.exit(main())
