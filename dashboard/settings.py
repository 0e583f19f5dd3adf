"""The machine's settings: where the workspace lives, where the SQL lies, how much memory DuckDB may take."""

import os
from pathlib import Path

from platformdirs import user_data_path

MEMORY_LIMIT = "520MB"     # the largest import runs in 400: with Python beside it, all stays well under 1 GB
DUCKDB: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": MEMORY_LIMIT,
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
LEASE_SECONDS = 5.0
UPLOAD_MEGABYTES = 200


def workspace_folder(chosen: Path | None = None) -> Path:
    """The workspace's folder: the one chosen, else HORIZONS_HOME, else the platform's user data directory."""
    if chosen is not None:
        return chosen.expanduser().resolve()
    if home := os.environ.get("HORIZONS_HOME"):
        return Path(home).expanduser().resolve()
    return user_data_path("networking-horizons", appauthor=False)


def queries_folder() -> Path:
    """The folder of the SQL files: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "queries"
    return installed if installed.is_dir() else package.parent / "queries"
