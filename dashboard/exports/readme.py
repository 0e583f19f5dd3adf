"""README.txt of the zip with everything: what each file holds and what each column says.

Answers say it in their own headers; the tables of facts and decisions in the comments of the schema files, and what
those leave out, since it is the same everywhere, in data/columns.tsv.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import fill

from dashboard.settings import queries_folder

INTRODUCTION = """\
Everything this workspace of Networking Horizons holds.

The files are CSV in UTF-8: any spreadsheet opens them. A cell that a spreadsheet would compute starts with a ' that
is no part of the text. Moments are in UTC. An empty cell means: not known, or not decided.

  contacts.csv       everybody you know, with time over all your days
  interactions.csv   what happened with whom
  answers/           what the pages show
  records/           what your files said, as it was read
  decisions/         what you decided; of several lines about the same thing the newest holds, an empty one takes it back

These are other people's data too: keep them as you would keep an address book.
"""
_TABLE = re.compile(r"((?:^--[^\n]*\n)*)^create table (\w+\.\w+) \((.*?)^\);", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^    (\w+) [^\n]*?(?:-- ([^\n]*))?$", re.MULTILINE)


@dataclass(frozen=True)
class Told:
    """A file of the zip: its name, what it says, its columns with their meaning, and a remark."""

    name: str
    says: str
    columns: Sequence[tuple[str, str]]
    remark: str = ""


def text(files: Sequence[Told]) -> str:
    """The whole README, with the line ends every system's editor reads."""
    parts = [INTRODUCTION]
    for file in files:
        heading = f"{file.name}\n{'-' * len(file.name)}\n{fill(f'{file.says} {file.remark}'.strip(), 110)}\n"
        wide = max((len(name) for name, _ in file.columns), default=0)
        lines = [f"  {name.ljust(wide)}  {meaning}".rstrip() for name, meaning in file.columns]
        parts.append(heading + "\n".join(lines) + "\n")
    return "\n".join(parts).replace("NULL", "empty").replace("\n", "\r\n")


def of_table(file: str, schema: str, table: str, columns: Sequence[str]) -> Told:
    """A table of facts or decisions, explained."""
    says, commented = _comments().get(f"{schema}.{table}", ("", {}))
    meanings = [(name, commented.get(name) or _glossary().get(name) or name.replace("_", " ")) for name in columns]
    return Told(
        file, says or _glossary().get(f"{schema}.{table}", table.replace("_", " ").capitalize() + "."), meanings
    )


@cache
def _comments() -> dict[str, tuple[str, dict[str, str]]]:
    """Table -> (the comment above it, column -> the comment beside it), as the schema files have them."""
    found = {}
    for path in sorted((queries_folder() / "schema").glob("[0-9]*.sql")):
        for above, table, body in _TABLE.findall(path.read_text(encoding="utf-8")):
            says = " ".join(line.removeprefix("--").strip() for line in above.splitlines())
            found[table] = (says, {name: comment.strip() for name, comment in _COLUMN.findall(body) if comment})
    return found


@cache
def _glossary() -> dict[str, str]:
    lines = (Path(__file__).parent / "data" / "columns.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line)
