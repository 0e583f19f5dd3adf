from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dashboard.intros.requests import ENDINGS, STEPS, begun, moved, removed, request_key, snoozed

ON = date(2026, 11, 20)
TARGET = {"introducer_key": "url:in/dana", "target_industry": "HLT", "target_name": None}


def after(states: set[str], decisions: list[dict[str, object]]) -> set[str]:
    """What a request has been through once the decisions are written."""
    taken = {str(line["state"]) for line in decisions if line["happened_on"] is None}
    return (states - taken) | {str(line["state"]) for line in decisions if line["happened_on"]}


def test_begun_has_one_key_for_one_ask_of_one_day():
    assert begun(TARGET, ON) == {
        "request_key": request_key("url:in/dana", "HLT", None, ON), "identity_key": "url:in/dana",
        "target_industry": "HLT", "target_name": None, "created_on": ON,
    }
    assert begun(TARGET, ON)["request_key"] != begun(TARGET, date(2026, 11, 21))["request_key"]
    assert begun(TARGET, ON)["request_key"] != begun(TARGET | {"target_name": "Ida Fox"}, ON)["request_key"]


def test_a_step_keeps_its_first_day():
    assert moved("k", {"suggested", "sent", "agreed"}, "sent", ON) == [
        {"request_key": "k", "state": "agreed", "happened_on": None}
    ]


def test_an_ending_takes_another_ones_place():
    assert moved("k", {"sent", "no answer"}, "declined", ON) == [
        {"request_key": "k", "state": "no answer", "happened_on": None},
        {"request_key": "k", "state": "declined", "happened_on": ON},
    ]


@given(st.sets(st.sampled_from(STEPS + ENDINGS)), st.sampled_from(STEPS + ENDINGS))
def test_wherever_it_was_it_then_stands_where_it_was_moved(states, to):
    held = after(states, moved("k", states, to, ON))
    endings = held & set(ENDINGS)
    stands = next(iter(endings)) if endings else max(held, key=STEPS.index)
    assert (stands, len(endings) <= 1) == (to, True)


def test_removed_takes_everything_back():
    assert after({"suggested", "sent", "reminded"}, removed("k", {"suggested", "sent", "reminded"})) == set()


def test_not_now_means_thirty_days():
    assert snoozed(TARGET, ON)["until_on"] == date(2026, 12, 20)
