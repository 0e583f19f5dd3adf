"""Frames and somebody's words, made fit for a page."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.questions import Frame, rows

__all__ = ["escape", "frame", "row", "rows"]


def escape(text: str) -> str:
    """Somebody's words inside Markdown: never formatting, never HTML, never a link.

    An address becomes a link whatever is escaped around it, so an invisible word joiner parts it. A line break in a name
    would end the heading it stands in.
    """
    parted = " ".join(text.splitlines()).replace("@", "\u2060@").replace("://", ":\u2060//").replace("www.", "www\u2060.")
    return "".join(f"\\{char}" if char in r"\`*_{}[]()#+-.!|<>~$:" else char for char in parted)


def row(answer: Frame) -> dict[str, Any]:
    """The one row of an answer."""
    return rows(answer)[0]


def frame(rows: Sequence[Mapping[str, Any]]) -> Frame:
    """Rows as a table to show."""
    return Frame(list(rows))


def telling(frame: Frame) -> Frame:
    """Without the columns that hold nothing in any row: no value, no words, no hour."""
    held = [column for column in frame if (frame[column].notna() & ~frame[column].isin(["", 0])).any()]
    return frame[held] if len(frame) else frame
