from datetime import date, datetime

from world import World, check, contact_id

MAY = datetime(2026, 5, 3, 9)
COLUMNS = (
    "person_id contact_id full_name company position industry industry_label sureness certainty evidence is_mine unmet shared"
)
DANA = "url:in/dana"


def test_whom_a_contact_knows_those_i_do_not_first(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Eva Poe", company="Zyx", url="eva")
    world.label("company", "charite", "HLT")
    world.meeting("2026-05-03 10:00", 30, "Dana Fox <in/dana>", "Pat Doe <pat@zyxy.example>")
    world.meeting("2026-05-04 10:00", 30, "Dana Fox <in/dana>", "Pat Doe <pat@zyxy.example>")
    world.shared_list(DANA, MAY)
    world.person("Kim Lee", company="Charité", url="kim", position="Doctor", connected_on=date(2024, 3, 5))
    world.person("Eva Poe", company="Zyx", url="eva")
    found = world.ask("acquaintances", who=contact_id(DANA))
    check(
        found, COLUMNS,
        (contact_id("url:in/kim"), None, "Kim Lee", "Charité", "Doctor", "HLT", "Health care", "sure", "known",
         "knows Kim Lee (connected on 5 March 2024; 3.file, imported on 3 May 2026)", False, 2, 1),
        (contact_id("mail:pat@zyxy.example"), contact_id("mail:pat@zyxy.example"), "Pat Doe", None, None, None, None, "unsure",
         "likely", "was in 2 meetings with Pat Doe, last on 4 May 2026 (you were there)", False, 2, 1),
        (contact_id("url:in/eva"), contact_id("url:in/eva"), "Eva Poe", "Zyx", None, None, None, "unsure", "known",
         "knows Eva Poe (3.file, imported on 3 May 2026)", True, 2, 1),
    )
    assert world.ask("acquaintances", who=contact_id(DANA), people=1) == found[:1]
    assert world.ask("acquaintances", who=contact_id("url:in/eva")) == []
