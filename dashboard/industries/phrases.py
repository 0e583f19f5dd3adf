"""An industry inside a sentence, in English and in German, where it has an article and a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.industries.tables import csv_rows
from dashboard.industries.taxonomy import INDUSTRIES

LANGUAGES = ("en", "de")
_ARTICLES = ("der ", "die ", "das ", "dem ", "den ", "the ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``label``: its name alone. ``object``: "over X", German accusative. ``dative``: "with X", German dative."""

    label: str
    object: str
    dative: str

    @property
    def inside(self) -> str:
        """Where somebody works: "in health care", "im Gesundheitswesen", "in der Finanzbranche"."""
        return f"im {self.dative[4:]}" if self.dative.startswith("dem ") else f"in {self.dative}"

    @property
    def names(self) -> frozenset[str]:
        """How a text may name it, without articles."""
        return frozenset(bare(form) for form in (self.label, self.object, self.dative))


def bare(phrase: str) -> str:
    """Without its article: "den öffentlichen Dienst" -> "öffentlichen Dienst"."""
    return next((phrase[len(article) :] for article in _ARTICLES if phrase.startswith(article)), phrase)


@cache
def phrases(language: str) -> dict[str, Phrase]:
    """The phrase of each industry, by code; ``language`` is one of LANGUAGES."""
    return {
        row["industry"]: Phrase(row["label"], row["object"], row["dative"])
        for row in csv_rows("industry_phrases.csv")
        if row["language"] == language
    }


def phrase(label: str, language: str) -> Phrase | None:
    """The phrase for an industry's label or short label; None where we know no such industry."""
    code = _codes().get(label.casefold())
    return phrases(language)[code] if code else None


@cache
def _codes() -> dict[str, str]:
    return dict(_named())


def _named() -> Iterator[tuple[str, str]]:
    for industry in INDUSTRIES:
        yield industry.label.casefold(), industry.code
        yield industry.short_label.casefold(), industry.code
