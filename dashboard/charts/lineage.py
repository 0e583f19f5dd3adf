"""Who came to me through whom?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

STEP = 0.16  # how far right each generation stands, as part of the width


def lineage(frame: pd.DataFrame) -> alt.LayerChart:
    """A tree, a person a row: whoever introduced somebody, and below, further right, the people they brought.

    An elbow leads from the one to the other. The names are words at the marks; a head of a line has a filled mark.
    """
    height = len(frame) * marks.ROW + 8
    x = alt.X("generation:Q", axis=None, scale=alt.Scale(domain=[-0.05, 1 / STEP], nice=False))
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[0.4, max(len(frame), 1) + 0.6], reverse=True, nice=False))
    base = marks.plot(frame).transform_calculate(
        role="datum.generation == 0 ? 'home' : 'other'",
        before="datum.generation - 1",
        words="datum.person + (isValid(datum.industry_label) ? '  ·  ' + datum.industry_label : '')",
    )
    below = base.transform_filter("isValid(datum.parent_place)")
    down = below.mark_rule().encode(x=alt.X("before:Q", axis=None), y=y, y2="parent_place:Q", color=marks.token("faint"))
    across = below.mark_rule().encode(x=alt.X("before:Q", axis=None), x2="generation:Q", y=y, color=marks.token("faint"))
    tip = [
        alt.Tooltip("person:N", title="Who"),
        alt.Tooltip("industry_label:N", title="Industry"),
        alt.Tooltip("brought:Q", format=",", title="People they brought"),
        alt.Tooltip("source:N", title="Who says so"),
        alt.Tooltip("introduced_on:T", format="%-d %b %Y", title="Since"),
    ]
    dots = base.mark_circle(size=70, opacity=1, cursor="pointer").encode(
        x=x, y=y, color=marks.by("role"), tooltip=tip
    ).add_params(marks.clicked("person_id"))
    names = marks.words(base, align="left", dx=9).encode(x=x, y=y, text="words:N", tooltip=tip)
    lines = [down, across] if frame["parent_place"].notna().any() else []  # no layer without a mark, see fit_trend
    return marks.drawn(*lines, dots, names, height=height)
