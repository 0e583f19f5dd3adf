"""What moved the home share against the window before?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks
from dashboard.charts.time_by_contact import NOTHING


def home_share_change(frame: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """A horizontal waterfall from the share before to the share now, what each industry or person added in words.

    The two ends are diamonds, not bars, because the axis is cut. Picks ``industry``, or ``contact_id`` of people.
    """
    is_of_people = bool(frame["contact_id"].notna().any())
    same = frame.groupby("label").cumcount()
    frame = frame.assign(name=[name + NOTHING * again for name, again in zip(frame["label"], same, strict=True)])
    low = float(frame[["start_share", "end_share"]].min().min())
    high = float(frame[["start_share", "end_share"]].max().max())
    pad = max(high - low, 0.01)
    x_scale = alt.Scale(domain=[low - pad * 0.07, high + pad * 0.6], nice=False)
    x = alt.X("start_share:Q", scale=x_scale, axis=alt.Axis(format=".0%", title=None, tickCount=4))
    base = (
        marks.plot(frame)
        .transform_calculate(
            role="datum.part > 0 ? 'home' : 'other'",
            edge="max(datum.start_share, datum.end_share)",
            words="isValid(datum.part) ? replace(format(datum.part * 100, '+.1f'), '-', '−') + ' points'"
            " + (datum.move == 'new' || datum.move == 'dropped' ? '  ·  ' + datum.move : '')"
            " : format(datum.end_share, '.1%')",
        )
        .encode(y=alt.Y("name:N", sort=list(frame["name"]), axis=marks.NAMES))
    )
    tip = [
        alt.Tooltip("label:N", title="Step"),
        alt.Tooltip("words:N", title="Home share"),
        alt.Tooltip("share_before:Q", format=".1%", title="Share before"),
        alt.Tooltip("share:Q", format=".1%", title="Share now"),
        alt.Tooltip("move:N", title="Against before"),
    ]
    parts = (
        base.transform_filter("isValid(datum.part)")
        .mark_bar(height=15)
        .encode(x=x, x2="end_share:Q", color=marks.by("role"), tooltip=tip, opacity=marks.shown_by(chosen))
    )
    ends = (
        base.transform_filter("!isValid(datum.part)")
        .mark_point(shape="diamond", filled=True, size=130, opacity=1)
        .encode(x=x, color=marks.token("home"), tooltip=tip[:2])
    )
    words = marks.words(base, align="left", dx=9).encode(x="edge:Q", text="words:N")
    row = marks.whole_row(
        base.transform_filter("isValid(datum.industry)"), tip, "contact_id" if is_of_people else "industry"
    )
    return marks.drawn(parts, ends, words, row, height=len(frame) * marks.ROW + 28)
