from datetime import date

from world import World, contact_id

FOREVER = date(9999, 12, 31)


def found(world: World, **params: object) -> set[tuple[object, ...]]:
    return {
        (row["kind"], row["full_name"], row["contact_id"], row["identity_key"], row["target_label"], row["until_on"],
         row["week_on"])
        for row in world.ask("put_off", **params)
    }


def fill(world: World) -> None:
    """Dana is put off about law until December, Hal about health care for good, Fay about anything; Gil was swapped."""
    for name in ("dana", "hal", "fay", "gil"):
        world.person(f"{name.capitalize()} Fox", url=name)
    world.decide("intro_snooze", identity_key="url:in/dana", target_industry="LAW", until_on=date(2026, 12, 1))
    world.decide("intro_snooze", identity_key="url:in/hal", target_industry="HLT", until_on=FOREVER)
    world.mark("url:in/fay", "never_suggest")
    for week, choice in ((date(2026, 11, 16), "swapped"), (date(2026, 11, 9), "swapped")):
        world.decide("intro_choice", identity_key="url:in/gil", target_industry="FIN", week_on=week, choice=choice)
    world.decide(
        "intro_choice", identity_key="url:in/dana", target_industry="FIN", week_on=date(2026, 11, 16), choice="pinned"
    )


def row(kind: str, name: str, label: str | None, until: date | None = None, week: date | None = None) -> tuple[object, ...]:
    key = f"url:in/{name.lower()}"
    return (kind, f"{name} Fox", contact_id(key), key, label, until, week)


def test_whole_answer(world: World) -> None:
    fill(world)
    assert found(world) == {
        row("until", "Dana", "Legal", date(2026, 12, 1)),
        row("pair", "Hal", "Health care"),
        row("person", "Fay", None),
        row("swapped", "Gil", "Finance", None, date(2026, 11, 16)),
    }
    decided = [row["decided_at"] for row in world.ask("put_off")]
    assert decided == sorted(decided, reverse=True)


def test_what_has_come_back_is_gone(world: World) -> None:
    fill(world)
    later = found(world, today=date(2026, 12, 1))
    assert {line[0] for line in later} == {"pair", "person"}
    world.decide("intro_snooze", identity_key="url:in/hal", target_industry="HLT", until_on=None)
    world.mark("url:in/fay", "never_suggest", False)
    assert found(world, today=date(2026, 12, 1)) == set()
