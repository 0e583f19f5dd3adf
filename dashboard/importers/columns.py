"""Which column is which: by its name in seven languages, else by what its cells look like.

The vocabulary is ``data/columns.tsv``; LinkedIn's own headers are in ``data/linkedin_files.tsv``. Names are
compared as ``word`` makes them: "E-mail 1 - Value", "E.mail.1...Value" and "email1value" are one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from dashboard.importers import looks

Sample = Sequence[Sequence[str]]

_DATA = Path(__file__).with_name("data")
# A column goes to one field only; the fields whose names are the least ambiguous choose first.
_ORDER = (
    "first_name", "last_name", "middle_name", "email", "company", "industry", "connected_on", "hours",
    "minutes", "phone", "profile_url", "position", "date", "channel", "full_name", "person",
)  # fmt: skip
FIELDS = frozenset(_ORDER)

# Alone, each of these is a whole name; beside a first-name column it is the family name, and the reverse.
_ANY_NAME = frozenset(("name", "nom", "nombre", "nome", "naam"))
# "Title" is a job in one file and "Mr." in the next: the cells decide.
_TITLES = frozenset(("title", "titel", "titre", "titulo", "titolo"))
_SALUTATIONS = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "profdr", "sir", "madam", "rev", "phd",
        "herr", "frau", "fraulein", "hr", "fr", "drmed", "dring", "diplying",
        "m", "mme", "mlle", "monsieur", "madame", "mademoiselle", "me",
        "sr", "sra", "srta", "don", "dona", "senor", "senora",
        "sig", "sigra", "sigrina", "signor", "signora", "dott", "dottssa", "dottoressa", "avv", "ing",
        "dhr", "mevr", "mevrouw", "meneer", "heer", "drs", "ir",
    )
)  # fmt: skip
# Names under which people also keep other pages than a profile.
_ANY_LINK = frozenset(("url", "profile", "profil", "perfil", "profilo", "profiel", "profilelink", "profillink"))


@lru_cache(maxsize=4096)
def word(name: str) -> str:
    """A column name as names are compared: no case, no accents, letters and digits only."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in bare if c.isalnum())


def recognise(header: Sequence[str], sample: Sample) -> Mapping[str, str]:
    """Field -> column as written in ``header``; a field that no column answers to is absent.

    First and last name change places where the cells leave no doubt that they are swapped; ``notes`` says so.
    """
    found = _by_content(header, sample, _by_name(header, sample))
    if _is_swapped(header, sample, found):
        found["first_name"], found["last_name"] = found["last_name"], found["first_name"]
    return found


def notes(header: Sequence[str], sample: Sample) -> tuple[str, ...]:
    """What a person should know about how the columns were read."""
    found = _by_name(header, sample)
    if not _is_swapped(header, sample, found):
        return ()
    first, last = found["first_name"], found["last_name"]
    return (f'columns "{first}" and "{last}" hold each other\'s names: read the other way round',)


def is_header_word(cell: str) -> bool:
    """Whether a cell is the name of a column we know, of any kind of file."""
    return len(cell) <= 60 and _known(word(cell)) is not None


def is_single_column_word(cell: str) -> bool:
    """Whether a cell can be the header of a list with one column: names, addresses, phones or links."""
    fields = ("full_name", "person", "email", "profile_url", "phone")
    return len(cell) <= 60 and any(_rank(f, word(cell)) is not None for f in fields)


def named(header: Iterable[str], field: str) -> bool:
    """Whether a column bears one of the field's names (the cells are not looked at)."""
    return any(_rank(field, word(name)) is not None for name in header)


def others_named(header: Iterable[str], field: str, taken: Iterable[str]) -> list[str]:
    """The columns beside those taken that bear one of the field's names too, as they stand. By name alone: a column
    whose cells look like addresses may hold an assistant's."""
    held = set(taken)
    return [name for name in header if name not in held and _rank(field, word(name)) is not None]


def is_linkedin_connections(header: Sequence[str]) -> bool:
    """LinkedIn's list of connections: a date of connection, or only columns of that file, spelt as there."""
    if _is_linkedin("connections", header):
        return True
    ours = {"First Name", "Last Name", "URL", "Email Address", "Company", "Position"}
    return {"First Name", "Last Name", "Position"} <= set(header) <= ours


def is_linkedin_messages(header: Sequence[str]) -> bool:
    """LinkedIn's messages.csv, or the same columns in the conversations with its assistants."""
    return _is_linkedin("messages", header)


def is_linkedin_invitations(header: Sequence[str]) -> bool:
    """LinkedIn's Invitations.csv."""
    return _is_linkedin("invitations", header)


def is_linkedin_positions(header: Sequence[str]) -> bool:
    """LinkedIn's Positions.csv: the user's own career."""
    return _is_linkedin("positions", header)


def is_linkedin_profile(header: Sequence[str]) -> bool:
    """LinkedIn's Profile.csv: the user."""
    return _is_linkedin("profile", header)


def is_linkedin_email_addresses(header: Sequence[str]) -> bool:
    """LinkedIn's Email Addresses.csv: the user's own addresses."""
    return _is_linkedin("email_addresses", header)


def is_linkedin_contacts(header: Sequence[str]) -> bool:
    """LinkedIn's Contacts.csv or ImportedContacts.csv: the address books a user uploaded."""
    return _is_linkedin("contacts", header)


def is_linkedin_recommendations(header: Sequence[str]) -> bool:
    """LinkedIn's Recommendations_Received.csv or Recommendations_Given.csv."""
    return _is_linkedin("recommendations", header)


def is_linkedin_education(header: Sequence[str]) -> bool:
    """LinkedIn's Education.csv: the user's own schools."""
    return _is_linkedin("education", header)


def is_linkedin(header: Sequence[str]) -> bool:
    """Any file of a LinkedIn export, also those that nothing reads."""
    return is_linkedin_connections(header) or any(_is_linkedin(kind, header) for kind in _linkedin_files())


def _by_name(header: Sequence[str], sample: Sample) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in _ORDER:
        ranked = []
        for index, name in enumerate(header):
            rank = _rank(field, word(name))
            if rank is not None and name not in found.values() and _fits(field, name, _cells(sample, index)):
                is_blank = bool(sample) and not _cells(sample, index)
                ranked.append((is_blank, rank, index))
        if ranked:
            found[field] = header[min(ranked)[2]]
    return _settle_name(found)


def _settle_name(found: dict[str, str]) -> dict[str, str]:
    """ "Vorname; Name" is first and last name; "Nombre; Apellidos" too."""
    if word(found.get("full_name", "")) in _ANY_NAME and ("first_name" in found) != ("last_name" in found):
        missing = "last_name" if "first_name" in found else "first_name"
        found[missing] = found.pop("full_name")
    return found


def _fits(field: str, name: str, cells: Sequence[str]) -> bool:
    """Whether the cells allow what an ambiguous column name suggests."""
    if field == "position" and word(name) in _TITLES:
        return _share(cells, lambda cell: word(cell) in _SALUTATIONS) < 0.5
    if field == "profile_url" and word(name) in _ANY_LINK:
        return not cells or _share(cells, lambda cell: "linkedin." in cell.casefold()) > 0
    return True


def _by_content(header: Sequence[str], sample: Sample, found: dict[str, str]) -> dict[str, str]:
    tests: dict[str, tuple[Callable[[str], object], int]] = {
        "email": (looks.is_email, 1),
        "profile_url": (looks.is_profile, 1),
        "phone": (looks.is_phone, 2),
        "date": (looks.is_date, 2),
    }
    for field, (test, least) in tests.items():
        if field in found:
            continue
        for index, name in enumerate(header):
            cells = _cells(sample, index)
            is_taken = name in found.values() or (least > 1 and is_header_word(name))
            if not is_taken and len(cells) >= least and _share(cells, test) >= 0.6:
                found[field] = name
                break
    return found


def _is_swapped(header: Sequence[str], sample: Sample, found: Mapping[str, str]) -> bool:
    if "first_name" not in found or "last_name" not in found:
        return False
    first, last = (_cells(sample, header.index(found[field])) for field in ("first_name", "last_name"))
    in_first, in_last = _given(first), _given(last)
    return in_last >= 3 and in_last >= 4 * in_first and in_last >= 0.3 * len(last)


def _given(cells: Sequence[str]) -> int:
    """How many cells begin with a very common given name."""
    return sum(word(re.split(r"[\s-]", cell.strip())[0]) in _given_names() for cell in cells)


def _cells(sample: Sample, index: int) -> list[str]:
    return [row[index] for row in sample if index < len(row) and row[index].strip()]


def _share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0


def _rank(field: str, name: str) -> int | None:
    """How good a name is for a field, 0 = best; None = no name of it. Any number fits a "#"."""
    ranks = _vocabulary().get(field, {})
    rank = ranks.get(name)
    return ranks.get(re.sub(r"\d+", "#", name)) if rank is None else rank


def _known(name: str) -> str | None:
    if not name:
        return None
    if name in _linkedin_words():
        return name
    return next((field for field in _vocabulary() if _rank(field, name) is not None), None)


@cache
def _vocabulary() -> dict[str, dict[str, int]]:
    """Field -> word -> rank. The field "-" has the names of columns that we know and do not use."""
    ranks: dict[str, dict[str, int]] = {}
    for field, _language, names in _table("columns.tsv", 3):
        of_field = ranks.setdefault(field, {})
        for name in names.split(";"):
            key = "#".join(word(part) for part in name.split("#"))
            of_field.setdefault(key, len(of_field))
    return ranks


@cache
def _linkedin_files() -> dict[str, list[tuple[bool, frozenset[str]]]]:
    """Kind -> alternatives of (no other columns allowed, words that must be there)."""
    files: dict[str, list[tuple[bool, frozenset[str]]]] = {}
    for kind, names in _table("linkedin_files.tsv", 2):
        words = [word(name) for name in names.split(";")]
        is_only = words[0] == "only"
        files.setdefault(kind, []).append((is_only, frozenset(words[is_only:])))
    return files


@cache
def _linkedin_words() -> frozenset[str]:
    return frozenset(w for forms in _linkedin_files().values() for _, words in forms for w in words)


def _is_linkedin(kind: str, header: Sequence[str]) -> bool:
    words = frozenset(word(name) for name in header)
    return any(need == words if is_only else need <= words for is_only, need in _linkedin_files()[kind])


@cache
def _given_names() -> frozenset[str]:
    lines = (_DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def _table(file: str, width: int) -> list[list[str]]:
    lines = (_DATA / file).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    broken = Counter(len(row) for row in rows).keys() - {width}
    if broken:
        raise ValueError(f"{file}: rows of {sorted(broken)} cells, expected {width}")
    return rows
