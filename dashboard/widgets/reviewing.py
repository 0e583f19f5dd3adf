"""The parts of the Review page: a card a company, several at once, what the labels are worth."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import person as sure
from dashboard.headlines import review as told
from dashboard.industries import LABELS
from dashboard.questions import Frame, Parameter
from dashboard.widgets.figure import figure
from dashboard.widgets.shell import decide
from dashboard.widgets.words import escape, rows

Row = Mapping[str, Any]
GUESSES = ("first", "second", "third")


def card(row: Row, place: int, weighting: str, sureness: str) -> None:
    """One company: its three best guesses as one-click chips, every other industry, and what the first rests on."""
    key = f"{place}_{row['scope_key']}"
    with st.container(border=True, gap="xsmall", key=f"label_{place}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{escape(row['label'])}**", width="content")
            st.caption(told.behind(row, weighting), width="content")
        if row["industry"] is not None:
            word, icon, meaning = sure.SURE["sure" if sureness == "yours" else sureness]
            with st.container(horizontal=True, gap="small"):
                st.badge(LABELS[row["industry"]], color="gray", icon=":material/apartment:")
                st.badge(word, color="gray", icon=f":material/{icon}:", help=meaning)
        if sureness == "yours":
            st.button("Take it back", key=f"unlabel_{key}", icon=":material/undo:", on_click=_label, args=([row], None))
            return
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.pills(
                f"Industry of {row['label']}",
                [LABELS[row[f"{best}_industry"]] for best in GUESSES if row[f"{best}_industry"]],
                key=f"guess_{key}",
                label_visibility="collapsed",
                on_change=_chosen,
                args=(row, f"guess_{key}"),
            )
            with st.popover("Other", type="tertiary", key=f"other_of_{place}"):
                st.selectbox(
                    f"Another industry for {row['label']}",
                    list(LABELS.values()),
                    index=None,
                    key=f"other_{key}",
                    on_change=_chosen,
                    args=(row, f"other_{key}"),
                )
        st.caption(escape(told.evidence(row)))


def worth(queue: Frame, params: Mapping[str, Parameter], shown: int) -> None:
    """What the labels would do to the known share and to the band of the home share."""
    finding, unit = told.gain(queue, str(params["weighting"]), shown)
    figure(finding, unit, charts.review_queue(queue.head(shown)), "worth", "review_queue", params)
    st.caption(told.NORMAL)


def several(queue: Frame, weighting: str) -> None:
    """The same label for all the rows that are ticked."""
    st.header("Several at once", anchor=False)
    listed = queue[["label", "known_by", "people", "weight"]].copy()
    if weighting == "minutes":
        listed["weight"] /= 60
    table: Any = st.dataframe(
        listed,
        hide_index=True,
        key="several",
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="",
        height=min(320, 38 + 35 * len(listed)),
        alt="Everything to label, most first",
        column_order=("label", "known_by", "weight", "people"),
        column_config={
            "label": "Company, domain or person",
            "known_by": "Known by",
            "people": st.column_config.NumberColumn("People you know", format="%d"),
            "weight": st.column_config.NumberColumn(told.UNIT_LABEL[weighting], format="%.1f"),
        },
    )
    ticked = [row for place, row in enumerate(rows(queue)) if place in table["selection"]["rows"]]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            "Industry for the ticked rows", list(LABELS.values()), index=None, key="several_industry", width=280
        )
        st.button(
            told.label_button(len(ticked)),
            key="label_several",
            disabled=not ticked or chosen is None,
            on_click=_label,
            args=(ticked, _code(chosen)),
        )


def _chosen(row: Row, key: str) -> None:
    if chosen := st.session_state[key]:
        _label([row], _code(chosen))


def _code(label: str | None) -> str | None:
    return next((code for code, name in LABELS.items() if name == label), None)


def _label(labelled: Sequence[Row], industry: str | None) -> None:
    """Write the labels down; None takes them back."""
    decide(
        "industry_label",
        [{"scope": row["scope"], "scope_key": row["scope_key"], "industry": industry} for row in labelled],
        told.said([row["label"] for row in labelled], LABELS.get(industry or "")),
    )
