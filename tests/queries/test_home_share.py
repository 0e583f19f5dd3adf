import pytest
from world import World, check


def fill(world: World) -> None:
    """Software 60 minutes, finance 30, 30 not known, which makes all three warm; nobody else has any time."""
    world.assume("home_industry", "SFT")
    for hour, (name, industry, minutes) in enumerate(
        (("Sam", "SFT", 60), ("Fay", "FIN", 30), ("Una", None, 30), ("Sue", "SFT", 0), ("Leo", "LAW", 0))
    ):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        if industry:
            world.label("company", f"{name.lower()} zyx", industry)
        if minutes:
            world.meeting(f"2026-11-20 0{hour}:00", minutes, f"<in/{name.lower()}>", kind="sheet", me=None)


@pytest.mark.parametrize(("weighting", "home_share", "effective"), [
    ("minutes", 60 / 90, 1 / (4 / 9 + 1 / 9)), ("people", 2 / 4, 1 / (1 / 4 + 1 / 16 + 1 / 16)), ("warm", 1 / 2, 2.0),
])
def test_whole_answer_is_that_of_network_summary(
    world: World, weighting: str, home_share: float, effective: float
) -> None:
    fill(world)
    answer = world.ask("home_share", weighting=weighting)
    check(answer, "home_share effective_industries weighting", (home_share, effective, weighting))
    (summary,) = world.ask("network_summary", weighting=weighting)
    for name, value in answer[0].items():
        assert summary[name] == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value)


def test_without_a_home_industry_only_the_spread_is_known(world: World) -> None:
    fill(world)
    world.assume("home_industry", None)
    check(world.ask("home_share"), "home_share effective_industries weighting", (None, 1.8, "minutes"))
