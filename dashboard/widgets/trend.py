"""The trend on the Concentration page: home share, effective industries, or up to three industries beside each other."""

from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import alarm
from dashboard.headlines import concentration as told
from dashboard.headlines.words import has
from dashboard.industries import BY_CODE, CODES
from dashboard.questions import Frame, Parameter
from dashboard.widgets.choosing import EVERYBODY, chosen, drawn
from dashboard.widgets.figure import Framed, figure, framed
from dashboard.widgets.head import ending
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, row

Row = dict[str, Any]
Params = dict[str, Parameter]
TRAIL_DAYS = 90
TRENDS = ("Home share", "Effective industries", "Other industries")
MOST_COMPARED = 3


def trend(summary: Row, params: Params) -> None:
    """Home share, effective industries or chosen others over two years, by a switch."""
    frame = ask("concentration_trend", **ending(params))
    known = frame[frame["effective_industries"].notna()]
    if len(known) < 3:
        return
    choice = chosen()
    if choice and choice.shown and choice.at != "trend" and choice.shown != summary["home_industry"]:
        _trend_of(choice.shown, params)
        return
    place = framed("trend", has_controls=True)
    options = TRENDS if has(summary["home_share"]) and known["home_share"].notna().any() else TRENDS[1:]
    with place.controls or place.body:
        shown = st.segmented_control(
            "Show", options, default=options[0], required=True, key="show", label_visibility="collapsed", wrap=True
        )
    if shown == "Other industries":
        _others(place, summary, params)
    else:
        _one_line(place, known, shown == "Home share", summary, params)


def _one_line(place: Framed, known: Frame, is_home: bool, summary: Row, params: Params) -> None:
    choice = chosen()
    day = choice.until.isoformat() if choice and choice.until and choice.at == "trend" else ""
    imports, asks = ask("import_effect"), ask("intro_requests")
    if "as_of" in params:
        imports = imports[imports["imported_at"] <= str(params["as_of"])]
    unit = f"{TRAIL_DAYS} days up to each date · ▴ an import" + (" · ● an ask" if asks["sent_on"].notna().any() else "")
    standing = ""
    if is_home:
        heard = row(ask("complacency_alarm", **ending(params)))
        standing = alarm.standing(heard)
        known = known[known["home_share"].notna()]
        finding = told.home_trend(known, summary["home_label"])
        threshold = None if heard["silence"] else heard["threshold"]
        chart = drawn(charts.home_share_trend, known, imports, asks, day, threshold)
        unit = f"Share of the known minutes, {unit} · the band is what the unknown could make of it"
    else:
        finding, chart = told.effective_trend(known), drawn(charts.effective_trend, known, imports, asks, day)
        unit = f"Minutes of the {unit}"
    figure(
        finding,
        unit,
        chart,
        "trend",
        "concentration_trend",
        ending(params),
        place=place,
        chooses={"industry": summary["home_industry"] if is_home else EVERYBODY, "days": TRAIL_DAYS},
    )
    if standing:
        with place.body:
            st.caption(escape(standing))


def _trend_of(industry: str, params: Params) -> None:
    """The trend of the one industry that was chosen elsewhere on the page."""
    frame = ask("industry_trends", **ending(params))
    picked = frame[(frame["industry"] == industry) & frame["share"].notna()]
    if not picked.empty:
        _lines(picked, params)


def _others(place: Framed, summary: Row, params: Params) -> None:
    frame = ask("industry_trends", **ending(params))
    others = [code for code in CODES if code != summary["home_industry"]]
    last = frame[(frame["period_on"] == frame["period_on"].max()) & frame["industry"].isin(others)]
    most = list(last.sort_values("share", ascending=False)["industry"].head(MOST_COMPARED))
    with place.controls or place.body:
        compared = st.multiselect(
            "Industries",
            others,
            most,
            format_func=lambda code: BY_CODE[code].short_label,
            key="compare",
            max_selections=MOST_COMPARED,
            label_visibility="collapsed",
            width=400,
            placeholder="Choose up to three industries",
        )
    picked = frame[frame["industry"].isin(compared) & frame["share"].notna()]
    if picked.empty:
        with place.title:
            st.header("Which industries do you want to compare?", anchor=False)
            st.caption("Choose up to three.")
        return
    _lines(picked, params, place)


def _lines(picked: Frame, params: Params, place: Framed | None = None) -> None:
    figure(
        told.others_trend(picked),
        f"Share of the known minutes, {TRAIL_DAYS} days up to each date",
        drawn(charts.industry_trends, picked),
        "trend",
        "industry_trends",
        ending(params),
        place=place,
        chooses={"days": TRAIL_DAYS},
    )
