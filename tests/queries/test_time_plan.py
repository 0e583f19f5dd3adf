from datetime import date, datetime

from world import World, check

COLUMNS = (
    "minutes_per_week days earliest latest slot_minutes time_zone is_promised is_saved sequence slots_ever uid terms "
    "events_ahead calendar_on"
)
DEFAULTS = "90 TU,TH 09:00 17:00 45 UTC"


def test_whole_answer_by_default(world: World) -> None:
    check(
        world.ask("time_plan"), COLUMNS,
        (90, "TU,TH", "09:00", "17:00", 45, "UTC", False, False, 0, 0, None, DEFAULTS, 0, None),
    )


def test_whole_answer_once_decided_and_saved(world: World) -> None:
    world.file("calendar", imported_at=datetime(2026, 11, 20, 12))
    world.meeting("2026-11-23 09:00", 30)
    world.meeting("2026-11-30 09:00", 30)
    world.assume("time_zone", "Europe/Berlin")
    world.decide("time_plan", name="minutes_per_week", setting="120")
    world.decide("time_plan", name="uid", setting="abc")
    terms = "120 TU,TH 09:00 17:00 45 Europe/Berlin"
    world.decide("time_plan", name="saved", setting=f"TU 540 45;{terms}")
    check(
        world.ask("time_plan"), COLUMNS,
        (120, "TU,TH", "09:00", "17:00", 45, "Europe/Berlin", True, True, 0, 1, "abc", terms, 1, date(2026, 11, 20)),
    )


def test_the_sequence_rises_with_every_other_saving(world: World) -> None:
    def saved(minutes: str) -> tuple[int, bool]:
        world.decide("time_plan", name="minutes_per_week", setting=minutes)
        terms = world.ask("time_plan")[0]["terms"]
        world.decide("time_plan", name="saved", setting=f"TU 540 45;{terms}")
        plan = world.ask("time_plan")[0]
        return plan["sequence"], plan["is_saved"]

    assert saved("45") == (0, True)
    world.decide("time_plan", name="minutes_per_week", setting="60")
    assert world.ask("time_plan")[0]["sequence"] == 1, "a file made now is newer than the saved one"
    assert saved("60") == (1, True)


def test_taken_back_it_is_the_default_again(world: World) -> None:
    world.decide("time_plan", name="days", setting="MO")
    assert world.ask("time_plan")[0]["is_promised"]
    world.decide("time_plan", name="days", setting=None)
    assert world.ask("time_plan")[0]["terms"] == DEFAULTS
    assert not world.ask("time_plan")[0]["is_promised"]
