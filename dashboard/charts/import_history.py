"""Does every row of a file add up?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks


def import_history(balance: pd.DataFrame) -> alt.Chart:
    """read = new + updated + unchanged + refused, as one bar. Takes one row per part with ``rows``."""
    order = ["new", "updated", "unchanged", "refused"]
    base = marks.plot(balance).transform_calculate(
        role="{new: 'home', updated: 'tint', unchanged: 'faint', refused: 'gap'}[datum.part]",
        place=f"indexof({order}, datum.part)",
    )
    bar: alt.Chart = (
        base.mark_bar(height=26, strokeWidth=2)
        .encode(
            x=alt.X("rows:Q", axis=None, stack="zero", scale=alt.Scale(nice=False)),
            order="place:Q",
            color=marks.by("role"),
            stroke=marks.stroke("paper"),
            tooltip=[alt.Tooltip("part:N", title="Rows"), alt.Tooltip("rows:Q", format=",", title="Number")],
        )
        .properties(height=34)
    )
    return bar
