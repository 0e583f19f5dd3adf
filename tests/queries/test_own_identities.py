from world import World, check

COLUMNS = "identity_key said source is_found"


def test_what_the_files_say_and_what_the_user_says(world: World) -> None:
    world.file("linkedin_profile")
    world.person("Me Myself", url="me-myself", is_self=True)
    world.decide("own_identity", identity_key="mail:me@own-works.com", is_own=True)
    world.decide("own_identity", identity_key="mail:her@own-works.com", is_own=True)
    world.decide("own_identity", identity_key="mail:her@own-works.com", is_own=False)
    world.meeting("2026-11-02 15:00", 30, "Ada Fox <ada@acme.com>")
    check(world.ask("own_identities"), COLUMNS,
          ("mail:me@gmail.com", "me@gmail.com", "you said so", True),
          ("mail:me@own-works.com", "me@own-works.com", "you said so", False),
          ("url:in/me", "linkedin.com/in/me", "you said so", False),
          ("url:in/me-myself", "linkedin.com/in/me-myself", "your files", True))


def test_taken_back_it_is_somebody_else(world: World) -> None:
    world.meeting("2026-11-02 15:00", 30, "Ada Fox <ada@acme.com>")
    world.decide("own_identity", identity_key="mail:me@gmail.com", is_own=False)
    check(world.ask("own_identities"), COLUMNS, ("url:in/me", "linkedin.com/in/me", "you said so", False))
