from datetime import date, datetime

from world import World, check, contact_id, who

COLUMNS = "introducer_id introducer introducer_company strength last_interaction_on certainty evidence"
KIM, DANA, EVA = "mail:kim@zyxlee.example", "url:in/dana", "url:in/eva"


def test_who_was_there_whenever_i_met_them(world: World) -> None:
    """Eva shared a list with Kim on it; with Dana in the room I met Kim twice. Dana herself I know by a list."""
    world.file("linkedin_connections")
    world.person("Dana Fox", company="Zyx Works", url="dana")
    world.person("Eva Poe", url="eva")
    for day in (3, 4):
        world.meeting(f"2026-05-0{day} 10:00", 60, "Dana Fox <in/dana>", who("Kim Lee <kim@zyxlee.example>"))
    world.shared_list(EVA, datetime(2026, 5, 3, 9))
    world.person("Kim Lee", email="kim@zyxlee.example")
    found = world.ask("paths_to", who=contact_id(KIM))
    strength = found[1]["strength"]
    assert 0 < strength < 50
    check(
        found, COLUMNS,
        (contact_id(EVA), "Eva Poe", None, None, None, "known", "knows Kim Lee (3.file, imported on 3 May 2026)"),
        (contact_id(DANA), "Dana Fox", "Zyx Works", strength, date(2026, 5, 4), "likely",
         "was in 2 meetings with Kim Lee, last on 4 May 2026 (you were there)"),
    )
    assert world.ask("paths_to", who=contact_id(DANA)) == []
    world.meeting("2026-06-01 10:00", 30, who("Kim Lee <kim@zyxlee.example>"))
    assert world.ask("paths_to", who=contact_id(KIM)) == []
