"""Lists that contacts shared, on a large workspace: the import, the questions, the way from a label to a fresh summary.

    python -m benchmarks.second_degree FOLDER

FOLDER is a workspace, which is changed: copy it first. Ten contacts share 5,000 people each; every fourth is on two lists.
Bar: 300 ms for a question, 1 s for a label.
"""

import csv
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.questions import decision_seconds, timed
from dashboard import questions, warehouse
from dashboard.sample.companies import employers
from dashboard.sample.names import people_names

SHARERS, PEOPLE = 10, 5_000
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
TITLES = ("Director", "Nurse", "Engineer", "Counsel", "Analyst", "Teacher", "Buyer", "Producer")


def people(number: int, rng: random.Random) -> Iterator[tuple[str, ...]]:
    """The rows of one list: a fourth of them are on the next list too."""
    names = people_names(rng)
    for place in range(PEOPLE):
        given, family = next(names)
        person = number * PEOPLE * 3 // 4 + place
        company = employers()[person % len(employers())].name
        yield given, family, f"https://www.linkedin.com/in/second-{person}", "", company, TITLES[person % 8], "05 Mar 2024"


def main() -> None:
    """Share, ask, label."""
    space = warehouse.Workspace(Path(sys.argv[1]))
    with space.reading() as con:
        sharers = [row[0] for row in con.execute(
            "select identity_key from model.contact order by interactions desc, identity_key limit ?", [SHARERS]
        ).fetchall()]
    with TemporaryDirectory() as folder:
        sources = []
        for number, key in enumerate(sharers):
            path = Path(folder) / f"{number}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([HEADER, *people(number, random.Random(number))])  # noqa: S311
            sources.append(warehouse.SourceFile(path, "Connections.csv", owner=key))
        started = time.perf_counter()
        warehouse.import_files(space, sources)
        print(f"import of {SHARERS} lists: {time.perf_counter() - started:.1f} s")
    with space.reading() as con:
        print(f"people of the second degree: {questions.ask(con, 'second_degree')['total'][0]:,}")
    for name in ("second_degree", "acquaintances", "intro_targets"):
        print(f"{name}: {statistics.median(timed(space, name, 6)[1:]) * 1000:.0f} ms")
    label: dict[str, str | bool | None] = {"scope": "company", "scope_key": "siemens", "industry": "HLT"}
    print(f"a label: {decision_seconds(space, 'industry_label', label) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
