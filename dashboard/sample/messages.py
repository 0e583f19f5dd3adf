"""messages.csv, streamed, newest threads first: a million rows take no more memory than ten."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from random import Random

from dashboard.sample.bonds import DAYS, Bond, Chooser
from dashboard.sample.world import DORMANT, HOME, HOSTILE, NEVER_MET, PROFILE_ROOT, Person, World

HEADER = (
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS",
    "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT",
)  # fmt: skip
_TAIL = ("INBOX", "No", "No")  # folder, neither draft
_SENT_MINUTES, _RECEIVED_MINUTES = 3, 1
_SENTENCES = (
    "Good to hear from you, and sorry for the slow reply.", "Are you in town next week?",
    'He called it "the quiet migration", which made me laugh.', "I will send the slides tonight.",
    "The new team is settling in well; two more people start in May.", "Shall we say Thursday at ten?",
    "Thanks again for the introduction, it went very well.", "We are hiring a platform lead, by the way.",
    "How did the conference talk go, and did anybody record it?",
    "Happy to compare notes on incident reviews.",
    "Our board meets on the 14th, so any day after that is fine.", "Let me know what works for you.",
    "I read your piece on small teams: sharp, and kind, which is rare.", "Coffee is on me this time.",
    'My daughter asked: "What do you do all day?" I had no good answer.', "Congratulations on the new role!",
    "Könnten wir das auf nächsten Monat schieben?", "C'est noté, merci beaucoup.",
    "Best wishes to the whole team.",
)  # fmt: skip
_SPAM = (
    ("Brightest Leads", "Grow your pipeline 10x", "Quick question about your lead generation, Alex."),
    (
        "Velvet Crypto",
        "Exclusive allocation for engineering leaders",
        "Only 3 seats left in our private round.",
    ),
    ("Summit Webinars", "You are invited", "Join 4,000 leaders. Reply YES to reserve, it is free!"),
)


@dataclass(slots=True)
class Tally:
    """What was written, filled while the rows go by."""

    rows: int = 0
    drafts: int = 0
    with_subject: int = 0
    group_rows: int = 0
    threads: int = 0


def message_rows(world: World, bonds: tuple[Bond, ...], wanted: int, tally: Tally) -> Iterator[tuple[str, ...]]:
    """Exactly ``wanted`` rows, the oddities first; ``tally`` counts them as they go by."""
    last = ""
    for row in _Threads(world, bonds).rows(wanted):
        tally.rows += 1
        tally.threads += row[0] != last
        tally.drafts += row[10] == "TRUE"
        tally.with_subject += bool(row[7])
        tally.group_rows += "," in row[5]
        last = row[0]
        yield row


class _Threads:
    """Makes the threads, day by day backwards."""

    def __init__(self, world: World, bonds: tuple[Bond, ...]) -> None:
        self.world = world
        self.rng = Random(f"{world.seed}-messages")  # noqa: S311
        self.chooser = Chooser(world, bonds, self.rng)
        silent = NEVER_MET | DORMANT
        others = [p for p in world.people if p.employer.industry not in silent and not p.is_colleague]
        self.casual = {side: [p for p in others if (p.employer.industry == HOME) == side] for side in (True, False)}
        self.bodies = [self._body() for _ in range(4000)]
        self.numbers = 0

    def rows(self, wanted: int) -> Iterator[tuple[str, ...]]:
        odd = [*self._odd()][: max(0, wanted)]
        yield from odd
        left = wanted - len(odd)
        start = datetime.combine(self.world.today, time(9)) - timedelta(days=1)
        while left > 0:
            share = left / max(1, wanted)
            day = start - timedelta(days=int((1 - share) * DAYS), seconds=self.rng.randrange(36_000))
            size = min(left, 1 + int(self.rng.expovariate(0.18)))
            yield from self._thread(self._partner(day.date()), day, size)
            left -= size

    def _thread(self, partner: Person, newest: datetime, size: int) -> Iterator[tuple[str, ...]]:
        """Newest first. One thread in forty is a group of three to five."""
        rng, me = self.rng, self.world.user
        group = rng.sample(self.casual[True], rng.randrange(2, 5)) if rng.random() < 0.025 else []
        circle = [partner, *(p for p in group if p != partner)]
        title = "Reunion planning" if len(circle) > 1 else ""
        thread, mine = self._number(), rng.random() < 0.5
        names, urls = [me.name, *(p.shown for p in circle)], [me.url, *(p.url for p in circle)]
        at = newest
        for _ in range(size):
            sender = 0 if mine else 1 + int(rng.random() * len(circle))
            to = ",".join(names[:sender] + names[sender + 1 :])
            to_urls = ",".join(urls[:sender] + urls[sender + 1 :])
            body = self.bodies[int(rng.random() * len(self.bodies))]
            yield (thread, title, names[sender], urls[sender], to, to_urls, f"{at} UTC", "", body, *_TAIL)
            self._credit(circle, mine, at.date())
            at -= timedelta(seconds=int(rng.random() * 40_000) + 60)
            mine = rng.random() < (0.35 if mine else 0.65)

    def _credit(self, circle: list[Person], mine: bool, day: date) -> None:
        minutes = _SENT_MINUTES if mine else _RECEIVED_MINUTES
        for person in circle:
            self.chooser.credit(person, minutes / len(circle), day)

    def _partner(self, day: date) -> Person:
        """Two threads in three are with people the user also meets; nobody before the connection was made."""
        if self.rng.random() < 0.66:
            return self.chooser.pick(day)
        side = self.casual[self.chooser.excess < 0]
        for _ in range(8):
            person = side[int(self.rng.random() * len(side))]
            if person.connected_on <= day:
                return person
        return self.chooser.pick(day)

    def _odd(self) -> Iterator[tuple[str, ...]]:
        """A draft, advertising with a subject line, and a thread with each hostile name."""
        me, newest = self.world.user, datetime.combine(self.world.today, time(8)) - timedelta(days=2)
        friend = self.chooser.pick(newest.date())
        to = (me.name, me.url, friend.shown, friend.url, f"{newest} UTC")
        yield (self._number(), "", *to, "", "Half a thought, never sent", "INBOX", "TRUE", "No")
        for n, (sender, subject, text) in enumerate(_SPAM * 3):
            at = newest - timedelta(days=3 + 40 * n)
            url = f"{PROFILE_ROOT}{sender.lower().replace(' ', '-')}-sample-ad-{n}"
            head = (self._number(), subject, sender, url, me.name, me.url, f"{at} UTC")
            yield (*head, subject, f"<p>{text}</p>", ("INBOX", "SPAM")[n % 2], "No", "No")
        for person in self.world.people:
            if (person.given, person.family) in HOSTILE:
                yield from self._thread(person, newest - timedelta(days=9), 2)

    def _body(self) -> str:
        parts = [self.rng.choice(_SENTENCES)]
        while sum(map(len, parts)) < 60 or (sum(map(len, parts)) < 130 and self.rng.random() < 0.55):
            parts.append(self.rng.choice([s for s in _SENTENCES if s not in parts]))
        return ("\n" if self.rng.random() < 0.15 else " ").join(parts)[:200]

    def _number(self) -> str:
        """A conversation id: it looks like LinkedIn's and is a hash of nothing."""
        self.numbers += 1
        return "2-" + sha256(f"{self.world.seed}-{self.numbers}".encode()).hexdigest()[:40] + "=="
