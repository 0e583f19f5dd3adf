"""Whose list of people a file is: the user's own, or one that a contact shared. Only the user can say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.errors import UserError
from dashboard.headlines import imports as told
from dashboard.importers import shared_list
from dashboard.warehouse import ME, FileReport, ImportReport, SourceFile
from dashboard.widgets.shell import ask
from dashboard.widgets.words import escape, row, rows

MINE, SHARED = "mine", "shared"
AT_MOST = 6


def owned(sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The sources with what the user said of them."""
    said = _said()
    return [replace(source, owner=said.get(str(source.path), "")) for source in sources]


def whose(report: ImportReport, refused: Sequence[tuple[SourceFile, UserError]]) -> bool:
    """The question for each list of people; False while an answer is missing, without which nothing may be imported."""
    is_settled = True
    has_contacts = bool(row(ask("workspace_state"))["contacts"])
    for number, (source, files) in enumerate([*_by_source(report), *((source, []) for source, _ in refused)]):
        lists = [
            file for file in files if file.kind in (*shared_list.SHAREABLE, shared_list.KIND) and not file.is_known
        ]
        is_asked = any(file.asks_whose for file in files)
        if is_asked or source.owner or (lists and has_contacts):
            is_settled &= _asked(number, source, is_asked)
    return is_settled


def _by_source(report: ImportReport) -> Iterator[tuple[SourceFile, Sequence[FileReport]]]:
    start = 0
    for source, number in report.sources:
        yield source, report.files[start : start + number]
        start += number


def _asked(number: int, source: SourceFile, is_asked: bool) -> bool:
    """One list: mine or shared, and by whom. Whether that is answered."""
    place = f"{st.session_state['upload_round']}_{number}"
    chosen = st.session_state.setdefault("whose", {}).get(str(source.path))
    with st.container(border=True, key=f"whose_box_{number}", gap="small"):
        st.header(escape(told.whose(source.name)), anchor=False)
        if is_asked and not chosen:
            st.warning(told.STRANGERS, icon=":material/help:")
        key = f"whose_{place}"
        st.session_state[key] = chosen or (None if is_asked else MINE)
        st.radio(
            "Whose list it is",
            (MINE, SHARED),
            format_func=told.WHOSE.__getitem__,
            key=key,
            horizontal=True,
            label_visibility="collapsed",
            on_change=_choose,
            args=(str(source.path), key),
        )
        if chosen == SHARED:
            return _sharer(place, source)
    return bool(chosen) or not is_asked


def _choose(path: str, key: str) -> None:
    st.session_state["whose"][path] = st.session_state[key]
    _said()[path] = ME if st.session_state[key] == MINE else ""


def _sharer(place: str, source: SourceFile) -> bool:
    """Search among the contacts; whether one is chosen."""
    if source.is_shared:
        name = st.session_state["sharers"][source.owner]
        st.markdown(f"Shared by **{escape(name)}**. {told.SECOND}")
        st.button("Somebody else", key=f"another_{place}", type="tertiary", on_click=_forget, args=(str(source.path),))
        return True
    words = st.text_input(
        "Who shared it?", key=f"sharer_{place}", type="search", live=True, placeholder="Name of a contact", width=320
    )
    found = rows(ask("people_found", search=words, at_most=AT_MOST)) if (words or "").strip() else []
    for at, person in enumerate(one for one in found if one["is_contact"]):
        label = " · ".join(filter(None, (person["full_name"], person["company"])))
        st.button(
            escape(label),
            key=f"shared_by_{place}_{at}",
            type="tertiary",
            icon=":material/person:",
            on_click=_say,
            args=(str(source.path), person["identity_key"], person["full_name"]),
        )
    if (words or "").strip() and not found:
        st.caption(told.NO_SHARER)
    return False


def _forget(path: str) -> None:
    _said().pop(path, None)


def _say(path: str, identity_key: str, name: str) -> None:
    _said()[path] = identity_key
    st.session_state.setdefault("sharers", {})[identity_key] = name


def _said() -> dict[str, str]:
    """Path of a source -> whose it is."""
    said: dict[str, str] = st.session_state.setdefault("owners", {})
    return said
