"""What an import changed in the headline, written down at that moment: no later file can tell it."""

from collections.abc import Sequence

import duckdb

from dashboard.questions import Frame, ask

# Column of ``network_summary`` -> column of ``records.import_effect``, without its _before or _after.
MEASURES = {
    "weighting": "weighting",
    "contacts": "contacts",
    "known_share": "known_share",
    "home_industry": "home_industry",
    "home_share": "home_share",
    "effective_industries_corrected": "effective",
}


def headline(con: duckdb.DuckDBPyConnection) -> Frame:
    """The headline as it stands: one row of ``network_summary`` at its defaults."""
    return ask(con, "network_summary")


def record_effect(con: duckdb.DuckDBPyConnection, import_ids: Sequence[int], before: Frame, after: Frame) -> None:
    """Write down the headline before and after for each of the imports that were made together."""
    told = {
        f"{to}_{side}": _plain(frame, name) for name, to in MEASURES.items() for side, frame in _sides(before, after)
    }
    columns = ["import_id", "imports_together", *told]
    con.executemany(
        f"insert into records.import_effect ({', '.join(columns)}) values ({', '.join('?' * len(columns))})",
        [[import_id, len(import_ids), *told.values()] for import_id in import_ids],
    )


def _sides(before: Frame, after: Frame) -> tuple[tuple[str, Frame], tuple[str, Frame]]:
    return ("before", before), ("after", after)


def _plain(frame: Frame, name: str) -> object:
    """The one value of a column; what is not known is None, which a frame says as NaN."""
    return frame[name].astype(object).where(frame[name].notna(), None).iloc[0]
