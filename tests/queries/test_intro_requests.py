from datetime import date

from world import TODAY, World, check, contact_id

from dashboard.intros.requests import moved

COLUMNS = (
    "request_key state introducer introducer_id introducer_key introducer_email introducer_company "
    "introducer_position last_interaction_on target_industry target_label target_name person person_id person_email "
    "since_on state_days is_open follow_up follow_up_on touch_no is_due late_days sent_on introduced_on met_on ended_on "
    "favours_given favours_received states"
)


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def test_whole_answer(world: World) -> None:
    """Today is 20 November: a reminder four days late, one due today, an open draft, an ask that was declined."""
    world.person("Dana Fox", company="Soft", url="dana", position="Recruiter", email="dana@gmail.com")
    world.person("Hal Fox", url="hal")
    world.person("Ida Fox", url="ida", email="ida@gmail.com")
    draft = world.request("url:in/hal", "LAW", day(18), drafted=day(18))
    late = world.request("url:in/dana", "HLT", day(6), sent=day(6))
    met = world.request("url:in/hal", "FIN", day(1), name="Ida Fox", sent=day(1), met=day(19))
    world.decide("introduction", request_key=met, identity_key="url:in/ida", first_on=day(17), verdict="introduced")
    world.decide("favour", identity_key="url:in/dana", direction="given", happened_on=day(3), note="a flat", is_held=True)
    no = world.request("url:in/gone", "EDU", day(2), sent=day(2), declined=day(4))
    check(
        world.ask("intro_requests"), COLUMNS,
        (late, "sent", "Dana Fox", contact_id("url:in/dana"), "url:in/dana", "dana@gmail.com", "Soft", "Recruiter",
         None, "HLT", "Health care", None, None, None, None, day(6), 14, True, "reminder", day(16), None, True, 4, day(6),
         None, None, None, 1, 0, "suggested, sent"),
        (met, "met", "Hal Fox", contact_id("url:in/hal"), "url:in/hal", None, None, None, None, "FIN", "Finance",
         "Ida Fox", "Ida Fox", contact_id("url:in/ida"), "ida@gmail.com", day(19), 1, True, "report", day(20), None, True,
         0, day(1), day(17), day(19), None, 0, 1, "suggested, sent, introduced, met"),
        (draft, "drafted", "Hal Fox", contact_id("url:in/hal"), "url:in/hal", None, None, None, None, "LAW", "Legal",
         None, None, None, None, day(18), 2, True, None, None, None, False, None, None, None, None, None, 0, 1,
         "suggested, drafted"),
        (no, "declined", None, None, "url:in/gone", None, None, None, None, "EDU", "Education", None, None, None, None,
         day(4), 16, False, None, None, None, False, None, day(2), None, None, day(4), 0, 0, "suggested, sent, declined"),
    )


def follow_up(world: World, today: date = TODAY) -> tuple[str | None, bool]:
    (row,) = world.ask("intro_requests", today=today)
    return row["follow_up"], row["is_due"]


def test_one_gentle_reminder_then_stop(world: World) -> None:
    world.person("Dana Fox", url="dana")
    key = world.request("url:in/dana", "HLT", day(1), sent=day(1))
    assert follow_up(world, day(10)) == ("reminder", False)
    assert follow_up(world, day(11)) == ("reminder", True)
    world.decide("intro_request_event", request_key=key, state="reminded", happened_on=day(12))
    assert follow_up(world, day(21)) == ("rest", False)
    assert follow_up(world, day(22)) == ("rest", True)
    world.decide("intro_request_event", request_key=key, state="resting", happened_on=day(22))
    assert follow_up(world, day(30)) == (None, False)


def test_thanks_then_a_time_then_the_report_then_three_touches(world: World) -> None:
    """Each follow-up waits for the one before it; after the third touch the board asks whether it is kept."""
    world.person("Dana Fox", url="dana")
    key = world.request("url:in/dana", "HLT", day(1), sent=day(1), agreed=day(4))

    def then(state: str, on: date) -> None:
        world.decide("intro_request_event", request_key=key, state=state, happened_on=on)

    assert (follow_up(world, day(4)), follow_up(world, day(5))) == (("thanks", False), ("thanks", True))
    then("introduced", day(8))
    assert (follow_up(world, day(8)), follow_up(world, day(9))) == (("thanks", False), ("thanks", True))
    then("thanked", day(9))
    assert (follow_up(world, day(10)), follow_up(world, day(11))) == (("time", False), ("time", True))
    then("met", day(12))
    assert (follow_up(world, day(12)), follow_up(world, day(13))) == (("report", False), ("report", True))
    then("reported", day(13))
    assert (follow_up(world, day(18)), follow_up(world, day(19))) == (("touch", False), ("touch", True))
    then("touch 1", day(19))
    assert follow_up(world, date(2026, 12, 11)) == ("touch", False)
    assert follow_up(world, date(2026, 12, 12)) == ("touch", True)
    then("touch 3", date(2026, 12, 20))
    assert follow_up(world, date(2026, 12, 20)) == ("keep", True), "a touch overtaken by a later one is not asked for"


def test_thanks_given_after_the_meeting_are_the_report(world: World) -> None:
    world.person("Dana Fox", url="dana")
    world.request("url:in/dana", "HLT", day(1), sent=day(1), met=day(12), thanked=day(12))
    assert follow_up(world, day(18)) == ("touch", False)


def test_a_move_back_takes_the_later_steps_and_the_ending_back(world: World) -> None:
    world.person("Dana Fox", url="dana")
    key = world.request("url:in/dana", "HLT", day(1), sent=day(1), agreed=day(3), declined=day(9))
    (row,) = world.ask("intro_requests")
    for decision in moved(key, row["states"].split(", "), "sent", day(20)):
        world.decide("intro_request_event", **decision)
    (row,) = world.ask("intro_requests")
    assert (row["state"], row["since_on"], row["states"]) == ("sent", day(1), "suggested, sent")


def test_a_request_taken_back_is_nowhere(world: World) -> None:
    world.person("Dana Fox", url="dana")
    key = world.request("url:in/dana", "HLT", day(1))
    assert [row["state"] for row in world.ask("intro_requests")] == ["suggested"]
    world.decide("intro_request_event", request_key=key, state="suggested", happened_on=None)
    assert world.ask("intro_requests") == []
    assert world.ask("request_funnel") == []


def test_a_request_survives_the_undoing_of_its_import(world: World) -> None:
    """The introducer is gone with the file, and is back with the next."""
    world.person("Dana Fox", url="dana")
    world.request("url:in/dana", "HLT", day(1), sent=day(1))
    world.undo(1)
    assert [row["introducer"] for row in world.ask("intro_requests")] == [None]
    world.file("linkedin_connections")
    world.person("Dana Fox", url="dana")
    assert [row["introducer"] for row in world.ask("intro_requests")] == ["Dana Fox"]
