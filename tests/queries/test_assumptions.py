from world import World

DEFAULTS = {
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
