"""How long an import takes, rebuild included, against DuckDB merely reading the same two files into tables.

    python -m benchmarks.import_speed [--runs 5]

50,000 connections and 1,000,000 messages as CSV. Baseline and ours take turns, each in a process of its own, and
the median of the paired ratios is what counts: the machine may be busy, both suffer alike. Bars: 6 times, 1 GB.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks import big_export
from dashboard.settings import MEMORY_LIMIT
from dashboard.warehouse import ImportReport, Workspace, import_files

BAR = 6.0
BAR_MEGABYTES = 1000


def baseline(folder: Path) -> str:
    """Both files into tables of a new database, as DuckDB reads them."""
    connections, messages = big_export.csv_files()
    with duckdb.connect(str(folder / "baseline.duckdb"), config={"memory_limit": MEMORY_LIMIT}) as con:
        con.execute(f"create table messages as from read_csv('{messages}')")
        # The note above the header defeats the sniffer: it is told where the header is.
        con.execute(f"create table connections as from read_csv('{connections}', skip = 3, header = true)")
        counts = [con.execute(f"select count(*) from {table}").fetchall()[0][0] for table in ("connections", "messages")]
    return f"{counts[0]:,} + {counts[1]:,} rows"


def ours(folder: Path) -> str:
    """Both files into a fresh workspace."""
    return _summary(import_files(Workspace(folder), big_export.sources()))


def preview(folder: Path) -> str:
    """The same, rolled back: what the Import page shows before anything is stored."""
    return _summary(import_files(Workspace(folder), big_export.sources(), keep=False))


def _summary(report: ImportReport) -> str:
    return " + ".join(
        f"{file.rows_read:,} rows ({file.people:,} people, {file.interactions:,} interactions)" for file in report.files
    )


WORK: dict[str, Callable[[Path], str]] = {"baseline": baseline, "ours": ours, "preview": preview}


def measure(name: str) -> dict[str, float | str]:
    """One run in this process: seconds, processor seconds, peak memory and size of the file in MB, what was read."""
    with tempfile.TemporaryDirectory(dir=big_export.CACHE) as folder:
        started, worked = time.perf_counter(), time.process_time()
        summary = WORK[name](Path(folder))
        seconds, processor = time.perf_counter() - started, time.process_time() - worked
        written = sum(path.stat().st_size for path in Path(folder).glob("*.duckdb"))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return {
        "seconds": seconds,
        "processor": processor,
        "peak_mb": kilobytes * 1024 / 1e6,
        "file_mb": written / 1e6,
        "summary": summary,
    }


def fresh(name: str) -> dict[str, float | str]:
    """One run in a new process: nothing is warm, and its peak memory is its own."""
    command = [sys.executable, "-m", "benchmarks.import_speed", "--one", name]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, float | str] = json.loads(answer)
    print(f"  {name:9}{result['seconds']:7.2f} s {result['processor']:7.2f} s CPU {result['peak_mb']:6.0f} MB", flush=True)
    return result


def median(runs: list[dict[str, float | str]], column: str) -> float:
    """The median of one figure."""
    return statistics.median(float(run[column]) for run in runs)


def main() -> int:
    """Print every run, the medians, the ratio and the peaks; 1 if a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", choices=sorted(WORK))
    arguments = parser.parse_args()
    big_export.csv_files()
    if arguments.one:
        print(json.dumps(measure(arguments.one)))
        return 0
    pairs = [(fresh("baseline"), fresh("ours")) for _ in range(arguments.runs)]
    theirs, mine = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    rehearsal = fresh("preview")
    ratio, work = (statistics.median(float(b[x]) / float(a[x]) for a, b in pairs) for x in ("seconds", "processor"))
    peak = max(float(run["peak_mb"]) for run in [*mine, rehearsal])
    print(f"baseline {median(theirs, 'seconds'):.2f} s, {median(theirs, 'file_mb'):.0f} MB file: {theirs[0]['summary']}")
    print(f"ours     {median(mine, 'seconds'):.2f} s, {median(mine, 'file_mb'):.0f} MB file: {mine[0]['summary']}")
    print(f"ratio    {ratio:.2f} (bar {BAR}), median of {arguments.runs} pairs; of processor time {work:.2f}")
    print(f"peak     {peak:.0f} MB (bar {BAR_MEGABYTES}), the highest of all runs, the preview's included")
    return 0 if ratio <= BAR and peak < BAR_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
