"""Today is Friday, 20 November 2026; the plan: Tuesdays and Thursdays at 9:00 in Berlin, which is 8:00 in UTC."""

from datetime import date, datetime, timedelta

import pytest
from world import World, check

COLUMNS = "slot starts_at ends_at minutes is_known free_at free_until"
TUESDAY = ("moved 2026-11-17 09:00", datetime(2026, 11, 17, 9), datetime(2026, 11, 17, 9, 45), 45)
THURSDAY = ("moved 2026-11-19 09:00", datetime(2026, 11, 19, 9), datetime(2026, 11, 19, 9, 45), 45)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.fixture
def planned(world: World) -> World:
    """A plan saved on 10 November, and a calendar imported today."""
    world.decide("time_plan", name="time_zone", setting="Europe/Berlin")
    terms = world.ask("time_plan")[0]["terms"]
    world.decide("time_plan", name="saved", setting=f"TU 540 45,TH 540 45;{terms}")
    world.person("Leo Fox", company="Legal One", url="leo")
    world.meeting("2026-11-02 10:00", 60, "<in/leo>")
    return saved_on(world, "2026-11-10")


def saved_on(world: World, day: str) -> World:
    world.build()
    with world.workspace.writing() as con:
        con.execute("update decisions.time_plan set decided_at = ?::date", [day])
    world._derived = frozenset()
    return world


def missed(world: World, **params: date) -> list[str]:
    return [f"{row['starts_at']:%a}" for row in world.ask("missed_slots", **params)]


def test_whole_answer(planned: World) -> None:
    """Each finds a day of its own: Monday is taken from 9 to 10 in Berlin, Tuesday has its own slot at 9."""
    planned.meeting("2026-11-23 08:00", 60)
    check(
        planned.ask("missed_slots"), COLUMNS,
        (*TUESDAY, True, at(23, 10), at(23, 10, 45)),
        (*THURSDAY, True, at(24, 10), at(24, 10, 45)),
    )


def test_a_meeting_a_mail_or_an_entry_keeps_the_slot(planned: World) -> None:
    """A meeting that runs into the slot, and a message written in it."""
    planned.meeting("2026-11-17 07:30", 60, "<in/leo>")
    assert missed(planned) == ["Thu"]
    planned.message("2026-11-19 08:20", "<in/leo>", sent=True)
    assert missed(planned) == []


def test_what_ends_as_the_slot_begins_keeps_nothing(planned: World) -> None:
    planned.meeting("2026-11-17 07:30", 30, "<in/leo>")
    assert missed(planned) == ["Tue", "Thu"]


def test_an_entry_and_an_ask_of_that_day_keep_it(planned: World) -> None:
    planned.decide("own_entry", entry_key="1", identity_key="url:in/leo", happened_on=date(2026, 11, 17), minutes="30",
                   channel="call", note=None, is_held=True)
    planned.request("url:in/leo", "LAW", date(2026, 11, 12), sent=date(2026, 11, 19))
    assert missed(planned) == []


def test_a_colleague_or_somebody_private_does_not_keep_it(planned: World) -> None:
    planned.position("Soft", "Engineer", date(2020, 1, 1))
    planned.file("linkedin_connections", "two")
    planned.person("Sol Fox", company="Soft", url="sol")
    planned.person("Pia Fox", company="Legal One", url="pia")
    planned.mark("url:in/pia", "private")
    planned.meeting("2026-11-17 08:00", 45, "<in/sol>")
    planned.meeting("2026-11-19 08:00", 45, "<in/pia>")
    assert missed(planned) == ["Tue", "Thu"]


def test_a_slot_after_the_last_calendar_is_not_known_yet(planned: World) -> None:
    """On Friday a week later, the calendar of 20 November knows nothing of Tuesday and Thursday."""
    found = planned.ask("missed_slots", today=date(2026, 11, 27))
    assert [(row["starts_at"].day, row["is_known"], row["free_at"]) for row in found] == [
        (24, False, None), (26, False, None),
    ]


def test_only_a_saved_plan_is_missed_and_from_the_day_after(planned: World) -> None:
    assert missed(saved_on(planned, "2026-11-17")) == ["Thu"]
    planned.decide("time_plan", name="saved", setting=None)
    assert missed(planned) == []


def test_on_its_day_a_slot_is_this_weeks(planned: World) -> None:
    """Tuesday morning shows Tuesday's; on the day it is saved it does not hold yet."""
    tuesday = date(2026, 11, 24)
    assert [row["starts_at"] for row in planned.ask("week_plan", today=tuesday)] == [at(24, 9), at(26, 9)]
    saved_on(planned, "2026-11-24")
    assert [row["starts_at"] for row in planned.ask("week_plan", today=tuesday)] == [at(26, 9), at(24, 9) + timedelta(7)]


def test_a_full_week_has_no_place(planned: World) -> None:
    planned.meeting("2026-11-21 00:00", 7 * 24 * 60)
    assert [row["free_at"] for row in planned.ask("missed_slots")] == [None, None]


def test_a_moved_slot_is_in_the_week_and_can_be_missed_again(planned: World) -> None:
    planned.decide("time_plan", name=TUESDAY[0], setting="2026-11-23 10:00 45")
    assert missed(planned) == ["Thu"]
    week = planned.ask("week_plan")
    assert [(row["slot_no"], row["starts_at"], row["moved_from"], row["times_moved"]) for row in week] == [
        (3, at(23, 10), TUESDAY[1], 1), (1, at(24, 9), None, None), (2, at(26, 9), None, None),
    ]
    assert planned.ask("missed_slots")[0]["free_at"] == at(23, 9)
    planned.decide("time_plan", name=THURSDAY[0], setting="2026-11-23 09:00 45")
    planned.file("calendar", "later", imported_at=at(25, 12))
    planned.meeting("2026-11-24 08:00", 45, "<in/leo>")
    assert [row["starts_at"] for row in planned.ask("missed_slots", today=date(2026, 11, 25))] == [at(23, 9), at(23, 10)]


def test_a_move_taken_back_is_missed_again(planned: World) -> None:
    planned.decide("time_plan", name=TUESDAY[0], setting="2026-11-23 10:00 45")
    planned.decide("time_plan", name=TUESDAY[0], setting=None)
    assert missed(planned) == ["Tue", "Thu"]
    assert [row["moved_from"] for row in planned.ask("week_plan")] == [None, None]
    check(
        planned.ask("moves_taken_back"), "slot starts_at minutes moved_from times_moved",
        (TUESDAY[0], at(23, 10), 45, TUESDAY[1], 2),
    )
    assert planned.ask("moves_taken_back", today=date(2026, 11, 24)) == [], "what is past stays in the calendar"
    planned.decide("time_plan", name=TUESDAY[0], setting="2026-11-23 11:00 45")
    assert planned.ask("moves_taken_back") == []
    assert [row["times_moved"] for row in planned.ask("week_plan")] == [3, None, None]
