"""The Concentration page in words, from the rows of its questions."""

from datetime import date, timedelta
from typing import Any

from dashboard.headlines.words import NOUN, Row, day, has, percent, spelled
from dashboard.industries import INDUSTRIES

PEOPLE_COUNTED = (
    "No interactions are on record yet, so people are counted. Import a calendar or messages to see your time."
)
MOVED = {
    "new": "{} is new, and moved it most",
    "dropped": "{} was not met again, and moved it most",
    "more": "{} counts for more, and moved it most",
    "less": "{} counts for less, and moved it most",
    "same": "{} moved it most",
}
SAME_HHI = 0.005  # what two sums printed with two digits cannot show


def headline(summary: Row, people: int = 0) -> tuple[str, str]:
    """The home share and how sure it is, from a row of ``network_summary``; ``people`` weigh something in it."""
    noun = NOUN[summary["weighting"]]
    if not has(summary["known_share"]) or summary["known_share"] == 0:
        return _nothing_known(summary, noun)
    if not has(summary["home_share"]):
        return effective(summary, people)
    headline = f"{percent(summary['home_share'])} of your {noun} {_verb(summary)} {summary['home_label']}"
    return headline, _lead(_spread(summary, people), _unknown(summary, noun), _colleagues(summary))


def effective(summary: Row, people: int = 0) -> tuple[str, str]:
    """The same the other way round: how many industries it works like, then the home share."""
    noun = NOUN[summary["weighting"]]
    if not has(summary["known_share"]) or summary["known_share"] == 0:
        return _nothing_known(summary, noun)
    likely = (
        f"Likely {summary['low']:.1f} to {summary['high']:.1f}."
        if has(summary["effective_industries_corrected"])
        else _too_few(summary, people)
    )
    home = (
        f"**{percent(summary['home_share'])}** of your {noun} {_verb(summary)} {summary['home_label']}."
        if has(summary["home_share"])
        else ""
    )
    headline = f"{_subject(summary).capitalize()} {_like(summary)}"
    return headline, _lead(likely, home, _unknown(summary, noun), _colleagues(summary))


def window(change: Row, as_of: date) -> str:
    """The days that count: "21 Nov 2025 to 20 Nov 2026"."""
    return f"{day(change['window_first_on'])} to {day(as_of)}"


def leaders(known: Any, home_label: str | None) -> str:
    """The finding of the ranked bars, from the rows of ``industry_concentration`` that have a share."""
    others = known[~known["is_home"]]
    if others.empty:
        return f"All of it is inside {known['label'].iloc[0]}"
    first, without = others.iloc[0], len(nothing(known))
    start = f"Outside {home_label}" if has(home_label) and len(others) < len(known) else "Of all industries"
    rest = f"; {spelled(without)} {'industry' if without == 1 else 'industries'} got nothing" if without else ""
    return f"{start}, {first['label']} leads with {percent(first['share'])}{rest}"


def nothing(known: Any) -> list[str]:
    """The industries without any share, in words."""
    there = set(known["industry"])
    return [industry.short_label for industry in INDUSTRIES if industry.code not in there]


def home_trend(frame: Any, home_label: str) -> str:
    """First against last point of the home share, in points, without a verdict."""
    first, last = frame.iloc[0], frame.iloc[-1]
    points = 100 * (last["home_share"] - first["home_share"])
    since = f"{first['period_on']:%B %Y}"
    if abs(points) < 0.5:
        return f"{home_label} holds as much of your time as in {since}"
    word = "more" if points > 0 else "less"
    number = round(abs(points))
    return f"{home_label} holds {spelled(number)} {'point' if number == 1 else 'points'} {word} of your time than in {since}"


def effective_trend(frame: Any) -> str:
    """First against last point of the effective industries."""
    known = frame[frame["effective_industries"].notna()]
    first, last = known.iloc[0], known.iloc[-1]
    then, now = first["effective_industries"], last["effective_industries"]
    since = f"{first['period_on']:%B %Y}"
    if abs(now - then) < 0.05:
        return f"Your time is spread as in {since}: {now:.1f} industries"
    return f"Your time is spread over {now:.1f} industries, {then:.1f} in {since}"


def others_trend(frame: Any) -> str:
    """Which of the chosen industries got most at last."""
    last = frame[frame["period_on"] == frame["period_on"].max()].sort_values("share", ascending=False).iloc[0]
    if not last["share"] > 0:
        return "None of them got any time lately"
    return f"{last['label']} got {percent(last['share'])} in the last 90 days"


def moved(steps: Any, change: Row, summary: Row) -> str:
    """The finding of the waterfall: whether the home share clearly moved, and which other industry, or who, most."""
    named = steps[steps["step"].isin(["industry", "person"])]
    named = named[(named["step"] == "person") | (named["industry"] != summary["home_industry"])]
    with_it = named[(named["part"] > 0) == (change["home_share_change"] > 0)]
    cause = (with_it if len(with_it) else named).head(1)
    verdict = (
        "No clear change"
        if change["verdict"] == "no clear change"
        else f"{summary['home_label']} is {change['verdict']}"
    )
    if cause.empty:
        return verdict
    first = cause.iloc[0]
    if first["step"] == "person":
        return f"{verdict}; {MOVED[first['move']].format(first['label'])}"
    return f"{verdict}; {first['label']} {'gave up' if first['part'] > 0 else 'gained'} most"


def concentration_moved(widest: Row) -> str:
    """How the concentration moved as a whole, and what moved it most, from the first row of ``concentration_change``."""
    before, now = widest["hhi_before"], widest["hhi"]
    if abs(now - before) < SAME_HHI:
        return f"The concentration, the sum of squared shares, stayed at {now:.2f}."
    part = f"{widest['part']:+.2f}".replace("-", "−")
    return (
        f"The concentration, the sum of squared shares, went from {before:.2f} to {now:.2f}; {widest['label']} moved it "
        f"most ({part})."
    )


def against(change: Row, days: int) -> str:
    """The unit line of the waterfall: both windows by date."""
    first = change["before_last_on"] - timedelta(days=days - 1)
    return f"Home share in points, against {day(first)} to {day(change['before_last_on'])} · parts add up exactly"


def rests_on(summary: Row) -> str:
    """On how many people the time rests."""
    what = "time" if summary["weighting"] == "minutes" else "network"
    number = max(1, round(summary["effective_contacts"]))
    return f"Your {what} rests on about {number:,} {'person' if number == 1 else 'people'}"


def hold_most(where: str, people: Any) -> str:
    """Over those who hold most of what was chosen, from the rows of ``time_by_contact``; ``where`` is "in Finance"."""
    return f"Nobody {where} holds more than {people['full_name'].iloc[0]}"


def idle(frame: Any) -> str:
    """How many industries got time in at most one of the months, from the rows of ``industry_months`` without home."""
    with_time = frame[frame["hours"] > 0].groupby("industry")["month_on"].nunique()
    number = frame["industry"].nunique() - int((with_time > 1).sum())
    months = spelled(frame["month_on"].nunique())
    if not number:
        return f"Every industry saw you more than once in {months} months"
    return f"{spelled(number).capitalize()} {'industry' if number == 1 else 'industries'} saw you once or never in {months} months"


def behind(where: str, people: Any) -> str:
    """Over the list of people behind a mark, from the rows of ``time_by_contact``; ``where`` is "in Finance"."""
    if people.empty:
        return f"Nobody {where}".strip()
    met, there = int((people["minutes"] > 0).sum()), int(people["of_people"].iloc[0])
    if len(people) == met:
        return f"The {'one person' if met == 1 else f'{met:,} people'} you met {where}".strip()
    known = "one person" if there == 1 else f"{there:,} people"
    return f"You know {known} {where}, and met {spelled(met) if met else 'none'}"


def listed(of_people: int, shown: int, is_met_only: bool) -> str:
    """Under it: the order, whether the list is cut, where a row leads."""
    cut = (
        f"the {shown:,} with most time; all are in Contacts"
        if shown < of_people and not is_met_only
        else "most time first"
    )
    return f"{cut[:1].upper()}{cut[1:]} · choose a row to see the person"


def not_comparable(summary: Row) -> str:
    """Why there is no window to compare with."""
    if not has(summary["home_share"]):
        return "It needs your own industry, and people whose industry is known."
    if summary["weighting"] == "people":
        return "People count the same in every window. Only what you did with them, counted in minutes or warm ties, moves."
    return (
        "Your files do not reach back over the window before this one. Choose a shorter window, or import older files."
    )


def days_of(until: date, days: int) -> str:
    """The days of a choice: a whole month by its name, else from and to."""
    first = until - timedelta(days=days - 1)
    if first.day == 1 and (first.year, first.month) == (until.year, until.month):
        return f"{until:%B %Y}"
    return f"{day(first)} to {day(until)}"


def _nothing_known(summary: Row, noun: str) -> tuple[str, str]:
    if summary["weighting"] == "minutes" and summary["minutes"] == 0:
        if summary["colleague_minutes"] > 0:
            hours = summary["colleague_minutes"] / 60
            return (
                "All your time was with colleagues",
                f"{hours:,.0f} hours of it in this window. Colleagues are shown, but not networking time: "
                "Workspace can count them in.",
            )
        return "Nothing happened in this window", "Choose a longer window, or count people."
    if not has(summary["known_share"]):
        return "Nobody counts here yet", "Choose a longer window, or count people."
    return (
        f"The industries behind your {noun} are not known yet",
        "Say where a few people work, or import a list that tells their companies.",
    )


def _subject(summary: Row) -> str:
    return {"minutes": "your time", "people": "your network", "warm": "your warm ties"}[summary["weighting"]]


def _verb(summary: Row) -> str:
    return {"minutes": "is inside", "people": "work in", "warm": "are in"}[summary["weighting"]]


def _like(summary: Row) -> str:
    value = summary["effective_industries_corrected"]
    number = f"{value if has(value) else summary['effective_industries']:.1f}"
    verb = "work" if summary["weighting"] == "warm" else "works"
    return f"{verb} like {number} {'industry' if number == '1.0' else 'industries'}".replace(
        "1.0 industry", "one industry"
    )


def _lead(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _spread(summary: Row, people: int) -> str:
    if has(summary["effective_industries_corrected"]):
        fits = "them fit" if summary["weighting"] == "warm" else "it fits"
        fit = f", and {percent(summary['fit_to_target'])} of {fits} the mix you aim for"
        number = f"{summary['effective_industries_corrected']:.1f}"
        return (
            f"{_subject(summary).capitalize()} {'work' if summary['weighting'] == 'warm' else 'works'} like "
            f"**{number} industries** (likely {summary['low']:.1f} to {summary['high']:.1f}){fit}."
        )
    if summary["hhi"] > 1 - 1e-9:
        return _too_few(summary, people)
    return (
        f"It is as if spread evenly over {summary['effective_industries']:.1f} industries. {_too_few(summary, people)}"
    )


def _too_few(summary: Row, people: int) -> str:
    """Why there is no range."""
    if summary["hhi"] > 1 - 1e-9:
        return "All of it is in one industry."
    if not people:
        return "Too few employers for a range."
    number = "one person is" if people == 1 else f"{spelled(people)} people are"
    if people <= 12:
        return f"{number.capitalize()} too few for a range: we do not say how sure that is."
    return "It rests on too few employers for a range: we do not say how sure that is."


def _unknown(summary: Row, noun: str) -> str:
    unknown = 1 - summary["known_share"]
    if unknown < 0.005:
        return ""
    bounds = ""
    if has(summary["home_share"]):
        low, high = percent(summary["home_share_low"]), percent(summary["home_share_high"])
        bounds = f", so the home share lies between {low} and {high}" if low != high else ""
    return f"The industry of {percent(unknown)} of your {noun} is not known{bounds}."


def _colleagues(summary: Row) -> str:
    hours = summary["colleague_minutes"] / 60
    if hours < 1 or summary["weighting"] != "minutes":
        return ""
    with_them = (
        f"; with them it would be {percent(summary['home_share_with_colleagues'])}"
        if has(summary["home_share_with_colleagues"])
        else ""
    )
    return f"Without {hours:,.0f} hours with colleagues{with_them}."
