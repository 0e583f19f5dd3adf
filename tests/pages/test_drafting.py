"""The drawer of a draft: how it is said, the ways out, and templates of one's own."""

from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import seen
import states
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import intros, warehouse
from dashboard.exports.reminders import Reminder, ics
from dashboard.headlines import drafts as told
from dashboard.intros import requests as life
from dashboard.intros import week_asks
from dashboard.widgets.sending import REMIND_DAYS
from dashboard.widgets.words import escape

TODAY = date.today()
MINE = """[subject]
Hello {{ introducer_first_name }}

[ask]
Dear {{ introducer_first_name }}, who works in {{ target_label }}? A no is fine.

[blurb]
{{ user_name }} says hello.
"""


@pytest.fixture
def drawer(opened: Opened, sample_workspace: warehouse.Workspace) -> AppTest:
    """The drawer of the best suggestion."""
    app = opened(sample_workspace, "suggestions")
    return app.button(key="write_0").click().run()


def note(app: AppTest) -> str:
    return str(next(area.value for area in app.text_area if "in private" in area.label))


def edit(app: AppTest, text: str) -> AppTest:
    return app.text_area(key="template_text").set_value(text).run()


def test_language_purpose_and_length(drawer: AppTest) -> None:
    english = note(drawer)
    drawer.selectbox(key="draft_language").set_value("de").run()
    drawer.selectbox(key="draft_purpose").set_value("hiring").run()
    assert note(drawer).startswith("Guten Tag ") and "Stelle besetzen" in note(drawer)
    normal = note(drawer)
    drawer.selectbox(key="draft_length").set_value("short").run()
    assert len(note(drawer)) < len(normal)
    assert english.startswith("Hi ")
    drawer.selectbox(key="draft_language").set_value("de-du").run()
    assert note(drawer).startswith("Hallo ")
    assert_sound(drawer)


def test_the_next_draft_remembers_how_the_last_was_said(drawer: AppTest, sample_workspace: warehouse.Workspace) -> None:
    drawer.selectbox(key="draft_language").set_value("de-du").run()
    drawer.selectbox(key="draft_length").set_value("short").run()
    drawer.button(key="send_later").click().run()
    assert list(asked(sample_workspace, "intro_requests")["state"]) == ["drafted"]
    assert asked(sample_workspace, "draft_choices").iloc[0].to_dict() == {
        "language": "de-du", "purpose": "curiosity", "length": "short",
    }
    drawer.button(key="undo_decision").click().run()
    assert asked(sample_workspace, "intro_requests").empty, "undo takes the request back, not the language"
    drawer.button(key="write_0").click().run()
    assert drawer.selectbox(key="draft_language").value == "de-du"
    assert note(drawer).startswith("Hallo ")


def test_own_words_are_kept_until_they_are_let_go(
    opened: Opened, drawer: AppTest, sample_workspace: warehouse.Workspace
) -> None:
    """Shut and opened again, shorter or for another purpose; each language has words of its own."""
    template = note(drawer)
    box = next(area for area in drawer.text_area if "in private" in area.label)
    box.set_value("Dear Dana,\nin *my* words.").run()
    assert_sound(drawer)
    again = opened(sample_workspace, "suggestions").button(key="write_0").click().run()
    assert note(again) == "Dear Dana,\nin *my* words."
    assert "Your own words, kept on" in said(again)
    again.selectbox(key="draft_length").set_value("short").run()
    assert note(again) == "Dear Dana,\nin *my* words."
    assert "You have your own words in" not in said(again)
    again.selectbox(key="draft_language").set_value("de").run()
    assert note(again).startswith("Guten Tag ")
    assert "You have your own words in English." in said(again), "else they seem to be lost"
    again.selectbox(key="draft_language").set_value("en").run()
    again.selectbox(key="draft_length").set_value("normal").run()
    again.button(key="back_to_template").click().run()
    assert note(again) == template
    again.button(key="undo_decision").click().run()
    assert asked(sample_workspace, "draft_texts")["draft_text"].str.contains("my").all()


def test_own_words_stay_with_their_request(
    opened: Opened, drawer: AppTest, sample_workspace: warehouse.Workspace
) -> None:
    """There in the drawer from the board; gone once the request has ended and the same pair is asked anew."""
    template = note(drawer)
    pair = drawer.session_state["writing"]
    next(area for area in drawer.text_area if "in private" in area.label).set_value("For this time.").run()
    drawer.button(key="send_later").click().run()
    (held,) = asked(sample_workspace, "intro_requests").to_dict("records")
    board = opened(sample_workspace, "requests")
    board.session_state["writing"] = (held["request_key"], "introduction")
    assert note(board.run()) == "For this time."
    warehouse.decide(sample_workspace, "intro_request_event", life.moved(held["request_key"], ["drafted"], "resting", TODAY))
    anew = opened(sample_workspace, "suggestions")
    anew.session_state["writing"] = pair
    assert note(anew.run()) == template
    assert "own words" not in said(anew)
    assert_sound(anew)


def test_own_words_outlive_a_merge(
    opened: Opened, drawer: AppTest, sample_workspace: warehouse.Workspace
) -> None:
    """The contact turns out to be another one, too: their key changes, what was written to them does not."""
    next(area for area in drawer.text_area if "in private" in area.label).set_value("To one of them.").run()
    person, industry = drawer.session_state["writing"]
    frame = asked(sample_workspace, "contacts").set_index("contact_id")
    key, held = (asked(sample_workspace, "intro_targets").set_index("introducer_id")["introducer_key"][person], "draft_texts")
    mine = key if isinstance(key, str) else key.iloc[0]
    for other in frame.loc[frame.index != person, "identity_key"]:
        undo = warehouse.decide(
            sample_workspace, "person_link", [{"identity_key": mine, "other_key": other, "verdict": "same"}]
        )
        merged = asked(sample_workspace, "intro_targets")
        found = merged[merged["introducer_id"] == asked(sample_workspace, held)["contact_id"][0]]
        if len(found) and found["introducer_key"].iloc[0] != mine:
            break
        warehouse.decide(sample_workspace, "person_link", undo)
    app = opened(sample_workspace, "suggestions")
    app.session_state["writing"] = (found["introducer_id"].iloc[0], industry)
    assert note(app.run()) == "To one of them."
    app.button(key="back_to_template").click().run()
    assert note(app) != "To one of them."
    app.button(key="undo_decision").click().run()
    assert note(app) == "To one of them."


def test_what_a_mail_program_may_cut_is_saved_instead(drawer: AppTest) -> None:
    assert drawer.get("link_button")
    drawer.text_input(key="reason").set_value("I would like to hear everything about it. " * 12).run()
    assert not drawer.get("link_button")
    assert told.TOO_LONG in said(drawer)
    assert [each.proto.type for each in drawer.get("download_button") if each.key == "save_eml"] == ["primary"]
    assert_sound(drawer)


def test_the_lint_stands_beside_the_draft(drawer: AppTest) -> None:
    assert "No reason is given." in said(drawer)
    drawer.text_input(key="reason").set_value("I teach it").run()
    assert "No reason is given." not in said(drawer)
    area = next(area for area in drawer.text_area if "in private" in area.label)
    area.set_value("Dear you, this is urgent. Who? When?").run()
    for finding in ('"urgent" puts pressure', "asks 2 questions", "no easy way out"):
        assert finding in said(drawer)


def test_the_hesitant_are_told_and_no_rate_is_made_up(drawer: AppTest) -> None:
    assert "Flynn and Lake 2008" in said(drawer)
    assert "%" not in told.HESITANT


def test_a_template_of_ones_own_from_copy_to_delete(drawer: AppTest, sample_workspace: warehouse.Workspace) -> None:
    name = intros.first_name(asked(sample_workspace, "intro_targets")["introducer"][0])
    drawer.button(key="edit_template").click().run()
    assert_sound(drawer)
    ours = intros.settled(intros.template_source(), {"purpose": "curiosity", "length": "normal"})
    assert drawer.text_area(key="template_text").value == ours
    assert drawer.button(key="save_template").disabled, "it has no name yet"
    edit(drawer, MINE)
    assert f"Hello {name}" in said(drawer), "the preview"
    assert "No reason is given." in said(drawer), "a template of one's own is looked at too"
    drawer.text_input(key="template_name").set_value("My own").run()
    drawer.selectbox(key="draft_length").set_value("short").run()
    assert drawer.text_area(key="template_text").value == MINE, "another length is another preview, not another text"
    drawer.button(key="save_template").click().run()
    assert_sound(drawer)
    assert 'The template "My own" is saved.' in said(drawer)
    assert note(drawer).startswith(f"Dear {name}, who works in ")
    drawer.button(key="edit_template").click().run()
    drawer.text_input(key="template_name").set_value("Renamed").run()
    assert drawer.selectbox(key="template_purpose").value == "curiosity", "as the draft it was copied from"
    drawer.selectbox(key="template_purpose").set_value("career").run()
    drawer.button(key="save_template").click().run()
    assert [tuple(row) for row in asked(sample_workspace, "draft_templates")[["template_name", "purpose"]].to_numpy()] == [
        ("Renamed", "career")
    ]
    assert note(drawer).startswith("Hi "), "offered for another purpose"
    drawer.selectbox(key="draft_purpose").set_value("career").run()
    drawer.selectbox(key="draft_template").set_value(1).run()
    assert note(drawer).startswith("Dear ")
    drawer.button(key="edit_template").click().run()
    drawer.button(key="delete_template").click().run()
    assert asked(sample_workspace, "draft_templates").empty
    assert note(drawer).startswith("Hi ")
    assert_sound(drawer)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("Dear {{ frist_name }},", "Line 5: unknown field `frist_name`; did you mean `"),
        ("{% for i in range(10**9) %}x{% endfor %}", "Line 5: a loop is not part of a template."),
        ("{{ reason.__class__ }}", "Line 5: a dot behind a field is not part of a template."),
        ("{{ reason", "Line 5: "),
    ],
)
def test_a_broken_template_says_its_line_and_cannot_be_saved(drawer: AppTest, wrong: str, message: str) -> None:
    drawer.button(key="edit_template").click().run()
    drawer.text_input(key="template_name").set_value("Broken").run()
    edit(drawer, f"[subject]\nHello\n\n[ask]\n{wrong}\n")
    (error,) = drawer.error
    assert message in error.proto.title.replace("\\", "")
    assert f"The line reads: {wrong}" in error.value.replace("\\", "")
    assert drawer.button(key="save_template").disabled
    assert_sound(drawer)
    drawer.button(key="leave_template").click().run()
    assert note(drawer).startswith("Hi ")


def test_the_fields_are_listed_with_what_they_hold(drawer: AppTest, sample_workspace: warehouse.Workspace) -> None:
    drawer.button(key="edit_template").click().run()
    (table,) = [each.value for each in drawer.dataframe if "field" in each.value.columns]
    held = dict(zip(table["field"], table["now"], strict=True))
    assert held["introducer_name"] == asked(sample_workspace, "intro_targets")["introducer"][0]
    assert held["reason"] == told.NOT_KNOWN
    assert "None" not in set(table["now"])


def test_a_kept_template_that_no_longer_works_gives_way_to_ours(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    line = {"template_name": "Old", "kind": "introduction", "language": "en", "purpose": None}
    warehouse.decide(sample_workspace, "draft_template", [line | {"template_text": "[subject]\n{{ gone_field }}\n[ask]\nx"}])
    app = opened(sample_workspace, "suggestions")
    app.button(key="write_0").click().run()
    app.selectbox(key="draft_template").set_value(1).run()
    assert "unknown field `gone_field`" in app.error[0].proto.title.replace("\\", "")
    assert note(app).startswith("Hi ")
    assert_sound(app)


def request(space: warehouse.Workspace, **days: int) -> str:
    target = asked(space, "intro_targets").iloc[0].to_dict() | {"target_name": None}
    begun = life.begun(target, TODAY - timedelta(days=max(days.values())))
    warehouse.decide(space, "intro_request", [begun])
    steps = [
        {"request_key": begun["request_key"], "state": state, "happened_on": TODAY - timedelta(days=ago)}
        for state, ago in days.items()
    ]
    warehouse.decide(space, "intro_request_event", steps)
    return str(begun["request_key"])


@pytest.mark.parametrize(
    ("kind", "words", "event"),
    [("thanks", "Thank you for the introduction", "thanked"), ("report_back", "Thanks to you", "reported")],
)
def test_thanks_and_a_report_are_written_and_noted(
    opened: Opened, sample_workspace: warehouse.Workspace, kind: str, words: str, event: str
) -> None:
    key = request(sample_workspace, sent=30, agreed=25, introduced=20, met=9)
    app = opened(sample_workspace, "requests")
    app.session_state["writing"] = (key, kind)
    app.run()
    assert_sound(app)
    assert words in note(app)
    assert len(app.text_area) == 1, "there is nothing to forward"
    app.button(key="i_sent_it").click().run()
    assert_sound(app)
    assert event in asked(sample_workspace, "intro_requests")["states"][0].split(", ")


def test_the_reminder_is_an_entry_in_ten_days(drawer: AppTest, sample_workspace: warehouse.Workspace) -> None:
    assert [each.label for each in drawer.get("download_button") if each.key == "save_reminder"] == ["Remind me"]
    target = asked(sample_workspace, "intro_targets").iloc[0].to_dict()
    written = ics([Reminder("key", TODAY + timedelta(days=REMIND_DAYS), told.reminder(target), 1)], datetime(2026, 1, 1))
    assert told.reminder(target | {"target_name": "Kim Roe"}) == (
        f"Has {target['introducer']} answered about Kim Roe, {target['target_label']}?"
    )
    (event,) = icalendar.Calendar.from_ical(written).events
    assert event["DTSTART"].dt == TODAY + timedelta(days=10)
    assert str(event["SUMMARY"]) == f"Has {target['introducer']} answered about {target['target_label']}?"


def test_a_few_lines_to_somebody_not_heard_of_for_long(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    people = asked(sample_workspace, "contacts")
    faded = people[people["strength"].between(0, 9) & people["last_interaction_on"].notna()].iloc[0]
    app = opened(sample_workspace, "person", who=str(faded["contact_id"]))
    app.button(key="reconnect").click().run()
    assert_sound(app)
    assert f"We were last in touch in {faded['last_interaction_on']:%B %Y}" in note(app)
    app.text_input(key="occasion").set_value("your talk on triage").run()
    assert "I thought of you: your talk on triage." in note(app)
    next(area for area in app.text_area if "in private" in area.label).set_value("Long time no see.").run()
    app.button(key="i_sent_it").click().run()
    assert_sound(app)
    assert not [area for area in app.text_area if "in private" in area.label], "the drawer is shut"
    assert "the next draft begins anew" in said(app)
    assert asked(sample_workspace, "draft_texts").empty, "it was for this once"
    app.button(key="undo_decision").click().run()
    assert list(asked(sample_workspace, "draft_texts")["kind"]) == ["reconnect"]
    warm = people[people["strength"] > 50].iloc[0]
    assert "reconnect" not in [button.key for button in opened(sample_workspace, "person", who=str(warm["contact_id"])).button]

def test_a_name_in_the_title_of_a_drawer_is_no_link_and_no_second_line(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(states.build("hostile", tmp_path))
    for target in asked(space, "intro_targets", **week_asks.WIDE).drop_duplicates("introducer_id").to_dict("records"):
        app = opened(space, "suggestions")
        app.session_state["writing"] = (target["introducer_id"], target["target_industry"])
        app.run()
        assert_sound(app)
        (title,) = [node.proto.dialog.title for node in seen.nodes(app) if getattr(node, "type", "") == "dialog"]
        assert title == escape(f"Draft for {target['introducer']}")


def test_a_line_break_in_a_name_is_a_blank() -> None:
    assert escape("Eve\nBcc: x") == escape("Eve Bcc: x")
