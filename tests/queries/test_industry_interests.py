from world import World


def test_whole_answer(world: World) -> None:
    """As any, unless said otherwise; beyond two is two, and what was taken back is as any again."""
    world.assume("home_industry", "SFT")
    for industry, interest in (("LAW", "2"), ("HLT", "0"), ("FIN", "9"), ("EDU", "0"), ("EDU", None)):
        world.decide("industry_interest", industry=industry, interest=interest)
    rows = world.ask("industry_interests")
    assert len(rows) == 24
    assert [row["label"] for row in rows] == sorted(row["label"] for row in rows)
    assert {row["industry"]: row["interest"] for row in rows if row["interest"] != 1} == {"LAW": 2, "HLT": 0, "FIN": 2}
    assert [row["industry"] for row in rows if row["is_home"]] == ["SFT"]
    assert list(rows[0]) == ["industry", "label", "interest", "is_home"]
