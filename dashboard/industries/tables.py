"""Reading the package's data files: tab- or comma-separated text, one header line, UTF-8."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).with_name("data")


def tsv_rows(name: str) -> Iterator[list[str]]:
    """Rows of a tab-separated data file without its header; blank lines are skipped."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line)


def csv_rows(name: str) -> list[dict[str, str]]:
    """Rows of a comma-separated data file, by column."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def word_list(name: str) -> Iterator[str]:
    """Entries of a list, one a line; ``#`` starts a comment."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


def digest() -> str:
    """Eight characters that change when any table or list does (line endings do not count)."""
    total = hashlib.sha256()
    for path in sorted([*DATA.glob("*.tsv"), *DATA.glob("*.txt"), DATA / "occupation_industry.csv"]):
        total.update(path.read_text(encoding="utf-8").encode())
    total.update((DATA / "name_model.npz").read_bytes())
    return total.hexdigest()[:8]
