"""The report as a page that needs nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound
from hypothesis import given
from hypothesis import strategies as st

from dashboard import questions, warehouse
from dashboard.headlines.words import STATE_BRIEFLY
from dashboard.report import initials_of, report

PARAMS = {"window_days": 365, "weighting": "minutes"}
TODAY = date(2026, 11, 25)


def made(space: warehouse.Workspace, initials: bool = False) -> str:
    with space.reading() as con:
        return report(con, PARAMS, TODAY, initials).decode()


def test_it_says_what_the_pages_say(finished_sample: warehouse.Workspace) -> None:
    page = made(finished_sample)
    summary = asked(finished_sample, "network_summary").iloc[0]
    assert f"<h1>{summary['home_share']:.0%} of your networking time is inside Software</h1>" in page
    gap = asked(finished_sample, "industry_gaps").iloc[0]
    assert re.search(rf"<td>{gap['label']}</td><td>{STATE_BRIEFLY[gap['state']]}</td>", page)
    best = asked(finished_sample, "intro_targets").iloc[0]
    assert best["introducer"] in page
    assert best["evidence"] in page
    assert "<polyline" in page
    assert "25 Nov 2026" in page
    widths = [float(width) for width in re.findall(r'<i class="\w+" style="width: ([\d.]+)%"', page)]
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_it_loads_nothing_and_runs_nothing(finished_sample: warehouse.Workspace) -> None:
    page = made(finished_sample)
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|src=|href=|url\(|@import", page)


def test_with_initials_nobody_is_named(finished_sample: warehouse.Workspace) -> None:
    page = made(finished_sample, initials=True)
    people = asked(finished_sample, "contacts", window_days=36_500)
    named = set(people["full_name"].dropna()) | set(people["email"].dropna()) | set(people["company"].dropna())
    assert not [name for name in named if len(name) > 4 and f">{name}<" in page]
    asks = asked(finished_sample, "intro_targets").head(6)
    assert not [sentence for sentence in asks["evidence"] if sentence in page]
    assert initials_of(asked(finished_sample, "time_by_contact")["full_name"][0]) in page


@pytest.mark.parametrize("state", ["all_unknown", "hostile", "few_people", "all_colleagues"])
def test_it_is_made_of_any_workspace(tmp_path: Path, state: str) -> None:
    page = made(warehouse.Workspace(states.build(state, tmp_path)))
    assert "<h1>" in page
    assert not re.search(r">\s*(nan|None|NaT)\s*<", page)
    assert "<script" not in page, "somebody's words stay words"


def test_the_overview_offers_it(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "overview")
    assert_sound(app)
    assert app.toggle(key="initials").value is False
    assert [button.label for button in app.get("download_button")].count("Save as HTML") == 1


def test_own_industry_is_said_in_words(tmp_path: Path) -> None:
    folder = states.build("few_people", tmp_path)
    space = warehouse.Workspace(folder)
    warehouse.decide(space, "assumption", [{"name": "home_industry", "setting": "LAW"}])
    page = made(space)
    assert "<td>Legal (changed by you)</td>" in page
    assert ">LAW" not in page


@given(st.text())
def test_initials_never_hold_more_than_first_letters(name: str) -> None:
    letters = [word[0].upper() for word in name.partition("@")[0].split() if word[0].isalpha()]
    said = initials_of(name)
    assert said == "–" or [part.removesuffix(".") for part in said.split()] == (
        letters if len(letters) < 3 else [letters[0], letters[-1]]
    )


def test_every_parameter_is_one_of_a_question() -> None:
    assert all(questions.takes("network_summary", name) for name in (*PARAMS, "as_of"))
