"""What is known of somebody's employer -> an industry, or an honest "unknown".

Layers, the first that answers: the file's own industry; the employer table on the company; the mail domain on
the employer table; the domain's ending or words in the company name. The position is not used: an industry is
the employer's, and a lawyer at a bank works in finance.

Confidence: from .8 "sure", .3 to .8 "likely"; below, the answer is withheld.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.industries import domains, employers, name_rules
from dashboard.industries.mapping import industry_of_text
from dashboard.industries.names import company_key
from dashboard.industries.tables import digest, word_list

# Changes when a table does, or when the code does and the number is raised: cached answers are then void.
VERSION = f"1-{digest()}"
SURE, LIKELY = 0.8, 0.3
_FILE_CONFIDENCE = 0.98


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of somebody's employer. ``domain`` is that of the mail address."""

    company: str | None = None
    position: str | None = None
    domain: str | None = None
    industry_text: str | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """An answer: code or None, confidence 0..1, the layer that gave it and its evidence in words."""

    industry: str | None
    confidence: float
    layer: str
    evidence: str


UNKNOWN = Guess(None, 0.0, "unknown", "")


def classify(evidence: Evidence) -> Guess:
    """The industry of one person's employer. Never raises; the same evidence always gives the same answer."""
    return (_from_file(evidence.industry_text or "")
            or _from_employer(evidence.company or "", evidence.domain or ""))


def classify_many(evidence: Iterable[Evidence]) -> list[Guess]:
    """``classify`` for each, in order; equal companies and domains are looked at once."""
    return [classify(each) for each in evidence]


def _from_file(text: str) -> Guess | None:
    industry = industry_of_text(text)
    return Guess(industry, _FILE_CONFIDENCE, "file", f"file says: {text.strip()}") if industry else None


@lru_cache(maxsize=200_000)
def _from_employer(company: str, domain: str) -> Guess:
    if names_no_employer(company):
        return UNKNOWN
    address = domains.clean(domain) if domain else ""
    found = _company_on_table(company) or _domain_on_table(address)
    if found:
        return found
    name, suffix = _from_name(company), _from_suffix(address)
    # Graduates keep the university's address, hospitals share it: a telling name beats .edu, not .gov.
    if suffix and (name is None or name.confidence < SURE or suffix.industry == "GOV"):
        return suffix
    return name or UNKNOWN


def _company_on_table(company: str) -> Guess | None:
    found = employers.find(company) if company else None
    if found is None:
        return None
    if other := name_rules.institution(found.rest):
        return Guess(other.rule.industry, employers.PREFIX, "name", f"name: {other.rule.text}")
    return Guess(found.industry, found.confidence, "employer", f"employer table: {found.employer}")


def _domain_on_table(domain: str) -> Guess | None:
    found = domains.employer_of(domain) if domain else None
    return Guess(found.industry, found.confidence, "domain", f"domain: {domain}") if found else None


def _from_suffix(domain: str) -> Guess | None:
    industry = domains.suffix_evidence(domain) if domain else None
    return Guess(industry, domains.SUFFIX_CONFIDENCE, "domain", f"domain: {domain}") if industry else None


def _from_name(company: str) -> Guess | None:
    found = name_rules.read(company) if company else None
    if found is None or found[1] < LIKELY:
        return None
    industry, confidence, matched = found
    return Guess(industry, confidence, "name", f"name: {matched}")


@cache
def _no_employer() -> tuple[frozenset[str], tuple[str, ...]]:
    entries = list(word_list("no_employer.txt"))
    return (frozenset(entry.rstrip("*") for entry in entries),
            tuple(entry[:-1] for entry in entries if entry.endswith("*")))


def names_no_employer(company: str) -> bool:
    """Whether a company field only says that there is none: self-employed, stealth, confidential."""
    whole, starts = _no_employer()
    key = company_key(company)
    if key in whole:
        return True
    return key.startswith(starts) and any(key.startswith(start + " ") for start in starts)
