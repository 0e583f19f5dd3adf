"""LinkedIn profile: Profile.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_profile
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_profile"
TITLE = "LinkedIn profile"
HELP = "Part of the LinkedIn export: it names your own industry. Drop the zip as it came, or Profile.csv alone."
SELECT = KIND
SERIES = "linkedin"
COLUMNS = {
    "first_name": "First Name",
    "last_name": "Last Name",
    "headline": "Headline",
    "industry": "Industry",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_profile(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
