"""LinkedIn recommendations: Recommendations_Received.csv and Recommendations_Given.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_recommendations
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_recommendations"
TITLE = "LinkedIn recommendations"
HELP = (
    "Part of the LinkedIn export: who recommended you, and whom you recommended, with their employer at that time. The text "
    "is not read. Drop the zip as it came."
)
SELECT = KIND
SERIES = ""  # received and given are two lists
COLUMNS = {
    "first_name": "First Name",
    "last_name": "Last Name",
    "company": "Company",
    "position": "Job Title",
    "status": "Status",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_recommendations(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
