"""Warnings about a draft, in plain words, before the user sends it. Warnings only: the user decides."""

import re
from collections.abc import Iterable, Iterator

from dashboard.intros.drafts import MAX_BLURB_WORDS, Draft
from dashboard.intros.facts import AskFacts, clean

_PRESSING = re.compile(
    r"\b(?:asap|as soon as possible|urgent(?:ly)?|immediate(?:ly)?|right away|at once|hurry up|deadline"
    r"|by tomorrow|by tonight|you must|you have to|you need to|i need you|i insist|last chance"
    r"|don['’]t forget)\b"
    r"|\ba\.s\.a\.p",
    re.IGNORECASE,
)
_OWN_WORDS = ("introducer_name", "introducer_company", "introducer_position", "user_name", "user_position",
              "user_company", "user_headline", "target_name", "target_company")


def lint(draft: Draft, facts: AskFacts, labels: Iterable[str] = ()) -> list[str]:
    """What to look at again, one sentence each; [] = nothing. ``labels``: the label of every industry."""
    return [
        *_blurb(draft, facts),
        *_reason(facts),
        *_industries(draft, facts, labels),
        *_pressing(draft, facts),
    ]


def _blurb(draft: Draft, facts: AskFacts) -> Iterator[str]:
    count = len(draft.blurb.split())
    if count > MAX_BLURB_WORDS:
        yield f"The blurb has {count} words. Up to {MAX_BLURB_WORDS} are read to the end."
    if _finds(clean(facts.introducer_name), draft.blurb):
        yield f"The blurb names {clean(facts.introducer_name)}, and it is meant to be passed on."


def _reason(facts: AskFacts) -> Iterator[str]:
    if not clean(facts.reason):
        yield "No reason is given. Say in a few words why you are interested: it is easier to help with."


def _industries(draft: Draft, facts: AskFacts, labels: Iterable[str]) -> Iterator[str]:
    """Only the note is held to one industry; the blurb may say where the user works."""
    note = f"{draft.subject}\n{draft.ask}"
    target = clean(facts.target_label)
    if not _finds(target, note):
        yield f"The note does not say which industry it is about: {target}."
    for known in (*(clean(getattr(facts, name)) for name in _OWN_WORDS), target):
        note = _without(known, note)        # "Media Markt" is a company, not the industry Media
    named = []
    for label in sorted({clean(label) for label in labels} - {target, ""}, key=len, reverse=True):
        if _finds(label, note):
            named.append(label)
            note = _without(label, note)
    if named:
        others = " and ".join(sorted(named))
        yield f"More than one industry is named: {target}, but also {others}. One is easier to answer."


def _pressing(draft: Draft, facts: AskFacts) -> Iterator[str]:
    note = f"{draft.subject}\n{draft.ask}\n{draft.blurb}"
    for name in _OWN_WORDS:
        note = _without(clean(getattr(facts, name)), note)
    if found := sorted({match[0].lower() for match in _PRESSING.finditer(note)}):
        quoted = ", ".join(f'"{word}"' for word in found)
        yield f"{quoted} puts pressure on people. An ask with room to say no is answered more often."


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _finds(words: str, text: str) -> bool:
    return bool(words and _pattern(words).search(text))


def _without(words: str, text: str) -> str:
    return _pattern(words).sub(" … ", text) if words else text
