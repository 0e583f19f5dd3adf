"""Concentration by employer, by function and by how long people are known."""

from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound, said

from dashboard import warehouse


@pytest.mark.parametrize(
    ("unit", "param", "words"),
    [
        ("Employers", "employer", "employers"),
        ("Functions", "function", "functions"),
        ("How long known", "known", "people known for"),
    ],
)
def test_the_choice_stands_in_the_address(
    opened: Opened, sample_workspace: warehouse.Workspace, unit: str, param: str, words: str
) -> None:
    shares = asked(sample_workspace, "unit_shares", unit=param)
    first = shares.iloc[0]
    app = opened(sample_workspace, "concentration", unit=unit, within=first["within"])
    assert_sound(app)
    assert words in app.title[0].value
    assert ("with most time in all of it" in said(app)) == (param != "known")
    assert ("There is no trend of this" in said(app)) == (param == "known")
    expected = asked(sample_workspace, "time_by_contact", unit=param, within=first["within"])
    assert list(app.dataframe[0].value["full_name"]) == list(expected["full_name"])
    app.button(key="clear_choice").click().run()
    assert_sound(app)
    assert "within" not in app.query_params
    assert not app.dataframe
    app.segmented_control(key="unit").set_value("Industries").run()
    assert_sound(app)
    assert app.title[0].value.startswith("Your time works like")


def test_a_key_of_another_unit_chooses_nothing(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration", unit="Functions", within="nonsense")
    assert_sound(app)
    assert not app.dataframe


@pytest.mark.parametrize("state", ["only_contacts", "few_people", "all_unknown", "hostile", "all_colleagues"])
def test_states(opened: Opened, tmp_path: Path, state: str) -> None:
    space = states.build(state, tmp_path)
    for unit in ("Employers", "Functions", "How long known"):
        app = opened(space, "concentration", unit=unit)
        assert_sound(app)
        assert "nan" not in said(app).lower().split()
