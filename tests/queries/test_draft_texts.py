from typing import Any

from world import World

DRAFT: dict[str, Any] = {
    "identity_key": "url:in/dana", "target_industry": "ENE", "target_name": None, "kind": "introduction", "language": "en"
}


def held(world: World) -> list[tuple[Any, ...]]:
    return [tuple(row.values())[:-1] for row in world.ask("draft_texts")]


def test_the_newest_words_of_each_draft_hold_until_they_are_let_go(world: World) -> None:
    german, named = DRAFT | {"language": "de"}, DRAFT | {"target_name": "Kim Roe", "target_industry": None}
    for at, text in ((DRAFT, "first"), (german, "auf Deutsch"), (named, "by name"), (DRAFT, "second"), (german, None)):
        world.decide("draft_text", **at, draft_text=text)
    assert held(world) == [(*named.values(), "by name"), (*DRAFT.values(), "second")]
    world.decide("draft_text", **named, draft_text=None)
    assert held(world) == [(*DRAFT.values(), "second")]
