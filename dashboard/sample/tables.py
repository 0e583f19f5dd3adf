"""The lists the sample draws from: names, companies, words for trades. Tab-separated, one header line."""

from pathlib import Path

_FOLDER = Path(__file__).with_name("data")


def read_table(name: str) -> list[list[str]]:
    """The cells of each line below the header."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
