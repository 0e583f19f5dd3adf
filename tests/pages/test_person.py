"""The page of one person: what it shows, and every word the user may say about them, each with its way back."""

from pathlib import Path
from typing import Any

import pytest
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import warehouse


def profile(space: warehouse.Workspace, who: str) -> dict[str, Any]:
    row = asked(space, "contact_profile", who=who).iloc[0].to_dict()
    # Threads add in any order: the last digit of a share is nobody's.
    return {name: round(value, 12) if isinstance(value, float) else value for name, value in row.items()}


@pytest.fixture
def who(sample_workspace: warehouse.Workspace) -> str:
    """Somebody outside home with messages, meetings and an employer."""
    people = asked(sample_workspace, "contacts", industry="HRS")
    return str(people[people["company"].notna() & people["strength"].notna()]["contact_id"].iloc[0])


@pytest.fixture
def app(opened: Opened, sample_workspace: warehouse.Workspace, who: str) -> AppTest:
    return opened(sample_workspace, "person", who=who)


def table(app: AppTest, told: str) -> Any:
    """The rows of the table that is told in these words."""
    return next(shown.value for shown in app.dataframe if shown.proto.alt.startswith(told))


def undo(app: AppTest) -> None:
    app.button(key="undo_decision").click().run()
    assert_sound(app)


def test_what_is_known_and_from_where(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    assert_sound(app)
    person = profile(sample_workspace, who)
    assert app.title[0].value.replace("\\", "") == person["full_name"]
    assert f"{person['position']} at {person['company']}" in said(app)
    assert [metric.value for metric in app.metric][:2] == [f"{person['strength']:.0f}", f"{person['hours']:.1f}"]
    facts = table(app, "Facts")
    assert set(facts["What"]) >= {"Name", "Company", "Position"}
    assert facts["Who says so"].str.contains(r"\w+\.\w+, row \d+$").all()
    timeline = table(app, "Interactions")
    assert len(timeline) == len(asked(sample_workspace, "contact_timeline", who=who, first=200))
    assert timeline["place"].str.contains(r", row \d+$").all()


def test_label_for_the_whole_company_or_the_person(
    app: AppTest, sample_workspace: warehouse.Workspace, who: str
) -> None:
    before = profile(sample_workspace, who)
    same = asked(sample_workspace, "contacts")
    colleagues = same[same["company"] == before["company"]]["contact_id"]
    app.selectbox(key="correct_industry").set_value("LAW").run()
    assert_sound(app)
    assert f"{before['company']}: Legal." in said(app)
    assert {profile(sample_workspace, one)["industry"] for one in colleagues} == {"LAW"}
    undo(app)
    assert profile(sample_workspace, who) == before
    assert app.selectbox(key="correct_industry").value == before["industry"], "the field shows what holds again"
    app.segmented_control(key="label_scope").set_value("This person").run()
    app.selectbox(key="correct_industry").set_value("EDU").run()
    assert [profile(sample_workspace, one)["industry"] for one in colleagues].count("EDU") == 1
    app.button(key="unlabel").click().run()
    assert_sound(app)
    assert profile(sample_workspace, who)["industry"] == before["industry"]


def test_switches(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    columns = {"private": "is_private", "never_suggest": "is_never_suggested", "archived": "is_archived"}
    for setting, column in columns.items():
        app.toggle(key=f"set_{setting}").set_value(True).run()
        assert_sound(app)
        assert profile(sample_workspace, who)[column]
    undo(app)
    found = profile(sample_workspace, who)
    assert (found["is_private"], found["is_never_suggested"], found["is_archived"]) == (True, True, False)
    assert app.toggle(key="set_archived").value is False


def test_note(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    app.text_area(key="note").set_value("Met in *Rome*").run()
    assert_sound(app)
    assert profile(sample_workspace, who)["note"] == "Met in *Rome*"
    app.text_area(key="note").set_value("").run()
    assert profile(sample_workspace, who)["note"] is None
    undo(app)
    assert app.text_area(key="note").value == "Met in *Rome*"


def test_corrections(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    before = profile(sample_workspace, who)
    for field in ("full_name", "company", "position"):
        app.text_input(key=f"correct_{field}").set_value("New <b>Word</b>").run()
        assert_sound(app)
        assert profile(sample_workspace, who)[field] == "New <b>Word</b>"
    assert list(table(app, "Facts")["Who says so"]).count("You said so") == 3
    undo(app)
    assert profile(sample_workspace, who)["position"] == before["position"]
    assert app.text_input(key="correct_position").value == before["position"], "the field shows what holds again"
    app.button(key="uncorrect").click().run()
    assert_sound(app)
    after = profile(sample_workspace, who)
    assert (after["full_name"], after["company"]) == (before["full_name"], before["company"])


def test_a_name_cannot_be_emptied(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    before = profile(sample_workspace, who)["full_name"]
    app.text_input(key="correct_full_name").set_value(" ").run()
    assert_sound(app)
    assert app.text_input(key="correct_full_name").value == before
    assert profile(sample_workspace, who)["full_name"] == before


def test_merge_and_take_back(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    other = asked(sample_workspace, "contacts").iloc[60]
    app.text_input(key="merge_search").set_value(other["full_name"]).run()
    app.button(key="merge_0").click().run()
    assert_sound(app)
    assert profile(sample_workspace, other["contact_id"])["contact_id"] == profile(sample_workspace, who)["contact_id"]
    assert "are one person" in said(app)
    undo(app)
    assert profile(sample_workspace, other["contact_id"])["contact_id"] == other["contact_id"]


def test_split_and_take_back(app: AppTest, sample_workspace: warehouse.Workspace, who: str) -> None:
    namings = asked(sample_workspace, "contact_identities", who=who)
    assert len(namings) > 1
    app.multiselect(key="split_namings").set_value([namings["identity_key"].iloc[-1]]).run()
    app.button(key="split").click().run()
    assert_sound(app)
    assert len(asked(sample_workspace, "contact_identities", who=who)) == len(namings) - 1
    assert "is somebody else" in said(app)
    app.button(key="unlink_0").click().run()
    assert_sound(app)
    assert len(asked(sample_workspace, "contact_identities", who=who)) == len(namings)


def test_each_split_of_a_chain_is_taken_back_by_itself(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path / "space")
    paths = [tmp_path / f"people-{letter}.csv" for letter in "abc"]
    for path, letter in zip(paths, "abc", strict=True):
        path.write_text(f"Name,E-mail,Company\nDana Fox,dana@{letter}.example,Siemens AG\n", encoding="utf-8")
    warehouse.import_files(space, [warehouse.SourceFile(path, path.name) for path in paths])

    def people() -> dict[str, set[str]]:
        """Contact id -> the letters of its addresses."""
        contacts = asked(space, "contacts")["contact_id"]
        return {one: set(asked(space, "contact_identities", who=one)["identity_key"].str[10]) for one in contacts}

    def joined() -> list[set[str]]:
        return sorted(people().values(), key=sorted)

    def page(letter: str) -> AppTest:
        return opened(space, "person", who=next(one for one, letters in people().items() if letter in letters))

    def split(letter: str, *others: str) -> None:
        app = page(letter)
        app.multiselect(key="split_namings").set_value([f"mail:dana@{other}.example" for other in others]).run()
        app.button(key="split").click().run()
        assert_sound(app)

    def take_back(letter: str, other: str) -> None:
        app = page(letter)
        lines = [caption.value.replace("\\", "").replace("\u2060", "") for caption in app.caption]
        said = [line for line in lines if "you said so on" in line]
        place = next(place for place, line in enumerate(said) if f"dana@{other}.example" in line)
        app.button(key=f"unlink_{place}").click().run()
        assert_sound(app)

    split("a", "b", "c")
    split("b", "c")
    assert joined() == [{"a"}, {"b"}, {"c"}]
    take_back("b", "c")
    assert joined() == [{"a"}, {"b", "c"}], "what the first split left together"
    split("b", "c")
    take_back("a", "c")
    assert joined() == [{"a", "c"}, {"b"}], "also the first split alone, of the one that was split again"
    take_back("a", "b")
    assert joined() == [{"a", "b", "c"}]


def test_an_id_of_before_a_merge_leads_to_the_person(
    opened: Opened, sample_workspace: warehouse.Workspace, who: str
) -> None:
    other = asked(sample_workspace, "contacts").iloc[60]["contact_id"]
    decisions = asked(sample_workspace, "contact_merge", who=who, other=other).to_dict("records")
    warehouse.decide(sample_workspace, "person_link", decisions)
    titles = {opened(sample_workspace, "person", who=one).title[0].value for one in (who, other)}
    assert len(titles) == 1


def test_somebody_added_is_removed_again(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    added = dict.fromkeys(("company", "position", "email", "profile_url", "industry"))
    warehouse.decide(
        sample_workspace, "added_contact", [{"full_name": "Zora Quist", **added, "is_added": True}]
    )
    who = str(asked(sample_workspace, "people_found", search="zora quist")["contact_id"][0])
    app = opened(sample_workspace, "person", who=who)
    assert_sound(app)
    assert "No interaction on record" in said(app)
    app.button(key="remove_added").click().run()
    assert_sound(app)
    assert app.title[0].value == "This page is about nobody"
    undo(app)
    assert app.title[0].value == "Zora Quist"


def test_an_unknown_id_has_a_next_step(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "person", who="'; drop table x")
    assert_sound(app)
    assert app.title[0].value == "This page is about nobody"
    app.button(key="nobody_go").click().run()
    assert app.title[0].value.endswith("with a known industry")


def test_somebody_only_seen_has_a_page(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    with sample_workspace.reading() as con:
        (seen,) = con.execute(
            "select contact_id from model.person_text where not is_contact order by contact_id limit 1"
        ).fetchone() or ("",)
    app = opened(sample_workspace, "person", who=seen)
    assert_sound(app)
    assert "Only seen, not a contact" in "".join(str(node.value) for node in app.markdown)


def test_how_you_met_is_said_by_naming_who_introduced_you(
    app: AppTest, sample_workspace: warehouse.Workspace, who: str
) -> None:
    people = asked(sample_workspace, "contacts")
    other = people[people["contact_id"] != who].iloc[0]
    assert "Nobody says how you met" in said(app)
    app.button_group(key="how").set_value("introduced").run()
    app.text_input(key="introducer_search").set_value(other["full_name"]).run()
    app.button(key="introducer_0").click().run()
    assert_sound(app)
    assert f"{other['full_name']} introduced you · you said so" in said(app)
    tree = asked(sample_workspace, "lineage")
    assert list(tree["person_id"]) == [other["contact_id"], who]
    undo(app)
    assert "Nobody says how you met" in said(app)
    app.button_group(key="how").set_value("myself").run()
    assert asked(sample_workspace, "contact_origin", who=who)["how"].tolist() == ["myself"]
    assert "You introduced yourself" in said(app)


def test_favours_are_written_down_and_taken_back(
    app: AppTest, sample_workspace: warehouse.Workspace, who: str
) -> None:
    assert "No favours written down" in said(app)
    app.button(key="favour").click().run()
    app.text_input(key="favour_note").set_value("A lift to *Bonn*").run()
    app.button(key="keep_favour").click().run()
    assert_sound(app)
    assert "You helped them: A lift to *Bonn*" in said(app)
    assert "You did more for them" in said(app)
    app.button(key="unfavour_0").click().run()
    assert_sound(app)
    assert asked(sample_workspace, "favours", who=who).empty
