"""Why this introducer, as told to them: "works at Charité since 2024 (LinkedIn)" -> "you have worked at Charité since 2024".

What is known stands in the third person and in English, with its source in brackets at the end. Where the grammar of the
answer is not certain there is none: the sentence is then left out.
"""

import re

from dashboard.intros.choices import tongue
from dashboard.intros.lines import clean

# What is not in the table is left unsaid.
_TO_YOU = {
    "works": "you work", "worked": "you worked", "knows": "you know", "knew": "you knew", "has": "you have",
    "had": "you had", "is": "you are", "was": "you were", "studied": "you studied",
    "leads": "you lead", "led": "you led", "runs": "you run", "founded": "you founded", "you": "you",
    "advises": "you advise", "advised": "you advised", "taught": "you taught", "teaches": "you teach",
}
_THIRD_PERSON = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|theirs?|himself|herself)\b", re.I)
_YOURSELF = re.compile(r"\byou\b", re.I)            # the user: "met you and somebody from Energy"
_SOURCE = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*\.?$")       # "(list (1).csv, imported on 3 May 2026)" too
_EXPORT = re.compile(r" until an export imported on .*$")    # tells of our files, not of a person
# "knows 3 people in Energy, Ida Fox among them": the one who is named will do.
_AMONG = re.compile(r"knows \d+ people in .+?, (.+) among them$")
_TOGETHER = re.compile(r"was in \d+ (?:meeting|mail)s?(?: and \d+ mails?)? with (?P<x>.+?), last on \d.*$")
_GERMAN = (
    (re.compile(r"works? at (?P<x>.+?) since (?:\w+ )?(?P<year>\d{4})$", re.I),
     {"de": "Sie seit {year} bei {x} arbeiten", "de-du": "du seit {year} bei {x} arbeitest"}),
    (re.compile(r"works? at (?P<x>(?:(?! since ).)+)$", re.I),
     {"de": "Sie bei {x} arbeiten", "de-du": "du bei {x} arbeitest"}),
    (re.compile(r"worked at (?P<x>(?:(?! (?:since|before|until|from|for) ).)+)$", re.I),
     {"de": "Sie bei {x} gearbeitet haben", "de-du": "du bei {x} gearbeitet hast"}),
    (_TOGETHER, {"de": "Sie mit {x} in Kontakt waren", "de-du": "du mit {x} in Kontakt warst"}),
    (re.compile(r"knows? (?P<x>[^\W\d_].*)$", re.I), {"de": "Sie {x} kennen", "de-du": "du {x} kennst"}),
)


def told(evidence: str, names: tuple[str, ...], language: str) -> str:
    """The clause after "because", or "". ``names``: how the evidence may begin with the introducer's own name."""
    text = clean(_EXPORT.sub("", clean(_SOURCE.sub("", evidence))))
    for name in names:
        text = text.removeprefix(name).strip(" ,:")
    text = _AMONG.sub(r"knows \1", text)
    return _german(text, language) if tongue(language) == "de" else _english(text)


def _english(text: str) -> str:
    if together := _TOGETHER.match(text):
        return f"you have been in touch with {together['x']}"
    verb, _, rest = text.partition(" ")
    start = _TO_YOU.get(verb.lower())
    if not start or not rest or _THIRD_PERSON.search(rest) or _YOURSELF.search(rest):
        return ""
    if verb.lower() == "works" and " since " in f" {rest} ":
        start = "you have worked"
    return f"{start} {rest}"


def _german(text: str, language: str) -> str:
    for pattern, clause in _GERMAN:
        found = pattern.match(text)
        if found and not _THIRD_PERSON.search(found["x"]) and not _YOURSELF.search(found["x"]):
            return clause[language].format(**found.groupdict())
    return ""
