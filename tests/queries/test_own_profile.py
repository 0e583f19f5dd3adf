from datetime import date, datetime

from world import World, check

COLUMNS = "full_name headline company position home_label"


def test_the_newest_profile_and_the_present_job(world: World) -> None:
    world.file("linkedin_profile")
    world.person("Me Maiden", position="Student", is_self=True)
    world.file("linkedin_profile", imported_at=datetime(2026, 11, 21, 12))
    world.person("Me Myself", position="Engineer who asks", is_self=True)
    world.position("Old Works", "Trainee", date(2018, 1, 1), date(2020, 1, 1))
    world.position("Own Works", "Engineer", date(2024, 1, 1))
    world.assume("home_industry", "SFT")
    check(world.ask("own_profile"), COLUMNS,
          ("Me Myself", "Engineer who asks", "Own Works", "Engineer", "Software, Internet & IT Services"))


def test_nothing_known(world: World) -> None:
    check(world.ask("own_profile"), COLUMNS, (None, None, None, None, None))
