from datetime import date, datetime

import pytest
from world import World, check, contact_id

from dashboard.industries.taxonomy import reference_shares

COLUMNS = (
    "rank introducer introducer_id introducer_key introducer_company introducer_position introducer_email "
    "introducer_industry strength spoken_minutes written_minutes last_interaction_on "
    "last_asked_on favours_given favours_received is_resting "
    "target_industry target_label target_name target_company evidence certainty "
    "yes_chance knows_chance door_chance gap_points interest open_chance choice gain"
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
    world.file("calendar", imported_at=datetime(2026, 11, 21, 12))
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
        (1, "Hal Fox", contact_id("url:in/hal"), "url:in/hal", "Clinic One", None, None, "HLT", None, None, None, None, None,
         0, 0, False, "HLT",
         "Health care", None, None, "works at Clinic One (LinkedIn export imported on 21 November 2026)", "likely",
         0.15, 0.9, 0.135, EVEN, 1, 0, None, hal),
        (2, "Dana Fox", contact_id("url:in/dana"), "url:in/dana", "Soft", "Senior Recruiter", "dana@gmail.com",
         "SFT", 50, 60, 0, date(2026, 11, 20), None, 0, 0, False, "HLT", "Health care", None, None,
         "Senior Recruiter: a trade that meets many industries",
         "guess", 0.525, 0.5, 0.2625, EVEN, 1, 0, None, EVEN * 0.525 * 0.5 * (1 - 0.15 * 0.9)),
        (3, "Fay Fox", contact_id("url:in/fay"), "url:in/fay", "Soft", "Developer", None, "SFT", None, None, None, None, None,
         0, 0, False, "FIN",
         "Finance", None, None, "worked at Old Bank until an export imported on 20 November 2026", "likely",
         0.15, 0.6, 0.09, EVEN, 1, 0, None, EVEN * 0.15 * 0.6),
    )


def test_an_employer_the_user_corrected_is_no_word_of_a_file(world: World) -> None:
    fill(world)
    world.decide("employer_correction", identity_key="url:in/hal", company="Clinic Two")
    world.label("company", "clinic two", "HLT")
    (said,) = {row["evidence"] for row in world.ask("intro_targets") if row["introducer"] == "Hal Fox"}
    assert said == f"works at Clinic Two (you said so on {date.today():%-d %B %Y})"


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
        world.person(f"{name} Fox", company="Soft", url=name, position=position)
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


def asked_about(world: World, **params: object) -> set[tuple[str, str]]:
    """Who would be asked about what."""
    found = world.ask("intro_targets", per_industry=24, per_introducer=24, **params)
    return {(row["introducer"], row["target_industry"]) for row in found}


def test_who_has_an_open_request_is_not_asked_again(world: World) -> None:
    fill(world)
    key = world.request("url:in/hal", "HLT", date(2026, 1, 5), drafted=date(2026, 1, 5))
    assert "Hal Fox" not in {name for name, _ in asked_about(world)}
    world.decide("intro_request_event", request_key=key, state="resting", happened_on=date(2026, 11, 1))
    assert ("Hal Fox", "HLT") in asked_about(world), "a draft that was let rest was never an ask"


def test_nobody_is_asked_twice_in_90_days(world: World) -> None:
    fill(world)
    world.request("url:in/hal", "HLT", date(2026, 8, 22), sent=date(2026, 8, 22), kept=date(2026, 9, 1))
    assert "Hal Fox" in {name for name, _ in asked_about(world)}
    assert "Hal Fox" not in {name for name, _ in asked_about(world, today=date(2026, 11, 19))}
    asked = next(row for row in world.ask("intro_targets") if row["introducer"] == "Hal Fox")
    assert asked["last_asked_on"] == date(2026, 8, 22)


def test_what_was_put_off_comes_back_on_its_day(world: World) -> None:
    fill(world)
    world.decide("intro_snooze", identity_key="url:in/dana", target_industry="HLT", until_on=date(2026, 12, 20))
    assert ("Dana Fox", "HLT") not in asked_about(world)
    assert ("Dana Fox", "LAW") in asked_about(world), "only this pair is put off"
    assert ("Dana Fox", "HLT") in asked_about(world, today=date(2026, 12, 20))
    world.decide("intro_snooze", identity_key="url:in/dana", target_industry="HLT", until_on=None)
    assert ("Dana Fox", "HLT") in asked_about(world)


def chances(world: World) -> dict[str, float]:
    """The chance of a yes of everybody who could be asked."""
    return {row["introducer"]: row["yes_chance"] for row in world.ask("intro_targets", per_industry=24)}


def test_the_chance_of_a_yes_learns_from_closed_asks(world: World) -> None:
    """Without a tie it is .15. One yes and two noes in that band, the yes Hal's own: (.75 + 1 + 1) / (5 + 3 + 1)."""
    fill(world)
    long_ago = date(2026, 1, 5)
    world.request("url:in/hal", "HLT", long_ago, sent=long_ago, agreed=long_ago, kept=long_ago)
    world.person("Ida Fox", url="ida")
    world.person("Jon Fox", url="jon")
    world.request("url:in/ida", "HLT", long_ago, sent=long_ago, declined=long_ago)
    world.request("url:in/jon", "HLT", long_ago, sent=long_ago, resting=long_ago)
    found = chances(world)
    assert found["Hal Fox"] == pytest.approx(2.75 / 9)
    assert found["Fay Fox"] == pytest.approx(1.75 / 8), "asked by nobody, but of the same band"
    assert found["Dana Fox"] == 0.525, "a warmer band has its own record"


def test_open_asks_and_drafts_teach_nothing(world: World) -> None:
    fill(world)
    world.person("Ida Fox", url="ida")
    world.request("url:in/ida", "HLT", date(2026, 11, 1), sent=date(2026, 11, 1))
    world.request("url:in/fay", "HLT", date(2026, 1, 5), drafted=date(2026, 1, 5), resting=date(2026, 1, 6))
    assert chances(world)["Hal Fox"] == pytest.approx(0.15)


def test_the_table_of_chances_can_be_edited(world: World) -> None:
    """Works there .8, worked there .7; a hunch at most .4, which Dana's trade at odds of 50 would pass."""
    fill(world)
    for name, setting in (("knows_works", "0.8"), ("knows_worked", "0.7"), ("knows_at_most", "0.4"), ("odds_trade", "50")):
        world.assume(name, setting)
    knows = {(row["introducer"], row["target_industry"]): row["knows_chance"]
             for row in world.ask("intro_targets", per_industry=9, per_introducer=24)}
    assert knows["Hal Fox", "HLT"] == 0.8
    assert knows["Fay Fox", "FIN"] == 0.7
    assert knows["Dana Fox", "HLT"] == 0.4
    base = max(0.01, 5 * reference_shares("professional")["LAW"] / 8)
    assert knows["Dana Fox", "LAW"] == pytest.approx(min(0.4, 50 * base / (1 - base) / (1 + 50 * base / (1 - base))))


def test_odds_of_company_kept(world: World) -> None:
    fill(world)
    world.person("Emil Fox", company="Soft", url="emil")
    world.meeting("2026-10-05 08:00", 4, "<in/emil>", "<in/hal>", kind="sheet", me=None)
    world.assume("odds_together", "1")
    ask = next(row for row in world.ask("intro_targets") if row["introducer"] == "Emil Fox")
    assert ask["knows_chance"] == pytest.approx((1 + 5 * reference_shares("professional")["HLT"]) / 9)


def test_interest_weighs_the_gain_and_ends_the_asking(world: World) -> None:
    fill(world)
    before = {row["target_industry"]: row["gain"] for row in world.ask("intro_targets", per_introducer=1)}
    world.decide("industry_interest", industry="FIN", interest="2")
    found = {row["target_industry"]: row for row in world.ask("intro_targets", per_introducer=1)}
    assert (found["FIN"]["interest"], found["HLT"]["interest"]) == (2, 1)
    assert found["FIN"]["gain"] == pytest.approx(2 * before["FIN"])
    world.decide("industry_interest", industry="FIN", interest="0")
    assert "FIN" not in {industry for _, industry in asked_about(world)}
    world.decide("industry_interest", industry="FIN", interest=None)
    assert ("Fay Fox", "FIN") in asked_about(world)


def test_who_rests_can_be_listed_too(world: World) -> None:
    """Hal was asked this month: listed, marked, and his chance leaves less to gain, but takes nothing from Dana twice."""
    fill(world)
    alone = next(row for row in world.ask("intro_targets", per_introducer=1) if row["introducer"] == "Dana Fox")
    world.request("url:in/hal", "HLT", date(2026, 11, 2), sent=date(2026, 11, 2))
    rows = {(row["introducer"], row["target_industry"]): row
            for row in world.ask("intro_targets", per_introducer=9, is_resting_too=True)}
    hal, dana = rows["Hal Fox", "HLT"], rows["Dana Fox", "HLT"]
    assert (hal["is_resting"], dana["is_resting"]) == (True, False)
    assert dana["open_chance"] == pytest.approx(0.15 * 0.9)
    assert dana["gain"] == pytest.approx(alone["gain"])
    assert "Hal Fox" not in {name for name, _ in asked_about(world)}


def test_a_yes_counts_as_a_yes_while_the_ask_is_open(world: World) -> None:
    """Agreed, and works there: .9 of a door. Once it ends, the gap is as open as it was."""
    fill(world)
    key = world.request("url:in/hal", "HLT", date(2026, 11, 2), sent=date(2026, 11, 2), agreed=date(2026, 11, 5))

    def open_chance() -> float:
        found = world.ask("intro_targets", per_introducer=24, per_industry=24)
        return next(row["open_chance"] for row in found if row["target_industry"] == "HLT")

    assert open_chance() == pytest.approx(0.9)
    world.decide("intro_request_event", request_key=key, state="declined", happened_on=date(2026, 11, 6))
    assert open_chance() == 0


def test_a_choice_is_of_its_week_and_a_pin_is_always_listed(world: World) -> None:
    fill(world)
    monday = date(2026, 11, 16)
    world.decide("intro_choice", identity_key="url:in/dana", target_industry="LAW", week_on=monday, choice="pinned")
    world.decide("intro_choice", identity_key="url:in/hal", target_industry="HLT", week_on=monday, choice="swapped")

    def choices(**params: object) -> dict[tuple[str, str], str]:
        return {(row["introducer"], row["target_industry"]): row["choice"]
                for row in world.ask("intro_targets", per_introducer=1, **params) if row["choice"]}

    both = {("Dana Fox", "LAW"): "pinned", ("Hal Fox", "HLT"): "swapped"}
    assert choices() == both
    assert choices(today=date(2026, 11, 22)) == both
    assert choices(today=date(2026, 11, 23)) == {}
    world.decide("intro_choice", identity_key="url:in/dana", target_industry="LAW", week_on=monday, choice=None)
    assert choices() == {("Hal Fox", "HLT"): "swapped"}


def test_guesses_never_stand_above_likelies_of_an_industry(world: World) -> None:
    fill(world)
    rows = [row for row in world.ask("intro_targets", per_introducer=24, per_industry=24) if row["target_industry"] == "HLT"]
    assert [row["certainty"] for row in rows] == sorted((row["certainty"] for row in rows), reverse=True)
    assert rows[0]["door_chance"] < rows[1]["door_chance"], "the case that matters: the guess is the likelier door"


def test_who_shared_a_list_knows_its_people_by_name(world: World) -> None:
    """Fay knows two in health care: certain, above Hal who only works there; met in company is likely, never more."""
    fill(world)
    world.shared_list("url:in/fay", datetime(2026, 5, 3, 9))
    world.person("Kim Lee", company="Clinic One", url="kim", position="Doctor", connected_on=date(2020, 3, 5))
    world.person("Pat Doe", company="Clinic One", url="pat", connected_on=date(2019, 3, 5))
    for day in (3, 4):
        world.meeting(f"2026-05-0{day} 10:00", 1, "<in/dana>", "Ray Poe <ray@oldzyx.example>")
    world.label("domain", "oldzyx.example", "LAW")
    asks = {(row["introducer"], row["target_industry"]): row for row in world.ask("intro_targets", per_introducer=24)}
    fay, dana = asks["Fay Fox", "HLT"], asks["Dana Fox", "LAW"]
    assert (fay["certainty"], fay["knows_chance"], fay["target_name"], fay["target_company"]) == (
        "known", 1, "Kim Lee", "Clinic One",
    )
    assert fay["evidence"] == "knows 2 people in Health care, Kim Lee among them (4.file, imported on 3 May 2026)"
    assert fay["rank"] < asks["Hal Fox", "HLT"]["rank"]
    assert (dana["certainty"], dana["knows_chance"], dana["target_name"]) == ("likely", 0.6, "Ray Poe")
    assert dana["evidence"] == "was in 2 meetings with Ray Poe, last on 4 May 2026 (you were there)"
