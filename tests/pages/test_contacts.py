"""The Contacts page: headline, search, filters, the way to a person, somebody added by hand."""

from pathlib import Path

from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import warehouse


def shown(app: AppTest) -> list[str]:
    """The names in the table."""
    return list(app.dataframe[0].value["full_name"])


def test_headline_and_table(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "contacts")
    assert_sound(app)
    counts = asked(sample_workspace, "contact_counts").iloc[0]
    assert app.title[0].value == f"{counts['contacts']} people, {counts['known']} with a known industry"
    assert shown(app) == list(asked(sample_workspace, "contacts")["full_name"])
    assert set(app.dataframe[0].value["sureness"]) <= {"● Sure", "◐ Likely", "○ Unsure"}


def test_search_and_filters_from_the_address(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    name = asked(sample_workspace, "contacts", industry="FIN")["full_name"][0]
    app = opened(sample_workspace, "contacts", find=name, within="Finance")
    assert_sound(app)
    assert app.text_input(key="find").value == name
    assert name in shown(app)
    assert set(app.dataframe[0].value["industry"]) == {"FIN"}


def test_four_way_switch(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "contacts")
    for choice in ("Warm", "Dormant", "Unsure"):
        app.segmented_control(key="ties").set_value(choice).run()
        assert_sound(app)
        assert shown(app) == list(asked(sample_workspace, "contacts", ties=choice.lower())["full_name"])


def test_nobody_matches_and_the_way_back(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "contacts", find="zebra", within="Energy")
    assert_sound(app)
    assert 'Nobody matches "zebra" in Energy' in said(app)
    assert not app.dataframe
    app.button(key="show_all").click().run()
    assert_sound(app)
    assert len(shown(app)) == asked(sample_workspace, "workspace_state")["contacts"][0]


def test_a_click_anywhere_in_a_row_leads_to_the_person(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "contacts")
    app.session_state["people"] = {"selection": {"rows": [], "cells": [(3, "company")]}}
    app.run()
    assert_sound(app)
    assert app.title[0].value.replace("\\", "") == asked(sample_workspace, "contacts")["full_name"][3]


def fill_in(app: AppTest, **fields: str) -> AppTest:
    app.button(key="add_contact").click().run()
    for field, value in fields.items():
        app.text_input(key=f"add_{field}").set_value(value)
    return app.run()


def test_somebody_is_added_shown_and_taken_back(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = fill_in(opened(sample_workspace, "contacts"), name="Zora *Quist*", company="Linklaters LLP")
    app.selectbox(key="add_industry").set_value("EDU")
    app.button(key="add_save").click().run()
    assert_sound(app)
    assert shown(app) == ["Zora *Quist*"]
    assert "Zora *Quist* is among your contacts." in said(app)
    assert list(app.dataframe[0].value["industry_label"]) == ["Education"]
    app.button(key="undo_decision").click().run()
    assert_sound(app)
    assert "Nobody matches" in said(app)


def test_what_cannot_be_added_says_why(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    before = asked(sample_workspace, "workspace_state")["contacts"][0]
    app = fill_in(opened(sample_workspace, "contacts"), name=" - ")
    for field, value, problem in (
        ("name", " - ", "A name is needed"),
        ("email", "zora at home", "no e-mail address"),
        ("profile", "https://example.org/zora", "linkedin.com/in/"),
    ):
        app.text_input(key="add_name").set_value(" - " if field == "name" else "Zora")
        app.text_input(key="add_email").set_value("")
        app.text_input(key=f"add_{field}").set_value(value).run()
        app.button(key="add_save").click().run()
        assert_sound(app)
        assert problem in said(app)
        assert app.text_input(key=f"add_{field}").value == value, "what was typed stays"
    assert asked(sample_workspace, "workspace_state")["contacts"][0] == before


def test_somebody_can_be_added_before_any_file(opened: Opened, tmp_path: Path) -> None:
    app = fill_in(opened(tmp_path, "contacts"), name="Zora Quist", email="zora@home.example")
    app.button(key="add_save").click().run()
    assert_sound(app)
    assert app.title[0].value.startswith("1 person")
    assert "1 contact · up to" in said(app)
    assert "2000" not in said(app), "the day they were added is the last day of the record"
    assert shown(app) == ["Zora Quist"]


def links_found(app: AppTest) -> dict[str, str]:
    """Label and address of every person the search box offers."""
    links = [node.proto for node in app.get("page_link") if "who=" in node.proto.query_string]
    return {link.label.replace("\\", "").replace("*", ""): link.query_string for link in links}


def test_search_box_finds_from_any_page(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    person = asked(sample_workspace, "contacts").iloc[40]
    app = opened(sample_workspace, "gaps")
    assert links_found(app) == {}
    app.text_input(key="find_person").set_value(person["full_name"].upper()).run()
    assert_sound(app)
    (label,) = [label for label in links_found(app) if label.startswith(person["full_name"])]
    assert links_found(app)[label] == f"who={person['contact_id']}"


def test_search_box_says_when_nobody_matches(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "gaps")
    app.text_input(key="find_person").set_value("![x](http://stranger.example)").run()
    assert_sound(app)
    assert "Nobody matches" in said(app)
    assert links_found(app) == {}


def test_only_one_function(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """The filter narrows the table to a function, from the address too."""
    some = asked(sample_workspace, "contacts", function="engineering")
    app = opened(sample_workspace, "contacts", function="Engineering & IT")
    people = app.dataframe[0].value
    assert 0 < len(people) == len(some)
    assert set(people["function_label"]) == {"Engineering & IT"}
    app.selectbox(key="function").set_value("Any function").run()
    assert len(app.dataframe[0].value) > len(people)
