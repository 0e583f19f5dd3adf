"""What is in my files, how was it read, does every row add up, and what does it change?"""

import streamlit as st

from dashboard import widgets
from dashboard.headlines import imports as told
from dashboard.widgets import answering, importing

widgets.page_head("Data · Import")
head = st.container(gap="xsmall")
sources = importing.owned(importing.upload())
importing.other_ways()

if sources:
    report, refused = importing.preview(sources)
    good = [source for source in sources if source not in [bad for bad, _ in refused]]
    takes = sum(file.rows_read - file.refused for file in report.files if not file.is_known)
    with head:
        widgets.answer(*told.previewed(sum(file.rows_read for file in report.files), takes, len(refused)))
    importing.refused_files(refused, report.layouts, report.orders)
    is_dated = importing.day_order(report.orders, [source for source, _ in refused])
    asked = importing.explained(report.layouts, [source for source, _ in refused])
    importing.mapping(asked, expanded=True)
    mine, others = importing.is_this_you(widgets.rows(report.own_candidates)) if takes else ([], [])
    is_settled = importing.whose(report, refused) and is_dated
    if report.files:
        with importing.balance(report.files, "preview_balance"):
            go = (
                takes
                and is_settled
                and st.button(told.take(takes), type="primary", key="import", icon=":material/check:")
            )
        if go:
            importing.take_in(good, mine, others, refused)
    if takes and is_settled:
        importing.change(report)
        importing.brought(report)
    rest = [layout for layout in report.layouts if layout not in asked]
    importing.mapping(rest, expanded=len(rest) == 1)
    importing.reasons(report.files, report.refusals, "reasons")
    importing.not_used(report)
elif "imported" in st.session_state:
    report = st.session_state["imported"]
    with head:
        taken = sum(file.new + file.updated for file in report.files)
        widgets.answer(*told.imported(taken, len(report.left_out)))
    importing.refused_files(report.left_out, ())
    importing.home_industry()
    answering.answers()
    suggested = widgets.ask("suggested_links")
    importing.links(suggested, "links")
    with importing.change(report):
        if st.button(
            "See your concentration",
            type="primary" if suggested.empty else "secondary",
            key="see",
            icon=":material/donut_large:",
        ):
            widgets.go_to("concentration")
    importing.brought(report)
    importing.balance(report.files, "done_balance")
    importing.reasons(report.files, widgets.ask("refusals"), "done_reasons")
    importing.not_used(report)
else:
    with head:
        widgets.answer(*told.waiting())
    if widgets.ask("workspace_state")["contacts"][0]:
        importing.home_industry()
    importing.links(widgets.ask("suggested_links"), "links")
is_idle = not sources and "imported" not in st.session_state
importing.help_texts(expanded=is_idle and not widgets.ask("workspace_state")["imports"][0])
importing.history(expanded=is_idle)
