"""The parts of the Import page: balance, reasons, columns, "is this you?", links, history."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import charts, headlines, importers, industries, warehouse
from dashboard.questions import Frame
from dashboard.warehouse import FileReport
from dashboard.widgets.figure import download
from dashboard.widgets.shell import ask, decide, workspace
from dashboard.widgets.words import escape, frame, row, rows

PARTS = ("new", "updated", "unchanged", "refused")


def keep_uploads(uploads: Sequence[UploadedFile]) -> list[warehouse.SourceFile]:
    """The uploads as files in a private folder of this session, which the next upload or import empties."""
    held = st.session_state.get("upload_folder")
    if held is not None:
        held.cleanup()
    st.session_state["upload_folder"] = tempfile.TemporaryDirectory(prefix="horizons-")
    sources = []
    for number, upload in enumerate(uploads):
        path = Path(st.session_state["upload_folder"].name) / f"{number}{Path(upload.name).suffix[:8]}"
        path.write_bytes(upload.getbuffer())
        sources.append(warehouse.SourceFile(path, upload.name))
    return sources


def balance(files: Sequence[FileReport], key: str) -> None:
    """Rows by file, and their sum as one bar."""
    total = {part: sum(getattr(file, part) for file in files) for part in PARTS}
    read = sum(file.rows_read for file in files)
    with st.container(border=True, key=key, gap="small"):
        st.header(", ".join(f"{count:,} {part}" for part, count in total.items()), anchor=False)
        st.altair_chart(
            charts.import_history(frame([{"part": part, "rows": count} for part, count in total.items() if count])),
            key=f"{key}_bar",
            width="stretch",
            alt=headlines.balance(read, **total),
        )
        st.markdown(f":small[{headlines.balance(read, **total)}]")
        st.dataframe(
            frame(
                [
                    {
                        "File": file.file.rsplit("/", 1)[-1],
                        "Recognised as": importers.by_kind(file.kind).TITLE,
                        "Rows": file.rows_read,
                        "New": file.new,
                        "Updated": file.updated,
                        "Unchanged": file.unchanged,
                        "Refused": file.refused,
                        "People": file.people,
                        "Interactions": file.interactions,
                        "Not counted": file.not_counted,
                    }
                    for file in files
                ]
            ),
            hide_index=True,
            key=f"{key}_files",
            alt="Rows by file",
            column_order=(
                "File",
                "Refused",
                "New",
                "Updated",
                "Unchanged",
                "Rows",
                "People",
                "Interactions",
                "Not counted",
                "Recognised as",
            ),
        )
        for note in dict.fromkeys(f"{file.file}: {note}" for file in files for note in file.notes):
            st.caption(escape(note))


def reasons(files: Sequence[FileReport]) -> None:
    """Why rows were refused, or taken and count nothing."""
    counted = [
        {"Rows": count, "Why": reason, "What happens": outcome, "File": file.file}
        for file in files
        for outcome, found in (
            ("refused", file.refused_by_reason),
            ("kept, counts nothing", file.not_counted_by_reason),
        )
        for reason, count in found.items()
    ]
    if counted:
        with st.expander(
            f"{sum(int(str(line['Rows'])) for line in counted):,} rows that count nothing, and why",
            icon=":material/rule:",
        ):
            st.dataframe(frame(counted), hide_index=True, key="reasons", alt="Rows by reason")


def columns(files: Sequence[FileReport]) -> None:
    """How the columns were read."""
    for file in files:
        if file.columns and file.kind.endswith("_sheet"):
            with st.expander(f"How {file.file} was read", icon=":material/table:"):
                st.dataframe(
                    frame(
                        [
                            {"Column in the file": name, "Means": field.replace("_", " ")}
                            for name, field in file.columns.items()
                        ]
                    ),
                    hide_index=True,
                    key=f"columns_{file.file}",
                    alt="Columns and what they mean",
                )


def is_this_you(candidates: Sequence[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The identities the user confirms, and those they say are somebody else."""
    if not candidates:
        return [], []
    with st.container(border=True, key="is_this_you", gap="small"):
        st.header("Is this you?", anchor=False)
        st.caption("Your own addresses never count as a contact.")
        answers = {
            found["identity_key"]: st.checkbox(
                escape(f"{found['identity_key'].split(':', 1)[1]}: {found['reason']}"),
                value=True,
                key=f"own_{found['identity_key']}",
            )
            for found in candidates
        }
    return [key for key, mine in answers.items() if mine], [key for key, mine in answers.items() if not mine]


def links(suggested: Frame, key: str) -> None:
    """Addresses that look like LinkedIn contacts: one click for all, or one by one."""
    waiting = suggested[suggested["verdict"].isna()]
    if waiting.empty:
        return
    with st.container(border=True, key=key, gap="small"):
        st.header(
            f"{len(waiting)} people, {headlines.percent(waiting['share'].sum())} of the time with people on no list, "
            "look like contacts of the same name",
            anchor=False,
        )
        st.caption(
            "Until they are linked, a calendar knows addresses and LinkedIn knows employers, and the two never meet."
        )
        with st.container(horizontal=True):
            if st.button(f"Link all {len(waiting)}", type="primary", key="link_all", icon=":material/link:"):
                _rule(rows(waiting), "same", f"{len(waiting)} people linked.")
        with st.expander("One by one"):
            for number, pair in enumerate(rows(waiting.head(30))):
                told = f"{pair['addressed_as']} = {pair['listed_as'] or 'on your list'}"
                with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                    st.markdown(f"**{escape(pair['full_name'])}** {escape(told)}", width="content")
                    with st.container(horizontal=True, width="content", gap="xsmall"):
                        if st.button("Link", key=f"link_{number}"):
                            _rule([pair], "same", f"{pair['full_name']} linked.")
                        if st.button("Not the same", key=f"differ_{number}", type="tertiary"):
                            _rule([pair], "different", f"{pair['full_name']}: kept apart.")


def _rule(pairs: Sequence[dict[str, Any]], verdict: str, said: str) -> None:
    """Same or different, written down."""
    decide(
        "person_link",
        [{"identity_key": r["listed_key"], "other_key": r["addressed_key"], "verdict": verdict} for r in pairs],
        said,
    )
    st.rerun()


def home_industry() -> None:
    """One question, where no file tells it."""
    if ask("workspace_state")["home_industry"].notna()[0]:
        return
    with st.container(border=True, key="home_question", gap="small"):
        st.header("Which industry is yours?", anchor=False)
        st.caption("None of the files tells it. Every share is measured against it.")
        chosen = st.selectbox(
            "Your industry",
            industries.CODES,
            index=None,
            format_func=lambda code: industries.BY_CODE[code].label,
            key="home",
            label_visibility="collapsed",
        )
        if chosen:
            decide(
                "assumption",
                [{"name": "home_industry", "setting": chosen}],
                f"Your industry is {industries.BY_CODE[chosen].label}.",
            )
            st.rerun()


def history() -> None:
    """Earlier imports, each with its undo."""
    past = ask("import_history")
    if past.empty:
        return
    with st.expander("Earlier imports", icon=":material/history:", key="history"):
        for import_id, files in past.groupby("import_id", sort=False):
            first = row(files.head(1))
            said = f"{headlines.day(first['imported_at'])} · {files['rows_read'].sum():,} rows"
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"**{escape(first['file'].split('/')[0])}** · {said}", width="content")
                if st.button("Undo", key=f"undo_{import_id}", type="tertiary", icon=":material/undo:"):
                    warehouse.undo_import(workspace(), int(str(import_id)))
                    st.session_state.pop("imported", None)
                    st.toast("The import is undone.")
                    st.rerun()
        refused = ask("refusals")
        if len(refused):
            download(refused, "refused-rows", ("csv",), "refusals")


def help_texts() -> None:
    """Where each file comes from."""
    with st.expander("Where do I get these files?", icon=":material/help:"):
        for module in importers.modules():
            st.markdown(f"**{module.TITLE}.** {module.HELP}")
