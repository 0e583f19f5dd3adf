"""Streamlit glue shared by the pages; nothing below knows Streamlit."""

from dashboard.widgets.figure import answer, download, explain, figure, needs_contacts, page_head, people_table
from dashboard.widgets.shell import ask, decide, errors_told, is_sample, offer_undo, workspace
from dashboard.widgets.words import escape, frame, row, rows

__all__ = [
    "answer",
    "ask",
    "decide",
    "download",
    "errors_told",
    "escape",
    "explain",
    "figure",
    "frame",
    "is_sample",
    "needs_contacts",
    "offer_undo",
    "page_head",
    "people_table",
    "row",
    "rows",
    "workspace",
]
