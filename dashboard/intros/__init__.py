"""Drafts of the ask: a private note to the introducer and a blurb the introducer can forward.

Pure text. Nothing here reads a workspace, and nothing here sends anything.

    found = draft(AskFacts(introducer_name="Dana Fox", target_label="Health care"))
    found.subject, found.ask, found.blurb
"""

from dashboard.intros.drafts import MAX_BLURB_WORDS, Draft, draft, draft_from, template_names, template_source
from dashboard.intros.facts import AskFacts
from dashboard.intros.greeting import first_name
from dashboard.intros.lint import lint
from dashboard.intros.mail import MAILTO_LIMIT, eml, mailto, mailto_too_long

__all__ = [
    "MAILTO_LIMIT",
    "MAX_BLURB_WORDS",
    "AskFacts",
    "Draft",
    "draft",
    "draft_from",
    "eml",
    "first_name",
    "lint",
    "mailto",
    "mailto_too_long",
    "template_names",
    "template_source",
]
