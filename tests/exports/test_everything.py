"""Everything in one zip: nothing is missing, every column is explained, no cell is ever computed."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from workspaces import connections, file, rows, take

from dashboard import questions, settings
from dashboard.errors import UserError
from dashboard.exports import delimited, readme
from dashboard.exports.everything import write_everything
from dashboard.warehouse import Workspace, decide

NASTY = [
    "=1+1", "+1", "-2", "@x", "\t=1", " =1", "＝1", "'=1", "''@", "+49 30 1234567", "+1-202-555-0143", "+1 202 555 0143",
    "-3.5", "1,5e-3%", "+1 2", "plain", "", "a=1", "'quoted'", "+", "- item", "\r\nx", "=HYPERLINK(\"http://x\")",
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory, finished_sample: Workspace) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("export") / "all.zip"
    with finished_sample.reading() as con:
        write_everything(con, target)
    assert target.stat().st_mode & 0o077 == 0
    assert [path.name for path in target.parent.iterdir()] == ["all.zip"]
    return zipfile.ZipFile(target)


def table(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))


def test_every_table_and_every_answer_is_there(unpacked: zipfile.ZipFile, finished_sample: Workspace) -> None:
    kept = rows(
        finished_sample,
        "select schema_name, table_name from duckdb_tables() where schema_name in ('records', 'decisions')",
    )
    for schema, name in kept:
        ((count,),) = rows(finished_sample, f"select count(*) from {schema}.{name}")
        assert len(table(unpacked, f"{schema}/{name}.csv")) == count, name
    general = {name for name in questions.names() if questions.load(name).is_general}
    assert {name for name in unpacked.namelist() if name.startswith("answers/")} == {
        f"answers/{name}.csv" for name in general - {"contacts"}
    }
    assert {"contacts", "assumptions", "network_summary", "industry_gaps"} <= general


def test_contacts_and_interactions_are_whole(unpacked: zipfile.ZipFile, finished_sample: Workspace) -> None:
    ((contacts,),) = rows(finished_sample, "select count(*) from model.contact where not is_archived")
    assert len(table(unpacked, "contacts.csv")) == contacts
    told = table(unpacked, "interactions.csv")
    ((parts, minutes),) = rows(finished_sample, "select count(*), sum(minutes) from model.participation")
    assert sum(row["contact_id"] != "" for row in told) == parts
    assert sum(float(row["minutes"] or 0) for row in told) == pytest.approx(minutes)
    assert all(row["not_counted"] for row in told if not row["contact_id"])


def test_the_readme_explains_every_file_and_column(unpacked: zipfile.ZipFile) -> None:
    text = unpacked.read("README.txt").decode()
    assert "NULL" not in text
    for name in unpacked.namelist():
        if name == "README.txt":
            continue
        assert f"\r\n{name}\r\n" in text, name
        section = text.split(f"\r\n{name}\r\n", 1)[1].split("\r\n\r\n", 1)[0]
        header = unpacked.read(name).decode("utf-8-sig").split("\n", 1)[0].strip()
        for column in next(csv.reader([header])):
            explained = [line for line in section.splitlines() if line.startswith(f"  {column} ")]
            assert explained, f"{name}: {column}"


def test_what_a_column_says_comes_from_the_schema_or_the_glossary() -> None:
    entry = readme.of_table("x", "records", "part", ["series", "rows_read", "brand_new"])
    assert entry.columns == [
        ("series", "which address book or calendar: newer files of a series replace older"),
        ("rows_read", "lines in the file"),
        ("brand_new", "brand new"),
    ]
    assert readme.of_table("x", "records", "part", []).says.startswith("One line per file of an import")
    assert readme.of_table("x", "records", "participant", []).says == "Who was in which of them."


def test_tables_guard_their_cells_as_answers_do(finished_sample: Workspace) -> None:
    with finished_sample.reading() as con:
        con.execute((settings.queries_folder() / "everything" / "cell.sql").read_text(encoding="utf-8"))
        for text in NASTY:
            ((guarded,),) = con.execute("select cell($text)", {"text": text}).fetchall()
            assert guarded == delimited.guarded(text), repr(text)
        assert con.execute("select cell(null)").fetchall() == [(None,)]


def test_hostile_names_are_text_and_come_back(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "workspace")
    take(space, file(tmp_path, "people.csv", "Full name,Company", '"=HYPERLINK(""http://x"")",Acme', "@Ada Fox,Acme"))
    decide(space, "industry_label", [{"scope": "company", "scope_key": '=1+"1', "industry": "HLT"}])
    with space.reading() as con:
        write_everything(con, tmp_path / "it's all.zip")
    with zipfile.ZipFile(tmp_path / "it's all.zip") as archive:
        names = [row["full_name"] for row in table(archive, "records/person.csv")]
        assert all(name.startswith("'") for name in names)
        assert [delimited.unguarded(name) for name in names] == ['=HYPERLINK("http://x")', "@Ada Fox"]
        assert table(archive, "decisions/industry_label.csv")[0]["scope_key"] == "'=1+\"1"


def test_where_it_cannot_be_written_nothing_is(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, "Ada,Fox,,,Siemens AG,Engineer,05 Mar 2024"))
    with space.reading() as con, pytest.raises(UserError, match="cannot be written"):
        write_everything(con, tmp_path / "no such folder" / "all.zip")
