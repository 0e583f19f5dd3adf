"""What a draft may say: named facts, all optional but two, and the words a template gets for them."""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date

from dashboard.errors import UserError
from dashboard.intros.greeting import first_name

_NEEDED = {"introducer_name": "whom you ask", "target_label": "the industry you ask about"}
CERTAINTIES = ("known", "likely", "guess")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
_JOINERS = "\u200c\u200d"       # part of how Persian, Hindi and emoji are written
# "works at X since 2024" is told to the person it is about. What is not in the table is left unsaid.
_TO_YOU = {
    "works": "you work", "worked": "you worked", "knows": "you know", "knew": "you knew", "has": "you have",
    "had": "you had", "is": "you are", "was": "you were", "studied": "you studied", "met": "you met",
    "leads": "you lead", "led": "you led", "runs": "you run", "founded": "you founded", "you": "you",
    "advises": "you advise", "advised": "you advised", "taught": "you taught", "teaches": "you teach",
}
_THIRD_PERSON = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|theirs?|himself|herself)\b", re.I)
_SOURCE = re.compile(r"\s*\([^()]*\)\s*\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFacts:
    """One ask: who is asked, who asks, about what and why. None or "" = not known, and then not mentioned.

    ``home_label`` and ``target_label`` are industries in words; ``evidence`` says why this introducer, in the
    third person, with its source in brackets at the end, if any: "works at Charité since 2024 (LinkedIn)".
    """

    introducer_name: str
    target_label: str
    introducer_company: str | None = None
    introducer_position: str | None = None
    user_name: str | None = None
    user_position: str | None = None
    user_company: str | None = None
    user_headline: str | None = None
    home_label: str | None = None
    target_name: str | None = None
    target_company: str | None = None
    reason: str | None = None
    evidence: str | None = None
    certainty: str = "guess"
    last_interaction_on: date | None = None
    language: str = "en"


# What a template may name: the text fields, and what is made of them here.
NAMES = frozenset(field.name for field in fields(AskFacts)) - {"last_interaction_on", "language"} | {
    "introducer_first_name",
    "user_first_name",
    "last_in_touch",
}


def words(facts: AskFacts) -> dict[str, str]:
    """What is known, by the name a template uses. UserError if one of the two needed facts is missing."""
    known = {name: clean(getattr(facts, name)) for name in NAMES if hasattr(facts, name)}
    for name, meaning in _NEEDED.items():
        if not known[name]:
            raise UserError(f"A draft needs to know {meaning}.", "Fill it in, or choose another one.")
    known["introducer_first_name"] = first_name(known["introducer_name"])
    known["user_first_name"] = first_name(known["user_name"])
    known["home_label"] = in_sentence(known["home_label"])
    known["target_label"] = in_sentence(known["target_label"])
    known["user_headline"] = _headline(known)
    known["evidence"] = _evidence(known["evidence"], known)
    known["certainty"] = facts.certainty if facts.certainty in CERTAINTIES else "guess"
    if facts.last_interaction_on:
        month = _MONTHS[facts.last_interaction_on.month - 1]
        known["last_in_touch"] = f"{month} {facts.last_interaction_on.year}"
    return {name: text for name, text in known.items() if text}


def clean(text: str | None) -> str:
    """One line of visible text: line breaks, control and direction marks cannot reshape the note."""
    visible = "".join(_visible(char) for char in text or "")
    line = " ".join(visible.split()).strip(" ,;")
    return line if line.strip(".") else ""


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Cc":
        return " "
    return "" if kind == "Cs" or (kind == "Cf" and char not in _JOINERS) else char


def in_sentence(label: str) -> str:
    """A label inside a sentence: "Health Care" -> "health care", but "IT Services" -> "IT services"."""
    return " ".join(word if any(map(str.isupper, word[1:])) else word.lower() for word in label.split())


def _headline(known: dict[str, str]) -> str:
    """LinkedIn fills the headline with "position at company": saying that twice is noise."""
    said = [known[name].casefold() for name in ("user_position", "user_company") if known[name]]
    left = known["user_headline"].casefold()
    for part in said:
        left = left.replace(part, "")
    return known["user_headline"] if left.strip(" -|·@,") not in {"", "at", "bei", "chez", "en"} else ""


def _evidence(text: str, known: dict[str, str]) -> str:
    """The evidence as told to the introducer, or "" where the grammar is not certain."""
    text = clean(_SOURCE.sub("", text))
    for name in ("introducer_name", "introducer_first_name"):
        text = text.removeprefix(known[name]).strip(" ,:")
    verb, _, rest = text.partition(" ")
    start = _TO_YOU.get(verb.lower())
    if not start or not rest or _THIRD_PERSON.search(rest):
        return ""
    if verb.lower() == "works" and " since " in f" {rest} ":
        start = "you have worked"
    return f"{start} {rest}"
