"""What only the user knows: which addresses are theirs, who is who, which industry is theirs."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import industries
from dashboard.headlines import imports as told
from dashboard.questions import Frame
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import escape, rows

GUESSES = 3  # industries offered as one's own


def is_this_you(candidates: Sequence[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The identities the user confirms, and those they say are somebody else."""
    if not candidates:
        return [], []
    with st.container(border=True, key="is_this_you", gap="small"):
        st.header("Is this you?", anchor=False)
        st.caption("Your own addresses never count as a contact.")
        answers = {
            found["identity_key"]: st.checkbox(
                escape(f"{_address(found['identity_key'])}: {found['reason']}"),
                value=True,
                key=f"own_{found['identity_key']}",
            )
            for found in candidates
        }
    return [key for key, mine in answers.items() if mine], [key for key, mine in answers.items() if not mine]


def _address(identity_key: str) -> str:
    """An identity as people know it: the e-mail address, the address of the profile."""
    kind, _, key = identity_key.partition(":")
    return f"linkedin.com/{key}" if kind == "url" else key


def links(suggested: Frame, key: str, expanded: bool = False) -> None:
    """Addresses that look like LinkedIn contacts: one click for all, or one by one."""
    waiting = suggested[suggested["verdict"].isna()]
    if waiting.empty:
        return
    with st.container(border=True, key=key, gap="small"):
        st.header(told.look_alikes(len(waiting), float(waiting["share"].sum())), anchor=False)
        st.caption(
            "Until they are linked, a calendar knows addresses and LinkedIn knows employers, and the two never meet."
        )
        with st.container(horizontal=True):
            if st.button(f"Link all {len(waiting)}", type="primary", key="link_all", icon=":material/link:"):
                _rule(rows(waiting), "same", f"{len(waiting)} people linked.")
        with st.expander("One by one", key=f"{key}_one_by_one", expanded=expanded):
            for number, pair in enumerate(rows(waiting.head(30))):
                addressed = f"{pair['addressed_as']} = {pair['listed_as'] or 'on your list'}"
                with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                    st.markdown(f"**{escape(pair['full_name'])}** {escape(addressed)}", width="content")
                    with st.container(horizontal=True, width="content", gap="xsmall"):
                        if st.button("Same person", key=f"link_{number}"):
                            _rule([pair], "same", f"{pair['full_name']} linked.")
                        if st.button("Not the same", key=f"differ_{number}", type="tertiary"):
                            _rule([pair], "different", f"{pair['full_name']}: kept apart.")


def _rule(pairs: Sequence[dict[str, Any]], verdict: str, said: str) -> None:
    """Same or different, written down."""
    decide(
        "person_link",
        [{"identity_key": r["listed_key"], "other_key": r["addressed_key"], "verdict": verdict} for r in pairs],
        said,
    )
    st.rerun()


def home_industry() -> None:
    """One question, where no file tells it."""
    if ask("workspace_state")["home_industry"].notna()[0]:
        return
    with st.container(border=True, key="home_question", gap="small"):
        st.header("Which industry is yours?", anchor=False)
        st.caption("None of the files tells it. Every share is measured against it.")
        known = ask("industry_concentration", window_days=36_500, weighting="people")
        likely = list(known.loc[known["industry"].notna() & (known["share"] > 0), "industry"].head(GUESSES))
        guess = (
            st.pills(
                "A guess: where most people you know work",
                likely,
                format_func=lambda code: industries.BY_CODE[code].label,
                key="home_guess",
            )
            if likely
            else None
        )
        chosen = guess or st.selectbox(
            "Your industry",
            industries.CODES,
            index=None,
            format_func=lambda code: industries.BY_CODE[code].label,
            key="home",
            placeholder="Another one" if likely else "Choose one of 24",
            label_visibility="collapsed",
        )
        if chosen:
            decide(
                "assumption",
                [{"name": "home_industry", "setting": chosen}],
                f"Your industry is {industries.BY_CODE[chosen].label}.",
            )
            st.rerun()
