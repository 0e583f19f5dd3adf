"""What every chart is made of. No colour is named here.

A mark names a role ("home", "gap"), the theme in ``.streamlit/config.toml`` knows its colour: ``COLOUR`` has a fixed
domain and no range, so Streamlit fills the range from the active theme in the browser, light or dark.
"""

import json
from typing import Any

import altair as alt
import pandas as pd
from altair.utils import schemapi

from dashboard.industries import CODES

# Altair holds every part of a chart against its schema as it is made, and the whole when it is drawn: half of a page's
# time on the server. The tests do that for every chart they see (tests/pages/test_states.py), so here it is left out: by
# Altair's own switch for the parts, by ``Drawing`` for the whole.
schemapi.disable_debug_mode()

ROLES = ["home", "gap", "other", "unknown", "good", "faint", "ink", "quiet", "paper", "tint"]
COLOUR = alt.Scale(domain=[*ROLES, *CODES])
ROW = 24  # height of one row in a ranked chart, pixels
# The host draws axis words in one fixed grey; Vega knows the page's colour as `background`, so this follows the theme.
AXIS_INK = alt.ExprRef("luminance(background) > 0.5 ? '#4A5261' : '#B9C0CC'")
NAMES = alt.Axis(title=None, labelLimit=150, labelPadding=8, labelFontSize=13, labelFlush=False, labelOverlap=False)
ROLE_OF_INDUSTRY = "datum.is_home ? 'home' : datum.share < datum.target_share ? 'gap' : 'other'"


class Drawing(alt.LayerChart):
    """A chart in layers that is taken as it is, unless the schema is asked for."""

    def to_dict(self, validate: bool = False, **how: Any) -> dict[str, Any]:
        """The Vega-Lite specification; ``how`` as Altair has it."""
        spec: dict[str, Any] = super().to_dict(validate=validate, **how)
        return spec


def industry_tip() -> list[alt.Tooltip]:
    """What every mark of an industry says under the pointer: share, target, minutes and people."""
    return [
        alt.Tooltip("label:N", title="Industry"),
        alt.Tooltip("share:Q", format=".1%", title="Share of what is known"),
        alt.Tooltip("target_share:Q", format=".1%", title="Your target"),
        alt.Tooltip("minutes:Q", format=",.0f", title="Minutes in the window"),
        alt.Tooltip("people:Q", format=",", title="People you know"),
    ]


def plot(frame: pd.DataFrame) -> alt.Chart:
    """A chart whose marks may take any role as a constant: each role is a field that holds its own name."""
    chart: alt.Chart = alt.Chart(frame).transform_calculate(**{f"_{role}": f"'{role}'" for role in ROLES})
    return chart


def token(role: str) -> alt.Color:
    """A constant colour by role, the same for every mark of a layer."""
    return alt.Color(f"_{role}:N", scale=COLOUR, legend=None)


def by(field: str) -> alt.Color:
    """Colour by a field that holds the name of a role or the code of an industry."""
    return alt.Color(f"{field}:N", scale=COLOUR, legend=None)


def stroke(role: str) -> alt.Stroke:
    """The outline by role."""
    return alt.Stroke(f"_{role}:N", scale=COLOUR, legend=None)


def fill(role: str) -> alt.Fill:
    """The inside by role."""
    return alt.Fill(f"_{role}:N", scale=COLOUR, legend=None)


def shown_by(chosen: str, field: str = "industry", channel: Any = alt.OpacityValue) -> Any:
    """Full where ``field`` is what a click chose, pale elsewhere; all full where nothing is chosen.

    Not by Vega's own selection: the choice may come from another chart, or from a copied address.
    """
    pale = f"{json.dumps(chosen)} != '' && datum[{json.dumps(field)}] !== {json.dumps(chosen)}"
    # The class of the channel by name: a plain condition costs Altair a search through its whole schema.
    return channel(1, condition={"test": pale, "value": 0.35})


def down(pixels: float) -> Any:
    """A fixed height in the chart, counted from the top."""
    value: Any = alt.YValue  # by its class, as above
    return value(pixels)


def whole_row(base: alt.Chart, tip: list[alt.Tooltip], *fields: str, height: int = ROW) -> alt.Chart:
    """What takes the click of a ranked chart: a whole row, since a short bar or a dot is hard to hit."""
    left: Any = alt.XValue
    right: Any = alt.X2Value
    row: alt.Chart = (
        base.mark_bar(height=height, opacity=0, cursor="pointer")
        .encode(x=left(0), x2=right("width"), tooltip=tip)
        .add_params(clicked(*fields))
    )
    return row


def clicked(*fields: str) -> alt.Parameter:
    """A click on one mark tells these fields of it; a click beside the marks tells nothing."""
    picked: alt.Parameter = alt.selection_point(name="picked", fields=list(fields), toggle=False)
    return picked


def every_fourth_month(last_on: pd.Timestamp, first_on: pd.Timestamp, room_days: int) -> alt.X:
    """The axis of month ends, ending ``room_days`` late so that the last point has space for its words."""
    months = list(pd.date_range(end=last_on, start=first_on, freq=pd.DateOffset(months=1)))
    back = [last_on - pd.DateOffset(months=4 * step) for step in range(len(months) // 4 + 1)]
    return alt.X(
        "period_on:T",
        scale=alt.Scale(domain=[first_on.isoformat(), (last_on + pd.Timedelta(days=room_days)).isoformat()]),
        axis=alt.Axis(
            format="%b %y",
            title=None,
            grid=False,
            labelFlush=False,
            values=[month.isoformat() for month in back if month >= first_on],
        ),
    )


def words(base: alt.Chart, role: str = "ink", size: int = 13, **mark: Any) -> alt.Chart:
    """Text marks; Vega would draw them in the first chart colour."""
    text: alt.Chart = base.mark_text(fontSize=size, **mark).encode(color=token(role))
    return text


def drawn(*layers: alt.Chart, height: int) -> alt.LayerChart:
    """Layers as one chart with its own padding (the host would add 20 pixels below) and readable axis words."""
    chart = Drawing(layer=list(layers)).properties(height=height, padding={"left": 0, "top": 2, "right": 6, "bottom": 2})
    inked: alt.LayerChart = chart.configure_axis(labelColor=AXIS_INK, titleColor=AXIS_INK).configure_legend(
        labelColor=AXIS_INK, titleColor=AXIS_INK
    )
    return inked
