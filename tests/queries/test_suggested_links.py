from world import World, check

COLUMNS = "full_name listed_key listed_as addressed_key addressed_as minutes share verdict"


def pairs(world: World) -> set[tuple[str, str]]:
    return {(row["listed_key"], row["addressed_key"]) for row in world.ask("suggested_links")}


def test_whole_answer(world: World) -> None:
    """Dana's address says no name but itself; Cara is known by name alone; nobody on the list is called Ute."""
    world.person("Dana Fox", company="Siemens AG", url="dana", position="CTO")
    world.person("Ben Bo", company="Bosch", url="ben")
    world.person("Cara Co", url="cara")
    world.meeting("2026-11-02 10:00", 60, "Ben Bo <ben@home.example>")
    world.meeting("2026-11-03 10:00", 120, "dana.fox@home.example")
    world.meeting("2026-11-04 10:00", 20, "Ute Ur <ute@home.example>")
    world.meeting("2026-11-05 10:00", 40, "Cara Co <in/cara>")
    world.meeting("2026-11-06 10:00", 200, "Cara Co", kind="interaction_sheet", me=None)
    check(
        world.ask("suggested_links"), COLUMNS,
        ("Cara Co", "url:in/cara", None, "name:cara co", "Cara Co", 200, 200 / 400, None),
        ("Dana Fox", "url:in/dana", "CTO, Siemens AG", "mail:dana.fox@home.example", "dana.fox@home.example", 120,
         120 / 400, None),
        ("Ben Bo", "url:in/ben", "Bosch", "mail:ben@home.example", "ben@home.example", 60, 60 / 400, None),
    )


def test_a_name_that_occurs_twice_on_either_side_is_no_suggestion(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.person("Dana Fox", url="dana-2")
    world.person("Ben Bo", url="ben")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@home.example>", "Ben Bo <b@x.example>",
                  "Ben Bo <b@y.example>")
    assert pairs(world) == set()


def test_one_word_is_no_full_name(world: World) -> None:
    world.person("Dana", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana <dana@home.example>")
    assert pairs(world) == set()


def test_two_profile_addresses_are_never_suggested(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.message("2026-11-02 10:00", "Dana Fox <in/dana-2>", sent=True)
    assert pairs(world) == set()


def test_an_address_book_entry_is_suggested_for_linkedin(world: World) -> None:
    """Both are on a list: the address book has the address, LinkedIn the employer."""
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.file("contact_sheet")
    world.person("Dana Fox", email="dana@home.example")
    world.meeting("2026-11-02 10:00", 60, "dana@home.example")
    assert pairs(world) == {("url:in/dana", "mail:dana@home.example")}


def test_without_linkedin_a_list_of_names_is_suggested_for_addresses(world: World) -> None:
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens AG")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@home.example>")
    assert pairs(world) == {("name:dana fox|siemens", "mail:dana@home.example")}


def test_a_shared_mailbox_is_not_suggested(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <info@home.example>", "Ben Bo <info@home.example>")
    assert pairs(world) == set()


def test_the_user_is_not_suggested(world: World) -> None:
    world.person("Me Myself", url="someone")
    world.meeting("2026-11-02 10:00", 60, "Me Myself <me@gmail.com>", "dana@home.example")
    assert pairs(world) == set()


def test_the_answer_is_kept_and_taken_back(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@home.example>")
    link = {"identity_key": "url:in/dana", "other_key": "mail:dana@home.example"}

    def verdicts() -> list[str | None]:
        return [row["verdict"] for row in world.ask("suggested_links")]

    assert verdicts() == [None]
    world.decide("person_link", **link, verdict="different")
    assert verdicts() == ["different"]
    world.decide("person_link", **link, verdict=None)
    assert verdicts() == [None]
    world.decide("person_link", **link, verdict="same")
    assert verdicts() == []
    assert [row["minutes"] for row in world.ask("contacts")] == [60]
