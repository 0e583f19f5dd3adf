"""Run as a script in a process of its own: the cells of a workbook as CSV files, one for each sheet.

A hostile workbook can make any reader take all memory or abort: this process dies and the dashboard lives.
Arguments: workbook, folder. The files are "0.csv", "1.csv", …: row number, then the cells. Printed, as JSON:
{"sheets": [[name, problem or ""], …]}, or {"problem": "password" | "damaged" | "memory"}.
"""

import csv
import datetime
import json
import sys
from collections.abc import Iterable
from pathlib import Path

_MEMORY = 2 << 30


def text_of(value: object) -> str:
    """A cell as text: ISO dates without a midnight, whole numbers without ".0", TRUE and FALSE."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        is_whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if is_whole else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        second = (value + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
        return second.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


def write_sheets(workbook: Path, folder: Path) -> dict[str, object]:
    """Write the files and say what is in them."""
    import python_calamine as calamine  # noqa: PLC0415 - only the process that reads a workbook needs it

    try:
        book = calamine.CalamineWorkbook.from_path(str(workbook))
    except calamine.PasswordError:
        return {"problem": "password"}
    sheets = []
    for index, name in enumerate(book.sheet_names):
        try:
            sheet = book.get_sheet_by_index(index)
            # Both begin at the first row with a cell; "iter_rows" does not, whatever it says.
            _write(sheet.to_python(), (sheet.start or (0, 0))[0] + 1, folder / f"{index}.csv")
        except (calamine.CalamineError, ValueError, IndexError) as error:
            (folder / f"{index}.csv").touch()
            sheets.append([name, str(error)[:200] or type(error).__name__])
        else:
            sheets.append([name, ""])
    return {"sheets": sheets}


def _write(rows: Iterable[Iterable[object]], first: int, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file)
        for number, row in enumerate(rows, start=first):
            cells = [text_of(cell).replace("\0", "") for cell in row]
            if any(cell.strip() for cell in cells):
                writer.writerow([number, *cells])


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Read, and print what came of it. A problem with the workbook is a result, not a failure."""
    _limit_memory()
    try:
        result = write_sheets(Path(sys.argv[1]), Path(sys.argv[2]))
    except MemoryError:
        result = {"problem": "memory"}
    except BaseException:  # a panic of the reader is no Exception
        result = {"problem": "damaged"}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
