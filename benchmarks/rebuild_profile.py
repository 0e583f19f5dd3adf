"""Where the time of an import goes: seconds and rows of each step and of each table of the model.

    python -m benchmarks.rebuild_profile [FILE...]

Without files: the 50,000 connections and 1,000,000 messages of the other benchmarks.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks import big_export
from dashboard.warehouse import SourceFile, Workspace, import_files

SHOWN_FROM = 0.02


class Recorder:
    """A connection that notes how long each statement took."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.steps: list[tuple[float, float, int, str]] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self.con, name)

    def execute(self, sql: str, *args: object) -> object:
        """Run it, with its time and the peak memory so far."""
        started, worked = time.perf_counter(), time.process_time()
        result = self.con.execute(sql, *args)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.steps.append((time.perf_counter() - started, time.process_time() - worked, peak, " ".join(sql.split())[:90]))
        return result


class RecordedWorkspace(Workspace):
    """A workspace whose writes are noted."""

    recorders: list[Recorder] = []      # noqa: RUF012 - one list for the run

    def writing(self, keep: bool = True):
        """The same cursor, with a note of each statement."""
        from contextlib import contextmanager

        @contextmanager
        def recorded():
            with Workspace.writing(self, keep) as con:
                recorder = Recorder(con)
                RecordedWorkspace.recorders.append(recorder)
                yield recorder
        return recorded()


def main() -> int:
    """Import into a fresh workspace and print the statements that took longest, in order."""
    files = [SourceFile(Path(name), Path(name).name) for name in sys.argv[1:]] or big_export.sources()
    with tempfile.TemporaryDirectory() as folder:
        started, worked = time.perf_counter(), time.process_time()
        import_files(RecordedWorkspace(Path(folder)), files)
        total, worked = time.perf_counter() - started, time.process_time() - worked
    for recorder in RecordedWorkspace.recorders:
        for seconds, processor, peak, sql in recorder.steps:
            if seconds >= SHOWN_FROM:
                print(f"{seconds:7.2f} s {processor:7.2f} s CPU {peak:5} MB  {sql}")
        print(f"{sum(step[0] for step in recorder.steps):7.2f} s in statements, {total:.2f} s in all, {worked:.2f} s CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
