"""Who is waiting to hear from me?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

WEEKS, HEIGHT = 9, 150


def contacts_due(frame: pd.DataFrame) -> alt.LayerChart:
    """A dot a person on a line of days, stacked by week; a rule at today; beyond nine weeks at the edge. Picks
    ``contact_id``."""
    week = (-frame["days_late"] // 7).clip(-WEEKS, WEEKS - 1)
    frame = frame.assign(week=week + 0.5)
    frame = frame.assign(
        place=frame.groupby("week").cumcount() + 1, role=["gap" if is_due else "other" for is_due in frame["is_due"]]
    )
    high = max(int(frame["place"].max()), 4)
    base = marks.plot(frame)
    x = alt.X(
        "week:Q",
        scale=alt.Scale(domain=[-WEEKS, WEEKS]),
        axis=alt.Axis(
            title=None,
            grid=False,
            values=[-8, -4, 0, 4, 8],
            labelExpr="datum.value == 0 ? 'today' : datum.value < 0 ? -datum.value + ' weeks late'"
            " : 'in ' + datum.value + ' weeks'",
        ),
    )
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[0, high + 0.5]))
    tip = [
        alt.Tooltip("full_name:N", title="Contact"),
        alt.Tooltip("due_on:T", format="%d %b %Y", title="Due on"),
        alt.Tooltip("last_interaction_on:T", format="%d %b %Y", title="Last interaction"),
        alt.Tooltip("cadence_days:Q", title="Every so many days"),
    ]
    dots = (
        base.mark_point(filled=True, size=70, opacity=1, cursor="pointer")
        .encode(x=x, y=y, color=marks.by("role"), tooltip=tip)
        .add_params(marks.clicked("contact_id"))
    )
    rule = marks.plot(pd.DataFrame([{"week": 0}])).mark_rule(strokeWidth=1.5).encode(x=x, color=marks.token("ink"))
    return marks.drawn(rule, dots, height=HEIGHT)
