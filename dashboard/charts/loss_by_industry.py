"""What would be left of each industry?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def loss_by_industry(frame: pd.DataFrame) -> alt.LayerChart:
    """Bars of what is left over dashed outlines of today; how much is left in words where something goes.

    Hours where time is weighed, else people or warm ties. Picks ``industry``.
    """
    in_hours = bool(frame["hours"].notna().any())
    frame = frame.assign(
        now=frame["hours"] if in_hours else frame["weight"],
        after=frame["left_hours"] if in_hours else frame["left_weight"],
    )
    unit = "hours in the window" if in_hours else "people"
    base = (
        marks.plot(frame)
        .transform_calculate(
            role=f"!isValid(datum.industry) ? 'unknown' : {marks.ROLE_OF_INDUSTRY}",
            words=f"(datum.after < datum.now ? {_said('after')} + ' of ' : '') + {_said('now')}",
        )
        .encode(y=alt.Y("label:N", sort=list(frame["label"]), axis=marks.NAMES))
    )
    top = max(float(frame["now"].max()), 1e-9) * 1.35
    x = alt.X("now:Q", axis=None, scale=alt.Scale(domain=[0, top]))
    tip = [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("now:Q", format=",.1~f", title=f"Today, {unit}"),
        alt.Tooltip("after:Q", format=",.1~f", title=f"After, {unit}"),
        alt.Tooltip("people:Q", format=",", title="People who count today"),
    ]
    bars = base.mark_bar(height=13, cornerRadiusEnd=2).encode(
        x=alt.X("after:Q", axis=None, scale=alt.Scale(domain=[0, top])), color=marks.by("role"), tooltip=tip
    )
    outlines = (
        base.transform_filter("datum.after < datum.now")
        .mark_bar(height=13, filled=False, strokeDash=[3, 2], strokeWidth=1)
        .encode(x=x, stroke=marks.stroke("ink"), tooltip=tip)
    )
    words = marks.words(base, align="left", dx=7).encode(x=x, text="words:N")
    rows = marks.whole_row(base, tip, "industry")
    hit = [outlines] if (frame["after"] < frame["now"]).any() else []  # no layer without a mark, see fit_trend
    return marks.drawn(bars, *hit, words, rows, height=max(len(frame), 1) * marks.ROW + 8)


def _said(field: str) -> str:
    """A number in a chart's words: to one digit while that matters, or a part of one person would be nobody."""
    return f"format(datum.{field}, datum.{field} < 10 ? '.1~f' : ',.0f')"
