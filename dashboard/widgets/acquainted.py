"""Whom a contact knows: the part of a person's page about the second degree."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.headlines import person as told
from dashboard.headlines.contacts import SURENESS, SURENESS_HELP
from dashboard.widgets.figure import explain
from dashboard.widgets.shell import ask, is_sample
from dashboard.widgets.words import escape, row, rows

MOST, PATHS = 200, 5


def paths(person: Mapping[str, Any]) -> None:
    """Who knows this person better than the user does, who never met them alone."""
    params = {"who": person["contact_id"]}
    found = rows(ask("paths_to", **params))
    if not found:
        return
    with st.container(border=True, key="paths", gap="small"):
        st.header(escape(told.through(person["full_name"], found)), anchor=False)
        for path in found[:PATHS]:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(
                    "app_pages/person.py",
                    label=escape(path["introducer"]),
                    query_params={"who": path["introducer_id"]} | ({"data": "sample"} if is_sample() else {}),
                    width="content",
                )
                st.caption(escape(f"{path['evidence']} · {path['certainty']}"))
        explain("paths_to", params, "paths")


def acquaintances(person: Mapping[str, Any]) -> None:
    """Who else they know, by lists they shared and company they kept; nothing where nobody is known."""
    params = {"who": person["contact_id"], "people": MOST}
    found = ask("acquaintances", **params)
    if found.empty:
        return
    finding, unit = told.knows(row(found.head(1)))
    with st.container(border=True, key="acquaintances", gap="small"):
        with st.container(gap=None):
            st.header(finding, anchor=False)
            st.caption(unit)
        st.dataframe(
            found.assign(
                sureness=found["sureness"].map(SURENESS), mine=["yes" if mine else "" for mine in found["is_mine"]]
            ),
            key="acquaintances_table",
            hide_index=True,
            height=min(320, 37 * (len(found) + 1)),
            alt="Whom they know, with employer, industry and what says so",
            placeholder="",
            column_order=(
                "full_name",
                "company",
                "industry_label",
                "sureness",
                "position",
                "certainty",
                "evidence",
                "mine",
            ),
            column_config={
                "full_name": "Name",
                "company": "Company",
                "industry_label": "Industry",
                "sureness": st.column_config.TextColumn("How sure", help=SURENESS_HELP),
                "position": "Position",
                "certainty": st.column_config.TextColumn(
                    "Tie", help="Known: on a list they shared. Likely: you met them only in this contact's company."
                ),
                "evidence": "Who says so",
                "mine": st.column_config.TextColumn("You too", help="Whether you know them yourself."),
            },
        )
        explain("acquaintances", params, "acquaintances")
