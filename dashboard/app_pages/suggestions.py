"""Whom do I ask, about which industry, and in which words?"""

import streamlit as st

from dashboard import headlines, widgets
from dashboard.widgets import asking

SHOWN = 6

days, weighting = widgets.page_head("Ask · Suggestions", windowed=True)
if not widgets.needs_contacts():
    params = {"window_days": days, "weighting": weighting}
    everything = widgets.ask("intro_targets", **params)
    options = list(dict.fromkeys(everything["target_label"]))
    if st.session_state.get("target_industry") not in options:
        st.session_state.pop("target_industry", None)
    wanted = st.session_state.get("target_industry")
    asks = everything[everything["target_label"] == wanted] if wanted else everything
    widgets.answer(*headlines.suggestions(asks))
    widgets.offer_undo()
    st.selectbox(
        "Industry",
        options,
        index=None,
        placeholder="All industries",
        key="target_industry",
        label_visibility="collapsed",
        width=280,
    )
    if asks.empty:
        st.info("Nobody to ask yet: no gap has a contact who could open it. Import more contacts, or label industries.")
    with st.grid(3, min_column_width=230):
        for place, target in enumerate(widgets.rows(asks.head(SHOWN))):
            asking.card(target, place)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(f"All {len(asks)} intro targets", anchor=False, width="content")
        with st.container(horizontal=True, width="content"):
            widgets.download(asks, "intro-targets", ("csv", "xlsx"), "export")
    table = st.dataframe(
        asks,
        hide_index=True,
        key="all_asks",
        on_select="rerun",
        selection_mode="single-row",
        alt="Every suggested ask, best first",
        column_order=(
            "rank",
            "introducer",
            "target_label",
            "certainty",
            "evidence",
            "strength",
            "last_interaction_on",
            "yes_chance",
            "knows_chance",
        ),
        column_config={
            "rank": "Rank",
            "introducer": "Ask",
            "target_label": "About",
            "certainty": "Certainty",
            "evidence": "Why",
            "strength": st.column_config.ProgressColumn(
                "Tie strength, 0 to 100", min_value=0, max_value=100, format="%.0f"
            ),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
            "yes_chance": st.column_config.NumberColumn("Chance of a yes (assumed)", format="percent"),
            "knows_chance": st.column_config.NumberColumn("Chance they know somebody (assumed)", format="percent"),
        },
    )
    widgets.explain("intro_targets", params, "targets")
    chosen = table["selection"]["rows"]
    if chosen and st.session_state.get("opened_row") != chosen[0]:
        row = asks.iloc[chosen[0]]
        st.session_state["writing"] = (row["introducer_id"], row["target_industry"])
    st.session_state["opened_row"] = chosen[0] if chosen else None
    if "writing" in st.session_state:
        person, industry = st.session_state["writing"]
        match = everything[(everything["introducer_id"] == person) & (everything["target_industry"] == industry)]
        if len(match):
            target = widgets.row(match)
            st.dialog(
                f"Ask {target['introducer']}",
                position="right",
                width=560,
                on_dismiss=lambda: st.session_state.pop("writing", None),
            )(asking.write)(target)
