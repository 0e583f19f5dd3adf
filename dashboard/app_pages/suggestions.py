"""Whom do I ask, about which industry, and in which words?"""

import streamlit as st

from dashboard import headlines, intros, widgets

SHOWN = 6


def write(ask: dict) -> None:
    """The drawer."""
    with widgets.errors_told("draft"):
        draft(ask)


def draft(ask: dict) -> None:
    """The draft: a private note and a blurb to forward, both to be edited."""
    me = widgets.row(widgets.ask("own_profile"))
    st.markdown(f"**{widgets.escape(ask['target_label'])}** · {widgets.escape(ask['evidence'])}")
    st.caption(f"{ask['certainty'].capitalize()}: {headlines.CERTAINTY_MEANING[ask['certainty']].lower()} · "
               f"{headlines.warmth(ask['strength'], ask['last_interaction_on'])}")
    reason = st.text_input("Why this industry interests you", key="reason", placeholder="I am weighing a move into it",
                           help="One honest reason makes the ask. It goes into both texts.")
    facts = intros.AskFacts(
        introducer_name=ask["introducer"], introducer_company=ask["introducer_company"], introducer_position=ask["introducer_position"],
        user_name=me["full_name"], user_position=me["position"], user_company=me["company"], user_headline=me["headline"],
        home_label=me["home_label"], target_label=ask["target_label"], reason=reason or None, evidence=ask["evidence"],
        certainty=ask["certainty"], last_interaction_on=ask["last_interaction_on"],
    )
    found = intros.draft(facts)
    version = f"{ask['introducer_id']}_{ask['target_industry']}_{hash(reason)}"
    note = st.text_area(f"To {intros.first_name(ask['introducer'])}, in private", found.ask, height=250, key=f"note_{version}")
    blurb = st.text_area("To be forwarded", found.blurb, height=150, key=f"blurb_{version}", help="It names nothing private.")
    for warning in intros.lint(intros.Draft(found.subject, note, blurb), facts, list(widgets.ask("industry_gaps")["label"])):
        st.caption(f":material/info: {widgets.escape(warning)}")
    body = intros.Draft(found.subject, note, blurb).body
    link = intros.mailto(ask["introducer_email"], found.subject, body)
    with st.container(horizontal=True):
        if intros.mailto_too_long(link):
            st.caption("Too long for a mail link: copy it instead.")
        else:
            st.link_button("Open in mail", link, type="primary", icon=":material/mail:")
        with st.popover("Copy", icon=":material/content_copy:", key="copy"):
            st.code(body, language=None, wrap_lines=True)
    st.caption("We never send anything: you do. People are about twice as willing to help as we expect them to be.")


def card(ask: dict, place: int) -> None:
    """One ask."""
    with st.container(border=True, height="stretch", gap="small", key=f"ask_{place}"):
        with st.container(horizontal=True, gap="xsmall"):
            st.badge(ask["target_label"], color="orange", icon=":material/add_circle:")
            st.badge(ask["certainty"], color="gray" if ask["certainty"] == "guess" else "orange",
                     help=headlines.CERTAINTY_MEANING[ask["certainty"]])
        with st.container(gap=None):
            st.header(widgets.escape(f"Ask {ask['introducer']}"), anchor=False)
            st.markdown(f"about **{ask['target_label']}**")
        st.markdown(f":gray[{widgets.escape(ask['evidence'])}]")
        st.caption(headlines.warmth(ask["strength"], ask["last_interaction_on"]))
        st.space("stretch")
        with st.container(horizontal=True, gap="small"):
            if st.button("Write it", key=f"write_{place}", type="primary" if place == 0 else "secondary", icon=":material/edit:"):
                st.session_state["writing"] = (ask["introducer_id"], ask["target_industry"])
            if st.button("Never suggest", key=f"never_{place}", type="tertiary", help=f"{ask['introducer']} will not be suggested again."):
                widgets.decide("contact_setting", [{"identity_key": ask["introducer_key"], "setting": "never_suggest", "is_on": True}],
                               f"{ask['introducer']} will not be suggested again.")
                st.rerun()


days, weighting = widgets.page_head("Ask · Suggestions", windowed=True)
if not widgets.needs_contacts():
    params = {"window_days": days, "weighting": weighting}
    everything = widgets.ask("intro_targets", **params)
    options = list(dict.fromkeys(everything["target_label"]))
    if st.session_state.get("target_industry") not in options:
        st.session_state.pop("target_industry", None)
    wanted = st.session_state.get("target_industry")
    asks = everything[everything["target_label"] == wanted] if wanted else everything
    widgets.answer(*headlines.suggestions(asks))
    widgets.offer_undo()
    st.selectbox("Industry", options, index=None, placeholder="All industries", key="target_industry",
                 label_visibility="collapsed", width=280)
    if asks.empty:
        st.info("Nobody to ask yet: no gap has a contact who could open it. Import more contacts, or label industries.")
    with st.grid(3, min_column_width=230):
        for place, ask in enumerate(widgets.rows(asks.head(SHOWN))):
            card(ask, place)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(f"All {len(asks)} intro targets", anchor=False, width="content")
        with st.container(horizontal=True, width="content"):
            widgets.download(asks, "intro-targets", ("csv", "xlsx"), "export")
    table = st.dataframe(
        asks, hide_index=True, key="all_asks", on_select="rerun", selection_mode="single-row", alt="Every suggested ask, best first",
        column_order=("rank", "introducer", "target_label", "certainty", "evidence", "strength", "last_interaction_on", "yes_chance", "knows_chance"),
        column_config={
            "rank": "Rank", "introducer": "Ask", "target_label": "About", "certainty": "Certainty", "evidence": "Why",
            "strength": st.column_config.ProgressColumn("Tie strength, 0 to 100", min_value=0, max_value=100, format="%.0f"),
            "last_interaction_on": st.column_config.DateColumn("Last interaction", format="D MMM YYYY"),
            "yes_chance": st.column_config.NumberColumn("Chance of a yes (assumed)", format="percent"),
            "knows_chance": st.column_config.NumberColumn("Chance they know somebody (assumed)", format="percent"),
        },
    )
    widgets.explain("intro_targets", params, "targets")
    chosen = table["selection"]["rows"]
    if chosen and st.session_state.get("opened_row") != chosen[0]:
        row = asks.iloc[chosen[0]]
        st.session_state["writing"] = (row["introducer_id"], row["target_industry"])
    st.session_state["opened_row"] = chosen[0] if chosen else None
    if "writing" in st.session_state:
        person, industry = st.session_state["writing"]
        match = everything[(everything["introducer_id"] == person) & (everything["target_industry"] == industry)]
        if len(match):
            ask = widgets.row(match)
            st.dialog(f"Ask {ask['introducer']}", position="right", width=560, on_dismiss=lambda: st.session_state.pop("writing", None))(write)(ask)
