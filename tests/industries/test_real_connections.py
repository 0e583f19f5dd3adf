"""Real exports, names replaced: most rows with a company get an industry."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.industries import Evidence, classify_many

EXPORTS = Path(__file__).parents[3] / "shared" / "data" / "linkedin" / "shuffled"
pytestmark = pytest.mark.skipif(not EXPORTS.is_dir(), reason="the folder of real exports is not here")


def _companies(path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    start = next(at for at, line in enumerate(lines) if "Company" in line and "Position" in line)
    delimiter = ";" if lines[start].count(";") > lines[start].count(",") else ","
    for row in csv.DictReader(lines[start:], delimiter=delimiter):
        if company := (row.get("Company") or "").strip():
            yield company


def test_more_than_half_of_the_rows_are_answered() -> None:
    companies = [
        company for path in sorted(EXPORTS.glob("*/Connections.csv")) for company in _companies(path)
    ]
    guesses = classify_many(Evidence(company=company) for company in companies)
    assert len(companies) > 8_000
    assert sum(guess.industry is not None for guess in guesses) / len(guesses) > 0.55
    assert sum(guess.confidence >= 0.8 for guess in guesses) / len(guesses) > 0.38
