from world import World, check

COLUMNS = "industry label people minutes weight share rank is_home target_share share_before"


def fill(world: World) -> None:
    """Dana, Ben, Cara (long ago), Dan of unknown industry, and Eve, a colleague."""
    world.assume("target_mix", "even")
    world.assume("home_industry", "SFT")
    world.position("Own Works")
    for name, employer, industry in (
        ("Dana", "Soft", "SFT"), ("Ben", "Bank", "FIN"), ("Cara", "Fund", "FIN"), ("Dan", "Zyx", None),
        ("Eve", "Own Works", "SFT"),
    ):
        world.person(f"{name} Fox", company=employer, url=name.lower())
        world.label("company", employer.lower(), industry)
    world.meeting("2026-11-02 10:00", 60, "<in/dana>")
    world.meeting("2026-11-03 10:00", 30, "<in/ben>")
    world.meeting("2025-10-03 10:00", 45, "<in/cara>")
    world.meeting("2026-11-04 10:00", 15, "<in/dan>")
    world.meeting("2026-11-05 10:00", 60, "<in/eve>")


def test_by_minutes(world: World) -> None:
    fill(world)
    check(
        world.ask("industry_concentration"), COLUMNS,
        ("SFT", "Software", 1, 60, 60, 2 / 3, 1, True, 1 / 24, None),
        ("FIN", "Finance", 2, 30, 30, 1 / 3, 2, False, 1 / 24, None),
        (None, "Not known", 1, 15, 15, None, 3, False, None, None),
    )


def test_by_people(world: World) -> None:
    fill(world)
    check(
        world.ask("industry_concentration", weighting="people"), COLUMNS,
        ("FIN", "Finance", 2, 30, 2, 2 / 3, 1, False, 1 / 24, None),
        ("SFT", "Software", 1, 60, 1, 1 / 3, 2, True, 1 / 24, None),
        (None, "Not known", 1, 15, 1, None, 3, False, None, None),
    )


def test_by_warm_ties(world: World) -> None:
    """Only Dana, 60 minutes 18 days ago, is above 30; Ben's half hour is 33 before it fades, 31.7 after 17 days."""
    fill(world)
    world.assume("warm_from", "32")
    check(
        world.ask("industry_concentration", weighting="warm"), COLUMNS,
        ("SFT", "Software", 1, 60, 1, 1, 1, True, 1 / 24, None),
        ("FIN", "Finance", 2, 30, 0, 0, 2, False, 1 / 24, None),
        (None, "Not known", 1, 15, 0, None, 3, False, None, None),
    )


def test_the_window_ends_on_its_day_and_begins_after_its_length(world: World) -> None:
    fill(world)
    rows = world.ask("industry_concentration", as_of="2026-11-03", window_days=1)
    assert {row["industry"]: row["minutes"] for row in rows} == {"FIN": 30, "SFT": 0, None: 0}


def test_without_interactions_people_are_counted(world: World) -> None:
    world.person("Dana Fox", company="Soft", url="dana")
    world.label("company", "soft", "SFT")
    rows = world.ask("industry_concentration")
    assert [(row["industry"], row["weight"], row["minutes"]) for row in rows] == [("SFT", 1, 0)]


def test_the_window_before_where_the_record_reaches_back(world: World) -> None:
    """Twenty days up to 20 November hold Dana and Ben; the twenty before held nobody but Cara and Ben."""
    fill(world)
    world.meeting("2026-10-20 10:00", 90, "<in/cara>")
    world.meeting("2026-10-20 12:00", 30, "<in/dana>")
    rows = world.ask("industry_concentration", window_days=20)
    assert {row["industry"]: row["share_before"] for row in rows} == {"SFT": 0.25, "FIN": 0.75, None: None}
    assert {row["share_before"] for row in world.ask("industry_concentration", window_days=20, weighting="people")} == {
        None
    }
