"""The signature bar: the known mix, and what is not known."""

import altair as alt
import pandas as pd

from dashboard.charts import marks

GAP = 0.012  # between the known and what is not, of the length of the known
LINE = 23  # from one line of words to the next, pixels
SHORT = 0.25  # when as much hangs on, the known part is too short on a phone for both its words in one line


def horizon(industry_concentration: pd.DataFrame, chosen: str = "") -> alt.LayerChart:
    """The signature bar: known weight is 100 and cut by industry; what is not known hangs on the end, dashed.

    Says two things below: the home industry (or else the largest) and all others. Picks ``industry``.
    """
    known = industry_concentration[industry_concentration["share"].notna() & (industry_concentration["weight"] > 0)]
    known = known.sort_values(["is_home", "share"], ascending=False)
    known = known.assign(end=known["share"].cumsum(), start=known["share"].cumsum() - known["share"])
    total = known["weight"].sum()
    unknown = industry_concentration.loc[industry_concentration["industry"].isna(), "weight"].sum()
    hanging = float(unknown / total) if total else 0.0
    scale = alt.Scale(domain=[0, 1 + (GAP + hanging if hanging else 0)], nice=False, padding=0)
    picked = marks.clicked("industry")
    bars = (
        marks.plot(known)
        .transform_calculate(role=marks.ROLE_OF_INDUSTRY)
        .mark_bar(height=44, strokeWidth=1.5, cornerRadius=1, cursor="pointer")
        .encode(
            x=alt.X("start:Q", scale=scale, axis=None),
            x2="end:Q",
            y=marks.down(24),
            color=marks.by("role"),
            stroke=marks.stroke("paper"),
            tooltip=marks.industry_tip(),
            opacity=marks.shown_by(chosen),
        )
        .add_params(picked)
    )
    layers = [bars, *_said(known, scale, is_short=hanging > SHORT)]
    if hanging:
        layers += _not_known(hanging, float(unknown / (total + unknown)), scale)
    return marks.drawn(*layers, height=48 + LINE * (2 if hanging else 1))


def _said(known: pd.DataFrame, scale: alt.Scale, is_short: bool) -> list[alt.Chart]:
    """The first industry at the left end; all others at the right end of what is known, or below the first."""
    first, others = known.iloc[0], len(known) - 1
    ends = [("left", 0.0, 1, f"{first['label']} {first['share']:.0%}")]
    if others:
        text = f"{others} {'other' if others == 1 else 'others'} {1 - first['share']:.0%}"
        ends.append(("left", 0.0, 2, text) if is_short else ("right", 1.0, 1, text))
    return [
        marks.words(
            marks.plot(pd.DataFrame([{"at": at, "text": words}])), "ink", 14, align=side, fontWeight=600
        ).encode(x=alt.X("at:Q", scale=scale, axis=None), y=marks.down(48 + line * LINE - 10), text="text:N")
        for side, at, line, words in ends
    ]


def _not_known(hanging: float, of_all: float, scale: alt.Scale) -> list[alt.Chart]:
    rest = pd.DataFrame(
        {
            "start": [1 + GAP],
            "end": [1 + GAP + hanging],
            "share": [of_all],
            "industry": ["unknown"],
            "what": ["Industry not known"],
            "text": [f"not known {of_all:.0%}" if of_all >= 0.005 else "not known, under 1%"],
        }
    )
    x = alt.X("start:Q", scale=scale, axis=None)
    outline = (
        marks.plot(rest)
        .mark_bar(height=43, filled=False, strokeDash=[3, 2], strokeWidth=1.5)
        .encode(
            x=x,
            x2="end:Q",
            y=marks.down(24),
            stroke=marks.stroke("unknown"),
            tooltip=[
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("share:Q", format=".1%", title="Share of it all"),
            ],
        )
    )
    said = marks.words(marks.plot(rest), "quiet", 13, align="right").encode(
        x=alt.X("end:Q", scale=scale, axis=None), y=marks.down(48 + 2 * LINE - 10), text="text:N"
    )
    return [outline, said]
