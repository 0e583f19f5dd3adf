"""LinkedIn invitations: Invitations.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_invitations
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_invitations"
TITLE = "LinkedIn invitations"
HELP = (
    "Part of the LinkedIn export: Settings, Data privacy, Get a copy of your data. "
    "Drop the zip as it came, or Invitations.csv alone."
)
SELECT = KIND
SERIES = "linkedin"
COLUMNS = {
    "sender": "From",
    "recipient": "To",
    "sent_at": "Sent At",
    "direction": "Direction",
    "sender_url": "inviterProfileUrl",
    "recipient_url": "inviteeProfileUrl",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_invitations(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
