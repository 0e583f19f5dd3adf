"""The two files the user keeps by hand: contacts in a spreadsheet and a log of coffees, untidy."""

import csv
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from dashboard.sample.bonds import DAYS, Bond, Chooser
from dashboard.sample.tables import read_table
from dashboard.sample.world import HOSTILE, World

_HEADER = ("Vorname", "Nachname", "Firma", "Position", "E-Mail", "Telefon", "Branche", "Ort", "Notiz")
_TRADES = {industry: words.split("; ") for industry, words, _ in read_table("industries.tsv")}
# People met outside LinkedIn. The trade is all that is known of some.
_OFFLINE = (
    ("Rosalind", "Eberhart", "Praxis Eberhart", "Hausärztin", "Gesundheit"),
    ("Konstantin", "Wiesinger", "Wiesinger Weinbau", "Winzer", "Landwirtschaft"),
    ("Beatrix", "Holloway", "", "Notary", "Legal"),
    ("Anselm", "Krug", "Stadtwerke Ohmtal", "Netzplaner", "Energie"),
    ("Petra", "Sommerlath", "Grundschule am See", "Rektorin", "Schule"),
    ("Idris", "Fennimore", "", "Sailing club", ""),
    ("Yolanda", "Castellane", "Theater am Markt", "Dramaturgin", "Kultur"),
    ("Leopold", "Amsel", "", "", "Kinderbuchverlag?"),
)  # fmt: skip
_KINDS = (("coffee", 30), ("lunch", 60), ("call", 20), ("walk", 45), ("meeting", 60))


def write_contacts(path: Path, world: World) -> dict[str, object]:
    """my-contacts.xlsx: a title above the header, a blank row, free words for the trade, a totals row."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this function needs it

    rows = _contact_rows(world)
    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2026, 11, 20, 8, 0, 0)})
        sheet = book.add_worksheet("Kontakte")
        sheet.write_string(0, 0, f"Meine Kontakte, Stand {world.today:%d.%m.%Y}")
        for at, row in enumerate([_HEADER, *rows], start=2):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, column, cell)
        sheet.write_string(2 + len(rows) + 1, 0, "Summe")
        sheet.write_number(2 + len(rows) + 1, 1, len(rows) - 1)
    people = len(rows) - 1  # a blank row of a workbook is no row
    return {"rows": people + 1, "people": people, "refused": {"totals row": 1}}


def _contact_rows(world: World) -> list[tuple[str, ...]]:
    rng = Random(f"{world.seed}-sheet")  # noqa: S311
    size = min(110, len(world.people) // 7)
    known = [p for p in world.people[60:] or world.people if not p.is_colleague][:size]
    known += [p for p in world.people if (p.given, p.family) in HOSTILE]
    rows: list[tuple[str, ...]] = []
    for n, person in enumerate(known):
        email = person.address if rng.random() < 0.6 else ""
        trade = rng.choice(_TRADES[person.employer.industry]) if rng.random() < 0.7 else ""
        place, note = ("München", "Berlin", "London", "")[n % 4], "met at the meetup" if n % 9 == 0 else ""
        work = (person.employer.name, person.title, email, _phone(n), trade)
        rows.append((person.given, person.family, *work, place, note))
    rows += [
        (given, family, firm, title, "", _phone(200 + n), trade, "München", "")
        for n, (given, family, firm, title, trade) in enumerate(_OFFLINE)
    ]
    rows.insert(len(rows) // 2, ("",) * 8 + (" ",))  # somebody deleted a contact and left the row
    return rows


def _phone(n: int) -> str:
    """Numbers kept free for fiction by the German and British regulators; some cells are empty."""
    return (f"+49 30 23125 {n % 1000:03}", f"0171 39200{n % 100:02}", f"+44 7700 900{n % 1000:03}", "")[n % 4]


def write_log(path: Path, world: World, bonds: tuple[Bond, ...]) -> dict[str, object]:
    """coffee-log.csv: Date, Person, Minutes, Type; four rows of it can only be refused."""
    rng = Random(f"{world.seed}-log")  # noqa: S311
    chooser = Chooser(world, bonds, rng)
    rows: list[list[object]] = []
    for n in range(90):
        day = world.today - timedelta(days=DAYS - 5 - n * (DAYS - 10) // 90)
        kind, minutes = rng.choice(_KINDS)
        person = chooser.pick(day)
        chooser.credit(person, minutes, day)
        rows.append([day.isoformat(), person.name, minutes, kind])
    rows[11][1] = f"{rows[11][1]}; {world.people[0].name}"
    rows[50][2] = ""  # a call without its length
    rows[50][3] = "call"
    total = sum(int(str(row[2] or 0)) for row in rows)
    faulty: list[list[object]] = [
        ["last spring", "Rosalind Eberhart", 30, "coffee"],
        ["2025-05-05", "", 30, "coffee"],
        ["", "", "", ""],
        ["Total", "", total, ""],
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["Date", "Person", "Minutes", "Type"], *rows, *faulty])
    refused = {"unreadable date": 1, "nobody named": 1, "empty row": 1, "totals row": 1}
    return {"rows": len(rows) + len(faulty), "interactions": len(rows), "refused": refused}
