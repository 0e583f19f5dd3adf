"""The lists the comparison knows by heart: tab-separated, two columns, one header line."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("data")


def read_table(name: str) -> list[tuple[str, str]]:
    """The two cells of each line below the header."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return [(first, second) for first, _, second in (line.partition("\t") for line in lines)]


@cache
def words(meaning: str) -> frozenset[str]:
    """The words of that meaning in words.tsv."""
    return frozenset(dict(read_table("words.tsv"))[meaning].split())
