"""The parts of the Gaps page: the mix aimed for, the dumbbells, who could open an industry, all of them."""

from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import gaps as told
from dashboard.headlines import own_mix as own
from dashboard.headlines.words import CERTAINTY_MEANING, STATE_MEANING, warmth
from dashboard.questions import Frame, Parameter
from dashboard.widgets import interest
from dashboard.widgets.choosing import chosen, drawn, let_go
from dashboard.widgets.figure import PERCENT, explain, figure, in_percent
from dashboard.widgets.head import ending
from dashboard.widgets.own_mix import own_mix
from dashboard.widgets.shell import ask, decide, go_to
from dashboard.widgets.words import escape, rows, telling

Row = dict[str, Any]
DRAWN = 18
OPENERS = 4
STATE_COLOUR = {"met": "blue", "short": "gray"}


def target_mix(frame: Frame) -> None:
    """The switch of the target mix, a decision; and in a popover what each mix is."""
    held = {row["name"]: row["setting"] for row in rows(ask("assumptions"))}
    st.session_state["target_mix"] = held["target_mix"]  # what is decided holds, also after an Undo
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            "Target mix",
            list(told.MIXES),
            required=True,
            key="target_mix",
            format_func=told.MIXES.__getitem__,
            label_visibility="collapsed",
            on_change=_aim,
        )
        with st.popover("The mix you aim for", icon=":material/tune:", key="goals", type="tertiary"):
            st.markdown(told.aimed_for(held["target_mix"], held["reference_population"]))
            interest.ticks()
            mix = frame.sort_values(["target_share", "label"], ascending=[False, True])
            st.dataframe(
                in_percent(mix[["label", "target_share", "share"]], "target_share", "share"),
                hide_index=True,
                height=320,
                key="goals_table",
                alt="Target share of every industry, largest first",
                placeholder="",
                column_config={
                    "label": "Industry",
                    "target_share": st.column_config.NumberColumn("Target", format=PERCENT),
                    "share": st.column_config.NumberColumn("Now", format=PERCENT),
                },
            )
    if held["target_mix"] == "mine":
        own_mix(frame)


def _aim() -> None:
    mix = st.session_state["target_mix"]
    decide("assumption", [{"name": "target_mix", "setting": mix}], told.mix_said(mix))


def dumbbells(frame: Frame, window: str, params: dict[str, Parameter], chosen_industry: str) -> None:
    """The widest gaps, each a dot and a ring."""
    figure(
        told.widest(frame),
        told.unit(frame, window),
        drawn(charts.industry_gaps, told.below(frame).head(DRAWN), chosen_industry),
        "gap_chart",
        "industry_gaps",
        params,
        legend=":orange[●] now  :orange[○] your target",
        chooses={},
        height="stretch",
    )


def openers(gap: Row, params: dict[str, Parameter]) -> None:
    """Who could open the chosen industry, ending in the ask."""
    with st.container(border=True, height="stretch", key="openers", gap="small"):
        with st.container(gap=None):
            st.header(f"Who could open {gap['label']}", anchor=False)
            st.caption("Choose a row of the chart to change the industry")
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            colour: Any = STATE_COLOUR.get(gap["state"], "orange")
            st.badge(gap["state"], color=colour, help=STATE_MEANING[gap["state"]])
            if chosen() is not None:
                st.button(gap["label"], icon=":material/close:", key="clear_choice", type="tertiary", on_click=let_go)
        st.markdown(told.standing(gap))
        interest.of_one(gap["industry"], gap["label"])
        asks = ask("intro_targets", **params, per_introducer=24)
        found = rows(asks[asks["target_industry"] == gap["industry"]].head(OPENERS))
        for opener in found:
            _opener(opener)
        if not found:
            st.markdown(told.nobody(ask("industry_interests"), gap["industry"]))
        st.space("stretch")
        if not found:
            if st.button("Import a list somebody shared", icon=":material/upload_file:", key="more_people"):
                go_to("imports")
        elif st.button(f"Ask about {gap['label']}", type="primary", icon=":material/forum:", key="ask_about"):
            st.session_state["target_industry"] = gap["label"]
            go_to("suggestions")


def _opener(opener: Row) -> None:
    with st.container(gap=None):
        colour = "gray" if opener["certainty"] == "guess" else "orange"
        st.markdown(
            f"**{escape(opener['introducer'])}** :{colour}-badge[{opener['certainty']}]",
            help=CERTAINTY_MEANING[opener["certainty"]],
        )
        st.caption(escape(f"{opener['evidence']} · {warmth(opener['strength'], opener['last_interaction_on'])}"))


def progress(params: dict[str, Parameter]) -> None:
    """The fit to the mix aimed for at the time, over two years."""
    frame = ask("fit_trend", **ending(params))
    known = frame[frame["fit_to_target"].notna()]
    if len(known) < 3:
        return
    figure(
        own.fit(known),
        own.aims(known),
        drawn(charts.fit_trend, known),
        "fit",
        "fit_trend",
        ending(params),
        legend=":orange[◆] another mix from here on" if known["is_new_aim"].any() else "",
    )


def everything(frame: Frame, params: dict[str, Parameter]) -> None:
    """Every industry with target, share and state; where no share is known, with its target alone."""
    if frame["share"].isna().all():
        _targets(frame, params)
        return
    counts_hours = frame["gap_hours_per_month"].notna().any()
    short = frame.assign(
        gap_hours_per_month=frame["gap_hours_per_month"].clip(lower=0), gap_points=frame["gap_points"].clip(lower=0)
    )
    missing = "gap_hours_per_month" if counts_hours else "gap_points"
    columns = ["label", missing, "state", "people", "share", "target_share", "last_interaction_on"]
    shares = [column for column in ("share", "target_share", "gap_points") if column in columns]
    short = in_percent(short[columns], *shares)
    widest = float(short[missing].fillna(0).max())
    st.header("Every industry, and its state", anchor=False)
    st.dataframe(
        telling(short),
        hide_index=True,
        height=390,
        key="gap_table",
        alt="All industries with state, what is missing, share and target",
        placeholder="",
        column_config={
            "label": "Industry",
            "state": st.column_config.TextColumn(
                "State", help=" · ".join(f"{state}: {meaning.lower()}" for state, meaning in STATE_MEANING.items())
            ),
            "people": "You know",
            "share": st.column_config.NumberColumn("Now", format=PERCENT),
            "target_share": st.column_config.NumberColumn("Target", format=PERCENT),
            "gap_hours_per_month": st.column_config.ProgressColumn(
                "Hours a month short", min_value=0, max_value=max(widest, 0.1), format="%.1f", color="orange"
            ),
            "gap_points": st.column_config.ProgressColumn(
                "Share short", min_value=0, max_value=max(widest, 0.1), format=PERCENT, color="orange"
            ),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )
    explain("industry_gaps", params, "gap_table")


def _targets(frame: Frame, params: dict[str, Parameter]) -> None:
    st.header("What you aim for in every industry", anchor=False)
    st.caption("How much of it you have is told once the industry of some of your people is known")
    mix = frame.sort_values(["target_share", "label"], ascending=[False, True])
    st.dataframe(
        in_percent(mix[["label", "target_share"]], "target_share"),
        hide_index=True,
        height=390,
        key="gap_table",
        alt="Target share of every industry, largest first",
        placeholder="",
        column_config={
            "label": "Industry",
            "target_share": st.column_config.NumberColumn("Target", format=PERCENT),
        },
    )
    explain("industry_gaps", params, "gap_table")
