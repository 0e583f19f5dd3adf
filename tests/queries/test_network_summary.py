from test_industry_concentration import fill
from world import TODAY, World, check

from dashboard.industries.taxonomy import reference_shares

COLUMNS = (
    "contacts interactions minutes colleague_minutes known_share home_industry home_label home_share home_share_low "
    "home_share_high home_share_with_colleagues top_industry hhi effective_industries effective_industries_corrected "
    "low high n_eff effective_contacts largest_contact_share ei_index ei_expected fit_to_target weighting as_of"
)


def test_by_minutes(world: World) -> None:
    """Dana 60 minutes at home, Ben 30 in finance, 15 unknown, a colleague 60, and somebody of last year."""
    fill(world)
    check(world.ask("network_summary"), COLUMNS, (
        5, 4, 105, 60, 90 / 105, "SFT", "Software", 60 / 90, 60 / 105, 75 / 105, 120 / 150,
        "SFT", 4 / 9 + 1 / 9, 9 / 5, None, None, None,
        90**2 / (60**2 + 30**2), 105**2 / (60**2 + 30**2 + 15**2), 60 / 105,
        1 - 2 * 2 / 3, 1 - 2 * reference_shares("professional")["SFT"],
        1 - (2 / 3 - 1 / 24 + 1 / 3 - 1 / 24 + 22 / 24) / 2, "minutes", TODAY,
    ))


def test_by_people(world: World) -> None:
    """Dana at home, Ben and Cara in finance, Dan unknown; with the colleague home has two of four."""
    fill(world)
    check(world.ask("network_summary", weighting="people"), COLUMNS, (
        5, 4, 105, 60, 3 / 4, "SFT", "Software", 1 / 3, 1 / 4, 2 / 4, 2 / 4,
        "FIN", 1 / 9 + 4 / 9, 9 / 5, None, None, None, 3, 4, 1 / 4,
        1 - 2 / 3, 1 - 2 * reference_shares("professional")["SFT"],
        1 - (1 / 3 - 1 / 24 + 2 / 3 - 1 / 24 + 22 / 24) / 2, "people", TODAY,
    ))


def test_nothing_known_bounds_the_home_share_by_nothing_and_all(world: World) -> None:
    world.assume("home_industry", "SFT")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@zyx.example>")
    row = world.ask("network_summary")[0]
    assert (row["known_share"], row["home_share"], row["home_share_low"], row["home_share_high"]) == (0, None, 0, 1)
    assert (row["hhi"], row["fit_to_target"], row["ei_index"]) == (None, None, None)


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
