"""What waits to be imported: dropped, pasted or named by its path; looked at once, however often the page runs."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import exports, importers, warehouse
from dashboard.errors import FileRefused, UserError
from dashboard.exports.templates import TEMPLATES, template
from dashboard.headlines import imports as told
from dashboard.headlines.words import day
from dashboard.settings import UPLOAD_MEGABYTES
from dashboard.warehouse import ImportReport, SourceFile
from dashboard.widgets.shell import workspace
from dashboard.widgets.words import escape

WHOSE = ("mapped_tables", "whose", "owners", "sharers")
Looked = tuple[ImportReport, list[tuple[SourceFile, UserError]]]


def upload() -> list[SourceFile]:
    """The uploader; returns everything that waits: uploads and what came another way."""
    uploads = st.file_uploader(
        "LinkedIn zip or CSV, calendar .ics, address book .vcf, mail .mbox, spreadsheet .xlsx or .csv",
        accept_multiple_files=True,
        key=f"uploads_{_round()}",
        max_upload_size=UPLOAD_MEGABYTES,
        help="They are read on this computer.",
    )
    return [*_kept(uploads), *_added()]


def other_ways() -> None:
    """A table from the clipboard, a file by its path, a spreadsheet to fill in."""
    with st.container(horizontal=True, gap="small", key="other_ways"):
        _paste()
        _path()
        _templates()
    for number, source in enumerate(_added()):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":material/draft: {escape(source.name)}", width="content")
            st.button(
                "Leave it out", key=f"leave_out_{number}", type="tertiary", on_click=_added().remove, args=(source,)
            )


def preview(sources: Sequence[SourceFile]) -> Looked:
    """What an import of them would do: read anew only when the files, the workspace or a decision changed."""
    space = workspace()
    with space.reading() as con:
        stamp = (str(space.folder), warehouse.data_version(con), tuple(sources))
    if st.session_state.get("preview_stamp") != stamp:
        place = st.empty()
        with place.status("Reading the files", expanded=True) as status:
            looked = warehouse.preview_files(
                space, sources, progress=lambda text: status.write(escape(text)), time_zone=st.context.timezone
            )
        place.empty()
        st.session_state["preview"], st.session_state["preview_stamp"] = looked, stamp
    seen: Looked = st.session_state["preview"]
    return seen


def take_in(
    sources: Sequence[SourceFile],
    mine: Sequence[str],
    others: Sequence[str],
    refused: Sequence[tuple[SourceFile, UserError]],
) -> None:
    """Import them, keep in the ledger which files were refused, and begin anew with an empty uploader."""
    with st.status("Importing", expanded=True) as status:
        st.session_state["imported"] = warehouse.import_files(
            workspace(),
            sources,
            own_keys=mine,
            other_keys=others,
            progress=lambda text: status.write(escape(text)),
            time_zone=st.context.timezone,
            left_out=refused,
        )
    st.session_state["upload_round"] = _round() + 1
    for key in ("upload_folder", "paste_folder"):
        if key in st.session_state:
            st.session_state.pop(key).cleanup()
    for key in ("added_sources", "upload_ids", "uploaded", "preview", "preview_stamp", "asked_tables", *WHOSE):
        st.session_state.pop(key, None)
    st.rerun()


def help_texts(expanded: bool) -> None:
    """Where each file comes from."""
    with st.expander(
        "Where do I get these files?", icon=":material/help:", key=f"help_texts_{expanded}", expanded=expanded
    ):
        for module in importers.modules():
            st.markdown(f"**{module.TITLE}.** {module.HELP}")


def _round() -> int:
    """Counts imports of this session: a new key is an empty uploader."""
    return int(st.session_state.setdefault("upload_round", 0))


def _added() -> list[SourceFile]:
    held: list[SourceFile] = st.session_state.setdefault("added_sources", [])
    return held


def _kept(uploads: Sequence[UploadedFile]) -> list[SourceFile]:
    """The uploads as files in a private folder of this session, written once."""
    ids = [upload.file_id for upload in uploads]
    if st.session_state.get("upload_ids") != ids:
        if (held := st.session_state.pop("upload_folder", None)) is not None:
            held.cleanup()
        st.session_state["upload_folder"] = tempfile.TemporaryDirectory(prefix="horizons-")
        folder = Path(st.session_state["upload_folder"].name)
        st.session_state["uploaded"] = [_written(folder, number, upload) for number, upload in enumerate(uploads)]
        st.session_state["upload_ids"] = ids
    kept: list[SourceFile] = st.session_state["uploaded"]
    return kept


def _written(folder: Path, number: int, upload: Any) -> SourceFile:
    path = folder / f"{number}{Path(upload.name).suffix[:8]}"
    path.write_bytes(upload.getbuffer())
    return SourceFile(path, upload.name)


def _paste() -> None:
    turn = len(_added())
    with st.popover("Paste a table", type="tertiary", icon=":material/content_paste:", key=f"paste_{_round()}_{turn}"):
        st.markdown("Copy the cells in your spreadsheet, with the row of column names, and paste them here.")
        text = st.text_area(
            "The cells", key=f"pasted_{_round()}_{turn}", height=160, label_visibility="collapsed", on_change="ignore"
        )
        if st.button("Read it", key="paste_read", icon=":material/visibility:"):
            _add(lambda: warehouse.pasted(text, told.PASTED + day(_now()), _paste_folder()))


def _path() -> None:
    turn = len(_added())
    with st.popover(
        f"A file over {UPLOAD_MEGABYTES} MB",
        type="tertiary",
        icon=":material/folder_open:",
        key=f"path_{_round()}_{turn}",
    ):
        st.markdown("Type or paste the path to the file, or to a folder of mails. It is read where it lies.")
        typed = st.text_input(
            "Path",
            key=f"typed_{_round()}_{turn}",
            placeholder="~/Downloads/export.zip",
            label_visibility="collapsed",
            on_change="ignore",
        )
        if st.button("Read it", key="path_read", icon=":material/visibility:"):
            _add(lambda: warehouse.source_at(typed))


def _templates() -> None:
    with st.popover("No file yet? Fill this", type="tertiary", icon=":material/table_view:", key="templates"):
        for kind, made in TEMPLATES.items():
            st.markdown(made.says)
            st.download_button(
                f"Spreadsheet for {made.sheet.lower()}",
                data=partial(template, kind),
                file_name=f"{made.sheet.lower()}.xlsx",
                mime=exports.EXPORTS["xlsx"].mime,
                on_click="ignore",
                key=f"template_{kind}",
                icon=":material/download:",
            )


def _add(make: Any) -> None:
    """Let it wait with the uploads; what cannot be read is said in place."""
    try:
        source = make()
    except FileRefused as error:
        st.error(escape(error.hint), title=escape(error.message), icon=":material/block:")
        return
    if source not in _added():
        _added().append(source)
    st.rerun()


def _paste_folder() -> Path:
    if "paste_folder" not in st.session_state:
        st.session_state["paste_folder"] = tempfile.TemporaryDirectory(prefix="horizons-")
    return Path(st.session_state["paste_folder"].name)


def _now() -> datetime:
    """The moment where the user is."""
    zone = st.context.timezone
    return datetime.now(ZoneInfo(zone)) if zone else datetime.now().astimezone()
