"""Whom the newer copy of a list no longer has, by name, with the way to each."""

from typing import Any

import streamlit as st

from dashboard.headlines import imports as told
from dashboard.headlines.person import place as where
from dashboard.questions import Frame
from dashboard.widgets.figure import download, name_column, open_person
from dashboard.widgets.words import frame, rows


def gone_names(gone: Frame, key: str, is_stored: bool = True) -> None:
    """The people as rows of ``gone_people``; a chosen one opens their page, once the import is stored."""
    lines = [
        {
            "full_name": person["full_name"],
            "Company": person["company"],
            "Industry": person["industry_label"],
            "Last listed in": where(person["last_file"], person["last_line"]),
            "Elsewhere": "yes" if person["is_still_listed"] else "",
        }
        for person in rows(gone)
    ]
    shown = frame(lines)
    mode: Any = "rerun" if is_stored else "ignore"
    table: Any = st.dataframe(
        shown,
        key=f"{key}_table",
        hide_index=True,
        on_select=mode,
        selection_mode="single-row",
        height=min(290, 38 + 35 * len(lines)),
        alt="Who is no longer listed",
        placeholder="",
        column_config={
            "full_name": name_column(shown),
            "Elsewhere": st.column_config.TextColumn(
                "Listed elsewhere", help="Another list of yours, or a newer copy of this one, has them."
            ),
        },
    )
    st.caption(told.GONE)
    download(gone, "no-longer-listed", ("csv",), key)
    for place in table["selection"]["rows"] if is_stored else ():
        open_person(gone["contact_id"].iloc[place])
