"""How long it takes to find who is in a large list twice, and how many of them are found.

    python -m benchmarks.duplicates

100,000 made-up contacts, 5 % of them a second time in another guise, imported as a spreadsheet; then everybody is
compared, then once more after one contact was added. Bar: 20 s. Seeded: the same people at every run. Then lists made
to be slow: 20,000 people who all share one thing, with how many pairs were looked at and how many left out.
"""

import csv
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import nicknames

from benchmarks.crowds import CROWD, SHARED
from dashboard import questions
from dashboard.sample.names import FAMILY, GIVEN, ascii_word
from dashboard.warehouse import SourceFile, Workspace, find_duplicates, import_files

CONTACTS = 100_000
DUPLICATES = 0.05
BAR_SECONDS = 20
HEADER = ("Name", "Email", "Company", "Position", "Phone")
Row = tuple[str, str, str, str, str]


class Names:
    """Given and family names as frequent as names are: few very common ones, many rare ones."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.short = {triplet.name1: triplet.name2 for triplet in nicknames.name_triplets()}
        self.given = sorted({name.capitalize() for name in self.short} | {name for row in GIVEN for name in row})
        ends = [name[-3:].lower() for row in FAMILY for name in row]
        starts = [name[:4] for row in FAMILY for name in row]
        self.family = sorted({rng.choice(starts) + rng.choice("aeiou") + rng.choice(ends) for _ in range(30_000)})
        rng.shuffle(self.given)
        rng.shuffle(self.family)
        self.weights = [list(accumulate(1 / (8 + n) for n in range(len(names)))) for names in (self.given, self.family)]

    def one(self) -> tuple[str, str]:
        """Given and family name of somebody."""
        given, family = (
            self.rng.choices(names, cum_weights=weights)[0]
            for names, weights in zip((self.given, self.family), self.weights, strict=True)
        )
        return given, family


def people(rng: random.Random) -> Iterator[tuple[int, Row]]:
    """Number of the person, and a row: some numbers come twice."""
    names = Names(rng)
    disguises: tuple[Callable[[random.Random, Names, str, str, Row], Row], ...] = (_short, _slip, _moved, _private, _initial)
    number = 0
    while number < CONTACTS * (1 - DUPLICATES):
        number += 1
        given, family = names.one()
        company = f"Works {rng.randrange(20_000)}"
        domain = f"works{company.split()[1]}.example"
        phone = f"+49 30 {rng.randrange(10**7):07}" if rng.random() < 0.3 else ""
        row = (f"{given} {family}", f"{ascii_word(given)}.{ascii_word(family)}@{domain}", company, "", phone)
        yield number, row
        if rng.random() < DUPLICATES / (1 - DUPLICATES):
            yield number, rng.choice(disguises)(rng, names, given, family, row)


def _short(rng: random.Random, names: Names, given: str, family: str, row: Row) -> Row:
    return (f"{names.short.get(given.lower(), given).capitalize()} {family}", "", row[2], "", row[4])


def _slip(rng: random.Random, names: Names, given: str, family: str, row: Row) -> Row:
    place = rng.randrange(1, len(family) - 1)
    return (f"{given} {family[:place]}{family[place + 1]}{family[place]}{family[place + 2:]}", "", row[2], "", row[4])


def _moved(rng: random.Random, names: Names, given: str, family: str, row: Row) -> Row:
    return (row[0], "", f"Works {rng.randrange(20_000)}", "", row[4])


def _private(rng: random.Random, names: Names, given: str, family: str, row: Row) -> Row:
    return ("", f"{ascii_word(given)}.{ascii_word(family)}@gmail.com", "", "", "")


def _initial(rng: random.Random, names: Names, given: str, family: str, row: Row) -> Row:
    return (f"{given[0]}. {family}", "", row[2], "", "")


def main() -> None:
    """Print seconds, pairs compared, recall, precision, memory."""
    folder = Path(tempfile.mkdtemp(prefix="horizons-duplicates-"))
    try:
        _measure(folder)
        for shared in SHARED:
            _crowd(folder / shared.replace(" ", "_"), shared)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    listed = list(people(random.Random(5)))  # noqa: S311 - reproducible, nothing secret
    _import(folder, "people.csv", [row for _, row in listed])
    space = Workspace(folder / "workspace")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    started, busy = time.perf_counter(), time.process_time()
    pairs = find_duplicates(space)
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(listed):,} contacts: {seconds:.1f} s (bar {BAR_SECONDS} s), {busy:.1f} s of processor time, "
        f"{pairs:,} pairs scored; memory {before} to {peak} MB"
    )
    with space.reading() as con:
        started = time.perf_counter()
        found = questions.ask(con, "suspected_duplicates", {"most": 999_999})
        print(f"the question: {1000 * (time.perf_counter() - started):.0f} ms, {len(found):,} pairs")
        who = dict(
            con.execute(
                "select person.line, identity.contact_id from records.person inner join model.identity using (who)"
            ).fetchall()
        )
    _told(listed, who, {frozenset(pair) for pair in zip(found["one_id"], found["other_id"], strict=True)}, found)
    _import(folder, "one more.csv", [("Bob Newcomer", "bob@newcomer.example", "Works 1", "", "")])
    started = time.perf_counter()
    pairs = find_duplicates(space)
    print(f"one more contact: {time.perf_counter() - started:.2f} s for {pairs:,} pairs")


def _crowd(folder: Path, shared: str) -> None:
    folder.mkdir()
    started = time.perf_counter()
    _import(folder, "people.csv", [SHARED[shared](number) for number in range(CROWD)])
    imported, started, busy = time.perf_counter() - started, time.perf_counter(), time.process_time()
    space = Workspace(folder / "workspace")
    pairs = find_duplicates(space)
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    with space.reading() as con:
        groups = questions.ask(con, "duplicates_left_out", {"most": 1})
    left_out = 0 if groups.empty else groups["pairs_in_all"][0]
    print(
        f"{CROWD:,} who share {shared}: {seconds:.1f} s, {busy:.1f} s of processor time (import {imported:.1f} s), "
        f"{pairs:,} pairs scored, up to {left_out:,} left out"
    )


def _told(
    listed: list[tuple[int, Row]], who: dict[int, str], found: set[frozenset[str]], frame: questions.Frame
) -> None:
    """Recall over those who came twice and were not merged by an exact key; precision of what was called likely."""
    lines: dict[int, list[int]] = {}
    for line, (number, _) in enumerate(listed, start=2):
        lines.setdefault(number, []).append(line)
    twice = [{who[line] for line in two if line in who} for two in lines.values() if len(two) == 2]
    true = {frozenset(two) for two in twice if len(two) == 2}
    likely = {frozenset(pair) for pair in frame[frame["is_likely"]][["one_id", "other_id"]].itertuples(index=False)}
    print(
        f"{len(true):,} true pairs beside {len(twice) - len(true):,} merged by an exact key: "
        f"recall {len(true & found) / len(true):.1%}"
    )
    for word, pairs in (("likely", likely), ("possible", found - likely)):
        print(f"{word}: {len(pairs):,}, {len(true & pairs) / max(len(pairs), 1):.1%} of them true")


def _import(folder: Path, name: str, rows: list[Row]) -> None:
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *rows])
    import_files(Workspace(folder / "workspace"), [SourceFile(path, name)])


if __name__ == "__main__":
    main()
