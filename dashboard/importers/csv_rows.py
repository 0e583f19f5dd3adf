"""Lines of text to rows of cells, without ever losing a row to a stray quote.

A quote that is opened and never closed swallows the rows up to the next quoted cell. Python's parser notices
in its strict mode; the row with the quote is then taken alone and reading goes on at the next line.
"""

import csv
from collections.abc import Iterator

# Larger than any cell; the default of 131,072 characters refuses long messages.
csv.field_size_limit(2**31 - 1)


class OpenQuoteError(Exception):
    """The text ends inside a quoted cell; the argument is the first line of that row."""


class _Tape:
    """Lines that can be put back: those taken since the last full row are kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._returned: list[str] = []
        self.taken: list[str] = []

    def __iter__(self) -> "_Tape":
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else next(self._lines)
        self.taken.append(line)
        return line

    def put_back_all_but_first(self) -> str:
        """Forget the first line taken and offer the others again."""
        first, *rest = self.taken
        self._returned.extend(reversed(rest))
        return first


def rows(lines: Iterator[str], delimiter: str, is_spaced: bool = False) -> Iterator[list[str] | str]:
    """One item for each row: its cells ([] for a blank line), or its text where a stray quote spoils it.

    ``is_spaced``: a space after each delimiter belongs to no cell.
    Raises OpenQuoteError, with what was read so far already given out, if the text ends inside a quoted cell.
    """
    tape = _Tape(lines)
    reader = csv.reader(tape, delimiter=delimiter, skipinitialspace=is_spaced, strict=True)
    while True:
        tape.taken.clear()
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error):
                raise OpenQuoteError(tape.taken[0]) from None
            first = tape.put_back_all_but_first()
            reader = csv.reader(tape, delimiter=delimiter, skipinitialspace=is_spaced, strict=True)
            yield _alone(first, delimiter, is_spaced)


def _alone(line: str, delimiter: str, is_spaced: bool) -> list[str] | str:
    text = line.rstrip("\r\n") + "\n"
    cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=is_spaced), [])
    is_open = bool(cells) and cells[-1].endswith("\n")
    return line.rstrip("\r\n") if is_open else cells
