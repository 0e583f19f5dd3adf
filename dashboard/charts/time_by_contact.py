"""On whom does my networking time rest?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

NOTHING = "\u200b"  # takes no room; tells two people of one name apart


def time_by_contact(frame: pd.DataFrame) -> alt.LayerChart:
    """The people who hold most of the time, share and industry as words at the end. Picks ``contact_id``."""
    same = frame.groupby("full_name").cumcount()
    frame = frame.assign(name=[name + NOTHING * again for name, again in zip(frame["full_name"], same, strict=True)])
    base = (
        marks.plot(frame)
        .transform_calculate(
            role="datum.is_home ? 'home' : isValid(datum.industry) ? 'other' : 'unknown'",
            words="format(datum.share, '.1%') + '  ·  ' + datum.industry_label",
        )
        .encode(y=alt.Y("name:N", sort=list(frame["name"]), axis=marks.NAMES))
    )
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, float(frame["share"].max()) * 1.85]))
    tip = [
        alt.Tooltip("full_name:N", title="Contact"),
        alt.Tooltip("company:N", title="Company"),
        alt.Tooltip("industry_label:N", title="Industry"),
        alt.Tooltip("share:Q", format=".1%", title="Share of it all"),
        alt.Tooltip("minutes:Q", format=",.0f", title="Minutes in the window"),
    ]
    bars = base.mark_bar(height=13, cornerRadiusEnd=2).encode(x=x, color=marks.by("role"), tooltip=tip)
    words = marks.words(base, align="left", dx=7).encode(x=x, text="words:N")
    row = marks.whole_row(base, tip, "contact_id")
    return marks.drawn(bars, words, row, height=len(frame) * marks.ROW + 8)
