"""The calendar, read back with icalendar and dateutil: the story it must tell, computed from the file."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from dashboard.sample import write_sample
from dashboard.sample.world import DORMANT, EMPLOYER, NEVER_MET, Person, make_world

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Minutes:
    person: Person
    on: date
    minutes: float


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> tuple[Calendar, dict]:
    folder = tmp_path_factory.mktemp("calendar")
    write_sample(folder)
    counts = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["work-calendar.ics"]
    return Calendar.from_ical((folder / "work-calendar.ics").read_bytes()), counts


@pytest.fixture(scope="module")
def minutes(calendar: tuple[Calendar, dict]) -> list[Minutes]:
    """Past minutes with people outside the user's company: split among all, half if unanswered."""
    world = make_world(800, 7, TODAY)
    by_address = {address: p for p in world.people for address in (p.address, p.former_address) if address}
    found = []
    for event in sound(calendar[0]):
        others = [a for a in attendees(event) if kind(a) == "INDIVIDUAL" and mail(a) not in world.user.emails]
        mine = next((a.params["PARTSTAT"] for a in attendees(event) if mail(a) in world.user.emails), "")
        counts = {"ACCEPTED": 1.0, "TENTATIVE": 0.5, "NEEDS-ACTION": 0.5}.get(mine, 0.0)
        if not counts or is_all_day(event) or event["STATUS"] == "CANCELLED" or not 0 < len(others) <= 12:
            continue
        for day in days(event):
            for person in (by_address.get(mail(a)) for a in others):
                if person and person.employer != EMPLOYER and day < TODAY:
                    found.append(Minutes(person, day, counts * length(event) / len(others)))
    return found


def sound(calendar: Calendar) -> list[Event]:
    return [e for e in calendar.walk("VEVENT") if not str(e["UID"]).startswith("broken")]


def attendees(event: Event) -> list:
    found = event.get("ATTENDEE", [])
    return found if isinstance(found, list) else [found]


def mail(attendee: str) -> str:
    return str(attendee).removeprefix("mailto:")


def kind(attendee: object) -> str:
    return attendee.params["CUTYPE"]  # type: ignore[attr-defined]


def is_all_day(event: Event) -> bool:
    return not isinstance(event["DTSTART"].dt, datetime)


def length(event: Event) -> float:
    if "DURATION" in event:
        return event["DURATION"].dt.total_seconds() / 60
    return (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() / 60


def days(event: Event) -> Iterator[date]:
    """The days it falls on. Exceptions are not looked at: only a series with a colleague has any."""
    starts = event["DTSTART"].dt
    if "RRULE" in event:
        yield from (at.date() for at in rrulestr(event["RRULE"].to_ical().decode(), dtstart=starts))
    else:
        yield starts if is_all_day(event) else starts.date()


def test_it_is_a_google_calendar_of_the_users(calendar: tuple[Calendar, dict]) -> None:
    assert str(calendar[0]["X-WR-CALNAME"]) == "alex.morgan@kestrelcloud.example"
    assert {str(z["TZID"]) for z in calendar[0].walk("VTIMEZONE")} == {"Europe/Berlin", "America/New_York"}


def test_lines_are_folded_at_75_octets(tmp_path: Path) -> None:
    write_sample(tmp_path, contacts=60, messages=0, events=150)
    lines = (tmp_path / "work-calendar.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert not any(b"\n" in line for line in lines)


def test_events_are_counted_as_stated(calendar: tuple[Calendar, dict]) -> None:
    events, counts = calendar[0].walk("VEVENT"), calendar[1]
    assert len(events) == counts["events"]
    assert sum("RRULE" in e for e in sound(calendar[0])) == counts["series"]
    broken = [e for e in events if str(e["UID"]).startswith("broken")]
    assert len(broken) == sum(counts["refused"].values()) + 1      # of the repeated pair, one may be taken
    assert {"no start", "broken recurrence rule", "ends before it starts"} <= counts["refused"].keys()
    assert sum("DTSTART" not in e for e in events) == counts["refused"]["no start"]


def test_it_holds_what_calendars_hold(calendar: tuple[Calendar, dict]) -> None:
    events = sound(calendar[0])
    people = [a for e in events for a in attendees(e)]
    assert sum(is_all_day(e) for e in events) >= 30
    assert sum(e["STATUS"] == "CANCELLED" for e in events) >= 20
    assert sum(len(attendees(e)) > 13 for e in events) >= 40
    assert sum(not attendees(e) for e in events) >= 30
    assert Counter(kind(a) for a in people).keys() == {"INDIVIDUAL", "RESOURCE", "ROOM", "GROUP"}
    mine = Counter(a.params["PARTSTAT"] for a in people if mail(a) == "alex.morgan@kestrelcloud.example")
    assert min(mine[s] for s in ("ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION")) >= 10
    assert any("EXDATE" in e for e in events)
    assert sum("RECURRENCE-ID" in e for e in events) == 6
    info = {a.params.get("CN") for a in people if mail(a) == "info@helios.example"}
    assert info == {"Helios Reception", "Appointments"}


def test_three_in_ten_contacts_have_no_name_in_the_calendar(calendar: tuple[Calendar, dict]) -> None:
    """Missing, or the address in its place."""
    world = make_world(800, 7, TODAY)
    addresses = {p.address for p in world.people if not p.is_colleague}
    guests = [a for e in sound(calendar[0]) for a in attendees(e) if mail(a) in addresses]
    names = {mail(a): a.params.get("CN") for a in guests}
    nameless = [address for address, name in names.items() if not name or "@" in name]
    assert 0.2 < len(nameless) / len(names) < 0.4
    assert {bool(names[address]) for address in nameless} == {True, False}


def test_about_2500_past_occurrences_with_other_people(calendar: tuple[Calendar, dict]) -> None:
    with_others = [event for event in sound(calendar[0]) if len(attendees(event)) > 1]
    assert 2300 <= sum(day < TODAY for event in with_others for day in days(event)) <= 2900


def test_the_home_share_falls_steadily_from_72_to_55_percent(minutes: list[Minutes]) -> None:
    by_year: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for m in minutes:
        year = by_year[(TODAY - m.on).days // 365]
        year[m.person.employer.industry == "SFT"] += m.minutes
    last, middle, first = (by_year[year][1] / sum(by_year[year]) for year in (0, 1, 2))
    assert first == pytest.approx(0.72, abs=0.04)
    assert middle == pytest.approx(0.635, abs=0.04)
    assert last == pytest.approx(0.55, abs=0.04)


def test_the_industry_of_nearly_all_external_time_is_in_the_employer_table(minutes: list[Minutes]) -> None:
    known = sum(m.minutes for m in minutes if m.person.employer.is_known)
    assert 0.8 <= known / sum(m.minutes for m in minutes) < 1


def test_a_dozen_people_hold_a_third_of_the_time(minutes: list[Minutes]) -> None:
    by_person: Counter[int] = Counter()
    for m in minutes:
        by_person[m.person.number] += m.minutes  # type: ignore[assignment]
    top = sum(minutes for _, minutes in by_person.most_common(12))
    assert len(by_person) > 120
    assert 0.28 < top / by_person.total() < 0.42


def test_industries_never_met_and_dormant(minutes: list[Minutes]) -> None:
    last = {}
    for m in minutes:
        industry = m.person.employer.industry
        last[industry] = max(last.get(industry, date.min), m.on)
    assert not NEVER_MET & last.keys()
    assert last.keys() >= DORMANT
    assert all((TODAY - last[industry]).days > 730 for industry in DORMANT)
