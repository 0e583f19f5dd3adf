"""Which industries are below my target, by how many hours a month, and who could open them?"""

import streamlit as st

from dashboard import charts, headlines, widgets

days, weighting = widgets.page_head("Evaluate · Gaps", windowed=True)
if not widgets.needs_contacts():
    params = {"window_days": days, "weighting": weighting}
    gaps = widgets.ask("industry_gaps", **params)
    widgets.answer(*headlines.gaps(gaps))
    below = gaps[(gaps["gap_points"] > 0) & ~gaps["is_home"]]
    shown = below.head(14)
    if gaps["share"].isna().all():
        st.info(
            "No industry is known in this window, so gaps cannot be measured. Choose a longer window, or count people."
        )
    elif len(shown):
        left, right = st.columns([3, 2], gap="small")
        with left:
            picked = widgets.figure(
                f"The {len(shown)} widest gaps",
                "Share of what is known · choose a row to see who could open it",
                charts.industry_gaps(shown),
                "gap_chart",
                "industry_gaps",
                params,
                legend=":orange[●] now  :orange[○] your target",
                pick=True,
            )
        row = shown[shown["industry"] == picked[0]].iloc[0] if picked else shown.iloc[0]
        with right, st.container(border=True, key="openers", gap="small"):
            st.header(f"Who could open {row['label']}", anchor=False)
            st.badge(row["state"], color="orange", help=headlines.STATE_MEANING[row["state"]])
            st.caption(f"{headlines.STATE_MEANING[row['state']]} · {row['people']:,} people")
            asks = widgets.ask("intro_targets", **params, per_introducer=24)
            for opener in widgets.rows(asks[asks["target_industry"] == row["industry"]].head(4)):
                with st.container(gap=None):
                    colour = "gray" if opener["certainty"] == "guess" else "orange"
                    st.markdown(f"**{widgets.escape(opener['introducer'])}** :{colour}-badge[{opener['certainty']}]")
                    warmth = headlines.warmth(opener["strength"], opener["last_interaction_on"])
                    st.caption(widgets.escape(f"{opener['evidence']} · {warmth}"))
            if not (asks["target_industry"] == row["industry"]).any():
                st.markdown("Nobody you know is likely to know somebody there. Ask the person with the widest circle.")
            if st.button(f"Ask about {row['label']}", type="primary", icon=":material/forum:", key="ask_about"):
                st.session_state["target_industry"] = row["label"]
                st.switch_page("app_pages/suggestions.py")
    st.header("Every industry, its target and its state", anchor=False)
    st.dataframe(
        gaps,
        hide_index=True,
        height=390,
        key="gap_table",
        alt="All industries with share, target, hours and state",
        column_order=(
            "label",
            "state",
            "gap_hours_per_month",
            "share",
            "target_share",
            "people",
            "last_interaction_on",
        ),
        column_config={
            "label": "Industry",
            "people": "People you know",
            "state": st.column_config.TextColumn(
                "State", help=" · ".join(f"{k}: {v.lower()}" for k, v in headlines.STATE_MEANING.items())
            ),
            "share": st.column_config.NumberColumn("Share now", format="percent"),
            "target_share": st.column_config.NumberColumn("Target", format="percent"),
            "gap_hours_per_month": st.column_config.NumberColumn("Hours a month short", format="%.1f"),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
        },
    )
    st.caption(
        "The target mix is a blend: a quarter your own industry, half spread evenly over all 24, a quarter as the "
        "labour market (US professional employment, May 2025)."
    )
