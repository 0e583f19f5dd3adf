"""The What if page in words."""

from typing import Any

from dashboard.headlines.words import NOUN, Row, counted, day, has, listed, percent, spelled

HIT = {"industry": "Industry hit", "employer": "Employer goes", "person": "Person goes"}
STANDING = {
    "warm": ("warm", "You are close now."),
    "once strong": ("once strong", "No time for a year: advice from old close ties is as useful as from present ones."),
    "met": ("cool", "You have met, but not much lately."),
    "worked there": ("worked there", "They work elsewhere now, and know it from inside."),
    "never met": ("no time yet", "On your lists, without any interaction on record."),
}
NOT_KNOWN = (
    "Nothing can be played through yet",
    "Nobody's industry is known in this window.",
)


def headline(loss: Row, kind: str, name: str, lost: float) -> tuple[str, str]:
    """Headline and lead from the row of ``loss_summary``; ``name`` is what is hit, in words."""
    noun = NOUN[loss["weighting"]]
    event = f"If {name} loses {percent(lost)}" if kind == "industry" and lost < 1 else f"If {name} goes"
    if kind == "industry" and lost == 1:
        event = f"If {name} is lost altogether"
    if not has(loss["lost_share"]) or loss["lost_share"] == 0:
        return f"{event}, you lose none of your {noun}", _left(loss)
    return f"{event}, you lose {percent(loss['lost_share'])} of your {noun}", _left(loss)


def _left(loss: Row) -> str:
    parts = []
    if has(loss["warm_people"]) and loss["warm_people"]:
        left = loss["warm_people_left"]
        parts.append(
            f"{left:,} of your {counted(loss['warm_people'], 'warm contact')} {'is' if left == 1 else 'are'} elsewhere."
            if left
            else "None of your warm contacts is elsewhere."
        )
    if has(loss["left_effective"]):
        now = f"{loss['effective_industries']:.1f}" if has(loss["effective_industries"]) else "not known"
        like = f"{loss['left_effective']:.1f} industries"
        like = "one industry" if like == "1.0 industries" else like
        parts.append(f"What is left would work like **{like}** (now {now}).")
    else:
        parts.append("No time with a known industry would be left.")
    if has(loss["unreached"]):
        parts.append(f"You would reach nobody in {listed(loss['unreached'].split(', '))}.")
    return " ".join(parts)


def gone(loss: Row, name: str) -> str:
    """The finding of the chart."""
    if has(loss["lost_hours"]):
        hours = loss["lost_hours"]
        said = f"{hours:.1f}" if hours < 10 else f"{hours:,.0f}"
        return f"{said} hours gone, with {counted(loss['people_hit'], 'person', 'people')}"
    return f"{counted(loss['people_hit'], 'person', 'people')} hit in {name}" if loss["people_hit"] else "Nobody is hit"


def unit(loss: Row, window: str) -> str:
    """Its unit line."""
    what = "Hours" if has(loss["lost_hours"]) else "Warm ties" if loss["weighting"] == "warm" else "People"
    return f"{what} by industry · dashed: today, filled: after · {window}"


def advisers(people: Any, label: str) -> str:
    """How many one could call, from the rows of ``advisers``."""
    close = int(people["standing"].isin(["warm", "once strong"]).sum())
    if people.empty:
        return f"You know nobody who works or worked in {label}."
    if not close:
        return f"Nobody there is close, but these know {label} from inside."
    return f"{spelled(close).capitalize()} you could simply call."


def adviser(person: Row) -> str:
    """One of them: where they work or worked, and when you last met."""
    place = person["company"] if has(person["company"]) else "employer not known"
    if has(person["worked_at"]):
        place = f"was at {person['worked_at']}"
    if has(person["last_interaction_on"]):
        return f"{place} · last on {day(person['last_interaction_on'])}"
    return str(place)


def held(frame: Any, weighting: str) -> tuple[str, str]:
    """Heading and caption of the industries that hang on one person."""
    number = len(frame)
    if not number:
        do = {"minutes": "spend time, you spend it with", "people": "know somebody, you know"}
        where = f"Wherever you {do.get(weighting, 'are close to somebody, you are to')} at least two people."
        return "No industry hangs on one person", where
    heading = f"{spelled(number).capitalize()} {'industry hangs' if number == 1 else 'industries hang'} on one person"
    return heading if number == 1 else f"{heading} each", "If they move on, you reach nobody there in this window."


def next_step(person: Row) -> str:
    """What to do about an industry that one person holds."""
    others = person["others"]
    if others:
        return f"Say hello to {'the other one' if others == 1 else f'one of {others:,} others'} you know there"
    return "Ask them for a second name"
