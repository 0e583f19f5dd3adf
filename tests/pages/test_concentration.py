"""The Concentration page."""

from pathlib import Path

import pytest
import states
from apptest import Opened, asked, assert_sound, said
from streamlit.testing.v1 import AppTest

from dashboard import warehouse
from dashboard.widgets import trying


def effective(space: warehouse.Workspace, **params: str | int) -> str:
    return f"{asked(space, 'network_summary', **params)['effective_industries_corrected'][0]:.1f} industries"


def headings(app: AppTest) -> list[str]:
    return [heading.value.replace("\\", "") for heading in app.header]


def test_concentration_follows_window_and_weighting(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    assert_sound(app)
    assert app.title[0].value.replace("\\", "") == f"Your time works like {effective(sample_workspace)}"
    app.segmented_control(key="by").set_value("People").run()
    people = asked(sample_workspace, "network_summary", weighting="people")["home_share"][0]
    assert app.title[0].value.replace("\\", "").startswith("Your network works like")
    assert f"**{people:.0%}** of your contacts work in Software" in said(app)
    app.segmented_control(key="by").set_value("Minutes").run()
    app.segmented_control(key="window").set_value("All").run()
    ever = effective(sample_workspace, window_days=36_500)
    assert app.title[0].value.replace("\\", "") == f"Your time works like {ever}"


def test_industries_with_nothing_are_a_sentence(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    gaps = asked(sample_workspace, "industry_gaps")
    nothing = set(gaps[gaps["share"] == 0]["label"])
    told = next(caption.value for caption in app.caption if caption.value.startswith("No time at all"))
    assert set(told.removeprefix("No time at all: ").split("\u00a0· ")) == nothing


def test_the_address_restores_a_choice_and_the_chip_clears_it(
    opened: Opened, sample_workspace: warehouse.Workspace
) -> None:
    app = opened(sample_workspace, "concentration", industry="FIN", at="shares")
    assert_sound(app)
    shown = app.dataframe[0].value
    expected = asked(sample_workspace, "time_by_contact", industry="FIN")
    assert list(shown["full_name"]) == list(expected["full_name"])
    assert set(shown["industry"]) == {"FIN"}
    met = (expected["minutes"] > 0).sum()
    assert any(heading.startswith(f"You know {len(expected)} people in Finance") for heading in headings(app)), met
    app.button(key="clear_choice").click().run()
    assert_sound(app)
    assert "industry" not in app.query_params
    assert not app.dataframe


def test_a_month_of_the_heat_map_shows_who_was_met_in_it(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    months = asked(sample_workspace, "industry_months")
    cell = months[~months["is_home"] & (months["people"] > 1)].iloc[0]
    until = f"{cell['last_on']:%Y-%m-%d}"
    app = opened(
        sample_workspace, "concentration", industry=cell["industry"], until=until, days=str(cell["days"]), at="months"
    )
    assert_sound(app)
    assert len(app.dataframe[0].value) == cell["people"]
    assert app.dataframe[0].value["minutes"].sum() == pytest.approx(cell["minutes"])
    assert app.button(key="clear_choice").label == f"{cell['label']} · {cell['last_on']:%B %Y}"


@pytest.mark.parametrize(
    "address",
    [
        {"industry": "nonsense"},
        {"industry": "FIN", "until": "yesterday", "days": "3"},
        {"industry": "FIN", "until": "2026-03-31", "days": "-1"},
        {"industry": "FIN", "days": "x"},
    ],
)
def test_an_address_that_makes_no_sense_chooses_nothing(
    opened: Opened, sample_workspace: warehouse.Workspace, address: dict[str, str]
) -> None:
    app = opened(sample_workspace, "concentration", **address)
    assert_sound(app)
    assert not app.dataframe


def test_the_trend_changes_what_it_shows(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    trend = asked(sample_workspace, "concentration_trend")
    app.segmented_control(key="show").set_value("Effective industries").run()
    assert_sound(app)
    now = trend["effective_industries"].iloc[-1]
    assert any(heading.startswith(f"Your time is spread over {now:.1f} industries") for heading in headings(app))
    app.segmented_control(key="show").set_value("Other industries").run()
    trends = asked(sample_workspace, "industry_trends")
    last = trends[trends["period_on"] == trends["period_on"].max()].set_index("industry")["share"].drop("SFT")
    assert app.multiselect(key="compare").value == list(last.sort_values(ascending=False).head(3).index)
    app.multiselect(key="compare").set_value(["FIN"]).run()
    assert f"Finance got {last['FIN']:.0%} in the last 90 days" in headings(app)
    app.multiselect(key="compare").set_value([]).run()
    assert_sound(app)
    assert "Which industries do you want to compare?" in headings(app)


def test_only_the_interval_says_clearly(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration")
    assert asked(sample_workspace, "network_change")["verdict"][0] == "clearly down"
    assert any(heading.startswith("Software is clearly down; ") for heading in headings(app))
    app.segmented_control(key="window").set_value("90 days").run()
    assert asked(sample_workspace, "network_change", window_days=90)["verdict"][0] == "no clear change"
    assert any(heading.startswith("No clear change; ") for heading in headings(app))
    app.segmented_control(key="window").set_value("All").run()
    assert "What moved it cannot be told yet" in headings(app)
    assert "do not reach back" in said(app)


@pytest.mark.parametrize(
    ("state", "title", "words"),
    [
        ("only_contacts", "Your network works like", "people are counted"),
        ("few_people", "Your time works like 2.9 industries", "Three people are too few for a range"),
        ("all_unknown", "The industries behind your networking time are not known yet", "say where they work"),
        ("one_industry", "Your time works like one industry", "All of it is in one industry."),
        ("all_colleagues", "All your time was with colleagues", "Colleagues are shown"),
        ("only_calendar", "The industries behind your networking time are not known yet", "Which industry is yours?"),
    ],
)
def test_states(opened: Opened, tmp_path: Path, state: str, title: str, words: str) -> None:
    app = opened(states.build(state, tmp_path), "concentration")
    assert_sound(app)
    assert app.title[0].value.replace("\\", "").startswith(title)
    assert words in said(app)
    if state in ("only_contacts",):
        assert "hours" not in said(app).lower(), "no minutes that nobody has"


def test_why_there_is_no_range(opened: Opened, tmp_path: Path) -> None:
    space = warehouse.Workspace(states.build("few_people", tmp_path))
    app = opened(space, "concentration")
    assert_sound(app)
    summary = asked(space, "network_summary").iloc[0]
    assert f"**No range:** a range needs the weight of 10 employers, and yours comes to {summary['n_eff']:.1f}." in said(
        app
    )


def test_labels_narrow_the_band(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    """Counting people, some of the sample are without an industry."""
    queue = asked(sample_workspace, "review_queue", weighting="people", most=3)
    app = opened(sample_workspace, "concentration")
    app.segmented_control(key="by").set_value("People").run()
    assert_sound(app)
    assert f"Label {queue['label'][0]}, {queue['label'][1]} and {queue['label'][2]}, and" in said(app)
    assert any(link.label == "Review" for link in app.get("page_link"))


def test_assumptions_are_tried_at_once_or_on_demand(
    opened: Opened, sample_workspace: warehouse.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(sample_workspace, "concentration")
    button = app.button(key="try_effects")
    assert button.help == "Takes about two seconds"
    button.click().run()
    assert_sound(app)
    assert "**Assumptions:** over the last year, the home share stays between" in said(app)
    assert "try_effects" not in [button.key for button in app.button]
    monkeypatch.setattr(trying, "AT_ONCE", 50_000)
    fresh = opened(sample_workspace, "concentration")
    assert "**Assumptions:** over the last year, the home share stays between" in said(fresh)
    assert "try_effects" not in [button.key for button in fresh.button]


def test_what_moved_it_person_by_person(opened: Opened, sample_workspace: warehouse.Workspace) -> None:
    app = opened(sample_workspace, "concentration", moved_by="People")
    assert_sound(app)
    steps = asked(sample_workspace, "home_share_change", by="person")
    first = steps[(steps["step"] == "person") & (steps["part"] < 0)].iloc[0]
    assert any(heading.startswith("Software is clearly down; " + first["label"]) for heading in headings(app))
    assert "The concentration, the sum of squared shares, went from" in said(app)
