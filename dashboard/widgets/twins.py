"""People who may be one: both side by side, why, and one click for the answer."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import warehouse
from dashboard.headlines import twins as told
from dashboard.widgets.figure import empty_state, explain, open_person
from dashboard.widgets.shell import ask, decide, errors_told, workspace
from dashboard.widgets.words import escape, frame, rows

Pair = Mapping[str, Any]
CARDS = 6
COMPARED_AT_ONCE = 5_000  # contacts; of more the Review page takes the seconds it needs


def draw() -> None:
    """The second part of the Review page."""
    _compare()
    asked = {"is_link_too": False}  # the links stand above, each with its own question
    pairs = rows(ask("suspected_duplicates", **asked))
    with st.container(key="twins", gap="small"):
        if not pairs:
            empty_state("nobody_twice", told.NONE, told.NONE_BODY, "See all contacts", "contacts")
            _left_out()
            return
        with st.container(gap="xsmall"):
            st.header(told.heading(pairs), anchor=False)
            st.caption(told.LEAD)
        with st.grid(2, min_column_width=330):
            for place, pair in enumerate(pairs[:CARDS]):
                _card(pair, place)
        if len(pairs) > 1:
            _several(pairs)
        explain("suspected_duplicates", asked, "twins")
        _left_out()


def _left_out() -> None:
    """What the search did not look at: said, not passed over."""
    groups = rows(ask("duplicates_left_out"))
    if not groups:
        return
    with st.container(gap="xsmall", key="left_out"):
        st.caption(escape(told.left_out(groups)))
        if len(groups) > 1:
            with st.expander("Which groups"):
                shown = [{"group": told.group(row), "people": row["people"], "pairs": row["pairs"]} for row in groups]
                st.dataframe(
                    frame(shown),
                    hide_index=True,
                    height=min(320, 38 + 35 * len(shown)),
                    alt="Groups of people who were not compared with each other, the largest first",
                    column_config={
                        "group": "What they share",
                        "people": st.column_config.NumberColumn("People", format="localized"),
                        "pairs": st.column_config.NumberColumn("Pairs at most", format="localized"),
                    },
                )
        explain("duplicates_left_out", {}, "left_out")


def mention(contact_id: str) -> None:
    """On a person's page: who else they may be."""
    if ask("workspace_state")["contacts"][0] <= COMPARED_AT_ONCE:
        _compare()
    for place, pair in enumerate(rows(ask("suspected_duplicates", twin_of=contact_id, most=3))):
        other = "other" if pair["one_id"] == contact_id else "one"
        with st.container(key=f"twin_{place}", gap=None):
            st.markdown(f"{told.perhaps(pair)} the same as **{escape(pair[f'{other}_name'])}**")
            st.caption(escape(told.why(pair)))
            with st.container(horizontal=True, gap="small"):
                _answers(pair, f"twin_{place}")
                if st.button("See the other", key=f"see_twin_{place}", type="tertiary"):
                    open_person(pair[f"{other}_id"])


def _card(pair: Pair, place: int) -> None:
    word, icon, meaning = told.sureness(pair)
    with st.container(border=True, gap="small", height="stretch", key=f"pair_{place}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.badge(word, color="gray", icon=f":material/{icon}:", help=meaning)
            st.caption(told.behind(pair), width="content")
        for which, column in zip(("one", "other"), st.columns(2, gap="small"), strict=True):
            with column, st.container(gap=None):
                _side(pair, which, place)
        st.caption(escape(told.why(pair)))
        st.space("stretch")
        with st.container(horizontal=True, gap="small"):
            _answers(pair, f"pair_{place}")


def _side(pair: Pair, which: str, place: int) -> None:
    """One of the two; what differs is in full black, what both have is grey."""
    (name, _), *facts = told.side(pair, which)
    if st.button(f"**{escape(name)}**", key=f"open_{which}_{place}", type="tertiary", help="Open their page"):
        open_person(pair[f"{which}_id"])
    for words, differs in facts:
        st.markdown(escape(words) if differs else f":gray[{escape(words)}]")


def _answers(pair: Pair, key: str) -> None:
    st.button("Merge", key=f"merge_{key}", icon=":material/merge:", on_click=_merge, args=([pair],))
    st.button("Not the same", key=f"part_{key}", type="tertiary", on_click=_part, args=(pair,))


def _several(pairs: Sequence[Pair]) -> None:
    """All pairs in a table; the ticked ones are merged at once."""
    shown = [
        {
            "one": told.told_apart(pair, "one"),
            "other": told.told_apart(pair, "other"),
            "sure": told.sureness(pair)[0],
            "why": told.why(pair),
            "hours": (pair["one_minutes"] + pair["other_minutes"]) / 60,
        }
        for pair in pairs
    ]
    likely = [pair for pair in pairs if pair["is_likely"]]
    with st.expander("Several at once", key="several_pairs"):
        table: Any = st.dataframe(
            frame(shown),
            key="twin_table",
            hide_index=True,
            on_select="rerun",
            selection_mode="multi-row",
            height=min(320, 38 + 35 * len(shown)),
            placeholder="",
            alt="Pairs that may be one person, the likely first",
            column_order=("one", "other", "hours", "sure", "why"),
            column_config={
                "one": "One",
                "other": "The other",
                "sure": "How sure",
                "why": "Why",
                "hours": st.column_config.NumberColumn("Hours on record", format="%.1f"),
            },
        )
        ticked = [pair for place, pair in enumerate(pairs) if place in table["selection"]["rows"]]
        with st.container(horizontal=True, gap="small"):
            st.button(
                told.merge_button(len(ticked)), key="merge_ticked", disabled=not ticked, on_click=_merge, args=(ticked,)
            )
            if len(likely) > 1:
                st.button(
                    f"Merge all {len(likely):,} likely ones",
                    key="merge_likely",
                    type="tertiary",
                    on_click=_merge,
                    args=(likely,),
                )


def _merge(pairs: Sequence[Pair]) -> None:
    with errors_told("merge"):
        decisions = [
            decision
            for pair in pairs
            for decision in rows(ask("contact_merge", who=pair["one_id"], other=pair["other_id"]))
        ]
        decide("person_link", decisions, told.merged(pairs))


def _part(pair: Pair) -> None:
    with errors_told("part"):
        decision = {"identity_key": pair["one_key"], "other_key": pair["other_key"], "verdict": "different"}
        decide("person_link", [decision], told.parted(pair))


def _compare() -> None:
    """Compare who is new since the last time."""
    space = workspace()
    with space.reading() as con:
        version = warehouse.data_version(con)
    _compared(str(space.folder), version)


@st.cache_data(max_entries=50, show_spinner="Looking for people who are in your contacts twice")
def _compared(folder: str, version: int) -> int:
    return warehouse.find_duplicates(warehouse.Workspace(Path(folder)))
