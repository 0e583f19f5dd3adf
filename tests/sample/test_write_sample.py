"""The sample's files: always the same bytes, real formats, and the counts that expected.json states."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dashboard.sample import write_sample

EXPORT = "Basic_LinkedInDataExport_11-20-2026"
COMMITTED = Path(__file__).parents[2] / "sample_data"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder)
    return folder


@pytest.fixture(scope="module")
def expected(sample: Path) -> dict:
    return json.loads((sample / "expected.json").read_text(encoding="utf-8"))


def member(sample: Path, name: str, archive: str = f"{EXPORT}.zip") -> list[dict[str, str]]:
    with zipfile.ZipFile(sample / archive) as export:
        text = export.read(name).decode("utf-8")
    if name == "Connections.csv":
        text = text.split("\n\n", 1)[1]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file's bytes; of a zip its members', since compressed bytes differ between zlib versions."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix in (".zip", ".xlsx"):
            with zipfile.ZipFile(path) as archive:
                found |= {f"{name}/{m}": archive.read(m) for m in archive.namelist()}
        else:
            found[name] = path.read_bytes()
    return found


def shared_names(folder: Path) -> list[str]:
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["shared"]
    assert len(told) == 2
    return [f"shared/{name}" for name in told]


def test_the_main_files_are_returned_in_order(tmp_path: Path) -> None:
    written = write_sample(tmp_path, contacts=60, messages=40, events=120)
    names = [f"{EXPORT}.zip", "work-calendar.ics", "my-contacts.xlsx", "coffee-log.csv"]
    assert [p.relative_to(tmp_path).as_posix() for p in written] == names
    others = {"expected.json", "earlier/Basic_LinkedInDataExport_05-14-2026.zip", *shared_names(tmp_path)}
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert {p.relative_to(tmp_path).as_posix() for p in files} == {*names, *others}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    files = {}
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        write_sample(tmp_path / name, contacts=100, seed=seed, messages=200, events=200)
        paths = [p for p in (tmp_path / name).rglob("*") if p.is_file()]
        files[name] = {p.relative_to(tmp_path / name): p.read_bytes() for p in paths}
    assert files["a"] == files["b"]
    assert all(files["a"][name] != files["c"][name] for name in files["a"])


def test_the_committed_sample_is_what_the_generator_writes(sample: Path) -> None:
    committed = contents(COMMITTED)
    del committed["README.md"]
    assert committed == contents(sample)


def test_connections_are_counted_as_stated(sample: Path, expected: dict) -> None:
    rows = member(sample, "Connections.csv")
    count = expected["linkedin"]["Connections.csv"]
    named = [r for r in rows if r["First Name"] or r["Last Name"]]
    assert len(rows) == count["rows"] == 807
    assert len({r["URL"] for r in named}) == count["named_people"] == 800
    assert len(named) - len({r["URL"] for r in named}) == count["repeated"] == 3
    assert sum(not r["First Name"] and bool(r["URL"]) for r in rows) == count["nameless"] == 3
    assert sum(not any(r.values()) for r in rows) == count["empty"] == 1
    assert sum(r["Connected On"] == "32 Foo 2020" for r in rows) == count["unreadable_dates"] == 1
    assert sum(bool(r["Email Address"]) for r in rows) / len(rows) < 0.05


def test_connections_hold_every_kind_of_name(sample: Path) -> None:
    rows = [r for r in member(sample, "Connections.csv") if r["First Name"]]
    given, family = {r["First Name"] for r in rows}, {r["Last Name"] for r in rows}
    assert {'=HYPERLINK("http://x")', "<img src=x onerror=alert(1)>", "'; DROP TABLE x"} <= given
    assert any(name.endswith(", MBA") for name in family)
    assert any("🌟" in name for name in given)
    assert any("|" in name for name in family)
    where: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for r in rows:
        where.setdefault((r["First Name"], r["Last Name"]), set()).add((r["URL"], r["Company"]))
    twins = [places for places in where.values() if len({url for url, _ in places}) > 1]
    assert len(twins) == 2
    assert all(len({company for _, company in places}) == len(places) for places in twins)


def test_messages_are_counted_as_stated(sample: Path, expected: dict) -> None:
    rows = member(sample, "messages.csv")
    count = expected["linkedin"]["messages.csv"]
    assert len(rows) == count["rows"] == 2400
    assert sum(r["IS MESSAGE DRAFT"] == "TRUE" for r in rows) == count["drafts"] == 1
    assert sum(bool(r["SUBJECT"]) for r in rows) == count["with_subject"] == 9
    assert sum("," in r["RECIPIENT PROFILE URLS"] for r in rows) == count["group_rows"] > 10
    assert len({r["CONVERSATION ID"] for r in rows}) == count["threads"]
    assert any("\n" in r["CONTENT"] for r in rows)
    assert any('"' in r["CONTENT"] for r in rows)
    me = expected["user"]["profile_url"]
    assert all(me in (r["SENDER PROFILE URL"], *r["RECIPIENT PROFILE URLS"].split(",")) for r in rows)


def test_the_other_members_are_there(sample: Path, expected: dict) -> None:
    assert len(member(sample, "Invitations.csv")) == expected["linkedin"]["Invitations.csv"]["rows"] > 300
    assert {r["Direction"] for r in member(sample, "Invitations.csv")} == {"INCOMING", "OUTGOING"}
    assert member(sample, "Profile.csv")[0]["Industry"] == "Computer Software"
    assert [r["Email Address"] for r in member(sample, "Email Addresses.csv")] == expected["user"]["emails"]
    positions = member(sample, "Positions.csv")
    assert [r["Finished On"] == "" for r in positions] == [True, False, False]
    assert positions[0]["Company Name"] == expected["user"]["employer"]
    assert member(sample, "Skills.csv")
    assert member(sample, "guide_messages.csv")


def test_the_earlier_export_has_other_employers_and_people_since_gone(sample: Path, expected: dict) -> None:
    name = "earlier/Basic_LinkedInDataExport_05-14-2026.zip"
    now = {r["URL"]: r["Company"] for r in member(sample, "Connections.csv") if r["First Name"]}
    then = {r["URL"]: r["Company"] for r in member(sample, "Connections.csv", name)}
    assert len(then) == expected[name]["rows"]
    moved = [url for url, company in then.items() if now.get(url, company) != company]
    assert len(moved) == expected[name]["moved"] == 20
    assert len(then.keys() - now.keys()) == expected[name]["vanished"] == 15


def test_the_contact_sheet_has_a_title_a_header_and_rows_to_refuse(sample: Path, expected: dict) -> None:
    sheet = load_workbook(sample / "my-contacts.xlsx").active
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0].startswith("Meine Kontakte")
    assert not any(rows[1])
    assert ",".join(rows[2]) == "Vorname,Nachname,Firma,Position,E-Mail,Telefon,Branche,Ort,Notiz"
    body = [row for row in rows[3:] if any(str(cell).strip() for cell in row)]
    people = [row for row in body if row[0] != "Summe"]
    count = expected["my-contacts.xlsx"]
    assert len(body) == count["rows"]
    assert len(people) == count["people"] == count["rows"] - sum(count["refused"].values())
    assert body[-1][:2] == ["Summe", len(people)]
    assert ['=HYPERLINK("http://x")', "Fagan"] in [row[:2] for row in people]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_log_has_its_interactions_and_four_rows_to_refuse(sample: Path, expected: dict) -> None:
    with (sample / "coffee-log.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    count = expected["coffee-log.csv"]
    assert list(rows[0]) == ["Date", "Person", "Minutes", "Type"]
    assert len(rows) == count["rows"] == 94
    good = rows[: count["interactions"]]
    assert all(date.fromisoformat(r["Date"]) <= date(2026, 11, 20) and r["Person"] for r in good)
    assert sum(count["refused"].values()) == len(rows) - len(good) == 4
    assert int(rows[-1]["Minutes"]) == sum(int(r["Minutes"] or 0) for r in good)


def test_sizes_are_exact_and_loose_files_equal_the_zip(tmp_path: Path) -> None:
    sizes = {"contacts": 90, "messages": 500, "events": 400}
    write_sample(tmp_path / "zip", **sizes)
    loose = write_sample(tmp_path / "loose", **sizes, zipped=False)
    with zipfile.ZipFile(tmp_path / "zip" / f"{EXPORT}.zip") as export:
        for path in loose[:-3]:
            assert path.read_bytes() == export.read(path.name)
        assert {p.name for p in loose[:-3]} == set(export.namelist())
    count = json.loads((tmp_path / "zip" / "expected.json").read_text(encoding="utf-8"))
    assert count["linkedin"]["Connections.csv"]["named_people"] == 90
    assert count["linkedin"]["messages.csv"]["rows"] == 500
    assert (tmp_path / "zip" / "work-calendar.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 400


def test_another_day_moves_everything(tmp_path: Path) -> None:
    written = write_sample(tmp_path, contacts=60, messages=60, events=100, today=date(2025, 3, 3))
    assert written[0].name == "Basic_LinkedInDataExport_03-03-2025.zip"
    rows = member(tmp_path, "messages.csv", written[0].name)
    assert max(r["DATE"] for r in rows) < "2025-03-03"
    assert min(r["DATE"] for r in rows) > "2022-02"


def test_too_few_contacts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 60"):
        write_sample(tmp_path, contacts=59)
