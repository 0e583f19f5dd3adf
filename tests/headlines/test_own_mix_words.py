import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.headlines import own_mix as told
from dashboard.widgets.own_mix import tenths


@pytest.mark.parametrize(
    ("points", "words"),
    [(100.0, "**100%**: a whole"), (97.5, "**97.5%**: 2.5 points left to give"), (100.1, "**100.1%**: 0.1 points too many")],
)
def test_the_total_says_what_is_missing(points: float, words: str) -> None:
    assert told.total(points) == words


def steps(*rows: tuple[str, str, float | None, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["label", "step", "hours_per_month", "closes"])
    return frame.assign(place=range(1, len(rows) + 1), gap_points=frame["closes"], closes_with=frame["closes"].cumsum())


def test_the_fewest_steps_that_close_half() -> None:
    frame = steps(("Health care", "time", 2.0, 0.3), ("Energy", "introduction", 1.0, 0.3), ("Legal", "time", 1.0, 0.2))
    assert told.steps(frame) == (
        "**2.0 hours a month** with Health care and **1 introduction** into Energy would close 60% of what is missing."
    )


def test_four_steps_are_enough_to_tell() -> None:
    frame = steps(*((name, "introduction", None, 0.1) for name in "ABCDEF"))
    assert told.steps(frame) == "**4 introductions** into A, B, C and D would close 40% of what is missing."


def test_where_people_are_counted_no_hours_are_said() -> None:
    assert told.steps(steps(("Legal", "time", None, 0.6))) == "**More people** in Legal would close 60% of what is missing."


@given(st.lists(st.floats(0, 1), min_size=1, max_size=24).filter(lambda shares: sum(shares) > 0.01))
def test_tenths_make_a_whole(shares: list[float]) -> None:
    whole = [share / sum(shares) for share in shares]
    cut = tenths(whole)
    assert sum(cut) == 1000
    assert all(abs(part - 1000 * share) <= 1 + 1e-6 for part, share in zip(cut, whole, strict=True))
