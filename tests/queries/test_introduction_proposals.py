from datetime import date

from world import World, check, contact_id

COLUMNS = (
    "request_key person person_id person_key introducer target_label verdict first_on days_after is_named evidence"
)
KIM = "kim@qqq.example"


def day(of_november: int) -> date:
    return date(2026, 11, of_november)


def people(world: World) -> None:
    """Dana and Hal, who may be asked, and Kim, who works in health care and was never met."""
    world.person("Dana Fox", url="dana")
    world.person("Hal Hill", url="hal")
    world.file("contact_sheet")
    world.person("Kim Roe", company="Charité", email=KIM)
    world.label("person", f"mail:{KIM}", "HLT")


def test_whole_answer(world: World) -> None:
    """Kim was asked for by name, and came to a meeting with Hal, who was asked about health care; before, she was unknown."""
    people(world)
    named = world.request("url:in/dana", "HLT", day(1), name="kim roe", sent=day(1))
    anybody = world.request("url:in/hal", "HLT", day(2), sent=day(2))
    world.request("url:in/dana", "FIN", day(2), sent=day(2))
    world.message("2026-11-05 10:00", f"Kim Roe <{KIM}>", sent=False, channel="mail")
    world.meeting("2026-11-13 10:00", 30, KIM, "Hal Hill <in/hal>")
    said = "first mail with Kim Roe of Charité on 5 Nov 2026, {} days after you asked {}"
    kim = ("Kim Roe", contact_id(f"mail:{KIM}"), f"mail:{KIM}")
    check(
        sorted(world.ask("introduction_proposals"), key=lambda row: not row["is_named"]), COLUMNS,
        (named, *kim, "Dana Fox", "Health care", "introduced", day(5), 4, True, said.format(4, "Dana Fox")),
        (anybody, *kim, "Hal Hill", "Health care", "introduced", day(5), 3, False,
         said.format(3, "Hal Hill") + "; all three of you on 13 Nov 2026"),
    )


def test_a_first_meeting_with_the_introducer_proposes_met(world: World) -> None:
    people(world)
    world.request("url:in/hal", "HLT", day(13), sent=day(13))
    world.meeting("2026-11-13 10:00", 30, KIM, "Hal Hill <in/hal>")
    (row,) = world.ask("introduction_proposals")
    assert row["verdict"] == "met"
    assert row["evidence"].endswith("13 Nov 2026, the day you asked Hal Hill, who was in it")


def test_nothing_is_proposed_without_a_sign(world: World) -> None:
    """Known before the ask; met without the introducer; another industry; a declined ask."""
    people(world)
    world.request("url:in/dana", "HLT", day(5), name="Kim Roe", sent=day(5))
    world.meeting("2026-11-04 10:00", 30, KIM)
    world.meeting("2026-11-06 10:00", 30, KIM, "Dana Fox <in/dana>")
    world.meeting("2026-11-07 10:00", 30, "Leo Lund <leo@qqq.example>", "Hal Hill <in/hal>")
    world.label("person", "mail:leo@qqq.example", "LAW")
    world.request("url:in/hal", "HLT", day(5), sent=day(5))
    world.request("url:in/hal", "LAW", day(5), sent=day(5), declined=day(6))
    assert world.ask("introduction_proposals") == []


def test_the_answer_is_remembered_and_can_be_taken_back(world: World) -> None:
    """A yes moves the card on the day of the meeting; taken back, the question stands again. A no is not asked twice."""
    people(world)
    key = world.request("url:in/dana", "HLT", day(1), name="Kim Roe", sent=day(1))
    world.meeting("2026-11-13 10:00", 30, KIM)

    def say(verdict: str | None) -> tuple[str, date]:
        world.decide("introduction", request_key=key, identity_key=f"mail:{KIM}", first_on=day(13), verdict=verdict)
        (row,) = world.ask("intro_requests")
        return row["state"], row["since_on"]

    assert say("met") == ("met", day(13))
    assert world.ask("introduction_proposals") == []
    assert say(None) == ("sent", day(1))
    assert len(world.ask("introduction_proposals")) == 1
    assert say("no") == ("sent", day(1))
    assert world.ask("introduction_proposals") == []


def test_after_an_introduction_the_first_talk_proposes_met(world: World) -> None:
    people(world)
    key = world.request("url:in/dana", "HLT", day(1), name="Kim Roe", sent=day(1))
    world.message("2026-11-05 10:00", f"Kim Roe <{KIM}>", sent=False, channel="mail")
    world.decide("introduction", request_key=key, identity_key=f"mail:{KIM}", first_on=day(5), verdict="introduced")
    assert world.ask("introduction_proposals") == []
    world.meeting("2026-11-13 10:00", 30, KIM)
    assert [(row["verdict"], row["first_on"]) for row in world.ask("introduction_proposals")] == [("met", day(13))]
    world.decide("introduction", request_key=key, identity_key=f"mail:{KIM}", first_on=day(13), verdict="met")
    (row,) = world.ask("intro_requests")
    assert (row["introduced_on"], row["met_on"], row["person"]) == (day(5), day(13), "Kim Roe")


def test_a_card_moved_back_by_hand_stays_back(world: World) -> None:
    people(world)
    key = world.request("url:in/dana", "HLT", day(1), name="Kim Roe", sent=day(1))
    world.decide("introduction", request_key=key, identity_key=f"mail:{KIM}", first_on=day(13), verdict="introduced")
    world.decide("intro_request_event", request_key=key, state="introduced", happened_on=None)
    assert [row["state"] for row in world.ask("intro_requests")] == ["sent"]


def test_touches_are_done_by_what_the_files_show(world: World) -> None:
    """Planned 7, 30 and 90 days after the meeting; a mail on the tenth day is the first touch and, after it, not the second."""
    people(world)
    key = world.request("url:in/dana", "HLT", day(1), name="Kim Roe", sent=day(1), met=day(4))
    world.message("2026-11-09 10:00", f"Kim Roe <{KIM}>", sent=True, channel="mail")
    touches = "select touch_no, planned_on, done_on, is_said from model.intro_touch order by all"
    assert world.rows(touches) == [
        (1, day(11), day(9), False), (2, date(2026, 12, 4), None, False), (3, date(2027, 2, 2), None, False),
    ]
    world.decide("intro_request_event", request_key=key, state="touch 2", happened_on=day(20))
    assert world.rows(touches)[1] == (2, date(2026, 12, 4), day(20), True)
