from datetime import date, datetime

from world import TODAY, World, check, contact_id

COLUMNS = (
    "contact_id full_name company position standing worked_at is_colleague sureness strength minutes_ever "
    "last_interaction_on"
)


def fill(world: World) -> None:
    """In finance: Ben warm, Olga once strong, Mia met, Nea never met; Cai worked there before; Pia is private."""
    for month, employer in ((4, "Zyx bank"), (5, "Cai zyx")):
        world.file("contact_sheet", imported_at=datetime(2026, month, 1))
        world.person("Cai Fox", company=employer, url="cai", email="cai@zyx.example")
    world.file("linkedin_connections")
    for name in ("Ben", "Olga", "Mia", "Nea", "Pia"):
        world.person(f"{name} Fox", company="Zyx bank", url=name.lower(), position="Chief")
    world.label("company", "zyx bank", "FIN")
    world.label("company", "cai zyx", "CNS")
    world.mark("url:in/pia", "private")
    world.meeting("2026-11-20 01:00", 60, "<in/ben>", kind="sheet", me=None)
    for day in range(1, 6):
        world.meeting(f"2024-01-0{day} 09:00", 60, "<in/olga>", kind="sheet", me=None)
    world.meeting("2026-11-20 05:00", 10, "<in/mia>", kind="sheet", me=None)


def test_the_close_first_then_who_knows_it_from_inside(world: World) -> None:
    fill(world)
    faded = sum(60 * 0.5 ** ((TODAY - date(2024, 1, day)).days / 180) for day in range(1, 6))

    def who(name: str) -> str:
        return contact_id(f"url:in/{name}")

    check(
        world.ask("advisers", about="FIN"), COLUMNS,
        (who("ben"), "Ben Fox", "Zyx bank", "Chief", "warm", None, False, "sure", 50.0, 60, TODAY),
        (who("olga"), "Olga Fox", "Zyx bank", "Chief", "once strong", None, False, "sure", 100 * faded / (faded + 60), 300,
         date(2024, 1, 5)),
        (who("mia"), "Mia Fox", "Zyx bank", "Chief", "met", None, False, "sure", 100 * 10 / 70, 10, TODAY),
        (who("cai"), "Cai Fox", "Cai zyx", None, "worked there", "Zyx bank", False, "likely", None, 0, None),
        (who("nea"), "Nea Fox", "Zyx bank", "Chief", "never met", None, False, "sure", None, 0, None),
    )


def test_a_mailbox_of_several_gives_no_advice(world: World) -> None:
    fill(world)
    world.meeting("2026-11-20 09:00", 30, "Ann Zyxman <info@zyxbank.example>", kind="sheet", me=None)
    world.meeting("2026-11-20 11:00", 30, "Bob Qqqman <info@zyxbank.example>", kind="sheet", me=None)
    world.label("domain", "zyxbank.example", "FIN")
    assert len(world.ask("contacts", industry="FIN")) > len(world.ask("advisers", about="FIN"))
    assert "Ann Zyxman" not in {row["full_name"] for row in world.ask("advisers", about="FIN")}
