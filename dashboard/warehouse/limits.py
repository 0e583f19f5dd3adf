"""What may be typed: an assumption within what queries/model/10_assumption.sql declares, an identity of one's own."""

import math

import duckdb

from dashboard.errors import UserError

UNITS = {"0..1": "0 is nothing, 1 is all", "0..100": "of 100"}


def check_assumption(con: duckdb.DuckDBPyConnection, name: str, setting: object) -> None:
    """UserError if there is no such assumption, or it cannot be that. None, back to the default, is always fine."""
    found = con.execute(
        "select meaning, unit, lowest, highest, is_whole, choices from model.assumption where name = $name",
        {"name": name},
    ).fetchone()
    if found is None:
        raise UserError(f"There is no assumption {name!r}.", "`horizons ask assumptions` lists them.")
    meaning, unit, lowest, highest, is_whole, choices = found
    if setting is None:
        return
    if lowest is not None:
        _check_number(str(setting), meaning, unit, lowest, highest, is_whole)
    elif choices is not None and setting not in choices:
        raise UserError(f'"{meaning}" cannot be {setting!r}.', f"It is one of: {', '.join(choices)}.")
    elif unit == "industry" and not _is_listed(con, "select 1 from model.industry where industry = $it", setting):
        raise UserError(f"There is no industry {setting!r}.", "It is a code of three letters, such as SFT.")
    elif unit == "time zone" and not _is_listed(con, "select 1 from pg_timezone_names() where name = $it", setting):
        raise UserError(f"There is no time zone {setting!r}.", "It is a name such as Europe/Berlin.")


def _is_listed(con: duckdb.DuckDBPyConnection, sql: str, setting: object) -> bool:
    return con.execute(sql, {"it": setting}).fetchone() is not None


def _check_number(text: str, meaning: str, unit: str, lowest: float, highest: float, is_whole: bool) -> None:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not lowest <= number <= highest or (is_whole and number != int(number)):
        kind = "a whole number" if is_whole else "a number"
        said = f"It is {kind} from {lowest:g} to {highest:g} ({UNITS.get(unit, unit)})."
        raise UserError(f'"{meaning}" cannot be {text!r}.', said)


def time_zones(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The names a time zone can have."""
    return [row[0] for row in con.execute("select name from pg_timezone_names() order by name").fetchall()]


def own_key(con: duckdb.DuckDBPyConnection, typed: str) -> str:
    """The identity key of an e-mail address or a LinkedIn profile as somebody types it. UserError if it is neither."""
    email, url = con.execute("select keys.email($typed), keys.url($typed)", {"typed": typed.strip()}).fetchall()[0]
    if url:
        return f"url:{url}"
    if email:
        return f"mail:{email}"
    raise UserError(
        f'"{typed.strip()}" is neither an e-mail address nor a LinkedIn profile.',
        "Write it like dana@example.com or linkedin.com/in/dana-fox.",
    )
