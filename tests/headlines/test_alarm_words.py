"""The words of the complacency alarm."""

from typing import Any

import pytest

from dashboard.headlines import alarm

ALARM: dict[str, Any] = {
    "is_ringing": True, "is_rising": True, "is_inward": False, "silence": None, "home_label": "Software",
    "home_share": 0.71, "highest_before": 0.6, "threshold": 0.65, "days_without_new": 50, "record_days": 900,
}  # fmt: skip


def test_reasons() -> None:
    rose = "Software had 71% of the last 90 days, and at most 60% in any of the four 90 days before."
    assert alarm.reasons(ALARM) == [rose]
    assert alarm.reasons(ALARM | {"is_inward": True}) == [rose, "For 7 weeks you met nobody new outside Software."]
    never = ALARM | {"is_rising": False, "is_inward": True, "days_without_new": None}
    assert alarm.reasons(never) == ["You have met nobody outside Software yet."]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "The alarm rings. Software had 71%"),
        ({"is_ringing": False}, "The alarm is quiet. It rings above 65%, or after six weeks without anybody new outside"),
        ({"is_ringing": False, "threshold": 1.02}, "The alarm is quiet. It rings after six weeks without"),
        ({"silence": "home"}, "The alarm is silent. It needs your own industry."),
        ({"silence": "young"}, "The alarm is silent. It needs 450 days of record; there are 900."),
        ({"silence": "quiet"}, "The alarm is silent. It needs five interactions in 90 days."),
    ],
)
def test_standing(given: dict[str, Any], words: str) -> None:
    assert alarm.standing(ALARM | given).startswith(words)


def test_its_false_alarms_stand_beside_it() -> None:
    assert "about once in four years" in alarm.standing(ALARM)
    assert "about twice a year" in alarm.standing(ALARM)
