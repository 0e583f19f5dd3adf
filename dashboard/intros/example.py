"""A made-up history of asks, so that the sample world has a board to look at, with all that comes of asks."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.intros.requests import Decision, begun

Row = Mapping[str, Any]
SPARED = 3      # the best suggestions stay suggestions
# What became of each ask, in days ago.
HISTORIES: tuple[dict[str, int], ...] = (
    {"drafted": 2},
    {"drafted": 15, "sent": 14},
    {"drafted": 10, "sent": 8},
    {"drafted": 21, "sent": 20, "agreed": 4},
    {"drafted": 26, "sent": 24, "agreed": 18, "thanked": 17, "introduced": 4},
    {"drafted": 48, "sent": 45, "agreed": 40, "thanked": 39, "introduced": 33, "met": 21, "reported": 20, "touch 1": 13},
    {"drafted": 30, "sent": 29, "agreed": 27, "thanked": 26, "introduced": 11, "met": 3},
    {"drafted": 160, "sent": 158, "agreed": 151, "introduced": 149, "met": 130, "reported": 129, "kept": 60},
    {"drafted": 120, "sent": 120, "declined": 117},
    {"drafted": 200, "sent": 199, "reminded": 188, "no answer": 175},
)
HELPED = (5, "Looked over a job application")   # whom the user did a favour: by the history, what it was
BROKERS = (7, 5)                                # who introduced more people than the board knows: by their histories
BROUGHT = (3, 2)                                # how many each
BY_MYSELF = 8
ASKED_BEFORE = 8                                # days between the ask and the meeting that seems to answer it


def history(targets: Sequence[Row], today: date, newcomers: Sequence[Row] = ()) -> dict[str, list[Decision]]:
    """Decisions by their kind. ``targets``: rows of ``intro_targets``, a person once; ``newcomers``: of
    ``new_acquaintances``, of whom the latest seems to answer an ask.
    """
    asked, rest = targets[SPARED : SPARED + len(HISTORIES)], list(targets[SPARED + len(HISTORIES) :])
    requests, events = [], []
    for target, days in zip(asked, HISTORIES, strict=False):
        request, lines = _ask(target, days, today)
        requests.append(request)
        events += lines
    wanted = {target["target_industry"] for target in targets}
    newcomers = [person for person in newcomers if person["industry"] in wanted and person["full_name"].istitle()]
    plain = next((target for target in rest if str(target.get("introducer", "A")).replace(" ", "").isalpha()), None)
    if plain is not None and (answer := _answer(plain, newcomers, today)):
        rest.remove(plain)
        requests.append(answer[0])
        events += answer[1]
    return {
        "intro_request": requests,
        "intro_request_event": events,
        "favour": _favours(asked, today),
        "contact_origin": _origins(asked, rest),
    }


def _ask(target: Row, days: Mapping[str, int], today: date) -> tuple[Decision, list[Decision]]:
    first = max(days.values())
    request = begun(target, today - timedelta(days=first))
    return request, [
        {"request_key": request["request_key"], "state": state, "happened_on": today - timedelta(days=ago)}
        for state, ago in ({"suggested": first} | dict(days)).items()
    ]


def _answer(target: Row, newcomers: Sequence[Row], today: date) -> tuple[Decision, list[Decision]] | None:
    """An ask for somebody who was met a week after it: the board then asks whether that was the introduction."""
    if not newcomers:
        return None
    met = newcomers[0]
    ago = (today - date.fromisoformat(str(met["first_on"])[:10])).days + ASKED_BEFORE
    wanted = dict(target) | {"target_industry": met["industry"], "target_name": met["full_name"]}
    return _ask(wanted, {"drafted": ago, "sent": ago, "reminded": min(4, ago)}, today)


def _favours(asked: Sequence[Row], today: date) -> list[Decision]:
    place, note = HELPED
    return [
        {
            "identity_key": target["introducer_key"],
            "direction": "given",
            "happened_on": today - timedelta(days=15),
            "note": note,
            "is_held": True,
        }
        for target in asked[place : place + 1]
    ]


def _origins(asked: Sequence[Row], rest: Sequence[Row]) -> list[Decision]:
    """Who came through whom, among people who are on no ask: one of the brought has brought somebody too."""
    people = [target["introducer_key"] for target in rest]
    origins = [asked[place]["introducer_key"] for place, count in zip(BROKERS, BROUGHT, strict=True)
               for _ in range(count) if place < len(asked)]
    if people and len(origins) == sum(BROUGHT):
        origins.append(people[0])
    origins += ["myself"] * BY_MYSELF
    return [
        {"identity_key": person, "origin": origin} for person, origin in zip(people, origins, strict=False)
    ]
