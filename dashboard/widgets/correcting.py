"""What one may change about a person: industry, switches, note, name and job. Each change is a decision of its own."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.headlines import person as told
from dashboard.industries import LABELS
from dashboard.widgets.shell import ask, decide, errors_told
from dashboard.widgets.words import rows

Person = Mapping[str, Any]
EVERYBODY, ONE = "Everybody there", "This person"
FIELDS = {"full_name": "Name", "company": "Company", "position": "Position"}


def draw(person: Person) -> None:
    """Everything the user may say about the person."""
    with st.container(border=True, key="correcting", gap="small"):
        st.header("Correct and decide", anchor=False)
        st.caption("Your word goes before every file, now and after the next import.")
        _industry(person)
        _settings(person)
        _note(person)
        _corrections(person)
        if person["is_added"]:
            st.button(
                "Remove what I added",
                key="remove_added",
                type="tertiary",
                icon=":material/person_remove:",
                on_click=_remove,
                args=(person,),
                help="The person stays as far as files name them.",
            )


def held(person: Person, key: str, value: Any) -> None:
    """A field shows what holds: also after somebody else is shown, an undo, or a word that was not taken."""
    holds = (person["contact_id"], value)
    if key not in st.session_state or st.session_state.get(f"{key}_holds") != holds:
        st.session_state[key] = value
    st.session_state[f"{key}_holds"] = holds


def _industry(person: Person) -> None:
    if person["company_key"]:
        st.segmented_control(
            "The industry you choose holds for",
            [EVERYBODY, ONE],
            default=EVERYBODY,
            required=True,
            key="label_scope",
            help="A label of the company holds for everybody who works there, now and later.",
        )
    held(person, "correct_industry", person["industry"])
    st.selectbox(
        "Industry",
        list(LABELS),
        index=None,
        key="correct_industry",
        format_func=LABELS.__getitem__,
        placeholder="Not known: choose one",
        on_change=_label,
        args=(person,),
    )
    if person["label_scope"]:
        st.button(
            "Take my label back",
            key="unlabel",
            type="tertiary",
            icon=":material/undo:",
            on_click=_unlabel,
            args=(person,),
        )


def _label(person: Person) -> None:
    chosen = st.session_state["correct_industry"]
    if chosen is None and person["label_scope"]:
        _unlabel(person)
    if chosen is None or chosen == person["industry"]:
        st.session_state["correct_industry"] = person["industry"]
        return
    for_all = person["company_key"] and st.session_state.get("label_scope", EVERYBODY) == EVERYBODY
    whose = person["company"] if for_all else person["full_name"]
    _decide(
        "industry_label",
        {
            "scope": "company" if for_all else "person",
            "scope_key": person["company_key"] if for_all else person["identity_key"],
            "industry": chosen,
        },
        f"{whose}: {LABELS[chosen]}.",
    )


def _unlabel(person: Person) -> None:
    _decide(
        "industry_label",
        {"scope": person["label_scope"], "scope_key": person["label_key"], "industry": None},
        "Your label is taken back.",
    )


def _settings(person: Person) -> None:
    holds = {
        "private": person["is_private"],
        "never_suggest": person["is_never_suggested"],
        "archived": person["is_archived"],
    }
    with st.container(gap="xsmall"):
        for setting, (label, meaning) in told.SETTINGS.items():
            held(person, f"set_{setting}", bool(holds[setting]))
            st.toggle(label, key=f"set_{setting}", help=meaning, on_change=_set, args=(person, setting))


def _set(person: Person, setting: str) -> None:
    is_on = bool(st.session_state[f"set_{setting}"])
    _decide(
        "contact_setting",
        {"identity_key": person["identity_key"], "setting": setting, "is_on": is_on},
        f"{person['full_name']}: {told.SETTINGS[setting][0].lower()} is {'on' if is_on else 'off'}.",
    )


def _note(person: Person) -> None:
    held(person, "note", person["note"] or "")
    st.text_area("Note, for yourself", key="note", height=96, max_chars=4000, on_change=_write_note, args=(person,))


def _write_note(person: Person) -> None:
    note = str(st.session_state["note"] or "").strip()
    _decide(
        "contact_note",
        {"identity_key": person["identity_key"], "note": note or None},
        f"Note on {person['full_name']} {'kept' if note else 'removed'}.",
    )


def _corrections(person: Person) -> None:
    with st.expander("Correct name, company or position", key="corrections", icon=":material/edit:"):
        for field, label in FIELDS.items():
            held(person, f"correct_{field}", person[field] or "")
            st.text_input(label, key=f"correct_{field}", max_chars=200, on_change=_correct, args=(person, field, label))
        st.caption("Enter keeps it. What files say stays in the table of what is known.")
        yours = {fact["fact"] for fact in rows(ask("contact_facts", who=person["contact_id"])) if fact["is_yours"]}
        if not person["is_added"] and yours & {"name", "company", "position"}:
            st.button(
                "Take what files say", key="uncorrect", type="tertiary", on_click=_uncorrect, args=(person, yours)
            )


def _correct(person: Person, field: str, label: str) -> None:
    word = str(st.session_state[f"correct_{field}"] or "").strip()
    if word == (person[field] or "") or (field == "full_name" and not word):
        st.session_state[f"correct_{field}"] = person[field] or ""
        return
    _write_correction(person, field, word, f"{label}: {word or 'none'}.")


def _uncorrect(person: Person, yours: set[str]) -> None:
    key, said = person["identity_key"], f"{person['full_name']}: what files say."
    with errors_told("uncorrect"):
        if "company" in yours:
            decide("employer_correction", [{"identity_key": key, "company": None}], said)
        if fields := [field for field, fact in (("full_name", "name"), ("position", "position")) if fact in yours]:
            taken_back = [{"identity_key": key, "field": field, "correction": None} for field in fields]
            decide("contact_correction", taken_back, said)


def _write_correction(person: Person, field: str, word: str | None, said: str) -> None:
    key = person["identity_key"]
    if field == "company":
        _decide("employer_correction", {"identity_key": key, "company": word}, said)
    else:
        _decide("contact_correction", {"identity_key": key, "field": field, "correction": word}, said)


def _remove(person: Person) -> None:
    with errors_told("remove"):
        decide(
            "added_contact",
            rows(ask("contact_removal", who=person["contact_id"])),
            f"{person['full_name']} is no longer added by hand.",
        )


def _decide(kind: str, decision: Mapping[str, Any], said: str) -> None:
    with errors_told("correcting"):
        decide(kind, [decision], said)
