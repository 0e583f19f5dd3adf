"""The report: one HTML page that needs nothing else, to print, to keep, or to show to a coach.

    report(con, {"window_days": 365, "weighting": "minutes"}, today, initials=True) -> bytes

Names of people can become initials; then employers and evidence, which tell who somebody is, are left out too.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, StrictUndefined, select_autoescape

from dashboard import questions
from dashboard.headlines import concentration, gaps, workspace
from dashboard.headlines.words import NOUN, STATE_BRIEFLY, Row, day, has, percent, warmth
from dashboard.questions import Frame, Parameter, rows
from dashboard.report.drawing import cut, line, theme

GAPS, PEOPLE, ASKS, KNOWN = 10, 9, 6, 6
_FOLDER = Path(__file__).parent


def report(
    con: duckdb.DuckDBPyConnection, params: Mapping[str, Parameter], today: date, initials: bool = False
) -> bytes:
    """The page in UTF-8. ``params``: window_days, weighting, and as_of where it is not the last day of the record."""
    text: str = _page().render(**_contents(con, params, today, initials))
    return text.encode()


def initials_of(name: str) -> str:
    """D. F. for Dana Fox; the first letter of an address."""
    words = name.partition("@")[0].split()
    letters = [word[0].upper() for word in words if word[0].isalpha()]
    return " ".join(f"{letter}." for letter in (letters if len(letters) < 3 else [letters[0], letters[-1]])) or "–"


def _contents(
    con: duckdb.DuckDBPyConnection, params: Mapping[str, Parameter], today: date, initials: bool
) -> dict[str, Any]:
    def asked(name: str, **more: Parameter) -> Frame:
        given = {key: value for key, value in {**params, **more}.items() if questions.takes(name, key)}
        return questions.ask(con, name, given)

    summary, change = rows(asked("network_summary"))[0], rows(asked("network_change"))[0]
    shares, missing = asked("industry_concentration"), asked("industry_gaps")
    assumed = rows(asked("assumptions"))
    headline, lead = concentration.headline(summary, change["people"])
    known = missing["share"].notna().any()
    return {
        "headline": headline,
        "lead": lead,
        "window": concentration.window(change, summary["as_of"]) if has(change["window_first_on"]) else "",
        "counted": NOUN[summary["weighting"]],
        "today": day(today),
        "initials": initials,
        "summary": summary,
        "verdict": change["verdict"] if has(change["verdict"]) else None,
        "pieces": cut(rows(shares)),
        "shares": [row for row in rows(shares) if has(row["share"]) and row["share"] > 0],
        "trend": line(rows(asked("concentration_trend"))) if summary["weighting"] == "minutes" else None,
        "gaps": rows(gaps.below(missing).head(GAPS)) if known else [],
        "meaning": STATE_BRIEFLY,
        "mix": gaps.source(assumed),
        "people": [_person(row, initials) for row in rows(asked("time_by_contact", people=PEOPLE))],
        "known": [_person(row, initials) for row in rows(asked("free_diversification").head(KNOWN))],
        "asks": [
            _ask(row, initials) for row in rows(asked("intro_targets").drop_duplicates("introducer_id").head(ASKS))
        ],
        "assumptions": [
            {
                "label": workspace.LABELS[row["name"]],
                "setting": workspace.setting(row, row["setting"]),
                "is_changed": workspace.is_changed(row),
            }
            for row in assumed
            if row["name"] in workspace.LABELS
        ],
        "colour": theme(),
    }


def _person(row: Row, initials: bool) -> Row:
    return {**row, "full_name": initials_of(row["full_name"]), "company": None} if initials else row


def _ask(row: Row, initials: bool) -> Row:
    name = initials_of(row["introducer"]) if initials else row["introducer"]
    return {
        **row,
        "introducer": name,
        "evidence": "" if initials else row["evidence"],
        "warmth": warmth(row["strength"], row["last_interaction_on"]),
    }


@cache
def _page() -> Any:
    made = Environment(
        undefined=StrictUndefined,
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(percent=percent, day=day, unmarked=lambda text: text.replace("**", "").replace("\\", ""))
    return made.from_string((_FOLDER / "page.html").read_text(encoding="utf-8"))
