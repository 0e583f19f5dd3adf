"""Mail domains as evidence: providers say nothing, some public suffixes say much, else the employer table."""

from functools import cache, lru_cache

from dashboard.industries import employers
from dashboard.industries.tables import word_list

# Second-level labels under which names are registered ("co.uk", "com.br"): the third label is the name.
_SECOND_LEVEL = frozenset("co com org net ac edu gov gob go or ne gouv govt gv nhs mil sch school ltd plc me id nic res "
                          "firm gen ind info web biz ed lg ad asn k12 police mod idf k-12 qc on in art adv eng".split())
_GOV_ENDINGS = ("gov", "mil", "int", "gc.ca", "canada.ca", "admin.ch", "bund.de", "bundeswehr.org", "europa.eu",
                "go.jp", "go.kr", "go.th", "go.id", "go.ke", "go.tz", "go.ug", "go.cr", "lg.jp", "govt.nz",
                "gv.at", "leg.br", "jus.br", "mp.br", "police.uk", "mod.uk", "parliament.uk", "gov.scot",
                "gov.wales", "overheid.nl", "rijksoverheid.nl", "gub.uy", "nsw.gov.au", "state.gov", "gencat.cat",
                "fgov.be", "bayern.de", "nrw.de", "hessen.de", "gouv.qc.ca", "gouv.fr", "fed.us")
_GOV_SECOND = frozenset({"gov", "gob", "gouv", "govt", "mil", "gub"})
_EDU_ENDINGS = ("edu", "ed.jp", "ethz.ch", "epfl.ch", "sch.uk", "school.nz")
_EDU_SECOND = frozenset({"ac", "edu", "sch"})
_EDU_PREFIXES = ("uni-", "tu-", "fh-", "hs-", "th-", "ph-", "univ-", "universite-", "hochschule-")
_HLT_ENDINGS = ("nhs.uk", "nhs.net", "nhs.scot", "hscni.net")
_OTHER_ENDINGS = {"bank": "FIN", "insurance": "INS", "law": "LAW", "realtor": "REA", "aero": "TRN", "museum": "NPO",
                  "ngo": "NPO", "ong": "NPO"}
_ALUMNI = ("alumni.", "alum.", "alumnus.", "alumnae.")
SUFFIX_CONFIDENCE = 0.9


@cache
def _providers() -> tuple[frozenset[str], frozenset[str]]:
    """Whole domains, and names that are providers under every public suffix."""
    entries = list(word_list("mail_providers.txt"))
    return (frozenset(e for e in entries if not e.endswith(".*")),
            frozenset(e[:-2] for e in entries if e.endswith(".*")))


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
    two_level = len(parts) >= 3 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL
    return ".".join(parts[-3 if two_level else -2:])


def _label(domain: str) -> str:
    return registrable(domain).partition(".")[0]


def suffix_industry(domain: str) -> str | None:
    """What the public suffix alone says: education, government, health, or nothing."""
    parts = domain.split(".")
    tail, second = parts[-1], parts[-2] if len(parts) > 1 else ""
    if _ends(domain, _HLT_ENDINGS):
        return "HLT"
    if tail == "us" and len(parts) > 2:
        return "EDU" if "k12" in parts else "GOV" if parts[-3] in {"state", "ci", "co"} or second == "fed" else None
    if _ends(domain, _GOV_ENDINGS) or (len(tail) == 2 and second in _GOV_SECOND and len(parts) > 2):
        return "GOV"
    if _ends(domain, _EDU_ENDINGS) or (len(tail) == 2 and second in _EDU_SECOND and len(parts) > 2):
        return "EDU"
    if _label(domain).startswith(_EDU_PREFIXES) and len(tail) == 2:
        return "EDU"
    return _OTHER_ENDINGS.get(tail)


def _ends(domain: str, endings: tuple[str, ...]) -> bool:
    return any(domain == ending or domain.endswith("." + ending) for ending in endings)


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
