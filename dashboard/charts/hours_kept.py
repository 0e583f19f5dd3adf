"""Was the promised time kept, week by week?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def hours_kept(frame: pd.DataFrame) -> alt.LayerChart:
    """Columns, a week each, green where the promise was reached, solid for the part outside the home industry; the
    promise as a dashed line."""
    order = [f"{week.day} {week:%b}" for week in frame["week_on"]]
    shown = frame.assign(week=order).drop(columns=["week_on"])
    every = max(1, len(order) // 5)
    x = alt.X(
        "week:O",
        sort=order,
        axis=alt.Axis(title=None, labelAngle=0, values=order[::every], labelOverlap=True, domain=False, ticks=False),
    )
    scale = alt.Scale(domain=[0, float(max(frame["kept_minutes"].max(), frame["promise_minutes"].max(), 1)) * 1.12])
    y = alt.Y("kept_minutes:Q", scale=scale, axis=alt.Axis(title=None, tickCount=4))
    tip = [
        alt.Tooltip("week:N", title="Week of"),
        alt.Tooltip("kept_minutes:Q", format=",.0f", title="Networking minutes"),
        alt.Tooltip("outside_minutes:Q", format=",.0f", title="Of these outside your industry"),
        alt.Tooltip("promise_minutes:Q", format=",.0f", title="Minutes promised"),
    ]
    base = marks.plot(shown).transform_calculate(role="datum.is_kept ? 'good' : 'other'").encode(x=x)
    bars = base.mark_bar(cornerRadiusEnd=2, opacity=0.4).encode(y=y, color=marks.by("role"), tooltip=tip)
    outside = base.mark_bar(cornerRadiusEnd=2).encode(
        y=alt.Y("outside_minutes:Q", scale=scale), color=marks.by("role"), tooltip=tip
    )
    halo = base.mark_line(strokeWidth=4, interpolate="step").encode(
        y=alt.Y("promise_minutes:Q", scale=scale), color=marks.token("paper")
    )
    promise = base.mark_line(strokeDash=[4, 3], strokeWidth=1.5, interpolate="step").encode(
        y=alt.Y("promise_minutes:Q", scale=scale), color=marks.token("ink")
    )
    return marks.drawn(bars, outside, halo, promise, height=230)
