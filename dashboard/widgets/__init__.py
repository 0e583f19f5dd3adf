"""Streamlit glue shared by the pages; nothing below knows Streamlit."""

from dashboard.widgets.choosing import chosen, let_go
from dashboard.widgets.figure import (
    answer,
    download,
    empty_state,
    explain,
    figure,
    framed,
    needs_contacts,
    open_person,
    people_table,
)
from dashboard.widgets.head import page_head
from dashboard.widgets.shell import (
    ask,
    decide,
    errors_told,
    go_to,
    is_sample,
    keep_in_address,
    offer_undo,
    open_workspace,
    workspace,
)
from dashboard.widgets.words import escape, frame, row, rows

__all__ = [
    "answer",
    "ask",
    "chosen",
    "decide",
    "download",
    "empty_state",
    "errors_told",
    "escape",
    "explain",
    "figure",
    "frame",
    "framed",
    "go_to",
    "is_sample",
    "keep_in_address",
    "let_go",
    "needs_contacts",
    "offer_undo",
    "open_person",
    "open_workspace",
    "page_head",
    "people_table",
    "row",
    "rows",
    "workspace",
]
