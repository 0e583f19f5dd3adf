from datetime import date, datetime

from world import TODAY, World, check, contact_id

COLUMNS = (
    "contact_id full_name company industry label reason from_company from_label seen_on minutes_ever "
    "last_interaction_on strength gap_points"
)
EVEN = 1 / 24


def fill(world: World) -> None:
    """Mo moved from software to energy; Olga of insurance was once strong; Hal moved from software to finance, where
    all the time outside home sits: no gap."""
    world.assume("home_industry", "SFT")
    world.assume("target_mix", "even")
    for month, mo, hal in ((4, "Zyx soft", "Zyx soft"), (5, "Zyx power", "Zyx bank")):
        world.file("contact_sheet", imported_at=datetime(2026, month, 1))
        world.person("Mo Fox", company=mo, email="mo@zyx.example")
        world.person("Hal Fox", company=hal, email="hal@zyx.example")
    world.file("linkedin_connections")
    world.person("Olga Fox", company="Zyx cover", url="olga")
    world.person("Dana Fox", company="Zyx soft", url="dana")
    for employer, industry in (("soft", "SFT"), ("power", "ENE"), ("bank", "FIN"), ("cover", "INS")):
        world.label("company", f"zyx {employer}", industry)
    for day in range(1, 6):
        world.meeting(f"2024-01-0{day} 09:00", 60, "<in/olga>", kind="sheet", me=None)
    world.meeting("2026-11-20 05:00", 60, "<in/dana>", kind="sheet", me=None)
    world.meeting("2026-11-20 07:00", 60, "hal@zyx.example", kind="sheet", me=None)


def test_who_moved_into_a_gap_before_who_was_once_strong(world: World) -> None:
    fill(world)
    faded = sum(60 * 0.5 ** ((TODAY - date(2024, 1, day)).days / 180) for day in range(1, 6))
    check(
        world.ask("free_diversification"), COLUMNS,
        (contact_id("mail:mo@zyx.example"), "Mo Fox", "Zyx power", "ENE", "Energy", "moved", "Zyx soft", "Software",
         datetime(2026, 5, 1), 0, None, None, EVEN),
        (contact_id("url:in/olga"), "Olga Fox", "Zyx cover", "INS", "Insurance", "once strong", None, None, None, 300,
         date(2024, 1, 5), 100 * faded / (faded + 60), EVEN),
    )


def test_the_private_are_left_in_peace(world: World) -> None:
    fill(world)
    world.mark("mail:mo@zyx.example", "private")
    assert [row["full_name"] for row in world.ask("free_diversification")] == ["Olga Fox"]
