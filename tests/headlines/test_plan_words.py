import pandas as pd
import pytest

from dashboard.headlines import plan as told


@pytest.mark.parametrize(
    "planned, kept, words",
    [
        ([None, None], [True, False], "90 minutes were there in 1 of the last 2 weeks"),
        ([None, 90], [True, True], "You keep your promise this week"),
        ([None, 90], [True, False], "This week's promise is not kept yet"),
        ([90, 90], [True, False], "You kept your promise in 1 of the 2 weeks it holds"),
    ],
)
def test_only_what_was_promised_can_be_kept(planned: list[int | None], kept: list[bool], words: str) -> None:
    weeks = pd.DataFrame({"planned_minutes": planned, "promise_minutes": [90, 90], "is_kept": kept})
    assert told.kept(weeks) == words


@pytest.mark.parametrize(
    "weekdays, minutes, words",
    [
        (["TU"], [45], "Tuesday carries all of it"),
        (["TU", "TH"], [45, 30], "Tuesday carries most of it"),
        (["TH", "TU"], [45, 45], "Thursday and Tuesday share it"),
        ([], [], "Your week has no room as it is"),
    ],
)
def test_what_carries_the_week(weekdays: list[str], minutes: list[int], words: str) -> None:
    assert told.first_slot(pd.DataFrame({"weekday": weekdays, "minutes": minutes})) == words
