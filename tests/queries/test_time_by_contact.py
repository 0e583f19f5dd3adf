from datetime import date

import pytest
from world import TODAY, World, check, contact_id

COLUMNS = (
    "rank of_people contact_id full_name company position industry industry_label sureness is_home minutes share strength "
    "last_interaction_on"
)


def fill(world: World) -> None:
    """Dana and Ben in the window, Cara long ago, Dan unlabelled; Eve is a colleague, Pia private."""
    world.assume("home_industry", "SFT")
    world.position("Own Works")
    for name, employer, industry in (
        ("Dana", "Soft", "SFT"), ("Ben", "Bank", "FIN"), ("Cara", "Bank", "FIN"), ("Dan", "Zyx", None),
        ("Eve", "Own Works", "SFT"), ("Pia", "Bank", "FIN"),
    ):
        world.person(f"{name} Fox", company=employer, url=name.lower(), position="Chief")
        world.label("company", employer.lower(), industry)
    world.meeting("2026-11-20 01:00", 60, "<in/dana>", kind="sheet", me=None)
    world.meeting("2026-11-20 03:00", 30, "<in/ben>", kind="sheet", me=None)
    world.meeting("2025-05-24 10:00", 60, "<in/cara>", kind="sheet", me=None)
    world.meeting("2026-11-20 05:00", 10, "<in/dan>", kind="sheet", me=None)
    world.meeting("2026-11-20 07:00", 60, "<in/eve>", kind="sheet", me=None)
    world.meeting("2026-11-20 09:00", 60, "<in/pia>", kind="sheet", me=None)
    world.mark("url:in/pia", "private")


def who(key: str) -> str:
    return contact_id(f"url:in/{key}")


def test_whole_answer(world: World) -> None:
    """Cara has no time in the window; Eve and Pia do not count."""
    fill(world)
    check(
        world.ask("time_by_contact"), COLUMNS,
        (1, 3, who("dana"), "Dana Fox", "Soft", "Chief", "SFT", "Software", "sure", True, 60, 0.6, 50.0, TODAY),
        (2, 3, who("ben"), "Ben Fox", "Bank", "Chief", "FIN", "Finance", "sure", False, 30, 0.3, 100 * 30 / 90, TODAY),
        (3, 3, who("dan"), "Dan Fox", "Zyx", "Chief", None, "Not known", "unsure", False, 10, 0.1, 100 * 10 / 70, TODAY),
    )


def test_everybody_behind_an_industry_also_without_time(world: World) -> None:
    """545 days ago an hour was worth 60 x .5^(545/180) now."""
    fill(world)
    faded = 60 * 0.5 ** (545 / 180)
    check(
        world.ask("time_by_contact", industry="FIN"), COLUMNS,
        (1, 2, who("ben"), "Ben Fox", "Bank", "Chief", "FIN", "Finance", "sure", False, 30, 0.3, 100 * 30 / 90, TODAY),
        (2, 2, who("cara"), "Cara Fox", "Bank", "Chief", "FIN", "Finance", "sure", False, 0, 0.0, 100 * faded / (faded + 60),
         date(2025, 5, 24)),
    )


def test_the_unknown_can_be_asked_for_and_the_list_cut(world: World) -> None:
    fill(world)
    assert [row["full_name"] for row in world.ask("time_by_contact", industry="unknown")] == ["Dan Fox"]
    cut = world.ask("time_by_contact", people=1)
    assert [(row["full_name"], row["of_people"], row["share"]) for row in cut] == [("Dana Fox", 3, 0.6)]


def test_a_month_of_its_own(world: World) -> None:
    """The share is of that month; nothing later is known."""
    fill(world)
    rows = world.ask("time_by_contact", as_of=date(2025, 5, 31), window_days=31)
    assert [(row["full_name"], row["share"], row["last_interaction_on"]) for row in rows] == [
        ("Cara Fox", 1, date(2025, 5, 24))
    ]


def test_by_people_everyone_weighs_the_same(world: World) -> None:
    fill(world)
    rows = world.ask("time_by_contact", weighting="people")
    assert {row["full_name"]: row["share"] for row in rows} == dict.fromkeys(
        ("Dana Fox", "Ben Fox", "Cara Fox", "Dan Fox"), pytest.approx(1 / 4)
    )


def test_somebody_without_a_name_has_their_address(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "nobody@zyx.example")
    assert [row["full_name"] for row in world.ask("time_by_contact")] == ["nobody@zyx.example"]
