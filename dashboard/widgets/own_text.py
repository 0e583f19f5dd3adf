"""A draft in the user's own words: kept as it is typed, there again when the drawer is opened, let go with a click."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from dashboard import intros, warehouse
from dashboard.headlines import drafts as told
from dashboard.widgets.shell import ask, decide, workspace
from dashboard.widgets.words import rows

Target = Mapping[str, Any]
PARTS = ("subject", "ask", "blurb")
TYPED = "draft_typed_in"  # in the session: whose boxes were typed in, and which boxes
RESETS = "draft_resets"  # in the session: how often the template's words were asked for again


def place(target: Target, kind: str, language: str) -> dict[str, str | None]:
    """What a text belongs to: whom, about what, its kind and language; as a decision has it, less the text."""
    return {
        "identity_key": str(target["introducer_key"]),
        "target_industry": target.get("target_industry"),
        "target_name": target.get("target_name"),
        "kind": kind,
        "language": language,
    }


def held(target: Target, at: Mapping[str, str | None]) -> intros.Draft | None:
    """The user's own words for this request, if there are any; says so, and offers the template's again."""
    mine = [text for text in rows(ask("draft_texts")) if _belongs(text, target, at)]
    kept = next((text for text in mine if text["language"] == at["language"]), None)
    others = [str(text["language"]) for text in mine if text is not kept]
    line = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="own_text")
    if others:
        st.caption(f":material/edit_note: {told.own_words_too(others)}")
    if kept is None:
        return None
    with line:
        st.markdown(f":material/edit_note: {told.own_words(kept['written_at'])}", width="stretch")
        if st.button("Back to the template", key="back_to_template", type="tertiary"):
            st.session_state.pop(TYPED, None)
            st.session_state[RESETS] = st.session_state.get(RESETS, 0) + 1
            let_go = {**at, "identity_key": kept["identity_key"], "draft_text": None}
            decide("draft_text", [let_go], "The draft has the template's words again.")
            st.rerun()
    return intros.Draft(**json.loads(kept["draft_text"]))


def let_go(target: Target, kind: str) -> None:
    """What was sent and belongs to no request would else stand in the next mail to them, years later."""
    at = place(target, kind, "")
    mine = [text for text in rows(ask("draft_texts")) if _belongs(text, target, at)]
    if mine:
        lines = [{**{name: text[name] for name in at}, "draft_text": None} for text in mine]
        decide("draft_text", lines, f"Your words to {target['introducer']} are sent: the next draft begins anew.")


def _belongs(text: Target, target: Target, at: Mapping[str, str | None]) -> bool:
    """Whether a row of ``draft_texts`` was written to that person about that, for the request of ``target``, if it is one.

    By the contact, not their key: two that were found to be one person keep what was written to either.
    """
    about = ("target_industry", "target_name", "kind")
    is_same = all(text[name] == at[name] for name in about)
    return is_same and (text["contact_id"], text["request_key"]) == (target["introducer_id"], target.get("request_key"))


def version(at: Mapping[str, str | None], made_of: object, is_own: bool) -> str:
    """Which boxes to draw. Those typed in stay: anew, they would lose what is being typed in the next one meanwhile."""
    typed_at, typed_in = st.session_state.get(TYPED, (None, ""))
    if is_own and typed_at == at:
        return str(typed_in)
    return f"{hash((*at.values(), None if is_own else made_of))}_{st.session_state.get(RESETS, 0)}"


def keep(at: Mapping[str, str | None], boxes: str) -> None:
    """Store what stands in the boxes of that version. Runs when one of them was changed."""
    typed = intros.Draft(*(st.session_state.get(f"{part}_{boxes}", "") for part in PARTS))
    st.session_state[TYPED] = (at, boxes)
    warehouse.decide(workspace(), "draft_text", [{**at, "draft_text": json.dumps(asdict(typed), ensure_ascii=False)}])
