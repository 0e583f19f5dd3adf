from datetime import date, datetime

import pytest
from world import World, check, contact_id

from dashboard.industries.taxonomy import reference_shares

COLUMNS = (
    "rank introducer introducer_id introducer_key introducer_company introducer_position introducer_email "
    "introducer_industry strength last_interaction_on target_industry target_label target_name evidence certainty "
    "yes_chance knows_chance gap_points gain"
)
EVEN = 1 / 24


def fill(world: World) -> None:
    """All known time at home. Dana, a recruiter, is met; Hal works in health care; Fay once worked at a bank."""
    world.assume("target_mix", "even")
    world.assume("home_industry", "SFT")
    world.person("Fay Fox", company="Old Bank", url="fay", position="Teller")
    world.file("linkedin_connections", imported_at=datetime(2026, 11, 21, 12))
    world.person("Dana Fox", company="Soft", url="dana", position="Senior Recruiter", email="dana@gmail.com")
    world.person("Hal Fox", company="Clinic One", url="hal")
    world.person("Fay Fox", company="Soft", url="fay", position="Developer")
    world.meeting("2026-11-20 08:00", 60, "<in/dana>")
    world.label("company", "soft", "SFT")
    world.label("company", "clinic one", "HLT")
    world.label("company", "old bank", "FIN")


def test_whole_answer(world: World) -> None:
    """One ask per person. Dana's chance of a yes at strength 50 is .525; her odds to know health care are capped at .5.

    Hal is likely to know somebody in his own industry, so he stands above Dana's guess though that gains more.
    """
    fill(world)
    hal = EVEN * 0.15 * 0.9
    check(
        world.ask("intro_targets", per_introducer=1), COLUMNS,
        (1, "Hal Fox", contact_id("url:in/hal"), "url:in/hal", "Clinic One", None, None, "HLT", None, None, "HLT",
         "Health care", None, "works at Clinic One (LinkedIn export of 21 November 2026)", "likely",
         0.15, 0.9, EVEN, hal),
        (2, "Dana Fox", contact_id("url:in/dana"), "url:in/dana", "Soft", "Senior Recruiter", "dana@gmail.com",
         "SFT", 50, date(2026, 11, 20), "HLT", "Health care", None,
         "Senior Recruiter: a trade that meets many industries",
         "guess", 0.525, 0.5, EVEN, EVEN * 0.525 * 0.5 * (1 - 0.15 * 0.9)),
        (3, "Fay Fox", contact_id("url:in/fay"), "url:in/fay", "Soft", "Developer", None, "SFT", None, None, "FIN",
         "Finance", None, "worked at Old Bank until an export of 20 November 2026", "likely",
         0.15, 0.6, EVEN, EVEN * 0.15 * 0.6),
    )


def test_a_guess_rests_on_the_base_rate_and_the_trade(world: World) -> None:
    """Base rate (0 people + 5 r) / (3 people + 5), odds x 4 for a recruiter."""
    fill(world)
    ask = next(row for row in world.ask("intro_targets", per_introducer=24) if row["target_industry"] == "LAW")
    base = max(0.01, 5 * reference_shares("professional")["LAW"] / 8)
    odds = 4 * base / (1 - base)
    assert ask["introducer"] == "Dana Fox"
    assert ask["knows_chance"] == pytest.approx(odds / (1 + odds))


def test_the_home_share_counts_when_gaps_are_measured(world: World) -> None:
    """Half the time at home, half in law: finance lacks its whole target, law nothing."""
    fill(world)
    world.person("Leo Fox", company="Legal One", url="leo")
    world.label("company", "legal one", "LAW")
    world.meeting("2026-11-19 08:00", 60, "<in/leo>")
    gaps = {row["industry"]: row["gap_points"] for row in world.ask("industry_gaps")}
    asks = world.ask("intro_targets", per_introducer=24, per_industry=24)
    assert "LAW" not in {ask["target_industry"] for ask in asks}
    for ask in asks:
        assert ask["gap_points"] == pytest.approx(gaps[ask["target_industry"]])


def test_met_together_is_evidence(world: World) -> None:
    """Dana was in small company with Hal: odds x 3, and the reason shown."""
    fill(world)
    world.person("Emil Fox", company="Soft", url="emil")
    world.meeting("2026-10-05 08:00", 4, "<in/emil>", "<in/hal>", kind="sheet", me=None)
    ask = next(row for row in world.ask("intro_targets") if row["introducer"] == "Emil Fox")
    assert ask["evidence"] == "met you and somebody from Health care together on 5 October 2026"
    base = (1 + 5 * reference_shares("professional")["HLT"]) / (4 + 5)
    odds = 3 * base / (1 - base)
    assert ask["knows_chance"] == pytest.approx(min(0.5, odds / (1 + odds)))
    assert ask["certainty"] == "guess"


@pytest.mark.parametrize("setting", ["private", "archived", "never_suggest"])
def test_who_is_marked_is_not_asked(world: World, setting: str) -> None:
    fill(world)
    world.mark("url:in/hal", setting)
    assert "Hal Fox" not in {row["introducer"] for row in world.ask("intro_targets")}


def test_a_word_that_only_begins_like_a_trade_is_none(world: World) -> None:
    world.assume("home_industry", "SFT")
    for name, position in (("ann", "Salesforce Developer"), ("bob", "Editorial Systems"), ("cem", "Rechtsanwältin"),
                           ("dev", "Rechtsanwalt"), ("eva", "Unternehmensberaterin")):
        world.person(f"{name} Fox", url=name, position=position)
    world.person("Dana Fox", company="Soft", url="dana")
    world.label("company", "soft", "SFT")
    world.meeting("2026-11-20 08:00", 1, "<in/dana>")
    asked = {row["introducer"] for row in world.ask("intro_targets", per_industry=24)}
    assert asked == {"dev Fox", "eva Fox"}


def test_dormant_but_once_strong_says_yes_at_least_three_in_ten(world: World) -> None:
    fill(world)
    world.meeting("2015-11-20 08:00", 240, "<in/hal>")
    world.meeting("2015-11-21 08:00", 240, "<in/hal>")
    ask = next(row for row in world.ask("intro_targets") if row["introducer"] == "Hal Fox")
    assert ask["yes_chance"] == 0.3


def test_somebody_labelled_without_an_employer_has_a_reason_too(world: World) -> None:
    fill(world)
    world.person("Gil Fox", url="gil")
    world.label("person", "url:in/gil", "EDU")
    world.meeting("2026-11-01 08:00", 1, "Ina Fox <ina@school.example>")
    world.label("domain", "school.example", "EDU")
    reasons = {row["introducer"]: row["evidence"] for row in world.ask("intro_targets", per_industry=9)}
    assert reasons["Gil Fox"] == "you placed them in Education"
    assert reasons["Ina Fox"] == "works at school.example (their address)"


def test_a_company_of_no_known_time_has_no_gaps_to_close(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@zyx.example>")
    assert world.ask("intro_targets") == []
