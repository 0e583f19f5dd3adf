"""A template to start one's own from: ours with purpose and length decided, so that what is left are sentences."""

import re
from collections.abc import Mapping

_OR = "or: "
_WHOLE = re.compile(r'\{% if (purpose|length) == "(\w+)" %\}((?:(?!\{% el).)*)\{% endif %\}')
_CHAIN = re.compile(r"\{% if purpose == .*?\{% endif %\}")
_BRANCH = re.compile(r'\{% (?:el)?if purpose == "(\w+)" %\}(.*?)(?=\{% el|\{% endif)')
_ELSE = re.compile(r"\{% else %\}(.*?)\{% endif %\}")
_UNSURE = re.compile(r"\{\{ (?!target_(?:label|object|in|from) )|\{%")     # it may name a fact that is not known


def settled(source: str, chosen: Mapping[str, str]) -> str:
    """The template of ours without its conditions on ``purpose`` and ``length``, as these are ``chosen``.

    A sentence of another purpose or length is gone; the one that stood in for it takes its place.
    """
    lines: list[str] = []
    is_open = is_certain = False        # a sentence stands before this one; nothing will have to stand in for it
    for line in source.split("\n"):
        is_alternative = line.startswith(_OR)
        if not is_alternative:
            is_open = is_certain = False
        bare = line.removeprefix(_OR)
        text = None if is_certain else _resolved(bare, chosen)
        if text is not None:
            lines.append(f"{_OR}{text}" if is_alternative and is_open else text)
            is_open, is_certain = True, text != bare and not _UNSURE.search(text)
    return "\n".join(lines)


def _resolved(text: str, chosen: Mapping[str, str]) -> str | None:
    """The sentence as it is for that choice; None if it belongs to another one."""
    if found := _WHOLE.fullmatch(text):
        return found[3] if chosen[found[1]] == found[2] else None
    return _CHAIN.sub(lambda chain: _branch(chain[0], chosen["purpose"]), text)


def _branch(chain: str, purpose: str) -> str:
    found = dict(_BRANCH.findall(chain))
    otherwise = _ELSE.search(chain)
    return str(found.get(purpose, otherwise[1] if otherwise else ""))
