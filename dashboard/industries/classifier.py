"""What is known of somebody's employer -> an industry, or an honest "unknown", and the three best guesses.

Layers, the first that answers: the file's own industry; the employer table on the company; the mail domain on
the employer table; the domain's ending or words in the company name. What these leave open is pooled (pool.py)
from the wording of the name (the small model) and the title. An industry is the employer's: a title never
overrides one that is known, it only fills gaps, or raises the confidence of a name it agrees with.

Confidence: from .8 "sure", .3 to .8 "likely"; below, the answer is withheld and only the guesses are given.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dashboard.industries import domains, employers, name_rules, titles
from dashboard.industries.mapping import industry_of_text
from dashboard.industries.names import company_key
from dashboard.industries.pool import KEPT, Asked, Pooled, pooled
from dashboard.industries.tables import digest, word_list

# Changes when a table does, or when the code does and the number is raised: cached answers are then void.
VERSION = f"3-{digest()}"
SURE, LIKELY = 0.8, 0.3
_FILE_CONFIDENCE = 0.98
_SOUNDS = 0.78
_AGREES = 0.3  # share of a title's people in the industry from which it backs the name
_DOUBT_LEFT = 0.6  # of the doubt, where name and title agree


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of somebody's employer. ``domain`` is that of the mail address."""

    company: str | None = None
    position: str | None = None
    domain: str | None = None
    industry_text: str | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """An answer: code or None (withheld), confidence 0..1 (0 if withheld), the layer and its evidence in words.

    ``guesses`` are up to five industries with weights, the heaviest first, sum at most 1; those of a withheld answer
    too. ``function`` is what the position says the person does (functions.py).
    """

    industry: str | None
    confidence: float
    layer: str
    evidence: str
    guesses: tuple[tuple[str, float], ...] = ()
    function: str | None = None


UNKNOWN = Guess(None, 0.0, "unknown", "")


def classify(evidence: Evidence) -> Guess:
    """The industry of one person's employer. Never raises; the same evidence always gives the same answer."""
    return classify_many([evidence])[0]


def classify_many(evidence: Iterable[Evidence]) -> list[Guess]:
    """The industry of each one's employer, in order; equal companies, domains and titles are looked at once."""
    everybody = list(evidence)
    found = pooled([_asked(each) for each in everybody])
    return [_answered(each, guess) for each, guess in zip(everybody, found, strict=True)]


def answer(guess: Guess, threshold: float = LIKELY) -> Guess:
    """The guess with its heaviest industry as the answer, or withheld if that weighs less than the threshold."""
    industry, weight = guess.guesses[0]
    if weight < threshold:
        return replace(guess, industry=None, confidence=0.0)
    return replace(guess, industry=industry, confidence=weight)


def _asked(evidence: Evidence) -> Asked:
    company, position = (evidence.company or "").strip(), (evidence.position or "").strip()
    if not company_key(company):
        company = ""
    if company and names_no_employer(company):
        return Asked("", position or company, is_self_employed=True)
    return Asked(company or _domain_words(evidence.domain or ""), position)


@lru_cache(maxsize=100_000)
def _domain_words(domain: str) -> str:
    address = domains.clean(domain) if domain else ""
    return domains.spoken(address) if address else ""


def _answered(evidence: Evidence, found: Pooled) -> Guess:
    function = titles.read(evidence.position).function if evidence.position else None
    known = _from_file(evidence.industry_text or "") or _from_employer(evidence.company or "", evidence.domain or "")
    if known is None or known.confidence < name_rules.STRONG:
        return replace(_from_pool(evidence, known, found), function=function)
    known = _backed(known, evidence.position or "")
    return replace(known, guesses=_with_others(known, found), function=function)


def _backed(known: Guess, position: str) -> Guess:
    """More confidence in what a name says where the title agrees; never less, never another industry."""
    prior = titles.read(position).prior if position and known.layer == "name" else None
    if prior is None or known.industry is None or prior[known.industry] < _AGREES:
        return known
    return replace(known, confidence=round(1 - (1 - known.confidence) * _DOUBT_LEFT, 3))


def _with_others(known: Guess, found: Pooled) -> tuple[tuple[str, float], ...]:
    """The known industry first, then the pool's others with what its confidence leaves."""
    others = [(code, weight) for code, weight in found.guesses if code != known.industry]
    total = sum(weight for _, weight in others)
    left = 1 - known.confidence
    rest = tuple((code, round(left * weight / max(total, left, 1e-6), 4)) for code, weight in others)
    return ((known.industry or "", known.confidence), *rest[: KEPT - 1])


def _from_pool(evidence: Evidence, weak: Guess | None, found: Pooled) -> Guess:
    """The pooled guesses, drawn towards a generic word of the name ("consulting") where there is one."""
    if not found.word and not found.title:
        return replace(UNKNOWN, guesses=())
    guesses = _drawn(found.guesses, weak) if weak else found.guesses
    if weak and guesses[0][0] == weak.industry:
        layer, words = "name", weak.evidence
    elif found.is_from_title:
        layer, words = "title", f"title: {found.title}"
    else:
        layer, words = "model", f"wording: {found.word}"
        guesses = _capped(guesses)
    return answer(Guess(None, 0.0, layer, words, guesses))


def _drawn(guesses: Sequence[tuple[str, float]], weak: Guess) -> tuple[tuple[str, float], ...]:
    """The weak rule as far as it is sure, the pool for the rest."""
    drawn = {code: (1 - weak.confidence) * weight for code, weight in guesses}
    said = weak.industry or ""
    drawn[said] = drawn.get(said, 0.0) + weak.confidence
    ranked = sorted(drawn.items(), key=lambda each: (-each[1], each[0]))
    return tuple((each, round(weight, 4)) for each, weight in ranked[:KEPT])


def _capped(guesses: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Never sure: a name that only sounds like an industry is likely at most."""
    (industry, weight), *rest = guesses
    return ((industry, min(weight, _SOUNDS)), *rest)


def _from_file(text: str) -> Guess | None:
    industry = industry_of_text(text) if text else None
    return Guess(industry, _FILE_CONFIDENCE, "file", f"file says: {text.strip()}") if industry else None


@lru_cache(maxsize=200_000)
def _from_employer(company: str, domain: str) -> Guess | None:
    if names_no_employer(company):
        return None
    address = domains.clean(domain) if domain else ""
    found = _company_on_table(company) or _domain_on_table(address)
    if found:
        return found
    name, suffix = _from_name(company), _from_suffix(address)
    # Graduates keep the university's address, hospitals share it: a telling name beats .edu, not .gov.
    if suffix and (name is None or name.confidence < SURE or suffix.industry == "GOV"):
        return suffix
    return name


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
    return (
        frozenset(entry.rstrip("*") for entry in entries),
        tuple(entry[:-1] for entry in entries if entry.endswith("*")),
    )


@lru_cache(maxsize=100_000)
def names_no_employer(company: str) -> bool:
    """Whether a company field only says that there is none: self-employed, stealth, confidential."""
    whole, starts = _no_employer()
    key = company_key(company)
    if key in whole:
        return True
    return key.startswith(starts) and any(key.startswith(start + " ") for start in starts)
