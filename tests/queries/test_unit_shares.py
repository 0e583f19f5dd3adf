from datetime import date

import pytest
from test_industry_concentration import fill
from world import TODAY, World, check, contact_id

COLUMNS = "rank within label is_home people minutes weight share units effective_units known_share"


def rows(world: World, **params: object) -> dict[str, tuple[object, ...]]:
    return {row["label"]: (row["people"], row["share"]) for row in world.ask("unit_shares", **params)}


def test_by_industry_it_is_what_industry_concentration_says(world: World) -> None:
    """60 minutes at home, 30 in finance, 15 unknown."""
    fill(world)
    check(
        world.ask("unit_shares"), COLUMNS,
        (1, "SFT", "Software", True, 1, 60, 60, 2 / 3, 2, 9 / 5, 90 / 105),
        (2, "FIN", "Finance", False, 2, 30, 30, 1 / 3, 2, 9 / 5, 90 / 105),
        (3, None, "Not known", False, 1, 15, 15, None, 2, 9 / 5, 90 / 105),
    )  # fmt: skip


def test_by_employer(world: World) -> None:
    """Dana's Soft is at home; who has no company counts by the address, and else is not known."""
    fill(world)
    world.meeting("2026-11-06 10:00", 15, "Lone Fox <in/lone>")
    world.meeting("2026-11-07 10:00", 30, "Kay Fox <kay@qqq.example>")
    found = world.ask("unit_shares", unit="employer")
    assert [(row["label"], row["is_home"], row["people"], row["minutes"]) for row in found] == [
        ("Soft", True, 1, 60), *sorted([("Bank", False, 1, 30), ("qqq.example", False, 1, 30)],
                                       key=lambda of: [row["label"] for row in found].index(of[0])),
        ("Zyx", False, 1, 15), ("Fund", False, 1, 0), ("Not known", False, 1, 15),
    ]  # fmt: skip
    assert found[0]["share"] == pytest.approx(60 / 135)
    assert found[0]["effective_units"] == pytest.approx(135**2 / (60**2 + 30**2 + 30**2 + 15**2))
    assert found[0]["units"] == 4
    assert "soft" not in str(found[0]["within"]).lower(), "no company in an address"


def test_by_function(world: World) -> None:
    world.person("Ann Fox", company="Zyx", url="ann", position="Software Engineer")
    world.person("Bea Fox", company="Qqq", url="bea", position="Recruiter")
    world.person("Cas Fox", company="Qqq", url="cas")
    world.meeting("2026-11-02 10:00", 30, "<in/ann>")
    world.meeting("2026-11-03 10:00", 10, "<in/bea>")
    assert rows(world, unit="function") == {
        "Engineering & IT": (1, 0.75), "People & recruiting": (1, 0.25), "Not known": (1, None)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("connected", "met", "label"),
    [
        (date(2026, 1, 1), None, "Under 1 year"),
        (date(2025, 11, 19), None, "1 to 3 years"),
        (date(2023, 12, 1), None, "1 to 3 years"),
        (date(2023, 11, 1), None, "3 to 10 years"),
        (date(2016, 11, 1), None, "Over 10 years"),
        (date(2026, 1, 1), "2024-11-02", "1 to 3 years"),
        (None, "2026-11-02", "Under 1 year"),
        (date(2026, 12, 1), None, "Not known"),
        (None, None, "Not known"),
    ],
)
def test_how_long_known_begins_with_the_first_of_meeting_and_connection(
    world: World, connected: date | None, met: str | None, label: str
) -> None:
    world.person("Ann Fox", company="Zyx", url="ann", connected_on=connected)
    if met:
        world.meeting(f"{met} 10:00", 30, "<in/ann>")
    found = world.ask("unit_shares", unit="known", weighting="people", as_of=TODAY)
    assert [(row["label"], row["is_home"]) for row in found] == [(label, False)]


def test_people_within_a_unit(world: World) -> None:
    fill(world)
    bank = next(row["within"] for row in world.ask("unit_shares", unit="employer") if row["label"] == "Bank")
    within = world.ask("time_by_contact", unit="employer", within=bank)
    assert [row["contact_id"] for row in within] == [contact_id("url:in/ben")]
    unknown = world.ask("time_by_contact", unit="industry", within="unknown")
    assert [row["contact_id"] for row in unknown] == [contact_id("url:in/dan")]
    known = world.ask("time_by_contact", unit="known", within="2")
    assert [row["contact_id"] for row in known] == [contact_id("url:in/cara")], "met in October of last year"
