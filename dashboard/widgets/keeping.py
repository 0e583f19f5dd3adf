"""Own identities, back up, restore, export, delete: the parts of the Workspace page that are about the data itself."""

import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import warehouse
from dashboard.errors import UserError
from dashboard.exports.everything import write_everything
from dashboard.headlines import workspace as told
from dashboard.headlines.words import day
from dashboard.settings import UPLOAD_MEGABYTES
from dashboard.widgets.shell import ask, decide, go_to, is_sample, open_workspace, workspace
from dashboard.widgets.words import escape, row, rows

STALE = (
    "last_decision",
    "imported",
    "preview",
    "preview_stamp",
    "uploaded",
    "upload_ids",
    "added_sources",
    "asked_tables",
    "mapped_tables",
    "effects",
    "restored",
    "writing",
    "target_industry",
    "last_choice",
    "plan_uid",
)


def identities() -> None:
    """Which addresses and profiles are the user's: they never count as a contact."""
    with st.container(border=True, key="identities", gap="small"):
        st.header("Which addresses are yours", anchor=False)
        st.caption("They never count as a contact.")
        for number, own in enumerate(rows(ask("own_identities"))):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                source = own["source"] if own["is_found"] else f"{own['source']}, in no file yet"
                st.markdown(f"{escape(own['said'])} :gray[· {source}]", width="content")
                st.button(
                    "Not me",
                    key=f"not_me_{number}",
                    type="tertiary",
                    on_click=_own,
                    args=(own["identity_key"], own["said"], False),
                )
        with (
            st.form("add_identity", border=False, clear_on_submit=True),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            st.text_input("Another e-mail address or LinkedIn profile of yours", key="own_typed")
            st.form_submit_button("Add", key="add_own", on_click=_told, args=(_add, "identities"))
        _refused("identities")


def _add() -> None:
    typed = st.session_state["own_typed"]
    with workspace().reading() as con:
        key = warehouse.own_key(con, typed)
    _own(key, typed.strip(), True)


def _own(key: str, said: str, is_own: bool) -> None:
    words = "is yours." if is_own else "is somebody else."
    decide("own_identity", [{"identity_key": key, "is_own": is_own}], f"{said} {words}")


def keep_safe(has_contacts: bool) -> None:
    """Back up, export, restore."""
    with st.container(border=True, key="keep_safe", gap="small"):
        st.header("Keep it safe", anchor=False)
        if has_contacts:
            st.markdown("All you have is one file in a folder of yours. A backup is a copy of it.")
            _downloads()
        with st.expander("Restore a backup", icon=":material/settings_backup_restore:", expanded=not has_contacts):
            _restore(has_contacts)


def _downloads() -> None:
    folder, today = workspace().folder, date.today()
    is_replacing = st.session_state.get("backup_checked") is not None
    with st.container(horizontal=True):
        st.download_button(
            "Back up",
            data=partial(_written, folder, "backup.duckdb"),
            file_name=f"networking-horizons-{today}.duckdb",
            mime="application/octet-stream",
            on_click="ignore",
            key="back_up",
            type="secondary" if is_replacing else "primary",
            icon=":material/save:",
        )
        st.download_button(
            "Export everything",
            data=partial(_written, folder, "everything.zip"),
            file_name=f"networking-horizons-{today}.zip",
            mime="application/zip",
            on_click="ignore",
            key="export_everything",
            icon=":material/folder_zip:",
            help="Every contact, interaction, answer and decision as CSV, with a README that explains each column.",
        )
    st.caption("The first can be restored here; the second opens in any spreadsheet. Both are made when you click.")


def _written(folder: Path, name: str) -> bytes:
    """The bytes of a backup or an export. Runs outside the page: no Streamlit in here."""
    space = warehouse.Workspace(folder)
    with tempfile.TemporaryDirectory(prefix="horizons-") as scratch:
        target = Path(scratch) / name
        if name.endswith(".zip"):
            with space.reading() as con:
                write_everything(con, target)
        else:
            warehouse.back_up(space, target)
        return target.read_bytes()


def _restore(has_contacts: bool) -> None:
    upload = st.file_uploader(
        "A backup made here, a .duckdb file",
        key=f"backup_{st.session_state.setdefault('backup_round', 0)}",
        max_upload_size=UPLOAD_MEGABYTES,
        help="It is read on this computer, and checked before anything is replaced.",
    )
    st.caption(f"Larger than {UPLOAD_MEGABYTES} MB? Close the dashboard and run `horizons restore FILE`.")
    if upload is None:
        _forget_backup()
        return
    backup = _checked(upload)
    if backup is None:
        return
    found = told.in_backup(backup.contacts, backup.imports, backup.decisions, backup.last_on)
    st.markdown(f"**In this file:** {found}. It was read to its end, and every question has an answer.")
    if has_contacts:
        state = row(ask("workspace_state"))
        st.markdown(
            f"**It replaces** {state['contacts']:,} contacts up to {day(state['last_on'])}. "
            "What it replaces is kept beside it until the next restore."
        )
    st.button(
        "Replace my workspace with it" if has_contacts else "Restore it",
        key="restore",
        type="primary" if has_contacts else "secondary",
        icon=":material/settings_backup_restore:",
        on_click=_told,
        args=(_replace, "restore"),
    )
    _refused("restore")


def _checked(upload: UploadedFile) -> warehouse.Backup | None:
    """The backup, checked once per upload; None, and why, if it is refused."""
    if st.session_state.get("backup_stamp") != upload.file_id:
        _forget_backup()
        held = tempfile.TemporaryDirectory(prefix="horizons-")
        file, scratch = Path(held.name) / "upload.duckdb", Path(held.name) / "checked"
        scratch.mkdir()
        file.write_bytes(upload.getbuffer())
        st.session_state.update(backup_folder=held, backup_stamp=upload.file_id)
        place = st.empty()
        with place.status("Checking the backup", expanded=True) as status:
            try:
                checked = warehouse.check_backup(file, upload.name, scratch, status.write)
                st.session_state["backup_checked"] = checked
            except UserError as error:
                st.session_state["backup_refused"] = error
        place.empty()
        if "backup_checked" in st.session_state:
            st.rerun()  # the button above is no longer the first thing to do
    if refused := st.session_state.get("backup_refused"):
        st.error(escape(refused.hint), title=escape(refused.message), icon=":material/block:")
    return st.session_state.get("backup_checked")


def _forget_backup() -> None:
    for key in ("backup_stamp", "backup_checked", "backup_refused"):
        st.session_state.pop(key, None)
    if held := st.session_state.pop("backup_folder", None):
        held.cleanup()


def _replace() -> None:
    kept = warehouse.restore(workspace(), st.session_state["backup_checked"])
    _forget_backup()
    _start_over()
    st.session_state["backup_round"] += 1
    st.session_state["restored"] = kept


def delete() -> None:
    """By typing a word, and only so."""
    with st.container(border=True, key="danger", gap="small"):
        st.header("Delete the sample" if is_sample() else "Delete everything", anchor=False)
        what = "the sample's workspace" if is_sample() else "your workspace, what was kept of it, and the sample"
        st.markdown(
            f"Removes {what} from {escape(str(workspace().folder))}. Backups and exports you saved elsewhere stay. "
            "It cannot be undone."
        )
        with st.form("delete", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(f'Type "{warehouse.DELETE_WORD}" to delete it', key="delete_typed")
            st.form_submit_button(
                "Delete", key="delete_all", icon=":material/delete:", on_click=_told, args=(_delete, "danger")
            )
        _refused("danger")


def _delete() -> None:
    warehouse.delete_everything(workspace(), st.session_state["delete_typed"])
    st.cache_data.clear()  # answers are kept in memory
    _forget_backup()
    _start_over()
    open_workspace(is_sample=False)
    st.session_state["deleted"] = True


def _start_over() -> None:
    """Nothing that was on screen is true any more, and no file that was dropped here stays."""
    for key, held in list(st.session_state.items()):
        if isinstance(held, tempfile.TemporaryDirectory):
            held.cleanup()
        if key in STALE or isinstance(held, tempfile.TemporaryDirectory):
            del st.session_state[key]


def _told(act: Callable[[], None], where: str) -> None:
    """Run a click before the page holds the workspace open; what is wrong is said ``where`` it was clicked."""
    st.session_state.pop("keeping_error", None)
    try:
        act()
    except UserError as error:
        st.session_state["keeping_error"] = (where, error)


def _refused(where: str) -> None:
    """Why the click here did nothing: below its button, where the eye is and nothing else has to move."""
    if st.session_state.get("keeping_error", ("", None))[0] == where:
        _, error = st.session_state.pop("keeping_error")
        st.error(escape(error.hint), title=escape(error.message), icon=":material/error:")


def outcome() -> None:
    """What the last click here did. Its place is always there: the tabs below neither move nor start anew."""
    if st.session_state.pop("deleted", False):
        st.toast("Everything is deleted.")
        go_to("welcome")
    with st.container():
        if "restored" in st.session_state:
            kept = st.session_state.pop("restored")
            where = f"What it replaced is kept until the next restore: {escape(str(kept))}" if kept else ""
            st.success(where or "Every page shows it now.", title="The backup is restored", icon=":material/check:")


def unresolved() -> None:
    """Decisions that wait, where there are any."""
    waiting = ask("unresolved_decisions")
    if waiting.empty:
        return
    with st.container(border=True, key="unresolved", gap="small"):
        st.header(told.waiting(len(waiting)), anchor=False)
        st.caption("Their import was undone. The next file that names them brings the decisions back.")
        st.dataframe(
            waiting,
            key="unresolved_table",
            hide_index=True,
            alt="Decisions about people in no file",
            column_order=("said", "setting", "kind", "decided_at"),
            column_config={
                "said": "About",
                "setting": "Decided",
                "kind": "Kind",
                "decided_at": st.column_config.DateColumn("When", format="D MMM YYYY"),
            },
        )
