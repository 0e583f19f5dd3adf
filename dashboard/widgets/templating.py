"""A template of one's own: copied from ours, edited with what becomes of it beside, named, saved, deleted."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard import intros
from dashboard.errors import UserError
from dashboard.headlines import drafts as told
from dashboard.industries import LABELS
from dashboard.widgets.saying import CHOSEN, EDITING, Saying
from dashboard.widgets.shell import ask, decide
from dashboard.widgets.words import escape, frame, rows

Template = dict[str, Any]
SOURCE = "template_source"  # in the session: the text the editor began with
ANY = ""  # the purpose of a template that serves for all


def open_button(kind: str, saying: Saying) -> None:
    """The way into the editor, with the template that is in use."""
    name, source = "", _copy(kind, saying)
    if saying.template:
        name, source = str(saying.template["template_name"]), saying.source(kind)
    word = "Edit this template" if name else "Make a template of your own"
    st.button(
        word, key="edit_template", type="tertiary", icon=":material/edit_note:", on_click=_open, args=(name, source)
    )


def editor(kind: str, saying: Saying, facts: intros.AskFacts) -> None:
    """Name, purpose and text; the draft it makes of the present suggestion; the fields and what they hold."""
    held = _held(kind, saying.language)
    name = st.text_input(
        "Name", st.session_state[EDITING], key="template_name", max_chars=60, placeholder="Warm and short"
    )
    purpose = _purpose(kind, held, saying)
    text = st.text_area(
        "Template",
        st.session_state[SOURCE],
        key="template_text",
        height=340,
        max_chars=20_000,
        help="One line is one sentence. One whose field is not known is left out, and a line that begins with *or:* "
        "stands in for it. The preview follows when you leave the box or press Ctrl+Enter.",
    )
    buttons = st.container(horizontal=True, vertical_alignment="center", key="template_row")
    made = _preview(kind, text, facts)
    _fields(facts)
    wanted = {"template_name": name.strip(), "kind": kind, "language": saying.language, "purpose": purpose or None}
    with buttons:
        st.button(
            "Save template",
            key="save_template",
            type="primary",
            disabled=made is None or not name.strip(),
            on_click=_save,
            args=(wanted | {"template_text": text}, held),
        )
        st.button("Back to the draft", key="leave_template", on_click=_leave)
        if held:
            st.button("Delete", key="delete_template", type="tertiary", on_click=_delete, args=(held,))
        if not name.strip():
            st.caption("Give it a name to save it.", width="content")


def _copy(kind: str, saying: Saying) -> str:
    """Ours as it is said now: sentences, without those of other purposes and lengths."""
    source = intros.template_source(kind, saying.language)
    return intros.settled(source, {"purpose": saying.purpose, "length": saying.length})


def _open(name: str, source: str) -> None:
    st.session_state[EDITING], st.session_state[SOURCE] = name, source


def _leave() -> None:
    st.session_state.pop(EDITING, None)


def _held(kind: str, language: str) -> Template | None:
    """The template that is edited, as it is kept; None for a new one."""
    found = [
        each
        for each in rows(ask("draft_templates"))
        if (each["template_name"], each["kind"], each["language"]) == (st.session_state[EDITING], kind, language)
    ]
    return found[0] if found else None


def _purpose(kind: str, held: Template | None, saying: Saying) -> str:
    if not intros.KINDS[kind].with_blurb:
        return ANY
    options = [ANY, *told.PURPOSES]
    at = options.index((held["purpose"] or ANY) if held else saying.purpose)
    words = {ANY: told.ANY_PURPOSE, **told.PURPOSES}
    return str(st.selectbox("Offered for", options, at, words.__getitem__, key="template_purpose"))


def _preview(kind: str, text: str, facts: intros.AskFacts) -> intros.Draft | None:
    """The draft, or what is wrong with the template and in which line."""
    try:
        made = intros.draft_from(facts, text, kind)
    except UserError as error:
        st.error(escape(error.hint), title=escape(error.message), icon=":material/error:")
        return None
    with st.container(border=True, key="template_preview", gap="small"):
        st.caption(f"What it makes of this {'suggestion' if kind == 'introduction' else 'mail'}")
        st.markdown(f"**{escape(made.subject)}**")
        st.markdown(escape(made.body))
    findings(made, facts, kind)
    return made


def findings(made: intros.Draft, facts: intros.AskFacts, kind: str) -> None:
    """What to look at again, in words."""
    for warning in intros.lint(made, facts, list(LABELS.values()), kind, date.today()):
        st.caption(f":material/info: {escape(warning)}")


def _fields(facts: intros.AskFacts) -> None:
    with st.expander("Fields and what they hold now", key="template_fields"):
        st.caption(
            "A field stands in double braces: {{ introducer_first_name }}.".replace("{{", r"\{\{").replace(
                "}}", r"\}\}"
            )
        )
        held = [{"field": name, "now": now or told.NOT_KNOWN} for name, now in intros.fields_now(facts)]
        st.dataframe(
            frame(held),
            hide_index=True,
            key="fields_table",
            alt="The fields of a template and what each holds for this draft",
            placeholder="",
            column_config={"field": "Field", "now": "Now"},
        )


def _save(template: Template, held: Template | None) -> None:
    """A renamed one leaves its old name; of one name there is one for each kind and language."""
    same = {"template_name": template["template_name"], "kind": template["kind"], "language": template["language"]}
    kept = [each for each in rows(ask("draft_templates")) if same.items() <= each.items()]
    gone = [_gone(each) for each in (*kept, *([held] if held else [])) if _key(each) != _key(template)]
    decide("draft_template", [*gone, template], told.saved(template["template_name"]))
    st.session_state[CHOSEN] = template["template_name"]
    _leave()


def _delete(held: Template) -> None:
    decide("draft_template", [_gone(held)], told.deleted(held["template_name"]))
    st.session_state.pop(CHOSEN, None)
    _leave()


def _gone(template: Template) -> Template:
    return _key(template) | {"template_text": None}


def _key(template: Template) -> Template:
    return {key: template[key] for key in ("template_name", "kind", "language", "purpose")}
