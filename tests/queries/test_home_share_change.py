from datetime import date, timedelta

import pytest
from world import World, check, contact_id

from dashboard import questions, warehouse

COLUMNS = "place step industry contact_id label units move share_before share part start_share end_share"


def fill(world: World) -> None:
    """Two windows of 30 days, 100 known minutes in each."""
    world.assume("home_industry", "SFT")
    for hour, (name, industry, before, now) in enumerate((
        ("anna", "SFT", 60, 30), ("ben", "FIN", 20, 50), ("ute", "LAW", 20, 20), ("dan", None, 40, 10),
    )):
        world.label("domain", f"{name}.example", industry)
        world.meeting(f"2026-09-22 {hour:02}:00", before, f"{name}@{name}.example")
        world.meeting(f"2026-10-22 {hour:02}:00", now, f"{name}@{name}.example")


def test_whole_answer(world: World) -> None:
    """The mean home share is .45: home gave -.3 x .55, finance .3 x -.45, and together they are -.3."""
    fill(world)
    check(
        world.ask("home_share_change", window_days=30), COLUMNS,
        (1, "before", None, None, "Before", 0, None, 0.6, 0.6, None, 0.6, 0.6),
        (2, "industry", "SFT", None, "Software", 1, "less", 0.6, 0.3, -0.165, 0.6, 0.435),
        (3, "industry", "FIN", None, "Finance", 1, "more", 0.2, 0.5, -0.135, 0.435, 0.3),
        (4, "industry", "LAW", None, "Legal", 1, "same", 0.2, 0.2, 0.0, 0.3, 0.3),
        (5, "now", None, None, "Now", 0, None, 0.3, 0.3, None, 0.3, 0.3),
    )


def test_the_rest_is_one_step(world: World) -> None:
    fill(world)
    check(
        world.ask("home_share_change", window_days=30, parts=1), COLUMNS,
        (1, "before", None, None, "Before", 0, None, 0.6, 0.6, None, 0.6, 0.6),
        (2, "industry", "SFT", None, "Software", 1, "less", 0.6, 0.3, -0.165, 0.6, 0.435),
        (3, "others", None, None, "2 others", 2, None, 0.4, 0.7, -0.135, 0.435, 0.3),
        (4, "now", None, None, "Now", 0, None, 0.3, 0.3, None, 0.3, 0.3),
    )


def test_one_left_over_is_told_by_name(world: World) -> None:
    fill(world)
    steps = world.ask("home_share_change", window_days=30, parts=2)
    assert [row["label"] for row in steps] == ["Before", "Software", "Finance", "Legal", "Now"]


def test_nothing_to_compare_is_no_step(world: World) -> None:
    fill(world)
    assert world.ask("home_share_change", window_days=90) == []
    assert world.ask("home_share_change", window_days=30, weighting="people") == []
    assert world.ask("home_share_change", window_days=30, as_of=date(2026, 10, 21)) == []
    world.assume("home_industry", None)
    assert world.ask("home_share_change", window_days=30) == []


def test_person_by_person_with_who_is_new_and_who_is_gone(world: World) -> None:
    """Ida of finance is new with 50 of 150, so Ben has 50 of 150 too; Ute was met only before."""
    fill(world)
    world.label("domain", "ida.example", "FIN")
    world.meeting("2026-10-23 10:00", 20, "ida@ida.example")
    world.meeting("2026-09-23 10:00", 20, "Ruth Fox <ruth@ben.example>")
    steps = world.ask("home_share_change", window_days=30, by="person")
    told = {row["label"]: (row["move"], row["industry"], row["contact_id"]) for row in steps if row["step"] == "person"}
    assert told["Ruth Fox"] == ("dropped", "FIN", contact_id("mail:ruth@ben.example"))
    assert {label: move for label, (move, _, _) in told.items()} == {
        "anna@anna.example": "less", "ben@ben.example": "more", "ida@ida.example": "new", "Ruth Fox": "dropped",
        "ute@ute.example": "same",
    }
    now, before = 30 / 120, 60 / 120
    parts = {row["label"]: row["part"] for row in steps}
    assert parts["ida@ida.example"] == pytest.approx(-20 / 120 * (now + before) / 2)
    assert parts["anna@anna.example"] == pytest.approx((now - before) * (1 - (now + before) / 2))


@pytest.mark.parametrize("by", ["industry", "person"])
@pytest.mark.parametrize(("window", "weighting"), [(90, "minutes"), (365, "minutes"), (365, "warm")])
def test_parts_add_up_exactly(finished_sample: warehouse.Workspace, window: int, weighting: str, by: str) -> None:
    with finished_sample.reading() as con:
        params = {"window_days": window, "weighting": weighting}
        steps = questions.ask(con, "home_share_change", params | {"by": by})
        change = questions.ask(con, "network_change", params)["home_share_change"][0]
        moves = questions.ask(con, "concentration_change", params | {"by": by})
        now = questions.ask(con, "network_summary", params)
        before = questions.ask(
            con, "network_summary", params | {"as_of": now["as_of"][0].date() - timedelta(days=window)}
        )
    assert len(steps) == 9
    assert abs(steps["part"].sum() - change) < 1e-9
    ends = steps["end_share"].tolist()
    assert abs(ends[-2] - ends[-1]) < 1e-9, "the last part ends where the share now is"
    assert steps["units"].sum() >= 15
    assert abs(moves["part"].sum() - (now["hhi"][0] - before["hhi"][0])) < 1e-9
    assert moves["hhi_before"][0] == pytest.approx(before["hhi"][0])
