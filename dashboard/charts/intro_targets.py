"""Who could open which door?"""

import altair as alt
import pandas as pd

from dashboard.charts import marks

PEOPLE, INDUSTRIES = 12, 9  # what a phone has room for


def intro_targets(frame: pd.DataFrame) -> alt.LayerChart:
    """A matrix of introducers, the widest circles first, and industries: a big disc is known, a small one likely, a ring a guess.

    Size and fill say how sure, so it reads in grey. A click picks ``introducer_id`` and ``target_industry``.
    """
    doors = frame.groupby("introducer_id", sort=False).size().sort_values(ascending=False, kind="stable")
    people = list(doors.index[:PEOPLE])
    names = dict(zip(frame["introducer_id"], frame["introducer"], strict=True))
    near = frame[frame["introducer_id"].isin(people)]
    labels = list(near["target_label"].value_counts().index[:INDUSTRIES])
    shown = near[near["target_label"].isin(labels)]
    x = alt.X(
        "target_label:N",
        sort=labels,
        axis=alt.Axis(
            title=None,
            orient="top",
            labelAngle=-60,
            labelFontSize=11,
            labelOverlap=False,
            grid=True,
            domain=False,
            ticks=False,
        ),
    )
    y = alt.Y("who:N", sort=[names[person] for person in people], axis=marks.NAMES.copy())
    chosen = alt.selection_point(name="picked", fields=["introducer_id", "target_industry"], toggle=False)
    base = (
        marks.plot(shown.drop(columns=["last_interaction_on", "last_asked_on"]))
        .transform_calculate(
            who="datum.introducer",
            role="datum.certainty == 'guess' ? 'other' : 'gap'",
            area="datum.certainty == 'known' ? 190 : datum.certainty == 'likely' ? 70 : 60",
        )
        .encode(
            x=x,
            y=y,
            size=alt.Size("area:Q", scale=None, legend=None),
            tooltip=[
                alt.Tooltip("introducer:N", title="Ask"),
                alt.Tooltip("target_label:N", title="About"),
                alt.Tooltip("certainty:N", title="Certainty"),
                alt.Tooltip("evidence:N", title="Why"),
                alt.Tooltip("strength:Q", format=".0f", title="Tie strength, 0 to 100"),
            ],
        )
    )
    rings = base.transform_filter("datum.certainty == 'guess'").mark_point(
        filled=False, strokeWidth=1.6, opacity=1, cursor="pointer"
    )
    discs = base.transform_filter("datum.certainty != 'guess'").mark_point(filled=True, opacity=1, cursor="pointer")
    is_guess = shown["certainty"] == "guess"
    layers = [
        *([rings.encode(stroke=alt.Stroke("role:N", scale=marks.COLOUR, legend=None))] if is_guess.any() else []),
        *([discs.encode(color=marks.by("role"))] if not is_guess.all() else []),
    ]  # no layer without a mark, see fit_trend
    return marks.drawn(
        layers[0].add_params(chosen),
        *layers[1:],
        height=len(people) * marks.ROW + 90,
    )
