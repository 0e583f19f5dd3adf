"""What to look at again before a draft is sent, in plain words. Warnings only: the user decides.

Both languages are looked for in every draft, for templates of one's own may mix them.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from dashboard.intros.choices import KINDS
from dashboard.intros.drafts import MAX_BLURB_WORDS, Draft
from dashboard.intros.facts import AskFacts, industry_phrase
from dashboard.intros.greeting import full_name
from dashboard.intros.lines import clean

REST_DAYS = 90      # nobody is asked twice within them; as the question ``intro_targets`` has it
_PRESSING = re.compile(
    r"\b(?:asap|as soon as possible|urgent(?:ly)?|immediate(?:ly)?|right away|at once|hurry up|deadline"
    r"|by tomorrow|by tonight|you must|you have to|you need to|i need you|i insist|last chance|don['’]t forget"
    r"|dringend(?:e[mnrs]?|st)?|sofort(?:ig\w*)?|umgehend|unverzüglich|schnellstmöglich|so schnell wie möglich|baldmöglichst"
    r"|unbedingt|zwingend|spätestens|bis morgen|bis heute abend|sie müssen|du musst|letzte chance|vergiss nicht"
    r"|vergessen sie nicht|beeil dich|beeilen sie sich|es eilt(?! nicht))\b"
    r"|\ba\.s\.a\.p",
    re.IGNORECASE,
)
_WAY_OUT = re.compile(
    r"(?:completely|perfectly|totally|absolutely|quite|is|are|it['’]s|that['’]s|be) (?:fine|ok|okay|all ?right)\b"
    r"|\bno problem\b|\bno worries\b|\brather not\b|\bfeel free to (?:say no|decline|pass|ignore)\b|\bno (?:obligation|pressure)\b"
    r"|\b(?:völlig|ganz|auch|natürlich|vollkommen|absolut|selbstverständlich|ist das|alles) (?:in ordnung|okay|ok)\b"
    r"|\bkein problem\b|\bkein(?:e|en)? (?:zwang|druck)\b|\bein nein\b|\blieber nicht\b|\bnicht (?:recht ist|böse)\b",
    re.IGNORECASE,
)
_OWN_WORDS = ("introducer_name", "introducer_company", "introducer_position", "user_name", "user_position",
              "user_company", "user_headline", "target_name", "target_company")
_USER_SAYS = ("reason", "occasion", "takeaway")


def lint(
    draft: Draft, facts: AskFacts, labels: Iterable[str] = (), kind: str = "introduction", today: date | None = None
) -> list[str]:
    """One sentence each; [] = nothing. ``labels``: the label of every industry. ``today``: for when they were last asked."""
    found = [*_pressing(draft, facts)]
    if KINDS[kind].with_blurb:
        return [*_blurb(draft, facts), *_reason(facts), *_industries(draft, facts, labels), *found, *_second_ask(draft, facts),
                *_way_out(draft), *(_rest(facts, today) if kind == "introduction" else ()), *_colleague(facts)]
    return [*found, *_asks_again(draft, facts, kind)]


def _blurb(draft: Draft, facts: AskFacts) -> Iterator[str]:
    count = len(draft.blurb.split())
    if not count:
        yield "There is nothing to forward. A short text about you saves them from writing one."
    if count > MAX_BLURB_WORDS:
        yield f"The blurb has {count} words. {MAX_BLURB_WORDS} are the most: it should be read in one go."
    if _finds(clean(facts.introducer_name), draft.blurb):
        yield f"The blurb names {clean(facts.introducer_name)}, and it is meant to be passed on."


def _reason(facts: AskFacts) -> Iterator[str]:
    if not clean(facts.reason):
        yield "No reason is given. Say in a few words why you are interested: it is easier to help with."


def _industries(draft: Draft, facts: AskFacts, labels: Iterable[str]) -> Iterator[str]:
    """Only the note is held to one industry or person; the blurb may say where the user works."""
    note = f"{draft.subject}\n{draft.ask}"
    target = clean(facts.target_label)
    own = _forms(target, facts.language)
    if not any(_finds(form, note) for form in (*own, full_name(clean(facts.target_name)))):
        yield f"The note does not say which industry it is about: {target}."
    for known in (*(clean(getattr(facts, name)) for name in _OWN_WORDS), full_name(clean(facts.target_name)), *own):
        note = _without(known, note)        # "Media Markt" is a company, not the industry Media
    forms = [(form, label) for label in {clean(label) for label in labels} for form in _forms(label, facts.language)]
    named = set()
    for form, label in sorted(forms, key=lambda pair: (-len(pair[0]), pair)):
        if form.casefold() not in {mine.casefold() for mine in own} and _finds(form, note):
            named.add(label)
            note = _without(form, note)
    if named:
        yield f"More than one industry is named: {target}, but also {' and '.join(sorted(named))}. One is easier to answer."


def _forms(label: str, language: str) -> list[str]:
    """How a text may name an industry, the longest first."""
    return sorted({label, *industry_phrase(label, language).names} - {""}, key=lambda form: (-len(form), form))


def _pressing(draft: Draft, facts: AskFacts) -> Iterator[str]:
    note = _ours(f"{draft.subject}\n{draft.ask}\n{draft.blurb}", facts, _OWN_WORDS)
    if found := sorted({match[0].lower() for match in _PRESSING.finditer(note)}):
        quoted = ", ".join(f'"{word}"' for word in found)
        yield f"{quoted} puts pressure on people. A no should stay easy."


def _second_ask(draft: Draft, facts: AskFacts) -> Iterator[str]:
    count = _questions(draft, facts)
    if count > 1:
        yield f"The note asks {count} questions. One is easier to answer; the others can wait for the next time."


def _asks_again(draft: Draft, facts: AskFacts, kind: str) -> Iterator[str]:
    """Thanks are thanks; a word after years asks for no favour."""
    if kind in ("thanks", "report_back") and _questions(draft, facts):
        yield "It asks for something. Thanks that come with a question are read as the next ask."
    if kind == "report_back" and not clean(facts.takeaway):
        yield "It does not say what came of the meeting. One sentence is what they would like to hear."


def _way_out(draft: Draft) -> Iterator[str]:
    if not _WAY_OUT.search(draft.ask):
        yield "There is no easy way out. Say that a no is fine: then a yes is one."


def _rest(facts: AskFacts, today: date | None) -> Iterator[str]:
    days = (today - facts.last_asked_on).days if today and facts.last_asked_on else REST_DAYS
    if 0 <= days < REST_DAYS:
        ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
        yield f"You asked {clean(facts.introducer_name)} {ago}. Leave {REST_DAYS} days between two asks."


def _colleague(facts: AskFacts) -> Iterator[str]:
    company = clean(facts.user_company).casefold()
    if facts.purpose == "career" and company and company == clean(facts.introducer_company).casefold():
        yield f"{clean(facts.introducer_name)} works where you do. Is a change of career something they may know of?"


def _questions(draft: Draft, facts: AskFacts) -> int:
    """Questions of the note itself, not those the user's reason asks."""
    return len(re.findall(r"\?+", _ours(draft.ask, facts, (*_OWN_WORDS, *_USER_SAYS))))


def _ours(text: str, facts: AskFacts, names: tuple[str, ...]) -> str:
    """The text without what is somebody's name, title or own sentence."""
    for name in names:
        text = _without(clean(getattr(facts, name)), text)
    return text


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def _finds(words: str, text: str) -> bool:
    return bool(words and _pattern(words).search(text))


def _without(words: str, text: str) -> str:
    return _pattern(words).sub(" … ", text) if words else text
