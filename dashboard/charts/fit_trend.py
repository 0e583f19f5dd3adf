"""Did I come closer to the mix I aimed for?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

HEIGHT = 180
ROOM = 42  # days kept free at the right end for the last value in words


def fit_trend(frame: pd.DataFrame) -> alt.LayerChart:
    """The fit as a line, a diamond where another mix was aimed for, the last value in words.

    ``frame`` is ``fit_trend`` where the fit is known.
    """
    frame = frame.assign(mix_name=frame["mix"].str.capitalize())
    low, high = float(frame["fit_to_target"].min()), float(frame["fit_to_target"].max())
    scale = alt.Scale(domain=[max(0.0, low - 0.05), min(1.0, high + 0.05)], nice=False)
    y = alt.Y("fit_to_target:Q", scale=scale, axis=alt.Axis(format=".0%", title=None, tickCount=4))
    tip = [
        alt.Tooltip("period_on:T", format="%d %b %Y", title="90 days up to"),
        alt.Tooltip("fit_to_target:Q", format=".1%", title="Of the time fits the target"),
        alt.Tooltip("mix_name:N", title="Mix aimed for"),
    ]
    x = marks.every_fourth_month(frame["period_on"].max(), frame["period_on"].min(), ROOM)
    base = marks.plot(frame).encode(x=x, y=y)
    last = marks.plot(frame.tail(1)).encode(x="period_on:T", y=y)
    turns = base.transform_filter("datum.is_new_aim").mark_point(shape="diamond", filled=True, size=110, opacity=1)
    return marks.drawn(
        base.mark_line(strokeWidth=2.5).encode(color=marks.token("home")),
        # A layer without a mark would be a picture without a name to a screen reader.
        *([turns.encode(color=marks.token("gap"), tooltip=tip)] if frame["is_new_aim"].any() else []),
        marks.words(last, "home", 15, align="left", dx=9, fontWeight=600).encode(
            text=alt.Text("fit_to_target:Q", format=".0%")
        ),
        base.mark_point(filled=True, size=300, opacity=0).encode(color=marks.token("home"), tooltip=tip),
        height=HEIGHT,
    )
