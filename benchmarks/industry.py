"""How good the industries are, on a labelled file.

    python -m benchmarks.industry benchmarks/industry_sets/known_dev.csv [MORE.csv ...]
    python -m benchmarks.industry --speed 50000 [MORE.csv ...]

Reads columns ``company,title,email_domain,expected`` (our codes; a blank cell is no evidence). For each file: top-1
(the first guess, also where it was withheld), top-3 (the right answer among the three best guesses), then by band of
confidence the share answered and how many of those are right, macro-F1 of the first guesses, and the calibration
error. Everything twice: each row alone, and re-weighted by the industries that the surer rows of the same file have,
as in a workspace. Then rows a second and peak memory. ``--speed N`` makes N different people up from the files and
times them in a process of its own, start included.
"""

import argparse
import csv
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard import industries

BANDS = (0.3, 0.45, 0.6, 0.8)
BINS = 10


@dataclass(frozen=True)
class Marked:
    """One row's outcome: the expected code, up to three guesses, the confidence of the first."""

    expected: str
    guesses: tuple[str, ...]
    confidence: float

    @property
    def is_right(self) -> bool:
        """Whether the first guess is the expected one."""
        return self.guesses[:1] == (self.expected,)


def labelled(path: Path) -> list[tuple[industries.Evidence, str]]:
    """The rows of a labelled file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (industries.Evidence(row["company"] or None, row["title"] or None, row["email_domain"] or None),
             row["expected"])
            for row in csv.DictReader(file)
        ]


def marked(rows: Sequence[tuple[industries.Evidence, str]], in_workspace: bool) -> list[Marked]:
    """Each row classified: alone, or re-weighted by the answers that do not rest on the model."""
    guesses = industries.classify_many([evidence for evidence, _ in rows])
    if in_workspace:
        mix = industries.mix_of(guesses)
        guesses = [industries.reweighted(guess, mix) for guess in guesses]
    return [
        Marked(expected, tuple(code for code, _ in guess.guesses[:3]), guess.guesses[0][1] if guess.guesses else 0.0)
        for guess, (_, expected) in zip(guesses, rows, strict=True)
    ]


def macro_f1(rows: Sequence[Marked]) -> float:
    """The mean over the industries expected of the harmonic mean of precision and recall, first guesses."""
    expected = Counter(row.expected for row in rows)
    given = Counter(row.guesses[0] for row in rows if row.guesses)
    right = Counter(row.expected for row in rows if row.is_right)
    return sum(2 * right[code] / (expected[code] + given[code]) for code in expected) / len(expected)


def calibration_error(rows: Sequence[Marked]) -> float:
    """Expected calibration error over ten bins of confidence: |mean confidence - share right|, weighted by rows."""
    bins: dict[int, list[Marked]] = defaultdict(list)
    for row in rows:
        bins[min(int(row.confidence * BINS), BINS - 1)].append(row)
    gaps = (abs(sum(row.confidence - row.is_right for row in held)) for held in bins.values())
    return sum(gaps) / len(rows)


def report(name: str, rows: Sequence[Marked]) -> str:
    """One line: top-1, top-3, answered and right by band, macro-F1, calibration error."""
    bands = []
    for band in BANDS:
        answered = [row for row in rows if row.confidence >= band]
        right = sum(row.is_right for row in answered) / len(answered) if answered else 0.0
        bands.append(f"{len(answered) / len(rows):.3f}/{right:.3f}")
    top_1 = sum(row.is_right for row in rows) / len(rows)
    top_3 = sum(row.expected in row.guesses for row in rows) / len(rows)
    return (f"{name:34} {len(rows):5}  {top_1:.3f}  {top_3:.3f}  {'  '.join(bands)}  "
            f"{macro_f1(rows):.3f}  {calibration_error(rows):.3f}")


def crowd(rows: Sequence[tuple[industries.Evidence, str]], size: int) -> list[industries.Evidence]:
    """``size`` different people: names of the files with a number, so that nothing is looked up twice."""
    out = []
    for at in range(size):
        one, other = rows[at % len(rows)][0], rows[(at * 7 + at // len(rows)) % len(rows)][0]
        company = one.company if at < len(rows) else f"{one.company} {(other.company or '').split(' ')[0]} {at}"
        out.append(industries.Evidence(company, other.position))
    return out


def peak_mb() -> float:
    """Highest resident memory of this process, MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def speed(files: Sequence[Path], size: int) -> None:
    """Times a cold start: a new process that loads everything and classifies ``size`` people."""
    command = [sys.executable, "-m", "benchmarks.industry", "--cold", str(size), *map(str, files)]
    started = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(f"{size:,} people, cold: {time.perf_counter() - started:.1f} s by the clock, {output.strip()}")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--speed", type=int, default=0)
    parser.add_argument("--cold", type=int, default=0, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    sets = {path.stem: labelled(path) for path in chosen.files}
    if chosen.cold:
        industries.classify_many(crowd([row for rows in sets.values() for row in rows], chosen.cold))
        print(f"{time.process_time():.1f} s of processor time, peak {peak_mb():.0f} MB")
        return
    if chosen.speed:
        speed(chosen.files, chosen.speed)
        return
    print(f"{'answered / right at':>56}  " + "  ".join(f"{'>= ' + str(band):>11}" for band in BANDS))
    print(f"{'set':34} {'rows':>5}  top-1  top-3{'':54}  macro-F1  calibration error")
    started, seconds = time.process_time(), 0.0
    for name, rows in sets.items():
        started = time.process_time()
        print(report(name, marked(rows, in_workspace=False)))
        seconds += time.process_time() - started
        print(report(f"{name}, re-weighted", marked(rows, in_workspace=True)))
    print(f"{sum(map(len, sets.values())) / seconds:,.0f} rows/s of processor time, peak {peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
