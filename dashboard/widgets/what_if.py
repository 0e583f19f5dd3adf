"""The parts of the What if page: what is hit, what is left, whom to ask for advice, what hangs on one person."""

from typing import Any

import streamlit as st

from dashboard import charts
from dashboard.headlines import what_if as told
from dashboard.headlines.words import percent
from dashboard.industries import BY_CODE, CODES
from dashboard.questions import Parameter
from dashboard.widgets.choosing import drawn
from dashboard.widgets.figure import explain, figure, open_person
from dashboard.widgets.shell import ask, go_to
from dashboard.widgets.words import escape, row, rows

Row = dict[str, Any]
Params = dict[str, Parameter]
LISTED, ADVISERS, DOORS = 50, 6, 2
FEW = 3  # where nobody is close, the room below belongs to introducers
STANDING_COLOUR = {"warm": "green", "once strong": "blue"}


def hit(params: Params, home: str | None) -> tuple[str, str, Params, float]:
    """What is hit: its kind, its name, what questions take of it, and the part that goes. All of it in the address."""
    kind = st.segmented_control(
        "What happens",
        list(told.HIT),
        default="industry",
        required=True,
        key="hit",
        format_func=told.HIT.__getitem__,
        label_visibility="collapsed",
        bind="query-params",
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="shock"):
        return _industry(params, home) if kind == "industry" else _somebody(params, str(kind))


def _industry(params: Params, home: str | None) -> tuple[str, str, Params, float]:
    known = ask("industry_concentration", **params)
    met = [code for code in known["industry"] if code in BY_CODE]
    codes = [*met, *(code for code in CODES if code not in met)]
    code = st.selectbox(
        "Industry",
        codes,
        index=codes.index(home) if home in codes else 0,
        format_func=lambda each: BY_CODE[each].short_label,
        key="hit_industry",
        width=240,
        bind="query-params",
    )
    lost = st.slider("Loses", 10, 100, 60, step=10, format="%d%%", key="hit_part", width=220, bind="query-params")
    return "industry", BY_CODE[code].short_label, {"industry": code}, lost / 100


def _somebody(params: Params, kind: str) -> tuple[str, str, Params, float]:
    listed = rows(ask("removals", **params, going=kind, people=LISTED))
    if not listed:
        return kind, "nobody", {}, 1.0
    names = {each["going_key"]: _named(each) for each in listed}
    key = st.selectbox(
        "Employer" if kind == "employer" else "Person",
        list(names),
        format_func=names.__getitem__,
        key=f"hit_{kind}",
        width=360,
        help=f"The {len(names)} with the most weight in this window.",
    )
    label = next(each["going_label"] for each in listed if each["going_key"] == key)
    return kind, label, {"employer" if kind == "employer" else "contact": key}, 1.0


def _named(each: Row) -> str:
    place = f", {each['employer']}" if each["employer"] else ""
    return f"{each['going_label']}{place} · {percent(each['share'])}"


def left(loss: Row, name: str, params: Params, window: str) -> None:
    """Bars of what is left, over outlines of today; a chosen bar asks for advice about its industry."""
    frame = ask("loss_by_industry", **params)
    picked = figure(
        told.gone(loss, name),
        f"{told.unit(loss, window)} · choose a bar to ask for advice about it",
        drawn(charts.loss_by_industry, frame),
        "loss",
        "loss_by_industry",
        params,
        legend=":blue[■] your own industry  :orange[■] below your target  :gray[■] others",
        height="stretch",
        is_picked=True,
    )
    code = picked[0].get("industry") if picked else None
    if code in BY_CODE and code != st.session_state.get("picked_about"):  # a bar stays picked; the list may move on
        st.session_state["about"] = code
    st.session_state["picked_about"] = code


def advice(params: Params, home: str | None) -> None:
    """Whom to call about an industry: close ones first; who could introduce where nobody is close."""
    with st.container(border=True, height="stretch", key="advice", gap="small"):
        st.header("Whom could I ask for advice?", anchor=False)
        gaps = ask("industry_gaps", **params)
        order = [code for code in gaps["industry"] if code != home] + ([home] if home else [])
        about = st.selectbox(
            "About",
            order,
            format_func=lambda code: BY_CODE[code].short_label,
            key="about",
            bind="query-params",
        )
        asked: Params = {"about": about, "people": ADVISERS} | {key: params[key] for key in ("as_of",) if key in params}
        people = ask("advisers", **asked)
        st.markdown(told.advisers(people, BY_CODE[about].short_label))
        is_close = people["standing"].isin(["warm", "once strong"]).any()
        with st.container(gap="xsmall"):
            for place, person in enumerate(rows(people.head(ADVISERS if is_close else FEW))):
                _adviser(person, place)
        if not is_close:
            _doors(params, about)
        st.space("stretch")
        explain("advisers", asked, "advice")


def _adviser(person: Row, place: int) -> None:
    word, meaning = told.STANDING[person["standing"]]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"):
        with st.container(gap=None, width="stretch"):
            if st.button(escape(person["full_name"]), key=f"adviser_{place}", type="tertiary"):
                open_person(person["contact_id"])
            st.caption(escape(told.adviser(person)))
        colour: Any = STANDING_COLOUR.get(person["standing"], "gray")
        st.badge(word, color=colour, help=meaning)


def _doors(params: Params, about: str) -> None:
    """The best introducers, as Suggestions ranks them."""
    asks = ask("intro_targets", **params, per_introducer=24)
    best = rows(asks[asks["target_industry"] == about].head(DOORS))
    if not best:
        return
    st.markdown("**Or ask for an introduction:**")
    for place, door in enumerate(best):
        with st.container(gap=None):
            if st.button(
                escape(f"Ask {door['introducer']}"), key=f"door_{place}", type="tertiary", icon=":material/forum:"
            ):
                st.session_state["target_industry"] = BY_CODE[about].short_label
                go_to("suggestions")
            st.caption(escape(f"{door['certainty']}: {door['evidence']}"))


def summary(params: Params) -> Row:
    """The row of ``loss_summary``."""
    return row(ask("loss_summary", **params))
