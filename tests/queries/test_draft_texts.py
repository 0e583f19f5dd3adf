from datetime import date
from typing import Any

from world import World

DANA = "url:in/dana"
DRAFT: dict[str, Any] = {
    "identity_key": DANA, "target_industry": "ENE", "target_name": None, "kind": "introduction", "language": "en"
}


def held(world: World, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in (*columns, "draft_text")) for row in world.ask("draft_texts")]


def write(world: World, text: str | None, **other: Any) -> None:
    world.decide("draft_text", **DRAFT | other, draft_text=text)


def test_the_newest_words_of_each_draft_hold_until_they_are_let_go(world: World) -> None:
    named: dict[str, Any] = {"target_name": "Kim Roe", "target_industry": None}
    write(world, "first")
    write(world, "auf Deutsch", language="de")
    write(world, "by name", **named)
    write(world, "second")
    write(world, None, language="de")
    assert held(world, *DRAFT) == [(*(DRAFT | named).values(), "by name"), (*DRAFT.values(), "second")]
    write(world, None, **named)
    assert held(world, *DRAFT) == [(*DRAFT.values(), "second")]


def test_words_belong_to_the_request_they_were_written_for(world: World) -> None:
    """Written before it began or while it was open: once it has ended, the next ask of the same pair begins anew."""
    world.person("Dana Fox", url="dana")
    write(world, "the first time")
    assert held(world, "request_key") == [(None, "the first time")]
    first = world.request(DANA, "ENE", date(2026, 1, 5), sent=date(2026, 1, 5))
    write(world, "a nudge", kind="follow_up")
    assert held(world, "request_key") == [(first, "the first time"), (first, "a nudge")]
    world.decide("intro_request_event", request_key=first, state="declined", happened_on=date(2026, 1, 20))
    assert held(world, "request_key") == [(first, "the first time"), (first, "a nudge")]
    write(world, "months later")
    assert held(world, "request_key")[2] == (None, "months later")
    second = world.request(DANA, "ENE", date(2026, 9, 1), sent=date(2026, 9, 1))
    write(world, "another nudge", kind="follow_up")
    assert held(world, "request_key") == [
        (first, "the first time"), (first, "a nudge"), (second, "months later"), (second, "another nudge")
    ]


def test_a_request_taken_back_leaves_its_words_to_the_pair(world: World) -> None:
    """Pressed by mistake, and undone: what was written stands in the drawer again."""
    world.person("Dana Fox", url="dana")
    write(world, "mine")
    request = world.request(DANA, "ENE", date(2026, 1, 5), sent=date(2026, 1, 5))
    for state in ("sent", "suggested"):
        world.decide("intro_request_event", request_key=request, state=state, happened_on=None)
    assert held(world, "request_key") == [(None, "mine")]


def test_words_stay_when_two_contacts_turn_out_to_be_one(world: World) -> None:
    """Kept under the key that was theirs then; the newest of both, and of nobody else."""
    mail = "mail:dana@grid.example"
    world.person("Dana Fox", url="dana")
    world.meeting("2026-01-05 10:00", 30, "D. Fox <dana@grid.example>")
    write(world, "to the address", identity_key=mail)
    write(world, "in German", language="de")
    (one, _), (other, _) = held(world, "contact_id")
    assert one != other
    world.decide("person_link", identity_key=DANA, other_key=mail, verdict="same")
    (one, _), (other, _) = held(world, "contact_id")
    assert one == other
    write(world, "newest")
    assert held(world, "identity_key") == [(DANA, "in German"), (DANA, "newest")]
    write(world, None)
    assert held(world, "identity_key") == [(DANA, "in German")]
