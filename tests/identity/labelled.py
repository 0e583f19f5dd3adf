"""The labelled pairs: made-up people of many cultures, two records each, and what is true of them.

Split in two by a hash of the line before the rules were written: the rules were made looking at the first half only.
"""

import csv
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from dashboard.identity import Record
from dashboard.industries import company_key, is_mail_provider

FILE = Path(__file__).with_name("pairs.tsv")


@dataclass(frozen=True)
class Pair:
    """``expected`` is same, different or unsure; ``is_held_out``: not looked at when the rules were made."""

    expected: str
    case: str
    one: dict[str, str]
    other: dict[str, str]
    is_held_out: bool


def pairs() -> list[Pair]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = []
    for line, row in zip(lines[1:], csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), strict=True):
        one, other = ({k.split("_")[1]: v for k, v in row.items() if k.startswith(side)} for side in ("one_", "other_"))
        digest = hashlib.sha256(line.encode()).digest()[0]
        found.append(Pair(row["expected"], row["case"], one, other, digest % 2 == 1))
    return found


def record(row: dict[str, str]) -> Record:
    domain = row["email"].partition("@")[2]
    labels = {domain.split(".")[-2]} if domain and not is_mail_provider(domain) else set()
    key = company_key(row["company"]) if row["company"] else None
    return Record(
        names=(row["name"],) if row["name"] else (),
        emails=(row["email"],) if row["email"] else (),
        companies=frozenset({key} if key else ()),
        called=frozenset({key.split()[0]} if key else ()),
        domains=frozenset(labels),
        position=row["position"],
        phone=re.sub(r"\D", "", row["phone"])[-9:],
        profile=row["profile"],
        is_shared_mailbox=bool(re.match(r"(info|office|contact|sales|support|team|hr|reception)@", row["email"])),
    )
