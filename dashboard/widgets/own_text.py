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


def place(target: Target, kind: str, language: str) -> dict[str, str | None]:
    """What a text belongs to: whom, about what, its kind and language."""
    return {
        "identity_key": str(target["introducer_key"]),
        "target_industry": target.get("target_industry"),
        "target_name": target.get("target_name"),
        "kind": kind,
        "language": language,
    }


def held(at: Mapping[str, str | None]) -> intros.Draft | None:
    """The user's own words, if there are any; says so, and offers the template's again."""
    kept = next((row for row in rows(ask("draft_texts")) if all(row[name] == at[name] for name in at)), None)
    if kept is None:
        return None
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="own_text"):
        st.markdown(f":material/edit_note: {told.own_words(kept['written_at'])}", width="stretch")
        if st.button("Back to the template", key="back_to_template", type="tertiary"):
            decide("draft_text", [{**at, "draft_text": None}], "The draft has the template's words again.")
            st.rerun()
    return intros.Draft(**json.loads(kept["draft_text"]))


def keep(at: Mapping[str, str | None], keys: Mapping[str, str]) -> None:
    """Store what stands in the boxes; ``keys`` are theirs, by part. Runs when one of them was changed."""
    typed = intros.Draft(**{part: st.session_state[keys[part]] if part in keys else "" for part in PARTS})
    warehouse.decide(workspace(), "draft_text", [{**at, "draft_text": json.dumps(asdict(typed), ensure_ascii=False)}])
