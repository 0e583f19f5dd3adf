"""The user's labels, and what the classifier says where there is none."""

from datetime import datetime

import pytest
from world import World


@pytest.fixture
def dana(world: World) -> World:
    world.person("Dana Fox", company="Siemens AG", url="dana", email="dana@mail.siemens.com")
    return world


def industry(world: World) -> tuple[str | None, str, float]:
    row = world.ask("contacts")[0]
    return row["industry"], row["industry_layer"], row["industry_confidence"]


def test_person_before_company_before_domain_before_guess(dana: World) -> None:
    guess = industry(dana)
    assert guess[1] != "label"
    dana.label("domain", "mail.siemens.com", "ENE")
    assert industry(dana) == ("ENE", "label", 1)
    dana.label("company", "siemens", "MFG")
    assert industry(dana) == ("MFG", "label", 1)
    dana.label("person", "url:in/dana", "HLT")
    assert industry(dana) == ("HLT", "label", 1)
    dana.label("person", "url:in/dana", None)
    dana.label("company", "siemens", None)
    dana.label("domain", "mail.siemens.com", None)
    assert industry(dana) == guess


def test_a_label_says_whose_word_it_is(dana: World) -> None:
    dana.label("domain", "mail.siemens.com", "ENE")
    assert dana.ask("contacts")[0]["industry_evidence"] == "you said so of mail.siemens.com"
    dana.label("company", "siemens", "MFG")
    assert dana.ask("contacts")[0]["industry_evidence"] == "you said so of Siemens AG"
    dana.label("person", "url:in/dana", "HLT")
    assert dana.ask("contacts")[0]["industry_evidence"] == "you said so"


def test_the_newest_label_of_a_merged_person_holds(dana: World) -> None:
    dana.file("contact_sheet")
    dana.person("Dana Fox", email="dana@mail.siemens.com")
    dana.label("person", "mail:dana@mail.siemens.com", "LAW")
    dana.label("person", "url:in/dana", "FIN")
    assert industry(dana)[0] == "FIN"
    dana.label("person", "mail:dana@mail.siemens.com", "LAW")
    assert industry(dana)[0] == "LAW"


def test_a_label_survives_a_newer_export_and_an_undone_one(dana: World) -> None:
    dana.label("person", "url:in/dana", "HLT")
    dana.file("linkedin_connections", imported_at=datetime(2026, 11, 21, 12))
    dana.person("Dana Fox", company="Bosch", url="dana")
    assert industry(dana) == ("HLT", "label", 1)
    dana.undo(1)
    assert industry(dana) == ("HLT", "label", 1)
    dana.undo(2)
    assert dana.ask("contacts") == []
    dana.file("linkedin_connections", imported_at=datetime(2026, 11, 22, 12))
    dana.person("Dana Fox", url="dana")
    assert industry(dana) == ("HLT", "label", 1)


def test_nothing_known_is_unknown(world: World) -> None:
    world.person("Dana Fox", url="dana")
    assert industry(world) == (None, "unknown", 0)


def test_a_company_label_holds_for_where_people_worked_before(world: World) -> None:
    world.person("Dana Fox", company="Zyx One", url="dana")
    world.file("linkedin_connections", imported_at=datetime(2026, 11, 21, 12))
    world.person("Dana Fox", company="Zyx Two", url="dana")
    world.label("company", "zyx one", "HLT")
    world.label("company", "zyx two", "FIN")
    assert world.rows("select industry, company, last_seen_on::varchar from model.former_industry") == [
        ("HLT", "Zyx One", "2026-11-20"),
    ]


def test_home_is_what_the_user_says_else_the_newest_profile_else_the_position(world: World) -> None:
    def home() -> list[tuple[str | None, str | None]]:
        return world.rows("select industry, source from model.home")

    assert home() == [(None, None)]
    world.position("Deutsche Bank", "Analyst")
    assert home() == [("FIN", "your present position")]
    world.file("linkedin_profile")
    world.person("Me Myself", industry="Insurance", is_self=True)
    assert home() == [("INS", "your LinkedIn profile")]
    world.file("linkedin_profile", imported_at=datetime(2026, 11, 21, 12))
    world.person("Me Myself", industry="Law Practice", is_self=True)
    assert home() == [("LAW", "your LinkedIn profile")]
    world.assume("home_industry", "SFT")
    assert home() == [("SFT", "you said so")]
