"""The drawer of a draft in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from dashboard.headlines.suggestions import WILLING, subject
from dashboard.headlines.words import day, listed

LANGUAGES = {"en": "English", "de": "German (Sie)", "de-du": "German (du)"}
PURPOSES = {
    "curiosity": "Curiosity",
    "career": "Change of career",
    "advice": "Advice for a client",
    "hiring": "Hiring",
}
LENGTHS = {"normal": "Normal", "short": "Short"}
KINDS = {
    "introduction": "Ask",
    "follow_up": "Reminder",
    "reconnect": "After a long time",
    "thanks": "Thanks",
    "report_back": "Report back",
}
OURS = "Ours"
ANY_PURPOSE = "Any purpose"
NOT_KNOWN = "Not known: its sentence is left out"
# What the user says in their own words: label, example.
OWN_WORDS = {
    "reason": ("Why this industry interests you", "I am weighing a move into it"),
    "occasion": ("What made you think of them", "your talk on patient safety"),
    "takeaway": ("What you took from the meeting", "hospitals plan their year in spring"),
}
# The button that says it has left, and what that writes down.
SENT = {
    "introduction": ("I sent it: follow up in 10 days", "sent"),
    "follow_up": ("I sent it", "reminded"),
    "reconnect": ("I sent it", "touch"),
    "thanks": ("I thanked them", "thanked"),
    "report_back": ("I told them", "reported"),
}
NEVER_SENT = "We never send anything: you do."
HESITANT = f"Hesitant? {WILLING} {NEVER_SENT}"
TOO_LONG = (
    "Too long for a link into a mail program, which may cut it: save it as .eml and open that, or make it shorter."
)


def drawer(kind: str, name: str) -> str:
    """The title of the drawer."""
    return (
        f"{'Draft' if kind == 'introduction' else KINDS[kind]} for {name}" if kind != "thanks" else f"Thanks to {name}"
    )


def about(kind: str, aim: str) -> str:
    """What it is about, in a line. ``aim``: whom or what the ask aims at."""
    return {"thanks": f"For the door into: {aim}", "report_back": f"What came of it: {aim}"}.get(
        kind, f"About {aim}"
    )


def own_words(written_at: datetime) -> str:
    """What stands in the boxes instead of a template."""
    return f"Your own words, kept on {day(written_at)}. Purpose, length and template leave them alone."


def own_words_too(languages: Sequence[str]) -> str:
    """That another language has own words as well."""
    return f"You have your own words in {listed([LANGUAGES[language] for language in languages])}."


def blurb_words(count: int) -> str:
    """How long the text to forward is."""
    return f"To be forwarded · {count} words"


def saved(name: str) -> str:
    """Said once a template is kept."""
    return f'The template "{name}" is saved.'


def deleted(name: str) -> str:
    """Said once a template is gone."""
    return f'The template "{name}" is deleted.'


def reminder(target: Mapping[str, Any]) -> str:
    """The entry in the calendar ten days after an ask."""
    return f"Has {target['introducer']} answered about {subject(target)}?"
