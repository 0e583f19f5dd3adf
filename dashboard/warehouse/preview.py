"""Looking before importing: the same import, rolled back, without the files that would be refused."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from dashboard.errors import FileRefused, UserError
from dashboard.importers.day_month import DayOrder
from dashboard.records import Context
from dashboard.warehouse.decide import said_of_columns
from dashboard.warehouse.intake import Progress, import_files
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.report import ImportReport
from dashboard.warehouse.source import layouts_of, open_source, scratch_folder
from dashboard.warehouse.source_file import SourceFile


def preview_files(
    workspace: Workspace,
    sources: Sequence[SourceFile],
    progress: Progress = lambda _: None,
    time_zone: str | None = None,
    day_order: str = "",
) -> tuple[ImportReport, list[tuple[SourceFile, UserError]]]:
    """What an import would do, file by file; files that would be refused are left out and listed with the reason.

    ``time_zone`` and ``day_order`` as in ``import_files``. Nothing is written.
    """
    good: list[SourceFile] = []
    refused: list[tuple[SourceFile, UserError]] = []
    orders: dict[SourceFile, list[DayOrder]] = {}
    report = ImportReport([], [])
    with scratch_folder() as scratch:
        with workspace.reading() as con:
            mappings = said_of_columns(con)
        context = Context("UTC", datetime.now(UTC).replace(tzinfo=None), scratch, mappings=mappings, day_order=day_order)
        for source in sources:
            try:
                orders[source] = open_source(source, context).orders
                good.append(source)
            except UserError as error:
                refused.append((source, error))
        while good and not report.files:
            try:
                report = import_files(workspace, good, progress=progress, keep=False, time_zone=time_zone, day_order=day_order)
            except FileRefused as error:
                culprit = next((s for s in good if s.name in error.message), good[-1])
                refused.append((culprit, error))
                good.remove(culprit)
        # A file may be refused for how its columns were read: that can be mended.
        unread = [found for source, _ in refused for found in layouts_of(source, context)]
        asked = [order for source, _ in refused for order in orders.get(source, ())]
    layouts = tuple(dict.fromkeys((*unread, *report.layouts)))
    return replace(report, layouts=layouts, orders=tuple(dict.fromkeys((*asked, *report.orders)))), refused
