"""Two records that may be one person: on the Review page, and on the page of either."""

from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse
from dashboard.warehouse import SourceFile, Workspace


@pytest.fixture
def twice(tmp_path: Path) -> Workspace:
    """Robert is there three times, Ottilie twice, less surely; Ann once."""
    path = tmp_path / "people.csv"
    path.write_text(
        "Name,Company,Email,Phone,LinkedIn\nRobert Hale,Zyxxo,,,https://www.linkedin.com/in/robert\n"
        "Bob Hale,Zyxxo,bob@gmail.com,,\nRob Hale,Zyxxo,,+49 30 1234567,\nOttilie Quorn,Qqyx,,,\n"
        "Otilie Quorn,,oq@gmail.com,,\nAnn Other,Zyxxo,,,\n",
        "utf-8",
    )
    space = Workspace(tmp_path / "mine")
    warehouse.import_files(space, [SourceFile(path, path.name)])
    return space


def people(space: Workspace) -> set[str]:
    return set(asked(space, "contacts")["full_name"])


def test_pairs_are_shown_with_the_reason_and_how_sure(opened: Opened, twice: Workspace) -> None:
    app = opened(twice, "review")
    assert_sound(app)
    assert "4 pairs look like one person each, 3 of them likely" in said(app)
    assert "Bob is short for Robert, same family name, same employer." in said(app)
    assert "Same name, spelt otherwise." in said(app)
    names = [button.label for button in app.button if button.key and button.key.startswith("open_")]
    assert names[:2] == ["**Robert Hale**", "**Bob Hale**"]


def test_a_merge_is_one_click_and_taken_back(opened: Opened, twice: Workspace) -> None:
    app = opened(twice, "review")
    app.button(key="merge_pair_0").click().run()
    assert_sound(app)
    assert "are one person." in said(app)
    assert len(people(twice)) == 5
    app.button(key="undo_decision").click().run()
    assert len(people(twice)) == 6
    assert "4 pairs look like" in said(app)


def test_two_people_are_no_pair_any_more(opened: Opened, twice: Workspace) -> None:
    app = opened(twice, "review")
    app.button(key="part_pair_3").click().run()
    assert_sound(app)
    assert "Ottilie Quorn and Otilie Quorn are two people." in said(app)
    assert "3 pairs look like one person each" in said(app)
    assert len(people(twice)) == 6
    app.button(key="undo_decision").click().run()
    assert "4 pairs look like" in said(app)


def test_the_ticked_are_merged_at_once_and_all_likely(opened: Opened, twice: Workspace) -> None:
    app = opened(twice, "review")
    assert app.button(key="merge_ticked").disabled
    app.session_state["twin_table"] = {"selection": {"rows": [3]}}
    app.run()
    app.button(key="merge_ticked").click().run()
    assert len(people(twice)) == 5
    app.button(key="merge_likely").click().run()
    assert_sound(app)
    assert len(people(twice)) == 3
    assert "Nobody is in your contacts twice" in said(app)
    app.button(key="undo_decision").click().run()
    assert len(people(twice)) == 5, "three pairs, one decision, one way back"


def test_a_persons_page_says_who_else_they_may_be(opened: Opened, twice: Workspace) -> None:
    of = asked(twice, "contacts").set_index("full_name")["contact_id"]
    app = opened(twice, "person", who=of["Otilie Quorn"])
    assert_sound(app)
    assert "Perhaps the same as **Ottilie Quorn**" in said(app)
    app.button(key="merge_twin_0").click().run()
    assert_sound(app)
    assert len(people(twice)) == 5
    app = opened(twice, "person", who=of["Ann Other"])
    assert "the same as" not in said(app)


def test_what_was_not_looked_at_is_said(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "crowd.csv"
    path.write_text("Name,Email\n" + "".join(f"Anna <b>Berger,u{n}@house{n}.example\n" for n in range(60)), "utf-8")
    space = Workspace(tmp_path / "mine")
    warehouse.import_files(space, [SourceFile(path, path.name)])
    app = opened(space, "review")
    assert_sound(app)
    assert "Not looked at: up to 1,770 pairs. 60 people share a name (Anna" in said(app)
    assert "Nobody is in your contacts twice" in said(app)


def test_rows_of_one_name_are_told_apart_in_the_table(opened: Opened, twice: Workspace) -> None:
    app = opened(twice, "review")
    table = next(frame.value for frame in app.dataframe if "other" in frame.value)
    both = list(zip(table["one"], table["other"], strict=True))
    assert ("Robert Hale (in/robert)", "Bob Hale (bob@gmail.com)") in both
    assert len(set(both)) == len(both)


def test_a_suggested_link_is_no_pair_too(opened: Opened, tmp_path: Path) -> None:
    """Dana is on LinkedIn and in another list under a second address: asked about above, and only there."""
    (tmp_path / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Dana,Quorn,https://www.linkedin.com/in/dana,,Zyxxo,,05 Mar 2024\n", "utf-8",
    )
    (tmp_path / "people.csv").write_text("Name,Email\nDana Quorn,dq@gmail.com\n", "utf-8")
    space = Workspace(tmp_path / "mine")
    for name in ("Connections.csv", "people.csv"):
        warehouse.import_files(space, [SourceFile(tmp_path / name, name)])
    app = opened(space, "review")
    assert_sound(app)
    assert app.button(key="link_0")
    assert "Nobody is in your contacts twice" in said(app)
    assert len(asked(space, "suspected_duplicates")) == 1, "it is a pair, but shown once"
