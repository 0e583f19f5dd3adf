"""Does the answer change? Assumptions tried at other settings, in a transaction that is rolled back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from dashboard.questions import DEFAULTS, Frame, ask, load
from dashboard.warehouse.decide import Value, rebuild_after, write_decisions
from dashboard.warehouse.lease import Workspace
from dashboard.warehouse.rebuild import upstream

TIES = ("half_life_days", "strength_half_minutes", "warm_from")
AUDIENCE = "audience_over"
# What another number of minutes changes. Not who is a contact: half or double of something is something, of nothing
# nothing. Only another limit of an audience makes contacts of people who were merely seen.
TIME = frozenset(
    f"model.{table}"
    for table in ("assumption", "setting", "interaction", "participation", "own_entry", "contact_day")
)
WINDOW_DAYS = int(str(DEFAULTS["window_days"]))
MARGIN_DAYS = 3  # days of a zone begin earlier or later, and an event may reach into the next
Progress = Callable[[float], None]


AIMS = (
    "reference_population",
    "target_mix",
    "asks_per_week",
    "minutes_asking",
    "minutes_ask",
    "asks_per_industry",
    "knows_works",
    "knows_worked",
    "knows_at_most",
    "odds_trade",
    "odds_together",
)


def assumption_effects(space: Workspace, progress: Progress = lambda _: None) -> Frame:
    """What each assumption, set otherwise, would do to the home share (methods.md, section 1).

    One row per assumption and setting tried: name, setting, tried ('half', 'double', 'other'), weighting (tie
    strength touches only the warm ties), home_share and effective_industries as they are now (``_now``) and as they
    would be, and change in points. A number is halved and doubled within its limits; NULL where a share is not known.
    Nothing is kept, and readers see nothing of it.
    """
    found = []
    with space.writing(keep=False) as con:
        as_of = con.execute("select last_on from model.calendar").fetchall()[0][0]
        now = {weighting: _summary(con, weighting, as_of) for weighting in ("minutes", "warm")}
        trials = _in_order(ask(con, "assumptions").to_dict("records"))
        idle = _at_rest(con, as_of)
        trial = _Trial(con, as_of)
        for done, (name, tried, setting) in enumerate(trials, start=1):
            weighting = "warm" if name in TIES else "minutes"
            then = now[weighting] if name in idle else trial.of(name, setting, weighting)
            found.append(
                {
                    "name": name,
                    "tried": tried,
                    "setting": setting,
                    "weighting": then["weighting"],
                    "home_share_now": now[weighting]["home_share"],
                    "home_share": then["home_share"],
                    "change": 100 * (then["home_share"] - now[weighting]["home_share"]),
                    "effective_industries_now": now[weighting]["effective_industries"],
                    "effective_industries": then["effective_industries"],
                }
            )
            progress(done / len(trials))
    return pd.DataFrame(found)


@dataclass
class _Trial:
    """One assumption after the other in one transaction; what was tried before is taken back with the next."""

    con: duckdb.DuckDBPyConnection
    as_of: date | None
    undo: list[dict[str, Value]] = field(default_factory=list)
    is_narrowed: bool = False

    def of(self, name: str, setting: str, weighting: str) -> dict[str, Any]:
        """The row of ``home_share`` with this setting alone."""
        if name not in TIES and not self.is_narrowed:
            self._narrow()
        taken_back, wanted = self.undo, [{"name": name, "setting": setting}]
        write_decisions(self.con, "assumption", taken_back)
        self.undo = write_decisions(self.con, "assumption", wanted)
        only = upstream(load("home_share").sql) if name == AUDIENCE else TIME
        rebuild_after(self.con, "assumption", [*taken_back, *wanted], only=only)
        return _summary(self.con, weighting, self.as_of)

    def _narrow(self) -> None:
        """Leave only the interactions of the window: strength alone looks further back."""
        if self.as_of is not None:
            window = timedelta(days=WINDOW_DAYS + MARGIN_DAYS)
            self.con.execute(
                "create or replace table model.interaction_row as "
                "select * from model.interaction_row where starts_at > $since",
                {"since": self.as_of - window},
            )
            self.con.execute(
                "create or replace table model.presence as select presence.* from model.presence "
                "semi join model.interaction_row as recent "
                "on presence.import_id = recent.import_id and presence.occurrence_no = recent.occurrence_no"
            )
        self.is_narrowed = True


def _at_rest(con: duckdb.DuckDBPyConnection, as_of: date | None) -> set[str]:
    """The assumptions about time that nothing in the window asks for: no setting of theirs can change the answer."""
    at_work = ask(con, "assumptions_at_work", {"as_of": as_of, "window_days": WINDOW_DAYS + MARGIN_DAYS})
    return set(at_work.loc[at_work["interactions"] == 0, "name"])


def _in_order(assumed: list[dict[Any, Any]]) -> list[tuple[str, str, str]]:
    """All trials: first those that need the whole history, last those that change who is a contact."""
    trials = [(row["name"], *trial) for row in assumed for trial in _trials(row)]
    return sorted(trials, key=lambda trial: (trial[0] not in TIES, trial[0] == AUDIENCE))


def _trials(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What to try of an assumption: half and double within its limits, or the other of two choices."""
    if row["name"] in AIMS:
        return []  # they set the aim, or whom to ask; not the share
    if pd.notna(row["lowest"]):
        held = float(row["setting"])
        moved = {"half": held / 2, "double": held * 2}
        return [
            (tried, f"{(round(kept) if row['is_whole'] else kept):g}")
            for tried, wanted in moved.items()
            if (kept := min(max(wanted, row["lowest"]), row["highest"])) != held
        ]
    if row["choices"] is None:
        return []
    return [("other", choice) for choice in row["choices"] if choice != row["setting"]]


def _summary(con: duckdb.DuckDBPyConnection, weighting: str, as_of: date | None) -> dict[str, Any]:
    (row,) = ask(con, "home_share", {"weighting": weighting, "as_of": as_of}).to_dict("records")
    return {str(name): value for name, value in row.items()}
