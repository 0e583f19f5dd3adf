"""Drafts: a private note to the introducer with a blurb to forward, a nudge, thanks, a report back, a word after years.

Pure text. Nothing here reads a workspace, and nothing here sends anything.

    found = draft(AskFacts(introducer_name="Dana Fox", target_label="Health care", language="de-du"), "introduction")
    found.subject, found.ask, found.blurb
"""

from dashboard.intros.choices import KINDS, LANGUAGES, LENGTHS, PURPOSES
from dashboard.intros.copying import settled
from dashboard.intros.drafts import MAX_BLURB_WORDS, Draft, draft, draft_from, template_source
from dashboard.intros.facts import AskFacts, fields_now, long_ago
from dashboard.intros.greeting import first_name
from dashboard.intros.lint import lint
from dashboard.intros.mail import MAILTO_LIMIT, eml, mailto, mailto_too_long

__all__ = [
    "KINDS",
    "LANGUAGES",
    "LENGTHS",
    "MAILTO_LIMIT",
    "MAX_BLURB_WORDS",
    "PURPOSES",
    "AskFacts",
    "Draft",
    "draft",
    "draft_from",
    "eml",
    "fields_now",
    "first_name",
    "lint",
    "long_ago",
    "mailto",
    "mailto_too_long",
    "settled",
    "template_source",
]
