"""Frame in, Altair chart out; a function is named after its question. No colour is named here.

A mark names a role ("home", "gap"), the theme in ``.streamlit/config.toml`` knows its colour: ``COLOUR`` has a fixed
domain and no range, so Streamlit fills the range from the active theme in the browser, light or dark.
"""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.industries import CODES

ROLES = ["home", "gap", "other", "unknown", "good", "faint", "ink", "quiet", "paper", "tint"]
COLOUR = alt.Scale(domain=[*ROLES, *CODES])
ROW = 24  # height of one row in a ranked chart, pixels
# The host draws axis words in one fixed grey; Vega knows the page's colour as `background`, so this follows the theme.
AXIS_INK = alt.ExprRef("luminance(background) > 0.5 ? '#4A5261' : '#B9C0CC'")
NAMES = alt.Axis(title=None, labelLimit=150, labelPadding=8, labelFontSize=13, labelFlush=False, labelOverlap=False)
ROLE_OF_INDUSTRY = "datum.is_home ? 'home' : datum.share < datum.target_share ? 'gap' : 'other'"


def horizon(industry_concentration: pd.DataFrame) -> alt.LayerChart:
    """The signature bar: known weight is 100 and cut by industry; what is not known hangs on the end, dashed."""
    known = industry_concentration[industry_concentration["share"].notna() & (industry_concentration["weight"] > 0)]
    known = known.sort_values(["is_home", "share"], ascending=False)
    unknown = industry_concentration.loc[industry_concentration["industry"].isna(), "weight"].sum()
    total = known["weight"].sum()
    hanging = float(unknown / total) if total else 0.0
    scale = alt.Scale(domain=[0, 1.012 + hanging], nice=False, padding=0)
    start = alt.X("start:Q", scale=scale, axis=None)
    base = (
        _plot(known)
        .transform_window(
            end="sum(share)",
            sort=[alt.SortField("is_home", "descending"), alt.SortField("share", "descending")],
        )
        .transform_calculate(start="datum.end - datum.share", role=ROLE_OF_INDUSTRY)
    )
    bars = base.mark_bar(height=44, strokeWidth=1.5, cornerRadius=1).encode(
        x=start,
        x2="end:Q",
        y=alt.value(26),
        color=_by("role"),
        stroke=_stroke("paper"),
        tooltip=_industry_tip(),
    )
    rest = pd.DataFrame(
        {"start": [1.012], "end": [1.012 + hanging], "share": [hanging], "what": ["Industry not known"]}
    )
    outline = (
        _plot(rest)
        .mark_bar(height=43, filled=False, strokeDash=[3, 2], strokeWidth=1.5)
        .encode(
            x=start,
            x2="end:Q",
            y=alt.value(26),
            stroke=_stroke("unknown"),
            tooltip=[
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("share:Q", format=".1%", title="Compared with the known"),
            ],
        )
    )
    layers = [bars, outline] if hanging > 0 else [bars]
    return _drawn(*layers, height=56)


def industry_concentration(frame: pd.DataFrame) -> alt.LayerChart:
    """Ranked bars of the industries with weight; share, people and a mark for "below target" as words at the end."""
    frame = frame[frame["share"] > 0]
    order = list(frame["label"])
    top = float(frame["share"].max()) if len(frame) else 1.0
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.35]))
    base = (
        _plot(frame)
        .transform_calculate(
            role=ROLE_OF_INDUSTRY,
            words="format(datum.share, '.1%') + '  ·  ' + format(datum.people, ',')"
            " + (datum.share < datum.target_share ? '  ▾' : '')",
        )
        .encode(y=alt.Y("label:N", sort=order, axis=NAMES))
    )
    chosen = alt.selection_point(name="industry", fields=["industry"], toggle=True)
    bars = (
        base.mark_bar(height=13, cornerRadiusEnd=2, cursor="pointer")
        .encode(
            x=x,
            color=_by("role"),
            tooltip=_industry_tip(),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
        )
        .add_params(chosen)
    )
    words = _words(base, align="left", dx=7).encode(x=x, text="words:N")
    return _drawn(bars, words, height=max(len(frame), 1) * ROW + 8)


def concentration_trend(frame: pd.DataFrame) -> alt.LayerChart:
    """Home share over time: a line, the band that unlabelled time leaves, the last value in words."""
    low = max(0.0, float(frame["home_share_low"].min()) - 0.04)
    high = min(1.0, float(frame["home_share_high"].max()) + 0.04)
    y_axis = alt.Axis(format=".0%", title=None, tickCount=4)
    scale = alt.Scale(domain=[low, high], nice=False)
    first, last_on = frame["period_on"].min(), frame["period_on"].max()
    room = last_on + (last_on - first) * 0.09 + pd.Timedelta(days=3)
    x = alt.X(
        "period_on:T",
        scale=alt.Scale(domain=[first.isoformat(), room.isoformat()]),
        axis=alt.Axis(format="%b %y", title=None, grid=False, tickCount=6, labelOverlap=True),
    )
    base = _plot(frame).encode(x=x)
    tip = [
        alt.Tooltip("period_on:T", format="%d %b %Y", title="90 days up to"),
        alt.Tooltip("home_share:Q", format=".1%", title="Home share"),
        alt.Tooltip("home_share_low:Q", format=".1%", title="If nothing unknown were home"),
        alt.Tooltip("home_share_high:Q", format=".1%", title="If all the unknown were home"),
        alt.Tooltip("effective_industries:Q", format=".1f", title="Effective industries"),
    ]
    band = base.mark_area(opacity=0.55).encode(
        y=alt.Y("home_share_low:Q", scale=scale, axis=y_axis), y2="home_share_high:Q", color=_token("tint")
    )
    line = base.mark_line(strokeWidth=2.5).encode(
        y=alt.Y("home_share:Q", scale=scale, axis=y_axis), color=_token("home")
    )
    hover = base.mark_point(filled=True, size=300, opacity=0).encode(
        y="home_share:Q", color=_token("home"), tooltip=tip
    )
    last = _plot(frame.tail(1)).encode(x="period_on:T", y="home_share:Q")
    dot = last.mark_point(filled=True, size=70, opacity=1).encode(color=_token("home"))
    value = _words(last, "home", 15, align="left", dx=9, fontWeight=600).encode(
        text=alt.Text("home_share:Q", format=".0%")
    )
    return _drawn(band, line, hover, dot, value, height=230)


def industry_gaps(frame: pd.DataFrame) -> alt.LayerChart:
    """Dumbbells: a dot is the share now, a ring the target, the missing hours a month as words at the end."""
    order = list(frame["label"])
    top = float(max(frame["target_share"].max(), frame["share"].max()))
    x = alt.X(
        "share:Q",
        scale=alt.Scale(domain=[0, top * 1.3]),
        axis=alt.Axis(format=".0%", title=None, tickCount=5),
    )
    base = (
        _plot(frame)
        .transform_calculate(
            words="isValid(datum.gap_hours_per_month) ? '+' + format(datum.gap_hours_per_month, '.1f') + ' h a month'"
            " : '+' + format(datum.gap_points * 100, '.1f') + ' points'",
        )
        .encode(y=alt.Y("label:N", sort=order, axis=NAMES))
    )
    tip = [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("share:Q", format=".1%", title="Share now"),
        alt.Tooltip("target_share:Q", format=".1%", title="Your target"),
        alt.Tooltip("gap_hours_per_month:Q", format=".1f", title="Hours a month short"),
        alt.Tooltip("people:Q", format=",", title="People you know"),
        alt.Tooltip("state:N", title="State"),
    ]
    chosen = alt.selection_point(name="industry", fields=["industry"], toggle=False)
    line = base.mark_rule(strokeWidth=2).encode(x=x, x2="target_share:Q", color=_token("gap"))
    ring = base.mark_point(filled=False, size=90, strokeWidth=2, opacity=1).encode(
        x="target_share:Q", stroke=_stroke("gap"), tooltip=tip
    )
    dot = base.mark_point(filled=True, size=90, cursor="pointer").encode(
        x=x, color=_token("gap"), tooltip=tip, opacity=alt.condition(chosen, alt.value(1), alt.value(0.35))
    )
    words = _words(base, align="left", dx=10).encode(x="target_share:Q", text="words:N")
    # The whole row takes the click: a dot of nine pixels is hard to hit.
    target = (
        base.mark_bar(height=ROW, opacity=0, cursor="pointer")
        .encode(x=alt.value(0), x2=alt.value("width"), tooltip=tip)
        .add_params(chosen)
    )
    return _drawn(line, ring, dot, words, target, height=len(frame) * ROW + 36)


def import_history(balance: pd.DataFrame) -> alt.Chart:
    """read = new + updated + unchanged + refused, as one bar. Takes one row per part with ``rows``."""
    order = ["new", "updated", "unchanged", "refused"]
    base = _plot(balance).transform_calculate(
        role="{new: 'home', updated: 'tint', unchanged: 'faint', refused: 'gap'}[datum.part]",
        place=f"indexof({order}, datum.part)",
    )
    bar: alt.Chart = (
        base.mark_bar(height=26, strokeWidth=2)
        .encode(
            x=alt.X("rows:Q", axis=None, stack="zero", scale=alt.Scale(nice=False)),
            order="place:Q",
            color=_by("role"),
            stroke=_stroke("paper"),
            tooltip=[alt.Tooltip("part:N", title="Rows"), alt.Tooltip("rows:Q", format=",", title="Number")],
        )
        .properties(height=34)
    )
    return bar


def _industry_tip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("share:Q", format=".1%", title="Share of what is known"),
        alt.Tooltip("target_share:Q", format=".1%", title="Your target"),
        alt.Tooltip("minutes:Q", format=",.0f", title="Minutes in the window"),
        alt.Tooltip("people:Q", format=",", title="People you know"),
    ]


def _plot(frame: pd.DataFrame) -> alt.Chart:
    """A chart whose marks may take any role as a constant: each role is a field that holds its own name."""
    chart: alt.Chart = alt.Chart(frame).transform_calculate(**{f"_{role}": f"'{role}'" for role in ROLES})
    return chart


def _token(role: str) -> alt.Color:
    return alt.Color(f"_{role}:N", scale=COLOUR, legend=None)


def _by(field: str) -> alt.Color:
    return alt.Color(f"{field}:N", scale=COLOUR, legend=None)


def _stroke(role: str) -> alt.Stroke:
    return alt.Stroke(f"_{role}:N", scale=COLOUR, legend=None)


def _words(base: alt.Chart, role: str = "ink", size: int = 13, **mark: Any) -> alt.Chart:
    """Text marks; Vega would draw them in the first chart colour."""
    text: alt.Chart = base.mark_text(fontSize=size, **mark).encode(color=_token(role))
    return text


def _drawn(*layers: alt.Chart, height: int) -> alt.LayerChart:
    """Layers as one chart with its own padding (the host would add 20 pixels below) and readable axis words."""
    chart = alt.layer(*layers).properties(height=height, padding={"left": 0, "top": 2, "right": 6, "bottom": 2})
    inked: alt.LayerChart = chart.configure_axis(labelColor=AXIS_INK, titleColor=AXIS_INK)
    return inked
