"""Which hours of the week are kept for networking?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

SHORTEST_TOLD = 30  # minutes: a lower bar has no room for words


def week_plan(free_slots: pd.DataFrame, slots: pd.DataFrame) -> alt.LayerChart:
    """A calendar of the next seven days: busy faint, slots blue with their words. ``slots`` has ``words`` beside
    the columns of ``week_plan``."""
    blocks = _placed(free_slots[free_slots["is_busy"]])
    kept = _placed(slots)
    days = list(dict.fromkeys(_placed(free_slots)["day"]))
    first, last = _hours(free_slots)
    x = alt.X(
        "day:O",
        sort=days,
        scale=alt.Scale(domain=days, paddingInner=0.12),
        axis=alt.Axis(title=None, orient="top", labelAngle=0, labelFontSize=13, domain=False, ticks=False),
    )
    scale = alt.Scale(domain=[first, last], reverse=True, nice=False)
    axis = alt.Axis(title=None, values=list(range(first, last + 1, 2)), labelExpr="datum.value + ':00'", domain=False)
    y = alt.Y("from_hour:Q", scale=scale, axis=axis)
    tip = [alt.Tooltip("day:N", title="Day"), alt.Tooltip("span:N", title="Time")]
    busy = (
        marks.plot(blocks)
        .mark_bar(cornerRadius=2, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            y2="to_hour:Q",
            color=marks.token("faint"),
            stroke=marks.stroke("paper"),
            tooltip=[*tip, alt.Tooltip("minutes:Q", format=".0f", title="Busy minutes")],
        )
    )
    base = marks.plot(kept)
    bars = base.mark_bar(cornerRadius=2, strokeWidth=1).encode(
        x=x,
        y=y,
        y2="to_hour:Q",
        color=marks.token("home"),
        stroke=marks.stroke("paper"),
        tooltip=[
            *tip,
            alt.Tooltip("minutes:Q", format=".0f", title="Minutes"),
            alt.Tooltip("words:N", title="For"),
            alt.Tooltip("weeks_free:Q", title="Coming weeks it is free in"),
        ],
    )
    told = base.transform_filter(f"datum.minutes >= {SHORTEST_TOLD} && (width > 300 || length(datum.words) < 7)")
    words = marks.words(told, "paper", 12, fontWeight=600).encode(
        x=x, y=alt.Y("middle:Q", scale=scale, axis=axis), text="words:N"
    )
    # No layer without a mark, see fit_trend; an empty week still has its days and hours.
    shown = [*([busy] if len(blocks) else []), *([bars, words] if len(kept) else [])]
    return marks.drawn(*(shown or [busy]), height=420)


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Each row with its day in words and its hours as numbers."""
    starts, ends = rows["starts_at"], rows["ends_at"]
    placed = rows.assign(
        day=[f"{start:%a} {start.day}" for start in starts],
        from_hour=starts.dt.hour + starts.dt.minute / 60,
        to_hour=ends.dt.hour + ends.dt.minute / 60,
        span=[f"{a.hour}:{a:%M} to {b.hour}:{b:%M}" for a, b in zip(starts, ends, strict=True)],
    )
    return placed.assign(middle=(placed["from_hour"] + placed["to_hour"]) / 2).drop(columns=["starts_at", "ends_at"])


def _hours(rows: pd.DataFrame) -> tuple[int, int]:
    """The first and last full hour of the picture."""
    placed = _placed(rows)
    return int(placed["from_hour"].min()), int(-(-placed["to_hour"].max() // 1))
