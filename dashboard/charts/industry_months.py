"""How many hours a month did each industry get?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

ROW = 20
HOURS = alt.Scale(type="sqrt", domain=[0, 4], clamp=True)  # no range: the sequential colours of the theme


def industry_months(frame: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """A heat map in family order, one hue, home left out. No time is a dot, never a pale square.

    ``chosen`` is a cell, "FIN 2026-03-31", or a row, "FIN". Picks ``industry``, ``until`` and ``days``.
    """
    frame = frame[~frame["is_home"]]
    frame = frame.assign(until=frame["last_on"].dt.strftime("%Y-%m-%d"), month=frame["month_on"].dt.strftime("%b"))
    frame = frame.assign(cell=frame["industry"] + " " + frame["until"])
    order = _rows(frame)
    base = marks.plot(frame).encode(
        x=alt.X(
            "month:N",
            sort=list(dict.fromkeys(frame["month"])),
            axis=alt.Axis(orient="top", title=None, labelAngle=0, labelPadding=6, labelOverlap=True, ticks=False),
        ),
        y=alt.Y("label:N", sort=order, scale=alt.Scale(domain=order, paddingInner=0.1), axis=marks.NAMES),
    )
    tip = [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("month_on:T", format="%B %Y", title="Month"),
        alt.Tooltip("hours:Q", format=".1f", title="Hours"),
        alt.Tooltip("people:Q", format=",", title="People met"),
    ]
    legend = alt.Legend(orient="bottom", title="hours", values=[0.5, 1, 2, 4], gradientLength=180, titleOrient="left")
    cells = (
        base.transform_filter("datum.hours > 0")
        .mark_rect(cornerRadius=2, stroke=None, cursor="pointer")
        .encode(
            color=alt.Color("hours:Q", scale=HOURS, legend=legend),
            tooltip=tip,
            opacity=marks.shown_by(chosen, "cell" if " " in chosen else "industry"),
        )
        .add_params(marks.clicked("industry", "until", "days"))
    )
    empty = (
        base.transform_filter("datum.hours == 0")
        .mark_point(shape="circle", size=7, filled=True, opacity=1)
        .encode(color=marks.token("other"), tooltip=tip[:3])
    )
    chart: alt.LayerChart = marks.drawn(empty, cells, height=len(order) * ROW + 60).resolve_scale(color="independent")
    return chart


def _rows(frame: pd.DataFrame) -> list[str]:
    """The industries family by family, a blank row between two families."""
    order: list[str] = []
    before = None
    for label, family in frame[["label", "family"]].drop_duplicates().itertuples(index=False):
        order += [" " * len(order)] if before not in (None, family) else []
        order.append(label)
        before = family
    return order
