"""When is my networking time this week, with whom, and did I keep it?"""

import streamlit as st

from dashboard import charts, widgets
from dashboard.headlines import plan as told
from dashboard.planner import week
from dashboard.widgets import planning

widgets.page_head("Make time · Plan")
if not widgets.needs_contacts():
    found = week(widgets.ask)
    slots = found.slots
    widgets.answer(*told.headline(found.plan, slots))
    planning.missed(widgets.ask("missed_slots"))
    planning.promise(found.plan)
    left, right = st.columns([3, 2], gap="small")
    with left:
        widgets.figure(
            told.first_slot(slots),
            "The next seven days · faint: busy, blue: for networking",
            charts.week_plan(widgets.ask("free_slots"), slots.assign(words=planning.words(slots, found.entries))),
            "week",
            "week_plan",
            {},
            height="stretch",
            is_filled=True,
        )
    with right, st.container(border=True, height="stretch", key="agenda", gap="small"):
        st.header("Agenda", anchor=False)
        if slots.empty:
            st.markdown(
                "Allow more days, or a longer stretch of the day: then slots stand here with what they are for."
            )
        else:
            planning.agenda(found)
            st.space("stretch")
            planning.save(found)
    weeks = widgets.ask("hours_kept")
    if weeks.empty:
        widgets.empty_state(
            "no_weeks",
            "Bring a calendar to see your time",
            "Then each week is held against what you promised.",
            "Import a calendar",
            "imports",
        )
    else:
        widgets.figure(
            told.kept(weeks),
            "Networking minutes a week, colleagues left out",
            charts.hours_kept(weeks),
            "kept",
            "hours_kept",
            {},
            legend=":green[■] promise kept · :gray[■] below · pale: inside your own industry · dashed: promised",
        )
