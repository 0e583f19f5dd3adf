"""How did the home share and the spread change over time?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

HEIGHT = 250
COMPARED = 450  # days that the alarm looks at
ROOM = 42  # days kept free at the right end for the last value in words


def home_share_trend(
    frame: pd.DataFrame, imports: pd.DataFrame, asks: pd.DataFrame, chosen: str = "", alarm: float | None = None
) -> alt.LayerChart:
    """Home share over time: a line, the band that unlabelled time leaves, the target, the last value in words.

    ``frame`` is ``concentration_trend`` where the home share is known; ``imports`` is ``import_effect`` and ``asks``
    the rows of ``intro_requests`` that were sent: small marks at the foot. ``alarm`` is the share from which on the
    alarm rings, a line over the months it speaks of. Picks ``until``.
    """
    frame = _dated(frame)
    target = float(frame["home_target_share"].iloc[-1])
    low = max(0.0, min(float(frame["home_share_low"].min()), target) - 0.04)
    high = min(1.0, max(float(frame["home_share_high"].max()), alarm or 0) + 0.04)
    scale = alt.Scale(domain=[low, high], nice=False)
    axis = alt.Axis(format=".0%", title=None, tickCount=4)
    tip = [
        alt.Tooltip("period_on:T", format="%d %b %Y", title="90 days up to"),
        alt.Tooltip("home_share:Q", format=".1%", title="Home share"),
        alt.Tooltip("home_share_low:Q", format=".1%", title="If nothing unknown were home"),
        alt.Tooltip("home_share_high:Q", format=".1%", title="If all the unknown were home"),
    ]
    base = marks.plot(frame).encode(x=_months(frame))
    band = base.mark_area(opacity=0.55).encode(
        y=alt.Y("home_share_low:Q", scale=scale, axis=axis), y2="home_share_high:Q", color=marks.token("tint")
    )
    y = alt.Y("home_share:Q", scale=scale, axis=axis)
    return marks.drawn(
        band,
        *_target(frame, target),
        *(_threshold(frame, alarm) if alarm and alarm < 1 else []),
        *_line(base, frame, y, ".0%", tip, chosen),
        *_imports(frame, imports),
        *_asks(frame, asks),
        height=HEIGHT,
    )


def effective_trend(frame: pd.DataFrame, imports: pd.DataFrame, asks: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """Effective industries over time, from one upwards: one is everything in a single industry. Picks ``until``."""
    frame = _dated(frame)
    scale = alt.Scale(domain=[1, max(2.0, float(frame["effective_industries"].max()) + 0.3)], nice=False)
    y = alt.Y("effective_industries:Q", scale=scale, axis=alt.Axis(title=None, tickCount=4))
    tip = [
        alt.Tooltip("period_on:T", format="%d %b %Y", title="90 days up to"),
        alt.Tooltip("effective_industries:Q", format=".2f", title="Effective industries"),
    ]
    base = marks.plot(frame).encode(x=_months(frame))
    line = _line(base, frame, y, ".1f", tip, chosen)
    return marks.drawn(*line, *_imports(frame, imports), *_asks(frame, asks), height=HEIGHT)


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    """With the day as a word too: a picked number of milliseconds would be no address."""
    return frame.assign(until=frame["period_on"].dt.strftime("%Y-%m-%d"))


def _months(frame: pd.DataFrame) -> alt.X:
    return marks.every_fourth_month(frame["period_on"].max(), frame["period_on"].min(), ROOM)


def _line(
    base: alt.Chart, frame: pd.DataFrame, y: alt.Y, form: str, tip: list[alt.Tooltip], chosen: str
) -> list[alt.Chart]:
    """The one line that matters, its last value in words, and points that take the click."""
    last = marks.plot(frame.tail(1)).encode(x="period_on:T", y=y)
    dotted = frame[(frame["until"] == chosen) | (frame["period_on"] == frame["period_on"].max())]
    return [
        base.mark_line(strokeWidth=2.5).encode(y=y, color=marks.token("home")),
        marks.plot(dotted)
        .mark_point(filled=True, size=70, opacity=1)
        .encode(x="period_on:T", y=y, color=marks.token("home")),
        marks.words(last, "home", 15, align="left", dx=9, fontWeight=600).encode(
            text=alt.Text(y.shorthand, format=form)
        ),
        base.mark_point(filled=True, size=300, opacity=0, cursor="pointer")
        .encode(y=y, color=marks.token("home"), tooltip=tip)
        .add_params(marks.clicked("until")),
    ]


def _target(frame: pd.DataFrame, target: float) -> list[alt.Chart]:
    goal = marks.plot(
        pd.DataFrame([{"y": target, "text": f"target {target:.0%}", "period_on": frame["period_on"].min()}])
    )
    return [
        goal.mark_rule(strokeDash=[4, 3], strokeWidth=1.5).encode(y="y:Q", color=marks.token("quiet")),
        marks.words(goal, "quiet", 12, align="left", dx=4, dy=-9).encode(x="period_on:T", y="y:Q", text="text:N"),
    ]


def _threshold(frame: pd.DataFrame, alarm: float) -> list[alt.Chart]:
    """Over the year and the 90 days that the alarm compares: a dashed line in the colour of what waits for you.

    Its words stand at the left, where the share was lower.
    """
    end = frame["period_on"].max()
    rule = marks.plot(
        pd.DataFrame(
            [
                {
                    "y": alarm,
                    "text": f"alarm above {alarm:.0%}",
                    "period_on": max(end - pd.Timedelta(days=COMPARED), frame["period_on"].min()),
                    "end_on": end,
                }
            ]
        )
    )
    return [
        rule.mark_rule(strokeDash=[2, 3], strokeWidth=1.5).encode(
            x="period_on:T", x2="end_on:T", y="y:Q", color=marks.token("gap")
        ),
        marks.words(rule, "gap", 12, align="left", dx=4, dy=-9).encode(x="period_on:T", y="y:Q", text="text:N"),
    ]


def _asks(frame: pd.DataFrame, asks: pd.DataFrame) -> list[alt.Chart]:
    """A small disc at the foot for each ask that was sent."""
    end = frame["period_on"].max() + pd.Timedelta(days=ROOM - 4)
    sent = asks[asks["sent_on"].between(frame["period_on"].min(), end)]
    if sent.empty:
        return []
    sent = sent[["sent_on", "introducer", "target_label"]].assign(period_on=sent["sent_on"])
    return [
        marks.plot(sent)
        .mark_point(filled=True, size=40, opacity=0.9, y=alt.ExprRef("height - 6"))
        .encode(
            x="period_on:T",
            color=marks.token("gap"),
            tooltip=[
                alt.Tooltip("sent_on:T", format="%d %b %Y", title="Asked on"),
                alt.Tooltip("introducer:N", title="Whom"),
                alt.Tooltip("target_label:N", title="About"),
            ],
        )
    ]


def _imports(frame: pd.DataFrame, imports: pd.DataFrame) -> list[alt.Chart]:
    """A small triangle at the foot for each import since the first point."""
    made = imports[imports["imported_at"] >= frame["period_on"].min()]
    if made.empty:
        return []
    end = frame["period_on"].max() + pd.Timedelta(days=ROOM - 4)
    made = made[["imported_at", "rows_read", "files"]].assign(period_on=made["imported_at"].clip(upper=end))
    return [
        marks.plot(made)
        .mark_point(shape="triangle-up", filled=True, size=55, opacity=1, y=alt.ExprRef("height - 6"))
        .encode(
            x="period_on:T",
            color=marks.token("quiet"),
            tooltip=[
                alt.Tooltip("imported_at:T", format="%d %b %Y", title="Import of"),
                alt.Tooltip("files:Q", title="Files"),
                alt.Tooltip("rows_read:Q", format=",", title="Rows"),
            ],
        )
    ]
