"""Time, methods.md section 1: every rule once, by its name, with what it makes of a case that shows it.

The finer cases are in test_model_minutes and test_model_colleagues; how files are read, in tests/importers.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from workspaces import file, rows, take
from world import World, who

from dashboard.warehouse import Workspace

ANNA, BEN, CARA = "Anna Ax <anna@ax.example>", "Ben Bo <ben@bo.example>", "Cara Co <cara@co.example>"
CROWD = tuple(f"{letter}@x.example" for letter in "abcdefghijklm")
DAY = "2026-11-02 10:00"

Fill = Callable[[World], None]
Rule = tuple[Fill, Mapping[str, float], list[str | None]]


def meet(world: World, *people: object, at: str = DAY, minutes: float | None = 60, **given: object) -> None:
    world.meeting(at, minutes, *people, **given)  # type: ignore[arg-type]


def meets(*people: object, **given: object) -> Fill:
    """One event with these people."""
    return partial(_meets, people=people, given=given)


def _meets(world: World, people: tuple[object, ...], given: Mapping[str, object]) -> None:
    meet(world, *people, **given)


def then(*parts: Fill) -> Fill:
    """One after the other."""
    return lambda world: [part(world) for part in parts] and None


def assume(name: str, setting: str) -> Fill:
    return lambda world: world.assume(name, setting)


def mail(sender: object, to: tuple[object, ...] = (), copied: tuple[object, ...] = (), minutes: float | None = None) -> Fill:
    named = [who(sender, role="from") if isinstance(sender, str) else sender]  # type: ignore[list-item]
    named += [who(str(person), role="to") for person in to] + [who(str(person), role="cc") for person in copied]
    return meets(*named, me=None, channel="mail", kind="mail", minutes=minutes)


def colleague(world: World) -> None:
    world.position("Siemens AG", "Engineer", date(2020, 1, 1), date(2026, 6, 30))
    world.person("Dana Fox", company="Siemens", url="dana")
    for day in ("2026-06-30", "2026-07-01"):
        meet(world, "Dana Fox <in/dana>", at=f"{day} 10:00")


def private(world: World) -> None:
    meet(world, ANNA)
    world.mark("mail:anna@ax.example", "private")


def two_calendars(kind: str, named: str) -> Fill:
    def fill(world: World) -> None:
        meet(world, ANNA, key="one")
        world.file(kind, series="other", imported_at=datetime(2026, 11, 21, 12))
        meet(world, named, key="two", kind=kind)

    return fill


ME = "me@gmail.com"
RULES: dict[str, Rule] = {
    # What is shared among whom
    "split gives each the duration divided by m": (meets(ANNA, BEN), {"Anna Ax": 30, "Ben Bo": 30}, [None]),
    "full gives each the duration": (
        then(meets(ANNA, BEN), assume("sharing", "full")), {"Anna Ax": 60, "Ben Bo": 60}, [None]),
    "rooms do not count in m": (meets(ANNA, who("Blue <b@r.example>", kind="room")), {"Anna Ax": 60}, [None]),
    "resources do not count in m": (meets(ANNA, who("Car <c@r.example>", kind="resource")), {"Anna Ax": 60}, [None]),
    "distribution lists do not count in m": (meets(ANNA, who("All <a@r.example>", kind="list")), {"Anna Ax": 60}, [None]),
    "the user does not count in m": (meets(ANNA, me="organizer"), {"Anna Ax": 60}, [None]),
    "who declined does not count in m": (
        meets(ANNA, BEN, who(CARA, status="declined")), {"Anna Ax": 30, "Ben Bo": 30}, [None]),
    "mail to several shares the minutes": (mail(ME, (ANNA, BEN)), {"Anna Ax": 2.5, "Ben Bo": 2.5}, [None]),
    # Default minutes
    "a call is 15 minutes": (
        meets(ANNA, minutes=None, channel="call", kind="interaction_sheet", me=None), {"Anna Ax": 15}, [None]),
    "mail sent is 5 minutes": (mail(ME, (ANNA,)), {"Anna Ax": 5}, [None]),
    "mail received is 2 minutes": (mail(ANNA, (ME,)), {"Anna Ax": 2}, [None]),
    "mail received as a copy is 0": (mail(ANNA, (BEN,), (ME,)), {}, [None]),
    "who is only copied gets 0": (mail(ME, (BEN,), (ANNA,)), {"Ben Bo": 2.5}, [None]),
    "a message sent is 3 minutes": (lambda world: world.message(DAY, ANNA, sent=True), {"Anna Ax": 3}, [None]),
    "a message received is 1 minute": (lambda world: world.message(DAY, ANNA, sent=False), {"Anna Ax": 1}, [None]),
    "a connection is 0": (lambda world: world.person("Dana Fox", url="dana", connected_on=date(2026, 1, 1)), {}, []),
    # What counts nothing, and why
    "an all-day event is 0": (meets(ANNA, minutes=1440, is_all_day=True), {}, ["all-day event"]),
    "three days all day are 0": (meets(ANNA, minutes=4320, is_all_day=True), {}, ["all-day event"]),
    "declined by the user is 0": (meets(ANNA, me="declined"), {}, ["declined by you"]),
    "cancelled is 0": (meets(ANNA, is_cancelled=True), {}, ["cancelled"]),
    "without another person is 0": (meets(), {}, ["nobody else in it"]),
    "with nobody but who declined is 0": (meets(who(ANNA, status="declined")), {}, ["nobody else in it"]),
    "more than 12 others are an audience": (meets(*CROWD), {}, ["an audience"]),
    "12 others are a meeting": (meets(*CROWD[:12]), dict.fromkeys(CROWD[:12], 5), [None]),
    "13 of whom one declined are a meeting": (
        meets(*CROWD[:12], who(CROWD[12], status="declined")), dict.fromkeys(CROWD[:12], 5), [None]),
    "a newsletter or no-reply sender is 0": (
        mail(who("News <n@x.example>", role="from", kind="list"), (ME,)), {}, ["newsletter, list or automatic mail"]),
    # How long
    "over 4 hours count 4": (meets(ANNA, minutes=600), {"Anna Ax": 240}, [None]),
    "a timed event of three days counts 4 hours": (meets(ANNA, minutes=4320), {"Anna Ax": 240}, [None]),
    "overlapping accepted events share the clock hour equally": (
        then(meets(ANNA), meets(BEN), meets(CARA)), {"Anna Ax": 20, "Ben Bo": 20, "Cara Co": 20}, [None] * 3),
    "only what overlaps is shared": (
        then(meets(ANNA), meets(BEN, at="2026-11-02 10:30")), {"Anna Ax": 45, "Ben Bo": 45}, [None] * 2),
    "what is over 4 hours shares no hour after them": (
        then(meets(ANNA, minutes=600), meets(BEN, at="2026-11-02 15:00")), {"Anna Ax": 240, "Ben Bo": 60}, [None] * 2),
    "tentative counts half": (meets(ANNA, me="tentative"), {"Anna Ax": 30}, [None]),
    "unanswered counts half": (meets(ANNA, me="unanswered"), {"Anna Ax": 30}, [None]),
    "the organiser has accepted": (meets(ANNA, me="organizer"), {"Anna Ax": 60}, [None]),
    "tentative shares no hour with the accepted": (
        then(meets(ANNA, me="tentative"), meets(BEN)), {"Anna Ax": 30, "Ben Bo": 60}, [None] * 2),
    # What happened
    "what ended before the import has happened": (meets(ANNA, at="2026-11-20 11:00"), {"Anna Ax": 60}, [None]),
    "what ended after the import has not": (meets(ANNA, at="2026-11-20 11:01"), {}, ["not yet happened"]),
    # Once
    "the same meeting in two calendars counts once": (
        two_calendars("calendar", ANNA), {"Anna Ax": 60}, [None, "also in another calendar"]),
    "the same meeting in .ics and CSV counts once": (
        two_calendars("outlook_calendar", "Anna Ax"), {"Anna Ax": 60}, [None, "also in another calendar"]),
    "a meeting that the calendar has and a log kept by hand counts once": (
        two_calendars("interaction_sheet", "Anna Ax"), {"Anna Ax": 60}, [None, "also in another calendar"]),
    # With whom
    "colleagues do not count, former ones from the day after": (colleague, {"Dana Fox": 60}, [None] * 2),
    "the private do not count": (private, {}, [None]),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_rule(world: World, rule: str) -> None:
    fill, minutes, reasons = RULES[rule]
    fill(world)
    counted = world.rows(
        "select contact.full_name, sum(contact_day.minutes) from model.contact_day inner join model.contact "
        "using (contact_id) where contact_day.minutes > 0 and not contact.is_private group by contact.full_name"
    )
    assert dict(counted) == pytest.approx(minutes)
    found = world.rows("select exclusion from model.interaction order by starts_at, occurrence_no")
    assert sorted(map(str, (reason for (reason,) in found))) == sorted(map(str, reasons))
    assert world.ask("network_summary", as_of=date(2026, 12, 31))[0]["minutes"] == pytest.approx(sum(minutes.values()))


def test_rule_seen_in_an_audience_in_copy_or_in_a_newsletter_is_no_contact(world: World) -> None:
    meet(world, *CROWD)
    mail(ME, (BEN,), (ANNA,))(world)
    mail(who("Nina News <n@x.example>", role="from", kind="list"), (ME,))(world)
    assert [row["full_name"] for row in world.ask("contacts")] == ["Ben Bo"]
    assert [row["full_name"] for row in world.ask("people_found", search="anna")] == ["Anna Ax"]


def test_rule_people_weighting_where_there_is_no_interaction(world: World) -> None:
    world.person("Dana Fox", url="dana")
    assert world.ask("network_summary")[0]["weighting"] == "people"


CALENDAR = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:one", "DTSTART:20240101T100000Z", "DTEND:20240101T103000Z",
    "RRULE:FREQ=WEEKLY", "ATTENDEE:mailto:anna@ax.example", "END:VEVENT", "END:VCALENDAR",
)  # fmt: skip


def test_rule_recurrences_are_expanded_to_180_days_past_the_import_and_count_once_they_ended(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "workspace")
    take(space, file(tmp_path, "calendar.ics", *CALENDAR, end="\r\n"), time_zone="UTC", own_keys=[])
    ((first, last, imported_at),) = rows(
        space, "select min(starts_at), max(starts_at), any_value(imported_at) from records.interaction cross join records.import"
    )
    assert first == datetime(2024, 1, 1, 10)
    assert 173 <= (last - imported_at).days < 180
    counted = f"starts_at + interval 30 minutes <= timestamp '{imported_at}'"
    assert rows(space, f"select count(*) from model.interaction where (exclusion is null) != ({counted})") == [(0,)]
