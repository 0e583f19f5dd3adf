"""Keys are normalised in one place: what is the same person, what is not."""

from typing import Any

import pytest
from world import World


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("keys")).build()


def value(world: World, macro: str, text: str | None) -> Any:
    with world.workspace.reading() as con:
        return con.execute(f"select keys.{macro}($text)", {"text": text}).fetchall()[0][0]


@pytest.mark.parametrize(("written", "expected"), [
    ("https://www.linkedin.com/in/Dana-Fox/", "in/dana-fox"),
    ("http://de.linkedin.com/in/dana-fox?trk=x#top", "in/dana-fox"),
    ("linkedin.com/in/dana-f%C3%B6x", "in/dana-föx"),
    ("https://example.com/in/dana", None),
    ("https://www.linkedin.com/", None),
    ("", None),
    (None, None),
])
def test_url(keys: World, written: str | None, expected: str | None) -> None:
    assert value(keys, "url", written) == expected


@pytest.mark.parametrize(("written", "expected"), [
    (" Dana.Fox@Siemens.COM ", "dana.fox@siemens.com"), ("dana@localhost", None), ("a b@x.de", None), ("", None),
    (None, None),
])
def test_email(keys: World, written: str | None, expected: str | None) -> None:
    assert value(keys, "email", written) == expected


@pytest.mark.parametrize(("written", "expected"), [
    ("Dana Fox", "dana fox"),
    ("  DANA   FOX ", "dana fox"),
    ("Fox, Dana", "dana fox"),
    ("Dr. Dana Fox, MBA | Coach (she/her)", "dana fox"),
    ("Dana Fox PhD", "dana fox"),
    ("José Ñandú", "jose nandu"),
    ("王小明", "王小明"),
    ("Dana O'Neil-Fox", "dana o neil fox"),
    ("!!!", None),
])
def test_name(keys: World, written: str, expected: str | None) -> None:
    assert value(keys, "name", written) == expected


@pytest.mark.parametrize(("written", "expected"), [
    ("Siemens AG", "siemens"),
    ("SIEMENS (Erlangen)", "siemens"),
    ("Acme Holding GmbH & Co. KG", "acme"),
    ("Müller und Söhne", "muller und sohne"),
    ("AG", "ag"),
    ("", None),
])
def test_company(keys: World, written: str, expected: str | None) -> None:
    assert value(keys, "company", written) == expected


@pytest.mark.parametrize(("domain", "expected"), [
    ("siemens.com", "siemens"), ("mail.siemens.com", "siemens"), ("siemens.co.uk", "siemens"), ("uni.ac.at", "uni"),
])
def test_domain_label(keys: World, domain: str, expected: str) -> None:
    assert value(keys, "domain_label", domain) == expected


@pytest.mark.parametrize(("company", "expected"), [
    ("siemens", {"siemens"}),
    ("deutsche bank", {"deutschebank", "db", "deutsche"}),
    ("bank of america", {"bankofamerica", "boa", "america"}),
])
def test_domain_names(keys: World, company: str, expected: set[str]) -> None:
    assert {name for name in value(keys, "domain_names", company) if name} == expected
