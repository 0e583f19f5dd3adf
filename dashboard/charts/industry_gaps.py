"""Which industries are below their target?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

ROW = 25
LEAST_HOURS = 0.5  # a month, of the widest gap


def industry_gaps(frame: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """Dumbbells: a dot is the share now, a ring the target, what is missing in words at the end. Picks ``industry``."""
    top = float(max(frame["target_share"].max(), frame["share"].max()))
    x = alt.X(
        "share:Q",
        scale=alt.Scale(domain=[0, top * 1.5], nice=False),
        axis=alt.Axis(format=".0%", title=None, tickCount=5),
    )
    # Where hardly any time is on record, or people are counted, points tell the gaps apart.
    is_in_hours = bool(frame["gap_hours_per_month"].max() >= LEAST_HOURS)
    hours = "'+' + format(datum.gap_hours_per_month, '.1f') + ' h a month'"
    points = "'+' + format(datum.gap_points * 100, '.1f') + ' points'"
    base = (
        marks.plot(frame)
        .transform_calculate(words=hours if is_in_hours else points)
        .encode(y=alt.Y("label:N", sort=list(frame["label"]), axis=marks.NAMES))
    )
    tip = [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("share:Q", format=".1%", title="Share now"),
        alt.Tooltip("target_share:Q", format=".1%", title="Your target"),
        alt.Tooltip("gap_hours_per_month:Q", format=".1f", title="Hours a month short"),
        alt.Tooltip("people:Q", format=",", title="People you know"),
        alt.Tooltip("state:N", title="State"),
    ]
    if frame["gap_hours_per_month"].isna().all():
        tip.pop(3)
    line = base.mark_rule(strokeWidth=3).encode(
        x=x, x2="target_share:Q", color=marks.token("gap"), opacity=marks.shown_by(chosen)
    )
    ring = base.mark_point(filled=True, size=85, strokeWidth=2, opacity=1).encode(
        x="target_share:Q",
        fill=marks.fill("paper"),
        stroke=marks.stroke("gap"),
        strokeOpacity=marks.shown_by(chosen, channel=alt.StrokeOpacityValue),
    )
    dot = base.mark_point(filled=True, size=85, opacity=1).encode(
        x=x, color=marks.token("gap"), fillOpacity=marks.shown_by(chosen, channel=alt.FillOpacityValue)
    )
    words = marks.words(base, "gap", align="left", dx=11, fontWeight=600).encode(x="target_share:Q", text="words:N")
    row = marks.whole_row(base, tip, "industry", height=ROW)
    return marks.drawn(line, ring, dot, words, row, height=len(frame) * ROW + 36)
