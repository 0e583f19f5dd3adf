"""How far do requests for an introduction get?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def request_funnel(frame: pd.DataFrame) -> alt.LayerChart:
    """Bars from one side, a step each; at the end the number, the share of the step before, and the days that took."""
    order = [str(step).capitalize() for step in frame["step"]]
    top = float(max(frame["requests"].max(), 1))
    x = alt.X("requests:Q", axis=None, scale=alt.Scale(domain=[0, top * 2.4]))
    base = (
        marks.plot(frame)
        .transform_calculate(
            label="upper(slice(datum.step, 0, 1)) + slice(datum.step, 1)",
            role="datum.step == 'kept' ? 'good' : 'other'",
            words="format(datum.requests, ',') + (isValid(datum.step_share)"
            " ? '  ·  ' + format(datum.step_share, '.0%') : '')"
            " + (isValid(datum.median_days) && datum.place > 1 ? '  ·  ' + format(datum.median_days, '.0f') +"
            " (round(datum.median_days) == 1 ? ' day' : ' days') : '')",
        )
        .encode(y=alt.Y("label:N", sort=order, axis=marks.NAMES))
    )
    bars = base.mark_bar(height=13, cornerRadiusEnd=2).encode(
        x=x,
        color=marks.by("role"),
        tooltip=[
            alt.Tooltip("label:N", title="Step"),
            alt.Tooltip("requests:Q", format=",", title="Asks that came so far"),
            alt.Tooltip("waiting:Q", format=",", title="Still waiting here"),
            alt.Tooltip("ended:Q", format=",", title="Declined or given up here"),
            alt.Tooltip("step_share:Q", format=".0%", title="Of the decided at the step before"),
            alt.Tooltip("median_days:Q", format=".0f", title="Median days from the step before"),
        ],
    )
    words = marks.words(base, align="left", dx=7).encode(x=x, text="words:N")
    return marks.drawn(bars, words, height=len(frame) * marks.ROW + 8)
