import pytest
from test_industry_concentration import fill
from world import TODAY, World, check, contact_id

from dashboard.industries import CODES
from dashboard.industries.taxonomy import reference_shares

INDUSTRIES = list(CODES)

COLUMNS = (
    "contacts interactions minutes colleague_minutes known_share home_industry home_label home_share home_share_low "
    "home_share_high home_share_with_colleagues top_industry hhi effective_industries effective_industries_low "
    "effective_industries_high effective_industries_corrected low high range_rule n_eff effective_contacts "
    "largest_contact_id largest_contact largest_contact_share effective_contacts_without effective_industries_without "
    "ei_index ei_expected reference_share inbreeding_homophily fit_to_target weighting as_of"
)
BY_CHANCE = reference_shares("professional")["SFT"]


def test_by_minutes(world: World) -> None:
    """Dana 60 minutes at home, Ben 30 in finance, 15 unknown, a colleague 60, and somebody of last year.

    The 15 minutes make 75 at home, or spread over the 22 industries without any.
    """
    fill(world)
    check(world.ask("network_summary"), COLUMNS, (
        5, 4, 105, 60, 90 / 105, "SFT", "Software", 60 / 90, 60 / 105, 75 / 105, 120 / 150,
        "SFT", 4 / 9 + 1 / 9, 9 / 5, 105**2 / (75**2 + 30**2), 105**2 / (60**2 + 30**2 + 15**2 / 22), None, None, None,
        "few employers", 90**2 / (60**2 + 30**2), 105**2 / (60**2 + 30**2 + 15**2),
        contact_id("url:in/dana"), "Dana Fox", 60 / 105, 45**2 / (30**2 + 15**2), 1.0,
        1 - 2 * 2 / 3, 1 - 2 * BY_CHANCE, BY_CHANCE, (2 / 3 - BY_CHANCE) / (1 - BY_CHANCE),
        1 - (2 / 3 - 1 / 24 + 1 / 3 - 1 / 24 + 22 / 24) / 2, "minutes", TODAY,
    ))


def test_by_people(world: World) -> None:
    """Dana at home, Ben and Cara in finance, Dan unknown; with the colleague home has two of four."""
    fill(world)
    first, name, without = min(
        (contact_id(f"url:in/{who}"), who, left)
        for who, left in (("dana", 1.0), ("ben", 2.0), ("cara", 2.0), ("dan", 9 / 5))
    )
    check(world.ask("network_summary", weighting="people"), COLUMNS, (
        5, 4, 105, 60, 3 / 4, "SFT", "Software", 1 / 3, 1 / 4, 2 / 4, 2 / 4,
        "FIN", 1 / 9 + 4 / 9, 9 / 5, 16 / (9 + 1), 16 / (4 + 1 + 1 / 22), None, None, None,
        "few employers", 3, 4, first, f"{name.capitalize()} Fox", 1 / 4, 3, without,
        1 - 2 / 3, 1 - 2 * BY_CHANCE, BY_CHANCE, (1 / 3 - BY_CHANCE) / (1 - BY_CHANCE),
        1 - (1 / 3 - 1 / 24 + 2 / 3 - 1 / 24 + 22 / 24) / 2, "people", TODAY,
    ))


def test_the_unknown_fills_the_emptiest_industries_until_level(world: World) -> None:
    """Twenty-two industries with 10 minutes, one with 40, one with none: 65 unknown minutes make 23 of them 285 / 23."""
    for number, code in enumerate(INDUSTRIES):
        minutes = {0: 40, 1: 0}.get(number, 10)
        world.label("domain", f"e{number}.example", code)
        if minutes:
            world.meeting(f"2026-10-{number + 1:02} 10:00", minutes, f"p@e{number}.example")
    world.meeting("2026-11-02 10:00", 65, "Dan Fox <dan@zyx.example>")
    row = world.ask("network_summary")[0]
    assert row["effective_industries_high"] == pytest.approx(325**2 / (285**2 / 23 + 40**2))
    assert row["effective_industries_low"] == pytest.approx(325**2 / (105**2 + 22 * 10**2))
    assert row["effective_industries_without"] == pytest.approx(260**2 / (40**2 + 22 * 10**2)), "Dan tells nothing"
    assert row["effective_contacts_without"] == pytest.approx(260**2 / (40**2 + 22 * 10**2))


@pytest.mark.parametrize(("codes", "minutes", "rule"), [
    (["SFT"] * 12, 10, "one industry"), (INDUSTRIES[:12], 10, "none alike"), (["SFT", "FIN"] * 6, 10, "shown"),
    (["SFT", "SFT", "FIN"], 10, "few employers"), (["SFT"], 10, "one industry"), ([None], 10, None),
])  # fmt: skip
def test_why_there_is_no_range(world: World, codes: list[str | None], minutes: int, rule: str | None) -> None:
    for number, code in enumerate(codes):
        world.label("domain", f"e{number}.example", code)
        world.meeting(f"2026-10-{number + 1:02} 10:00", minutes, f"p@e{number}.example")
    row = world.ask("network_summary")[0]
    assert row["range_rule"] == rule
    assert (row["low"] is not None) == (rule == "shown")


def test_one_person_alone_leaves_nothing(world: World) -> None:
    world.label("domain", "e.example", "FIN")
    world.meeting("2026-10-02 10:00", 10, "Ute Fox <ute@e.example>")
    row = world.ask("network_summary")[0]
    assert (row["largest_contact"], row["largest_contact_share"]) == ("Ute Fox", 1)
    assert (row["effective_contacts_without"], row["effective_industries_without"]) == (None, None)


def test_nothing_known_bounds_the_home_share_by_nothing_and_all(world: World) -> None:
    world.assume("home_industry", "SFT")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@zyx.example>")
    row = world.ask("network_summary")[0]
    assert (row["known_share"], row["home_share"], row["home_share_low"], row["home_share_high"]) == (0, None, 0, 1)
    assert (row["hhi"], row["fit_to_target"], row["ei_index"]) == (None, None, None)
    assert (row["effective_industries_low"], row["effective_industries_high"]) == (1, pytest.approx(24))


def test_time_with_colleagues_alone_still_has_its_home_share(world: World) -> None:
    world.assume("home_industry", "SFT")
    world.position("Own Works")
    world.person("Eve Fox", company="Own Works", url="eve")
    world.label("company", "own works", "SFT")
    world.meeting("2026-11-02 10:00", 60, "<in/eve>")
    row = world.ask("network_summary")[0]
    assert (row["minutes"], row["colleague_minutes"]) == (0, 60)
    assert (row["home_share"], row["home_share_with_colleagues"]) == (None, 1)


def test_a_meeting_of_three_is_one_interaction(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "a@ax.example", "b@ax.example", "c@ax.example")
    assert world.ask("network_summary")[0]["interactions"] == 1


def test_an_empty_workspace_counts_people(world: World) -> None:
    row = world.ask("network_summary")[0]
    assert (row["contacts"], row["minutes"], row["weighting"]) == (0, 0, "people")
