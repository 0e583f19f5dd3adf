"""LinkedIn positions: Positions.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_positions
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_positions"
TITLE = "LinkedIn positions"
HELP = (
    "Part of the LinkedIn export: your own career, which tells colleagues from contacts. "
    "Drop the zip as it came, or Positions.csv alone."
)
SELECT = KIND
SERIES = "linkedin"
COLUMNS = {
    "company": "Company Name",
    "title": "Title",
    "started_on": "Started On",
    "finished_on": "Finished On",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_positions(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
