"""How much of my networking time sits in each industry?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def industry_concentration(frame: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """Ranked bars on their own scale: home is left out, which would flatten the rest and stands in the horizon bar.

    A tick is the window before; share, people and a mark for "below target" are words at the end. Picks ``industry``.
    """
    frame = frame[(frame["share"] > 0) & ~frame["is_home"]]
    frame = frame.assign(reach=frame[["share", "share_before"]].max(axis=1))
    top = float(frame["reach"].max()) if len(frame) else 1.0
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.35]))
    base = (
        marks.plot(frame)
        .transform_calculate(
            role=marks.ROLE_OF_INDUSTRY,
            words="format(datum.share, '.1%') + '  ·  ' + format(datum.people, ',')"
            " + (datum.share < datum.target_share ? '  ▾' : '')",
        )
        .encode(y=alt.Y("label:N", sort=list(frame["label"]), axis=marks.NAMES))
    )
    tip = marks.industry_tip()
    if frame["share_before"].notna().any():
        tip.insert(1, alt.Tooltip("share_before:Q", format=".1%", title="Share in the window before"))
    bars = base.mark_bar(height=13, cornerRadiusEnd=2, cursor="pointer").encode(
        x=x, color=marks.by("role"), tooltip=tip, opacity=marks.shown_by(chosen)
    )
    before = (
        base.transform_filter("isValid(datum.share_before)")
        .mark_tick(thickness=2, size=19)
        .encode(x="share_before:Q", color=marks.token("ink"), tooltip=tip, opacity=marks.shown_by(chosen))
    )
    words = marks.words(base, align="left", dx=7).encode(x="reach:Q", text="words:N")
    row = marks.whole_row(base, tip, "industry")
    ticks = [before] if frame["share_before"].notna().any() else []  # no layer without a mark, see fit_trend
    return marks.drawn(bars, *ticks, words, row, height=max(len(frame), 1) * marks.ROW + 8)
