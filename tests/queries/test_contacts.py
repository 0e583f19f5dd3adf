from datetime import date

from world import World, check, contact_id

COLUMNS = (
    "contact_id identity_key full_name company position industry industry_label industry_confidence industry_layer "
    "industry_evidence is_colleague is_private is_never_suggested is_vanished strength minutes share "
    "last_interaction_on connected_on email"
)


def fill(world: World) -> None:
    world.position("Qxz")
    world.person("Dana Fox", company="Soft", url="dana", position="CTO", connected_on=date(2020, 5, 4))
    world.person("Eve Fox", company="Qxz", url="eve", email="eve@gmail.com")
    world.meeting("2026-11-20 08:00", 60, "<in/dana>")
    world.meeting("2025-11-20 08:00", 60, "<in/eve>")
    world.meeting("2026-11-19 08:00", 20, "Ute Fox <ute@zyx.example>")
    world.label("company", "soft", "SFT")
    world.mark("mail:ute@zyx.example", "private")
    world.mark("url:in/eve", "never_suggest")


def test_whole_answer(world: World) -> None:
    """Ute's 20 minutes have faded for a day; Eve's hour, a year and a colleague's, lies outside the window."""
    fill(world)
    ute = 20 * 0.5 ** (1 / 180)
    eve = 60 * 0.5 ** (365 / 180)
    check(
        world.ask("contacts"), COLUMNS,
        (contact_id("url:in/dana"), "url:in/dana", "Dana Fox", "Soft", "CTO", "SFT", "Software", 1, "label",
         "you said so of Soft", False, False, False, False, 50, 60, 0.75, date(2026, 11, 20), date(2020, 5, 4), None),
        (contact_id("mail:ute@zyx.example"), "mail:ute@zyx.example", "Ute Fox", None, None, None, "Not known", 0,
         "unknown", "", False, True, False, False, 100 * ute / (ute + 60), 20, 0.25, date(2026, 11, 19), None,
         "ute@zyx.example"),
        (contact_id("url:in/eve"), "url:in/eve", "Eve Fox", "Qxz", None, None, "Not known", 0, "unknown", "",
         True, False, True, False, 100 * eve / (eve + 60), 0, 0, date(2025, 11, 20), None, "eve@gmail.com"),
    )


def test_only_one_industry_or_the_unknown(world: World) -> None:
    fill(world)
    assert [row["full_name"] for row in world.ask("contacts", industry="SFT")] == ["Dana Fox"]
    assert [row["full_name"] for row in world.ask("contacts", industry="unknown")] == ["Ute Fox", "Eve Fox"]
    assert world.ask("contacts", industry="SFT")[0]["share"] == 1
    assert world.ask("contacts", industry="LAW") == []
