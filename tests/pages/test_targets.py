"""Suggestions: people one could meet by name, through the contact who shared a list with them on it."""

from io import BytesIO
from pathlib import Path

import pytest
from apptest import Opened, asked, assert_sound, said
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from workspaces import connections, take

from dashboard import exports, warehouse
from dashboard.headlines import targets as told
from dashboard.warehouse import SourceFile, import_files
from dashboard.widgets.targets import COLUMNS

OWN = [f"Own{at},Fox,https://www.linkedin.com/in/own{at},,SAP,Engineer,05 Mar 2024" for at in range(12)]
THEIRS = [
    "Kim,Lee,https://www.linkedin.com/in/kim,,Charité,Doctor,05 Mar 2020",
    "Pat,Doe,https://www.linkedin.com/in/pat,,Charité,Nurse,05 Mar 2024",
    "Lou,Ray,https://www.linkedin.com/in/lou,,Deutsche Bank,Analyst,05 Mar 2024",
    "Sam,Poe,https://www.linkedin.com/in/sam,,SAP,Engineer,05 Mar 2024",
]


@pytest.fixture
def space(tmp_path: Path) -> warehouse.Workspace:
    space = warehouse.Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, *OWN))
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": "SFT"}])
    theirs = connections(tmp_path, *THEIRS, name="theirs.csv")
    import_files(space, [SourceFile(theirs, "Connections.csv", owner="url:in/own3")])
    return space


def choose(app: AppTest, row: int) -> None:
    app.session_state["targets_table"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    app.run()
    assert_sound(app)


def table(app: AppTest) -> list[tuple[str, str]]:
    shown = next(frame.value for frame in app.dataframe if frame.proto.alt.startswith("People you could meet"))
    return list(zip(shown[COLUMNS["full_name"]], shown[COLUMNS["introducer"]], strict=True))


def test_the_best_of_each_industry_stand_first_and_home_is_left_out(opened: Opened, space: warehouse.Workspace) -> None:
    app = opened(space, "suggestions")
    assert_sound(app)
    assert "3 people you could meet in industries you lack" in said(app)
    assert [name for name, _ in table(app)][2] == "Pat Doe"
    assert {introducer for _, introducer in table(app)} == {"Own3 Fox"}
    app.selectbox(key="meet_industry").set_value("Finance").run()
    assert table(app) == [("Lou Ray", "Own3 Fox")]
    assert "1 person you could meet in Finance" in said(app)


def test_a_row_opens_the_draft_about_that_person_and_it_becomes_a_request(
    opened: Opened, space: warehouse.Workspace
) -> None:
    app = opened(space, "suggestions")
    app.selectbox(key="meet_industry").set_value("Finance").run()
    choose(app, 0)
    note = next(area.value for area in app.text_area if area.key.startswith("ask_"))
    assert "introduce me to Lou Ray at Deutsche Bank" in note
    assert "you know Lou Ray" in note
    app.button(key="i_sent_it").click().run()
    assert_sound(app)
    (request,) = asked(space, "intro_requests").to_dict("records")
    assert (request["introducer"], request["target_name"], request["target_industry"]) == ("Own3 Fox", "Lou Ray", "FIN")
    assert asked(space, "second_degree")["is_resting"].all()


def test_without_a_list_the_page_says_how_to_come_by_one(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, *OWN))
    app = opened(space, "suggestions")
    assert_sound(app)
    assert told.NOBODY in said(app)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_files_have_the_rows_and_columns_on_screen(opened: Opened, space: warehouse.Workspace, form: str) -> None:
    app = opened(space, "suggestions")
    shown = next(frame.value for frame in app.dataframe if frame.proto.alt.startswith("People you could meet"))
    assert list(shown.columns) == list(COLUMNS.values())
    written = exports.export(shown, form)
    if form == "xlsx":
        sheet = load_workbook(BytesIO(written)).active
        assert sheet is not None
        assert [row[0].value for row in sheet.iter_rows()][1:] == list(shown[COLUMNS["full_name"]])
    else:
        text = written.decode("utf-8-sig")
        assert all(name in text for name in shown[COLUMNS["full_name"]])


def test_an_industry_asked_about_by_name_is_known(space: warehouse.Workspace) -> None:
    asks = asked(space, "intro_targets")
    known = asks[asks["certainty"] == "known"].set_index("target_industry")
    assert list(known["knows_chance"]) == [1, 1]
    assert known.loc["HLT", "target_name"] == "Kim Lee"
    assert known.loc["HLT", "evidence"].startswith("knows 2 people in Health care, Kim Lee among them (Connections.csv, ")
    assert known.loc["FIN", "evidence"].startswith("knows Lou Ray (connected on 5 March 2024; Connections.csv, ")
