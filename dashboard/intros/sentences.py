"""A template is a text of sentences, one per line; a sentence whose facts are not known is left out whole.

    [subject]                                        a section; three are needed: subject, ask, blurb
    Hi {{ introducer_first_name }},

    I thought of you because {{ evidence }}.         left out if there is no evidence ...
    or: I thought of you at once.                    ... and then this one is taken

Lines that follow each other make a paragraph, an empty line ends it, and a paragraph that lost its sentences
is gone. What stands above the first section is a remark. A tag ({% if %}) opens and closes on one line; a
sentence that comes out empty counts as left out. Facts are inserted as they are, never read as a template.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError, meta
from jinja2.sandbox import SandboxedEnvironment

from dashboard.errors import UserError
from dashboard.intros.facts import NAMES

SECTIONS = ("subject", "ask", "blurb")
_OR = "or:"
_SECTION = re.compile(r"\[(\w+)\]\Z")
# Plain text, so nothing is escaped; no loader, so a template reaches no file.
_JINJA = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, loader=None)
_JINJA.globals.clear()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a template: its number, the facts it names, and whether it stands in for the one before."""

    line: int
    template: Template
    names: frozenset[str]
    is_alternative: bool


Paragraphs = tuple[tuple[Sentence, ...], ...]


@lru_cache(maxsize=16)
def parse(source: str) -> dict[str, Paragraphs]:
    """The paragraphs of each section. UserError naming the line that is wrong, and what is wrong with it."""
    sections: dict[str, list[list[Sentence]]] = {}
    current: list[list[Sentence]] | None = None
    for number, text in enumerate(source.splitlines(), start=1):
        line = text.strip()
        if found := _SECTION.match(line):
            current = _open(sections, found[1].lower(), number)
        elif current is not None and line:
            current[-1].append(_sentence(line, number, bool(current[-1])))
        elif current is not None:
            current.append([])
    if missing := [name for name in SECTIONS if name not in sections]:
        wrong = f"Line {len(source.splitlines())} of the template: it ends without a [{missing[0]}] section."
        raise UserError(wrong, f"Add a line that says [{missing[0]}], and its text below.")
    return {name: tuple(tuple(part) for part in parts if part) for name, parts in sections.items()}


def _open(sections: dict[str, list[list[Sentence]]], name: str, line: int) -> list[list[Sentence]]:
    if name not in SECTIONS or name in sections:
        wrong = "is there twice" if name in sections else "is no section"
        raise _broken(line, f"[{name}] {wrong}", "A template has one [subject], one [ask] and one [blurb].")
    sections[name] = [[]]
    return sections[name]


def _sentence(text: str, line: int, follows: bool) -> Sentence:
    is_alternative = text.startswith(_OR)
    if is_alternative and not follows:
        raise _broken(line, '"or:" has no sentence to stand in for', "Put it right below a sentence.")
    text = text.removeprefix(_OR).strip() if is_alternative else text
    try:
        tree = _JINJA.parse(text)
        names = frozenset(meta.find_undeclared_variables(tree))
        template = _JINJA.from_string(text)
    except TemplateSyntaxError as error:
        hint = "One line is one sentence: close every {{ and {% on the line that opens it."
        raise _broken(line, error.message or "it cannot be read", hint) from error
    if unknown := sorted(names - NAMES):
        raise _broken(line, f'there is no fact called "{unknown[0]}"', f"Facts: {', '.join(sorted(NAMES))}.")
    return Sentence(line, template, names, is_alternative)


def render(paragraphs: Paragraphs, facts: Mapping[str, str]) -> str:
    """The text: one line per paragraph, an empty line between two. Only what is in ``facts`` is known."""
    texts = (" ".join(_taken(paragraph, lambda each: _text(each, facts))) for paragraph in paragraphs)
    return "\n\n".join(text for text in texts if text)


def _taken(paragraph: tuple[Sentence, ...], text_of: Callable[[Sentence], str]) -> Iterator[str]:
    is_said = False
    for sentence in paragraph:
        if sentence.is_alternative and is_said:
            continue
        text = text_of(sentence)
        is_said = bool(text)
        if text:
            yield text


def _text(sentence: Sentence, facts: Mapping[str, str]) -> str:
    try:
        return _tidy(sentence.template.render(facts))
    except UndefinedError as error:
        if sentence.names - facts.keys():
            return ""
        raise _broken(sentence.line, error.message or "it asks for what a fact does not have") from error
    except TemplateError as error:
        raise _broken(sentence.line, error.message or "it asks for what a template may not do") from error
    except Exception as error:      # a template can divide by zero, add text to a number, include a file, ...
        raise _broken(sentence.line, str(error)) from error


def _tidy(text: str) -> str:
    """A fact may end in its own full stop or question mark ("Acme Inc."): then ours is one too many."""
    text = " ".join(text.split())
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
    return re.sub(r"([!?…])\.(?=[\s”]|\Z)", r"\1", text)


_HINT = "Mend that line, or go back to the template it was made from."


def _broken(line: int, wrong: str, hint: str = _HINT) -> UserError:
    return UserError(f"Line {line} of the template: {wrong.strip().rstrip('.')}.", hint)
