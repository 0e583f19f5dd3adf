"""How sure the numbers of the Concentration page are, and how they stand against chance, from ``network_summary``."""

from collections.abc import Sequence

from dashboard.headlines.words import NOUN, Row, has, listed, percent
from dashboard.headlines.workspace import effects

ENOUGH = 10  # effective employers from which on a range is shown, as in network_summary
SAYS_NOTHING = 0.005  # a part that is not known of which nobody needs to hear
NO_RANGE = {
    "few employers": "a range needs the weight of {enough} employers, and yours comes to {n_eff:.1f}.",
    "one industry": "all of it is in one industry, so there is nothing to vary.",
    "none alike": "no two of the employers share an industry, so nothing tells how many industries there are.",
}


def finding(summary: Row) -> str:
    """The heading: the part used of the room above chance."""
    used = summary["inbreeding_homophily"]
    if not has(used):
        return "How sure this is"
    if used <= 0:
        return f"{summary['home_label']} has no more of your {_what(summary)} than chance would give it"
    return f"Of the room above chance for {summary['home_label']}, you use {percent(used)}"


def by_chance(summary: Row) -> str:
    """Home share and E-I index, neither without what they would be at random."""
    if not has(summary["inbreeding_homophily"]):
        return ""
    return (
        f"**By chance** it would be {percent(summary['reference_share'])}, the part of the reference population that "
        f"works in {summary['home_label']}; yours is {percent(summary['home_share'])}. The E-I index is "
        f"{_signed(summary['ei_index'])}; by chance it would be {_signed(summary['ei_expected'])}."
    )


def the_range(summary: Row) -> str:
    """The range and its rule, or why there is none."""
    rule = summary["range_rule"]
    if not has(rule):
        return ""
    if rule != "shown":
        return f"**No range:** {NO_RANGE[rule].format(enough=ENOUGH, n_eff=summary['n_eff'])}"
    return (
        f"**The range** of {summary['low']:.1f} to {summary['high']:.1f} industries says how far another such set of "
        f"employers might lie. It is shown from the weight of {ENOUGH} employers on; yours comes to "
        f"{summary['n_eff']:,.0f}."
    )


def the_unknown(summary: Row) -> str:
    """What the part without an industry could make of it, and whether that is wider than the range."""
    unknown = 1 - summary["known_share"] if has(summary["known_share"]) else 0
    if unknown < SAYS_NOTHING:
        return ""
    low, high = summary["effective_industries_low"], summary["effective_industries_high"]
    wider = has(summary["low"]) and high - low > summary["high"] - summary["low"]
    home = (
        f", and between {percent(summary['home_share_low'])} and {percent(summary['home_share_high'])} in "
        f"{summary['home_label']}"
        if has(summary["home_share_low"])
        else ""
    )
    return (
        f"**Not known** is the industry of {percent(unknown)}: as logged, it is as if spread over between {low:.1f} and "
        f"{high:.1f} industries{home}."
        + (" That is wider than the range: labels help more than time." if wider else "")
    )


def labels(queue: Sequence[Row]) -> str:
    """The labels that narrow it most, from the first rows of ``review_queue``; names as they are, to be escaped."""
    left = 1 - queue[-1]["known_after"]
    rest = "nothing is left open" if left < SAYS_NOTHING else f"{percent(left)} is left open"
    return f"Label {listed([str(row['label']) for row in queue])}, and {rest}."


def assumptions(trials: Sequence[Row]) -> str:
    """Between which shares the headline stays, from ``assumption_effects``, which looks at the last year."""
    said = effects(trials)
    return f"**Assumptions:** over the last year, {said[:1].lower()}{said[1:]}."


def without_largest(summary: Row) -> str:
    """What would be left without the person who weighs most; the name as it is, to be escaped."""
    if not has(summary["effective_contacts_without"]):
        return ""
    people = max(1, round(summary["effective_contacts_without"]))
    before, after = summary["effective_industries"], summary["effective_industries_without"]
    is_moved = has(after) and f"{after:.1f}" != f"{before:.1f}"
    spread = f", spread as over {after:.1f} industries instead of {before:.1f}" if is_moved else ""
    return (
        f"Without {summary['largest_contact']}, who has {percent(summary['largest_contact_share'])}, it would rest on "
        f"about {people:,} {'person' if people == 1 else 'people'}{spread}."
    )


def _what(summary: Row) -> str:
    return NOUN[summary["weighting"]]


def _signed(index: float) -> str:
    return f"{index:+.2f}".replace("-", "−")
