"""Assumptions: what they may be, how little they rebuild, and what they would do to the answer."""

from pathlib import Path

import pytest
from workspaces import connections, difference, model, rows, take, written

from dashboard import questions
from dashboard.errors import UserError
from dashboard.warehouse import Workspace, assumption_effects, decide
from dashboard.warehouse.decide import rebuild_after, write_decisions
from dashboard.warehouse.rebuild import rebuild

OTHER = {
    "sharing": "full", "counts_colleagues": "true", "home_industry": "FIN", "reference_population": "all",
    "target_mix": "even", "time_zone": "Pacific/Auckland",
}
INTERACTIONS = {"model.presence", "model.interaction", "model.participation", "model.contact_day"}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "workspace")
    take(space, connections(tmp_path, "Ada,Fox,,,Siemens AG,Engineer,05 Mar 2024"))
    return space


def settings(space: Workspace) -> dict[str, str]:
    """Another setting for each assumption there is."""
    with space.reading() as con:
        found = questions.ask(con, "assumptions").to_dict("records")
    half = {row["name"]: float(row["setting"] or 0) / 2 for row in found if row["name"] not in OTHER}
    whole = {row["name"] for row in found if row["is_whole"]}
    return OTHER | {name: f"{round(number) if name in whole else number:g}" for name, number in half.items()}


@pytest.mark.parametrize(
    ("name", "setting", "said"),
    [
        ("minutes_call", "abc", r'"A call without a duration" cannot be \'abc\'\. It is a number from 0 to 480 \(minut'),
        ("minutes_call", "", "cannot be ''"),
        ("minutes_call", "nan", "cannot be 'nan'"),
        ("minutes_call", "-1", "from 0 to 480"),
        ("minutes_call", "481", "from 0 to 480"),
        ("audience_over", "12.5", "It is a whole number from 1 to 500"),
        ("half_life_days", "0", "from 30 to 730"),
        ("sharing", "fair", "one of: split, full"),
        ("home_industry", "XYZ", "no industry 'XYZ'"),
        ("time_zone", "Mars/Olympus", "no time zone"),
        ("minutes_walk", "5", "no assumption 'minutes_walk'"),
    ],
)
def test_what_an_assumption_cannot_be(space: Workspace, name: str, setting: str, said: str) -> None:
    before = written(space)
    with pytest.raises(UserError, match=said):
        decide(space, "assumption", [{"name": name, "setting": setting}])
    assert not difference(before, written(space))


def test_every_assumption_alone_ends_where_a_full_rebuild_ends(sample_workspace: Workspace) -> None:
    """Only tables that name the assumption are derived anew: none may be forgotten."""
    changed = settings(sample_workspace)
    with sample_workspace.reading():
        for name, setting in changed.items():
            decide(sample_workspace, "assumption", [{"name": name, "setting": setting}])
            held = rows(sample_workspace, f"select setting from model.assumption where name = '{name}'")
            assert held == [(setting,)]
    stepwise = model(sample_workspace)
    with sample_workspace.writing() as con:
        rebuild(con)
    assert not difference(stepwise, model(sample_workspace))


@pytest.mark.parametrize("name", ["half_life_days", "warm_from", "target_mix", "home_industry", "counts_colleagues"])
def test_what_does_not_touch_minutes_derives_no_interaction_anew(finished_sample: Workspace, name: str) -> None:
    decision = [{"name": name, "setting": settings(finished_sample)[name]}]
    with finished_sample.writing(keep=False) as con:
        write_decisions(con, "assumption", decision)
        built = rebuild_after(con, "assumption", decision)
    assert "model.setting" in built
    assert not INTERACTIONS & set(built)


def test_effects_are_what_deciding_so_would_show(sample_workspace: Workspace) -> None:
    before = written(sample_workspace) | model(sample_workspace)
    told: list[float] = []
    effects = assumption_effects(sample_workspace, told.append)
    assert not difference(before, written(sample_workspace) | model(sample_workspace)), "nothing is kept"
    assert told == sorted(told)
    assert told[-1] == 1
    assert not effects.duplicated(["name", "tried"]).any()
    tried = {(row.name_, row.tried): row for row in effects.rename(columns={"name": "name_"}).itertuples()}
    assert tried["audience_over", "half"].setting == "6"
    assert tried["tentative_weight", "double"].setting == "1"
    assert tried["warm_from", "double"].weighting == "warm"
    assert {"reference_population", "target_mix", "home_industry", "time_zone"}.isdisjoint(effects["name"])
    for name, way in (("tentative_weight", "half"), ("counts_colleagues", "other"), ("half_life_days", "half"),
                      ("audience_over", "double"), ("sharing", "other"), ("minutes_message_sent", "double")):
        row = tried[name, way]
        assert abs(row.change) > 0.001, name
        undo = decide(sample_workspace, "assumption", [{"name": name, "setting": row.setting}])
        with sample_workspace.reading() as con:
            real = questions.ask(con, "network_summary", {"weighting": row.weighting}).to_dict("records")[0]
        decide(sample_workspace, "assumption", undo)
        assert row.home_share == pytest.approx(real["home_share"], rel=1e-9)
        assert row.effective_industries == pytest.approx(real["effective_industries"], rel=1e-9)
        assert row.change == pytest.approx(100 * (row.home_share - row.home_share_now), rel=1e-9)


def test_effects_of_an_empty_workspace_are_not_known(tmp_path: Path) -> None:
    effects = assumption_effects(Workspace(tmp_path / "new"))
    assert effects["home_share"].isna().all()
