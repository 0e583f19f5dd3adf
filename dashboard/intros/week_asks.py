"""The asks of this week: the candidates, the user's limits, and what is chosen of them."""

from dataclasses import dataclass
from typing import Any

from dashboard.intros.portfolio import Limits, portfolio
from dashboard.questions import Ask, Frame, Parameter, rows

WIDE: dict[str, Parameter] = {"per_industry": 20, "per_introducer": 24}  # more than a week's limits can use up


FEW = 300  # contacts among whom there may be nobody to ask; of more, some are warm or have a trade that meets many industries


@dataclass(frozen=True)
class Week:
    """What is left of the week's asks, and within which limits."""

    asks_left: int
    asks_a_week: int
    limits: Limits


def this_week(ask: Ask) -> Week:
    """The limits as they are assumed, less what was sent in the last seven days; when all is sent, those of a new week."""
    held = {line["name"]: float(line["setting"]) for line in rows(ask("assumptions")) if line["lowest"] is not None}
    left = int(rows(ask("waiting"))[0]["asks_left"])
    a_week, an_ask = int(held["asks_per_week"]), held["minutes_ask"]
    sent = a_week - left if left else 0
    limits = Limits(
        left or a_week, held["minutes_asking"] - sent * an_ask, an_ask, int(held["asks_per_industry"])
    )
    return Week(left, a_week, limits)


def waiting(ask: Ask) -> dict[str, Any]:
    """The row of ``waiting``, but no more asks than there are people to ask.

    Looked up only among few contacts: every page says it, and to rank a large network takes the better part of a second.
    """
    found = rows(ask("waiting"))[0]
    if found["asks_waiting"] and rows(ask("workspace_state"))[0]["contacts"] <= FEW:
        found["asks_waiting"] = min(found["asks_waiting"], ask("intro_targets")["introducer_id"].nunique())
    return found


def candidates(ask: Ask, params: dict[str, Parameter]) -> Frame:
    """Every pair that may be asked now, the best twenty of each industry."""
    return ask("intro_targets", **params, **WIDE)


def chosen(pairs: Frame, week: Week, is_one_industry: bool = False) -> Frame:
    """The asks to make, with what each adds; about one industry alone the cap for an industry does not hold."""
    limits = week.limits
    if is_one_industry:
        limits = Limits(limits.asks, limits.minutes, limits.minutes_an_ask, limits.asks)
    return portfolio(pairs, limits)

