"""The Review page in words."""

from collections.abc import Mapping
from typing import Any

from dashboard.headlines.person import EVIDENCE
from dashboard.headlines.words import NOUN, counted, percent, spelled

SURENESS = {"Unsure": "unsure", "Likely": "likely", "Yours": "yours"}
SURENESS_HELP = "Unsure: left blank. Likely: good signs, applied and marked. Yours: what you said, to be taken back."
UNIT_LABEL = {"minutes": "Hours in the window", "people": "People", "warm": "Warm ties"}
LITTLE = 0.01  # less than this moves no number a page shows
NORMAL = "Unsure is a normal state: most of the rest is one contact a company, and changes little."


def headline(queue: Any, weighting: str, sureness: str, shown: int) -> tuple[str, str]:
    """Headline and lead from the rows of ``review_queue``; ``shown``: how many cards there are."""
    noun = NOUN[weighting]
    if queue.empty:
        return {
            "unsure": ("Every industry is known", f"Nothing of your {noun} is left blank."),
            "likely": ("No industry is merely likely", "Each is sure, or left blank."),
            "yours": ("You have not labelled anybody yet", "A label you give holds at every import, before any guess."),
        }[sureness]
    first, all_rows = queue.iloc[0], int(queue["rows_in_all"].iloc[0])
    part = percent(first["weight_in_all"]) if first["weight_in_all"] == first["weight_in_all"] else "none"
    if sureness == "yours":
        return f"You said so of {counted(all_rows, 'company or person', 'companies and people')}", (
            f"They hold {part} of your {noun}. Your word goes before every guess, at every import."
        )
    if sureness == "likely":
        return f"{counted(all_rows, 'industry is', 'industries are')} likely, not sure", (
            f"They hold {part} of your {noun} and are counted. Confirm the ones that matter, or correct them."
        )
    if first["weight"] == 0:
        return f"{counted(all_rows, 'company', 'companies')} left blank, none of them with weight", (
            f"Nothing of your {noun} in this window depends on them."
        )
    if first["weight_in_all"] < LITTLE:
        return f"All but {part} of your {noun} has a known industry", (
            "What is left changes little. Label it where it matters to you: it holds for everybody there."
        )
    after = percent(queue["known_after"].head(shown).iloc[-1])
    lead = f"Now it is {percent(first['known_share'])}. A label holds for everybody there, now and at every import."
    many = "this one" if shown == 1 else f"these {spelled(shown)}"
    return f"Label {many} and you know the industry of {after} of your {noun}", lead


def gain(queue: Any, weighting: str, shown: int) -> tuple[str, str]:
    """What the next five labels would do, to the known share and to the band of the home share."""
    five = queue.head(min(5, shown)).iloc[-1]
    now, after = 1 - queue["known_share"].iloc[0], 1 - five["known_after"]
    labels = "label narrows" if shown == 1 else f"{spelled(min(5, shown))} narrow"
    finding = f"The next {labels} the band from {100 * now:.1f} to {100 * max(after, 0):.1f} points"
    return finding, f"Part of your {NOUN[weighting]} whose industry is known, after each label"


def behind(row: Mapping[str, Any], weighting: str) -> str:
    """1.6 h · 3 people."""
    people = counted(row["people"], "person", "people")
    if weighting != "minutes":
        return people
    time = f"{row['weight']:.0f} min" if row["weight"] < 30 else f"{row['weight'] / 60:.1f} h"
    return f"{time} · {people}"


def evidence(row: Mapping[str, Any]) -> str:
    """What the first guess rests on."""
    kind, _, matched = str(row["evidence"]).partition(": ")
    if not matched:
        return "Nothing in the files tells: these are the most common in your network."
    said = EVIDENCE.get(kind, f"{kind}: {{}}").format(matched)
    return f"First guess: {said}."


def label_button(ticked: int) -> str:
    """Label 3 rows."""
    return f"Label {counted(ticked, 'row')}" if ticked else "Tick rows to label"


def said(names: list[str], label: str | None) -> str:
    """What was decided, for the bar with Undo."""
    who = names[0] if len(names) == 1 else counted(len(names), "company or person", "companies and people")
    return f"{who}: {label}, at every import." if label else f"{who}: your label is taken back."
