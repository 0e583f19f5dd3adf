"""The words of how sure the numbers are."""

from typing import Any

import pytest

from dashboard.headlines import how_sure

SUMMARY: dict[str, Any] = {
    "weighting": "minutes", "known_share": 0.92, "home_label": "Software", "home_share": 0.71, "home_share_low": 0.66,
    "home_share_high": 0.73, "effective_industries": 2.0, "effective_industries_low": 1.8,
    "effective_industries_high": 2.3, "low": 1.6, "high": 2.6, "range_rule": "shown", "n_eff": 38.2,
    "ei_index": -0.42, "ei_expected": 0.89, "reference_share": 0.055, "inbreeding_homophily": 0.69,
    "largest_contact": "Dana *Fox*", "largest_contact_share": 0.077, "effective_contacts_without": 64.3,
    "effective_industries_without": 1.9,
}  # fmt: skip


def test_against_chance() -> None:
    assert how_sure.finding(SUMMARY) == "Of the room above chance for Software, you use 69%"
    assert how_sure.by_chance(SUMMARY) == (
        "**By chance** it would be 6%, the part of the reference population that works in Software; yours is 71%. "
        "The E-I index is −0.42; by chance it would be +0.89."
    )
    below = how_sure.finding(SUMMARY | {"inbreeding_homophily": -0.02})
    assert below == "Software has no more of your networking time than chance would give it"


def test_without_a_home_industry_nothing_is_said_of_chance() -> None:
    unknown = SUMMARY | {"inbreeding_homophily": None, "home_label": None, "home_share_low": None}
    assert how_sure.finding(unknown) == "How sure this is"
    assert how_sure.by_chance(unknown) == ""
    assert how_sure.the_unknown(unknown).endswith("between 1.8 and 2.3 industries.")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("shown", "**The range** of 1.6 to 2.6 industries says how far"),
        ("few employers", "**No range:** a range needs the weight of 10 employers, and yours comes to 38.2."),
        ("one industry", "**No range:** all of it is in one industry"),
        ("none alike", "**No range:** no two of the employers share an industry"),
    ],
)
def test_the_rule_of_the_range_in_words(rule: str, words: str) -> None:
    assert how_sure.the_range(SUMMARY | {"range_rule": rule}).startswith(words)
    assert how_sure.the_range(SUMMARY | {"range_rule": None}) == ""


def test_what_is_not_known_and_whether_it_weighs_more_than_chance() -> None:
    assert how_sure.the_unknown(SUMMARY) == (
        "**Not known** is the industry of 8%: as logged, it is as if spread over between 1.8 and 2.3 industries, and "
        "between 66% and 73% in Software."
    )
    wide = how_sure.the_unknown(SUMMARY | {"effective_industries_high": 4.1})
    assert wide.endswith("That is wider than the range: labels help more than time.")
    assert how_sure.the_unknown(SUMMARY | {"known_share": 0.997}) == ""


def test_labels_that_narrow_it() -> None:
    queue = [{"label": "Zyx", "known_after": 0.95}, {"label": "Qqq", "known_after": 0.97}]
    assert how_sure.labels(queue) == "Label Zyx and Qqq, and 3% is left open."
    assert how_sure.labels([{"label": "Zyx", "known_after": 1.0}]) == "Label Zyx, and nothing is left open."


def test_without_the_largest_contact() -> None:
    assert how_sure.without_largest(SUMMARY) == (
        "Without Dana *Fox*, who has 8%, it would rest on about 64 people, spread as over 1.9 industries instead of 2.0."
    )
    alone = {"effective_contacts_without": None, "effective_industries_without": None}
    assert how_sure.without_largest(SUMMARY | alone) == ""


def test_between_which_shares_the_assumptions_leave_it() -> None:
    trials = [
        {"home_share": share, "home_share_now": 0.58, "tried": "half", "weighting": "minutes"} for share in (0.55, 0.61)
    ]
    assert how_sure.assumptions(trials) == (
        "**Assumptions:** over the last year, the home share stays between 55.0% and 61.0%, whichever assumption is "
        "halved or doubled."
    )
