"""The Import page in words."""

from datetime import date, datetime

from dashboard.headlines import concentration
from dashboard.headlines.words import NOUN, Row, counted, day, has, listed, percent

PASTED = "pasted on "
MEANINGS = {
    "full_name": "name",
    "first_name": "first name",
    "middle_name": "middle name",
    "last_name": "last name",
    "email": "e-mail",
    "email_2": "another e-mail",
    "email_3": "a third e-mail",
    "phone": "phone",
    "phone_2": "another phone",
    "company": "company",
    "position": "job title",
    "industry": "industry",
    "profile_url": "LinkedIn profile",
    "connected_on": "contact since",
    "date": "date",
    "person": "person",
    "minutes": "minutes",
    "hours": "hours",
    "channel": "channel",
    "leave out": "leave out",
}
KINDS = {
    "contact_sheet": "People I know",
    "interaction_sheet": "Meetings, calls and messages",
    "leave out": "Neither, leave it out",
}
OUTCOMES = {True: "Refused", False: "Kept, counts nothing"}
WHOSE = {"mine": "Mine: people I know", "shared": "Shared by a contact: people they know"}
STRANGERS = (
    "Next to nobody of your own list is in it. Taken as yours, it would end the list it replaces. If a contact shared it, "
    "say so."
)
SECOND = "Its people become the second degree: whom you could meet, never contacts of yours."
NO_SHARER = "No contact is called that. Import your own list first, then the one that was shared."
GONE = "They stay your contacts, marked on their page. On LinkedIn it means the connection or the profile has ended."
_UNIT = {"minutes": "of the time", "people": "of the contacts", "warm": "of the warm ties"}


def waiting() -> tuple[str, str]:
    """Headline and lead before anything was dropped."""
    return (
        "Drop your files as they came",
        "A LinkedIn export, calendars, lists of contacts or meetings. Nothing is stored before you press Import.",
    )


def previewed(rows_read: int, takes: int, refused: int) -> tuple[str, str]:
    """Headline and lead of a preview: rows read, rows an import would take, files refused."""
    if not rows_read and not refused:
        return waiting()
    if not rows_read:
        what = "This file cannot" if refused == 1 else "None of the files can"
        return f"{what} be read yet", "Nothing is stored. Below stands why, and what helps."
    if not takes:
        return "Nothing new in there", "These files are in already, to the last byte. There is nothing to do."
    lead = "Nothing is stored until you press Import, and an import can be undone."
    if refused:
        lead += f" {counted(refused, 'file')} cannot be read, see below."
    return f"{_rows(rows_read)} read, every one accounted for", lead


def take(rows: int) -> str:
    """The button that imports."""
    return f"Import {_rows(rows)}"


def imported(taken: int, refused: int) -> tuple[str, str]:
    """Headline and lead once it is done: rows taken in, files that could not be read."""
    lead = "It can be undone at any time, under Earlier imports."
    if refused:
        lead += f" {counted(refused, 'file')} could not be read, see below: nothing of {'it' if refused == 1 else 'them'} is in."
    if not taken:
        return "Nothing was new, and every row is accounted for", lead
    return f"{_rows(taken)} {'is' if taken == 1 else 'are'} in, every one accounted for", lead


def balance(rows_read: int, new: int, updated: int, unchanged: int, refused: int) -> str:
    """The sum every import owes."""
    return f"read {rows_read:,} = new {new:,} + updated {updated:,} + unchanged {unchanged:,} + refused {refused:,}"


def legend(rows_read: int, new: int, updated: int, unchanged: int, refused: int) -> str:
    """The sum with the colours of the bar."""
    said = balance(rows_read, new, updated, unchanged, refused)
    return said.replace("= new", "= :blue[■] new").replace("+ refused", "+ :orange[■] refused")


def parts(total: Row) -> str:
    """What became of the rows, those parts that there are: "4,870 new, 166 updated"."""
    return ", ".join(f"{count:,} {part}" for part, count in total.items() if count) or "No rows"


def change(before: Row, after: Row) -> tuple[str, str]:
    """What an import does to the headline, from two rows of ``network_summary``: a finding, and the other measures."""
    return _finding(before, after), " · ".join(part for part in _measures(before, after) if part)


def effect(told: Row) -> str:
    """What an import changed, from a row of ``import_effect``: "Home share 57% → 55% · 12 new people"."""
    parts = []
    if has(told["home_share_after"]) and told["weighting_after"] == told["weighting_before"]:
        parts.append(f"home share {_step(told['home_share_before'], told['home_share_after'])}")
    if told["new_people"]:
        parts.append(f"{told['new_people']:,} new {'person' if told['new_people'] == 1 else 'people'}")
    if told["gone_people"]:
        parts.append(f"{told['gone_people']:,} no longer listed")
    if told["job_changes"]:
        parts.append(counted(told["job_changes"], "job change"))
    if told["new_interactions"]:
        parts.append(counted(told["new_interactions"], "new interaction"))
    return " · ".join(parts) or "nothing new"


def moves(number: int, into_gap: int) -> str:
    """How many changed jobs, and how many of them into an industry that is missing."""
    said = f"{number:,} {'person' if number == 1 else 'people'} changed jobs"
    return said + (f", {into_gap:,} into an industry you lack" if into_gap else "")


def gone(number: int) -> str:
    """How many the newer copy of a list no longer has."""
    return f"{number:,} {'person is' if number == 1 else 'people are'} no longer listed"


def moved(change: Row) -> str:
    """One who moved into what is missing, from a row of ``job_changes``."""
    return f"{change['full_name']} moved to {change['to_company']}: now in {change['to_label']}, an industry you lack"


def made(first_file: str, files: int, imported_at: datetime) -> tuple[str, str]:
    """An import's name and its day: "contacts.xlsx and 2 more", "20 Nov 2026"."""
    more = f" and {files - 1} more" if files > 1 else ""
    return f"{first_file}{more}", day(imported_at)


def unread(file: Row) -> str:
    """Why a file was left out and what helps, from a row of ``refused_files``."""
    return f"Not read. {file['reason']} {file['hint']}".strip()


def whose(file: str) -> str:
    """The question about a list of people."""
    return f"Whose list is {file}?"


def rows_of_file(rows: int, people: int, interactions: int, is_shared: bool = False, shared_by: str = "") -> str:
    """What one file of an import holds; ``is_shared``: people whom a contact knows, by name if still known."""
    parts = [f"shared by {shared_by}"] if shared_by else []
    parts += [_rows(rows)]
    noun, plural = ("acquaintance of theirs", "acquaintances of theirs") if is_shared else ("contact", "contacts")
    parts += [counted(people, noun, plural)] if people else []
    parts += [counted(interactions, "interaction")] if interactions else []
    return " · ".join(parts)


def identified(imported_at: datetime, fingerprint: str) -> str:
    """Which file it was, to the byte: the day, and how its hash begins."""
    return f"Imported {day(imported_at)} · SHA-256 {fingerprint}…"


def copy_told(order: str | None, reaches_to: date | None, newer_reaches_to: date | None) -> str:
    """Which copy of a list a file was taken for, where that is not plain: as ``import_history`` says."""
    if order == "undecided":
        return "It came with another copy of the same list, and neither tells which is newer: neither ends anybody of the other."
    if order != "older" or reaches_to is None or newer_reaches_to is None:
        return ""
    return (
        f"Its newest connection is of {day(reaches_to)}, that of another copy of {day(newer_reaches_to)}: it is taken as the "
        "older of the two and ends nobody. Whom it alone names is no longer listed."
    )


def not_taken(number: int) -> str:
    """What the file of refusals holds."""
    return f"{number:,} {'row or cell was' if number == 1 else 'rows and cells were'} not taken: where, what stood there, and why."


def look_alikes(number: int, share: float) -> str:
    """People of the calendar who look like contacts, and what part of the time with people on no list is theirs."""
    whose = f", {percent(share)} of the time with people on no list," if share >= 0.005 else ""
    if number == 1:
        return f"1 person{whose} looks like a contact of the same name"
    return f"{number:,} people{whose} look like contacts of the same name"


def refusals(refused: int, uncounted: int) -> str:
    """The heading above the reasons."""
    told = [f"{refused:,} refused" if refused else "", f"{uncounted:,} kept that count nothing" if uncounted else ""]
    return f"Rows: {listed([part for part in told if part])}, and why"


def reading(table: str, kind: str | None) -> str:
    """The heading of a table's columns."""
    return f"How {table} is read" if kind else f"What does {table} list?"


def which_day(example: str) -> str:
    """The question about dates that nothing tells apart."""
    return f"Which day is {example}?"


def read_as(table: str, order: str) -> str:
    """What was said of a table's dates."""
    return f"In {table} the {order.removesuffix(' first')} comes first."


def lists(table: str, kind: str | None) -> str:
    """What was said of a whole table."""
    if kind is None:
        return f"{table} is read as we guess."
    return (
        f"{table} is left out." if kind == "leave out" else f"{table} lists {KINDS[kind][0].lower()}{KINDS[kind][1:]}."
    )


def _finding(before: Row, after: Row) -> str:
    if not has(after["home_share"]):
        return f"{counted(after['contacts'], 'contact')}, the home share is not known yet"
    if not has(before["home_share"]) or before["weighting"] != after["weighting"]:
        said: str = concentration.headline(after)[0]
        return said
    if abs(after["home_share"] - before["home_share"]) < 0.005:
        return f"Home share stays at {percent(after['home_share'])}"
    return f"Home share {_step(before['home_share'], after['home_share'])}"


def _measures(before: Row, after: Row) -> list[str]:
    found = [f"Contacts {before['contacts']:,} → {after['contacts']:,}"]
    if has(before["home_share"]) and before["weighting"] != after["weighting"]:
        found.append(f"{NOUN[after['weighting']]} is counted now, no longer {NOUN[before['weighting']]}")
    if has(after["known_share"]):
        was = before["known_share"] if before["weighting"] == after["weighting"] else None
        found.append(f"industry known of {_step(was, after['known_share'])} {_UNIT[after['weighting']]}")
    was, now = before["effective_industries_corrected"], after["effective_industries_corrected"]
    if has(now):
        step = f"{was:.1f} → " if has(was) and before["weighting"] == after["weighting"] else ""
        likely = f" (likely {after['low']:.1f} to {after['high']:.1f})" if has(after["low"]) else ""
        found.append(f"works like {step}{now:.1f} industries{likely}")
    return found


def _step(before: float | None, after: float) -> str:
    if not has(before) or before is None or percent(before) == percent(after):
        return percent(after)
    return f"{percent(before)} → {percent(after)}"


def _rows(number: int) -> str:
    return counted(number, "row")
