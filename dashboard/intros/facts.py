"""What a draft may say: named facts, all optional but two, and the words a template gets for them."""

from dataclasses import dataclass, fields
from datetime import date

from dashboard.errors import UserError
from dashboard.industries.phrases import Phrase, phrase
from dashboard.intros.choices import tongue
from dashboard.intros.evidence import told
from dashboard.intros.greeting import first_name, full_name
from dashboard.intros.lines import clean

CERTAINTIES = ("known", "likely", "guess")
RECENT_DAYS = 30    # whom one saw within them knows how one is; an assumption of ours
LONGEST = 2000      # characters of a fact; what is longer is no fact
_NEEDED = {"introducer_name": "whom you write to", "target_label": "the industry you ask about"}
_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
           "November", "Dezember"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFacts:
    """One mail: who is written to, who writes, about what and why. None or "" = not known, and then not mentioned.

    ``home_label`` and ``target_label`` are industries in words; ``evidence`` says why this introducer, in English, in the
    third person, with its source in brackets at the end, if any: "works at Charité since 2024 (LinkedIn)". ``reason``
    (why that industry), ``occasion`` (why one writes again) and ``takeaway`` (what a meeting brought) are the user's own
    words. How it is said: ``language``, ``purpose`` and ``length`` as in ``choices``.
    """

    introducer_name: str
    target_label: str | None = None
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
    occasion: str | None = None
    takeaway: str | None = None
    evidence: str | None = None
    certainty: str = "guess"
    last_interaction_on: date | None = None
    last_asked_on: date | None = None
    language: str = "en"
    purpose: str = "curiosity"
    length: str = "normal"


# What a template may name: the text fields, and what is made of them here.
NAMES = frozenset(field.name for field in fields(AskFacts)) - {"last_interaction_on", "last_asked_on", "language"} | {
    "introducer_first_name",
    "introducer_full_name",
    "user_first_name",
    "last_in_touch",
    "target_object",
    "target_in",
    "target_from",
    "home_object",
    "home_in",
    "home_from",
}


def words(facts: AskFacts, needs_industry: bool = True) -> dict[str, str]:
    """What is known, by the name a template uses. UserError if one of the needed facts is missing."""
    known = {name: clean(getattr(facts, name))[:LONGEST].strip() for name in NAMES if hasattr(facts, name)}
    for name, meaning in _NEEDED.items():
        if not known[name] and (needs_industry or name != "target_label"):
            raise UserError(f"A draft needs to know {meaning}.", "Fill it in, or choose another one.")
    known |= _people(known, facts.language)
    known |= _industry("home", known["home_label"], facts.language)
    known |= _industry("target", known["target_label"], facts.language)
    known["user_headline"] = _headline(known)
    known["certainty"] = facts.certainty if facts.certainty in CERTAINTIES else "guess"
    if facts.last_interaction_on:
        month = _MONTHS[tongue(facts.language)][facts.last_interaction_on.month - 1]
        known["last_in_touch"] = f"{month} {facts.last_interaction_on.year}"
    return {name: text for name, text in known.items() if text}


def long_ago(last_on: date | None, today: date) -> date | None:
    """The day one was last in touch, if it is worth a word: of last week nobody says "we were last in touch"."""
    return last_on if last_on and (today - last_on).days >= RECENT_DAYS else None


def fields_now(facts: AskFacts, needs_industry: bool = False) -> list[tuple[str, str]]:
    """Every field a template may name, with what it holds for these facts; "" = not known."""
    known = words(facts, needs_industry)
    return [(name, known.get(name, "")) for name in sorted(NAMES)]


def in_sentence(label: str) -> str:
    """A label inside an English sentence: "Health Care" -> "health care", but "IT Services" -> "IT services"."""
    return " ".join(word if any(map(str.isupper, word[1:])) else word.lower() for word in label.split())


def industry_phrase(label: str, language: str) -> Phrase:
    """An industry inside a sentence; one that is none of ours is named as it is."""
    found = phrase(label, tongue(language))
    if found:
        return found
    if tongue(language) == "de":
        return Phrase(label, f"die Branche „{label}“", f"der Branche „{label}“")
    return Phrase(in_sentence(label), in_sentence(label), in_sentence(label))


def _industry(whose: str, label: str, language: str) -> dict[str, str]:
    if not label:
        return {}
    found = industry_phrase(label, language)
    source = "aus" if tongue(language) == "de" else "from"
    return {
        f"{whose}_label": found.label,
        f"{whose}_object": found.object,
        f"{whose}_in": found.inside,
        f"{whose}_from": f"{source} {found.dative}",
    }


def _people(known: dict[str, str], language: str) -> dict[str, str]:
    name = known["introducer_name"]
    return {
        "introducer_first_name": first_name(name),
        "introducer_full_name": full_name(name),
        "target_name": full_name(known["target_name"]),
        "user_first_name": first_name(known["user_name"]),
        "evidence": told(known["evidence"], (name, first_name(name)), language),
    }


def _headline(known: dict[str, str]) -> str:
    """LinkedIn fills the headline with "position at company": saying that twice is noise."""
    said = [known[name].casefold() for name in ("user_position", "user_company") if known[name]]
    left = known["user_headline"].casefold()
    for part in said:
        left = left.replace(part, "")
    return known["user_headline"] if left.strip(" -|·@,") not in {"", "at", "bei", "chez", "en"} else ""
