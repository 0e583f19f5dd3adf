"""The parts of the Suggestions page: a card for each ask, and the drawer with its draft."""

from typing import Any

import streamlit as st

from dashboard import headlines, intros
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import escape, row


def write(target: dict[str, Any]) -> None:
    """The drawer."""
    with errors_told("draft"):
        _draft(target)


def _draft(target: dict[str, Any]) -> None:
    """The draft: a private note and a blurb to forward, both to be edited."""
    me = row(ask("own_profile"))
    st.markdown(f"**{escape(target['target_label'])}** · {escape(target['evidence'])}")
    st.caption(
        f"{target['certainty'].capitalize()}: {headlines.CERTAINTY_MEANING[target['certainty']].lower()} · "
        f"{headlines.warmth(target['strength'], target['last_interaction_on'])}"
    )
    reason = st.text_input(
        "Why this industry interests you",
        key="reason",
        placeholder="I am weighing a move into it",
        help="One honest reason makes the ask. It goes into both texts.",
    )
    facts = intros.AskFacts(
        introducer_name=target["introducer"],
        introducer_company=target["introducer_company"],
        introducer_position=target["introducer_position"],
        user_name=me["full_name"],
        user_position=me["position"],
        user_company=me["company"],
        user_headline=me["headline"],
        home_label=me["home_label"],
        target_label=target["target_label"],
        reason=reason or None,
        evidence=target["evidence"],
        certainty=target["certainty"],
        last_interaction_on=target["last_interaction_on"],
    )
    found = intros.draft(facts)
    version = f"{target['introducer_id']}_{target['target_industry']}_{hash(reason)}"
    note = st.text_area(
        f"To {intros.first_name(target['introducer'])}, in private", found.ask, height=250, key=f"note_{version}"
    )
    blurb = st.text_area(
        "To be forwarded", found.blurb, height=150, key=f"blurb_{version}", help="It names nothing private."
    )
    for warning in intros.lint(intros.Draft(found.subject, note, blurb), facts, list(ask("industry_gaps")["label"])):
        st.caption(f":material/info: {escape(warning)}")
    body = intros.Draft(found.subject, note, blurb).body
    link = intros.mailto(target["introducer_email"], found.subject, body)
    with st.container(horizontal=True):
        if intros.mailto_too_long(link):
            st.caption("Too long for a mail link: copy it instead.")
        else:
            st.link_button("Open in mail", link, type="primary", icon=":material/mail:")
        with st.popover("Copy", icon=":material/content_copy:", key="copy"):
            st.code(body, language=None, wrap_lines=True)
    st.caption("We never send anything: you do. People are about twice as willing to help as we expect them to be.")


def card(target: dict[str, Any], place: int) -> None:
    """One ask."""
    with st.container(border=True, height="stretch", gap="small", key=f"ask_{place}"):
        with st.container(horizontal=True, gap="xsmall"):
            st.badge(target["target_label"], color="orange", icon=":material/add_circle:")
            st.badge(
                target["certainty"],
                color="gray" if target["certainty"] == "guess" else "orange",
                help=headlines.CERTAINTY_MEANING[target["certainty"]],
            )
        with st.container(gap=None):
            st.header(escape(f"Ask {target['introducer']}"), anchor=False)
            st.markdown(f"about **{target['target_label']}**")
        st.markdown(f":gray[{escape(target['evidence'])}]")
        st.caption(headlines.warmth(target["strength"], target["last_interaction_on"]))
        st.space("stretch")
        with st.container(horizontal=True, gap="small"):
            if st.button(
                "Write it",
                key=f"write_{place}",
                type="primary" if place == 0 else "secondary",
                icon=":material/edit:",
            ):
                st.session_state["writing"] = (target["introducer_id"], target["target_industry"])
            if st.button(
                "Never suggest",
                key=f"never_{place}",
                type="tertiary",
                help=f"{target['introducer']} will not be suggested again.",
            ):
                decide(
                    "contact_setting",
                    [{"identity_key": target["introducer_key"], "setting": "never_suggest", "is_on": True}],
                    f"{target['introducer']} will not be suggested again.",
                )
                st.rerun()
