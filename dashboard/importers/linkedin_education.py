"""LinkedIn education: Education.csv of a LinkedIn export."""

from dashboard.importers.columns import is_linkedin_education
from dashboard.importers.linkedin import named
from dashboard.importers.tabular import Sheet

KIND = "linkedin_education"
TITLE = "LinkedIn education"
HELP = "Part of the LinkedIn export: the schools you went to. Drop the zip as it came, or Education.csv alone."
SELECT = KIND
SERIES = "linkedin"
COLUMNS = {
    "school": "School Name",
    "degree": "Degree Name",
    "started_on": "Start Date",
    "finished_on": "End Date",
}


def recognises(name: str, header: tuple[str, ...]) -> bool:
    """By its columns, in any order."""
    return is_linkedin_education(header)


def fields(sheet: Sheet) -> dict[str, str | None]:
    """Each field's column as the file writes it, None where the file has none."""
    return named(sheet.header, COLUMNS)
