"""The Workspace page in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.headlines.words import counted, day, has, percent, spelled
from dashboard.industries import BY_CODE

LABELS = {
    "sharing": "Minutes of a meeting",
    "minutes_call": "A call without a duration, minutes",
    "minutes_meeting": "A meeting without a duration, minutes",
    "minutes_mail_sent": "A mail you sent, minutes",
    "minutes_mail_received": "A mail sent to you, minutes",
    "minutes_message_sent": "A message you sent, minutes",
    "minutes_message_received": "A message you received, minutes",
    "event_cap_minutes": "The longest an event counts, minutes",
    "audience_over": "An audience: more others than",
    "tentative_weight": "A tentative invitation counts, 0 to 1",
    "half_life_days": "Time counts half after, days",
    "strength_half_minutes": "Minutes that make a strength of 50",
    "warm_from": "Warm from a strength of",
    "asks_per_week": "Asks a week",
    "minutes_asking": "Minutes a week for asks",
    "minutes_ask": "An ask takes, minutes",
    "asks_per_industry": "Asks about one industry at most",
    "knows_works": "Who works there knows somebody, 0 to 1",
    "knows_worked": "Who worked there before, 0 to 1",
    "knows_at_most": "On a hunch alone at most, 0 to 1",
    "odds_trade": "A trade that bridges industries, odds times",
    "odds_together": "Met together with somebody there, odds times",
    "counts_colleagues": "Time with colleagues",
    "home_industry": "Your own industry",
    "reference_population": "The labour market is that of",
    "target_mix": "The mix you aim for",
    "time_zone": "Your time zone",
}
CHOICES = {
    "split": "Split among the others",
    "full": "Full for each",
    "true": "Counted in",
    "false": "Left out",
    "blend": "Blend",
    "even": "Even",
    "labour market": "Labour market",
    "mine": "Mine",
    "professional": "Professionals",
    "all": "All who work",
}
MIXES = "Blend: a quarter your own industry, half evenly over all 24, a quarter as the labour market."
UNITS = {"minutes": " minutes", "days": " days", "people": " people", "asks": " asks", "times": " times"}
TRIED_A_SECOND = 60_000  # interactions of a year, in trying the assumptions
SAYS_NOTHING = 0.05  # points: what two shares printed with one digit cannot show


def headline(assumed: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """How much is the user's own choice, from the rows of ``assumptions``; two that are facts do not count."""
    mine = sum(is_changed(row) for row in assumed if row["name"] not in ("time_zone", "home_industry"))
    lead = "Change one and every page follows. Each says what it does, and goes back with one click."
    if mine == 0:
        return "Every assumption is at its default, and everything is yours", lead
    return f"{spelled(mine).capitalize()} of our assumptions {'is' if mine == 1 else 'are'} your own choice now", lead


def label(name: str) -> str:
    """An assumption in a sentence: without its unit."""
    return LABELS[name].removesuffix(", minutes").removesuffix(", days").removesuffix(", 0 to 1")


def is_changed(row: Mapping[str, Any]) -> bool:
    """Whether an assumption is not at its default."""
    return bool(row["setting"] != row["default_setting"])


def setting(row: Mapping[str, Any], value: str | None) -> str:
    """A setting in words: 15 minutes, Split among the others."""
    if value is None:
        return "as your files tell it"
    if not has(row["lowest"]):
        return BY_CODE[value].short_label if value in BY_CODE else CHOICES.get(value, value)
    return f"{float(value):g}{UNITS.get(row['unit'], '')}"


def share(home_share: float | None) -> str:
    """54.2%, or that it is not known."""
    return percent(home_share, 1) if home_share is not None and has(home_share) else "not known"


def points(change: float | None) -> str:
    """+1.5, −0.2, or a nought without a sign."""
    if change is None or not has(change):
        return "not known"
    return "0.0" if abs(change) < SAYS_NOTHING else f"{change:+.1f}".replace("-", "−")


def effect(trials: Sequence[Mapping[str, Any]]) -> str:
    """What another setting of one assumption would do, from its rows of ``assumption_effects``."""
    known = [trial for trial in trials if has(trial["home_share"]) and has(trial["home_share_now"])]
    if not known:
        return ""
    of = " of the warm ties" if known[0]["weighting"] == "warm" else ""
    if all(abs(trial["change"]) < SAYS_NOTHING for trial in known):
        return "Half or double changes nothing" if len(known) > 1 else "Changes nothing"
    now = percent(known[0]["home_share_now"], 1)
    ways = {"half": "at half", "double": "at double", "other": "the other way"}
    parts = [f"{percent(trial['home_share'], 1)} {ways[trial['tried']]}" for trial in known]
    return f"Home share{of} {now} now, {', '.join(parts)}"


def effects(trials: Sequence[Mapping[str, Any]]) -> str:
    """The finding of all trials: between which shares the headline stays."""
    shares = [trial["home_share"] for trial in trials if trial["tried"] != "other" and trial["weighting"] == "minutes"]
    shares += [trial["home_share_now"] for trial in trials[:1]]
    known = [share for share in shares if has(share)]
    if not known:
        return "No home share is known yet, so no assumption can change it"
    low, high = percent(min(known), 1), percent(max(known), 1)
    if low == high:
        return f"The home share stays at {low}, whichever assumption is halved or doubled"
    return f"The home share stays between {low} and {high}, whichever assumption is halved or doubled"


def how_long(interactions: int) -> str:
    """What trying all assumptions takes, by the interactions of a year (docs/benchmarks.md)."""
    return f"Takes about {spelled(max(2, round(1 + interactions / TRIED_A_SECOND)))} seconds"


def in_backup(contacts: int, imports: int, decisions: int, last_on: date) -> str:
    """What a checked backup holds."""
    return (
        f"{counted(contacts, 'contact')}, {counted(imports, 'import')}, {counted(decisions, 'decision')}, "
        f"up to {day(last_on)}"
    )


def waiting(number: int) -> str:
    """Decisions whose people are in no file any more."""
    verb = "decision waits" if number == 1 else "decisions wait"
    return f"{spelled(number).capitalize()} {verb} for people whom no file names any more"
