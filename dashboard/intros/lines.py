"""Somebody's words as one line of visible text."""

import unicodedata

_JOINERS = "\u200c\u200d"       # part of how Persian, Hindi and emoji are written


def clean(text: str | None) -> str:
    """One line of visible text: line breaks, control and direction marks cannot reshape the note."""
    visible = "".join(_visible(char) for char in text or "")
    line = " ".join(visible.split()).strip(" ,;")
    return line if line.strip(".") else ""


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Cc":
        return " "
    return "" if kind == "Cs" or (kind == "Cf" and char not in _JOINERS) else char
