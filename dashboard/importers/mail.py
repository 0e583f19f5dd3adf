"""Mail: an mbox of any size, or single mails (.eml, .emlx). One row per mail; only headers are read, no subject is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from dashboard.errors import FileRefused
from dashboard.importers.calendar_people import address
from dashboard.importers.calendar_text import first_line
from dashboard.importers.mail_people import is_bulk, labels, participants
from dashboard.importers.mail_text import Headers, begins_mail, begins_mbox, mails
from dashboard.records import Context, Interaction, Parsed, Refusal, Row

KIND = "mail"
TITLE = "Mail"
HELP = (
    "Gmail: takeout.google.com, deselect all, Mail; drop the zip or the .mbox in it. Apple Mail: Mailbox, Export Mailbox. "
    "Thunderbird: the mailbox files in its profile folder, or the add-on ImportExportTools. Single .eml files, or a zip of "
    "them, work too. Only who wrote to whom, and when, is read."
)

PEEK = 1000  # mails looked at to see whose mailbox it is
OLDEST = datetime(1971, 1, 1)  # earlier is no date but a clock that was not set
SUFFIXES = (".eml", ".emlx")
ENDINGS = (".mbox", *SUFFIXES)
_DRAFTS = frozenset(
    ("draft", "drafts", "entwürfe", "entwurf", "brouillons", "borradores", "rascunhos", "bozze", "concepten")
)


def recognises_head(name: str, head: bytes) -> bool:
    """By an envelope line or by headers that only a mail has."""
    return begins_mbox(head) or begins_mail(head)


def read(path: Path, context: Context) -> Parsed:
    """Every mail of the file. FileRefused if it begins like no mail."""
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if not begins_mbox(head) and not begins_mail(head):
        raise FileRefused(
            f"{path.name} is no mailbox: it begins with “{first_line(path)}”.",
            "Choose the .mbox or .eml files that your mail program exports.",
        )
    return parsed(mails(path))


def parsed(found: Iterable[Headers]) -> Parsed:
    """The rows of these mails; whose mailbox it is says the address they were delivered to."""
    waiting = iter(found)
    first = list(islice(waiting, PEEK))
    own = _delivered_to(first)
    return Parsed(
        rows=_rows(chain(first, waiting)), series=f"mail:{own}" if own else "", own_emails=(own,) if own else ()
    )


def _rows(found: Iterable[Headers]) -> Iterator[Row]:
    for headers in found:
        people = participants(headers)
        starts_at = sent_at(headers)
        key = _key(headers)
        refusal = _refusal(headers, starts_at)
        interactions: tuple[Interaction, ...] = ()
        if refusal is None and starts_at is not None:
            interactions = (Interaction(key, starts_at, None, "mail", people),)
        content = "|".join(f"{p.role} {p.email or p.name} {p.kind}" for p in people)
        yield Row(headers.line, key, f"{starts_at}|{content}", interactions, refusal)


def sent_at(headers: Headers) -> datetime | None:
    """When it was sent, in UTC without zone: its date, else when it arrived, else what the envelope says."""
    arrived = (value.rpartition(";")[2] for value in headers.all("received"))
    envelope = headers.envelope.partition(" ")[2].partition(" ")[2]
    written = (*headers.all("date"), *headers.all("delivery-date"), *arrived, envelope)
    return next((moment for text in written if (moment := _moment(text)) is not None), None)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        moment = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment >= OLDEST else None


def _key(headers: Headers) -> str:
    """The Message-ID, else a hash of what tells a mail from another."""
    stated = headers.first("message-id").strip("<> \t")
    if stated:
        return f"id {stated}"
    told = [
        headers.envelope,
        *(value for name in ("date", "from", "to", "cc", "subject") for value in headers.all(name)),
    ]
    return "hash " + sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _refusal(headers: Headers, starts_at: datetime | None) -> Refusal | None:
    if not headers.fields:
        return Refusal("no headers")
    if labels(headers) & _DRAFTS:
        return Refusal("draft, never sent", "X-Gmail-Labels")
    if headers.first("x-unsent") == "1" or headers.all("x-mozilla-draft-info"):  # Outlook's .eml, Thunderbird's folder
        return Refusal("draft, never sent")
    if not headers.first("from"):
        return Refusal("no sender", "From")
    return Refusal("unreadable date", "Date", headers.first("date")[:80] or None) if starts_at is None else None


def _delivered_to(found: list[Headers]) -> str | None:
    """The address to which more than half of those mails were delivered that say it; a list has addresses of its own."""
    stated = [
        email for h in found if not is_bulk(h) for value in h.all("delivered-to")[:1] if (email := address(value))
    ]
    (most, count), *_ = Counter(stated).most_common(1) or [("", 0)]
    return most if count * 2 > len(stated) else None
