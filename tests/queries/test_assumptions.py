from world import World

DEFAULTS = {
    "asks_per_industry": "2", "asks_per_week": "3", "knows_at_most": "0.5", "knows_worked": "0.6", "knows_works": "0.9",
    "minutes_ask": "10", "minutes_asking": "60", "odds_together": "3", "odds_trade": "4",
    "audience_over": "12", "counts_colleagues": "false", "event_cap_minutes": "240", "half_life_days": "180",
    "home_industry": None, "minutes_call": "15", "minutes_mail_received": "2", "minutes_mail_sent": "5",
    "minutes_meeting": "30", "minutes_message_received": "1", "minutes_message_sent": "3",
    "reference_population": "professional", "sharing": "split", "strength_half_minutes": "60", "target_mix": "blend",
    "tentative_weight": "0.5", "time_zone": "UTC", "warm_from": "30",
}


def test_every_default(world: World) -> None:
    rows = world.ask("assumptions")
    assert {row["name"]: (row["setting"], row["default_setting"]) for row in rows} == {
        name: (default, default) for name, default in DEFAULTS.items()
    }
    assert [row["name"] for row in rows] == sorted(DEFAULTS)
    assert all(row["meaning"] for row in rows)


def test_the_newest_word_holds_and_can_be_taken_back(world: World) -> None:
    def held() -> tuple[str, str]:
        row = next(row for row in world.ask("assumptions") if row["name"] == "minutes_call")
        return row["setting"], row["default_setting"]

    world.assume("minutes_call", "20")
    world.assume("minutes_call", "25")
    assert held() == ("25", "15")
    world.assume("minutes_call", None)
    assert held() == ("15", "15")


def test_limits(world: World) -> None:
    limits = {row["name"]: (row["lowest"], row["highest"], row["is_whole"], row["choices"])
              for row in world.ask("assumptions")}
    assert limits["minutes_call"] == (0, 480, False, None)
    assert limits["audience_over"] == (1, 500, True, None)
    assert limits["tentative_weight"] == (0, 1, False, None)
    assert limits["target_mix"] == (None, None, False, ["blend", "even", "labour market", "mine"])
    assert limits["home_industry"] == (None, None, False, None)
    for row in world.ask("assumptions"):
        if row["lowest"] is not None:
            assert row["lowest"] <= float(row["default_setting"]) <= row["highest"], row["name"]
        if row["choices"] is not None:
            assert row["default_setting"] in row["choices"], row["name"]
