"""The parts of the Import page."""

from dashboard.widgets.importing.day_order import day_order
from dashboard.widgets.importing.history import history
from dashboard.widgets.importing.mapping import explained, mapping
from dashboard.widgets.importing.people import home_industry, is_this_you, links
from dashboard.widgets.importing.report import balance, brought, change, not_used, reasons, refused_files
from dashboard.widgets.importing.sources import help_texts, other_ways, preview, take_in, upload
from dashboard.widgets.importing.whose import owned, whose

__all__ = [
    "balance",
    "brought",
    "change",
    "day_order",
    "explained",
    "help_texts",
    "history",
    "home_industry",
    "is_this_you",
    "links",
    "mapping",
    "not_used",
    "other_ways",
    "owned",
    "preview",
    "reasons",
    "refused_files",
    "take_in",
    "upload",
    "whose",
]
