"""Mail domains as evidence: providers say nothing, some public suffixes say much, else the employer table."""

from functools import cache, lru_cache

from dashboard.industries import employers
from dashboard.industries.tables import tsv_rows, word_list

_ALUMNI = ("alumni.", "alum.", "alumnus.", "alumnae.")
SUFFIX_CONFIDENCE = 0.9


@cache
def _providers() -> tuple[frozenset[str], frozenset[str]]:
    """Whole domains, and names that are providers under every public suffix."""
    entries = list(word_list("mail_providers.txt"))
    return (
        frozenset(e for e in entries if not e.endswith(".*")),
        frozenset(e[:-2] for e in entries if e.endswith(".*")),
    )


def clean(domain: str) -> str:
    """Lower case, without "@", "www." or a final dot; "ana@mail.example.org" gives "mail.example.org"."""
    return domain.strip().lower().rpartition("@")[2].strip("<>. ").removeprefix("www.")


@lru_cache(maxsize=100_000)
def is_mail_provider(domain: str) -> bool:
    """Whether everybody can have an address there: gmail.com, gmx.at, yahoo.co.uk."""
    found = clean(domain)
    whole, names = _providers()
    return found in whole or (found == registrable(found) and _label(found) in names)


def registrable(domain: str) -> str:
    """The part a company registers: "cs.mail.example.co.uk" -> "example.co.uk"; "" if there is none."""
    parts = domain.split(".")
    if len(parts) < 2 or not all(parts):
        return ""
    two_level = len(parts) >= 3 and len(parts[-1]) == 2 and parts[-2] in _registry_labels()
    return ".".join(parts[-3 if two_level else -2 :])


@cache
def _registry_labels() -> frozenset[str]:
    return frozenset(word_list("registry_labels.txt"))


def _label(domain: str) -> str:
    return registrable(domain).partition(".")[0]


@cache
def _endings() -> dict[str, str]:
    """What an ending says: "edu", "gc.ca"; "ac.??" under every country; "uni-*" how the name begins."""
    return {ending: industry for industry, ending in tsv_rows("domain_endings.tsv")}


@lru_cache(maxsize=100_000)
def suffix_industry(domain: str) -> str | None:
    """What the ending of a cleaned domain says alone: education, government, health and a few more."""
    parts, known = domain.split("."), _endings()
    for at in range(max(len(parts) - 3, 0), len(parts)):
        if industry := known.get(".".join(parts[at:])):
            return industry
    if len(parts[-1]) != 2 or len(parts) < 2:
        return None
    if parts[-1] == "us" and len(parts) > 2:
        return _american(parts)
    start, hyphen, _ = _label(domain).partition("-")
    registry = known.get(f"{parts[-2]}.??") if len(parts) > 2 else None
    return registry or known.get(f"{start}{hyphen}*")


def _american(parts: list[str]) -> str | None:
    """Places under .us: schools are k12.xx.us, authorities state.xx.us, ci.town.xx.us, co.county.xx.us."""
    if "k12" in parts:
        return "EDU"
    return "GOV" if {"state", "ci", "co"} & set(parts[:-2]) else None


def employer_of(domain: str) -> employers.Match | None:
    """The employer-table entry for a cleaned domain; None for providers and alumni addresses.

    Under an academic or government suffix a short label means another organisation than it does under .com
    ("um.edu.mt" is no agency), so only an entry that fits the suffix counts there.
    """
    if is_mail_provider(domain) or domain.startswith(_ALUMNI):
        return None
    found = employers.find_label(registrable(domain)) or employers.find_label(_label(domain))
    suffix = suffix_industry(domain)
    if found and suffix and found.industry not in {suffix, "HLT"}:
        return None
    return found


def suffix_evidence(domain: str) -> str | None:
    """``suffix_industry`` for addresses that may speak for an employer (alumni and providers do not)."""
    if is_mail_provider(domain) or domain.startswith(_ALUMNI):
        return None
    return suffix_industry(domain)


def spoken(domain: str) -> str:
    """The words of a cleaned domain's own label, to be read like a name ("blue-sky.de": "blue sky"); "" for providers."""
    if is_mail_provider(domain) or domain.startswith(_ALUMNI):
        return ""
    return " ".join(_label(domain).replace("-", " ").replace("_", " ").split())
