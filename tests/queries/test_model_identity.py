"""Who is who: by profile address, e-mail, name with employer, and the user's word."""

from datetime import datetime

from world import World

LATER = datetime(2026, 11, 21, 12)


def people(world: World) -> list[set[str]]:
    """The identity keys of each person but the user, as sets."""
    found: dict[str, set[str]] = {}
    for contact_id, key in world.rows(
        "select contact_id, identity_key from model.identity "
        "where contact_id not in (select contact_id from model.self)"
    ):
        found.setdefault(contact_id, set()).add(key)
    return sorted(found.values(), key=sorted)


def ids(world: World) -> dict[str, str]:
    """Contact id of every identity key."""
    return dict(world.rows("select distinct identity_key, contact_id from model.identity"))


def test_same_profile_address(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.message("2026-11-02 10:00", "D. Fox <in/dana>", sent=True)
    assert people(world) == [{"url:in/dana"}]


def test_same_email(world: World) -> None:
    world.person("Dana Fox", url="dana", email="dana@fox.example")
    world.meeting("2026-11-02 10:00", 60, "DANA@fox.example")
    assert people(world) == [{"url:in/dana", "mail:dana@fox.example"}]


def test_same_name_and_employer(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.file("contact_sheet")
    world.person("Fox, Dana", company="SIEMENS")
    world.person("Dana Fox", company="Bosch")
    assert people(world) == [{"name:dana fox|bosch"}, {"name:dana fox|siemens", "url:in/dana"}]


def test_two_rows_of_one_list_with_two_addresses_are_asked_about(world: World) -> None:
    """One person twice, or two of that name: the name and employer alone join neither to the other, nor to a third row."""
    world.file("contact_sheet")
    world.person("Anna Schmidt", company="Kestrel", email="anna.schmidt@kestrel.example")
    world.person("Anna Schmidt", company="Kestrel", email="anna.schmidt2@kestrel.example")
    world.person("Dana Fox", company="Kestrel", email="dana@kestrel.example")
    world.file("contact_sheet", series="another")
    world.person("Anna Schmidt", company="Kestrel")
    world.person("Dana Fox", company="Kestrel", email="dana@fox.example")
    assert people(world) == [
        {"mail:anna.schmidt2@kestrel.example"},
        {"mail:anna.schmidt@kestrel.example"},
        {"mail:dana@fox.example", "mail:dana@kestrel.example"},
        {"name:anna schmidt|kestrel"},
    ]


def test_employer_shown_by_the_mail_domain(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <d.fox@siemens.com>", "Dana Fox <dana@bosch.com>")
    assert people(world) == [{"mail:d.fox@siemens.com", "url:in/dana"}, {"mail:dana@bosch.com"}]


def test_an_address_that_says_its_name(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.meeting("2026-11-02 10:00", 60, "dana.fox@siemens.com", "ben.bo@siemens.com")
    assert people(world) == [{"mail:ben.bo@siemens.com"}, {"mail:dana.fox@siemens.com", "url:in/dana"}]


def test_a_mail_providers_domain_shows_no_employer(world: World) -> None:
    world.person("Dana Fox", company="Gmail", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@gmail.com>")
    assert len(people(world)) == 2


def test_a_name_at_two_companies_that_the_domain_could_mean_is_nobody(world: World) -> None:
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens AG")
    world.person("Dana Fox", company="Siemens Energy")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@siemens.com>")
    assert len(people(world)) == 3


def test_lists_of_two_kinds_and_the_mail_domain_meet(world: World) -> None:
    """The sheet has no profile address: still one employer, one person."""
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@siemens.com>")
    assert len(people(world)) == 1


def test_a_shared_mailbox_is_no_key(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <info@siemens.com>", "Ben Bo <info@siemens.com>")
    world.meeting("2026-11-03 10:00", 60, "Dana M Fox <dana@x.example>", "Dana Fox <dana@x.example>")
    assert people(world) == [
        {"mail:dana@x.example"}, {"mail:info@siemens.com|ben bo"}, {"mail:info@siemens.com|dana fox"},
    ]


def test_an_own_address_is_own_under_any_name(world: World) -> None:
    world.file("linkedin_email_addresses")
    world.person(None, email="we@home.example", is_self=True)
    world.meeting("2026-11-02 10:00", 60, "Me Myself <we@home.example>", "The Other <we@home.example>",
                  "dana@x.example")
    assert people(world) == [{"mail:dana@x.example"}]


def test_two_profile_addresses_never_merge_by_name(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.person("Dana Fox", company="Siemens AG", url="dana-2")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")
    assert people(world) == [{"mail:dana.fox@siemens.com"}, {"url:in/dana"}, {"url:in/dana-2"}]


def test_two_profile_addresses_never_merge_by_way_of_a_third_row(world: World) -> None:
    """The sheet's address is the first one's, its name and employer the second one's."""
    world.person("Dana Fox", company="Siemens AG", url="dana", email="dana@fox.example")
    world.person("Dana Fox", company="Bosch", url="dana-2")
    world.file("contact_sheet")
    world.person("Dana Fox", company="Bosch", email="dana@fox.example")
    assert people(world) == [{"mail:dana@fox.example", "url:in/dana"}, {"url:in/dana-2"}]


def test_two_profile_addresses_never_merge_by_the_mail_domain(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.person("Dana Fox", company="Bosch", url="dana-2", email="dana.fox@siemens.com")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")
    assert people(world) == [{"mail:dana.fox@siemens.com", "url:in/dana-2"}, {"url:in/dana"}]


def test_a_link_joins_and_is_taken_back(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana@home.example>")
    before = ids(world)
    assert before["url:in/dana"] != before["mail:dana@home.example"]
    link = {"identity_key": "url:in/dana", "other_key": "mail:dana@home.example"}
    world.decide("person_link", **link, verdict="same")
    merged = ids(world)
    assert merged["mail:dana@home.example"] == merged["url:in/dana"] == before["url:in/dana"]
    assert dict(world.rows("select identity_key, alias_id from model.identity"))["mail:dana@home.example"] \
        == before["mail:dana@home.example"], "a swallowed id still resolves"
    world.decide("person_link", **link, verdict=None)
    assert ids(world) == before


def test_different_people_wins_over_every_rule(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox2@siemens.com>")
    assert len(people(world)) == 1
    link = {"identity_key": "url:in/dana", "other_key": "mail:dana.fox2@siemens.com"}
    world.decide("person_link", **link, verdict="different")
    assert people(world) == [{"mail:dana.fox2@siemens.com"}, {"url:in/dana"}]
    world.decide("person_link", **link, verdict=None)
    assert len(people(world)) == 1


def test_different_people_splits_even_one_address_from_its_profile(world: World) -> None:
    """LinkedIn knows an assistant's address as the boss's."""
    world.person("Dana Fox", url="dana", email="office@fox.example")
    world.meeting("2026-11-02 10:00", 60, "office@fox.example")
    world.decide("person_link", identity_key="url:in/dana", other_key="mail:office@fox.example", verdict="different")
    assert len(people(world)) == 2


def test_an_id_survives_a_stronger_key_in_a_newer_file(world: World) -> None:
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens AG")
    before = ids(world)["name:dana fox|siemens"]
    world.file("contact_sheet", imported_at=LATER)
    world.person("Dana Fox", company="Siemens AG", email="dana@fox.example")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Siemens", url="dana")
    assert set(ids(world).values()) == {before}
    assert len(ids(world)) == 3


def test_an_id_survives_a_new_employer_in_a_newer_list_of_bare_names(world: World) -> None:
    world.file("contact_sheet")
    world.person("Dana Fox", company="Siemens AG")
    before = ids(world)["name:dana fox|siemens"]
    world.label("person", "name:dana fox|siemens", "LAW")
    world.file("contact_sheet", imported_at=LATER)
    world.person("Dana Fox", company="Bosch")
    found = [(row["contact_id"], row["company"], row["industry"]) for row in world.ask("contacts")]
    assert found == [(before, "Bosch", "LAW")]


def test_a_calendar_stays_with_somebody_who_changed_employer(world: World) -> None:
    world.person("Dana Fox", company="Siemens AG", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <dana.fox@siemens.com>")
    world.file("linkedin_connections", imported_at=LATER)
    world.person("Dana Fox", company="Bosch", url="dana")
    assert [(row["company"], row["minutes"]) for row in world.ask("contacts")] == [("Bosch", 60)]


def test_who_was_never_named_is_nobody(world: World) -> None:
    world.person(None, company="Siemens AG")
    assert people(world) == []
