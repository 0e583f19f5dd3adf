"""The importers: one module per format, found by being there.

A module states

    KIND    str    stable name of what it reads, e.g. "linkedin_connections"
    TITLE   str    what people call it, e.g. "LinkedIn connections"
    HELP    str    where the user clicks to get that file (one or two sentences, shown on the Import page)

and one of two bodies.

*Tabular* (CSV, XLSX; the sheet was decoded and its header found by ``tabular.read_sheet``):

    recognises(name: str, header: tuple[str, ...]) -> bool
    fields(sheet: Sheet) -> Mapping[str, str | None]     field -> column as written in the file, None = absent
    SELECT  str    file in queries/importers/: one SELECT from the staged fields to record columns
    SERIES  str    "" or a fixed series name; "" = by file name
    DAYS    tuple  fields with days such as 3/4/2026, if any: SELECT finds in ``is_day_first`` how they are read

*Parsed* (calendar, vCard, mail):

    recognises_head(name: str, head: bytes) -> bool
    ENDINGS  tuple  endings of names by which a file is its own that nothing recognises: it says what is wrong with it
    read(path: Path, context: Context) -> Parsed
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from dashboard.errors import FileRefused


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every importer, by KIND. A module of this package without KIND is plumbing, not an importer."""
    found = [import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    return tuple(sorted((m for m in found if isinstance(getattr(m, "KIND", None), str)), key=lambda m: m.KIND))


def by_kind(kind: str) -> ModuleType:
    """The importer of that kind."""
    return next(m for m in modules() if kind == m.KIND)


def claim_table(name: str, header: tuple[str, ...]) -> ModuleType | None:
    """The one tabular importer that recognises the header; FileRefused if two do; None if none does."""
    return _only(name, [m for m in modules() if hasattr(m, "recognises") and m.recognises(name, header)])


def claim_bytes(name: str, head: bytes) -> ModuleType | None:
    """The one parsed importer that recognises the first bytes, else the name; FileRefused if two do; None if none does."""
    parsed = [m for m in modules() if hasattr(m, "recognises_head")]
    found = [m for m in parsed if m.recognises_head(name, head)]
    return _only(name, found or [m for m in parsed if name.lower().endswith(m.ENDINGS)])


def _only(name: str, claimants: list[ModuleType]) -> ModuleType | None:
    if len(claimants) > 1:
        titles = " and ".join(m.TITLE for m in claimants)
        raise FileRefused(f"{name} could be {titles}.", "Rename its columns so that only one fits.")
    return claimants[0] if claimants else None
