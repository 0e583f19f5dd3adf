from world import World, check


def test_defaults_without_a_draft(world: World) -> None:
    check(world.ask("draft_choices"), "language purpose length", ("en", "curiosity", "normal"))


def test_the_last_draft_is_remembered(world: World) -> None:
    for name, setting in (("language", "de"), ("length", "short"), ("language", "de-du"), ("length", None)):
        world.decide("draft_choice", name=name, setting=setting)
    check(world.ask("draft_choices"), "language purpose length", ("de-du", "curiosity", "normal"))
