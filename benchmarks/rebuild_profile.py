"""Where the time of an import goes: seconds, processor seconds and peak memory of each statement.

    python -m benchmarks.rebuild_profile [FILE...]

Without files: the 50,000 connections and 1,000,000 messages of the other benchmarks.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import duckdb

from benchmarks import big_export
from dashboard.warehouse import SourceFile, Workspace, import_files

SHOWN_FROM = 0.02


@dataclass(frozen=True)
class Recorder:
    """A connection that prints how long each statement took."""

    con: duckdb.DuckDBPyConnection
    seconds: list[float] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.con, name)

    def execute(self, sql: str, *parameters: object) -> duckdb.DuckDBPyConnection:
        """Run it, and print it with what it took."""
        started, worked = time.perf_counter(), time.process_time()
        result = self.con.execute(sql, *parameters)
        seconds, processor = time.perf_counter() - started, time.process_time() - worked
        self.seconds.append(seconds)
        if seconds >= SHOWN_FROM:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{seconds:7.2f} s {processor:7.2f} s CPU {peak:5} MB  {' '.join(sql.split())[:90]}", flush=True)
        return result


class ProfiledWorkspace(Workspace):
    """A workspace whose writes are printed."""

    @contextmanager
    def writing(self, keep: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """The same cursor, each statement printed; at the end the time of all of them."""
        with super().writing(keep) as con:
            recorder = Recorder(con)
            yield cast("duckdb.DuckDBPyConnection", recorder)
            print(f"{sum(recorder.seconds):7.2f} s in {len(recorder.seconds)} statements")


def main() -> int:
    """Import into a fresh workspace."""
    files = [SourceFile(Path(name), Path(name).name) for name in sys.argv[1:]] or big_export.sources()
    with tempfile.TemporaryDirectory() as folder:
        started, worked = time.perf_counter(), time.process_time()
        import_files(ProfiledWorkspace(Path(folder)), files)
        print(f"{time.perf_counter() - started:7.2f} s in all, {time.process_time() - worked:.2f} s CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
