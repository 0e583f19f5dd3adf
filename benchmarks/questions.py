"""How long each question takes on a large workspace, default window.

    python -m benchmarks.questions

50,000 connections and 1,000,000 messages, imported once and kept. Median of five warm answers, and the first answer
of a freshly opened file. Bar: 300 ms warm. Then the way from a label to a fresh summary. Bar: 1 s.
"""

import statistics
import time

from benchmarks import big_export
from dashboard import questions, warehouse

BAR_SECONDS = 0.3


def timed(space: warehouse.Workspace, name: str, runs: int) -> list[float]:
    """Seconds of each run; the file is opened once, as a page does."""
    seconds = []
    with space.reading() as con:
        for _ in range(runs):
            started = time.perf_counter()
            questions.ask(con, name)
            seconds.append(time.perf_counter() - started)
    return seconds


def label_seconds(space: warehouse.Workspace) -> float:
    """From a label's click to a fresh summary."""
    with space.reading() as con:
        company = con.execute("select min(company_key) from model.contact where company_key is not null").fetchall()[0][0]
    started = time.perf_counter()
    warehouse.decide(
        space, "industry_label", [{"scope": "company", "scope_key": company, "industry": "LAW"}]
    )
    with space.reading() as con:
        questions.ask(con, "network_summary")
    return time.perf_counter() - started


def main() -> None:
    """Print each question's first and median warm time."""
    space = big_export.workspace()
    for name in questions.names():
        first, *warm = timed(space, name, 6)
        median = statistics.median(warm)
        print(f"{name:26}{first * 1000:8.0f} ms first {median * 1000:8.0f} ms warm{'  over' if median > BAR_SECONDS else ''}")
    print(f"label to fresh summary {statistics.median(label_seconds(space) for _ in range(5)):.2f} s (bar 1 s)")


if __name__ == "__main__":
    main()
