"""LinkedIn messages: Messages.csv of a LinkedIn export."""

import re

from dashboard.importers.columns import is_linkedin_messages
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_messages"
TITLE = "LinkedIn messages"
HELP = (
    "In LinkedIn: Settings, Data privacy, Get a copy of your data, Messages. "
    "Drop the zip as it came, or messages.csv alone."
)
ASSISTANT = re.compile(r"(guide|coach|role_play)[^/]*messages", re.IGNORECASE)
SELECT = KIND
SERIES = "linkedin"
CIRCLE = ("sender", "sender_url", "recipients", "recipient_urls")  # all that the people of a message are read from
COLUMNS = {
    "conversation": "CONVERSATION ID",
    "sender": "FROM",
    "sender_url": "SENDER PROFILE URL",
    "recipients": "TO",
    "recipient_urls": "RECIPIENT PROFILE URLS",
    "sent_at": "DATE",
    "is_draft": "IS MESSAGE DRAFT",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order; not the talks with LinkedIn's own assistants, which have the same ones."""
    return is_linkedin_messages(header) and not ASSISTANT.search(name)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
