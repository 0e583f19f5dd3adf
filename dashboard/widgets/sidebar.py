"""The sidebar: whose data this is, a person from anywhere, where one can go, and that nothing leaves the computer."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.headlines.words import day
from dashboard.intros import week_asks
from dashboard.widgets import search
from dashboard.widgets.shell import ask, is_sample, open_workspace, sample_workspace
from dashboard.widgets.words import row

Menu = Mapping[str, Sequence[tuple[st.Page, str]]]


def draw(menu: Menu) -> None:
    """All of it, from top to bottom; ``menu`` has the pages with their icons by step."""
    if _whose():
        search.box()
    waiting = _waiting()
    with st.container(key="menu", gap="xxsmall"):
        for step, entries in menu.items():
            if step:
                st.space("xxsmall")
                st.markdown(f"**{step}**")
            for target, icon in entries:
                label = f"{target.title}{waiting.get(target.url_path, '')}"
                st.page_link(target, label=label, icon=f":material/{icon}:", width="stretch")
    st.space("small")
    st.caption(":material/lock: Everything stays on this computer.")
    has_sample = not is_sample() and sample_workspace().file.exists()
    if has_sample and st.button("Back to the sample", key="to_sample", type="tertiary", icon=":material/science:"):
        _go_over(is_sample=True)


def _whose() -> bool:
    """Says whose data this is; returns whether there is anybody to find."""
    state = row(ask("workspace_state"))
    with st.container(key="workspace", gap="xsmall"):
        if is_sample():
            st.badge(
                "Sample data", icon=":material/science:", color="gray", help="Made-up people, kept apart from yours."
            )
            if st.button("Leave the sample", type="tertiary", key="leave_sample", icon=":material/logout:"):
                _go_over(is_sample=False)
        else:
            st.badge("Your data", icon=":material/lock_person:", color="gray")
        if state["contacts"]:
            st.caption(
                f"{state['contacts']:,} contact{'' if state['contacts'] == 1 else 's'} · up to {day(state['last_on'])}"
            )
    return bool(state["contacts"])


def _waiting() -> dict[str, str]:
    """What waits for the user, as orange words behind a page's name."""
    found = week_asks.waiting(ask)
    counts = {
        "suggestions": (found["asks_waiting"], ""),
        "requests": (found["follow_ups_due"], " due") if found["follow_ups_due"] else (found["answers_seen"], " answered?"),
    }
    return {name: f" :orange[**{count}{word}**]" for name, (count, word) in counts.items() if count}


def _go_over(is_sample: bool) -> None:
    open_workspace(is_sample)
    st.rerun()
