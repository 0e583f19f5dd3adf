"""What a draft can be: its kinds, languages, purposes and lengths."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mail. ``with_blurb``: it has a text to forward. ``own_words``: the fact the user adds to it."""

    with_blurb: bool
    own_words: str | None
    needs_industry: bool = False


KINDS = {
    "introduction": Kind(True, "reason", needs_industry=True),
    "follow_up": Kind(True, "reason", needs_industry=True),
    "reconnect": Kind(False, "occasion"),
    "thanks": Kind(False, None),
    "report_back": Kind(False, "takeaway"),
}
LANGUAGES = ("en", "de", "de-du")       # German says "Sie", or "du"
PURPOSES = ("curiosity", "career", "advice", "hiring")
LENGTHS = ("normal", "short")


def tongue(language: str) -> str:
    """The language without its form of address: "de-du" -> "de"."""
    return language.partition("-")[0]
