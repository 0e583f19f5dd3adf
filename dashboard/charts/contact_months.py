"""Time with one person, month by month."""

import altair as alt
import pandas as pd

from dashboard.charts.marks import drawn, plot, token

HEIGHT = 150


def contact_months(frame: pd.DataFrame) -> alt.LayerChart:
    """Columns of hours by month, spoken below, written on top; from ``contact_months``."""
    base = plot(frame).encode(
        x=alt.X("month_on:T", axis=alt.Axis(title=None, format="%b %y", tickCount=6, grid=False, labelOverlap=True)),
        tooltip=[
            alt.Tooltip("month_on:T", format="%B %Y", title="Month"),
            alt.Tooltip("spoken_hours:Q", format=".1f", title="Hours spoken"),
            alt.Tooltip("written_hours:Q", format=".1f", title="Hours written"),
            alt.Tooltip("interactions:Q", format=",", title="Interactions"),
        ],
    )
    hours = alt.Axis(title="Hours", tickCount=4, grid=True)
    all_of_it = base.mark_bar(size=8).encode(y=alt.Y("hours:Q", axis=hours), color=token("tint"))
    spoken = base.mark_bar(size=8).encode(y=alt.Y("spoken_hours:Q", axis=hours), color=token("home"))
    return drawn(all_of_it, spoken, height=HEIGHT)
