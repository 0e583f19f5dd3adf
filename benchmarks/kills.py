"""Kill the import of a large export at random moments, and look whether the old state or the new one is left.

    python -m benchmarks.kills [--kills 30] [--contacts 5000] [--messages 60000] [--seed 7]

A workspace with one import is copied; another process imports a made-up export into the copy and is killed with
signal 9 at a moment drawn evenly over the time a whole import takes. Then the copy is opened and every table read:
records, decisions and the model. Anything but the state before or the state of a whole import ends the run.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import duckdb

from dashboard.sample import write_sample
from dashboard.warehouse import SourceFile, Workspace, import_files

PROGRAM = """
import sys
from pathlib import Path
from dashboard.warehouse import SourceFile, Workspace, import_files
space = Workspace(Path(sys.argv[1]))
with space.reading():
    print("begins", flush=True)
    import_files(space, [SourceFile(Path(path), Path(path).name) for path in sys.argv[2:]], own_keys=[])
print("ends", flush=True)
"""
TIMES = ("imported_at", "run_id", "decided_at")     # differ between two whole imports of the same files


def state(space: Workspace) -> dict[str, str]:
    """Table -> rows and a hash of all its content, times apart; the caches are left out: they may be dropped."""
    with space.reading() as con:
        tables = con.execute(
            "select schema_name || '.\"' || table_name || '\"' from duckdb_tables() where schema_name in "
            "('records', 'decisions', 'model') order by all"
        ).fetchall()
        return {table: str(con.execute(_hashed(con, table)).fetchone()) for (table,) in tables}


def _hashed(con: duckdb.DuckDBPyConnection, table: str) -> str:
    """Threads add in any order: a double counts with six digits."""
    columns = [
        f"printf('%.6g', \"{name}\")" if kind == "DOUBLE" else f'"{name}"'
        for name, kind, *_ in con.execute(f"describe {table}").fetchall()
        if name not in TIMES
    ]
    return f"select count(*), coalesce(sum(hash({', '.join(columns)})), 0) from {table}"


def begun(space: Workspace, files: Sequence[Path]) -> "subprocess.Popen[str]":
    """Another process, at the moment when its import begins."""
    command = [sys.executable, "-c", PROGRAM, str(space.folder), *map(str, files)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "begins\n"
    return process


def copied(space: Workspace, folder: Path) -> Workspace:
    """The same workspace in another folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(space.folder, folder)
    return Workspace(folder)


def main() -> None:
    """Kill as often as asked, and say which state was found how often."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("kills", 30), ("contacts", 5000), ("messages", 60_000), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=default)
    chosen = parser.parse_args()
    dice, found = random.Random(chosen.seed), Counter[str]()  # noqa: S311
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        first = write_sample(folder / "first", contacts=60, messages=50, events=50)
        files = write_sample(folder / "files", contacts=chosen.contacts, messages=chosen.messages)
        old = Workspace(folder / "old")
        import_files(old, [SourceFile(first[0], first[0].name)], own_keys=[])
        new = copied(old, folder / "new")
        started = time.monotonic()
        assert begun(new, files).communicate()[0] == "ends\n"
        duration = time.monotonic() - started
        before, after = state(old), state(new)
        print(f"A whole import takes {duration:.1f} s.", flush=True)
        for number in range(1, chosen.kills + 1):
            space = copied(old, folder / "killed")
            process = begun(space, files)
            wait = duration * (number - 1 + dice.random()) / chosen.kills
            time.sleep(wait)
            process.kill()
            process.communicate()
            now = state(space)
            outcome = "old" if now == before else "new" if now == after else "neither"
            found[outcome] += 1
            print(f"  {number:3} killed after {wait:5.1f} s ({process.returncode}): the {outcome} state", flush=True)
            if outcome == "neither":
                raise SystemExit({table: (before.get(table), now.get(table), after.get(table)) for table in now
                                  if now[table] not in (before.get(table), after.get(table))})
    print(", ".join(f"{outcome} state {times} times" for outcome, times in found.items()))


if __name__ == "__main__":
    main()
