"""Which few labels make the industry of most of my time sure, who of my calendar is a contact, and who is in there twice?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import review as told
from dashboard.widgets import importing, reviewing, twins

CARDS = 7

params = widgets.page_head("Data · Review", windowed=True)
if not widgets.needs_contacts():
    head = st.container()
    chosen = st.segmented_control(
        "How sure",
        list(told.SURENESS),
        default="Unsure",
        required=True,
        key="sureness",
        help=told.SURENESS_HELP,
        label_visibility="collapsed",
        bind="query-params",
    )
    sureness = told.SURENESS[chosen or "Unsure"]
    params["sureness"] = sureness
    if not widgets.row(widgets.ask("workspace_state"))["has_interactions"]:
        params["weighting"] = "people"  # they are counted then, whatever is chosen: no word of minutes nobody has
    weighting = str(params["weighting"])
    queue = widgets.ask("review_queue", **params)
    with head:
        widgets.answer(*told.headline(queue, weighting, sureness, min(CARDS, len(queue))))
    if queue.empty:
        widgets.empty_state(
            "nothing_to_review",
            "Nothing to do here",
            "See what your time looks like, or whom you know.",
            "See your concentration",
            "concentration",
        )
    else:
        left, right = st.columns([3, 2], gap="small")
        with left:
            for place, row in enumerate(widgets.rows(queue.head(CARDS))):
                reviewing.card(row, place, weighting, sureness)
        with right:
            if sureness == "unsure" and queue["known_share"].notna().all():
                reviewing.worth(queue, params, min(CARDS, len(queue)))
            else:
                widgets.explain("review_queue", params, "review")
        if sureness != "yours":
            reviewing.several(queue, weighting)
    importing.links(widgets.ask("suggested_links"), "links", expanded=True)
    twins.draw()
