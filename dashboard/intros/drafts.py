"""From facts to a draft: choose the template, fill it, keep the blurb short."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dashboard.errors import UserError
from dashboard.intros.choices import KINDS, LANGUAGES, tongue
from dashboard.intros.facts import AskFacts, words
from dashboard.intros.sentences import parse, render

MAX_BLURB_WORDS = 120
_TEMPLATES = files("dashboard.intros") / "templates"
_EXPENDABLE = ("user_headline", "reason")  # what a blurb grown too long does without, in turn


@dataclass(frozen=True, slots=True)
class Draft:
    """A subject of one line, the private note to the introducer, and the text about the user to forward, if any."""

    subject: str
    ask: str
    blurb: str

    @property
    def body(self) -> str:
        """The mail: the note, a line, the blurb."""
        return f"{self.ask}\n\n----------\n\n{self.blurb}" if self.blurb else self.ask


@cache
def template_source(kind: str = "introduction", language: str = "en") -> str:
    """The text of a template, to show or to start one's own from. UserError if there is none of that kind.

    It is the file KIND.LANGUAGE.txt and, for what is to be forwarded, blurb.LANGUAGE.txt below it.
    """
    if kind not in KINDS or language not in LANGUAGES:
        known = f"Templates: {', '.join(KINDS)}; in {', '.join(LANGUAGES)}."
        raise UserError(f'There is no template "{kind}" in "{language}".', known)
    note = _file(f"{kind}.{language}.txt")
    return f"{note}\n{_file(f'blurb.{tongue(language)}.txt')}" if KINDS[kind].with_blurb else note


def _file(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def draft(facts: AskFacts, kind: str = "introduction") -> Draft:
    """A draft by our template of that kind (a key of KINDS), in the language, for the purpose and of the length in ``facts``.

    UserError if the introducer's name is missing or, where the mail is about one, the industry.
    """
    return draft_from(facts, template_source(kind, facts.language), kind)


def draft_from(facts: AskFacts, source: str, kind: str = "introduction") -> Draft:
    """A draft by the user's own template. UserError naming the line of the template that is broken."""
    sections = parse(source)
    known = words(facts, KINDS[kind].needs_industry)
    blurb = render(sections.get("blurb", ()), known)
    briefer = dict(known)
    for name in _EXPENDABLE:
        if len(blurb.split()) > MAX_BLURB_WORDS:
            briefer.pop(name, None)
            blurb = render(sections["blurb"], briefer)
    subject = " ".join(render(sections["subject"], known).split())
    return Draft(subject, render(sections["ask"], known), blurb)
