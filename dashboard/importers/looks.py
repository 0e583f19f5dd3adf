"""What a cell is, by the look of it."""

import re

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}")
_PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/(?:in|pub)/\S", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?[+(\d][\d\s().\-/|]{5,}\d(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d{2}.*)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})(?:,? \d{1,2}:\d{2}.*)?"
    r"|\d{1,2}[-. ]{1,2}[^\W\d]{3,9}\.?[-, ]{1,2}(?:\d{2}|\d{4})"
)


def is_email(cell: str) -> bool:
    """One e-mail address and nothing else."""
    return bool(_EMAIL.fullmatch(cell.strip()))


def is_profile(cell: str) -> bool:
    """The address of a LinkedIn profile."""
    return bool(_PROFILE.match(cell.strip()))


def is_date(cell: str) -> bool:
    """A day, with or without a time, in one of the usual ways to write it."""
    return bool(_DATE.fullmatch(cell.strip()))


def is_phone(cell: str) -> bool:
    """A phone number with a sign or a gap in it: digits alone are as often a customer number."""
    text = cell.strip()
    return bool(_PHONE.fullmatch(text)) and not text.isdigit() and not is_date(text)
