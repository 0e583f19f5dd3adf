from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import TODAY, World, check, contact_id

COLUMNS = (
    "contact_id identity_key full_name company industry_label strength last_interaction_on cadence_days cadence_for due_on "
    "days_late lateness typical_minutes is_due of_due"
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
    check(
        world.ask("contacts_due", within_days=30), COLUMNS,
        (contact_id("url:in/dana"), "url:in/dana", "Dana Fox", "Dana zyx", "Health care", warmth(60, 40), date(2026, 10, 11), 30,
         "them", date(2026, 11, 10), 10, 10 / 30, 60, True, 2),
        (contact_id("url:in/cara"), "url:in/cara", "Cara Fox", "Cara zyx", "Health care", None, None, 60, "them", TODAY, 0, 0,
         30, True, 2),
        (contact_id("url:in/ben"), "url:in/ben", "Ben Fox", "Ben zyx", "Finance", warmth(20, 20), date(2026, 10, 31), 30,
         "Finance", date(2026, 11, 30), -10, -1 / 3, 20, False, 2),
    )


def test_it_restarts_from_the_interaction_not_from_the_reminder(world: World) -> None:
    """A call told by hand ten days ago: due thirty days after it."""
    fill(world)
    world.decide("own_entry", entry_key="e1", identity_key="url:in/dana", happened_on=date(2026, 11, 10), minutes="15",
                 channel="call", note=None, is_held=True)
    rows = {row["full_name"]: row["due_on"] for row in world.ask("contacts_due", within_days=60)}
    assert rows["Dana Fox"] == date(2026, 12, 10)


def test_put_off_it_is_due_that_day(world: World) -> None:
    fill(world)
    world.decide("touch_snooze", identity_key="url:in/dana", until_on=date(2026, 12, 1))
    rows = {row["full_name"]: (row["due_on"], row["is_due"]) for row in world.ask("contacts_due", within_days=60)}
    assert rows["Dana Fox"] == (date(2026, 12, 1), False)


def test_warm_ties_have_one_of_their_own(world: World) -> None:
    fill(world)
    world.decide("cadence", scope="contact", scope_key="url:in/dana", days=None)
    world.decide("cadence", scope="strength", scope_key="warm", days="90")
    rows = {row["full_name"]: (row["cadence_days"], row["cadence_for"]) for row in world.ask("contacts_due", within_days=99)}
    assert rows["Dana Fox"] == (90, "warm ties")
    assert rows["Ben Fox"] == (30, "Finance"), "what is said of an industry holds before what is said of warm ties"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(days=st.integers(1, 365), today=st.dates(date(2026, 11, 1), date(2027, 6, 1)))
def test_due_days_never_precede_the_last_interaction(world: World, days: int, today: date) -> None:
    if not world.rows("select 1 from model.contact limit 1"):
        fill(world)
    world.decide("cadence", scope="contact", scope_key="url:in/dana", days=str(days))
    rows = [row for row in world.ask("contacts_due", today=today, within_days=9999) if row["last_interaction_on"]]
    assert all(row["due_on"] >= row["last_interaction_on"] for row in rows)
    assert rows
