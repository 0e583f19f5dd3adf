"""The user's own target mix: a share for every industry, saved once they make a whole."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.headlines import own_mix as told
from dashboard.questions import Frame
from dashboard.widgets.figure import PERCENT
from dashboard.widgets.shell import decide

TENTHS = 1000  # a whole in tenths of a percent


def own_mix(frame: Frame) -> None:
    """The editor; ``frame`` is ``industry_gaps``. What is typed is no decision until it is saved."""
    with st.container(border=True, key="own_mix", gap="small"):
        st.header("Your own mix", anchor=False)
        st.caption("Change the column Target. Nothing is saved until the whole is 100%.")
        draft = st.session_state.get("own_mix_draft") or dict(
            zip(frame["industry"], tenths(list(frame["target_share"])), strict=True)
        )
        rows = frame.sort_values(["target_share", "label"], ascending=[False, True])
        edited = st.data_editor(
            rows.assign(target=[draft[code] / 10 for code in rows["industry"]], now=100 * rows["share"])[
                ["label", "target", "now", "people"]
            ],
            key=f"own_mix_rows_{st.session_state.setdefault('own_mix_round', 0)}",
            hide_index=True,
            height=320,
            disabled=["label", "now", "people"],
            column_config={
                "label": "Industry",
                "target": st.column_config.NumberColumn("Target", min_value=0, max_value=100, step=0.1, format=PERCENT),
                "now": st.column_config.NumberColumn("Now", format=PERCENT),
                "people": "You know",
            },
        )
        typed = dict(zip(rows["industry"], [round(10 * (value or 0)) for value in edited["target"]], strict=True))
        _buttons(typed)


def _buttons(typed: Mapping[str, int]) -> None:
    total = sum(typed.values())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(told.total(total / 10), width="stretch")
        st.button(
            "Scale to 100%",
            key="scale_mix",
            disabled=total in (0, TENTHS),
            help="Every share grows or shrinks by the same factor.",
            on_click=_scale,
            args=(typed,),
        )
        st.button("Save my mix", key="save_mix", disabled=total != TENTHS, on_click=_save, args=(typed,))


def _scale(typed: Mapping[str, int]) -> None:
    total = sum(typed.values())
    _start_again(dict(zip(typed, tenths([value / total for value in typed.values()]), strict=True)))


def _save(typed: Mapping[str, int]) -> None:
    decide(
        "own_target",
        [{"industry": code, "share": f"{value / TENTHS:g}"} for code, value in typed.items()],
        told.SAVED,
    )
    _start_again({})


def _start_again(draft: dict[str, Any]) -> None:
    st.session_state["own_mix_draft"] = draft
    st.session_state["own_mix_round"] += 1


def tenths(shares: Sequence[float]) -> list[int]:
    """Shares that sum to 1 as whole tenths of a percent that sum to 1000: what is left over goes to the largest rests."""
    cut = [int(share * TENTHS + 1e-9) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda place: (cut[place] - shares[place] * TENTHS, place))
    for place in by_rest[: TENTHS - sum(cut)]:
        cut[place] += 1
    return cut
