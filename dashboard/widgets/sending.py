"""How a draft leaves, by the user's own hand: mail program, file, clipboard; and what is written down then."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import streamlit as st

from dashboard import intros, warehouse
from dashboard.errors import UserError
from dashboard.exports.reminders import Reminder, ics
from dashboard.headlines import drafts as words
from dashboard.headlines.words import has
from dashboard.intros import requests as life
from dashboard.widgets import board, own_text, saying
from dashboard.widgets.saying import EDITING, Saying
from dashboard.widgets.shell import decide, workspace
from dashboard.widgets.words import escape

MEETING = "meeting"  # the named person whose drawer is open (dashboard/widgets/targets.py)
RECONNECTING = "reconnecting"  # the contact one writes to after a long time (dashboard/widgets/person.py)
Target = Mapping[str, Any]
REMIND_DAYS = 10  # as methods.md has it: no answer after ten days, one gentle reminder


def ways_out(target: Target, kind: str, written: intros.Draft) -> None:
    """Mail program, file, clipboard, and the day to ask again as a calendar entry."""
    email, body = target["introducer_email"] or None, written.body
    link = intros.mailto(email, written.subject, body)
    is_long = intros.mailto_too_long(link)
    with st.container(horizontal=True, key="ways_out"):
        if not is_long:
            st.link_button("Open in mail", link, type="primary", icon=":material/mail:", key="open_in_mail")
        _save(target, kind, written, is_first=is_long)
        with st.popover("Copy", icon=":material/content_copy:", key="copy"):
            st.code(f"{written.subject}\n\n{body}", language=None, wrap_lines=True)
        if kind == "introduction":
            _remind(target)
    if is_long:
        st.caption(f":material/info: {words.TOO_LONG}")


def _save(target: Target, kind: str, written: intros.Draft, is_first: bool) -> None:
    try:
        file = intros.eml(target["introducer_email"] or None, written.subject, written.body, target["introducer"])
    except UserError as error:
        st.caption(f":material/info: {escape(error.message)}")
        return
    st.download_button(
        "Save as .eml",
        file,
        "ask.eml" if kind == "introduction" else f"{kind.replace('_', '-')}.eml",
        "message/rfc822",
        type="primary" if is_first else "secondary",
        on_click="ignore",
        icon=":material/draft:",
        key="save_eml",
        help="Opens in your mail program as a draft that is not sent yet.",
    )


def _remind(target: Target) -> None:
    """The same entry as *Save follow-ups* writes for this request, so that saving those later moves it."""
    today = date.today()
    key = target.get("request_key") or life.begun(target, today)["request_key"]
    entry = Reminder(key, today + timedelta(days=REMIND_DAYS), words.reminder(target), 1)
    st.download_button(
        "Remind me",
        partial(ics, [entry], datetime.now(UTC).replace(tzinfo=None, microsecond=0)),
        "follow-up.ics",
        "text/calendar",
        on_click="ignore",
        icon=":material/event:",
        key="save_reminder",
        help=f"A calendar entry in {REMIND_DAYS} days: one gentle reminder, then let it rest.",
    )


def sent(target: Target, kind: str, said: Saying) -> None:
    """It has left, or waits: what that makes of the request."""
    word, what = words.SENT[kind]
    if st.button(word, key="i_sent_it", icon=":material/check:"):
        saying.remember(said)
        remember(target, what)
        if kind == "reconnect":
            own_text.let_go(target, kind)
        close()
    is_new = kind == "introduction" and "request_key" not in target
    if is_new and st.button("Send it later", key="send_later", type="tertiary"):
        saying.remember(said)
        remember(target, "drafted")
        close()


def forget() -> None:
    """The drawer is shut, and the editor in it."""
    for open_part in ("writing", MEETING, RECONNECTING, EDITING):
        st.session_state.pop(open_part, None)


def close() -> None:
    """Shut the drawer and show the page as it now is."""
    forget()
    st.rerun()


def remember(target: Target, what: str) -> None:
    """Write down that it was drafted or sent; begins the request if there is none yet.

    Thanks, a report and a word after a long time belong to a request, or are not kept at all.
    """
    today, name = date.today(), target["introducer"]
    if what in ("thanked", "reported", "touch"):
        if "request_key" in target and (what != "touch" or has(target.get("touch_no"))):
            board.move(dict(target), what)
    elif what == "reminded":
        lines = life.noted(target["request_key"], what, today)
        decide("intro_request_event", lines, f"The reminder to {name} is noted. If no answer comes, let it rest.")
    elif "request_key" in target:
        lines = life.moved(target["request_key"], target["states"].split(", "), what, today)
        decide("intro_request_event", lines, _done(name, what))
    else:
        begun = life.begun(target, today)
        warehouse.decide(workspace(), "intro_request", [begun])
        lines = life.moved(begun["request_key"], (), "suggested", today)
        lines += life.moved(begun["request_key"], ("suggested",), what, today)
        decide("intro_request_event", lines, _done(name, what))


def _done(name: str, what: str) -> str:
    done = "is sent: a follow-up is due in 10 days." if what == "sent" else "waits under Requests."
    return f"Your ask to {name} {done}"
