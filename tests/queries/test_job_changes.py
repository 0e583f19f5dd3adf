from datetime import datetime

from world import NOW, World, check, contact_id

OCTOBER = datetime(2026, 10, 20, 12)
COLUMNS = (
    "import_id imported_at contact_id full_name from_company to_company to_position from_industry from_label "
    "to_industry to_label is_gap_now"
)


def fill(world: World) -> None:
    world.file("linkedin_connections", imported_at=OCTOBER)
    world.person("Dana Fox", company="Kestrel", url="dana")
    world.person("Ben Bo", company="Kestrel", url="ben")
    world.person("Ada Ash", url="ada")
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Charité", url="dana", position="Head of IT")
    world.person("Ben Bo", company="Otherwise", url="ben")
    world.person("Ada Ash", company="Kestrel", url="ada")
    world.label("company", "kestrel", "SFT")
    world.label("company", "charite", "HLT")
    world.assume("home_industry", "SFT")


def test_who_moved(world: World) -> None:
    fill(world)
    world.mark("url:in/dana", "archived")  # weighs nothing: so health care is below its target
    check(
        world.ask("job_changes"),
        COLUMNS,
        (2, NOW, contact_id("url:in/dana"), "Dana Fox", "Kestrel", "Charité", "Head of IT", "SFT", "Software",
         "HLT", "Health care", True),
        (2, NOW, contact_id("url:in/ben"), "Ben Bo", "Kestrel", "Otherwise", None, "SFT", "Software",
         None, None, False),
    )  # fmt: skip


def test_the_private_are_left_out(world: World) -> None:
    fill(world)
    world.mark("url:in/dana", "private")
    assert [row["full_name"] for row in world.ask("job_changes")] == ["Ben Bo"]


def test_two_jobs_in_one_list_are_no_move(world: World) -> None:
    for at, jobs in ((OCTOBER, ("Kestrel", "Board")), (NOW, ("Board", "Kestrel"))):
        world.file("linkedin_connections", imported_at=at)
        for job in jobs:
            world.person("Dana Fox", company=job, url="dana")
    assert world.ask("job_changes") == []


def test_undoing_the_newer_export_takes_the_move_back(world: World) -> None:
    fill(world)
    world.undo(2)
    assert world.ask("job_changes") == []
