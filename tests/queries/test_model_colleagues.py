"""Colleagues, the private and the archived: whose time is no networking time."""

from datetime import date

from world import World

ANNA = "Anna Ax <anna@ax.example>"


def days(world: World) -> list[tuple[date, float, float]]:
    """(day, networking minutes, minutes with colleagues)."""
    return world.rows("select occurred_on, minutes, colleague_minutes from model.contact_day order by occurred_on")


def test_a_colleague_by_company(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2020, 1, 1))
    world.person("Dana Fox", company="SIEMENS (Erlangen)", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <in/dana>")
    assert days(world) == [(date(2026, 11, 2), 0, 60)]
    assert world.ask("contacts")[0]["is_colleague"]


def test_a_colleague_by_the_domain_of_an_own_address(world: World) -> None:
    world.file("linkedin_email_addresses")
    world.person(None, email="me@ax.example", is_self=True)
    world.meeting("2026-11-02 10:00", 60, ANNA)
    assert days(world) == [(date(2026, 11, 2), 0, 60)]
    assert world.ask("contacts")[0]["is_colleague"]


def test_a_mail_providers_domain_makes_no_colleague(world: World) -> None:
    """The user's own address is at gmail.com."""
    world.meeting("2026-11-02 10:00", 60, "Anna Ax <anna@gmail.com>")
    assert days(world) == [(date(2026, 11, 2), 60, 0)]


def test_a_former_colleague_counts_from_the_day_after(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2020, 1, 1), date(2026, 6, 30))
    world.person("Dana Fox", company="Siemens", url="dana")
    for day in ("2019-12-31", "2020-01-01", "2026-06-30", "2026-07-01"):
        world.meeting(f"{day} 10:00", 60, "Dana Fox <in/dana>")
    assert days(world) == [
        (date(2019, 12, 31), 60, 0), (date(2020, 1, 1), 0, 60), (date(2026, 6, 30), 0, 60), (date(2026, 7, 1), 60, 0),
    ]
    assert not world.ask("contacts")[0]["is_colleague"]


def test_between_two_spells_at_one_employer_nobody_is_a_colleague(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2024, 1, 1))
    world.position("Siemens AG", "Trainee", date(2020, 1, 1), date(2021, 12, 31))
    world.person("Dana Fox", company="Siemens", url="dana")
    for day in ("2021-06-01", "2023-06-01", "2025-06-01"):
        world.meeting(f"{day} 10:00", 60, "Dana Fox <in/dana>")
    assert days(world) == [(date(2021, 6, 1), 0, 60), (date(2023, 6, 1), 60, 0), (date(2025, 6, 1), 0, 60)]


def test_an_address_at_a_former_employer_makes_colleagues_only_of_that_time(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2020, 1, 1), date(2026, 6, 30))
    world.file("linkedin_email_addresses")
    world.person(None, email="me@siemens.com", is_self=True)
    world.meeting("2026-06-30 10:00", 60, "dana@siemens.com")
    world.meeting("2026-07-01 10:00", 60, "dana@siemens.com")
    assert days(world) == [(date(2026, 6, 30), 0, 60), (date(2026, 7, 1), 60, 0)]
    assert not world.ask("contacts")[0]["is_colleague"]


def test_colleagues_can_be_counted_in(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2020, 1, 1))
    world.person("Dana Fox", company="Siemens", url="dana")
    world.meeting("2026-11-02 10:00", 60, "Dana Fox <in/dana>")
    world.meeting("2026-11-03 10:00", 30, ANNA)
    world.label("company", "siemens", "MFG")
    world.label("domain", "ax.example", "FIN")

    def shares() -> dict[str, tuple[float, int]]:
        return {row["industry"]: (row["share"], row["people"]) for row in world.ask("industry_concentration")}

    assert shares() == {"FIN": (1.0, 1), "MFG": (0.0, 0)}
    world.assume("counts_colleagues", "true")
    assert shares() == {"FIN": (1 / 3, 1), "MFG": (2 / 3, 1)}


def test_the_private_are_shown_and_count_nowhere(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-03 10:00", 30, "Ben Bo <ben@bo.example>")
    world.label("domain", "ax.example", "FIN")
    world.label("domain", "bo.example", "LAW")
    world.mark("mail:anna@ax.example", "private")
    assert [(row["full_name"], row["is_private"], row["minutes"]) for row in world.ask("contacts")] == [
        ("Anna Ax", True, 60), ("Ben Bo", False, 30),
    ]
    for weighting in ("minutes", "people"):
        summary = world.ask("network_summary", weighting=weighting)[0]
        assert (summary["minutes"], summary["hhi"], summary["top_industry"]) == (30, 1, "LAW")
    assert {row["industry"]: row["people"] for row in world.ask("industry_concentration")} == {"LAW": 1, "FIN": 0}
    world.mark("mail:anna@ax.example", "private", None)
    assert world.ask("network_summary")[0]["minutes"] == 90


def test_the_archived_are_no_people_but_their_time_was_spent(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-03 10:00", 30, "Ben Bo <ben@bo.example>")
    world.label("domain", "ax.example", "FIN")
    world.label("domain", "bo.example", "LAW")
    world.mark("mail:anna@ax.example", "archived")
    by_people = {row["industry"]: row["weight"] for row in world.ask("industry_concentration", weighting="people")}
    by_minutes = {row["industry"]: row["weight"] for row in world.ask("industry_concentration")}
    assert by_people == {"LAW": 1, "FIN": 0}
    assert by_minutes == {"FIN": 60, "LAW": 30}


def test_of_several_keys_of_one_person_the_newest_word_holds(world: World) -> None:
    world.person("Dana Fox", url="dana", email="dana@fox.example")
    world.file("contact_sheet")
    world.person("Dana Fox", email="dana@fox.example")
    world.mark("mail:dana@fox.example", "private")
    world.mark("url:in/dana", "private", False)
    assert [row["is_private"] for row in world.ask("contacts")] == [False]
