"""Concentration by employer, by function, or by how long people are known, from the rows of ``unit_shares``."""

from typing import Any

from dashboard.headlines.words import NOUN, Row, percent, spelled

UNITS = {"Industries": "industry", "Employers": "employer", "Functions": "function", "How long known": "known"}
MANY = {"employer": "employers", "function": "functions", "known": "lengths of time"}
UNKNOWN = {
    "employer": "The employer behind {share} is not known.",
    "function": "What people do is not known for {share}: their titles do not say.",
    "known": "Since when you know people is not known for {share}.",
}
NO_TREND = "There is no trend of this: people pass from one length of time into the next without anybody's doing."
SUBJECT = {"minutes": "Your time is", "people": "Your network is", "warm": "Your warm ties are"}
ROUNDED_FROM = 10
SAYS_NOTHING = 0.005


def headline(frame: Any, summary: Row, unit: str, leader: str) -> tuple[str, str]:
    """The effective number, or for how long people are known the largest share; then the largest and the unknown.

    ``leader`` is the name of the largest, fit for a page.
    """
    known = frame[frame["share"] > 0]
    if known.empty:
        return f"Nothing is known of the {MANY[unit]} yet", "Import a list that tells it, or choose a longer window."
    first, noun = known.iloc[0], NOUN[summary["weighting"]]
    unknown = 1 - first["known_share"]
    left = UNKNOWN[unit].format(share=f"{percent(unknown)} of your {noun}") if unknown >= SAYS_NOTHING else ""
    share = percent(first["share"])
    if unit == "known":
        verb = "are" if summary["weighting"] != "minutes" else "is with"
        return f"{share} of your {noun} {verb} people known {_since(first['label'])}", left
    lead = f"**{share}** {'is at' if unit == 'employer' else 'goes to'} {leader}, the largest of {first['units']:,}. {left}"
    effective = first["effective_units"]
    number = f"{effective:.0f}" if effective >= ROUNDED_FROM else f"{effective:.1f}"
    return f"{SUBJECT[summary['weighting']]} as if spread evenly over {number} {MANY[unit]}", lead.strip()


def leader(frame: Any) -> str:
    """The name that stands in the lead, as it is, to be escaped."""
    known = frame[frame["share"] > 0]
    return str(known["label"].iloc[0]) if len(known) else ""


def finding(shown: Any, unit: str) -> str:
    """Over the bars, the rows that are shown: how much the newest people get, or what the first hold together."""
    if unit == "known":
        newest = shown[shown["within"] == "1"]["share"].sum()
        return f"People known under a year get {percent(float(newest))}" if newest else "Nobody new got anything"
    if len(shown) == shown["units"].iloc[0]:
        return f"{shown['label'].iloc[0]} leads with {percent(shown['share'].iloc[0])}"
    return f"The first {spelled(len(shown))} hold {percent(float(shown['share'].sum()))}"


def trend(frame: Any) -> str:
    """Which of the lines moved most from its first point to its last."""
    ends = frame.sort_values("period_on").groupby("label", sort=True)["share"].agg(["first", "last"])
    most = (ends["last"] - ends["first"]).abs().idxmax()
    first, last = percent(ends.loc[most, "first"]), percent(ends.loc[most, "last"])
    return f"{most} stays at {last}" if first == last else f"{most} went from {first} to {last}"


def where(label: str, unit: str) -> str:
    """Of a chosen bar, in a sentence about people."""
    if unit == "known":
        return _since(label)
    return f"at {label}" if unit == "employer" else f"in {label}"


def _since(label: str) -> str:
    """Over 10 years -> for over 10 years."""
    return f"for {label[:1].lower()}{label[1:]}"
