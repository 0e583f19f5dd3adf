"""The answers in words: one row of a question in, a sentence out. Says how sure in the same breath."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]
NOUN = {"minutes": "networking time", "people": "contacts", "warm": "warm ties"}
STATE_MEANING = {
    "met": "At or above your target",
    "empty": "You know nobody here",
    "dormant": "You know people, but met none in the window",
    "thin": "You know one or two people",
    "short": "Active, below your target",
}
CERTAINTY_MEANING = {
    "known": "A name is behind it",
    "likely": "Their own history says so",
    "guess": "A hunch: their trade, or people they meet",
}


def day(when: date) -> str:
    """20 Nov 2026, on every system."""
    return f"{when.day} {when:%b %Y}"


def percent(share: float, digits: int = 0) -> str:
    """71%, or "under 1%" rather than a nought that is none."""
    return "under 1%" if 0 < share < 0.005 and digits == 0 else f"{share:.{digits}%}"


def concentration(summary: Row) -> tuple[str, str]:
    """Headline and lead of the Concentration page from a row of ``network_summary``."""
    noun = NOUN[summary["weighting"]]
    if not _has(summary["known_share"]) or summary["known_share"] == 0:
        return (
            f"The industries behind your {noun} are not known yet",
            "Label a few companies, or import more files.",
        )
    if _has(summary["home_share"]):
        verb = {"minutes": "is inside", "people": "work in", "warm": "are in"}[summary["weighting"]]
        headline = f"{percent(summary['home_share'])} of your {noun} {verb} {summary['home_label']}"
    else:
        verb = "works" if summary["weighting"] == "minutes" else "work"
        headline = f"Your {noun} {verb} like {summary['effective_industries']:.1f} industries"
    return headline, " ".join(
        part for part in (_spread(summary), _unknown(summary, noun), _colleagues(summary)) if part
    )


def horizon(summary: Row, industries: int) -> str:
    """The words under the signature bar."""
    parts = []
    if _has(summary["home_share"]):
        parts.append(f"{summary['home_label']} {percent(summary['home_share'])}")
        parts.append(f"{industries - 1} others {percent(1 - summary['home_share'])}, the orange ones below your target")
    unknown = 1 - summary["known_share"]
    if unknown > 0:
        parts.append(f"dashed: {percent(unknown)} of it all is not known")
    return " · ".join(parts)


def leaders(known: Any, home_label: str | None) -> str:
    """The finding of the ranked bars, from the rows of ``industry_concentration`` that have a share."""
    others = known[~known["is_home"]]
    if others.empty:
        return f"All of it is inside {known['label'].iloc[0]}"
    first = others.iloc[0]
    start = f"Outside {home_label}" if _has(home_label) and len(others) < len(known) else "Of all industries"
    return f"{start}, {first['label']} leads with {percent(first['share'])}"


def trend(frame: Any, home_label: str | None) -> str:
    """The finding of the trend: first against last point, in points, without a verdict."""
    known = frame[frame["home_share"].notna()]
    first, last = known.iloc[0], known.iloc[-1]
    points = 100 * (last["home_share"] - first["home_share"])
    since = f"{first['period_on']:%B %Y}"
    if abs(points) < 0.5:
        return f"{home_label} holds as much of your time as in {since}"
    word = "more" if points > 0 else "less"
    return f"{home_label} holds {abs(points):.0f} points {word} of your time than in {since}"


def gaps(frame: Any) -> tuple[str, str]:
    """Headline and lead of the Gaps page from the frame of ``industry_gaps``, home left out."""
    missing = frame[(frame["gap_points"] > 0) & ~frame["is_home"]]
    if missing.empty:
        return "No industry is below your target", "Your time fits the mix you aim for."
    widest = missing.iloc[0]
    number = len(missing)
    lead = f"{number} {'industry is' if number == 1 else 'industries are'} below your target."
    hours = missing["gap_hours_per_month"].head(3).sum()
    if missing["gap_hours_per_month"].notna().any():
        names = _listed(list(missing["label"].head(3)))
        lead += f" {names} alone {'is' if number == 1 else 'are'} short of **{hours:.1f} hours a month**."
    return f"{widest['label']} is the widest gap: {STATE_MEANING[widest['state']].lower()}", lead


def suggestions(frame: Any) -> tuple[str, str]:
    """Headline and lead of the Suggestions page from the frame of ``intro_targets``."""
    if frame.empty:
        return (
            "Nobody to ask yet",
            "Import contacts, and tell us their industries, to find who can open a door.",
        )
    best = frame.iloc[0]
    likely = int((frame["certainty"] != "guess").sum())
    lead = f"{_counted(len(frame), 'ask')}, best first: {likely} on a fact, {len(frame) - likely} on a guess."
    return f"Ask {best['introducer']} about {best['target_label']}", f"{lead} We never send anything: you do."


def warmth(strength: float | None, last_on: date | None) -> str:
    """Tie strength in words, with the last interaction."""
    if strength is None or not _has(strength):
        return "no interaction on record"
    word = "warm" if strength >= 30 else "cool" if strength >= 10 else "faded"
    when = f", last on {day(last_on)}" if last_on is not None and _has(last_on) else ""
    return f"{word} ({strength:.0f} of 100){when}"


def balance(rows_read: int, new: int, updated: int, unchanged: int, refused: int) -> str:
    """The sum every import owes."""
    return f"read {rows_read:,} = new {new:,} + updated {updated:,} + unchanged {unchanged:,} + refused {refused:,}"


def _spread(summary: Row) -> str:
    noun = "time" if summary["weighting"] == "minutes" else "network"
    if _has(summary["effective_industries_corrected"]):
        return (
            f"Your {noun} works like **{summary['effective_industries_corrected']:.1f} industries** "
            f"(likely {summary['low']:.1f} to {summary['high']:.1f})."
        )
    return (
        f"It is as if spread evenly over {summary['effective_industries']:.1f} industries; "
        "too few employers to say more."
    )


def _unknown(summary: Row, noun: str) -> str:
    unknown = 1 - summary["known_share"]
    if unknown < 0.005:
        return ""
    bounds = ""
    if _has(summary["home_share"]):
        low, high = percent(summary["home_share_low"]), percent(summary["home_share_high"])
        bounds = f", so the first number lies between {low} and {high}"
    return f"The industry of {percent(unknown)} of your {noun} is not known{bounds}."


def _colleagues(summary: Row) -> str:
    hours = summary["colleague_minutes"] / 60
    if hours < 1 or summary["weighting"] != "minutes":
        return ""
    with_them = (
        f"; with them it would be {percent(summary['home_share_with_colleagues'])}"
        if _has(summary["home_share_with_colleagues"])
        else ""
    )
    return f"Without {hours:,.0f} hours with colleagues{with_them}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _has(value: Any) -> bool:
    """Not NULL: neither None nor NaN nor NaT."""
    return value is not None and value == value  # noqa: PLR0124  (only a missing number differs from itself)
