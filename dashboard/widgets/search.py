"""The search box of the sidebar: a person from anywhere, as one types."""

import streamlit as st

from dashboard.widgets.shell import ask, errors_told, is_sample, workspace
from dashboard.widgets.words import escape, rows

BOX, PLACE = "find_person", "searched_at"
ROOM = 30  # letters on a line


def box() -> None:
    """A field and, below it, whom its words may mean; each is a link to the person's page."""
    place = (st.context.url, st.query_params.get("who"))
    if st.session_state.get(PLACE) != place:  # whoever was looked for is found, or not looked for any more
        st.session_state[BOX] = ""
    st.session_state[PLACE] = place
    _typed()


@st.fragment
def _typed() -> None:
    # A letter typed draws this part alone, so it opens the workspace by itself.
    with errors_told("search"), workspace().reading(), st.container(key="search", gap="xxsmall"):
        words = st.text_input(
            "Find a person",
            key=BOX,
            type="search",
            live=True,
            icon=":material/search:",
            placeholder="Find a person",
            label_visibility="collapsed",
        )
        if not (words or "").strip():
            return
        found = rows(ask("people_found", search=words))
        for place, person in enumerate(found):
            with st.container(key=f"found_{place}"):
                st.page_link(
                    "app_pages/person.py",
                    label=_label(person["full_name"], person["company"] or ""),
                    query_params={"who": person["contact_id"]} | ({"data": "sample"} if is_sample() else {}),
                    width="stretch",
                )
        if not found:
            st.caption(f"Nobody matches {escape(words or '')}.")


def _label(name: str, company: str) -> str:
    """One line of the sidebar: the name, and as much of the company as there is room for."""
    shown = name if len(name) <= ROOM else f"{name[: ROOM - 1]}…"
    room = ROOM - len(shown) - 3
    if not company or room < 4:
        return f"**{escape(shown)}**"
    return f"**{escape(shown)}** · {escape(company if len(company) <= room else f'{company[: room - 1]}…')}"
