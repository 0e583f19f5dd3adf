"""The keys by which people, companies and addresses are compared."""

import re

import duckdb
import pytest

from dashboard.settings import queries_folder


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute(
        re.sub(r"create sequence.*", "", (queries_folder() / "schema" / "0004_keys.sql").read_text(encoding="utf-8"))
    )
    return con


def key(con: duckdb.DuckDBPyConnection, macro: str, text: str | None) -> str | None:
    found: str | None = con.execute(f"select keys.{macro}($text)", {"text": text}).fetchall()[0][0]
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Dana Fox", "dana fox"),
        (" DANA  fox ", "dana fox"),
        ("Fox, Dana", "dana fox"),
        ("Dr. Dana Fox", "dana fox"),
        ("Dana Fox, MBA", "dana fox"),
        ("Dana Fox, Ph.D.", "dana fox"),
        ("Dana Fox | Coach (she/her)", "dana fox"),
        ("Dana (Dee) Fox", "dana fox"),
        ("Robert (Bob) Smith", "robert smith"),
        ("Fox, Dana (she/her)", "dana fox"),
        ("Dana Fox (open", "dana fox"),
        ("Dana Fox 🚀", "dana fox"),
        ("José Núñez", "jose nunez"),
        ("李 小龙", "李 小龙"),
        ("O'Neil", "o neil"),
        ("Anne-Marie Lee", "anne marie lee"),
        ("🚀", None),
        ("", None),
        (None, None),
    ],
)
def test_names(con: duckdb.DuckDBPyConnection, written: str | None, expected: str | None) -> None:
    assert key(con, "name", written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://www.linkedin.com/in/Dana-Fox/", "in/dana-fox"),
        ("http://linkedin.com/in/dana-fox?trk=x", "in/dana-fox"),
        ("www.linkedin.com/in/dana-f%C3%B6x#about", "in/dana-föx"),
        ("https://de.linkedin.com/in/dana-fox", "in/dana-fox"),
        (" linkedin.com/in/dana ", "in/dana"),
        ("https://linkedin.com/", None),
        ("https://example.com/in/dana", None),
        ("NA", None),
        ("", None),
        ("https://notlinkedin.com/in/dana", None),
    ],
)
def test_profile_addresses(con: duckdb.DuckDBPyConnection, written: str, expected: str | None) -> None:
    assert key(con, "url", written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" Dana.Fox@Siemens.COM ", "dana.fox@siemens.com"),
        ("dana@localhost", None),
        ("dana fox@siemens.com", None),
        ("a@b.co;c@d.co", None),
        ("", None),
    ],
)
def test_mail_addresses(con: duckdb.DuckDBPyConnection, written: str, expected: str | None) -> None:
    assert key(con, "email", written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Siemens AG", "siemens"),
        ("SIEMENS (Erlangen)", "siemens"),
        ("Acme, Inc.", "acme"),
        ("AT&T", "at t"),
        ("Inc", "inc"),
        ("", None),
    ],
)
def test_companies(con: duckdb.DuckDBPyConnection, written: str, expected: str | None) -> None:
    assert key(con, "company", written) == expected
