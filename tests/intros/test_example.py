from datetime import date

from dashboard.intros.example import BROUGHT, BY_MYSELF, HISTORIES, SPARED, history

TODAY = date(2026, 11, 20)
TARGETS = [
    {"introducer_key": f"url:in/p{n}", "target_industry": "HLT", "target_name": None, "introducer_id": str(n)}
    for n in range(SPARED + len(HISTORIES) + 1 + sum(BROUGHT) + 1 + BY_MYSELF)
]
NEW = [
    {"full_name": "=HYPERLINK()", "industry": "HLT", "first_on": date(2026, 11, 12)},
    {"full_name": "At Home", "industry": "SFT", "first_on": date(2026, 11, 11)},
    {"full_name": "Kim Roe", "industry": "HLT", "first_on": date(2026, 11, 10)},
]


def test_the_best_suggestions_stay_suggestions():
    found = history(TARGETS, TODAY)
    requests, events = found["intro_request"], found["intro_request_event"]
    assert len(requests) == len(HISTORIES)
    assert TARGETS[0]["introducer_key"] not in {request["identity_key"] for request in requests}
    assert {event["request_key"] for event in events} == {request["request_key"] for request in requests}


def test_nothing_happens_in_the_future_or_before_the_ask_began():
    found = history(TARGETS, TODAY, NEW)
    began = {request["request_key"]: request["created_on"] for request in found["intro_request"]}
    assert all(began[event["request_key"]] <= event["happened_on"] <= TODAY for event in found["intro_request_event"])


def test_somebody_just_met_was_asked_for_a_week_before():
    (ask,) = history(TARGETS, TODAY, NEW)["intro_request"][len(HISTORIES) :]
    assert (ask["target_name"], ask["target_industry"], ask["created_on"]) == ("Kim Roe", "HLT", date(2026, 11, 2))


def test_enough_is_known_of_who_came_how_for_a_share_to_be_told():
    found = history(TARGETS, TODAY, NEW)
    origins = [line["origin"] for line in found["contact_origin"]]
    assert len(origins) >= 10
    assert (origins.count("myself"), len(found["favour"])) == (BY_MYSELF, 1)
    assert len({line["identity_key"] for line in found["contact_origin"]}) == len(origins), "each person once"


def test_few_people_make_a_short_history():
    assert not any(history(TARGETS[:2], TODAY).values())
