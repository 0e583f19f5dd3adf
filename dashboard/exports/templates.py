"""Spreadsheets to fill in for those who have no file yet: read back without a question asked.

One sheet to fill, its header in place; one that says what each column takes, with an example. The examples stand
apart, so that nobody imports them by mistake.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from dashboard import industries

ROWS = 1_000  # as far as formats and lists to choose from reach
_NOTES = "How to fill this in"
_LISTS = "Industries"


@dataclass(frozen=True)
class TemplateColumn:
    """A column to fill: its name, what it takes, an example; ``form`` is "text", "day" or "number"."""

    name: str
    takes: str
    example: str
    width: int = 22
    form: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A spreadsheet to fill in: the sheet's name, one sentence, its columns."""

    sheet: str
    says: str
    columns: tuple[TemplateColumn, ...]


TEMPLATES = {
    "contact_sheet": Template(
        "Contacts",
        "One row for each person you know. A name is enough; every other cell may stay empty.",
        (
            TemplateColumn("Name", "First and last name", "Dana Whitfield", 26),
            TemplateColumn("E-mail", "One address", "dana@example.org", 30),
            TemplateColumn("Company", "Where they work now", "Charité", 26),
            TemplateColumn("Job title", "What they do there", "Head of procurement", 26),
            TemplateColumn("Industry", "From the list, or your own words", "Health care", 24, choices=(_LISTS,)),
            TemplateColumn("Phone", "With the country's code", "+49 30 123456", 20),
            TemplateColumn(
                "LinkedIn profile", "The address of their profile", "https://www.linkedin.com/in/example", 36
            ),
        ),
    ),
    "interaction_sheet": Template(
        "Interactions",
        "One row for each meeting, call, mail or message. A day and a person are enough.",
        (
            TemplateColumn("Date", "The day, with the time if you know it", "2026-11-20", 18, "day"),
            TemplateColumn("Person", "First and last name; several parted by ;", "Dana Whitfield", 30),
            TemplateColumn("E-mail", "Helps to tell two people of one name apart", "dana@example.org", 30),
            TemplateColumn("Minutes", "How long it took", "45", 12, "number"),
            TemplateColumn("Channel", "What it was", "meeting", 14, choices=("meeting", "call", "mail", "message")),
            TemplateColumn("Company", "Where they worked then", "Charité", 26),
        ),
    ),
}


def template(kind: str) -> bytes:
    """The workbook to fill in for a kind of TEMPLATES."""
    made = TEMPLATES[kind]
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        sheet, notes, lists = (book.add_worksheet(name) for name in (made.sheet, _NOTES, _LISTS))
        labels = [industry.label for industry in industries.BY_CODE.values()]
        lists.write_column(0, 0, labels)
        lists.hide()
        _to_fill(book, sheet, made, f"={_LISTS}!$A$1:$A${len(labels)}")
        _explain(book, notes, made)
    return buffer.getvalue()


def _to_fill(book: Any, sheet: Any, made: Template, industry_list: str) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F4F3EF"})
    forms = {"text": {"num_format": "@"}, "day": {"num_format": "yyyy-mm-dd"}, "number": {"num_format": "0"}}
    for at, column in enumerate(made.columns):
        sheet.set_column(at, at, column.width, book.add_format(forms[column.form]))
        sheet.write_string(0, at, column.name, head)
        if column.choices:
            source = industry_list if column.choices == (_LISTS,) else list(column.choices)
            sheet.data_validation(1, at, ROWS, at, {"validate": "list", "source": source, "error_type": "information"})
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()


def _explain(book: Any, notes: Any, made: Template) -> None:
    bold, quiet = book.add_format({"bold": True}), book.add_format({"italic": True, "font_color": "#586070"})
    notes.set_column(0, 0, 20)
    notes.set_column(1, 1, 46)
    notes.set_column(2, 2, 36)
    notes.write_string(0, 0, made.says, bold)
    notes.write_row(2, 0, ("The heading", "What you write below it", "An example"), quiet)
    for line, column in enumerate(made.columns, start=3):
        notes.write_string(line, 0, f"“{column.name}”", bold)
        notes.write_string(line, 1, column.takes)
        notes.write_string(line, 2, column.example)
