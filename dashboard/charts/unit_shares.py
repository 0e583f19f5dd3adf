"""How much of my networking time sits with each employer, function, or with people known how long?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks
from dashboard.charts.time_by_contact import NOTHING


def unit_shares(frame: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """Ranked bars in the order of the rows; share and people are words at the end. Picks ``within``."""
    same = frame.groupby("label").cumcount()
    frame = frame.assign(name=[name + NOTHING * again for name, again in zip(frame["label"], same, strict=True)])
    top = float(frame["share"].max())
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.35]))
    base = (
        marks.plot(frame)
        .transform_calculate(
            role="datum.is_home ? 'home' : 'other'",
            words="format(datum.share, '.1%') + '  ·  ' + format(datum.people, ',')",
        )
        .encode(y=alt.Y("name:N", sort=list(frame["name"]), axis=marks.NAMES))
    )
    tip = [
        alt.Tooltip("label:N", title="Which"),
        alt.Tooltip("share:Q", format=".1%", title="Share of what is known"),
        alt.Tooltip("minutes:Q", format=",.0f", title="Minutes in the window"),
        alt.Tooltip("people:Q", format=",", title="People you know"),
    ]
    bars = base.mark_bar(height=13, cornerRadiusEnd=2, cursor="pointer").encode(
        x=x, color=marks.by("role"), tooltip=tip, opacity=marks.shown_by(chosen, "within")
    )
    words = marks.words(base, align="left", dx=7).encode(x=x, text="words:N")
    row = marks.whole_row(base, tip, "within")
    return marks.drawn(bars, words, row, height=max(len(frame), 1) * marks.ROW + 8)
