"""Do my cadences fit into the hours I keep?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def touch_capacity(frame: pd.DataFrame) -> alt.LayerChart:
    """Two bars, what is needed and what is kept, with their hours in words. ``frame``: label, hours, role."""
    base = (
        marks.plot(frame)
        .transform_calculate(words="format(datum.hours, '.1f') + ' h a month'")
        .encode(y=alt.Y("label:N", sort=list(frame["label"]), axis=marks.NAMES))
    )
    top = max(float(frame["hours"].max()), 0.1) * 1.7
    x = alt.X("hours:Q", axis=None, scale=alt.Scale(domain=[0, top]))
    tip = [alt.Tooltip("label:N", title="What"), alt.Tooltip("hours:Q", format=".1f", title="Hours a month")]
    bars = base.mark_bar(height=18, cornerRadiusEnd=2).encode(x=x, color=marks.by("role"), tooltip=tip)
    words = marks.words(base, align="left", dx=7, fontWeight=600).encode(x=x, text="words:N")
    return marks.drawn(bars, words, height=len(frame) * 36 + 8)
