"""What went to and fro, and how one met, in words."""

from dashboard.headlines import favours, suggestions

SHARES = {"known_needed": 10, "self_share": None, "self_line": 0.65}


def test_the_share_met_by_oneself_is_told_once_enough_is_known() -> None:
    assert favours.self_introduced(SHARES | {"known": 0}).startswith("Of nobody it is known how you met.")
    assert favours.self_introduced(SHARES | {"known": 3}).startswith("Of three it is known how you met: too few")
    above = favours.self_introduced(SHARES | {"known": 20, "self_share": 0.7})
    assert above.startswith("You came to know 70% of 20 by yourself. Above 65%")
    assert "not above 65%" in favours.self_introduced(SHARES | {"known": 20, "self_share": 0.65})


def test_an_introduction_to_nobody_by_name_is_still_one() -> None:
    none = {"introduced": 0, "introductions": 0, "contacts": 5, "unknown": 5}
    assert favours.lineage(none)[0] == "Nobody is known to have come through an introduction"
    assert favours.lineage(none | {"introductions": 1})[0] == "Whom your introductions brought is not known by name yet"


def test_who_did_more_is_given_something_before_the_next_ask() -> None:
    even, owing = ({"favours_given": 1, "favours_received": received} for received in (1, 2))
    assert suggestions.favours(even) == "you did them 1 favour, they did you 1"
    assert suggestions.favours(owing) == "you did them 1 favour, they did you 2: give before you ask again"
    assert suggestions.favours({"favours_given": 0, "favours_received": 0}) == ""
