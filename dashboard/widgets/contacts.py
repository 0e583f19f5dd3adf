"""The parts of the Contacts page: filters, the table, somebody added by hand."""

import re
from typing import Any

import streamlit as st

from dashboard import industries
from dashboard.headlines import contacts as told
from dashboard.industries import LABELS
from dashboard.questions import Frame
from dashboard.widgets.figure import name_column, open_person
from dashboard.widgets.shell import decide, errors_told
from dashboard.widgets.words import escape, telling

ANY, NOT_KNOWN, ANY_FUNCTION = "Any industry", "Not known", "Any function"
FUNCTIONS = {function.label: function.code for function in industries.FUNCTIONS}
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
PROFILE = re.compile(r"(?:^|[/.])linkedin\.[a-z.]+/+in/+[^?#/\s]+", re.IGNORECASE)
COLUMNS = (
    "full_name",
    "industry_label",
    "sureness",
    "strength",
    "last_interaction_on",
    "company",
    "position",
    "function_label",
    "minutes",
)
FIELDS = {
    "add_name": "Name",
    "add_company": "Company",
    "add_position": "Position",
    "add_email": "E-mail address",
    "add_profile": "LinkedIn profile",
}


def filters() -> tuple[dict[str, str | None], dict[str, str]]:
    """The question's parameters (industry is a code, "unknown" or None); and the same as the reader chose them."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="contact_filters"):
        search = st.text_input(
            "Find",
            key="find",
            type="search",
            live=True,
            icon=":material/search:",
            placeholder="Name, company or position",
            label_visibility="collapsed",
            width=280,
            bind="query-params",
        )
        industry = st.selectbox(
            "Industry",
            [ANY, NOT_KNOWN, *LABELS.values()],
            key="within",
            label_visibility="collapsed",
            width=200,
            bind="query-params",
        )
        function = st.selectbox(
            "Function",
            [ANY_FUNCTION, *FUNCTIONS],
            key="function",
            label_visibility="collapsed",
            width=200,
            bind="query-params",
        )
        ties = st.segmented_control(
            "Ties",
            list(told.TIES),
            default="All",
            required=True,
            key="ties",
            help=told.TIES_HELP,
            label_visibility="collapsed",
            bind="query-params",
        )
    codes = {label: code for code, label in LABELS.items()} | {NOT_KNOWN: "unknown"}
    chosen = {
        "search": (search or "").strip(),
        "industry": "" if industry == ANY else str(industry),
        "function": "" if function == ANY_FUNCTION else str(function),
        "ties": ties or "All",
    }
    params = {
        "search": chosen["search"] or None,
        "industry": codes.get(chosen["industry"]),
        "function": FUNCTIONS.get(chosen["function"]),
        "ties": told.TIES[chosen["ties"]],
    }
    return params, chosen


def show_all() -> None:
    """Every filter as it was at first."""
    st.session_state["find"] = ""
    st.session_state["within"] = ANY
    st.session_state["function"] = ANY_FUNCTION
    st.session_state["ties"] = "All"


def table(people: Frame) -> None:
    """The telling columns first; a click anywhere in a row opens the person's page."""
    gone = ("vanished_on",) if people["is_vanished"].any() else ()
    chosen: Any = st.dataframe(
        people.assign(sureness=people["sureness"].map(told.SURENESS)),
        key="people",
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=min(560, 38 + 35 * len(people)),
        alt="Contacts with industry, tie strength, last interaction, company and position",
        placeholder="",
        column_order=(*COLUMNS[:3], *map(str, telling(people[[*COLUMNS[3:]]])), *gone),
        column_config={
            "full_name": name_column(people),
            "industry_label": st.column_config.TextColumn("Industry", width=120),
            "sureness": st.column_config.TextColumn("How sure", help=told.SURENESS_HELP),
            "strength": st.column_config.ProgressColumn(
                "Tie strength",
                width=120,
                min_value=0,
                max_value=100,
                format="%.0f",
                help="0 to 100: minutes, how recent they are, and whether both write. Nothing about the person.",
            ),
            "function_label": "Function",
            "vanished_on": st.column_config.DateColumn(
                "No longer listed", format="D MMM YYYY", help="The copy of the list that was imported that day has them no more."
            ),
            "company": "Company",
            "position": "Position",
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
            "minutes": st.column_config.NumberColumn("Minutes, 1 year", format="%.0f"),
        },
    )
    selection = chosen["selection"]
    for place in [*selection["rows"], *(cell[0] for cell in selection.get("cells", []))][:1]:
        open_person(people["contact_id"].iloc[place])


def add_button() -> None:
    """The way to add somebody by hand, and its drawer."""
    if st.button("Add a contact", key="add_contact", icon=":material/person_add:"):
        st.session_state["adding"] = True
    if st.session_state.get("adding"):
        st.dialog("Add a contact", position="right", width=440, on_dismiss=_close)(_form)()


def _form() -> None:
    with errors_told("adding"):
        st.markdown("Somebody no file names yet. A later import of the same person joins with them.")
        for key, label in FIELDS.items():
            placeholder = {"add_name": "Dana Fox", "add_profile": "linkedin.com/in/dana-fox"}.get(key)
            st.text_input(label, key=key, max_chars=200, placeholder=placeholder, required=key == "add_name")
        st.selectbox(
            "Industry",
            industries.CODES,
            index=None,
            key="add_industry",
            format_func=LABELS.__getitem__,
            placeholder="Not known: the company may tell",
        )
        if said := st.session_state.pop("adding_problem", ""):
            st.markdown(f":orange[:material/error:] {escape(said)}")
        with st.container(horizontal=True):
            if st.button("Add", type="primary", key="add_save", on_click=_add) and "adding" not in st.session_state:
                st.rerun()  # the drawer draws itself alone: closing it takes the whole page
            if st.button("Cancel", type="tertiary", key="add_cancel", on_click=_close):
                st.rerun()


def _add() -> None:
    name, company, position, email, profile = (str(st.session_state.get(key) or "").strip() for key in FIELDS)
    said = told.problem(name, email, profile, bool(EMAIL.fullmatch(email)), bool(PROFILE.search(profile)))
    if said:
        st.session_state["adding_problem"] = said
        return
    decide(
        "added_contact",
        [
            {
                "full_name": name,
                "company": company or None,
                "position": position or None,
                "email": email or None,
                "profile_url": profile or None,
                "industry": st.session_state.get("add_industry"),
                "is_added": True,
            }
        ],
        f"{name} is among your contacts.",
    )
    _close()
    show_all()
    st.session_state["find"] = name


def _close() -> None:
    for key in ("adding", "adding_problem", *FIELDS, "add_industry"):
        st.session_state.pop(key, None)
