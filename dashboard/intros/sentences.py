"""A template is a text of sentences, one per line; a sentence whose facts are not known is left out whole.

    [subject]                                        a section; there are three: subject, ask and, if anything is to be
                                                     forwarded, blurb
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
from difflib import get_close_matches
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, UndefinedError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from dashboard.errors import UserError
from dashboard.intros.facts import NAMES

SECTIONS = ("subject", "ask", "blurb")
NEEDED = ("subject", "ask")
MAX_SOURCE = 20_000         # characters of a template
MAX_SECTION = 20_000        # characters of what comes out of a section
_OR = "or:"
_SECTION = re.compile(r"\[(\w+)\]\Z")
_FILTERS = ("capitalize", "d", "default", "lower", "title", "trim", "upper")
# All a template is made of. No loop, no sum, no call, no attribute: it cannot run long, grow large or reach anything.
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Filter, nodes.Test, nodes.Tuple, nodes.List, nodes.Concat,
)
_CALLED = {
    nodes.For: "a loop", nodes.Call: "a call", nodes.Getattr: "a dot behind a field", nodes.Getitem: "a bracket behind a field",
    nodes.Assign: "a field of one's own", nodes.Include: "another file", nodes.Import: "another file",
    nodes.FromImport: "another file", nodes.Extends: "another file", nodes.Macro: "a macro", nodes.BinExpr: "arithmetic",
}


class _Environment(SandboxedEnvironment):
    """Knows fields and a few filters, and nothing of Python."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """No attribute of anything, should one ever get so far."""
        return False


# Plain text, so nothing is escaped; no loader, so a template reaches no file.
_JINJA = _Environment(undefined=StrictUndefined, autoescape=False, loader=None)
_JINJA.globals.clear()
_JINJA.filters = {name: _JINJA.filters[name] for name in _FILTERS}
_JINJA.tests = {name: _JINJA.tests[name] for name in ("defined", "undefined", "in")}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a template: its number, the facts it names, and whether it stands in for the one before."""

    line: int
    template: Template
    names: frozenset[str]
    is_alternative: bool


Paragraphs = tuple[tuple[Sentence, ...], ...]


@lru_cache(maxsize=64)
def parse(source: str) -> dict[str, Paragraphs]:
    """The paragraphs of each section. UserError naming the line that is wrong, and what is wrong with it."""
    if len(source) > MAX_SOURCE:
        raise UserError(f"The template has {len(source):,} characters.", f"Up to {MAX_SOURCE:,} are read.")
    sections: dict[str, list[list[Sentence]]] = {}
    current: list[list[Sentence]] | None = None
    lines = re.split(r"\r\n|\r|\n", source.rstrip())
    for number, text in enumerate(lines, start=1):
        line = text.strip()
        if found := _SECTION.match(line):
            current = _open(sections, found[1].lower(), number)
        elif current is not None and line:
            current[-1].append(_sentence(line, number, bool(current[-1])))
        elif current is not None:
            current.append([])
    if missing := [name for name in NEEDED if name not in sections]:
        hint = f"Add a line that says [{missing[0]}], and its text below."
        raise _broken(len(lines), f"it ends without a [{missing[0]}] section", hint)
    return {name: tuple(tuple(part) for part in parts if part) for name, parts in sections.items()}


def _open(sections: dict[str, list[list[Sentence]]], name: str, line: int) -> list[list[Sentence]]:
    if name not in SECTIONS or name in sections:
        wrong = "is there twice" if name in sections else "is no section"
        raise _broken(line, f"[{name}] {wrong}", "A template has one [subject], one [ask] and at most one [blurb].")
    sections[name] = [[]]
    return sections[name]


def _sentence(text: str, line: int, follows: bool) -> Sentence:
    is_alternative = text.startswith(_OR)
    if is_alternative and not follows:
        raise _broken(line, '"or:" has no sentence to stand in for', "Put it right below a sentence.")
    text = text.removeprefix(_OR).strip() if is_alternative else text
    try:
        tree = _JINJA.parse(text)
        _check(tree, line, text)
        names = frozenset(meta.find_undeclared_variables(tree))
        template = _JINJA.from_string(text)
    except UserError:
        raise
    except TemplateError as error:
        raise _broken(line, error.message or "it cannot be read", f"{_reads(text)} {_SYNTAX}") from error
    except Exception as error:      # brackets nested a thousand deep, a number of five thousand digits, ...
        raise _broken(line, "it cannot be read", f"{_reads(text)} {_SYNTAX}") from error
    return Sentence(line, template, names, is_alternative)


def _check(tree: nodes.Template, line: int, text: str) -> None:
    """Only what a sentence needs, and only fields there are."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            what = next((said for kind, said in _CALLED.items() if isinstance(node, kind)), "this tag")
            raise _broken(line, f"{what} is not part of a template", f"{_reads(text)} {_PARTS}")
        if isinstance(node, nodes.Name) and node.name not in NAMES:
            near = get_close_matches(node.name, sorted(NAMES), n=1, cutoff=0.5)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise _broken(line, f"unknown field `{node.name}`{hint}", _reads(text))


def _reads(text: str) -> str:
    """A text box has no line numbers: the line itself tells which one it is."""
    return f"The line reads: {text if len(text) <= 100 else text[:100] + ' …'}"


def render(paragraphs: Paragraphs, facts: Mapping[str, str]) -> str:
    """The text: one line per paragraph, an empty line between two. Only what is in ``facts`` is known."""
    texts: list[str] = []
    for paragraph in paragraphs:
        texts.append(" ".join(_taken(paragraph, lambda each: _text(each, facts))))
        if sum(map(len, texts)) > MAX_SECTION:
            raise _broken(paragraph[-1].line, f"the text grows beyond {MAX_SECTION:,} characters")
    return "\n\n".join(text for text in texts if text)


def _taken(paragraph: tuple[Sentence, ...], text_of: Callable[[Sentence], str]) -> Iterator[str]:
    is_said, grown = False, 0
    for sentence in paragraph:
        if sentence.is_alternative and is_said:
            continue
        text = text_of(sentence)
        is_said = bool(text)
        if text:
            grown += len(text)
            yield text
        if grown > MAX_SECTION:
            return


def _text(sentence: Sentence, facts: Mapping[str, str]) -> str:
    try:
        return _tidy(sentence.template.render(facts))
    except UndefinedError as error:
        if sentence.names - facts.keys():
            return ""
        raise _broken(sentence.line, error.message or "it asks for what a fact does not have") from error
    except Exception as error:      # a template can compare a field with a number
        raise _broken(sentence.line, str(error)) from error


def _tidy(text: str) -> str:
    """A fact may end in its own full stop or question mark ("Acme Inc."): then ours is one too many."""
    text = " ".join(text.split())
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
    return re.sub(r"([!?…])\.(?=[\s”“]|\Z)", r"\1", text)


_HINT = "Mend that line, or go back to the template it was made from."
_PARTS = f"There are fields, {{% if %}} and these filters: {', '.join(_FILTERS)}."
_SYNTAX = "One line is one sentence: close every {{ and {% on the line that opens it."


def _broken(line: int, wrong: str, hint: str = _HINT) -> UserError:
    end = "" if wrong.strip().endswith("?") else "."
    return UserError(f"Line {line}: {wrong.strip().rstrip('.')}{end}", hint)
