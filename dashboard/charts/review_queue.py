"""What is each further label worth?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def review_queue(frame: pd.DataFrame) -> alt.LayerChart:
    """Steps: the part of the weight whose industry is known after each further label, first and last value in words."""
    now = float(frame["known_share"].iloc[0])
    start = pd.DataFrame({"label": ["Now"], "known_after": [now]})
    steps = pd.concat([start, frame[["label", "known_after"]]], ignore_index=True)
    steps["labelled"] = range(len(steps))
    last = float(steps["known_after"].iloc[-1])
    room = max(0.02, (last - now) * 0.35)
    base = marks.plot(steps).encode(
        x=alt.X(
            "labelled:Q",
            axis=alt.Axis(title="labels given", tickMinStep=1, grid=False, titleAnchor="start", titleAlign="left"),
            scale=alt.Scale(domain=[-0.5, len(frame) + 0.4]),
        ),
        y=alt.Y(
            "known_after:Q",
            scale=alt.Scale(domain=[max(0.0, now - room), min(1.02, last + room)], nice=False),
            axis=alt.Axis(format=".0%", title=None, tickCount=3),
        ),
    )
    tip = [
        alt.Tooltip("label:N", title="Labelled"),
        alt.Tooltip("known_after:Q", format=".1%", title="Industry known of"),
    ]
    line = base.mark_line(interpolate="step-after", strokeWidth=2.5).encode(color=marks.token("home"))
    hover = base.mark_point(filled=True, size=300, opacity=0).encode(color=marks.token("home"), tooltip=tip)
    ends = base.transform_filter(f"datum.labelled == 0 || datum.labelled == {len(frame)}")
    dots = ends.mark_point(filled=True, size=70, opacity=1).encode(color=marks.token("home"))
    words = marks.words(ends, "home", 14, align="right", dx=4, dy=-14, fontWeight=600).encode(
        text=alt.Text("known_after:Q", format=".0%")
    )
    return marks.drawn(line, hover, dots, words, height=150)
