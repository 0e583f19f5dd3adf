"""The Workspace page."""

import tempfile
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse


def setting(space: warehouse.Workspace, name: str) -> str:
    assumed = asked(space, "assumptions").set_index("name")
    return str(assumed.at[name, "setting"])


def test_every_assumption_is_there_with_its_default(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "workspace")
    assert_sound(app)
    assert app.title[0].value == "Every assumption is at its default, and everything is yours"
    for assumed in asked(sample_workspace, "assumptions").itertuples():
        shown = app.session_state[f"assume_{assumed.name}"]
        if assumed.lowest == assumed.lowest:
            assert shown == float(assumed.default_setting), assumed.name
        elif assumed.name == "home_industry":
            assert shown == "As your files tell it"
        elif assumed.name != "time_zone":
            assert shown == assumed.default_setting, assumed.name
    assert "Default: 15 minutes" in said(app)
    assert not [button for button in app.button if (button.key or "").startswith("reset_")]


def test_an_assumption_is_changed_reset_and_undone(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "workspace")
    app.number_input(key="assume_minutes_call").set_value(20.0).run()
    assert_sound(app)
    assert setting(sample_workspace, "minutes_call") == "20"
    assert app.title[0].value == "One of our assumptions is your own choice now"
    assert app.button(key="reset_minutes_call").label == "Back to 15 minutes"
    app.button(key="reset_minutes_call").click().run()
    assert setting(sample_workspace, "minutes_call") == "15"
    assert app.number_input(key="assume_minutes_call").value == 15
    app.button(key="undo_decision").click().run()
    assert setting(sample_workspace, "minutes_call") == "20"
    assert app.number_input(key="assume_minutes_call").value == 20
    app.selectbox(key="assume_home_industry").set_value("FIN").run()
    app.selectbox(key="assume_time_zone").set_value("Pacific/Auckland").run()
    app.button_group(key="assume_target_mix").set_value("even").run()
    assert_sound(app)
    held = {name: setting(sample_workspace, name) for name in ("home_industry", "time_zone", "target_mix")}
    assert held == {"home_industry": "FIN", "time_zone": "Pacific/Auckland", "target_mix": "even"}


def test_does_the_answer_change(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "workspace")
    assert "Does the answer change?" in said(app)
    app.button(key="try_effects").click().run()
    assert_sound(app)
    assert "The home share stays between" in said(app)
    assert "Home share of the warm ties" in said(app)
    assert len(app.dataframe[0].value) > 20
    app.number_input(key="assume_minutes_message_sent").set_value(30.0).run()
    assert "Does the answer change?" in said(app), "what was worked out is not true any more"


def test_own_identities_are_added_and_taken_back(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "workspace")
    before = list(asked(sample_workspace, "own_identities")["identity_key"])
    app.text_input(key="own_typed").set_value(" Me@Example.com ")
    app.button(key="add_own").click().run()
    assert_sound(app)
    assert "me⁠@example.com :gray[· you said so, in no file yet]" in said(app)
    assert set(asked(sample_workspace, "own_identities")["identity_key"]) == {*before, "mail:me@example.com"}
    app.text_input(key="own_typed").set_value("nonsense")
    app.button(key="add_own").click().run()
    assert "neither an e-mail address nor a LinkedIn profile" in app.error[0].proto.title.replace("\\", "")
    keys = list(asked(sample_workspace, "own_identities")["identity_key"])
    app.button(key=f"not_me_{keys.index('mail:me@example.com')}").click().run()
    assert list(asked(sample_workspace, "own_identities")["identity_key"]) == before


def test_delete_needs_the_word_and_ends_at_the_welcome(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "workspace", parts="Your data")
    app.text_input(key="delete_typed").set_value("yes")
    app.button(key="delete_all").click().run()
    assert "Nothing was deleted" in str(app.tabs[2].error[0].proto), "beside the button: nothing above the tabs moves"
    assert len(asked(sample_workspace, "contacts"))
    app.text_input(key="delete_typed").set_value("delete")
    app.button(key="delete_all").click().run()
    assert_sound(app)
    assert app.button(key="door_sample")
    assert asked(sample_workspace, "contacts").empty


def test_deleting_the_sample_leaves_ones_own_data(
    opened: Opened, sample_workspace: warehouse.Workspace, tmp_path: Path
) -> None:
    space = warehouse.Workspace(sample_workspace.folder / "sample")
    warehouse.back_up(sample_workspace, tmp_path / "backup.duckdb")
    (tmp_path / "scratch").mkdir()
    warehouse.restore(space, warehouse.check_backup(tmp_path / "backup.duckdb", "backup", tmp_path / "scratch"))
    app = opened(sample_workspace, "workspace", data="sample")
    assert "Delete the sample" in said(app)
    app.text_input(key="delete_typed").set_value("delete")
    app.button(key="delete_all").click().run()
    assert_sound(app)
    assert not space.file.exists()
    assert len(asked(sample_workspace, "contacts"))
    assert not app.session_state["is_sample"]


def test_what_was_dropped_goes_with_the_rest(
    opened: Opened, sample_workspace: warehouse.Workspace, tmp_path: Path
) -> None:
    app = opened(sample_workspace, "workspace")
    held = tempfile.TemporaryDirectory()
    app.session_state["upload_folder"] = held
    app.text_input(key="delete_typed").set_value("delete")
    app.button(key="delete_all").click().run()
    assert_sound(app)
    assert not Path(held.name).exists()


def test_an_empty_workspace_offers_a_restore_and_its_import(opened: Opened, tmp_path: Path) -> None:
    app = opened(tmp_path, "workspace")
    assert_sound(app)
    assert "Restore a backup" in [block.label for block in app.expander]
    with pytest.raises(KeyError):
        app.button(key="delete_all")


def test_decisions_that_wait_are_listed(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    gone = {"identity_key": "mail:gone@nowhere.example", "setting": "private", "is_on": True}
    warehouse.decide(sample_workspace, "contact_setting", [gone])
    app = opened(sample_workspace, "workspace")
    assert "One decision waits for people whom no file names any more" in said(app)


@pytest.mark.parametrize("damaged", [False, True])
def test_a_backup_is_checked_and_restored(
    opened: Opened, sample_workspace: warehouse.Workspace, tmp_path: Path, damaged: bool
) -> None:
    warehouse.back_up(sample_workspace, tmp_path / "backup.duckdb")
    content = (tmp_path / "backup.duckdb").read_bytes()
    contacts = len(asked(sample_workspace, "contacts"))
    warehouse.undo_import(sample_workspace, 1)
    app = opened(sample_workspace, "workspace")
    app.file_uploader(key="backup_0").upload("backup.duckdb", content[: len(content) // (2 if damaged else 1)]).run()
    assert_sound(app)
    if damaged:
        assert "damaged" in str(app.error[0].proto)
        assert not [button for button in app.button if button.key == "restore"]
        return
    assert f"{contacts} contacts" in said(app)
    app.button(key="restore").click().run()
    assert_sound(app)
    assert len(asked(sample_workspace, "contacts")) == contacts
    assert "workspace.before-restore.duckdb" in said(app)
