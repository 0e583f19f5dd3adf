from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from dashboard.intros.agenda import MINUTES, agenda, room

SENT = {"state": "sent", "is_due": True, "follow_up": "reminder", "introducer": "Dana"}
QUIET = {"state": "sent", "is_due": False, "follow_up": "reminder", "introducer": "Eve"}
REST = {"state": "sent", "is_due": True, "follow_up": "rest", "introducer": "Fay"}
DRAFT = {"state": "drafted", "is_due": False, "follow_up": None, "introducer": "Gil"}
DUE = {"full_name": "Ida", "is_due": True}
LATER = {"full_name": "Jan", "is_due": False}
LABEL = {"label": "Zyx"}
ASKS = [{"introducer": f"Ask {n}"} for n in range(9)]


def slots(*minutes: int) -> list[dict[str, int]]:
    return [{"slot_no": number, "minutes": length} for number, length in enumerate(minutes, start=1)]


def test_follow_ups_come_before_drafts_before_asks():
    found = agenda(slots(45), [DRAFT, QUIET, REST, SENT], ASKS[:3])
    assert [(entry.kind, entry.minutes, entry.about["introducer"]) for entry in found] == [
        ("reminder", 5, "Dana"), ("draft", 5, "Gil"), ("ask", 10, "Ask 0"), ("ask", 10, "Ask 1"), ("ask", 10, "Ask 2"),
    ]
    assert room(slots(45)[0], found) == 5


def test_an_ask_takes_what_the_user_says_it_takes():
    found = agenda(slots(45), [], ASKS[:3], minutes_an_ask=17.5)
    assert [(entry.kind, entry.minutes) for entry in found] == [("ask", 18), ("ask", 18)]


def test_what_does_not_fit_goes_into_the_next_slot_and_small_things_fill_up():
    found = agenda(slots(15, 15), [SENT], ASKS[:2])
    assert [(entry.slot_no, entry.kind) for entry in found] == [(1, "reminder"), (1, "ask"), (2, "ask")]


def test_a_touch_waits_for_its_day():
    """Planned for Thursday: Tuesday's slot is too early, Friday's is not; planned for next week it has no slot."""
    week = [{"slot_no": n, "minutes": 45, "starts_at": datetime(2026, 11, day, 9)} for n, day in ((1, 24), (2, 27))]
    touch = {"state": "met", "is_due": False, "follow_up": "touch", "introducer": "Hal"}
    thursday, later = touch | {"follow_up_on": datetime(2026, 11, 26)}, touch | {"follow_up_on": datetime(2026, 12, 3)}
    assert [(entry.slot_no, entry.kind) for entry in agenda(week, [later, thursday], [])] == [(2, "touch")]


def test_people_due_come_after_asks_and_labels_fill_up():
    found = agenda(slots(24), [], ASKS[:1], [LATER, DUE, DUE], [LABEL, LABEL, LABEL])
    assert [(entry.kind, entry.minutes) for entry in found] == [("ask", 10), ("contact", 10), ("label", 2), ("label", 2)]


def test_slots_keep_their_own_order():
    week = [{"slot_no": 2, "minutes": 10}, {"slot_no": 1, "minutes": 10}]
    assert [entry.slot_no for entry in agenda(week, [], ASKS[:2])] == [2, 1]


@given(st.lists(st.integers(1, 120), max_size=6), st.lists(st.sampled_from([SENT, QUIET, REST, DRAFT]), max_size=12),
       st.integers(0, 9), st.integers(0, 20), st.integers(0, 3))
def test_an_agenda_never_exceeds_its_slot(minutes, requests, asks, due, labels):
    week = slots(*minutes)
    found = agenda(week, requests, ASKS[:asks], [DUE, LATER] * due, [LABEL] * labels)
    for slot in week:
        assert room(slot, found) >= 0
    left_out = sum(r["state"] == "drafted" or (r["is_due"] and r["follow_up"] in MINUTES) for r in requests)
    left_out += asks + due + labels
    assert len(found) <= left_out
    if len(found) < left_out:
        assert min((room(slot, found) for slot in week), default=0) < max(MINUTES.values())
