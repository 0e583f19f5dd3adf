"""The only room that writes to DuckDB: lease, migrate, load, rebuild, decide."""

from dashboard.warehouse.decide import decide
from dashboard.warehouse.duplicates import find_duplicates
from dashboard.warehouse.intake import import_files, undo_import
from dashboard.warehouse.keeping import DELETE_WORD, back_up, delete_everything, restore
from dashboard.warehouse.lease import Workspace, data_version
from dashboard.warehouse.limits import own_key, time_zones
from dashboard.warehouse.preview import preview_files
from dashboard.warehouse.rehearsing import assumption_effects
from dashboard.warehouse.report import FileReport, ImportReport
from dashboard.warehouse.restoring import Backup, check_backup
from dashboard.warehouse.sampling import fill_with_sample, link_all
from dashboard.warehouse.source_file import ME, SourceFile, pasted, source_at
from dashboard.warehouse.whose import find_sharer, people_meant

__all__ = [
    "DELETE_WORD",
    "ME",
    "Backup",
    "FileReport",
    "ImportReport",
    "SourceFile",
    "Workspace",
    "assumption_effects",
    "back_up",
    "check_backup",
    "data_version",
    "decide",
    "delete_everything",
    "fill_with_sample",
    "find_duplicates",
    "find_sharer",
    "import_files",
    "link_all",
    "own_key",
    "pasted",
    "people_meant",
    "preview_files",
    "restore",
    "source_at",
    "time_zones",
    "undo_import",
]
