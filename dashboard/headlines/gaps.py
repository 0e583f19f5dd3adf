"""The Gaps page in words."""

from collections.abc import Sequence
from typing import Any

from dashboard.headlines.words import STATE_MEANING, Row, day, has, listed, percent, spelled

MIXES = {"blend": "Blend", "even": "Even", "labour market": "Labour market", "mine": "Mine"}
MIX_MEANING = {
    "blend": "a quarter your own industry, half spread evenly over all 24, a quarter as the labour market",
    "even": "the same share for each of the 24 industries",
    "labour market": "as the labour market is",
    "mine": "your own shares",
}
SOURCES = {
    "professional": "US professional employment, May 2025 (Bureau of Labor Statistics)",
    "all": "US employment of all kinds, May 2025 (Bureau of Labor Statistics)",
}

NO_GAPS = ("Nothing is missing", "Every industry has the share you aim for. Choose another mix to aim further.")


def headline(frame: Any, summary: Row | None = None) -> tuple[str, str]:
    """Headline and lead of the Gaps page from the frame of ``industry_gaps``: fit first, then what is missing."""
    missing = below(frame)
    if summary is not None and not has(summary["fit_to_target"]):
        return (
            "No gap can be measured yet",
            "Nobody's industry is known in this window.",
        )
    if missing.empty:
        return "No industry is below your target", "Your time fits the mix you aim for."
    number = len(missing)
    lead = f"{spelled(number).capitalize()} {'industry is' if number == 1 else 'industries are'} below it."
    if missing["gap_hours_per_month"].notna().any():
        names = list(missing["label"].head(3))
        hours = missing["gap_hours_per_month"].head(3).sum()
        number_said = f"{hours:.1f} hours" if hours < 10 else f"{hours:,.0f} hours"
        lead += f" {listed(names)} alone {'is' if len(names) == 1 else 'are'} short of **{number_said} a month**."
    if summary is None:
        return widest(frame), lead
    what = {"minutes": "time", "people": "network", "warm": "warm ties"}[summary["weighting"]]
    verb = "fit" if summary["weighting"] == "warm" else "fits"
    return f"{percent(summary['fit_to_target'])} of your {what} {verb} your target", lead


def below(frame: Any) -> Any:
    """The industries below their target, home left out."""
    return frame[(frame["gap_points"] > 0) & ~frame["is_home"]]


def widest(frame: Any) -> str:
    """The finding of the dumbbells: which gap is widest, and in what state."""
    first = below(frame).iloc[0]
    how = STATE_MEANING[first["state"]].lower()
    if first["state"] in ("short", "thin"):
        how = f"{percent(first['share'], 1)} now, {percent(first['target_share'], 1)} in your target"
    return f"{first['label']} is the widest gap: {how}"


def unit(frame: Any, window: str) -> str:
    """Under it: what is drawn, and the home industry, which is not."""
    home = frame[frame["is_home"]]
    said = ""
    if len(home):
        first = home.iloc[0]
        said = f"{first['label']} is not drawn: {percent(first['share'])} now, {percent(first['target_share'])} in your target · "
    return f"Share of what is known · {said}{window}"


def standing(gap: Row) -> str:
    """How it stands with one industry: whom one knows, when one met them, what the target asks for."""
    people = gap["people"]
    if not people:
        known = "You know **nobody** there."
    else:
        known = f"You know **{'one person' if people == 1 else f'{spelled(people)} people'}** there"
        if gap["state"] == "dormant" and has(gap["last_interaction_on"]):
            known += f" and met {'them' if people == 1 else 'one of them'} last on {day(gap['last_interaction_on'])}."
        elif gap["state"] == "dormant":
            known += f" and {'never met them' if people == 1 else 'met none of them yet'}."
        else:
            known += "."
    hours = gap["gap_hours_per_month"]
    if gap["gap_points"] <= 0:
        return f"{known} Your time there meets the target."
    if hours is None:
        return f"{known} The target asks for **{100 * gap['gap_points']:.1f} points** more."
    return f"{known} The target asks for **{hours:.1f} hours a month** more."


def nobody(interests: Any, industry: str) -> str:
    """Why there is nobody to ask about it: it does not matter to the user now, or nobody is likely to help."""
    if not int(interests.loc[interests["industry"] == industry, "interest"].iloc[0]):
        return "You said it does not matter for now, so nobody is suggested."
    return "Nobody you know is likely to know somebody there yet."


def aimed_for(target_mix: str, population: str) -> str:
    """The target mix in force, with source and date of what it rests on."""
    source = "" if target_mix in ("even", "mine") else f" Labour market: {SOURCES[population]}."
    return f"The mix you aim for: {MIX_MEANING[target_mix]}.{source}"


def source(assumptions: Sequence[Row]) -> str:
    """The same from the rows of ``assumptions``."""
    held = {row["name"]: row["setting"] for row in assumptions}
    return aimed_for(held["target_mix"], held["reference_population"])


def mix_said(target_mix: str) -> str:
    """What a choice of the mix answers with."""
    return f"You aim for: {MIX_MEANING[target_mix]}."
