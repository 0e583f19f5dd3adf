"""The page of one person in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.headlines.words import counted, day, has, listed, percent

Row = Mapping[str, Any]
SETTINGS = {
    "private": ("Not networking", "Family, friends, the dentist: shown, counted nowhere."),
    "never_suggest": ("Never suggest", "Will not be suggested as somebody to ask."),
    "archived": ("Archived", "Somebody of the past: kept, but not counted among your people."),
}
SURE = {
    "sure": ("Sure", "check_circle", "You said so, or the employer is known."),
    "likely": ("Likely", "contrast", "Good signs, no certainty. Correct it if it is wrong."),
    "unsure": ("Unsure", "help", "Left blank rather than guessed. Your word settles it."),
}
EVIDENCE = {  # what the classifier says, in words
    "employer table": "{} is on the list of known employers",
    "name": "“{}” in the company's name or the job says so",
    "domain": "the mail domain {} says so",
    "file says": "a file says “{}”",
    "title": "the job title says so: “{}”",
    "wording": "its wording, “{}”, resembles others there",
}
FACTS = {
    "name": "Name",
    "company": "Company",
    "position": "Position",
    "e-mail": "E-mail",
    "profile": "LinkedIn profile",
    "phone": "Phone",
    "industry": "Industry, as written",
    "connected": "Connected on",
    "introduced by": "Introduced by",
}


FADED = 10  # of 100, as words.warmth calls it


def job(person: Row) -> str:
    """Head at Bosch AG, last interaction on 20 Nov 2026."""
    job = " at ".join(part for part in (person["position"], person["company"]) if part)
    last_on = person["last_interaction_on"]
    last = f"last interaction on {day(last_on)}" if has(last_on) else "no interaction on record"
    return f"{job} · {last}" if job else f"{last[0].upper()}{last[1:]}"


def marks(person: Row) -> list[tuple[str, str]]:
    """What is special about the person: words and icon."""
    found = [
        (not person["is_contact"], "Only seen, not a contact", "visibility"),
        (person["is_colleague"], "Colleague", "badge"),
        (person["is_private"], "Not networking", "lock"),
        (person["is_never_suggested"], "Never suggested", "block"),
        (person["is_archived"], "Archived", "inventory_2"),
        (person["is_added"], "Added by hand", "person_add"),
        (person["is_vanished"], gone(person["vanished_on"]), "history"),
    ]
    return [(words, icon) for holds, words, icon in found if holds]


def gone(vanished_on: date | None) -> str:
    """A list of people no longer has them."""
    return f"No longer in the list imported on {day(vanished_on)}" if has(vanished_on) and vanished_on else ""


def evidence(person: Row) -> str:
    """What the industry rests on."""
    if person["industry"] is None:
        return "Nothing in your files tells the industry yet."
    kind, _, words = (person["industry_evidence"] or "").partition(": ")
    said = EVIDENCE.get(kind, person["industry_evidence"] or "").format(words)
    return f"{person['industry_label']}: {said}." if said else f"{person['industry_label']}."


def strength(parts: Row) -> str:
    """How the strength comes about, one step a sentence."""
    kinds = [f"{parts['spoken_minutes']:,.0f} spoken"]
    how = ""
    if parts["written_minutes"] >= 0.5:
        kinds.append(f"{parts['written_minutes']:,.0f} written")
        how = (
            f" Written ones count {percent(parts['two_wayness'])}: in a year you wrote "
            f"{counted(int(parts['messages_out']), 'message')} and they wrote {parts['messages_in']:,.0f}."
        )
    warm = "warm" if parts["is_warm"] else "not warm"
    return (
        f"Of {parts['minutes_ever']:,.0f} minutes on record, {listed(kinds)} ones are left, since time counts half after "
        f"{parts['half_life_days']:.0f} days.{how} That makes {parts['faded_minutes']:,.0f}, where "
        f"{parts['strength_half_minutes']:.0f} make a strength of 50. It is {warm}: warm begins at {parts['warm_from']:.0f}."
    )


def dormant(parts: Row) -> str:
    """Whether this was a strong tie once."""
    if not parts["is_dormant_once_strong"]:
        return ""
    return "You were close once and have not met for a year. Such people often know what your present circle does not."


def is_faded(person: Row) -> bool:
    """Once in touch, hardly any more: whom one may write to after a long time."""
    return has(person["last_interaction_on"]) and has(person["strength"]) and float(person["strength"]) < FADED


def timeline(frame: Any) -> tuple[str, str]:
    """Finding and unit line of the timeline, from the frame of ``contact_timeline``."""
    total, to_come = int(frame["on_record"].iloc[0]), int(frame["to_come"].iloc[0])
    past = total - to_come
    finding = f"{past:,} interaction{'' if past == 1 else 's'} on record"
    if to_come:
        finding += f", {to_come:,} to come"
    unit = f"The newest {len(frame):,}" if len(frame) < total else "Newest first"
    return finding, f"{unit} · where one counts nothing, the table says why"


def through(name: str, paths: list[dict[str, Any]]) -> str:
    """Who stands between, from the rows of ``paths_to``: who was always there, or who shared a list."""
    names = [str(path["introducer"]) for path in paths]
    if all(path["certainty"] == "likely" for path in paths):
        return f"You have met {name} only with {_either(names)} there"
    return f"{_either(names)} could introduce you to {name}"


def _either(names: list[str]) -> str:
    shown = names[:3]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def knows(found: Row) -> tuple[str, str]:
    """Finding and unit line about whom they know, from a row of ``acquaintances``."""
    unmet, shared = int(found["unmet"]), int(found["shared"])
    said = counted(unmet, "person you do not", "people you do not") if unmet else "nobody you do not know"
    both = f" · {counted(shared, 'person', 'people')} you both know" if shared else ""
    return f"Knows {said}", f"By lists they shared with you, and company they kept{both}"


def months(frame: Any) -> str:
    """Finding of the chart of months."""
    total, active = frame["hours"].sum(), int((frame["hours"] > 0).sum())
    return f"{total:.1f} hours in {active} of the last {len(frame)} months"


def source(fact: Row) -> str:
    """Connections.csv, row 12; or: you said so."""
    if fact["is_yours"]:
        return "You said so"
    return place(fact["file"], fact["line"]) or "A file"


def place(file: str | None, line: int | None) -> str:
    """Connections.csv, row 12: of a file in an archive its own name."""
    return f"{file.rsplit('/', 1)[-1]}, row {line}" if file else ""


def fact_value(fact: Row) -> str:
    """The value as one reads it."""
    return f"linkedin.com/{fact['fact_value']}" if fact["fact"] == "profile" else str(fact["fact_value"])


def naming(name: Row) -> str:
    """Dana Fox (dana@bosch.com)."""
    known_by = name["known_by"] or ""
    known_by = f"linkedin.com/{known_by}" if known_by.startswith("in/") else known_by
    if not name["named_as"]:
        return str(known_by) or "Without a name"
    return f"{name['named_as']} ({known_by})" if known_by else str(name["named_as"])


def link(verdict: Row) -> str:
    """What the user said about two namings."""
    word = "is the same person as" if verdict["verdict"] == "same" else "is not"
    return f"{verdict['this_naming']} {word} {verdict['other_naming']} · you said so on {day(verdict['decided_on'])}"


def unlinked(verdicts: list[dict[str, Any]]) -> str:
    """What holds once these verdicts are taken back, from rows of ``contact_links``."""
    if any(verdict["before"] == "same" for verdict in verdicts):
        return "Taken back: what you said before holds again, they are one person."
    return "Taken back: the files decide again."


def joined(name: Row) -> str:
    """What joins a naming to the others, and where it stands."""
    return " · ".join(
        part for part in (name["joined_by"], place(name["file"], name["line"]) or "added by hand") if part
    )
