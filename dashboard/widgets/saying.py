"""How a draft is said: language, purpose, length and template, remembered for the next one."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard import intros, warehouse
from dashboard.headlines import drafts as told
from dashboard.questions import Frame
from dashboard.widgets.shell import ask, workspace
from dashboard.widgets.words import row, rows

EDITING = "editing_template"  # in the session: the name of the template that is edited, "" for a copy of ours
CHOSEN = "chosen_template"  # in the session: the template of one's own that was used or saved last


@dataclass(frozen=True, slots=True)
class Saying:
    """The choices of the user. ``template`` is the name of one of their own, None for ours; ``source`` its text."""

    language: str
    purpose: str
    length: str
    template: dict[str, Any] | None

    def source(self, kind: str) -> str:
        """The text of the template."""
        if self.template is None:
            return intros.template_source(kind, self.language)
        return str(self.template["template_text"])


def choose(kind: str) -> Saying:
    """Three or four small selections in a row."""
    last = row(ask("draft_choices"))
    is_editing = EDITING in st.session_state
    with st.grid(3, min_column_width=140):
        language = _choice("Language", told.LANGUAGES, "draft_language", last["language"], is_editing)
        purpose = last["purpose"]
        if intros.KINDS[kind].with_blurb:
            purpose = _choice("Purpose", told.PURPOSES, "draft_purpose", purpose)
        length = _choice("Length", told.LENGTHS, "draft_length", last["length"])
        own = _fitting(ask("draft_templates"), kind, language, purpose)
        template = None if is_editing else _template(own)
    return Saying(language, purpose, length, template)


def _choice(label: str, words: dict[str, str], key: str, last: str, is_fixed: bool = False) -> str:
    options = list(words)
    at = options.index(last) if last in options else 0
    return str(st.selectbox(label, options, at, words.__getitem__, key=key, disabled=is_fixed))


def _fitting(templates: Frame, kind: str, language: str, purpose: str) -> list[dict[str, Any]]:
    """One's own templates of that kind and language, for that purpose or any."""
    return [
        each
        for each in rows(templates)
        if (each["kind"], each["language"]) == (kind, language) and each["purpose"] in (None, purpose)
    ]


def _template(own: list[dict[str, Any]]) -> dict[str, Any] | None:
    if not own:
        return None
    names = [None, *(each["template_name"] for each in own)]
    last = st.session_state.get(CHOSEN)
    chosen = st.selectbox(
        "Template",
        range(len(names)),
        names.index(last) if last in names else 0,
        lambda at: names[at] or told.OURS,
        key="draft_template",
    )
    st.session_state[CHOSEN] = names[chosen]
    return own[chosen - 1] if chosen else None


def remember(saying: Saying) -> None:
    """The next draft begins with the same language, purpose and length."""
    last = row(ask("draft_choices"))
    new = {"language": saying.language, "purpose": saying.purpose, "length": saying.length}
    lines = [{"name": name, "setting": setting} for name, setting in new.items() if setting != last[name]]
    if lines:
        warehouse.decide(workspace(), "draft_choice", lines)
