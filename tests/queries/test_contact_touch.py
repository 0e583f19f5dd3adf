from datetime import date

from world import TODAY, World, check, contact_id

COLUMNS = (
    "contact_id identity_key full_name own_days cadence_days cadence_for strength last_interaction_on put_off_to due_on "
    "days_late is_due typical_minutes"
)


def fill(world: World) -> None:
    """Dana 40 days ago, every 30; Ben 20 days ago, every 30 as all finance; Cara never met, every 60; Eve let go."""
    for name, industry in (("Dana", "HLT"), ("Ben", "FIN"), ("Cara", "HLT"), ("Eve", "FIN")):
        world.person(f"{name} Fox", company=f"{name} zyx", url=name.lower())
        world.label("company", f"{name.lower()} zyx", industry)
    world.meeting("2026-10-11 09:00", 60, "<in/dana>", kind="sheet", me=None)
    world.meeting("2026-10-31 09:00", 20, "<in/ben>", kind="sheet", me=None)
    world.meeting("2026-01-31 09:00", 20, "<in/eve>", kind="sheet", me=None)
    for scope, key, days in (
        ("contact", "url:in/dana", "30"), ("contact", "url:in/cara", "60"), ("contact", "url:in/eve", "0"),
        ("industry", "FIN", "30"),
    ):
        world.decide("cadence", scope=scope, scope_key=key, days=days)


def warmth(minutes: float, days: int) -> float:
    faded = minutes * 0.5 ** (days / 180)
    return 100 * faded / (faded + 60)


def test_whole_answer(world: World) -> None:
    fill(world)
    dana, ben, eve = (contact_id(f"url:in/{name}") for name in ("dana", "ben", "eve"))
    check(
        world.ask("contact_touch", who=dana), COLUMNS,
        (dana, "url:in/dana", "Dana Fox", 30, 30, "them", warmth(60, 40), date(2026, 10, 11), None, date(2026, 11, 10),
         10, True, 60),
    )
    check(
        world.ask("contact_touch", who=ben), COLUMNS,
        (ben, "url:in/ben", "Ben Fox", None, 30, "Finance", warmth(20, 20), date(2026, 10, 31), None, date(2026, 11, 30),
         -10, False, 20),
    )
    (gone,) = world.ask("contact_touch", who=eve)
    assert [gone[name] for name in ("own_days", "cadence_days", "due_on", "is_due")] == [0, None, None, None]


def test_put_off_until_that_day_has_come(world: World) -> None:
    fill(world)
    later = date(2026, 12, 1)
    world.decide("touch_snooze", identity_key="url:in/dana", until_on=later)
    who = contact_id("url:in/dana")
    (row,) = world.ask("contact_touch", who=who)
    assert (row["put_off_to"], row["due_on"], row["is_due"]) == (later, later, False)
    (row,) = world.ask("contact_touch", who=who, today=later)
    assert (row["put_off_to"], row["due_on"], row["is_due"]) == (None, later, True)


def test_it_says_the_same_as_the_list_of_who_is_due(world: World) -> None:
    fill(world)
    due = {row["contact_id"]: row for row in world.ask("contacts_due", within_days=60)}
    for who, listed in due.items():
        (row,) = world.ask("contact_touch", who=who)
        shared = set(row) & set(listed)
        assert len(shared) > 8
        assert {name: row[name] for name in shared} == {name: listed[name] for name in shared}


def test_nobody_and_who_is_private(world: World) -> None:
    fill(world)
    world.mark("url:in/ben", "private")
    assert world.ask("contact_touch", who="nobody") == []
    assert world.ask("contact_touch", who=contact_id("url:in/ben"), today=TODAY) == []
