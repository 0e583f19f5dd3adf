"""How an interaction becomes minutes with people: methods, section 1, rule by rule."""

from datetime import date

import pytest
from world import World, who

ANNA, BEN, CARA = "Anna Ax <anna@ax.example>", "Ben Bo <ben@bo.example>", "Cara Co <cara@co.example>"


def minutes(world: World) -> dict[str, float]:
    """Minutes on record by person, colleagues' time included."""
    return dict(world.rows(
        "select full_name, sum(contact_day.minutes + contact_day.colleague_minutes) "
        "from model.contact_day inner join model.person using (contact_id) group by full_name"
    ))


def reasons(world: World) -> list[str | None]:
    """Why each interaction counts nothing, in order of time; None where it counts."""
    return [row[0] for row in world.rows("select exclusion from model.interaction order by starts_at, occurrence_no")]


def test_split_shares_a_meeting_among_the_others(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, BEN, CARA)
    assert minutes(world) == {"Anna Ax": 20, "Ben Bo": 20, "Cara Co": 20}


def test_full_gives_each_the_duration(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, BEN)
    world.assume("sharing", "full")
    assert minutes(world) == {"Anna Ax": 60, "Ben Bo": 60}


def test_who_declined_neither_gets_nor_takes_minutes(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, BEN, who(CARA, status="declined"))
    assert minutes(world) == {"Anna Ax": 30, "Ben Bo": 30}


@pytest.mark.parametrize("kind", ["room", "resource", "list"])
def test_rooms_and_lists_are_not_people(world: World, kind: str) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, who("Blue <blue@rooms.example>", kind=kind))
    assert minutes(world) == {"Anna Ax": 60}


def test_own_addresses_are_not_others(world: World) -> None:
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=True)
    world.meeting("2026-11-02 10:00", 60, ANNA, "Me Myself <me@work.example>")
    assert minutes(world) == {"Anna Ax": 60}


def test_one_person_under_two_addresses_counts_once(world: World) -> None:
    world.decide("person_link", identity_key="mail:anna@ax.example", other_key="mail:anna@home.example", verdict="same")
    world.meeting("2026-11-02 10:00", 60, ANNA, BEN, "Anna Ax <anna@home.example>")
    assert minutes(world) == {"Anna Ax": 30, "Ben Bo": 30}


def test_all_day_counts_nothing(world: World) -> None:
    world.meeting("2026-11-02 00:00", 1440, ANNA, is_all_day=True)
    assert (reasons(world), minutes(world)) == (["all-day event"], {})


def test_declined_by_the_user_counts_nothing(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, me="declined")
    assert (reasons(world), minutes(world)) == (["declined by you"], {})


def test_declined_under_one_address_accepted_under_the_other_counts(world: World) -> None:
    world.decide("own_identity", identity_key="mail:me@work.example", is_own=True)
    world.meeting("2026-11-02 10:00", 60, ANNA, who("me@work.example", status="declined"), me="accepted")
    assert minutes(world) == {"Anna Ax": 60}


def test_cancelled_counts_nothing(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, is_cancelled=True)
    assert (reasons(world), minutes(world)) == (["cancelled"], {})


def test_nobody_else_counts_nothing(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60)
    world.meeting("2026-11-03 10:00", 60, who(ANNA, status="declined"))
    world.meeting("2026-11-04 10:00", 60, me=None)
    assert (reasons(world), minutes(world)) == (["nobody else in it"] * 3, {})


def test_more_than_twelve_others_are_an_audience(world: World) -> None:
    letters = "abcdefghijklm"
    world.meeting("2026-11-02 10:00", 60, *(f"{c}@x.example" for c in letters))
    world.meeting("2026-11-03 10:00", 60, *(f"{c}@x.example" for c in letters[:12]))
    assert reasons(world) == ["an audience", None]
    assert minutes(world) == {f"{c}@x.example": 5 for c in letters[:12]}


def test_what_ends_after_the_import_has_not_happened(world: World) -> None:
    """The files are imported on 20 November 2026 at 12:00 UTC."""
    world.meeting("2026-11-20 11:00", 61, ANNA)
    world.meeting("2026-11-20 09:00", 60, BEN)
    world.meeting("2026-12-01 09:00", 60, BEN)
    assert reasons(world) == [None, "not yet happened", "not yet happened"]
    assert minutes(world) == {"Ben Bo": 60}


def test_an_event_counts_four_hours_at_most(world: World) -> None:
    world.meeting("2026-11-02 08:00", 600, ANNA)
    world.assume("event_cap_minutes", None)
    assert minutes(world) == {"Anna Ax": 240}
    world.assume("event_cap_minutes", "120")
    assert minutes(world) == {"Anna Ax": 120}


def test_two_events_at_once_share_the_hour(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-02 10:00", 60, BEN)
    assert minutes(world) == pytest.approx({"Anna Ax": 30, "Ben Bo": 30})


def test_three_events_at_once_share_the_hour(world: World) -> None:
    for person in (ANNA, BEN, CARA):
        world.meeting("2026-11-02 10:00", 60, person)
    assert minutes(world) == pytest.approx({"Anna Ax": 20, "Ben Bo": 20, "Cara Co": 20})


def test_events_that_overlap_in_part_share_that_part(world: World) -> None:
    """10:00-11:00, 10:30-11:30 and 10:45-11:00: alone, in two for 15 minutes, in three for 15, in two, alone."""
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-02 10:30", 60, BEN)
    world.meeting("2026-11-02 10:45", 15, CARA)
    assert minutes(world) == pytest.approx({"Anna Ax": 30 + 7.5 + 5, "Ben Bo": 7.5 + 5 + 30, "Cara Co": 5})


def test_back_to_back_is_no_overlap(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-02 11:00", 60, BEN)
    assert minutes(world) == pytest.approx({"Anna Ax": 60, "Ben Bo": 60})


def test_what_counts_nothing_takes_no_part_of_the_hour(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA)
    world.meeting("2026-11-02 10:00", 60)
    world.meeting("2026-11-02 10:00", 60, BEN, is_cancelled=True)
    assert minutes(world) == pytest.approx({"Anna Ax": 60})


def test_rows_of_a_spreadsheet_on_one_day_do_not_share_the_hour(world: World) -> None:
    """They say the day alone, and all lie at noon."""
    for person in ("Anna Ax", "Ben Bo"):
        world.meeting("2026-11-02 12:00", 60, person, me=None, kind="interaction_sheet")
    assert minutes(world) == {"Anna Ax": 60, "Ben Bo": 60}


@pytest.mark.parametrize("answer", ["tentative", "unanswered"])
def test_tentative_counts_half_and_shares_no_hour(world: World, answer: str) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, me=answer)
    world.meeting("2026-11-02 10:00", 60, BEN)
    assert minutes(world) == pytest.approx({"Anna Ax": 30, "Ben Bo": 60})


def test_the_organiser_has_accepted(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, ANNA, me="organizer")
    assert minutes(world) == {"Anna Ax": 60}


def test_a_calendar_that_does_not_name_the_user_counts_in_full(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, who(ANNA, status="unanswered"), me=None)
    assert minutes(world) == {"Anna Ax": 60}


@pytest.mark.parametrize(("channel", "sent", "expected"), [
    ("message", True, 3), ("message", False, 1), ("mail", True, 5), ("mail", False, 2),
])
def test_default_minutes_of_what_is_written(world: World, channel: str, sent: bool, expected: float) -> None:
    world.message("2026-11-02 10:00", ANNA, sent, channel)
    assert minutes(world) == {"Anna Ax": expected}


def test_the_assumption_of_a_message_can_be_changed(world: World) -> None:
    world.message("2026-11-02 10:00", ANNA, sent=True)
    world.assume("minutes_message_sent", "10")
    assert minutes(world) == {"Anna Ax": 10}


@pytest.mark.parametrize(("channel", "expected"), [("call", 15), ("meeting", 30)])
def test_default_minutes_of_what_is_spoken(world: World, channel: str, expected: float) -> None:
    world.meeting("2026-11-02 10:00", None, ANNA, channel=channel, kind="interaction_sheet", me=None)
    assert minutes(world) == {"Anna Ax": expected}


def test_a_message_is_shared_among_its_receivers(world: World) -> None:
    world.meeting("2026-11-02 10:00", None, who(ANNA, role="to"), who(BEN, role="to"), who(CARA, role="to"),
                  who("me@gmail.com", role="from"), me=None, channel="message", kind="linkedin_messages")
    assert minutes(world) == {"Anna Ax": 1, "Ben Bo": 1, "Cara Co": 1}


def test_copies_of_a_mail_are_no_time(world: World) -> None:
    """Anna is only copied; of Ben's mail the user is only a copy."""
    world.meeting("2026-11-02 10:00", None, who(ANNA, role="cc"), who(BEN, role="to"), who("me@gmail.com", role="from"),
                  me=None, channel="mail", kind="interaction_sheet")
    world.meeting("2026-11-03 10:00", None, who(BEN, role="from"), who("me@gmail.com", role="cc"),
                  me=None, channel="mail", kind="interaction_sheet")
    assert minutes(world) == {"Ben Bo": 2.5}


def test_an_invitation_is_no_time(world: World) -> None:
    world.message("2026-11-02 10:00", "Anna Ax <in/anna>", sent=True, channel="invitation", minutes=0,
                  kind="linkedin_invitations")
    assert minutes(world) == {}
    assert world.ask("contacts") == []


@pytest.mark.parametrize(("zone", "expected"), [
    ("UTC", date(2026, 11, 2)), ("Europe/Berlin", date(2026, 11, 3)), ("America/Los_Angeles", date(2026, 11, 2)),
])
def test_the_day_is_the_workspaces(world: World, zone: str, expected: date) -> None:
    world.meeting("2026-11-02 23:30", 20, ANNA)
    world.assume("time_zone", zone)
    assert world.rows("select occurred_on from model.contact_day") == [(expected,)]


def test_people_only_seen_are_no_contacts(world: World) -> None:
    world.meeting("2026-11-02 10:00", 60, *(f"{c}@x.example" for c in "abcdefghijklm"))
    world.meeting("2026-11-03 10:00", 60, ANNA, me="declined")
    world.person("Dana Fox", url="dana")
    assert [row["full_name"] for row in world.ask("contacts")] == ["Dana Fox"]
    assert world.rows("select count(*) from model.person") == [(15,)]


def test_somebody_on_a_list_by_address_alone_is_a_contact(world: World) -> None:
    world.file("contact_sheet")
    world.person(None, email="anna@ax.example")
    world.person(None, company="Nobody Ltd")
    assert [row["full_name"] for row in world.ask("contacts")] == ["anna@ax.example"]
