"""What becomes of each row below a header: taken, cleaned, or refused with a reason. No row goes missing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dashboard.records import Refusal

_TOTAL = re.compile(
    r"(?:grand |sub)?totals?|sum|summe|gesamt(?:summe)?|zwischensumme|somme|sous-total|suma|soma|somma"
    r"|totale|totaal|som",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)[-+(]?[€$£]?\s?\d[\d.,' \u00a0\u202f:]*\s?(?:%|h|min|€|\$|£)?\)?")
# What no keyboard writes: a bell or a form feed in a name is damage, and tells one name from another to no eye.
CONTROL = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\r")
_NO_CONTROL = dict.fromkeys(CONTROL)


def judged(
    rows: Iterable[tuple[int, list[str] | str]], header: Sequence[str]
) -> Iterator[tuple[int, list[str] | Refusal]]:
    """Every row that is not blank: its cells, or why it is not taken."""
    totals: list[tuple[int, list[str]]] = []
    for number, row in rows:
        if is_blank(row, len(header)):
            continue
        why = refusal(row, header)
        if why or isinstance(row, str):
            yield number, why or Refusal("stray quote")
        elif _is_total(row):
            totals.append((number, row))
        else:
            # "Total" is a company too, and "Sum" a name: only what ends the table is a totals row.
            if totals and sum(bool(cell.strip()) for cell in row) > 1:
                yield from totals
                totals.clear()
            yield number, row
    for number, row in totals:
        yield number, Refusal("totals row", None, ",".join(row)[:80])


def refusal(row: list[str] | str, header: Sequence[str]) -> Refusal | None:
    """Why a row is not taken, or None."""
    if isinstance(row, str):
        return Refusal("stray quote", None, row[:80])
    if any(cell.strip() for cell in row[len(header) :]):
        return Refusal("more cells than columns", None, ",".join(row)[:80])
    return Refusal("header row repeated") if row == list(header) else None


def _is_total(row: Sequence[str]) -> bool:
    """ "Total" or the like in the first cell that is not blank, and nothing but amounts after it."""
    texts = (text for cell in row if (text := cell.strip()))
    # Told by its first cell: the others of a hundred thousand rows need no look.
    return bool(_TOTAL.fullmatch(next(texts, "").rstrip(" :"))) and all(
        _NUMERIC.fullmatch(text) and not re.search(r"\d{7}", text) for text in texts
    )


def clean(row: Sequence[str], width: int) -> tuple[str, ...]:
    """The row's cells, ``width`` of them. Line breaks in them become LF: DuckDB stumbles over mixed ones."""
    cells = [_clean_cell(cell) if cell[:1] == "'" or not cell.isprintable() else cell for cell in row[:width]]
    return (*cells, *[""] * (width - len(cells)))


def _clean_cell(cell: str) -> str:
    bare = cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r") else cell
    return bare.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_CONTROL)


def is_blank(row: list[str] | str, width: int) -> bool:
    """A blank line, which has a number and is no row; one of delimiters only is a row."""
    return not row or (width > 1 and len(row) == 1 and not row[0].strip())
