"""The only room that writes to DuckDB: lease, migrate, load, rebuild, decide."""

from dashboard.warehouse.decide import decide
from dashboard.warehouse.intake import FileReport, ImportReport, import_files, preview_files, undo_import
from dashboard.warehouse.lease import Workspace, data_version
from dashboard.warehouse.source import SourceFile

__all__ = [
    "FileReport",
    "ImportReport",
    "SourceFile",
    "Workspace",
    "data_version",
    "decide",
    "import_files",
    "preview_files",
    "undo_import",
]
