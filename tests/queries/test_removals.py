from datetime import datetime

from world import World, check, contact_id

COLUMNS = "going_key going_label employer people minutes hours share unreached only_doors"


def fill(world: World) -> None:
    """Ben and Bea of one bank; Eva alone in energy; Cai, in consulting with Cem, worked in legal before."""
    world.assume("home_industry", "SFT")
    for month, employer in ((4, "Zyx law"), (5, "Cai zyx")):
        world.file("contact_sheet", imported_at=datetime(2026, month, 1))
        world.person("Cai Fox", company=employer, url="cai", email="cai@zyx.example")
    world.file("linkedin_connections")
    for name, employer in (("Ben", "Zyx bank"), ("Bea", "Zyx bank"), ("Eva", "Eva zyx"), ("Cem", "Cem zyx")):
        world.person(f"{name} Fox", company=employer, url=name.lower())
    for employer, industry in (("zyx bank", "FIN"), ("eva zyx", "ENE"), ("cai zyx", "CNS"), ("cem zyx", "CNS"), ("zyx law", "LAW")):
        world.label("company", employer, industry)
    for hour, minutes, name in ((1, 30, "ben"), (3, 20, "bea"), (5, 10, "eva"), (7, 35, "cai"), (9, 5, "cem")):
        world.meeting(f"2026-11-20 0{hour}:00", minutes, f"<in/{name}>", kind="sheet", me=None)


def test_people(world: World) -> None:
    """With whom an industry goes stands first, then who is the only door to one, then by time."""
    fill(world)
    check(
        world.ask("removals"), COLUMNS,
        (contact_id("url:in/eva"), "Eva Fox", "Eva zyx", 1, 10, 10 / 60, 0.10, "Energy", "Energy"),
        (contact_id("url:in/cai"), "Cai Fox", "Cai zyx", 1, 35, 35 / 60, 0.35, None, "Legal"),
        (contact_id("url:in/ben"), "Ben Fox", "Zyx bank", 1, 30, 30 / 60, 0.30, None, None),
        (contact_id("url:in/bea"), "Bea Fox", "Zyx bank", 1, 20, 20 / 60, 0.20, None, None),
        (contact_id("url:in/cem"), "Cem Fox", "Cem zyx", 1, 5, 5 / 60, 0.05, None, None),
    )


def test_employers(world: World) -> None:
    fill(world)
    check(
        world.ask("removals", going="employer", people=2), COLUMNS,
        ("zyx bank", "Zyx bank", None, 2, 50, 50 / 60, 0.5, "Finance", "Finance"),
        ("eva zyx", "Eva zyx", None, 1, 10, 10 / 60, 0.1, "Energy", "Energy"),
    )


def test_who_must_not_be_asked_is_no_door(world: World) -> None:
    fill(world)
    world.mark("url:in/cai", "never_suggest")
    doors = {row["going_label"]: row["only_doors"] for row in world.ask("removals")}
    assert (doors["Cai Fox"], doors["Cem Fox"]) == (None, "Consulting")
