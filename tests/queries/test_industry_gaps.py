from datetime import date

import pytest
from world import TODAY, World, check

from dashboard.industries import BY_CODE

COLUMNS = (
    "industry label target_share share gap_points gap_hours_per_month people last_interaction_on state is_home "
    "easiest_reach"
)
EVEN = 1 / 24


def fill(world: World) -> None:
    """100 known minutes: 94 at home, 3 in insurance with one person, 3 in consulting with three; two dormant."""
    world.assume("target_mix", "even")
    world.assume("home_industry", "SFT")
    for name, industry, day, minutes in (
        ("dana", "SFT", "2026-11-20", 94), ("ina", "INS", "2026-11-20", 3), ("cai", "CNS", "2026-11-20", 1),
        ("cas", "CNS", "2026-11-20", 1), ("cem", "CNS", "2026-11-19", 1), ("leo", "LAW", "2025-10-16", 60),
        ("hal", "HLT", None, 0),
    ):
        world.person(f"{name} Fox", company=f"{name} works", url=name)
        world.label("company", f"{name} works", industry)
        if day:
            world.meeting(f"{day} 08:00", minutes, f"<in/{name}>", kind="sheet", me=None)


def hours(gap: float) -> float:
    return gap * 100 / 365 * 30.44 / 60


def reach(minutes: float, days: int = 0) -> float:
    """.9 that they know somebody x the chance of a yes."""
    faded = minutes * 0.5 ** (days / 180)
    return 0.9 * (0.15 + 0.75 * faded / (faded + 60))


def test_whole_answer(world: World) -> None:
    fill(world)
    peopled = {"SFT", "INS", "CNS", "LAW", "HLT"}
    check(
        world.ask("industry_gaps"), COLUMNS,
        ("LAW", "Legal", EVEN, 0, EVEN, hours(EVEN), 1, date(2025, 10, 16), "dormant", False, reach(60, 400)),
        ("HLT", "Health care", EVEN, 0, EVEN, hours(EVEN), 1, None, "dormant", False, 0.135),
        *((code, BY_CODE[code].short_label, EVEN, 0, EVEN, hours(EVEN), 0, None, "empty", False, 0)
          for code in sorted(BY_CODE.keys() - peopled)),
        ("CNS", "Consulting", EVEN, 0.03, EVEN - 0.03, hours(EVEN - 0.03), 3, TODAY, "short", False,
         2 * reach(1) + reach(1, 1)),
        ("INS", "Insurance", EVEN, 0.03, EVEN - 0.03, hours(EVEN - 0.03), 1, TODAY, "thin", False, reach(3)),
        ("SFT", "Software", EVEN, 0.94, EVEN - 0.94, hours(EVEN - 0.94), 1, TODAY, "met", True, reach(94)),
    )


def test_by_people_nothing_is_dormant_and_there_are_no_hours(world: World) -> None:
    """Seven people: each industry with one has 1/7, more than 1/24."""
    fill(world)
    rows = {row["industry"]: row for row in world.ask("industry_gaps", weighting="people")}
    assert {row["gap_hours_per_month"] for row in rows.values()} == {None}
    assert {code: rows[code]["state"] for code in ("LAW", "HLT", "CNS", "FIN")} == {
        "LAW": "met", "HLT": "met", "CNS": "met", "FIN": "empty",
    }
    assert rows["CNS"]["share"] == pytest.approx(3 / 7)


def test_looking_back_knows_nothing_of_later(world: World) -> None:
    fill(world)
    rows = {row["industry"]: row for row in world.ask("industry_gaps", as_of=date(2026, 11, 19))}
    assert (rows["CNS"]["last_interaction_on"], rows["INS"]["last_interaction_on"]) == (date(2026, 11, 19), None)


def test_who_must_not_be_asked_opens_nothing(world: World) -> None:
    fill(world)
    world.mark("url:in/hal", "never_suggest")
    assert {row["industry"]: row["easiest_reach"] for row in world.ask("industry_gaps")}["HLT"] == 0


def test_nothing_known_has_no_shares(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@zyx.example>")
    rows = world.ask("industry_gaps")
    assert {(row["share"], row["gap_points"], row["state"]) for row in rows} == {(None, None, "empty")}


def test_a_window_longer_than_the_record_has_as_many_days_as_the_record(world: World) -> None:
    """400 days of record: 160 known minutes of them, and the gap in law is what is left of its 1/24."""
    fill(world)
    rows = {row["industry"]: row for row in world.ask("industry_gaps", window_days=36_500)}
    assert rows["HLT"]["gap_hours_per_month"] == pytest.approx(EVEN * 160 / 401 * 30.44 / 60)
