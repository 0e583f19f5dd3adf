"""What a click on a chart chose: an industry, perhaps for some days. It stands in the address: a copy restores it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import streamlit as st

from dashboard.industries import BY_CODE, CODES

EVERYBODY, UNKNOWN = "all", "unknown"
PARTS = ("industry", "until", "days", "at", "within")


@dataclass(frozen=True)
class Choice:
    """``industry`` is a code, "unknown" or "all"; ``until`` and ``days`` are None for the page's own window.

    ``at`` is the key of the figure in which it was clicked: the answer stands below that one.
    """

    industry: str
    until: date | None
    days: int | None
    at: str

    @property
    def label(self) -> str:
        """The industry in words."""
        named = {EVERYBODY: "Everybody", UNKNOWN: "Not known"}
        return named.get(self.industry) or BY_CODE[self.industry].short_label

    @property
    def where(self) -> str:
        """The same in a sentence about people."""
        placed = {EVERYBODY: "", UNKNOWN: "whose industry is not known"}
        return placed.get(self.industry, f"in {self.label}")

    @property
    def shown(self) -> str:
        """The industry that charts show in full, the others pale; empty where it is not one of theirs."""
        return self.industry if self.industry in CODES else ""

    @property
    def code(self) -> str | None:
        """What questions take as their parameter ``industry``."""
        return None if self.industry == EVERYBODY else self.industry


def chosen() -> Choice | None:
    """What the address says; None if nothing, or nothing that makes sense."""
    if st.query_params.pop("who", None):  # back from a person's page: the browser then finds that address here
        choose(st.session_state.get("last_choice", {}))
    stated = {part: st.query_params.get(part, "") for part in PARTS}
    st.session_state["last_choice"] = stated
    if stated["industry"] not in (*CODES, EVERYBODY, UNKNOWN):
        return None
    try:
        until = date.fromisoformat(stated["until"]) if stated["until"] else None
        days = int(stated["days"]) if stated["days"] else None
    except ValueError:
        return None
    if days is not None and not 0 < days < 100_000:
        return None
    return Choice(stated["industry"], until, days if until else None, stated["at"])


def chosen_within() -> str:
    """The key of the employer, function or length of time that the address names; empty: none."""
    chosen()  # back from a person's page it is written anew
    return st.query_params.get("within", "")


def choose(mark: Mapping[str, Any]) -> None:
    """Write a choice into the address; parts that are not given go."""
    for part in PARTS:
        if mark.get(part):
            st.query_params[part] = str(mark[part])
        else:
            st.query_params.pop(part, None)


def let_go() -> None:
    """Choose nothing."""
    _redraw(st.session_state.pop("picked_in", ""))
    choose({})


def drawn(draw: Callable[..., alt.LayerChart], *given: Any) -> alt.LayerChart:
    """The chart that ``draw`` makes of what is given, made once: building it costs more than asking for the numbers."""
    chart: alt.LayerChart = _drawn(draw.__name__, draw, *given)
    return chart


@st.cache_resource(max_entries=200, show_spinner=False)
def _drawn(name: str, _draw: Callable[..., alt.LayerChart], *given: Any) -> alt.LayerChart:
    return _draw(*given)


def clickable(drawing: alt.Chart | alt.LayerChart, key: str, alt_text: str, also: Mapping[str, Any]) -> None:
    """A chart whose marks choose: the fields of the clicked mark, and ``also`` what all its marks have in common."""
    drawn_as = f"{key}{st.session_state.get('redrawn', {}).get(key, '')}"
    st.altair_chart(
        drawing,
        key=drawn_as,
        on_select=lambda: _clicked(key, drawn_as, also),
        alt=alt_text,
        width="stretch",
    )


def _clicked(key: str, drawn_as: str, also: Mapping[str, Any]) -> None:
    marks = st.session_state[drawn_as]["selection"].get("picked", [])
    if not marks:
        return let_go() if st.session_state.get("picked_in") == key else None
    mark = {**also, **marks[0], "at": key}
    if st.session_state.get("picked_in") != key:
        _redraw(st.session_state.get("picked_in", ""))
    st.session_state["picked_in"] = key
    if mark.get("industry") or mark.get("within"):
        choose(mark)
    return None


def _redraw(key: str) -> None:
    """A chart that still holds a click which no longer counts is made anew, or the same mark would not click again."""
    if key:
        rounds = dict(st.session_state.get("redrawn", {}))
        rounds[key] = rounds.get(key, 0) + 1
        st.session_state["redrawn"] = rounds
