"""Company names as people type them -> words, and the key two spellings of one company share."""

import re
import unicodedata
from functools import cache, lru_cache

from dashboard.industries.tables import word_list

# What NFKD does not take apart.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l",
                          "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'", "`": "'", "´": "'"})
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.\s?)+[^\W\d_]\b\.?")      # U.S., J. P., G.m.b.H.
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
# "S.p.A." is a company form, "spa" a bath: only the spelling tells. Likewise A/S and e.V.
_FORMS = re.compile(r"\bS\.\s?p\.\s?A\b\.?|\bSpA\b|(?<=\s)SPA$|\bs\.p\.a\b\.?|\bS\.P\.A\b\.?|\b[Aa]/[Ss]\b|\be\.\s?V\b\.?")

LEGAL = frozenset("""
inc incorporated corp corporation co company companies ltd limited llc llp lp plc pllc pc gmbh mbh ggmbh ag se kg kgaa
ohg ug ev eg sa sas sarl sasu sl slu srl srls sau nv bv vof cv ab as asa oy oyj aps ivs pvt private pte pty sdn bhd
tbk kk jsc pjsc ojsc cjsc ooo sro sp zoo zrt kft doo dd eood ood ead eirl ltda eireli epp sab saa sac saic wll fze
fzco fzc fzllc dmcc psc kscp saog spzoo group groupe gruppe holding holdings cie sapi rl
""".split())
_LONG_FORMS = frozenset(tuple(form.split()) for form in (
    "s de rl de cv", "sa de cv", "s de rl", "de cv", "de rl", "sp z oo", "sp z o o", "spol s ro", "sp j", "s c"))
LEADING = frozenset({"the", "pt", "ooo", "ао", "ооо", "пао"})
CONNECTORS = frozenset("of for de del della dello di du des do da dos das la le el and fur fuer pour para por per van "
                       "von voor der den in at to y et und e the by".split())
# Words that are a name only together with their country: "Air India", "Bank Australia", "Statistics Canada".
_NEEDS_PLACE = frozenset("""
air bank banco banque banca telecom telekom statistics radio post poste posta royal port petro american british central
national state federal invest team business visit tourism enterprise trade swiss media energy health hydro rail railways
police army navy airlines airways electric gas oil mining insurance hospital university universite universidad college
school fund rugby cricket basketball football volleyball tennis sport sports olympic green new old first general young
junior teach code women men students union consulate embassy inter pro news times tv television bio agri power steel
standards education employment transport finance export innovate skills food wine dairy horticulture cancer red save
parks community digital open data tech startup women's human doctors mission care action cargo heritage historic arts
""".split())


def plain(text: str) -> str:
    """Accents stripped, letters such as ø and ß spelled out, apostrophes dropped; case kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.replace("'", "")


def words(text: str) -> list[str]:
    """The words of a text without accents, in their case; dotted acronyms are one word (U.S. -> US)."""
    return _WORD.findall(_ACRONYM.sub(_join, plain(_FORMS.sub(" ", text))))


def _join(match: re.Match[str]) -> str:
    return "".join(c for c in match.group() if c.isalnum()) + " "


@lru_cache(maxsize=200_000)
def company_key(name: str) -> str:
    """What two spellings of one company share: "The Müller Group GmbH & Co. KG (India)" -> "muller".

    Lower case, no accents, no brackets, no legal form, no leading "the", no trailing country or world region;
    "" for a name without letters or digits. It depends on the name alone, never on the tables' entries,
    so decisions may be stored under it.
    """
    bare = _BRACKETS.sub(" ", name)
    found = [word.lower() for word in words(bare.replace("&", " and ").replace("+", " and "))]
    if not found:                                       # the whole name stands in brackets
        found = [word.lower() for word in words(name)]
    return " ".join(_without_tail(_without_head(found)))


def _without_head(found: list[str]) -> list[str]:
    return found[1:] if len(found) > 1 and found[0] in LEADING else found


def _without_tail(found: list[str]) -> list[str]:
    """Legal forms and places off the end, in any order, as long as a name remains."""
    while True:
        cut = legal_tail(found) or place_tail(found, countries())
        if not cut:
            return found
        found = found[:-cut]


def legal_tail(found: list[str]) -> int:
    """How many words at the end are a legal form (and the "and" before it)."""
    for size in (5, 4, 3, 2):
        if len(found) > size and tuple(found[-size:]) in _LONG_FORMS:
            return size
    if len(found) < 2 or found[-1] not in LEGAL:
        return 0
    return 2 if found[-2] == "and" and len(found) > 2 else 1


def place_tail(found: list[str], places: frozenset[str]) -> int:
    """How many words at the end are a place that may go; 0 where the place is part of the name ("Bank of India")."""
    for size in (3, 2, 1):
        rest = found[:-size]
        if not rest or " ".join(found[-size:]) not in places:
            continue
        if rest[-1] in CONNECTORS or (len(rest) == 1 and (rest[0] in _NEEDS_PLACE or len(rest[0]) == 1)):
            return 0
        return size
    return 0


@cache
def countries() -> frozenset[str]:
    """Countries and world regions, as keys ("middle east", "deutschland")."""
    return frozenset(entry[1:] for entry in word_list("places.txt") if entry[0] == "=")


@cache
def cities() -> frozenset[str]:
    """Cities, states and provinces, and every country: what may follow an employer's name."""
    return countries() | {entry for entry in word_list("places.txt") if entry[0] != "="}
