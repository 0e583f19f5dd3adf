"""The Contacts page in words."""

from collections.abc import Mapping
from typing import Any

from dashboard.headlines.words import counted

TIES = {"All": "all", "Warm": "warm", "Dormant": "dormant", "Unsure": "unsure"}
TIES_HELP = (
    "Warm: a tie strength of 30 or more. Dormant: you met, but not in the last year. "
    "Unsure: we do not know the industry."
)
SURENESS = {"sure": "● Sure", "likely": "◐ Likely", "unsure": "○ Unsure"}  # told apart by word and by form
SURENESS_HELP = (
    "Sure: you said so, or the employer is known. Likely: good signs. Unsure: left blank rather than guessed."
)


def headline(counts: Mapping[str, Any]) -> tuple[str, str]:
    """Headline and lead from the row of ``contact_counts``."""
    people = "1 person" if counts["contacts"] == 1 else f"{counts['contacts']:,} people"
    known = (
        f"{counts['known']:,} with a known industry" if counts["known"] < counts["contacts"] else "every industry known"
    )
    parts = [f"**{counts['warm']:,}** warm" if counts["warm"] else "None of them is warm now"]
    if counts["dormant"]:
        parts.append(f"{counts['dormant']:,} you met, but not in the last year")
    if counts["added"]:
        parts.append(f"{counts['added']:,} added by hand")
    return f"{people}, {known}", ", ".join(parts) + "."


def shown(number: int, matches: int) -> str:
    """The line above the table: how many of how many."""
    if number < matches:
        return (
            f"The first {number:,} of {matches:,} by time in the last year · search or filter to see the others · "
            "choose a row to see and change a person"
        )
    return f"{counted(matches, 'person') if matches == 1 else f'{matches:,} people'} · choose a row to see and change a person"


def nobody(search: str, industry: str, function: str, ties: str) -> str:
    """Nobody matches "zebra" in Energy, Sales; among your warm ties."""
    words = f' "{search}"' if search else " this"
    place = f" in {industry}" if industry else ""
    among = {"Warm": " among your warm ties", "Dormant": " among your dormant ties", "Unsure": " among the unsure"}
    place += f", {function}" if function else ""
    return f"Nobody matches{words}{place}{among.get(ties, '')}"


def problem(name: str, email: str, profile: str, is_email: bool, is_profile: bool) -> str:
    """What is to be mended before somebody can be added; empty if nothing."""
    if not any(letter.isalnum() for letter in name):
        return "A name is needed: it is how you find the person again."
    if email and not is_email:
        return "That is no e-mail address. Leave it empty if you do not know it."
    if profile and not is_profile:
        return "A LinkedIn profile looks like linkedin.com/in/dana-fox. Leave it empty if you do not know it."
    return ""
