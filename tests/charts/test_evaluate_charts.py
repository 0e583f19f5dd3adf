"""The charts of the Evaluate pages: what is drawn of which rows, and what a click tells."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard import charts, questions, warehouse

TODAY = date(2026, 11, 20)

FOLDER = Path(charts.__file__).parent


@pytest.fixture(scope="module")
def ask(finished_sample: warehouse.Workspace) -> Any:
    def asked(name: str, **params: questions.Parameter) -> questions.Frame:
        with finished_sample.reading() as con:
            return questions.ask(con, name, params)

    return asked


def rows(chart: alt.LayerChart, layer: int) -> pd.DataFrame:
    data = chart.layer[layer].data
    return chart.data if isinstance(data, alt.utils.schemapi.UndefinedType) else data


def picks(chart: alt.LayerChart) -> list[list[str]]:
    return [param["select"]["fields"] for param in chart.to_dict().get("params", []) if param["name"] == "picked"]


def test_no_colour_is_named_but_the_ink_of_axes() -> None:
    named = {
        path.name: found
        for path in FOLDER.glob("*.py")
        if (found := re.findall(r"#[0-9A-Fa-f]{3,8}\b", path.read_text(encoding="utf-8")))
    }
    assert named == {"marks.py": ["#4A5261", "#B9C0CC"]}


def test_horizon_is_cut_by_the_known_and_hangs_the_unknown_on_the_end(ask: Any) -> None:
    frame = ask("industry_concentration")
    chart = charts.horizon(frame)
    bars = rows(chart, 0)
    assert bars["end"].max() == pytest.approx(1)
    assert bars.iloc[0]["is_home"]
    assert bars.iloc[0]["start"] == 0
    assert bars["start"].iloc[1:].tolist() == pytest.approx(bars["end"].iloc[:-1].tolist())
    unknown, known = frame[frame["industry"].isna()]["weight"].sum(), bars["weight"].sum()
    rest = rows(chart, 3).iloc[0]
    assert rest["end"] - rest["start"] == pytest.approx(unknown / known)
    assert rest["share"] == pytest.approx(unknown / (known + unknown)), "in words it is a part of it all"
    assert rest["industry"] == "unknown"
    assert ["industry"] in picks(chart)


def test_horizon_without_unknown_has_no_outline(ask: Any) -> None:
    frame = ask("industry_concentration")
    chart = charts.horizon(frame[frame["industry"].notna()])
    assert "strokeDash" not in str(chart.to_dict())


def test_ranked_bars_leave_home_out_and_show_what_is_chosen(ask: Any) -> None:
    frame = ask("industry_concentration")
    chart = charts.industry_concentration(frame[frame["industry"].notna()], "FIN")
    drawn = rows(chart, 0)
    assert not drawn["is_home"].any()
    assert (drawn["share"] > 0).all()
    assert "'FIN'" in str(chart.to_dict()["layer"][0]["encoding"]["opacity"]).replace('"', "'")
    assert picks(chart) == [["industry"]]


def test_names_at_line_ends_keep_apart() -> None:
    dates = pd.to_datetime(["2026-10-20", "2026-11-20"])
    frame = pd.DataFrame(
        [
            {"period_on": day, "industry": code, "label": code, "share": share}
            for code, share in (("FIN", 0.101), ("LAW", 0.1), ("HLT", 0.4))
            for day in dates
        ]
    )
    chart = charts.industry_trends(frame)
    names = rows(chart, 1).sort_values("place")
    assert list(names["industry"]) == ["LAW", "FIN", "HLT"]
    assert (names["place"].diff().dropna() >= 0.08 * 0.4 - 1e-12).all()
    assert picks(chart) == [["industry", "until"]]


def test_heat_map_parts_families_by_a_blank_row_and_draws_no_time_as_a_dot(ask: Any) -> None:
    chart = charts.industry_months(ask("industry_months"))
    spec = chart.to_dict()
    domain = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    labels = [name for name in domain if name.strip()]
    assert "Software" not in labels
    assert len(labels) == 23
    assert len(domain) - len(labels) == 5, "six families"
    assert domain.index("Finance") - domain.index("Media & sports") == 2
    kinds = {layer["mark"]["type"]: layer["transform"][-1]["filter"] for layer in spec["layer"]}
    assert kinds == {"point": "datum.hours == 0", "rect": "datum.hours > 0"}
    assert picks(chart) == [["industry", "until", "days"]]


def test_two_people_of_one_name_are_two_bars(ask: Any) -> None:
    frame = ask("time_by_contact", people=9)
    frame.loc[1, "full_name"] = frame.loc[0, "full_name"]
    chart = charts.time_by_contact(frame)
    assert rows(chart, 0)["name"].nunique() == 9
    assert picks(chart) == [["contact_id"]]


def test_imports_and_asks_stand_at_the_foot_of_the_trend(ask: Any) -> None:
    trend, made, asks = ask("concentration_trend"), ask("import_effect"), ask("intro_requests", today=TODAY)
    chart = charts.home_share_trend(trend, made, asks)
    shapes = [layer["mark"].get("shape") for layer in chart.to_dict()["layer"]]
    assert shapes.count("triangle-up") == 1
    without = charts.home_share_trend(trend, made.head(0), asks).to_dict()["layer"]
    assert "triangle-up" not in [layer["mark"].get("shape") for layer in without]
    sent = pd.DataFrame(
        {"sent_on": [trend["period_on"].max(), None], "introducer": ["Dana", "Ute"], "target_label": ["Energy", "Legal"]}
    )
    with_asks = charts.home_share_trend(trend, made.head(0), sent)
    assert len(with_asks.layer) == len(without) + 1
    assert list(rows(with_asks, len(without))["introducer"]) == ["Dana"], "only what was sent"


def test_the_threshold_of_the_alarm_stands_in_the_trend_even_above_it(ask: Any) -> None:
    trend, none = ask("concentration_trend"), ask("import_effect").head(0)
    asks = ask("intro_requests", today=TODAY).head(0)
    spec = charts.home_share_trend(trend, none, asks, "", 0.93).to_dict()
    assert "alarm above 93%" in str(spec)
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"][1] >= 0.93
    assert "alarm" not in str(charts.home_share_trend(trend, none, asks, "", 1.02).to_dict())


def test_hardly_any_time_is_told_in_points(ask: Any) -> None:
    frame = ask("industry_gaps").query("gap_points > 0 and not is_home")
    assert "h a month" in str(charts.industry_gaps(frame).to_dict())
    little = frame.assign(gap_hours_per_month=frame["gap_hours_per_month"] / 100)
    assert "h a month" not in str(charts.industry_gaps(little).to_dict())


def test_a_part_of_one_person_is_not_nobody(ask: Any) -> None:
    frame = ask("loss_by_industry", industry="SFT", lost=0.6, weighting="people")
    drawn = json.dumps(charts.loss_by_industry(frame).to_dict())
    assert "datum.after < 10 ? '.1~f' : ',.0f'" in drawn, "0.4 of 1, not 0 of 1"


def test_what_is_left_stands_in_the_outline_of_today(ask: Any) -> None:
    frame = ask("loss_by_industry", industry="SFT", lost=0.6)
    chart = charts.loss_by_industry(frame)
    bars = rows(chart, 0)
    hit = bars[bars["industry"] == "SFT"].iloc[0]
    assert hit["after"] == pytest.approx(0.4 * hit["now"])
    assert (bars[bars["industry"] != "SFT"]["after"] == bars[bars["industry"] != "SFT"]["now"]).all()
    assert chart.layer[1].transform[-1]["filter"] == "datum.after < datum.now", "an outline only where something goes"
