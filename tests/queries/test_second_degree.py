from datetime import date, datetime

from world import World, check, contact_id, who

MAY = datetime(2026, 5, 3, 9)
COLUMNS = (
    "person_id full_name company position industry industry_label sureness is_gap is_contact introducer introducer_id "
    "introducer_key introducer_company introducer_position introducer_email strength last_interaction_on last_asked_on "
    "is_resting certainty evidence paths also_through total in_gaps"
)
DANA, EVA = "url:in/dana", "url:in/eva"
KIM = "kim.lee@lee.example"


def friends(world: World) -> None:
    """Dana, met last week for an hour, and Eva, never met; both on LinkedIn."""
    world.file("linkedin_connections", imported_at=MAY)
    world.person("Dana Fox", company="Zyx Works", url="dana", position="Boss", email="dana@zyxworks.example")
    world.person("Eva Poe", company="Qqq Works", url="eva")
    world.meeting("2026-11-20 10:00", 60, "Dana Fox <in/dana>")


def named(world: World, **params: object) -> list[tuple[str, str, str]]:
    return [(row["full_name"], row["introducer"], row["certainty"]) for row in world.ask("second_degree", **params)]


def test_whom_contacts_know_with_the_warmest_path_first(world: World) -> None:
    """Kim is on both lists: through Dana, whom one has met; the employer's label tells the industry of Kim too."""
    friends(world)
    world.label("company", "charite", "HLT")
    world.label("company", "zyx works", "SFT")
    world.assume("home_industry", "SFT")
    world.request(EVA, "LAW", date(2026, 11, 1), sent=date(2026, 11, 2))
    for key in (EVA, DANA):
        world.shared_list(key, MAY)
        world.person("Kim Lee", company="Charité", url="kim", position="Doctor", connected_on=date(2024, 3, 5))
    world.shared_list(EVA, MAY)
    world.person("Lou Ray", url="lou")
    world.person("Kim Lee", company="Charité", url="kim", position="Doctor", connected_on=date(2024, 3, 5))
    check(
        world.ask("second_degree"), COLUMNS,
        (contact_id("url:in/kim"), "Kim Lee", "Charité", "Doctor", "HLT", "Health care", "sure", True, False, "Dana Fox",
         contact_id(DANA), DANA, "Zyx Works", "Boss", "dana@zyxworks.example", 50.0, date(2026, 11, 20), None, False, "known",
         "knows Kim Lee (connected on 5 March 2024; 4.file, imported on 3 May 2026)", 2, "Eva Poe", 2, 1),
        (contact_id("url:in/lou"), "Lou Ray", None, None, None, None, "unsure", False, False, "Eva Poe",
         contact_id(EVA), EVA, "Qqq Works", None, None, None, None, date(2026, 11, 2), True, "known",
         "knows Lou Ray (5.file, imported on 3 May 2026)", 1, None, 2, 1),
    )
    assert named(world, industry="HLT") == [("Kim Lee", "Dana Fox", "known")]
    assert len(world.ask("second_degree", people=1)) == 1


def test_who_is_a_contact_already_or_the_user_or_a_colleague_is_no_second_degree(world: World) -> None:
    """By profile, by address, by name and employer, by the employer a mail domain shows; the user by name."""
    friends(world)
    world.position("Own Works", "Engineer", date(2024, 1, 1))
    world.file("linkedin_profile")
    world.person("Max Mee", is_self=True)
    world.file("contact_sheet")
    world.person("Ann Bee", email="ann@qqqbee.example")
    world.person("Bo Cee", company="Ceezyx")
    world.meeting("2026-11-03 10:00", 30, "di.dee@deezyx.example")
    world.shared_list(DANA)
    for name, company, url, email in (
        ("Eva Poe", None, "eva", None), ("A. Bee", None, "bee", "ann@qqqbee.example"), ("Bo Cee", "Ceezyx GmbH", "cee", None),
        ("Di Dee", "Deezyx", "dee", None), ("Max Mee", "Elsewhere zyx", "max", None), ("Col League", "Own Works", "col", None),
        ("Dana Fox", None, "dana", None), ("Bo Cee", "Another zyx", "other", None),
    ):
        world.person(name, company=company, url=url, email=email)
    assert [(row["full_name"], row["company"]) for row in world.ask("second_degree")] == [("Bo Cee", "Another zyx")]


def test_two_people_of_one_name_and_employer_with_profiles_of_their_own_are_two(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Jan Jay", company="Zyx", url="jan")
    world.shared_list(DANA)
    world.person("Jan Jay", company="Zyx", url="jan-2")
    assert named(world) == [("Jan Jay", "Dana Fox", "known")]


def test_a_list_without_profiles_leads_to_the_person_with_one(world: World) -> None:
    """Of two lists one has the profile: one person, two paths. A bare name joins nobody."""
    friends(world)
    world.shared_list(DANA)
    world.person("Kim Lee", company="Zyx Lab", url="kim")
    world.person("Pat Doe")
    world.shared_list(EVA)
    world.person("Kim Lee", company="Zyx Lab Inc.")
    world.person("Pat Doe")
    assert sorted((row["full_name"], row["paths"]) for row in world.ask("second_degree")) == [
        ("Kim Lee", 2), ("Pat Doe", 1), ("Pat Doe", 1),
    ]


def test_met_twice_in_company_and_never_alone_is_likely(world: World) -> None:
    friends(world)
    world.meeting("2026-05-03 10:00", 30, "Dana Fox <in/dana>", who(KIM), "Lone Wolf <wolf@wolf.example>")
    world.meeting("2026-05-04 10:00", 30, "Dana Fox <in/dana>", who(f"Kim Lee <{KIM}>"))
    world.meeting("2026-05-04 15:00", 30, "Dana Fox <in/dana>", who(f"Kim Lee <{KIM}>"))
    (row,) = world.ask("second_degree")
    assert (row["full_name"], row["introducer"], row["certainty"], row["is_contact"]) == ("Kim Lee", "Dana Fox", "likely", True)
    assert row["evidence"] == "was in 3 meetings with Kim Lee, last on 4 May 2026 (you were there)"
    assert [row["contacts"] for row in world.ask("network_summary")] == [4]     # Kim and the wolf have minutes, as ever
    world.meeting("2026-06-01 10:00", 30, who(KIM))
    assert world.ask("second_degree") == []


def test_written_to_together_twice_is_likely_too(world: World) -> None:
    """A thread is company as a meeting is; a mail to Kim alone makes an acquaintance of one's own."""
    friends(world)
    for day in ("2026-05-03", "2026-05-04"):
        world.meeting(f"{day} 10:00", None, who("Dana Fox <in/dana>", role="to"), who(f"Kim Lee <{KIM}>", role="from"),
                      who("me@gmail.com", role="to"), me=None, channel="mail", kind="mail")  # fmt: skip
    (row,) = world.ask("second_degree")
    assert (row["full_name"], row["introducer"], row["certainty"]) == ("Kim Lee", "Dana Fox", "likely")
    world.message("2026-05-05 10:00", f"Kim Lee <{KIM}>", sent=False, channel="mail")
    assert world.ask("second_degree") == []


def test_company_that_says_nothing(world: World) -> None:
    """One day alone, a crowd, strangers among themselves, colleagues, what did not happen, a shared mailbox."""
    friends(world)
    world.decide("own_identity", identity_key="mail:me@ownzyx.example", is_own=True)
    crowd = [f"guest{number}@crowd.example" for number in "abcd"]
    for day in ("2026-05-03", "2026-05-04"):
        world.meeting(f"{day} 09:00", 30, "Dana Fox <in/dana>", KIM, *crowd)
        world.meeting(f"{day} 10:00", 30, "stray@one.example", "stray@two.example")
        world.meeting(f"{day} 11:00", 30, "Dana Fox <in/dana>", "Col League <col@ownzyx.example>", "me@ownzyx.example")
        world.meeting(f"{day} 12:00", 30, "Dana Fox <in/dana>", "info@office.example")
        world.meeting(f"{day} 13:00", 30, "Dana Fox <in/dana>", "Off Off <off@off.example>", is_cancelled=True)
        world.meeting(f"{day} 14:00", 30, "Dana Fox <in/dana>", who("Decl Ine <dec@dec.example>", status="declined"))
    world.meeting("2026-05-05 09:00", 30, "Dana Fox <in/dana>", "Once Only <once@once.example>")
    world.meeting("2026-05-05 15:00", 30, "Dana Fox <in/dana>", "Once Only <once@once.example>")
    assert world.ask("second_degree") == []


def test_a_list_makes_known_what_company_made_likely(world: World) -> None:
    friends(world)
    for day in ("2026-05-03", "2026-05-04"):
        world.meeting(f"{day} 09:00", 30, "Dana Fox <in/dana>", who(f"Kim Lee <{KIM}>"))
    world.shared_list(DANA)
    world.person("Kim Lee", email=KIM, company="Charité")
    assert named(world) == [("Kim Lee", "Dana Fox", "known")]


def test_who_is_private_or_never_to_be_asked_opens_no_door(world: World) -> None:
    friends(world)
    for key in (DANA, EVA):
        world.shared_list(key)
        world.person("Kim Lee", url="kim")
    world.mark(DANA, "private")
    assert named(world) == [("Kim Lee", "Eva Poe", "known")]
    world.mark(EVA, "never_suggest")
    assert named(world) == []


def test_a_list_waits_for_the_contact_who_shared_it(world: World) -> None:
    world.file("linkedin_connections")
    world.person("Dana Fox", url="dana")
    world.shared_list(DANA)
    world.person("Kim Lee", url="kim")
    assert named(world) == [("Kim Lee", "Dana Fox", "known")]
    world.undo(1)
    assert named(world) == []
    assert [(row["kind"], row["said"]) for row in world.ask("unresolved_decisions")] == [("shared list", "linkedin.com/in/dana")]
