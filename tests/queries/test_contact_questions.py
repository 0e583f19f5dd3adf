"""One person: who they are, what is known and from where, what was done together, what joins their namings."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from world import World, check, contact_id

from dashboard.questions import ask
from dashboard.warehouse import SourceFile, Workspace, import_files

WHO = contact_id("url:in/dana")
SEEN = [f"p{i}@x.example" for i in range(20)]


@pytest.fixture
def dana(world: World) -> World:
    """Dana moved from Soft to Bosch between two exports; her address at Bosch is in the calendar."""
    world.person("Dana Fox", company="Soft", url="dana", position="CTO", connected_on=date(2020, 5, 4), phone="+49 1")
    world.file("linkedin_connections", imported_at=datetime(2026, 11, 21, 12))
    world.person("Dana Fox", company="Bosch AG", url="dana", position="Head", connected_on=date(2020, 5, 4))
    world.meeting("2026-11-20 08:00", 60, "D. Fox <in/dana>")
    world.meeting("2026-11-19 08:00", 60, "<in/dana>", *SEEN)
    world.meeting("2026-12-24 08:00", 60, "<in/dana>")
    world.message("2026-05-24 08:00", "<in/dana>", sent=True)
    world.message("2026-05-25 08:00", "<in/dana>", sent=False)
    world.meeting("2026-11-02 10:00", 30, "Dana Fox <dana@bosch.com>")
    world.label("company", "bosch", "MFG")
    return world


def today(world: World, table: str) -> date:
    """The day on which the decisions of a kind were written down."""
    found: date = world.rows(f"select max(decided_at)::date from decisions.{table}")[0][0]
    return found


def test_contact_profile(dana: World) -> None:
    spoken = 60 + 30 * 0.5 ** (18 / 180)
    written = 3 * 0.5 ** (180 / 180) + 1 * 0.5 ** (179 / 180)
    expected: dict[str, Any] = {
        "contact_id": WHO, "identity_key": "url:in/dana", "full_name": "Dana Fox", "company": "Bosch AG",
        "company_key": "bosch", "position": "Head", "email": "dana@bosch.com", "phone": None,
        "profile_url": "in/dana", "industry": "MFG",
        "industry_label": "Industrial, Chemical & Automotive Manufacturing", "sureness": "sure",
        "industry_layer": "label", "industry_evidence": "you said so of Bosch AG", "label_scope": "company",
        "label_key": "bosch", "is_contact": True, "is_added": False, "is_connection": True, "is_colleague": False,
        "is_private": False, "is_never_suggested": False, "is_archived": False, "is_vanished": False, "vanished_on": None,
        "connected_on": date(2020, 5, 4),
        "strength": pytest.approx(100 * (spoken + written) / (spoken + written + 60)),
        "minutes": 94.0, "hours": pytest.approx(94 / 60), "share": 1.0, "interactions": 4,
        "first_interaction_on": date(2026, 5, 24), "last_interaction_on": date(2026, 11, 20), "note": None,
        "noted_on": None,
    }
    assert dana.ask("contact_profile", who=WHO) == [expected]
    assert dana.ask("contact_profile", who=contact_id("mail:dana@bosch.com")) == [expected], "an alias leads there"
    assert dana.ask("contact_profile", who="nobody") == []
    assert dana.ask("contact_profile", who=None) == []


def test_contact_profile_says_whose_label_it_is(dana: World) -> None:
    dana.label("person", "mail:dana@bosch.com", "LAW")
    found = dana.ask("contact_profile", who=WHO)[0]
    assert (found["label_scope"], found["label_key"]) == ("person", "mail:dana@bosch.com")
    dana.label("person", "mail:dana@bosch.com", None)
    dana.label("company", "bosch", None)
    dana.label("domain", "bosch.com", "HWE")
    found = dana.ask("contact_profile", who=WHO)[0]
    assert (found["label_scope"], found["label_key"]) == ("domain", "bosch.com")
    dana.label("domain", "bosch.com", None)
    assert dana.ask("contact_profile", who=WHO)[0]["label_scope"] is None


def test_contact_profile_of_somebody_only_seen_and_of_oneself(dana: World) -> None:
    found = dana.ask("contact_profile", who=contact_id(f"mail:{SEEN[0]}"))[0]
    assert (found["full_name"], found["is_contact"], found["minutes"]) == (SEEN[0], False, 0)
    assert dana.ask("contact_profile", who=contact_id("mail:me@gmail.com")) == []


def test_contact_facts(dana: World) -> None:
    dana.decide("contact_correction", identity_key="url:in/dana", field="position", correction="Partner")
    said_on = today(dana, "contact_correction")
    check(
        dana.ask("contact_facts", who=WHO), "fact fact_value is_used is_yours file line stated_on",
        ("name", "Dana Fox", True, False, "2.file", 2, date(2026, 11, 21)),
        ("name", "D. Fox", False, False, "3.file", 2, date(2026, 11, 20)),
        ("company", "Bosch AG", True, False, "2.file", 2, date(2026, 11, 21)),
        ("company", "Soft", False, False, "1.file", 2, date(2026, 11, 20)),
        ("position", "Partner", True, True, None, None, said_on),
        ("position", "Head", False, False, "2.file", 2, date(2026, 11, 21)),
        ("position", "CTO", False, False, "1.file", 2, date(2026, 11, 20)),
        ("e-mail", "dana@bosch.com", True, False, "5.file", 2, date(2026, 11, 20)),
        ("profile", "in/dana", True, False, "2.file", 2, date(2026, 11, 21)),
        ("connected", "4 May 2020", True, False, "2.file", 2, date(2026, 11, 21)),
    )


def test_contact_facts_of_somebody_added_are_the_users_word(world: World) -> None:
    world.decide("added_contact", full_name="Ute Fox", company="Zyx", position=None, email=None, profile_url=None,
                 industry=None, is_added=True)
    world.decide("employer_correction", identity_key="name:ute fox|zyx", company="")
    said_on = today(world, "added_contact")
    check(
        world.ask("contact_facts", who=contact_id("name:ute fox|zyx")),
        "fact fact_value is_used is_yours file line stated_on",
        ("name", "Ute Fox", True, True, None, None, said_on),
        ("company", "none", True, True, None, None, today(world, "employer_correction")),
        ("company", "Zyx", False, True, None, None, said_on),
    )


def test_contact_timeline(dana: World) -> None:
    """What counts, the audience, and last the event to come."""
    check(
        dana.ask("contact_timeline", who=WHO),
        "import_id occurrence_no occurred_on what channel direction minutes others counts_not file line "
        "on_record to_come",
        (3, 1, date(2026, 11, 20), "Meeting", "meeting", None, 60, 1, None, "3.file", 2, 6, 1),
        (3, 2, date(2026, 11, 19), "Meeting", "meeting", None, 0, 21, "an audience", "3.file", 3, 6, 1),
        (5, 1, date(2026, 11, 2), "Meeting", "meeting", None, 30, 1, None, "5.file", 2, 6, 1),
        (4, 2, date(2026, 5, 25), "They wrote: message", "message", "in", 1, 1, None, "4.file", 3, 6, 1),
        (4, 1, date(2026, 5, 24), "You wrote: message", "message", "out", 3, 1, None, "4.file", 2, 6, 1),
        (3, 3, date(2026, 12, 24), "Meeting", "meeting", None, 0, 1, "not yet happened", "3.file", 4, 6, 1),
    )
    assert [row["minutes"] for row in dana.ask("contact_timeline", who=WHO, first=1)] == [60]


def test_contact_timeline_says_why_it_counts_nothing(world: World) -> None:
    world.position("Own Works")
    world.person("Eve Fox", company="Own Works", url="eve")
    world.meeting("2026-11-20 08:00", 60, "<in/eve>")
    world.person("Dana Fox", company="Soft", url="dana")
    world.meeting("2026-11-19 08:00", 60, "Dana Fox <dana@x.example>", me="declined")
    world.meeting("2026-11-18 08:00", 60, "<in/dana>", is_cancelled=True)
    world.decide("person_link", identity_key="url:in/dana", other_key="mail:dana@x.example", verdict="same")
    assert [row["counts_not"] for row in world.ask("contact_timeline", who=WHO)] == ["declined by you", "cancelled"]
    eve = world.ask("contact_timeline", who=contact_id("url:in/eve"))
    assert [(row["counts_not"], row["minutes"]) for row in eve] == [("with a colleague", 60)]


def test_contact_strength(dana: World) -> None:
    spoken = 60 + 30 * 0.5 ** (18 / 180)
    written = 3 * 0.5 ** (180 / 180) + 1 * 0.5 ** (179 / 180)
    faded = spoken + written
    check(
        dana.ask("contact_strength", who=WHO),
        "contact_id strength is_warm warm_from spoken_minutes written_minutes two_wayness messages_in messages_out "
        "faded_minutes minutes_ever last_interaction_on half_life_days strength_half_minutes is_dormant_once_strong",
        (WHO, 100 * faded / (faded + 60), True, 30.0, spoken, written, 1.0, 1.0, 1.0, faded, 94.0, date(2026, 11, 20),
         180.0, 60.0, False),
    )
    assert dana.ask("contact_strength", who="nobody") == []


def test_contact_identities(dana: World) -> None:
    check(
        dana.ask("contact_identities", who=WHO), "identity_key named_as known_by joined_by is_first file line",
        ("url:in/dana", "D. Fox / Dana Fox", "in/dana", "same name and employer", True, "1.file", 2),
        ("mail:dana@bosch.com", "Dana Fox", "dana@bosch.com", "same name and employer", False, "5.file", 2),
    )


def test_contact_split(dana: World) -> None:
    dana.decide("person_link", identity_key="mail:dana@bosch.com", other_key="url:in/dana", verdict="same")
    check(
        dana.ask("contact_split", who=WHO, namings="mail:dana@bosch.com"), "identity_key other_key verdict",
        ("mail:dana@bosch.com", "url:in/dana", "different"),
        ("url:in/dana", "mail:dana@bosch.com", "different"),
    )
    assert dana.ask("contact_split", who=WHO, namings="url:in/dana\nmail:dana@bosch.com") == [], "nobody would stay"
    assert dana.ask("contact_split", who=WHO, namings=None) == []


def test_contact_merge(dana: World) -> None:
    dana.person("Eve Fox", url="eve")
    dana.decide("person_link", identity_key="mail:dana@bosch.com", other_key="url:in/eve", verdict="different")
    check(
        dana.ask("contact_merge", who=WHO, other=contact_id("url:in/eve")), "identity_key other_key verdict",
        ("mail:dana@bosch.com", "url:in/eve", None),
        ("url:in/dana", "url:in/eve", "same"),
    )


def test_contact_links(dana: World) -> None:
    dana.person("Eve Fox", url="eve")
    dana.decide("person_link", identity_key="mail:dana@bosch.com", other_key="url:in/eve", verdict="different")
    dana.decide("person_link", identity_key="url:in/dana", other_key="mail:dana@bosch.com", verdict="same")
    dana.decide("person_link", identity_key="url:in/eve", other_key="mail:nobody@x.example", verdict="same")
    said_on = today(dana, "person_link")
    check(
        dana.ask("contact_links", who=WHO),
        "identity_key other_key verdict this_naming other_naming other_id decided_on before",
        ("url:in/dana", "mail:dana@bosch.com", "same", "D. Fox (in/dana)", "Dana Fox (dana@bosch.com)", WHO, said_on, None),
        ("mail:dana@bosch.com", "url:in/eve", "different", "Dana Fox (dana@bosch.com)", "Eve Fox (in/eve)",
         contact_id("url:in/eve"), said_on, None),
    )
    assert [row["other_id"] for row in dana.ask("contact_links", who=contact_id("url:in/eve"))] == [WHO]


def test_contact_months(dana: World) -> None:
    check(
        dana.ask("contact_months", who=WHO, months=7), "month_on hours spoken_hours written_hours interactions",
        (date(2026, 5, 1), 4 / 60, 0.0, 4 / 60, 2),
        *((date(2026, month, 1), 0.0, 0.0, 0.0, 0) for month in range(6, 11)),
        (date(2026, 11, 1), 1.5, 1.5, 0.0, 2),
    )
    assert len(dana.ask("contact_months", who=WHO, months=1)) == 1
    assert dana.ask("contact_months", who=contact_id(f"mail:{SEEN[0]}")) == [], "no time, no chart"


def test_contact_removal(world: World) -> None:
    added = {"full_name": "Ute Fox", "company": "Zyx", "position": None, "email": None, "profile_url": None,
             "industry": "LAW", "is_added": True}
    world.decide("added_contact", **added)
    world.person("Dana Fox", url="dana")
    who = contact_id("name:ute fox|zyx")
    (found,) = world.ask("contact_removal", who=who)
    assert found == {**added, "is_added": None}
    assert world.ask("contact_removal", who=WHO) == []
    world.decide("added_contact", **found)
    assert [row["full_name"] for row in world.ask("contacts")] == ["Dana Fox"]


def test_contact_facts_of_an_address_book(tmp_path: Path) -> None:
    """A further address and who introduced her: facts with their row, and words to find her by."""
    book = tmp_path / "outlook.csv"
    book.write_text(
        "Title,First Name,Last Name,Company,E-mail Address,E-mail Display Name,E-mail 2 Address,Referred By,Web Page\n"
        ",Dana,Fox,Acme,d@acme.com,Dana Fox,dana@fox.org,Ben Okafor,\n",
        encoding="utf-8",
    )
    space = Workspace(tmp_path / "space")
    import_files(space, [SourceFile(book, book.name)])
    with space.reading() as con:
        facts = ask(con, "contact_facts", {"who": contact_id("mail:d@acme.com")})
        found = ask(con, "people_found", {"search": "dana@fox.org"})
    said = set(zip(facts["fact"], facts["fact_value"], facts["file"], facts["line"], strict=True))
    assert said >= {
        ("e-mail", "d@acme.com", "outlook.csv", 2), ("e-mail", "dana@fox.org", "outlook.csv", 2),
        ("introduced by", "Ben Okafor", "outlook.csv", 2),
    }
    assert list(found["full_name"]) == ["Dana Fox"]
