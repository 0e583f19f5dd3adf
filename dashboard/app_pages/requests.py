"""Where does each ask stand, what is due, and how do asks end?"""

import streamlit as st

from dashboard import charts, widgets
from dashboard.headlines import requests as told
from dashboard.widgets import answering, board, favours, origins
from dashboard.widgets import requests as parts

ALL_DAYS = 36_500

widgets.page_head("Ask · Requests")
if not widgets.needs_contacts():
    requests = widgets.ask("intro_requests")
    if requests.empty:
        widgets.answer("No asks yet", "An ask you send stands here until it became a person you stay in touch with.")
        widgets.empty_state(
            "no_requests",
            "Whom would you ask first?",
            "Pick a suggestion, write to them in your own mail, and press *I sent it*. We remind you when to follow up.",
            "See whom to ask",
            "suggestions",
        )
    else:
        funnel, touches = widgets.ask("request_funnel"), widgets.ask("planned_touches")
        widgets.answer(*told.headline(requests, funnel))
        answering.answers()
        parts.due(requests)
        board.board(requests, touches)
        parts.save_follow_ups(requests, touches)
        parts.ended(requests)
        left, right = st.columns(2, gap="small")
        with left:
            if len(funnel):
                widgets.figure(
                    told.funnel(funnel),
                    "Asks of twelve months that came so far · share of the step before, open ones left out · median days",
                    charts.request_funnel(funnel),
                    "funnel",
                    "request_funnel",
                    {},
                    height="stretch",
                )
        with right:
            parts.brokers(widgets.ask("introductions_by_person", within_days=ALL_DAYS))
        favours.owed()
        origins.lineage()
        parts.drawers(requests)
