"""Whom do I ask this week, about which industry, and in which words?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import suggestions as told
from dashboard.intros import week_asks
from dashboard.widgets import ask_list, asking, assuming, drafting, targets
from dashboard.widgets.ways import ways

params = widgets.page_head("Ask · Suggestions", windowed=True)
if not widgets.needs_contacts():
    everything = week_asks.candidates(widgets.ask, params)
    options = list(dict.fromkeys(everything["target_label"]))
    wanted = ask_list.wanted_industry(options)
    asks = everything[everything["target_label"] == wanted] if wanted else everything
    week = week_asks.this_week(widgets.ask)
    an_ask = week.limits.minutes_an_ask
    cards = week_asks.chosen(asks, week, bool(wanted))
    widgets.answer(*told.this_week(cards, wanted, week.asks_left, week.asks_a_week, an_ask))
    if wanted:
        st.button(
            "Show all industries",
            key="all_industries",
            type="tertiary",
            icon=":material/close:",
            on_click=ask_list.show_all,
        )
    if asks.empty:
        if not widgets.row(widgets.ask("network_summary", **params))["known_share"]:
            ways(params)
        widgets.empty_state(
            "no_asks",
            "Who could stand here",
            "Once a contact works, or worked, in an industry you lack, or meets people from it, they stand here.",
            "Import more contacts",
            "imports",
        )
        targets.people(params, wanted)
    else:
        with st.grid(3, min_column_width=230):
            for place, target in enumerate(widgets.rows(cards)):
                asking.card(target, place, an_ask)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.caption(f":material/psychology: {told.WILLING}", width="content")
            with st.popover("Your limits", icon=":material/tune:", key="limits", type="tertiary"):
                assuming.limits(assuming.assumptions())
        if not wanted:
            asking.doors(params)
        targets.people(params, wanted)
        ask_list.everybody(everything, params, options)
    ask_list.put_off()
    if writing := ask_list.pair_of(everything, "writing"):
        drafting.open_drawer(writing)
    elif putting_off := ask_list.pair_of(everything, "putting_off"):
        asking.put_off_until(putting_off)
