"""From facts to a draft: choose the template, fill it, keep the blurb short."""

from dataclasses import dataclass
from importlib.resources import files

from dashboard.errors import UserError
from dashboard.intros.facts import AskFacts, words
from dashboard.intros.sentences import parse, render

MAX_BLURB_WORDS = 120
_TEMPLATES = files("dashboard.intros") / "templates"
_EXPENDABLE = ("user_headline", "reason")       # what a blurb grown too long does without, in turn


@dataclass(frozen=True, slots=True)
class Draft:
    """A subject of one line, the private note to the introducer, and the text about the user to forward."""

    subject: str
    ask: str
    blurb: str

    @property
    def body(self) -> str:
        """The mail: the note, a line, the blurb."""
        return f"{self.ask}\n\n----------\n\n{self.blurb}" if self.blurb else self.ask


def template_names(language: str = "en") -> tuple[str, ...]:
    """The templates that come with the product, in one language."""
    ending = f".{language}.txt"
    return tuple(sorted(f.name.removesuffix(ending) for f in _TEMPLATES.iterdir() if f.name.endswith(ending)))


def template_source(template: str = "introduction", language: str = "en") -> str:
    """The text of a template, to show or to start one's own from. UserError if there is none of that name."""
    if template not in template_names(language):
        known = ", ".join(template_names(language)) or "none in this language"
        raise UserError(f'There is no template "{template}" in "{language}".', f"Templates: {known}.")
    return (_TEMPLATES / f"{template}.{language}.txt").read_text(encoding="utf-8")


def draft(facts: AskFacts, template: str = "introduction") -> Draft:
    """A draft by a template of ours. UserError if the introducer's name or the industry is missing."""
    return draft_from(facts, template_source(template, facts.language))


def draft_from(facts: AskFacts, source: str) -> Draft:
    """A draft by the user's own template. UserError naming the line of the template that is broken."""
    known = words(facts)
    sections = parse(source)
    blurb = render(sections["blurb"], known)
    briefer = dict(known)
    for name in _EXPENDABLE:
        if len(blurb.split()) > MAX_BLURB_WORDS:
            briefer.pop(name, None)
            blurb = render(sections["blurb"], briefer)
    subject = " ".join(render(sections["subject"], known).split())
    return Draft(subject, render(sections["ask"], known), blurb)
