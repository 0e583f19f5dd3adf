"""Keys under which records that may be one person meet, so that not everybody is compared with everybody."""

from dashboard.identity.addresses import full_forms, initial_forms, named_by, parts
from dashboard.identity.names import Name, names_in
from dashboard.identity.nicknames import roots
from dashboard.identity.record import Record
from dashboard.identity.spelling import consonants, sounded, squeezed


def blocks(record: Record) -> dict[str, bool]:
    """The record's keys, each with whether it asks: two records are compared if they share a key and one of them asks.

    Everybody's initial and family name answers; only who is known by an initial asks for it.
    """
    names = [name for text in record.names for name in names_in(text)]
    is_named = bool(names)
    if not is_named:
        names = [name for email in record.emails for name in named_by(email)]
    asks, answers = set(), set()
    if record.phone:
        asks.add(f"p {record.phone}")
    houses = record.companies | record.called | record.domains
    for name in names:
        asks |= _asked(name)
        answers |= _answered(name)
        ends = {f"e {house} {sound}" for house in houses for sound in (name.sounds[0], name.sounds[-1])}
        if len(name.words) == 1:
            asks |= ends
        else:  # where a name has too many bearers, those at one employer still meet
            asks |= {f"h {house} {name.sounds[-1]} {name.sounds[0]}" for house in record.companies | record.domains}
        answers |= ends
    for email in record.emails:
        local = parts(email)
        joined = squeezed("".join(map(sounded, local)))
        if len(joined) >= 5:
            asks |= {f"l {joined}", f"l {''.join(local)}"}
        if local and not is_named:
            asks |= {f"e {house} {sounded(local[0])}" for house in houses}
    return dict.fromkeys(answers, False) | dict.fromkeys(asks, True)


def _asked(name: Name) -> set[str]:
    first, last = name.sounds[0], name.sounds[-1]
    keys = {"a " + "".join(sorted("".join(name.words))), "a " + "".join(sorted(name.run))}
    if len(name.words) == 1:
        return keys
    if len(name.words[0]) == 2 and name.words[0] == consonants(name.words[0]):
        keys |= {f"i {last} {name.words[0][0]}"}  # JB
    if len(name.words[0]) == 1:
        return keys | {f"i {last} {name.words[0]}"}
    if len(name.words[-1]) == 1:
        return keys | {f"i {first} {name.words[-1]}"}
    keys |= {f"n {last} {root}" for root in roots(name.words[0])} | {f"n {last} {first}"}
    return keys | {f"k {consonants(last)} {first}", f"c {last} {consonants(first)}"}


def _answered(name: Name) -> set[str]:
    first, last = name.sounds[0], name.sounds[-1]
    if len(name.words) == 1:
        return set()
    keys = {f"l {form}" for form in full_forms(name) | initial_forms(name)} | {f"l {first + last[0]}"}
    keys |= {f"i {last} {root[0]}" for root in roots(name.words[0])} | {f"i {first} {last[0]}"}
    keys |= {f"n {first} {root}" for root in roots(name.words[-1])} | {f"n {first} {last}"}
    middle = name.sounds[1:-1]
    return keys | {f"n {part} {first}" for part in middle} | {f"n {last} {part}" for part in middle}
