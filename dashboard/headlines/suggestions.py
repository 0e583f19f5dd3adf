"""The Suggestions page in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.headlines.words import counted, day, has, percent, spelled

RULE = "One open ask per person, nobody asked twice in 90 days."

# Flynn and Lake 2008, in docs/methods.md: about those who were asked directly, not a rate of introductions.
WILLING = "People underestimate how likely others are to agree, by as much as half (Flynn and Lake 2008)."


def headline(asks: Any) -> tuple[str, str]:
    """The one best ask of the frame of ``intro_targets`` and how many there are: for the Overview."""
    if asks.empty:
        return _nobody()
    best = asks.iloc[0]
    return f"Ask {best['introducer']} about {best['target_label']}", f"{counted(len(asks), 'ask')}, best first."


def this_week(cards: Any, industry: str | None, asks_left: int, asks_a_week: int, minutes_an_ask: float) -> tuple[str, str]:
    """Headline and lead of the page from the rows chosen by ``portfolio``; ``industry``: all about that one alone."""
    if cards.empty:
        return _nobody()
    lead = f"Together they are expected to open **{_industries(cards['added_industries'].sum())}** you lack. {RULE}"
    number = spelled(len(cards)).capitalize()
    if industry:
        chance = percent(cards["added_industries"].sum())
        people = "person" if len(cards) == 1 else "people"
        together = "The ask has" if len(cards) == 1 else "Together they have"
        return f"{number} {people} to ask about {industry}", f"{together} a chance of **{chance}** to open it. {RULE}"
    if not asks_left:
        sent = f"{spelled(asks_a_week)} asks are" if asks_a_week > 1 else "one ask is"
        return f"This week's {sent} sent", f"These would be next. {lead}"
    words = "ask" if len(cards) == 1 else "asks"
    more = "more " if asks_left < asks_a_week else ""
    return f"{number} {more}{words} for this week, {len(cards) * minutes_an_ask:,.0f} minutes", lead


def _industries(number: float) -> str:
    return f"{number:.1f} of the industries" if number >= 0.95 else f"{max(number, 0.01):.1g} of an industry"


def doors(asks: Any) -> str:
    """The finding of the matrix: who could open the most doors."""
    number = asks.groupby("introducer_id", sort=False).size()
    most = int(number.max())
    if most == 1:
        return "Each of them could open one door"
    name = asks.loc[asks["introducer_id"] == number.idxmax(), "introducer"].iloc[0]
    return f"{name} could open {spelled(most)} doors"


def _nobody() -> tuple[str, str]:
    return "Nobody to ask yet", "No gap has a contact who could open it. Import more contacts, or label companies."


def about(target: Mapping[str, Any]) -> str:
    """What the ask aims at: a person by name, or anybody in the industry."""
    return subject(target) if has(target["target_name"]) else f"anybody in {target['target_label']}"


def subject(target: Mapping[str, Any]) -> str:
    """The same as the subject of a reminder: "Kim Roe, Health care", or "Health care"."""
    return f"{target['target_name']}, {target['target_label']}" if has(target["target_name"]) else str(target["target_label"])


def evidence(target: Mapping[str, Any]) -> str:
    """Why this introducer, as a sentence of its own."""
    said = str(target["evidence"])
    return f"{said[:1].upper()}{said[1:]}."


def asked(last_asked_on: date | None) -> str:
    """When the introducer was last asked."""
    return f"asked on {day(last_asked_on)}" if last_asked_on is not None and has(last_asked_on) else "never asked"


def adds(target: Mapping[str, Any], minutes_an_ask: float) -> str:
    """What the ask adds to those before it, and what it costs: expected +0.4 industries · 10 min."""
    number = target["added_industries"]
    shown = f"{number:.1f}" if number >= 0.095 else f"{number:.2f}" if number >= 0.005 else "under 0.01"
    return f"expected {'+' if number >= 0.005 else ''}{shown} industries · {minutes_an_ask:.0f} min"


def why_it_adds(target: Mapping[str, Any]) -> str:
    """The reckoning behind it, with every part."""
    parts = [
        f"{percent(target['yes_chance'])} chance of a yes × {percent(target['knows_chance'])} chance to know somebody there",
    ]
    if target["open_chance"] > 0:
        parts.append(f"asks that are open now have {percent(target['open_chance'])} of it already")
    twice = " (twice: the industry matters more to you)" if target["interest"] == 2 else ""
    parts.append(f"the gap is {100 * target['gap_points']:.1f} points wide{twice}")
    parts.append(f"so the ask adds {100 * target['added_gain']:.2f} points to what the asks before it promise")
    return "; ".join(parts) + ". All chances are assumptions."


def parts_of_strength(target: Mapping[str, Any]) -> str:
    """Of what the tie strength is made; nothing where there is no interaction."""
    if not has(target["strength"]):
        return ""
    return (
        f"{target['spoken_minutes']:,.0f} minutes of meetings and calls and {target['written_minutes']:,.0f} of mail and "
        "messages, older ones counting less"
    )


def favours(target: Mapping[str, Any]) -> str:
    """What went to and fro: "you did them 1 favour, they did you 2: give before you ask again"; nothing where nothing did."""
    given, received = int(target["favours_given"]), int(target["favours_received"])
    if not given and not received:
        return ""
    owing = ": give before you ask again" if given < received else ""
    return f"you did them {counted(given, 'favour')}, they did you {received}{owing}"


def put_off(line: Mapping[str, Any]) -> str:
    """One row of ``put_off``: who, about what, how long."""
    whom = f"{line['full_name']} about {line['target_label']}" if has(line["target_label"]) else str(line["full_name"])
    if line["kind"] == "until":
        return f"{whom}, until {day(line['until_on'])}"
    return {
        "pair": f"{whom}, for good",
        "person": f"{whom}, about anything",
        "swapped": f"{whom}, swapped for this week",
    }[str(line["kind"])]


def found(number: int, of: int) -> str:
    """Above the list: how many of the asks the filters leave."""
    return f"{counted(of, 'ask')}, best first" if number == of else f"{number:,} of {counted(of, 'ask')}, best first"
