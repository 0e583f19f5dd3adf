"""What the user corrects or adds by hand wins over every file, and outlives them all."""

from datetime import datetime
from typing import Any

import pytest
from world import World, contact_id

LATER = datetime(2026, 11, 21, 12)


def added(**given: Any) -> dict[str, Any]:
    """A person added by hand, with what was filled in."""
    empty = dict.fromkeys(("company", "position", "email", "profile_url", "industry"))
    return {"full_name": "Dana Fox", **empty, "is_added": True, **given}


def profile(world: World, key: str = "url:in/dana") -> dict[str, Any]:
    return world.ask("contact_profile", who=contact_id(key))[0]


@pytest.fixture
def dana(world: World) -> World:
    world.person("Dana Fox", company="Siemens AG", url="dana", position="Engineer")
    return world


def correct(world: World, field: str, correction: str | None, key: str = "url:in/dana") -> None:
    world.decide("contact_correction", identity_key=key, field=field, correction=correction)


def employ(world: World, company: str | None, key: str = "url:in/dana") -> None:
    world.decide("employer_correction", identity_key=key, company=company)


def test_a_correction_wins_over_every_file_until_it_is_taken_back(dana: World) -> None:
    correct(dana, "full_name", "Dana Wolf")
    correct(dana, "position", "Partner")
    employ(dana, "Linklaters LLP")
    dana.file("linkedin_connections", imported_at=LATER)
    dana.person("Dana F. Fox", company="Bosch", url="dana", position="Head")
    found = profile(dana)
    assert (found["full_name"], found["position"], found["company"]) == ("Dana Wolf", "Partner", "Linklaters LLP")
    assert dana.ask("contacts")[0]["company"] == "Linklaters LLP"
    for field in ("full_name", "position"):
        correct(dana, field, None)
    employ(dana, None)
    found = profile(dana)
    assert (found["full_name"], found["position"], found["company"]) == ("Dana F. Fox", "Head", "Bosch")


def test_a_corrected_employer_is_classified_and_labelled_anew(dana: World) -> None:
    dana.label("company", "siemens", "MFG")
    employ(dana, "Linklaters LLP")
    dana.label("company", "linklaters", "LAW")
    assert profile(dana)["industry"] == "LAW"
    employ(dana, None)
    assert profile(dana)["industry"] == "MFG"


def test_a_corrected_employer_makes_a_colleague_and_their_minutes(dana: World) -> None:
    dana.position("Own Works")
    dana.meeting("2026-11-02 10:00", 60, "<in/dana>")
    assert dana.ask("network_summary")[0]["colleague_minutes"] == 0
    employ(dana, "Own Works")
    assert profile(dana)["is_colleague"]
    assert dana.ask("network_summary")[0]["colleague_minutes"] == 60


def test_an_empty_correction_says_there_is_none_but_a_name_stays(dana: World) -> None:
    correct(dana, "position", "")
    employ(dana, "")
    correct(dana, "full_name", " ")
    found = profile(dana)
    assert (found["full_name"], found["position"], found["company"]) == ("Dana Fox", None, None)


def test_an_identity_is_not_changed_by_a_correction(dana: World) -> None:
    correct(dana, "full_name", "Ben Bo")
    dana.file("contact_sheet")
    dana.person("Dana Fox", company="Siemens")
    assert len(dana.ask("contacts")) == 1


def test_somebody_added_by_hand_is_a_contact_like_any_other(world: World) -> None:
    world.decide("added_contact", **added(company="Linklaters LLP", position="Partner", email="Dana@Linklaters.com"))
    found = profile(world, "mail:dana@linklaters.com")
    assert (found["full_name"], found["company"], found["position"]) == ("Dana Fox", "Linklaters LLP", "Partner")
    assert found["is_contact"]
    assert found["is_added"]
    assert found["industry"] == "LAW", "classified by the employer"
    assert world.ask("workspace_state")[0]["contacts"] == 1
    world.label("company", "linklaters", "CNS")
    assert profile(world, "mail:dana@linklaters.com")["industry"] == "CNS"


def test_the_industry_said_when_adding_holds_until_a_label(world: World) -> None:
    world.decide("added_contact", **added(company="Linklaters LLP", industry="EDU"))
    key = "name:dana fox|linklaters"
    found = profile(world, key)
    assert (found["industry"], found["industry_evidence"], found["label_scope"]) == ("EDU", "you said so", "person")
    world.label("person", key, "FIN")
    assert profile(world, key)["industry"] == "FIN"
    world.label("person", key, None)
    assert profile(world, key)["industry"] == "EDU"


def test_a_mail_provider_of_somebody_added_is_no_employer(world: World) -> None:
    world.build()
    world.decide("added_contact", **added(email="dana@gmail.com"))
    assert world.rows("select domain from model.contact") == [(None,)]


@pytest.mark.parametrize(
    ("given", "row"),
    [
        ({"company": "Siemens AG"}, {"company": "SIEMENS", "url": "dana"}),
        ({"email": "dana@fox.example"}, {"email": "DANA@fox.example", "url": "dana"}),
        ({"profile_url": "https://www.linkedin.com/in/dana/"}, {"company": "Bosch", "url": "dana"}),
    ],
)
def test_a_later_file_joins_by_the_ordinary_keys(world: World, given: dict[str, str], row: dict[str, str]) -> None:
    world.decide("added_contact", **added(**given, position="Partner"))
    before = world.ask("contacts")[0]["contact_id"]
    world.mark(world.ask("contacts")[0]["identity_key"], "never_suggest")
    world.file("linkedin_connections", imported_at=datetime(2100, 1, 1))
    world.person("Dana Fox", **row)
    (found,) = world.ask("contacts", as_of=datetime(2100, 1, 1).date())
    assert found["contact_id"] == before
    assert found["is_never_suggested"]
    world.undo(1)
    assert [row["contact_id"] for row in world.ask("contacts")] == [before], "no import takes them along"


def test_somebody_added_is_taken_back_and_put_back(world: World) -> None:
    world.decide("added_contact", **added())
    assert len(world.ask("contacts")) == 1
    world.decide("added_contact", **added(is_added=None))
    assert world.ask("contacts") == []
    world.decide("added_contact", **added())
    assert len(world.ask("contacts")) == 1


def test_a_name_of_any_script_and_any_nonsense_is_somebody(world: World) -> None:
    for name in ("山田太郎", "(Dee)", "'; DROP TABLE x", "=HYPERLINK(1)"):
        world.decide("added_contact", **added(full_name=name))
    assert {row["full_name"] for row in world.ask("contacts")} == {"山田太郎", "(Dee)", "'; DROP TABLE x", "=HYPERLINK(1)"}


def test_notes_survive_files_and_are_taken_back(dana: World) -> None:
    dana.decide("contact_note", identity_key="url:in/dana", note="Met in Rome")
    dana.decide("contact_note", identity_key="url:in/dana", note="Met in Rome, likes opera")
    dana.file("linkedin_connections", imported_at=LATER)
    dana.person("Dana Fox", company="Bosch", url="dana")
    assert profile(dana)["note"] == "Met in Rome, likes opera"
    dana.decide("contact_note", identity_key="url:in/dana", note=None)
    assert profile(dana)["note"] is None
