from test_home_share_change import fill
from world import World, check, contact_id

COLUMNS = "rank industry contact_id label move share_before share part hhi_before hhi"


def test_whole_answer(world: World) -> None:
    """HHI went from .36 + .04 + .04 to .09 + .25 + .04; Software: -.3 x (.9 - .82), Finance: .3 x (.7 - .82)."""
    fill(world)
    check(
        world.ask("concentration_change", window_days=30), COLUMNS,
        (1, "FIN", None, "Finance", "more", 0.2, 0.5, 0.3 * (0.7 - 0.82), 0.44, 0.38),
        (2, "SFT", None, "Software", "less", 0.6, 0.3, -0.3 * (0.9 - 0.82), 0.44, 0.38),
        (3, "LAW", None, "Legal", "same", 0.2, 0.2, 0.0, 0.44, 0.38),
    )


def test_by_person_and_without_a_home_industry(world: World) -> None:
    fill(world)
    world.assume("home_industry", None)
    people = world.ask("concentration_change", window_days=30, by="person")
    assert [(row["label"], row["contact_id"]) for row in people[:2]] == [
        ("ben@ben.example", contact_id("mail:ben@ben.example")),
        ("anna@anna.example", contact_id("mail:anna@anna.example")),
    ]
    assert abs(sum(row["part"] for row in people) - (0.38 - 0.44)) < 1e-9


def test_nothing_to_compare(world: World) -> None:
    fill(world)
    assert world.ask("concentration_change", window_days=90) == []
    assert world.ask("concentration_change", window_days=30, weighting="people") == []
