from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intros.telling import MOST_MINUTES, Told, told

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("coffee with Dana Fox yesterday 45 min", Told("Dana Fox", date(2026, 11, 24), 45, "meeting", "coffee")),
        ("Dana Fox", Told("Dana Fox", TODAY, None, "meeting", None)),
        ("called Ben Okafor for 20 minutes", Told("Ben Okafor", TODAY, 20, "call", None)),
        ("Call with Ben on Monday, 1.5 h", Told("Ben", date(2026, 11, 23), 90, "call", None)),
        ("lunch with Zoë Müller-Lüdenscheidt 1h 30", Told("Zoë Müller-Lüdenscheidt", TODAY, 90, "meeting", "lunch")),
        ("wrote to Kim Roe 3 Nov", Told("Kim Roe", date(2026, 11, 3), None, "mail", "wrote")),
        ("met Dana Fox half an hour 2 days ago", Told("Dana Fox", date(2026, 11, 23), 30, "meeting", None)),
        ("video call with Dana Fox 2026-11-02 an hour", Told("Dana Fox", date(2026, 11, 2), 60, "call", "video call")),
        ("dinner with Dana Fox 30 Dec", Told("Dana Fox", date(2025, 12, 30), None, "meeting", "dinner")),
        ("whatsapp from Dana on Wednesday", Told("Dana", TODAY, None, "message", "whatsapp")),
        ("coffee with Mayer Mark 15 min", Told("Mayer Mark", TODAY, 15, "meeting", "coffee")),
        ("coffee with Dana 31 Feb", Told("Dana 31 Feb", TODAY, None, "meeting", "coffee")),
    ],
)
def test_lines_as_people_write_them(line: str, read: Told) -> None:
    assert told(line, TODAY) == read


@given(st.text(max_size=80))
def test_any_line_is_read_as_something_that_can_have_happened(line: str) -> None:
    read = told(line, TODAY)
    assert read.on <= TODAY
    assert read.minutes is None or 0 < read.minutes <= MOST_MINUTES
    assert read.channel in ("meeting", "call", "mail", "message")
