"""What LinkedIn's own files have in common: fixed English column names, in any order."""

from collections.abc import Mapping

from dashboard.importers.columns import word


def named(header: tuple[str, ...], columns: Mapping[str, str]) -> dict[str, str | None]:
    """Field -> the column of that name as this file writes it; None where the file has none."""
    written = {word(name): name for name in reversed(header)}
    return {field: written.get(word(column)) for field, column in columns.items()}
