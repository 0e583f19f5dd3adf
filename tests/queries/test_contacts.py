"""The contacts, one row each, searched and filtered."""

from datetime import date

import pytest
from world import World, check, contact_id

from dashboard.industries import Evidence, classify_many, mix_of, reweighted

COLUMNS = (
    "contact_id identity_key full_name company position industry industry_label industry_confidence sureness "
    "industry_layer industry_evidence is_colleague is_private is_never_suggested is_archived is_vanished vanished_on is_warm "
    "is_dormant strength minutes share last_interaction_on connected_on email matches "
    "function_key function_label first_industry second_industry third_industry"
)


def fill(world: World) -> None:
    world.position("Qxz")
    world.person("Dana Fox", company="Soft", url="dana", position="CTO", connected_on=date(2020, 5, 4))
    world.person("Eve Fox", company="Qxz", url="eve", email="eve@gmail.com")
    world.meeting("2026-11-20 08:00", 60, "<in/dana>")
    world.meeting("2025-11-20 08:00", 60, "<in/eve>")
    world.meeting("2026-11-19 08:00", 20, "Ute Fox <ute@zyx.example>")
    world.label("company", "soft", "SFT")
    world.mark("mail:ute@zyx.example", "private")
    world.mark("mail:ute@zyx.example", "archived")
    world.mark("url:in/eve", "never_suggest")


def names(found: list[dict[str, object]]) -> list[object]:
    return [row["full_name"] for row in found]


EVIDENCE = [Evidence("Soft", "CTO"), Evidence(domain="zyx.example"), Evidence("Qxz")]


def guesses(at: int) -> list[str]:
    """The three best of an evidence, re-weighted by what all three are."""
    found = classify_many(EVIDENCE)
    return [code for code, _ in reweighted(found[at], mix_of(found)).guesses[:3]]


def test_whole_answer(world: World) -> None:
    """Ute's 20 minutes have faded for a day; Eve's hour, a year and a colleague's, lies outside the window."""
    fill(world)
    ute = 20 * 0.5 ** (1 / 180)
    eve = 60 * 0.5 ** (365 / 180)
    check(
        world.ask("contacts"), COLUMNS,
        (contact_id("url:in/dana"), "url:in/dana", "Dana Fox", "Soft", "CTO", "SFT", "Software", 1, "sure", "label",
         "you said so of Soft", False, False, False, False, False, None, True, False, 50, 60, 0.75, date(2026, 11, 20),
         date(2020, 5, 4), None, 3, "engineering", "Engineering & IT", *guesses(0)),
        (contact_id("mail:ute@zyx.example"), "mail:ute@zyx.example", "Ute Fox", None, None, None, "Not known", 0,
         "unsure", "unknown", "", False, True, False, True, False, None, False, False, 100 * ute / (ute + 60), 20, 0.25,
         date(2026, 11, 19), None, "ute@zyx.example", 3, None, None, *guesses(1)),
        (contact_id("url:in/eve"), "url:in/eve", "Eve Fox", "Qxz", None, None, "Not known", 0, "unsure", "unknown",
         "", True, False, True, False, False, None, False, True, 100 * eve / (eve + 60), 0, 0, date(2025, 11, 20), None,
         "eve@gmail.com", 3, None, None, *guesses(2)),
    )


def test_only_one_industry_or_the_unknown(world: World) -> None:
    fill(world)
    assert names(world.ask("contacts", industry="SFT")) == ["Dana Fox"]
    assert names(world.ask("contacts", industry="unknown")) == ["Ute Fox", "Eve Fox"]
    assert world.ask("contacts", industry="SFT")[0]["share"] == 1
    assert world.ask("contacts", industry="LAW") == []


def test_only_one_function(world: World) -> None:
    fill(world)
    assert names(world.ask("contacts", function="engineering")) == ["Dana Fox"]
    assert world.ask("contacts", function="sales") == []


def test_warm_dormant_unsure(world: World) -> None:
    fill(world)
    assert names(world.ask("contacts", ties="warm")) == ["Dana Fox"]
    assert names(world.ask("contacts", ties="dormant")) == ["Eve Fox"]
    assert names(world.ask("contacts", ties="dormant", window_days=730)) == []
    assert names(world.ask("contacts", ties="unsure")) == ["Ute Fox", "Eve Fox"]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("dana", ["Dana Fox"]),
        ("FOX  d", ["Dana Fox"]),
        ("cto soft", ["Dana Fox"]),
        ("eve@gmail.com", ["Eve Fox"]),
        ("zyx", ["Ute Fox"]),
        ("ana", []),
        ("zebra", []),
        ("%", []),
        ("  ", ["Dana Fox", "Ute Fox", "Eve Fox"]),
        (None, ["Dana Fox", "Ute Fox", "Eve Fox"]),
    ],
)
def test_search_by_beginnings_of_words(world: World, search: str | None, expected: list[str]) -> None:
    fill(world)
    assert names(world.ask("contacts", search=search)) == expected


def test_search_knows_no_accents_and_finds_corrected_names(world: World) -> None:
    world.person("Zoë Müller", company="Crème AG", url="zoe")
    assert names(world.ask("contacts", search="zoe muller")) == ["Zoë Müller"]
    assert names(world.ask("contacts", search="CRÈME")) == ["Zoë Müller"]
    world.decide("contact_correction", identity_key="url:in/zoe", field="full_name", correction="Zoë Brontë")
    assert names(world.ask("contacts", search="bronte")) == ["Zoë Brontë"]
    assert world.ask("contacts", search="muller") == []


def test_the_first_of_many_and_how_many_there_are(world: World) -> None:
    fill(world)
    assert [(row["full_name"], row["matches"]) for row in world.ask("contacts", first=1)] == [("Dana Fox", 3)]


def test_contact_counts(world: World) -> None:
    fill(world)
    world.decide("added_contact", full_name="Zoe Fox", company="Soft", position=None, email=None, profile_url=None,
                 industry=None, is_added=True)
    check(
        world.ask("contact_counts"), "contacts known unsure warm dormant added",
        (4, 2, 2, 1, 1, 1),
    )
    assert world.ask("contact_counts", window_days=730)[0]["dormant"] == 0
