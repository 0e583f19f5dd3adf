"""What is in my files, how was it read, and does every row add up?"""

import streamlit as st

from dashboard import headlines, warehouse, widgets
from dashboard.settings import UPLOAD_MEGABYTES
from dashboard.widgets import importing

st.caption("Data · Import")
uploader_key = f"uploads_{st.session_state.setdefault('upload_round', 0)}"
waiting = bool(st.session_state.get(uploader_key))
if "imported" not in st.session_state and not waiting:
    widgets.answer(
        "Drop your files as they came",
        "A LinkedIn export, calendars, lists of contacts or meetings. Nothing is stored before you press Import.",
    )
head = st.container(gap="xsmall")
uploads = st.file_uploader(
    "LinkedIn zip or CSV, calendar .ics, spreadsheet .xlsx or .csv",
    accept_multiple_files=True,
    key=uploader_key,
    max_upload_size=UPLOAD_MEGABYTES,
    help="They are read on this computer.",
)
if uploads:
    stamp = tuple(upload.file_id for upload in uploads)
    if st.session_state.get("preview_stamp") != stamp:
        place = st.empty()
        with place.status("Reading the files", expanded=True) as status:
            st.session_state["sources"] = importing.keep_uploads(uploads)
            st.session_state["preview"] = warehouse.preview_files(
                widgets.workspace(), st.session_state["sources"], progress=status.write
            )
        place.empty()
        st.session_state["preview_stamp"] = stamp
    report, refused = st.session_state["preview"]
    with head:
        widgets.answer(
            f"{sum(file.rows_read for file in report.files):,} rows read, every one accounted for",
            "Nothing is stored until you press Import, and an import can be undone.",
        )
    for _, error in refused:
        st.error(widgets.escape(error.hint), title=widgets.escape(error.message), icon=":material/block:")
    if report.files:
        importing.balance(report.files, "preview_balance")
        candidates = widgets.rows(report.own_candidates)
        mine, others = importing.is_this_you(candidates)
        importing.reasons(report.files)
        importing.columns(report.files)
        if st.button(
            f"Import {sum(file.rows_read - file.refused for file in report.files):,} rows",
            type="primary",
            key="import",
            icon=":material/check:",
        ):
            good = [source for source in st.session_state["sources"] if source not in [bad for bad, _ in refused]]
            with st.status("Importing", expanded=True) as status:
                st.session_state["imported"] = warehouse.import_files(
                    widgets.workspace(),
                    good,
                    own_keys=mine,
                    other_keys=others,
                    progress=status.write,
                    time_zone=st.context.timezone,
                )
            st.session_state["upload_round"] += 1
            st.session_state.pop("upload_folder").cleanup()
            st.rerun()
elif "imported" in st.session_state:
    report = st.session_state["imported"]
    with head:
        widgets.answer(
            f"{sum(file.new + file.updated for file in report.files):,} rows are in, every one accounted for",
            headlines.concentration(widgets.row(widgets.ask("network_summary")))[0] + ".",
        )
        widgets.offer_undo()
    importing.home_industry()
    importing.links(widgets.ask("suggested_links"), "links")
    if st.button(
        "See your concentration",
        type="primary" if widgets.ask("suggested_links").empty else "secondary",
        key="see",
        icon=":material/donut_large:",
    ):
        st.switch_page("app_pages/concentration.py")
    importing.balance(report.files, "done_balance")
    importing.reasons(report.files)
    if report.not_used:
        st.caption("Not used: " + widgets.escape(", ".join(name.rsplit("/", 1)[-1] for name in report.not_used)))
else:
    importing.home_industry() if widgets.ask("workspace_state")["contacts"][0] else None
    importing.links(widgets.ask("suggested_links"), "links")
importing.help_texts()
importing.history()
