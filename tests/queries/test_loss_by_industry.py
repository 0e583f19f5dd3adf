import pytest
from world import World, check, contact_id

COLUMNS = "industry label is_home weight left_weight hours left_hours share left_share target_share people"
EVEN = 1 / 24


def fill(world: World) -> None:
    """60 minutes at home with Dana, 30 in finance with Ben, 10 with Dan, whose industry nobody knows."""
    world.assume("target_mix", "even")
    world.assume("home_industry", "SFT")
    for name, employer, industry in (("Dana", "Zyx soft", "SFT"), ("Ben", "Zyx bank", "FIN"), ("Dan", "Qqq", None)):
        world.person(f"{name} Fox", company=employer, url=name.lower())
        world.label("company", employer.lower(), industry)
    for hour, minutes, name in ((1, 60, "dana"), (3, 30, "ben"), (5, 10, "dan")):
        world.meeting(f"2026-11-20 0{hour}:00", minutes, f"<in/{name}>", kind="sheet", me=None)


def test_half_of_home_goes(world: World) -> None:
    fill(world)
    check(
        world.ask("loss_by_industry", industry="SFT", lost=0.5), COLUMNS,
        ("SFT", "Software", True, 60, 30, 1, 0.5, 2 / 3, 0.5, EVEN, 1),
        ("FIN", "Finance", False, 30, 30, 0.5, 0.5, 1 / 3, 0.5, EVEN, 1),
        (None, "Not known", False, 10, 10, 1 / 6, 1 / 6, None, None, None, 1),
    )


@pytest.mark.parametrize("hit", [{"contact": contact_id("url:in/ben")}, {"employer": "zyx bank"}])
def test_a_person_or_an_employer_goes(world: World, hit: dict[str, str]) -> None:
    fill(world)
    rows = {row["industry"]: row["left_weight"] for row in world.ask("loss_by_industry", **hit)}
    assert rows == {"SFT": 60, "FIN": 0, None: 10}


def test_where_people_are_counted_there_are_no_hours(world: World) -> None:
    fill(world)
    rows = world.ask("loss_by_industry", industry="FIN", weighting="people")
    assert [(row["industry"], row["weight"], row["left_weight"], row["hours"]) for row in rows] == [
        ("FIN", 1, 0, None), ("SFT", 1, 1, None), (None, 1, 1, None),
    ]
