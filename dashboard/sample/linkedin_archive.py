"""Where the members of an export go: a zip with fixed times, or a folder of CSV files. Rows are streamed."""

import csv
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

Cells = Iterable[object]


class Export:
    """An export being written; ``level`` 1 to 9 compresses a zip, 0 makes a folder."""

    def __init__(self, path: Path, level: int) -> None:
        self.path = path
        self.written: list[Path] = []
        self.zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) if level else None
        if not level:
            path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def member(self, name: str) -> Iterator[TextIO]:
        """A member, open for writing text."""
        if self.zip is None:
            self.written.append(self.path / name)
            with (self.path / name).open("w", encoding="utf-8", newline="") as file:
                yield file
            return
        info = zipfile.ZipInfo(name, date_time=(2026, 11, 20, 8, 0, 0))
        info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        with (
            self.zip.open(info, "w", force_zip64=True) as raw,
            TextIOWrapper(raw, "utf-8", newline="") as file,
        ):
            yield file

    def table(self, name: str, header: Cells, rows: Iterable[Cells], preamble: str = "") -> int:
        """Write a member; returns its number of rows."""
        count = 0
        with self.member(name) as file:
            file.write(preamble)
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(list(header))
            for count, row in enumerate(rows, start=1):  # noqa: B007 - the count is the result
                writer.writerow(row)
        return count

    def close(self) -> list[Path]:
        """Finish; returns the files written."""
        if self.zip is None:
            return self.written
        self.zip.close()
        return [self.path]
