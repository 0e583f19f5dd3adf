"""The drawer with a draft: said as one likes, edited, opened in mail, saved or copied, and then said to be sent."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import streamlit as st

from dashboard import intros
from dashboard.errors import UserError
from dashboard.headlines import drafts as words
from dashboard.headlines import suggestions as told
from dashboard.headlines.words import CERTAINTY_MEANING, has, warmth
from dashboard.widgets import asking, own_text, saying, sending, templating
from dashboard.widgets.saying import EDITING, Saying
from dashboard.widgets.shell import ask, errors_told
from dashboard.widgets.words import escape, row

Target = Mapping[str, Any]


def open_drawer(target: Target, kind: str = "introduction") -> None:
    """The drawer beside the page. ``target``: a row of ``intro_targets``, or of ``intro_requests`` for what is asked.

    ``kind`` is a key of ``intros.KINDS``. To somebody who was never asked for anything (*reconnect*) a row with
    introducer, introducer_id, introducer_email, introducer_company, introducer_position and last_interaction_on will do.
    """
    st.dialog(
        escape(words.drawer(kind, target["introducer"])),
        position="right",
        width=560,
        on_dismiss=sending.forget,
    )(_drawer)(target, kind)


def _drawer(target: Target, kind: str) -> None:
    with errors_told("draft"):
        _evidence(target, kind)
        said = saying.choose(kind)
        facts = _facts(target, kind, said)
        if EDITING in st.session_state:
            templating.editor(kind, said, facts)
            return
        written = _texts(facts, kind, said, target)
        sending.ways_out(target, kind, written)
        with st.container(horizontal=True, key="sent_row"):
            sending.sent(target, kind, said)
        with st.container(horizontal=True, key="other_row", vertical_alignment="center"):
            if "choice" in target:
                asking.keep(dict(target))
                asking.more(dict(target))
            templating.open_button(kind, said)
        st.caption(words.HESITANT if intros.KINDS[kind].with_blurb else words.NEVER_SENT)


def _evidence(target: Target, kind: str) -> None:
    """About whom and what, why this introducer, and how warm."""
    if has(target.get("target_label")):
        st.markdown(words.about(kind, f"**{escape(told.about(target))}**"))
    if "evidence" in target:
        warm = warmth(target["strength"], target["last_interaction_on"])
        st.caption(
            f"{target['certainty'].capitalize()}: {CERTAINTY_MEANING[target['certainty']].lower()} · "
            f"{escape(target['evidence'])}  \n{warm} · {told.asked(target['last_asked_on'])}"
        )


def _facts(target: Target, kind: str, said: Saying) -> intros.AskFacts:
    me = row(ask("own_profile"))
    return intros.AskFacts(
        introducer_name=target["introducer"],
        introducer_company=target["introducer_company"],
        introducer_position=target["introducer_position"],
        user_name=me["full_name"],
        user_position=me["position"],
        user_company=me["company"],
        user_headline=me["headline"],
        home_label=me["home_label"],
        target_label=target.get("target_label"),
        target_name=target.get("target_name"),
        target_company=target.get("target_company"),
        evidence=target.get("evidence"),
        certainty=target.get("certainty", "known" if has(target.get("target_name")) else "guess"),
        last_interaction_on=intros.long_ago(_day(target["last_interaction_on"]), date.today()),
        last_asked_on=_day(target.get("last_asked_on")),
        language=said.language,
        purpose=said.purpose,
        length=said.length,
        **_own_words(kind),
    )


def _day(moment: Any) -> date | None:
    """A cell of a frame as a day."""
    return moment.date() if isinstance(moment, datetime) else moment


def _own_words(kind: str) -> dict[str, str | None]:
    """What only the user can say: why, what made them think of somebody, what came of a meeting."""
    name = intros.KINDS[kind].own_words
    if name is None:
        return {}
    label, example = words.OWN_WORDS[name]
    said = st.text_input(
        label,
        key=name,
        placeholder=example,
        help="One honest sentence makes the mail. It goes in word for word, so write it in the language of the draft.",
    )
    return {name: said or None}


def _texts(facts: intros.AskFacts, kind: str, said: Saying, target: Target) -> intros.Draft:
    """Subject and texts as the user leaves them; what they changed is kept, and stands in the place of the template's."""
    at = own_text.place(target, kind, said.language)
    own = own_text.held(target, at)
    found = own or _made(facts, kind, said)
    boxes = own_text.version(at, (facts, said.source(kind)), own is not None)
    for part, text in asdict(found).items():
        st.session_state.setdefault(f"{part}_{boxes}", text)
    kept: dict[str, Any] = {"on_change": own_text.keep, "args": (at, boxes)}
    subject = st.text_input("Subject", key=f"subject_{boxes}", **kept)
    to = f"To {escape(intros.first_name(facts.introducer_name))}, in private"
    note = st.text_area(to, height=230, key=f"ask_{boxes}", **kept)
    blurb = ""
    if found.blurb:
        counted = words.blurb_words(len(found.blurb.split()))
        blurb = st.text_area(counted, height=150, key=f"blurb_{boxes}", help="It names nothing private.", **kept)
    written = intros.Draft(subject, note, blurb)
    templating.findings(written, facts, kind)
    return written


def _made(facts: intros.AskFacts, kind: str, said: Saying) -> intros.Draft:
    """By the chosen template; by ours if that one is broken, which is said."""
    try:
        return intros.draft_from(facts, said.source(kind), kind)
    except UserError as error:
        if said.template is None:
            raise
        st.error(escape(error.hint), title=escape(error.message), icon=":material/error:")
        return intros.draft(facts, kind)
