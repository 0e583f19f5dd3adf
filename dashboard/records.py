"""What every importer yields. Facts as the file states them: nothing is guessed, nothing is merged here.

Tabular importers produce the same columns by SQL (see ``queries/importers/``); parsed ones yield ``Row``s.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

CHANNELS = ("meeting", "call", "mail", "message", "invitation")
ROLES = ("from", "to", "cc", "organizer", "attendee")
STATUSES = ("accepted", "declined", "tentative", "unanswered")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row (or only one cell of it) was not taken.

    ``reason`` is a short stable phrase ("unreadable date"); ``column`` and ``value`` say where and what.
    """

    reason: str
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody named in an interaction, exactly as the file names them.

    ``kind`` is "person", or "room", "resource", "list" for what is not a person.
    """

    role: str
    name: str | None = None
    email: str | None = None
    profile_url: str | None = None
    status: str | None = None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Interaction:
    """One thing that happened (or will): for a recurring event, one occurrence.

    ``key`` identifies the occurrence within its kind and survives re-exports (UID + start of the occurrence).
    ``starts_at`` is UTC without zone. ``minutes`` is None where the file gives no duration.
    """

    key: str
    starts_at: datetime
    minutes: float | None
    channel: str
    participants: tuple[Participant, ...]
    is_all_day: bool = False
    is_cancelled: bool = False
    is_own_plan: bool = False  # a slot of the user's plan, come back in an exported calendar


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an address book lists, as it writes them. ``other_emails`` are as good as ``email``."""

    full_name: str | None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    position: str | None = None
    profile_url: str | None = None
    other_emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One source row of a parsed file: a calendar event, a mail, a card.

    ``line`` is the 1-based line where it starts; ``key`` identifies it within its kind (a ``person`` has keys of its
    own); ``content`` is the text whose change makes the row "updated" (hashed, never stored). With a ``refusal``
    there is neither person nor interaction; a ``note`` says what of the row was left out.
    """

    line: int
    key: str
    content: str
    interactions: tuple[Interaction, ...] = ()
    refusal: Refusal | None = None
    person: Person | None = None
    note: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed file: its rows, streamed, and what the file says about whose it is."""

    rows: Iterator[Row]
    series: str  # which calendar or mailbox: newer files of one series replace older; "" = told by the file's name
    own_emails: tuple[str, ...] = ()  # addresses the file itself calls the user's (a calendar's account)
    first_on: date | None = None  # the span a snapshot speaks for
    last_on: date | None = None
    is_snapshot: bool = False
    lists_people: bool = False  # an address book: its rows are persons, not interactions


@dataclass(frozen=True, slots=True)
class Context:
    """What an importer may know about the workspace."""

    time_zone: str  # IANA name; floating and all-day times are read in it
    imported_at: datetime  # UTC without zone; "happened" = it ended before this moment
    scratch: Path  # a folder for decoded copies, removed after the import
    own_emails: frozenset[str] = field(default_factory=frozenset)
    # Header of a spreadsheet -> column -> what the user said it means (dashboard/importers/column_mapping.py).
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    day_order: str = ""  # how 3/4/2026 is read where no file tells: "day first" or "month first"
