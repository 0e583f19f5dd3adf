from datetime import date, datetime

import pytest
from world import TODAY, World, check

COLUMNS = "period_on fit_to_target mix is_new_aim minutes"


def fill(world: World) -> None:
    """Half the time in software, half in finance, month after month; home is not known."""
    for name, industry in (("Dana", "SFT"), ("Ben", "FIN")):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        world.label("company", f"{name.lower()} zyx", industry)
    for month in range(1, 12):
        world.meeting(f"2026-{month:02}-10 08:00", 30, "<in/dana>", kind="sheet", me=None)
        world.meeting(f"2026-{month:02}-11 08:00", 30, "<in/ben>", kind="sheet", me=None)


def backdate(world: World, table: str, day: date) -> None:
    """As if that had been decided on that day."""
    with world.build().workspace.writing() as con:
        con.execute(f"update decisions.{table} set decided_at = ?", [datetime.combine(day, datetime.min.time())])


def test_each_month_is_held_against_the_mix_of_its_day(world: World) -> None:
    """Even until October: two of 24 shares are met, 2/24 = 1 - (2 x (1/2 - 1/24) + 22/24)/2. Then one's own: halves."""
    fill(world)
    world.assume("target_mix", "even")
    backdate(world, "assumption", date(2025, 1, 1))
    for code in ("SFT", "FIN"):
        world.decide("own_target", industry=code, share="0.5")
    world.assume("target_mix", "mine")
    world.build()
    with world.workspace.writing() as con:
        con.execute("update decisions.own_target set decided_at = ?", [datetime(2026, 11, 1)])
        con.execute("update decisions.assumption set decided_at = ? where setting = 'mine'", [datetime(2026, 11, 1)])
    check(
        world.ask("fit_trend", points=2), COLUMNS,
        (date(2026, 10, 20), 2 / 24, "even", False, 180),
        (TODAY, 1.0, "mine", True, 180),
    )


def test_the_last_point_is_what_the_summary_says(world: World) -> None:
    fill(world)
    world.assume("target_mix", "labour market")
    backdate(world, "assumption", date(2026, 1, 1))
    fit = world.ask("fit_trend", points=1)[0]["fit_to_target"]
    assert fit == pytest.approx(world.ask("network_summary", window_days=90)[0]["fit_to_target"])


def test_every_mix_sums_to_one(world: World) -> None:
    fill(world)
    world.decide("own_target", industry="SFT", share="0.3")
    world.decide("own_target", industry="FIN", share="0.1")
    sums = world.rows("select mix, sum(target_share) from model.target_choice group by mix order by mix")
    assert [mix for mix, _ in sums] == ["blend", "even", "labour market", "mine"]
    assert [total for _, total in sums] == pytest.approx([1, 1, 1, 1])
    own = world.rows("select industry, target_share from model.target_choice where mix = 'mine' and target_share > 0")
    assert dict(own) == pytest.approx({"SFT": 0.75, "FIN": 0.25})
