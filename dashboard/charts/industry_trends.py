"""How did the share of chosen industries, or of the largest employers or functions, change over time?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

HEIGHT = 250
ROOM = 150  # days kept free at the right end for the longest name
LONGEST = 150  # pixels of a name; the whole of it is under the pointer
PLAIN = ("ink", "other", "quiet")
DASHES = [[1, 0], [7, 3], [2, 3]]
APART = 0.08  # names at line ends keep this part of the scale between them


def industry_trends(frame: pd.DataFrame) -> alt.LayerChart:
    """Up to three industries in their own fixed colours, each named at its end and with a dash of its own.

    Picks ``industry`` and ``until``.
    """
    return _lines(frame, "industry", "Industry", "industry", "until")


def unit_trends(frame: pd.DataFrame, of: str) -> alt.LayerChart:
    """Up to three employers or functions (``of`` says which, in a word), told apart by dash and name. Picks ``within``."""
    roles = dict(zip(dict.fromkeys(frame["within"]), PLAIN, strict=False))
    return _lines(frame.assign(role=frame["within"].map(roles)), "role", of, "within")


def _lines(frame: pd.DataFrame, coloured_by: str, of: str, *picked: str) -> alt.LayerChart:
    frame = frame[frame["share"].notna()]
    frame = frame.assign(until=frame["period_on"].dt.strftime("%Y-%m-%d"))
    codes = list(dict.fromkeys(frame[coloured_by]))
    last_on = frame["period_on"].max()
    top = max(float(frame["share"].max()), 0.01)
    x = marks.every_fourth_month(last_on, frame["period_on"].min(), ROOM)
    y = alt.Y(
        "share:Q",
        axis=alt.Axis(format=".0%", title=None, tickCount=4),
        scale=alt.Scale(domain=[0, top * (1 + APART * len(codes))], nice=False),
    )
    base = marks.plot(frame).encode(x=x, y=y, color=marks.by(coloured_by))
    dash = alt.StrokeDash(f"{coloured_by}:N", scale=alt.Scale(domain=codes, range=DASHES[: len(codes)]), legend=None)
    tip = [
        alt.Tooltip("label:N", title=of),
        alt.Tooltip("period_on:T", format="%d %b %Y", title="90 days up to"),
        alt.Tooltip("share:Q", format=".1%", title="Share of the known minutes"),
    ]
    named = marks.token("ink") if coloured_by == "role" else marks.by(coloured_by)  # a pale line may have no pale name
    names = (
        marks.plot(_named(frame[frame["period_on"] == last_on], top * APART))
        .mark_text(align="left", dx=8, fontSize=13, fontWeight=600, limit=LONGEST)
        .encode(x="period_on:T", y="place:Q", text="label:N", color=named)
    )
    points = (
        base.mark_point(filled=True, size=220, opacity=0, cursor="pointer")
        .encode(tooltip=tip)
        .add_params(marks.clicked(*picked))
    )
    return marks.drawn(base.mark_line(strokeWidth=2.2).encode(strokeDash=dash), names, points, height=HEIGHT)


def _named(ends: pd.DataFrame, step: float) -> pd.DataFrame:
    """Where each name goes: at the end of its line, or so far above the one below that both can be read."""
    ends = ends.sort_values("share")
    places: list[float] = []
    for share in ends["share"]:
        places.append(max(share, places[-1] + step) if places else share)
    return ends.assign(place=places)
