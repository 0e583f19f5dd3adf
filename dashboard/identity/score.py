"""How probably two records are one person, and why in words. Pure: two records in, a score out."""

from dataclasses import dataclass
from math import exp

from dashboard.identity.addresses import named_by, parts, tells
from dashboard.identity.names import Name, names_in
from dashboard.identity.record import Record
from dashboard.identity.relation import NEVER, SAME_NAME, Relation, relation
from dashboard.identity.spelling import folded

VERSION = "3"
LIKELY = 0.85
POSSIBLE = 0.5


@dataclass(frozen=True, slots=True)
class Suspicion:
    """``score`` from 0 to 1: from POSSIBLE on worth a question, from LIKELY on probably one person."""

    score: float
    reasons: tuple[str, ...]


NOBODY = Suspicion(0.0, ())


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A record with its names and addresses taken apart: once, however many it is compared with."""

    record: Record
    names: tuple[Name, ...]
    locals: frozenset[tuple[str, ...]]
    own_domains: frozenset[str]
    place: tuple[object, ...]


def prepared(record: Record) -> Prepared:
    """The record, ready to be compared."""
    houses = record.companies | record.called | record.domains
    return Prepared(
        record,
        tuple(name for text in record.names for name in names_in(text)),
        frozenset(map(parts, record.emails)) - {()},
        frozenset(domain for domain in map(_domain, record.emails) if houses.intersection(domain.split("."))),
        (
            record.names,
            record.emails,
            record.profile,
            record.phone,
            record.position,
            *map(sorted, (record.companies, record.called, record.domains)),
            record.is_shared_mailbox,
            record.is_listed,
            record.namesakes,
        ),
    )


def suspicion(one: Record, other: Record) -> Suspicion:
    """Score and reasons for the two being one person; the same from either side."""
    return compared(prepared(one), prepared(other))


def compared(one: Prepared, other: Prepared) -> Suspicion:
    """The same of records that are ready."""
    if one.place == other.place:
        return Suspicion(1.0, ("everything is the same",))
    if other.place < one.place:
        one, other = other, one
    names = _names(one, other)
    if names.points <= NEVER / 2:
        return NOBODY
    points, reasons = names.points, list(names.reasons)
    for more, reason in (*_addresses(one, other, names), *_circumstances(one.record, other.record)):
        points += more
        if reason:
            reasons.append(reason)
    return Suspicion(min(0.99, 1 / (1 + exp(-points))), tuple(dict.fromkeys(reasons)))


def _names(one: Prepared, other: Prepared) -> Relation:
    """How the names relate; an address takes the place of a name that is not known."""
    if one.names and other.names:
        return max((relation(a, b) for a in one.names for b in other.names), key=_points)
    if not one.names and not other.names:
        return _bare(one.record, other.record)
    names, bare = (one.names, other.record) if one.names else (other.names, one.record)
    told = {tells(email, name) for email in bare.emails for name in names if not bare.is_shared_mailbox}
    for how, points, reason in (
        ("full", 0.8, "the address spells the name"),
        ("initial", -0.3, "the address fits the name"),
        ("given", -0.8, "the address begins like the name"),
    ):
        if how in told:
            return Relation(points, (reason,))
    return Relation(NEVER, ())


def _bare(one: Record, other: Record) -> Relation:
    """Two addresses and no name: they have to spell one."""
    pairs = [
        relation(a, b)
        for mine in one.emails
        for theirs in other.emails
        for a in named_by(mine)
        for b in named_by(theirs)
    ]
    return max(pairs, key=_points, default=Relation(NEVER, ()))


def _points(found: Relation) -> float:
    return found.points


def _addresses(one: Prepared, other: Prepared, names: Relation) -> list[tuple[float, str]]:
    """What the e-mail addresses add."""
    mine, theirs = one.record.emails, other.record.emails
    if not mine or not theirs:
        return _told_name(one, other, names)
    if not {*mine}.isdisjoint(theirs):
        return [(1.5, "same shared address")] if not names.is_renamed else []
    alike = one.locals & other.locals
    if (names.is_renamed or alike) and not one.own_domains.isdisjoint(other.own_domains):
        return [(-2.0, "two addresses at one employer")]
    if any(sum(map(len, local)) >= 6 and len(local) >= 2 for local in alike):
        # Who has that name has that address at any employer: it tells more of who is known by a short form.
        return [(0.3 if names.points > SAME_NAME / 2 else 1.2, "the same before the @")]
    return [*_told_name(one, other, names), (0.0, "other e-mail")]


def _told_name(one: Prepared, other: Prepared, names: Relation) -> list[tuple[float, str]]:
    """An address with the name that the other one bears: of somebody renamed, or known by one name only."""
    weak = names.points < 0 and one.names and other.names
    for mine, theirs in ((one, other), (other, one)) if weak else ():
        if not mine.record.is_shared_mailbox and any(
            tells(email, name) == "full" for email in mine.record.emails for name in theirs.names
        ):
            return [(3.5 if names.is_renamed else 2.6, "the address has the other's name")]
    return []


def _circumstances(one: Record, other: Record) -> list[tuple[float, str]]:
    """Employer, job, phone, profile, and how many people have the name."""
    found: list[tuple[float, str]] = []
    are_profiles = bool(one.profile and other.profile and one.profile != other.profile)
    if _is_one_employer(one, other):
        found += [(1.7, "same employer"), *_job(one, other, are_profiles)]
    elif (one.companies or one.domains) and (other.companies or other.domains):
        found.append((-0.7, "other employer"))
    if one.phone and other.phone and one.phone == other.phone:
        found.append((2.6, "same phone"))
    if are_profiles:
        found.append((-3.0, "two LinkedIn profiles"))
    most = max(one.namesakes, other.namesakes)
    if most > 2:
        found.append((-0.7, "others have that name too"))
    elif most == 2 and one.is_listed != other.is_listed:
        found.append((0.6, "nobody else has that name"))
    return found


def _is_one_employer(one: Record, other: Record) -> bool:
    return not (
        one.companies.isdisjoint(other.companies)
        and one.domains.isdisjoint(other.domains)
        and one.called.isdisjoint(other.domains)
        and one.domains.isdisjoint(other.called)
    )


def _job(one: Record, other: Record, are_profiles: bool) -> list[tuple[float, str]]:
    if not one.position or not other.position:
        return []
    if folded(one.position) == folded(other.position):
        return [(0.6, "same position")]
    return [(-0.8 if are_profiles else -0.2, "other position")]


def _domain(email: str) -> str:
    return email.partition("@")[2]
