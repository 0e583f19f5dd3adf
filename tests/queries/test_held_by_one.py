from world import TODAY, World, check, contact_id

COLUMNS = "industry label contact_id full_name company minutes hours strength last_interaction_on others"


def fill(world: World) -> None:
    """Finance has two people with time, energy one and one without, legal only one without."""
    world.assume("home_industry", "SFT")
    for name, industry, minutes in (
        ("Ben", "FIN", 30), ("Bea", "FIN", 30), ("Eva", "ENE", 60), ("Edo", "ENE", 0), ("Leo", "LAW", 0),
    ):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        world.label("company", f"{name.lower()} zyx", industry)
        if minutes:
            world.meeting("2026-11-20 0{}:00".format({"Ben": 1, "Bea": 3, "Eva": 5}[name]), minutes, f"<in/{name.lower()}>",
                          kind="sheet", me=None)


def test_whole_answer(world: World) -> None:
    fill(world)
    check(
        world.ask("held_by_one"), COLUMNS,
        ("ENE", "Energy", contact_id("url:in/eva"), "Eva Fox", "Eva zyx", 60, 1.0, 50.0, TODAY, 1),
    )


def test_by_people_whoever_is_known_alone(world: World) -> None:
    fill(world)
    assert [(row["industry"], row["full_name"]) for row in world.ask("held_by_one", weighting="people")] == [
        ("LAW", "Leo Fox")
    ]


def test_the_private_hold_nothing(world: World) -> None:
    fill(world)
    world.mark("url:in/eva", "private")
    assert world.ask("held_by_one") == []
