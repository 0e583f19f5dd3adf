import pytest
from world import World, check

COLUMNS = (
    "scope scope_key label known_by people weight industry evidence known_share known_after rows_in_all weight_in_all"
)


def fill(world: World) -> None:
    """120 known minutes; unknown: two people of Zyx with 60, one of Qqq with 20, an address of vvv.example with none."""
    world.assume("home_industry", "SFT")
    for name, employer in (("Dana", "Soft"), ("Ben", "Zyx"), ("Cara", "Zyx"), ("Dan", "Qqq")):
        world.person(f"{name} Fox", company=employer, url=name.lower(), position="Xyzzy")
    world.person("Vera Fox", email="vera@vvv.example")
    world.label("company", "soft", "SFT")
    for hour, (who, minutes) in enumerate((("dana", 120), ("ben", 40), ("cara", 20), ("dan", 20)), start=1):
        world.meeting(f"2026-11-20 {hour * 2:02}:00", minutes, f"<in/{who}>", kind="sheet", me=None)


def test_whole_answer_the_most_minutes_first(world: World) -> None:
    fill(world)
    found = world.ask("review_queue")
    for row in found:
        guesses = [row.pop(f"{place}_industry") for place in ("first", "second", "third")]
        assert len(set(guesses)) == 3
        row["evidence"] = ""
    check(
        found, COLUMNS,
        ("company", "zyx", "Zyx", "Ben Fox, Cara Fox", 2, 60, None, "", 0.6, 0.9, 3, 0.4),
        ("company", "qqq", "Qqq", "Dan Fox", 1, 20, None, "", 0.6, 1.0, 3, 0.4),
        ("domain", "vvv.example", "vvv.example", "Vera Fox", 1, 0, None, "", 0.6, 1.0, 3, 0.4),
    )


def test_a_label_takes_the_company_off_the_list_and_onto_ones_own(world: World) -> None:
    fill(world)
    world.label("company", "zyx", "FIN")
    assert [row["label"] for row in world.ask("review_queue")] == ["Qqq", "vvv.example"]
    yours = world.ask("review_queue", sureness="yours")
    assert [(row["label"], row["people"], row["industry"]) for row in yours] == [("Soft", 1, "SFT"), ("Zyx", 2, "FIN")]
    assert yours[0]["known_after"] == pytest.approx(0.9), "what is known stays known"


def test_people_may_be_counted_and_the_list_cut(world: World) -> None:
    fill(world)
    (first,) = world.ask("review_queue", weighting="people", most=1)
    assert (first["label"], first["weight"], first["rows_in_all"]) == ("Zyx", 2, 3)
    assert first["known_share"] == pytest.approx(1 / 5)


def test_namesakes_are_told_apart(world: World) -> None:
    for url in ("ann-1", "ann-2"):
        world.person("Ann Fox", url=url)
    world.person("Ben Fox", url="ben")
    queue = world.ask("review_queue", weighting="people")
    assert {"linkedin.com/in/ann-1", "linkedin.com/in/ann-2"} < {row["known_by"] for row in queue}
    labels = [row["label"] for row in queue]
    assert sorted(labels) == ["Ann Fox (linkedin.com/in/ann-1)", "Ann Fox (linkedin.com/in/ann-2)", "Ben Fox"]


def test_who_works_there_stands_beside_a_company(world: World) -> None:
    for name in ("Ann", "Ben", "Cara", "Dan"):
        world.person(f"{name} Fox", company="Zyx", url=name.lower())
    (row,) = world.ask("review_queue", weighting="people")
    assert row["known_by"] == "Ann Fox, Ben Fox and 2 more"


def test_where_nothing_tells_the_most_common_is_guessed(world: World) -> None:
    fill(world)
    world.person("Nora Nobody", url="nora")
    (nora,) = [row for row in world.ask("review_queue") if row["scope"] == "person"]
    assert (nora["label"], nora["scope_key"], nora["evidence"]) == ("Nora Nobody", "url:in/nora", "")
    assert (nora["first_industry"], nora["second_industry"]) == ("SFT", None), "no other is known"
