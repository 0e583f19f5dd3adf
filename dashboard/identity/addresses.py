"""What the part before the @ says of a name."""

import re

from dashboard.identity.names import Name, names_in
from dashboard.identity.spelling import folded, sounded, squeezed
from dashboard.identity.tables import words

_PARTS = re.compile(r"[^a-z]+")
_NOBODYS = words("mailbox")  # of a function, or of somebody who writes for another


def parts(email: str) -> tuple[str, ...]:
    """ "dana.fox2@siemens.com" -> ("dana", "fox"); empty for an address that is nobody's own."""
    found = tuple(part for part in _PARTS.split(folded(email.partition("@")[0])) if part)
    return () if {*found} & _NOBODYS else found


def named_by(email: str) -> tuple[Name, ...]:
    """The name an address spells out: only with both its parts."""
    found = parts(email)
    return names_in(" ".join(found)) if len(found) >= 2 and min(map(len, found)) >= 2 else ()


def tells(email: str, name: Name) -> str:
    """How far an address tells this name: "full", "initial", "given" (with the initial of the family name), or ""."""
    local = parts(email)
    if not local or len(name.sounds) < 2:
        return ""
    written = {"".join(local), squeezed("".join(map(sounded, local)))}
    given, family = name.sounds[0], name.sounds[-1]
    if {given, family} <= {*map(sounded, local)} or not written.isdisjoint(full_forms(name)):
        return "full"
    if not written.isdisjoint(initial_forms(name)):
        return "initial"
    return "given" if given + family[0] in written else ""


def full_forms(name: Name) -> set[str]:
    """Both parts of a name in one word, as written and as they sound."""
    pairs = ((name.words[0], name.words[-1]), (name.sounds[0], name.sounds[-1]))
    return {squeezed(form) for a, b in pairs for form in (a + b, b + a)} | {
        "".join(name.words),
        pairs[0][0] + pairs[0][1],
    }


def initial_forms(name: Name) -> set[str]:
    """The family name with the initial of the given name."""
    ends = ((name.words[0][0], name.words[-1]), (name.sounds[0][0], name.sounds[-1]))
    return {form for a, b in ends for form in (a + b, squeezed(a + b), squeezed(b + a))}
