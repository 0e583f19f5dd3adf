from datetime import date

import pytest
from world import TODAY, World, check, contact_id

COLUMNS = "entry_key identity_key contact_id full_name happened_on minutes minutes_said channel note is_on_file"


def tell(world: World, key: str, who: str, on: date, minutes: str = "30", channel: str = "meeting", held: bool | None = True,
         note: str | None = None) -> None:
    world.decide("own_entry", entry_key=key, identity_key=who, happened_on=on, minutes=minutes, channel=channel, note=note,
                 is_held=held)


def fill(world: World) -> None:
    """Dana met on file on the 20th; a coffee on the 19th and a call on the 20th are told by hand."""
    world.person("Dana Fox", company="Zyx", url="dana")
    world.meeting("2026-11-20 09:00", 60, "<in/dana>", kind="sheet", me=None)
    tell(world, "e1", "url:in/dana", date(2026, 11, 19), note="coffee")
    tell(world, "e2", "url:in/dana", TODAY, "15", "call")


def test_whole_answer_newest_first(world: World) -> None:
    fill(world)
    dana = contact_id("url:in/dana")
    check(
        world.ask("own_entries"), COLUMNS,
        ("e2", "url:in/dana", dana, "Dana Fox", TODAY, 15, "15", "call", None, True),
        ("e1", "url:in/dana", dana, "Dana Fox", date(2026, 11, 19), 30, "30", "meeting", "coffee", False),
    )


def test_it_counts_as_if_a_calendar_said_so_but_never_twice(world: World) -> None:
    """60 on file and 30 told; the call of the same day is in the file already. A mail told by hand is another thing."""
    fill(world)
    row = world.ask("contacts")[0]
    assert (row["minutes"], row["last_interaction_on"]) == (90, TODAY)
    tell(world, "e3", "url:in/dana", TODAY, "5", "mail")
    assert world.ask("contacts")[0]["minutes"] == 95
    timeline = world.ask("contact_timeline", who=contact_id("url:in/dana"))
    assert {(row["what"], row["minutes"], row["counts_not"]) for row in timeline if row["file"] == "told by you"} == {
        ("Meeting: coffee", 30, None), ("Call", 0, "also in a file"), ("Mail", 5, None),
    }


def test_taken_back_it_is_gone(world: World) -> None:
    fill(world)
    tell(world, "e1", "url:in/dana", date(2026, 11, 19), note="coffee", held=None)
    assert [row["entry_key"] for row in world.ask("own_entries")] == ["e2"]
    assert world.ask("contacts")[0]["minutes"] == 60


def test_it_outlives_every_import(world: World) -> None:
    fill(world)
    world.build()
    world.file("linkedin_connections")
    world.person("Dana Fox", company="Elsewhere zyx", url="dana")
    assert len(world.ask("own_entries")) == 2


def test_somebody_on_no_list_becomes_a_contact_by_it(world: World) -> None:
    """Seen in an audience only, and then met."""
    crowd = [f"Seen{'abcdefghijklmn'[i]} Fox <s{i}@zyx.example>" for i in range(14)]
    world.meeting("2026-11-10 09:00", 60, *crowd)
    assert world.ask("contacts") == []
    tell(world, "e1", "mail:s3@zyx.example", date(2026, 11, 12))
    assert [(row["full_name"], row["minutes"]) for row in world.ask("contacts")] == [("Seend Fox", 30)]


def test_time_with_a_colleague_is_a_colleagues(world: World) -> None:
    world.position("Own Works", started_on=date(2020, 1, 1))
    world.person("Eve Fox", company="Own Works", url="eve")
    tell(world, "e1", "url:in/eve", TODAY)
    summary = world.ask("network_summary")[0]
    assert (summary["minutes"], summary["colleague_minutes"]) == (0, 30)


@pytest.mark.parametrize(
    ("scope", "key", "days", "row"),
    [
        ("contact", "url:in/dana", "30", ("contact", contact_id("url:in/dana"), 30)),
        ("industry", "HLT", "90", ("industry", "HLT", 90)),
        ("strength", "warm", "0", ("strength", "warm", 0)),
    ],
)
def test_how_often_by_person_industry_or_warmth(world: World, scope: str, key: str, days: str, row: tuple[str, str, int]) -> None:
    fill(world)
    world.decide("cadence", scope=scope, scope_key=key, days=days)
    assert world.rows("select scope, subject, days from model.cadence") == [row]
    world.decide("cadence", scope=scope, scope_key=key, days=None)
    assert world.rows("select scope, subject, days from model.cadence") == []
