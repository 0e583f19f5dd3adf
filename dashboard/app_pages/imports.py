"""What is in my files, how was it read, and does every row add up?"""

import tempfile
from pathlib import Path

import streamlit as st

from dashboard import charts, headlines, importers, industries, warehouse, widgets
from dashboard.settings import UPLOAD_MEGABYTES

PARTS = ("new", "updated", "unchanged", "refused")


def keep_uploads(uploads: list) -> list[warehouse.SourceFile]:
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


def balance(files: list, key: str) -> None:
    """Rows by file, and their sum as one bar."""
    total = {part: sum(getattr(file, part) for file in files) for part in PARTS}
    read = sum(file.rows_read for file in files)
    with st.container(border=True, key=key, gap="small"):
        st.header(", ".join(f"{count:,} {part}" for part, count in total.items()), anchor=False)
        frame = widgets.frame([{"part": part, "rows": count} for part, count in total.items() if count])
        st.altair_chart(charts.import_history(frame), key=f"{key}_bar", width="stretch", alt=headlines.balance(read, **total))
        st.markdown(f":small[{headlines.balance(read, **total)}]")
        st.dataframe(
            widgets.frame([
                {"File": file.file.rsplit("/", 1)[-1], "Recognised as": importers.by_kind(file.kind).TITLE, "Rows": file.rows_read, "New": file.new,
                 "Updated": file.updated, "Unchanged": file.unchanged, "Refused": file.refused, "People": file.people,
                 "Interactions": file.interactions, "Not counted": file.not_counted}
                for file in files
            ]), hide_index=True, key=f"{key}_files", alt="Rows by file",
            column_order=("File", "Refused", "New", "Updated", "Unchanged", "Rows", "People", "Interactions", "Not counted", "Recognised as"),
        )
        for note in dict.fromkeys(f"{file.file}: {note}" for file in files for note in file.notes):
            st.caption(widgets.escape(note))


def reasons(files: list) -> None:
    """Why rows were refused, or taken and count nothing."""
    rows = [
        {"Rows": count, "Why": reason, "What happens": outcome, "File": file.file}
        for file in files
        for outcome, found in (("refused", file.refused_by_reason), ("kept, counts nothing", file.not_counted_by_reason))
        for reason, count in found.items()
    ]
    if rows:
        with st.expander(f"{sum(row['Rows'] for row in rows):,} rows that count nothing, and why", icon=":material/rule:"):
            st.dataframe(widgets.frame(rows), hide_index=True, key="reasons", alt="Rows by reason")


def columns(files: list) -> None:
    """How the columns were read."""
    for file in files:
        if file.columns and file.kind.endswith("_sheet"):
            with st.expander(f"How {file.file} was read", icon=":material/table:"):
                st.dataframe(widgets.frame([{"Column in the file": name, "Means": field.replace("_", " ")} for name, field in file.columns.items()]),
                             hide_index=True, key=f"columns_{file.file}", alt="Columns and what they mean")


def is_this_you(candidates: list[dict]) -> tuple[list[str], list[str]]:
    """The identities the user confirms, and those they say are somebody else."""
    if not candidates:
        return [], []
    with st.container(border=True, key="is_this_you", gap="small"):
        st.header("Is this you?", anchor=False)
        st.caption("Your own addresses never count as a contact.")
        answers = {
            row["identity_key"]: st.checkbox(widgets.escape(f"{row['identity_key'].split(':', 1)[1]}: {row['reason']}"), value=True, key=f"own_{row['identity_key']}")
            for row in candidates
        }
    return [key for key, mine in answers.items() if mine], [key for key, mine in answers.items() if not mine]


def links(frame, key: str) -> None:
    """Addresses that look like LinkedIn contacts: one click for all, or one by one."""
    waiting = frame[frame["verdict"].isna()]
    if waiting.empty:
        return
    with st.container(border=True, key=key, gap="small"):
        st.header(f"{len(waiting)} people, {headlines.percent(waiting['share'].sum())} of the time with people on no list, look like contacts of the same name", anchor=False)
        st.caption("Until they are linked, a calendar knows addresses and LinkedIn knows employers, and the two never meet.")
        with st.container(horizontal=True):
            if st.button(f"Link all {len(waiting)}", type="primary", key="link_all", icon=":material/link:"):
                rule(widgets.rows(waiting), "same", f"{len(waiting)} people linked.")
        with st.expander("One by one"):
            for number, row in enumerate(widgets.rows(waiting.head(30))):
                with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                    st.markdown(f"**{widgets.escape(row['full_name'])}** {widgets.escape(row['addressed_as'])} = {widgets.escape(row['listed_as'] or 'on your list')}", width="content")
                    with st.container(horizontal=True, width="content", gap="xsmall"):
                        if st.button("Link", key=f"link_{number}"):
                            rule([row], "same", f"{row['full_name']} linked.")
                        if st.button("Not the same", key=f"differ_{number}", type="tertiary"):
                            rule([row], "different", f"{row['full_name']}: kept apart.")


def rule(rows: list[dict], verdict: str, said: str) -> None:
    """Same or different, written down."""
    widgets.decide("person_link", [{"identity_key": r["listed_key"], "other_key": r["addressed_key"], "verdict": verdict} for r in rows], said)
    st.rerun()


def home_industry() -> None:
    """One question, where no file tells it."""
    if widgets.ask("workspace_state")["home_industry"].notna()[0]:
        return
    with st.container(border=True, key="home_question", gap="small"):
        st.header("Which industry is yours?", anchor=False)
        st.caption("None of the files tells it. Every share is measured against it.")
        chosen = st.selectbox("Your industry", industries.CODES, index=None, format_func=lambda code: industries.BY_CODE[code].label, key="home", label_visibility="collapsed")
        if chosen:
            widgets.decide("assumption", [{"name": "home_industry", "setting": chosen}], f"Your industry is {industries.BY_CODE[chosen].label}.")
            st.rerun()


def history() -> None:
    """Earlier imports, each with its undo."""
    past = widgets.ask("import_history")
    if past.empty:
        return
    with st.expander("Earlier imports", icon=":material/history:", key="history"):
        for import_id, rows in past.groupby("import_id", sort=False):
            first = rows.iloc[0]
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"**{widgets.escape(first['file'].split('/')[0])}** · {first['imported_at']:%-d %b %Y, %H:%M} UTC · {rows['rows_read'].sum():,} rows", width="content")
                if st.button("Undo", key=f"undo_{import_id}", type="tertiary", icon=":material/undo:"):
                    warehouse.undo_import(widgets.workspace(), int(import_id))
                    st.session_state.pop("imported", None)
                    st.toast("The import is undone.")
                    st.rerun()
        refused = widgets.ask("refusals")
        if len(refused):
            widgets.download(refused, "refused-rows", ("csv",), "refusals")


def help_texts() -> None:
    """Where each file comes from."""
    with st.expander("Where do I get these files?", icon=":material/help:"):
        for module in importers.modules():
            st.markdown(f"**{module.TITLE}.** {module.HELP}")


st.caption("Data · Import")
uploader_key = f"uploads_{st.session_state.setdefault('upload_round', 0)}"
waiting = bool(st.session_state.get(uploader_key))
if "imported" not in st.session_state and not waiting:
    widgets.answer("Drop your files as they came", "A LinkedIn export, calendars, spreadsheets of contacts or of meetings. Nothing is stored until you press Import.")
head = st.container(gap="xsmall")
uploads = st.file_uploader("LinkedIn zip or CSV, calendar .ics, spreadsheet .xlsx or .csv", accept_multiple_files=True, key=uploader_key,
                           max_upload_size=UPLOAD_MEGABYTES, help="They are read on this computer.")
if uploads:
    stamp = tuple(upload.file_id for upload in uploads)
    if st.session_state.get("preview_stamp") != stamp:
        place = st.empty()
        with place.status("Reading the files", expanded=True) as status:
            st.session_state["sources"] = keep_uploads(uploads)
            st.session_state["preview"] = warehouse.preview_files(widgets.workspace(), st.session_state["sources"], progress=status.write)
        place.empty()
        st.session_state["preview_stamp"] = stamp
    report, refused = st.session_state["preview"]
    with head:
        widgets.answer(f"{sum(file.rows_read for file in report.files):,} rows read, every one accounted for",
                       "Nothing is stored until you press Import, and an import can be undone.")
    for source, error in refused:
        st.error(widgets.escape(error.hint), title=error.message, icon=":material/block:")
    if report.files:
        balance(report.files, "preview_balance")
        candidates = widgets.rows(report.own_candidates)
        mine, others = is_this_you(candidates)
        reasons(report.files)
        columns(report.files)
        if st.button(f"Import {sum(file.rows_read - file.refused for file in report.files):,} rows", type="primary", key="import", icon=":material/check:"):
            good = [source for source in st.session_state["sources"] if source not in [bad for bad, _ in refused]]
            with st.status("Importing", expanded=True) as status:
                st.session_state["imported"] = warehouse.import_files(
                    widgets.workspace(), good, own_keys=mine, other_keys=others, progress=status.write, time_zone=st.context.timezone)
            st.session_state["upload_round"] += 1
            st.session_state.pop("upload_folder").cleanup()
            st.rerun()
elif "imported" in st.session_state:
    report = st.session_state["imported"]
    with head:
        widgets.answer(f"{sum(file.new + file.updated for file in report.files):,} rows are in, every one accounted for",
                       headlines.concentration(widgets.row(widgets.ask("network_summary")))[0] + ".")
        widgets.offer_undo()
    home_industry()
    links(widgets.ask("suggested_links"), "links")
    if st.button("See your concentration", type="primary" if widgets.ask("suggested_links").empty else "secondary", key="see", icon=":material/donut_large:"):
        st.switch_page("app_pages/concentration.py")
    balance(report.files, "done_balance")
    reasons(report.files)
    if report.not_used:
        st.caption("Not used: " + widgets.escape(", ".join(name.rsplit("/", 1)[-1] for name in report.not_used)))
else:
    home_industry() if widgets.ask("workspace_state")["contacts"][0] else None
    links(widgets.ask("suggested_links"), "links")
help_texts()
history()
