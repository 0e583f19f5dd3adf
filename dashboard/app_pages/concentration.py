"""How concentrated is my networking time, and who is behind each industry?"""

import streamlit as st

from dashboard import charts, headlines, widgets

days, weighting = widgets.page_head("Evaluate · Concentration", windowed=True)
if not widgets.needs_contacts():
    params = {"window_days": days, "weighting": weighting}
    shares = widgets.ask("industry_concentration", **params)
    summary = widgets.row(widgets.ask("network_summary", **params))
    widgets.answer(*headlines.concentration(summary))
    used = headlines.NOUN[summary["weighting"]]
    if summary["weighting"] != weighting:
        st.info(
            "No interactions are on record yet, so people are counted. Import a calendar or messages to see your time."
        )
    known = shares[(shares["share"] > 0) & shares["industry"].notna()]
    if known.empty:
        st.info(f"Nothing of your {used} in this window has a known industry. Choose a longer window, or count people.")
    else:
        finding = headlines.leaders(known, summary["home_label"])
        st.altair_chart(
            charts.horizon(shares),
            key="horizon",
            alt=f"{finding}. The dashed piece is not known",
            width="stretch",
        )
        st.caption(headlines.horizon(summary, len(known)))
        picked = widgets.figure(
            finding,
            f"Share of your {used} with a known industry · number of people you know · choose a bar to see who",
            charts.industry_concentration(known),
            "shares",
            "industry_concentration",
            params,
            legend=":blue[■] your own industry  :orange[■] ▾ below your target  :gray[■] at or above it",
            pick=True,
        )
        chosen = picked[0] if picked else known["industry"].iloc[0]
        people = widgets.ask("contacts", window_days=days, industry=chosen)
        label = people["industry_label"].iloc[0]
        with st.expander(
            f"The people behind {label}" + ("" if picked else " (choose a bar to change)"),
            expanded=bool(picked),
            icon=":material/group:",
            key=f"people_{bool(picked)}",
        ):
            widgets.people_table(people, "people_behind")
    trend = widgets.ask("concentration_trend")
    if len(trend[trend["home_share"].notna()]) >= 3:
        widgets.figure(
            headlines.trend(trend, summary["home_label"]),
            "Home share of the known minutes, 90 days up to each date · the band is what the unknown could make of it",
            charts.concentration_trend(trend[trend["home_share"].notna()]),
            "trend",
            "concentration_trend",
            {},
        )
