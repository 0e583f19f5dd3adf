from datetime import datetime

from world import NOW, World, check

OCTOBER = datetime(2026, 10, 20, 12)
COUNTS = (
    "import_id", "files", "first_file", "rows_read", "new_people", "gone_people", "new_interactions", "job_changes",
    "into_gap",
)  # fmt: skip


def counts(world: World) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in COUNTS) for row in world.ask("import_effect")]


def fill(world: World) -> None:
    """Two exports a month apart: Dana moved into health care, Ben is gone, Cleo is new; and a calendar beside each."""
    world.file("linkedin_connections", imported_at=OCTOBER)
    world.person("Dana Fox", company="Kestrel", url="dana")
    world.person("Ben Bo", company="Kestrel", url="ben")
    world.person("Ada Ash", company="Kestrel", url="ada")
    world.file("calendar", imported_at=OCTOBER)
    world.meeting("2026-10-02 10:00", 60, "<in/dana>", key="past")
    world.meeting("2026-11-02 10:00", 60, "<in/ada>", key="planned")
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", company="Charité", url="dana")
    world.person("Ada Ash", company="KESTREL Ltd.", url="ada")
    world.person("Cleo Day", company="Kestrel", url="cleo")
    world.file("calendar", imported_at=NOW)
    world.meeting("2026-10-02 10:00", 60, "<in/dana>", key="past")
    world.meeting("2026-11-02 10:00", 60, "<in/ada>", key="planned")
    world.label("company", "kestrel", "SFT")
    world.label("company", "charite", "HLT")
    world.assume("home_industry", "SFT")


def test_what_each_run_brought(world: World) -> None:
    fill(world)
    # The meeting planned in October is new in November: only then had it happened.
    assert counts(world) == [(4, 2, "3.file", 5, 1, 1, 1, 1, 0), (2, 2, "1.file", 5, 3, 0, 1, 0, 0)]


def test_a_move_into_a_gap_industry(world: World) -> None:
    fill(world)
    world.assume("target_mix", "even")
    # Dana's hour of the two is half of the time: no gap. Counted by people one of three is still above a 24th.
    assert world.ask("import_effect")[0]["into_gap"] == 0
    world.mark("url:in/dana", "archived")
    assert world.ask("import_effect", weighting="people")[0]["into_gap"] == 1


def test_nothing_recorded_is_not_known(world: World) -> None:
    world.person("Dana Fox", url="dana")
    told = world.ask("import_effect")
    check(
        told,
        "import_id imported_at files first_file rows_read rows_refused new_people gone_people new_interactions "
        "job_changes into_gap weighting_before weighting_after contacts_before contacts_after known_share_before "
        "known_share_after home_label_before home_label_after home_share_before home_share_after effective_before "
        "effective_after",
        (1, NOW, 1, "1.file", 1, 0, 1, 0, 0, 0, 0, *[None] * 12),
    )


def test_one_person_whose_row_got_another_key_is_not_gone(world: World) -> None:
    world.file("contact_sheet", imported_at=OCTOBER)
    world.person("Dana Fox", company="Kestrel")
    world.file("contact_sheet", imported_at=NOW)
    world.person("Dana Fox", company="Kestrel", email="dana@fox.example")
    assert [row["gone_people"] for row in world.ask("import_effect")] == [0, 0]


def test_of_two_lists_dropped_together_nobody_is_gone(world: World) -> None:
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Dana Fox", url="dana")
    world.file("linkedin_connections", imported_at=NOW)
    world.person("Ben Bo", url="ben")
    assert [(row["new_people"], row["gone_people"]) for row in world.ask("import_effect")] == [(2, 0)]
